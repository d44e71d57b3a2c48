import { pushAll } from "../../common/pushAll.js";
import type { Attribution, NameMention, PlaceMention } from "../../detect/findings.js";
import { isTeam } from "../../detect/places/teams.js";
import { rangeKey, type TextRange } from "../../document/range.js";
import { withoutOverlaps } from "../../document/sortedRanges.js";
import type { VerbForm } from "../../lexicon/inflect.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import { placeSenses } from "../../lexicon/placeSenses.js";
import { adverbs, auxiliaries, negations, passives, prepositions } from "../../lexicon/wordClasses.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";

/** Auxiliaries and adverbs before a verb, at most. */
const LONGEST_CHAIN = 5;
/** Words between "between" and "and", at most. */
const LONGEST_PAIR = 6;
const BEFORE_BASE = /^(?:will|would|can|could|may|might|must|shall|should|to|do|does|did|cannot|(?:wo|would|ca|could|should|must|do|does|did)n['’]t)$/u;
/** "Iran-backed", "US-led": by those who act for it; "London-based" is of the place. */
const BY_THEM = /^(?:backed|led|funded|owned|controlled|run|made|brokered|supported|sponsored|trained|allied|friendly)$/u;
/** Who is at a university rather than at a town. */
const ACADEMIC = /^(?:researchers?|scientists?|academics?|professors?|lecturers?|students?|undergraduates?|historians?|economists?|physicists?|chemists?|biologists?|astronomers?|sociologists?|epidemiologists?|studied|studying|taught|degree|chair|fellow)$/u;
/** What a government, a team or a firm goes by. */
const ACTING: ReadonlySet<string> = new Set(["country", "division", "city", "region"]);

/** A place with the indices of its first token and the one behind its last. */
interface Spot {
  readonly place: PlaceMention;
  readonly first: number;
  readonly end: number;
}

/**
 * The places, each told to be meant itself (`literal`) or to stand for those who act for it (`associative`): its government, team,
 * firm or people. They are told by whose words are told, by the name of the organization that the place stands in, by the noun before or
 * behind it, and by the verb whose subject or object it is; of places in a list all are what one of them is. Demonyms stay.
 *
 * @param places in document order, none overlapping another
 */
export function settleSenses(article: Article, places: readonly PlaceMention[], names: readonly NameMention[], attributions: readonly Attribution[]): PlaceMention[] {
  const { tokens } = article;
  const sources = new Set(attributions.flatMap(({ source }) => (source ? [rangeKey(withoutArticle(tokens, source))] : [])));
  const alone = new Set(withoutOverlaps(places, names.filter(({ type }) => type === "organization")));
  const standsForThem = (spot: Spot, list: readonly Spot[]): boolean =>
    canAct(spot.place) && !placeSenses.ground.has(tokens.lower(spot.end)) && (isGovernment(tokens, spot) || sources.has(rangeKey(spot.place)) || !alone.has(spot.place) || isActing(tokens, spot, list));
  const spots = places.map((place) => ({ place, first: tokens.at(place.start), end: tokens.at(place.end - 1) + 1 }));
  return listsOf(tokens, spots).flatMap((list) => {
    const sense = list.some((spot) => standsForThem(spot, list)) ? "associative" : "literal";
    return list.map(({ place }) => (place.sense === "demonym" || !canAct(place) ? place : { ...place, sense }) satisfies PlaceMention);
  });
}

/** "The Kremlin": found to stand for them, and not by the verb behind it, which is weighed here with more around it. */
function isGovernment(tokens: Tokens, { place, end }: Spot): boolean {
  return place.sense === "associative" && !placeContext.act.has(tokens.text(end));
}

function canAct({ candidates: [best] }: PlaceMention): boolean {
  return best !== undefined && ACTING.has(best.kind);
}

function withoutArticle(tokens: Tokens, range: TextRange): TextRange {
  const first = tokens.at(range.start);
  return tokens.lower(first) === "the" ? { start: tokens.start(first + 1), end: range.end } : range;
}

/** The places parted into those that stand in a list ("Russia, Turkey and Iran") and each other one: a comma alone parts a town from its state. */
function listsOf(tokens: Tokens, spots: readonly Spot[]): (readonly Spot[])[] {
  const lists: (readonly Spot[])[] = [];
  for (let from = 0, end = 1; from < spots.length; from = end, end++) {
    let isList = false;
    for (let one = spots[end - 1], next = spots[end]; one && next; one = next, next = spots[++end]) {
      const joint = jointOf(tokens, one.end, next.first);
      if (joint === undefined) break;
      isList ||= joint === "and";
    }
    const joined = spots.slice(from, end);
    pushAll(lists, isList ? [joined] : joined.map((spot) => [spot]));
  }
  return lists;
}

/** What joins the words before a token to those from another on. */
function jointOf(tokens: Tokens, end: number, first: number): "and" | "," | undefined {
  let joint: "and" | "," | undefined;
  for (let at = end; at < first; at++) {
    const word = tokens.lower(at);
    if (at - end > 2 || !/^(?:,|and|or|the)$/u.test(word)) return undefined;
    if (word === "," && joint === undefined) joint = ",";
    if (word === "and" || word === "or") joint = "and";
  }
  return joint;
}

/** True where the words around a place tell that it stands for those who act for it; before and behind the list that it is in. */
function isActing(tokens: Tokens, { first, end }: Spot, list: readonly Spot[]): boolean {
  if (isTeam(tokens, first, end)) return true;
  const before = beforePlace(tokens, list[0]?.first ?? first);
  // "researchers at Oxford and Cambridge"
  if (tokens.lower(before) === "at" && ACADEMIC.test(tokens.lower(before - 1))) return true;
  const word = tokens.lower(before);
  if (placeContext.locative.has(word) && word !== "from") return false;
  const behind = tokens.lower(end);
  if (behind === "-") return BY_THEM.test(tokens.lower(end + 1));
  if (/^['’]s?$/u.test(behind)) return isTheirs(tokens, end + 1);
  if (isOffice(tokens, end) || isPartner(tokens, before)) return true;
  if (placeSenses.patient.has(word)) return !/^(?:an?|the|its|his|her|their|of|in)$/u.test(tokens.lower(before - 1));
  if (word === "of" || word === "to" || (prepositions.has(word) && word !== "for")) return false;
  const from = list.at(-1)?.end ?? end;
  return (word !== "for" || tokens.lower(from) === "to") && isSubject(tokens, from, word);
}

/** Index of the token before a place, its article and what part of it is meant. */
function beforePlace(tokens: Tokens, first: number): number {
  let at = first - 1;
  while (first - at < 4 && (placeContext.part.has(tokens.lower(at)) || tokens.lower(at) === "the")) at--;
  return at;
}

/** "U.S. senators", "Toronto police", "Oklahoma Gov." */
function isOffice(tokens: Tokens, index: number): boolean {
  const word = tokens.lower(index);
  return placeContext.role.has(tokens.text(index)) || placeSenses.office.has(word) || isRole(word);
}

function isRole(word: string): boolean {
  const { facts } = nameWords();
  return ((facts(word) | facts(word.replace(/s$/u, ""))) & (Word.role | Word.roles)) !== 0;
}

/** "Iran's nuclear ambitions", "Russia's foreign ministry": what they want, do or have may have a word before it. */
function isTheirs(tokens: Tokens, from: number): boolean {
  return [from, from + 1, from + 2].some((at) => placeSenses.possession.has(tokens.lower(at)) || (at < from + 2 && isOffice(tokens, at)));
}

/** "talks with Iran", "sanctions on Iran", "relations between the bloc and Iran", "the government of Iran", "imposed by Iran". */
function isPartner(tokens: Tokens, at: number): boolean {
  const head = tokens.lower(at - 1);
  switch (tokens.lower(at)) {
    case "against":
      return true;
    case "by":
      return !/^(?:close|moves?|moved|stop|stopped|pass|passed|drove|flew|border|borders|bordered|surrounded)$/u.test(head);
    case "with":
    case "between":
      return placeSenses.partner.has(head);
    case "and":
      return isPair(tokens, at);
    case "of":
      return placeSenses.possession.has(head) || isOffice(tokens, at - 1);
    case "from":
      return placeSenses.given.has(head);
    case "on":
    case "to":
    case "for":
    case "toward":
    case "towards":
      return placeSenses.aimed.has(head);
    default:
      return false;
  }
}

/** "relations between the alliance and Iran" */
function isPair(tokens: Tokens, and: number): boolean {
  for (let at = and - 1; at > and - LONGEST_PAIR; at--) {
    if (tokens.lower(at) === "between") return placeSenses.partner.has(tokens.lower(at - 1));
  }
  return false;
}

/** True where a verb of acting follows, with its auxiliaries and adverbs: "has also agreed", "will not attend", "was accused". */
function isSubject(tokens: Tokens, from: number, before: string): boolean {
  // "How can Russia respond?"
  let wanted: readonly VerbForm[] = BEFORE_BASE.test(before) ? ["base"] : ["past", "third person"];
  let isPassive = false;
  const start = tokens.text(from) === "," && tokens.lower(from + 1) === "which" ? from + 2 : from;
  for (let at = start; at < start + LONGEST_CHAIN; at++) {
    const word = tokens.lower(at);
    if (auxiliaries.has(word)) {
      isPassive = passives.has(word);
      wanted = BEFORE_BASE.test(word) ? ["base"] : ["participle"];
      continue;
    }
    const forms = placeSenses.acts.get(word);
    if (isPassive ? placeSenses.patient.get(word)?.has("participle") === true || forms?.has("ing") === true : wanted.some((form) => forms?.has(form) === true)) return true;
    if (!adverbs.has(word) && !negations.has(word) && !word.endsWith("ly")) return false;
  }
  return false;
}
