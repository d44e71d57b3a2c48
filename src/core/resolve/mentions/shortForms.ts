import type { NameMention, PlaceMention } from "../../detect/findings.js";
import { compareRanges, type TextRange } from "../../document/range.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import type { Article } from "../../text/article.js";
import type { SettledMentions } from "../mentions.js";

/** What a company does or has, behind its name. */
const BUSINESS = /^(?:shares?|stock|bonds?|said|says|sold|sells|bought|buys|acquired|reported|posted|earned|lost|gained|rose|fell|jumped|slid|plans|expects|expected|raised|cut|announced|launched|unveiled|makes|owns|agreed|hired)$/u;
/** Heads of what is not called by its first word: nobody calls the Harlow Post "Harlow". */
const NOT_FIRST = /^(?:times|post|herald|tribune|news|journal|chronicle|gazette|mail|star|echo|university|college|school|police|city|united|rovers|wanderers|town|county|council|court|hospital|party|institute|foundation|museum|airport|stadium|exchange|department|fire|sheriff['’]?s?|board|district|church|theatre|theater|orchestra)$/u;

/** What a company makes, at the end of its name. */
const TRADE = /^(?:pharmaceuticals?|therapeutics|biosciences?|biotech|biopharma|biotherapeutics|pharma|technologies|semiconductors?|robotics|genomics|diagnostics|biologics|oncology|software|microsystems|electronics|aerospace|petroleum|airlines?|airways|motors?|foods|stores|industries|partners|securities|brands|chemicals?|laboratories|systems)$/u;

/** With these no name ends but a company's. */
const LEGAL_FORM = /^(?:plc|inc|corp|ltd|llc|spa|gmbh|bhd|tbk|nv|asa|oyj)\.?$/u;

/** People of a town or a division that is meant by its name wherever it stands. */
const LARGE_TOWN = 300_000;
const LARGE_DIVISION = 1_000_000;
/** How sure a word is that a company is called by in the same article. */
const SHORT = 0.8;

/**
 * "Harlow" for "Harlow Myers Squab": a company by the first word of its name, though a town or a person is called so, too. A place is one where
 * it does what companies do ("Harlow shares rose"), is not known far and wide, and the article is nowhere in it; a lone name where nobody of that name is told of. Linear.
 */
export function withShortForms(article: Article, { names, places }: SettledMentions): SettledMentions {
  const { tokens } = article;
  const lists = nameWords();
  const companies = new Set<string>();
  const incorporated = new Set<string>();
  const people = new Set<string>();
  for (const { start, end, type } of names) {
    const [first, last] = [tokens.at(start), tokens.at(end - 1)];
    if (first === last) continue;
    if (type === "person") for (let at = first; at <= last; at++) people.add(tokens.text(at));
    if (type === "organization" && isCompany(first, last)) companies.add(tokens.text(first));
    if (type === "organization" && isIncorporated(first, last)) incorporated.add(tokens.text(first));
  }
  for (const word of people) if (companies.delete(word)) incorporated.delete(word);
  if (companies.size === 0) return { names, places };
  const isNamed = ({ start, end }: TextRange): boolean => companies.has(article.text.slice(start, end));
  const meantAsPlaces = new Set(places.filter((place) => isNamed(place) && (isKnownFar(place) || isInside(place))).map(({ start, end }) => article.text.slice(start, end)));
  const meant = new Set(places.filter((place) => isNamed(place) && !meantAsPlaces.has(article.text.slice(place.start, place.end)) && (place.candidates.length === 0 || incorporated.has(article.text.slice(place.start, place.end)) || BUSINESS.test(tokens.lower(tokens.at(place.end - 1) + 1)))));
  return {
    names: [...names.map(settled), ...[...meant].map(({ start, end, confidence }): NameMention => ({ start, end, type: "organization", roles: [], confidence })), ...unmarked([...names, ...places])].sort(compareRanges),
    places: places.filter((place) => !meant.has(place)),
  };

  /** A lone name as the company's, and the company's with what it is called for short. */
  function settled(name: NameMention): NameMention {
    if (name.type === "person") return isNamed(name) ? { ...name, type: "organization", roles: [] } : name;
    const first = tokens.at(name.start);
    const isFull = first < tokens.at(name.end - 1) && companies.has(tokens.text(first)) && name.acronym === undefined;
    return isFull ? { ...name, acronym: tokens.span(first, first + 1) } : name;
  }

  /** A listed name, or one whose further words are no common ones; "Harlow Council" and "Harlow Post" are no company's. */
  function isCompany(first: number, last: number): boolean {
    for (let at = first + 1; at <= last; at++) if (NOT_FIRST.test(tokens.lower(at)) || /^(?:of|for|and|the|in)$/u.test(tokens.text(at))) return false;
    if (!tokens.isCapitalized(first) || (lists.facts(tokens.lower(first)) & Word.people) !== 0) return false;
    if (lists.isOrganization(tokens.asRead({ start: tokens.start(first), end: tokens.end(last) }))) return true;
    // "Tanvik Therapeutics"
    if (TRADE.test(tokens.lower(last)) && !isCommonWord(lists, tokens.lower(first))) return true;
    if (isIncorporated(first, last)) return true;
    for (let at = first + 1; at <= last; at++) if (tokens.kind(at) === "word" && tokens.isCapitalized(at) && !isCommonWord(lists, tokens.lower(at)) && (lists.facts(tokens.lower(at)) & Word.organizationHead) === 0) return true;
    return false;
  }

  /** "Tanvik Group Plc": the law makes it a company, and nothing else has its first word for a name. */
  function isIncorporated(first: number, last: number): boolean {
    return LEGAL_FORM.test(tokens.lower(last)) && /^\p{Lu}\p{Ll}{3,}$/u.test(tokens.text(first)) && !isCommonWord(lists, tokens.lower(first)) && !placeContext.part.has(tokens.lower(first));
  }

  /** The same words wherever they stand alone, though nothing beside them tells what they name. */
  function unmarked(taken: readonly TextRange[]): NameMention[] {
    const covered = new Set<number>();
    for (const { start, end } of taken) for (let at = tokens.at(start); at <= tokens.at(end - 1); at++) covered.add(at);
    const found: NameMention[] = [];
    for (let at = 0; at < tokens.length && incorporated.size > 0; at++) {
      const isAlone = !covered.has(at) && !covered.has(at - 1) && !covered.has(at + 1) && !tokens.isCapitalized(at + 1) && !tokens.isCapitalized(at - 1) && tokens.text(at + 1) !== "-";
      if (isAlone && incorporated.has(tokens.text(at)) && !meantAsPlaces.has(tokens.text(at))) found.push({ start: tokens.start(at), end: tokens.end(at), type: "organization", roles: [], confidence: SHORT });
    }
    return found;
  }

  /** "in Harlow", "Harlow, Texas". */
  function isInside({ start, end }: PlaceMention): boolean {
    const before = tokens.lower(tokens.at(start) - 1);
    const behind = tokens.at(end - 1) + 1;
    return placeContext.locative.has(before) || placeContext.placeNoun.has(tokens.text(behind)) || (tokens.text(behind) === "," && tokens.isCapitalized(behind + 1));
  }
}

/** "China said" is the country's government, whatever Chinese company is told of; a town's team wins and loses. */
function isKnownFar({ candidates }: PlaceMention): boolean {
  return candidates.some(({ kind, capital, population }) => kind === "country" || capital === true || population >= (kind === "city" ? LARGE_TOWN : LARGE_DIVISION));
}
