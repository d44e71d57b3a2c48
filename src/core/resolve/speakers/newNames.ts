import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import { determiners, prepositions } from "../../lexicon/wordClasses.js";
import type { Article } from "../../text/article.js";
import { withoutLegalForm } from "../entities/organizationChains.js";
import { BUSINESS, typeOf } from "./phrases/descriptions.js";

/** Words that stand between the capitals of an organization's name. */
const CONNECTOR = /^(?:of|for|the|a|an|and|on|in|to|&|-|'s|’s)$/u;
/** What a company is by law, where it is written small: "Northgrid plc". */
const COMPANY = /^(?:plc|llp)$/u;
/** Nouns in small letters that make a body of a name: "the Clinton campaign", "the Obama administration". */
const BODY = /^(?:campaign|administration|government|camp|team|foundation|ministry|police|parliament|council|committee|commission|court|union|party|fund|network|office)$/u;

/** What papers are called, of which some are people's names and trades, too. */
const PAPER = /^(?:Times|Post|Herald|Tribune|Journal|Star|Sun|Mirror|Mail|Telegraph|Guardian|Observer|Chronicle|Gazette|Courier|Ledger|Examiner|Inquirer|Enquirer|Register|Sentinel|Dispatch|Globe|Argus|Echo|Advertiser|Monitor)$/u;

/**
 * The name that a source phrase is where none was known: "the Hill", "IHS Markit", "the Committee for a Responsible Budget" by capitals
 * throughout that are no title, "the Clinton campaign" by a noun for a body after a name. Undefined for anything else.
 */
export function newName(article: Article, source: TextRange): TextRange | undefined {
  const { tokens, sentences } = article;
  const last = tokens.at(source.end - 1) + 1;
  let first = tokens.at(source.start);
  let end = first;
  while (end < last && tokens.text(end) !== ",") end++;
  const explained = nameBehindBody(article, first, end, last);
  if (explained) return explained;
  const determined = tokens.lower(first) === "the";
  if (determined) first++;
  const house = determined ? houseEnd(article, first, end) : undefined;
  if (house !== undefined) return tokens.span(first, house);
  // "TfL", "eBay", "HCSD": a sentence's head explains one capital
  const isOfCapitals = /\p{Ll}\p{Lu}/u.test(tokens.text(first)) || (/^\p{Lu}{2,6}$/u.test(tokens.text(first)) && !/^\p{Lu}{2,}$/u.test(tokens.text(first + 1)));
  const opens = !determined && !isOfCapitals && sentences[lastStartingBy(sentences, source.start)]?.start === source.start;
  const isBody = end - first === 2 && determined && tokens.isCapitalized(first) && BODY.test(tokens.lower(first + 1));
  if (isBody && isName(tokens.lower(first))) return tokens.span(first, end);
  // "The Ledger", whoever else is called so
  if (determined && end - first === 1 && end === last && PAPER.test(tokens.text(first))) return tokens.span(first, end);
  const paper = paperEnd(article, source, first, end);
  if (paper !== undefined) return tokens.span(first, paper);
  // "the National Committee for Ferry Users (NCFU)", "Tony Lama Co."
  const named = bracketedEnd(article, first, last) ?? (withoutLegalForm(tokens.asRead(tokens.span(first, end))) === tokens.asRead(tokens.span(first, end)) ? undefined : end);
  if (named !== undefined && isCapitalThroughout(article, first, named)) return tokens.span(first, named);
  // "Labour said": whoever speaks at a sentence's head is the party rather than the work
  if (end === last && tokens.isCapitalized(first) && (nameWords().facts(tokens.lower(first)) & Word.function) === 0 && nameWords().isOrganization(tokens.asRead(tokens.span(first, end)))) return tokens.span(first, end);
  if (end - first < (opens ? 2 : 1) || !tokens.isCapitalized(first) || !(tokens.isCapitalized(end - 1) || COMPANY.test(tokens.lower(end - 1)))) return undefined;
  const lists = nameWords();
  // "Opposition MPs"
  if (/^\p{Lu}{2,}s$/u.test(tokens.text(end - 1))) return undefined;
  // "WHO WANTS TO HELP", "Lone confessed": one word that texts write small names nothing by its capital, but "the Hill" does
  if (end - first === 1 && ((lists.facts(tokens.lower(first)) & Word.function) !== 0 || (!determined && isCommonWord(lists, tokens.lower(first))))) return undefined;
  // "People in Osney", "Both Hale and Marsh": the capital is the sentence's
  if (opens && (determiners.has(tokens.lower(first)) || isGroupIn(tokens.lower(first), tokens.lower(first + 1)) || (isNoBody(tokens.lower(first)) && CONNECTOR.test(tokens.lower(first + 1))))) return undefined;
  // "Republicans on the Banking Committee" are some of it
  if ((lists.facts(tokens.lower(first)) & Word.people) !== 0 && CONNECTOR.test(tokens.lower(first + 1)) && tokens.lower(first).endsWith("s")) return undefined;
  let headed = false;
  for (let index = first; index < end; index++) headed ||= (lists.facts(tokens.lower(index)) & (Word.organizationHead | Word.weakHead)) === Word.organizationHead;
  // "Harbor Health, the state's largest hospital network"
  headed ||= end < last && isBodyBehind(article, end + 1, last);
  // "the Council on Rivers, a body that …": of a person it would be the same
  if (end < last && !headed) return undefined;
  for (let index = first; index < end; index++) {
    const lower = tokens.lower(index);
    const facts = lists.facts(lower);
    if (!tokens.isCapitalized(index) && !CONNECTOR.test(lower) && !COMPANY.test(lower)) return undefined;
    // "the Bristol County Sheriff's Office"
    const isOwner = /^['’]s$/u.test(tokens.text(index + 1));
    const owns = headed && isOwner;
    if (((facts & (Word.role | Word.roles)) !== 0 && !owns) || (!headed && (facts & (Word.people | Word.firstName)) !== 0 && !(isOwner && index === first && tokens.isCapitalized(index + 2)) && !isFaithsBody(article, index, first, end))) return undefined;
  }
  return tokens.span(first, end);
}

/** "One group, Harlow Ferry Watch": behind the noun for a body and a comma nothing but capitals, two words or more. */
function nameBehindBody(article: Article, first: number, comma: number, last: number): TextRange | undefined {
  const { tokens } = article;
  const noun = tokens.lower(comma - 1);
  const isPlain = (determiners.has(tokens.lower(first)) || tokens.lower(first) === "one") && !tokens.isCapitalized(comma - 1) && (BUSINESS.test(noun) || typeOf(noun) === "organization");
  for (let index = first; index < comma; index++) if (prepositions.has(tokens.lower(index))) return undefined;
  const from = tokens.lower(comma + 1) === "the" ? comma + 2 : comma + 1;
  const end = tokens.text(last - 1) === "," ? last - 1 : last;
  if (!isPlain || !isCapitalThroughout(article, from, end)) return undefined;
  const facts = nameWords().facts(tokens.lower(from));
  const isPersons = (facts & (Word.role | Word.honorific)) !== 0 || ((facts & Word.firstName) !== 0 && !isCommonWord(nameWords(), tokens.lower(end - 1)));
  return isPersons ? undefined : tokens.span(from, end);
}

/**
 * Where the name of a house ends that is called after somebody or something: "the Charles Hale Center for disabled children", "the Mary Collins Home",
 * "the Hale Center for Public Opinion at Norwood College". Undefined where its last word is no noun for a body or a building.
 */
function houseEnd({ tokens }: Article, first: number, end: number): number | undefined {
  let head = first;
  while (head < end && tokens.isCapitalized(head)) head++;
  const noun = tokens.lower(head - 1);
  const facts = nameWords().facts(noun);
  const isHouse = head - first > 1 && (facts & (Word.organizationHead | Word.place)) !== 0;
  const isAfterPerson = head - first > 2 && (nameWords().facts(tokens.lower(first)) & Word.firstName) !== 0 && isCommonWord(nameWords(), noun);
  if ((!isHouse && !isAfterPerson) || (facts & (Word.role | Word.roles | Word.people)) !== 0) return undefined;
  let until = head;
  for (let index = head; index < end && (tokens.isCapitalized(index) || PURPOSE.test(tokens.lower(index))); index++) if (tokens.isCapitalized(index)) until = index + 1;
  return until === end || /^(?:for|in|near|at)$/u.test(tokens.lower(until)) ? until : undefined;
}

/**
 * Where a paper's name ends before the noun that tells what it is: "…, The Chronicle newspaper reported". The capital of its article inside a sentence makes it a
 * name, as that of "the Chicago newspaper" does not.
 */
function paperEnd({ tokens, sentences }: Article, source: TextRange, first: number, end: number): number | undefined {
  if (tokens.text(first - 1) !== "The" || sentences[lastStartingBy(sentences, source.start)]?.start === source.start) return undefined;
  let until = first;
  while (until < end && tokens.isCapitalized(until)) until++;
  const noun = tokens.lower(until) === "news" ? until + 1 : until;
  return until > first && noun === end - 1 && /^(?:newspaper|magazine|agency|website|daily|weekly|tabloid|broadcaster|site|outlet)$/u.test(tokens.lower(noun)) ? until : undefined;
}

/** Between the capitals of what a house is for: "for the Education of Children and Families". */
const PURPOSE = /^(?:for|of|the|and|&)$/u;

/** Letters that shorten a name behind it. */
const LETTERS = /^\p{Lu}{3,6}$/u;

/** Where a name of three words or more ends before the letters for it in brackets. */
function bracketedEnd({ tokens }: Article, first: number, last: number): number | undefined {
  const isBracket = tokens.text(last - 1) === ")" && LETTERS.test(tokens.text(last - 2)) && tokens.text(last - 3) === "(";
  return isBracket && last - 3 - first >= 3 ? last - 3 : undefined;
}

function isCapitalThroughout({ tokens }: Article, first: number, end: number): boolean {
  for (let index = first; index < end; index++) if (!tokens.isCapitalized(index) && !CONNECTOR.test(tokens.lower(index)) && !COMPANY.test(tokens.lower(index))) return false;
  return tokens.isCapitalized(first) && end > first + 1;
}

/** True where an apposition tells of a body: "the state's largest hospital network", "a newspaper based in Gdynia". */
function isBodyBehind({ tokens }: Article, first: number, last: number): boolean {
  if (!/^(?:an?|the|one|its|their)$/u.test(tokens.lower(first))) return false;
  let end = first + 1;
  while (end < last && tokens.text(end) !== "," && !prepositions.has(tokens.lower(end)) && !/^(?:that|which|based|owned|run|published|founded|backed|funded)$/u.test(tokens.lower(end))) end++;
  return typeOf(tokens.lower(end - 1)) === "organization";
}

/** "Islamic Aid", "Christian Care": a faith or a people before one noun in the singular, which is no group of them. */
function isFaithsBody({ tokens }: Article, index: number, first: number, end: number): boolean {
  const noun = tokens.lower(end - 1);
  return index === first && end - first === 2 && (nameWords().facts(tokens.lower(index)) & Word.people) !== 0 && (nameWords().facts(noun) & (Word.people | Word.firstName)) === 0 && isCommonWord(nameWords(), noun) && !noun.endsWith("s") && typeOf(noun) === undefined;
}

/** A common noun that is no body's: "People in …", not "Council of …". */
function isNoBody(lower: string): boolean {
  const lists = nameWords();
  return isCommonWord(lists, lower) && (lists.facts(lower) & (Word.organizationHead | Word.organizationOf)) === 0;
}

/** "Separatists in Osney" are any of them, "Advisers to Hale" are not Hale. */
function isGroupIn(lower: string, next: string): boolean {
  if (!/[^s]s$/u.test(lower)) return false;
  return /^(?:to|with|from)$/u.test(next) || (next === "in" && (nameWords().facts(lower) & (Word.organizationHead | Word.organizationOf)) === 0);
}

/** No adjective of a nation or a belief, which tells whose body it is but makes no name. */
function isName(lower: string): boolean {
  return (nameWords().facts(lower) & (Word.people | Word.role | Word.function | Word.time)) === 0;
}
