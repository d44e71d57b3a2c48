import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { kinNouns } from "../../../lexicon/kinship.js";
import { determiners, prepositions } from "../../../lexicon/wordClasses.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import type { FoundEntity } from "../../foundEntity.js";
import { isPossessive } from "../mentionForms.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import { typeOf } from "./descriptions.js";
import { bracketEnd, splitPhrase } from "./phraseParts.js";

/**
 * The mention that a source phrase is about: "Sergey Lavrov" in "Russia Foreign Minister Sergey Lavrov", "Jeff Weaver" in "Jeff
 * Weaver, Sanders' campaign manager", none in "Trump's lawyer" and "a spokesman for Clinton". The head of a phrase stands at the end
 * of its first part, before a comma, a preposition or a relative clause; a name after the comma is meant where none stands before it.
 */
export function headMention(article: Article, source: TextRange, mentions: readonly IndexedMention[]): IndexedMention | undefined {
  // "Mayor Hale's view" is his, where "Hale's lawyer" is another
  const free = mentions.filter((mention) => mention.end === source.end || !isPossessive(article, mention));
  const [first, ...others] = splitPhrase(article, source, mentions);
  if (!first) return undefined;
  const head = free.find(({ end }) => end === first.end) ?? free.find((mention) => isFollowedByLetters(article, first, mention) || (mention.start === first.start && isFollowedByOffice(article, mention, source)));
  if (head) return head;
  const named = nameAfterOffice(article, source, free);
  if (named) return named;
  // "a lawyer for the family, Chris Christie"
  return free.find((mention) => others.some((part) => part.afterComma && part.end === mention.end && (isTitled(article, part, mention) || (part === others.at(-1) && isOfOtherOffice(article, part, mention)))));
}

/**
 * "The 45-year-old, of Elm Street, Leeds" is no town, "a spokesperson for the contractor, Hale Ltd" and "the chairman, Hale Ltd, Mr Denning" no company: the
 * mentions in a source without the places behind its first comma, and the organizations if a preposition or somebody's office stands before it.
 */
export function withoutAddress({ text }: Article, entities: readonly FoundEntity[], source: TextRange, mentions: readonly IndexedMention[]): IndexedMention[] {
  const comma = text.slice(source.start, source.end).indexOf(",");
  const before = comma < 0 ? "" : text.slice(source.start, source.start + comma);
  const noun = before.toLowerCase().split(" ").at(-1) ?? "";
  const isFor = / (?:for|at|with|from) /u.test(before) || (typeOf(noun) === "person" && !ANYBODY.test(noun));
  // "the Dunmore, Ohio-based company"
  const base = HOME.exec(text.slice(source.start, source.end))?.[0].length ?? 0;
  return mentions.filter(({ end }) => end > source.start + base).filter(({ start, entity }) => comma < 0 || start < source.start + comma || (entities[entity]?.type !== "place" && (entities[entity]?.type !== "organization" || !isFor)));
}

/** What a person or a company is to another: "its owner, Hale Ltd". */
const ANYBODY = /^(?:owner|co-owner|parent|rival|competitor|partner|operator|maker|manufacturer|producer|developer|supplier|contractor|publisher|distributor|sponsor|backer|investor|shareholder|landlord|lender|insurer|organi[sz]er|employer|client|customer)$/u;

/** What stands before the noun in a phrase that begins with where somebody is at home. */
const HOME = /^(?:the|an?|this) [^"“”;:()]{2,40}?[-–](?:based|headquartered)\s/iu;

/** True where nothing but titles, or an office in small letters, stands before a name: "the director of the airline, Mr. Paul Denning", "the city's watchdog, federal budget officer Mary Denning". */
function isTitled({ tokens }: Article, part: TextRange, mention: TextRange): boolean {
  const name = tokens.at(mention.start);
  const lists = nameWords();
  let small = name;
  while (small > tokens.at(part.start) && /^\p{Ll}[\p{L}-]+$/u.test(tokens.text(small - 1))) small--;
  if (small < name && small === tokens.at(part.start) && (lists.facts(tokens.lower(name - 1)) & Word.role) !== 0) return true;
  for (let index = tokens.at(part.start); index < name; index++) {
    // "his teacher, a Mrs. Collins"
    if (/^an?$/u.test(tokens.lower(index)) && isCourtesy(tokens, index + 1)) continue;
    // "fellow Democrat Mary Collins"
    const isTitle = (lists.facts(tokens.lower(index).replace(/\.$/u, "")) & (Word.honorific | Word.role)) !== 0 || tokens.lower(index - 1) === "fellow";
    if (!isTitle && !/^(?:the|late|former|fellow)$/u.test(tokens.lower(index)) && tokens.text(index) !== ".") return false;
  }
  return mention.start >= part.start;
}

/** "the head of the board, former Prime Minister Paul Denning": an office of two words, the last thing that a source tells. */
function isOfOtherOffice({ tokens }: Article, part: TextRange, mention: TextRange): boolean {
  const name = tokens.at(mention.start);
  const opening = tokens.at(part.start);
  const office = /^(?:the|former)$/u.test(tokens.lower(opening)) ? opening + 1 : opening;
  const lists = nameWords();
  return name - office === 2 && tokens.isCapitalized(office) && (lists.facts(tokens.lower(office)) & Word.firstName) === 0 && (lists.facts(tokens.lower(name - 1)) & Word.role) !== 0;
}

/** "Mary Collins a spokeswoman for the company": the comma before what somebody is was forgotten. */
function isFollowedByOffice({ tokens }: Article, mention: IndexedMention, source: TextRange): boolean {
  const next = tokens.at(mention.end - 1) + 1;
  return tokens.start(next) < source.end && /^(?:an?|the)$/u.test(tokens.lower(next)) && tokens.at(mention.end - 1) > tokens.at(mention.start);
}

/**
 * "director for grassroots sports Salvador Malbog", "spokesperson for the State Department Heather Nauert": a name directly after the noun
 * of an office that a preposition brought in; after a title it is the office's ("a spokesman for Senator Ted Cruz").
 */
function nameAfterOffice({ tokens }: Article, source: TextRange, mentions: readonly IndexedMention[]): IndexedMention | undefined {
  const first = tokens.at(source.start);
  const courteous = mentions.find(({ start, end }) => end === source.end && isCourtesy(tokens, tokens.at(start) - 1) && !prepositions.has(tokens.lower(tokens.at(start) - 2)));
  if (courteous && isRoleWord(tokens, first, tokens.at(courteous.start))) return courteous;
  const name = mentions.find(({ start, end }) => end === source.end && tokens.at(end - 1) > tokens.at(start));
  const before = name ? tokens.at(name.start) - 1 : -1;
  if (name && (isOfficeOfBody(tokens, first, before) || isSecondOffice(tokens, first, before))) return name;
  if (before <= first || !isRoleWord(tokens, first, before) || tokens.kind(before) !== "word") return undefined;
  const facts = nameWords().facts(tokens.lower(before));
  const titled = (facts & (Word.role | Word.roles | Word.honorific | Word.people | Word.function)) !== 0 || prepositions.has(tokens.lower(before)) || /['’]s?$/u.test(tokens.text(before));
  // "ambassador to Egypt Paul Denning": the country is a name of its own
  const isApart = !tokens.isCapitalized(before) || (facts & Word.organizationHead) !== 0 || mentions.some(({ end }) => tokens.at(end - 1) === before);
  return !titled && isApart ? name : undefined;
}

/** "Secretary of State | John F. Kerry": the name at the end of a source that is, before it, what the article calls that person, and no more. */
export function mentionBehindRole({ text, tokens }: Article, entities: readonly FoundEntity[], source: TextRange, mentions: readonly IndexedMention[]): IndexedMention | undefined {
  const first = tokens.at(source.start);
  const start = tokens.start(determiners.has(tokens.lower(first)) ? first + 1 : first);
  return mentions.find((mention) => {
    const roles = entities[mention.entity]?.roles ?? [];
    const role = roles[lastStartingBy(roles, start)];
    return mention.end === source.end && role !== undefined && role.start <= start && role.end > start && text.slice(role.end, mention.start) === " ";
  });
}

/** "Under-secretary for Education Mr. | Collins", not "a spokesman for Mr. Collins". */
function isCourtesy(tokens: Tokens, index: number): boolean {
  return /^(?:mr|mrs|ms|miss|dr|sir|dame)\.?$/u.test(tokens.lower(index));
}

/** "Maine Department of Health Commissioner | Susan Leclair": an office with a capital behind the body whose it is. */
function isOfficeOfBody(tokens: Tokens, first: number, office: number): boolean {
  if (office <= first || !tokens.isCapitalized(office) || (nameWords().facts(tokens.lower(office)) & Word.role) === 0) return false;
  let of = first + 1;
  while (of < office && !prepositions.has(tokens.lower(of))) of++;
  return tokens.lower(of) === "of" && tokens.isCapitalized(of - 1) && (nameWords().facts(tokens.lower(of - 1)) & (Word.organizationHead | Word.organizationOf)) !== 0;
}

/** "Speaker of the Assembly and Harbour Minister | Ida Brandt": one office of somebody's and another, where no article tells of two. */
function isSecondOffice(tokens: Tokens, first: number, office: number): boolean {
  if (!tokens.isCapitalized(office) || determiners.has(tokens.lower(first)) || (nameWords().facts(tokens.lower(office)) & Word.role) === 0 || !isRoleWord(tokens, first, office)) return false;
  let and = office - 1;
  while (and > first && tokens.isCapitalized(and)) and--;
  return tokens.lower(and) === "and" && tokens.isCapitalized(and - 1);
}

/** Words of an example's title: "microbiology professor". */
const TITLE_LENGTH = 3;

/**
 * "advocates such as Mannie Witz", "experts such as professor Mary Collins of Hale University": one of a kind, who is given as the example of it; "a man
 * identified as Paul Denning". The only mention in the phrase, or the first behind those words where what follows tells of him.
 */
export function exampleMention({ tokens }: Article, source: TextRange, mentions: readonly IndexedMention[]): IndexedMention | undefined {
  const example = mentions.find(({ start }) => start > source.start);
  if (!example || example !== mentions[0]) return undefined;
  let before = tokens.at(example.start) - 1;
  const head = before - TITLE_LENGTH;
  while (before > head && tokens.start(before) > source.start && tokens.lower(before) !== "as" && (/^\p{Ll}/u.test(tokens.text(before)) || (nameWords().facts(tokens.lower(before).replace(/\.$/u, "")) & (Word.role | Word.honorific)) !== 0)) before--;
  const after = tokens.at(example.end - 1) + 1;
  const isExample = tokens.lower(before) === "as" && (tokens.lower(before - 1) === "such" || (tokens.lower(before - 1) === "identified" && !isOfAnother(tokens, tokens.at(source.start), before - 2)));
  const isAlone = mentions.length === 1 || /^(?:of|at|from|,)$/u.test(tokens.text(after));
  return isExample && isAlone && (tokens.start(after) >= source.end || tokens.text(after) === "," || tokens.lower(after) === "of") ? example : undefined;
}

/** "a friend of the man | identified as": the friend speaks; but "a man of Hale | identified as". */
function isOfAnother(tokens: Tokens, first: number, noun: number): boolean {
  if (tokens.isCapitalized(noun)) return false;
  for (let index = first; index < noun; index++) if (/^(?:of|to|for|with)$/u.test(tokens.lower(index))) return true;
  return false;
}

/** Between a phrase for somebody and the name that he gives. */
const GIVES_NAME = /^,? who (?:(?:\p{L}+ )?(?:identified|introduced|named) (?:him|her|them)sel(?:f|ves)|gave (?:his|her|their) name) (?:\p{Ll}+ )?as $/u;

/** "an eyewitness, who identified himself simply as Kunle": the name in the clause behind a phrase, of the whole source. */
export function selfNamed({ text }: Article, entities: readonly FoundEntity[], mentions: MentionIndex, phrase: TextRange, whole: TextRange): IndexedMention | undefined {
  const name = mentions.within(whole).find(({ start, entity }) => start > phrase.start && entities[entity]?.type === "person");
  const who = name ? text.slice(phrase.start, name.start).search(/,? who /u) : -1;
  return name && who > 0 && GIVES_NAME.test(text.slice(phrase.start + who, name.start)) ? name : undefined;
}

/** Parts that speak for the whole: "a three-judge panel of the Court of Appeals". */
const PART = /^(?:panel|chamber|division|branch|arm|wing|unit)$/u;

/** The organization of which a source phrase names a part. */
export function wholeMention({ tokens }: Article, source: TextRange, mentions: readonly IndexedMention[]): IndexedMention | undefined {
  const whole = mentions.find(({ end }) => end === source.end);
  if (!whole) return undefined;
  let before = tokens.at(whole.start) - 1;
  if (tokens.lower(before) === "the") before--;
  return tokens.start(before) > source.start && tokens.lower(before) === "of" && PART.test(tokens.lower(before - 1)) ? whole : undefined;
}

/** Nouns behind a name that tell what the body is: "the Gannett newspaper chain", "the Hale Group company". */
const KIND = /^(?:company|firm|group|chain|giant|newspaper|network|broadcaster|agency|union|party|campaign|foundation|charity|institute|association|airline|carmaker|bank|movement|organi[sz]ation)$/u;

/** The body that a source phrase names before the noun for what it is. */
export function bodyMention({ tokens }: Article, source: TextRange, mentions: readonly IndexedMention[]): IndexedMention | undefined {
  const [only, ...others] = mentions;
  const last = tokens.at(source.end - 1);
  const isFirst = only !== undefined && (only.start === source.start || (/^the$/iu.test(tokens.text(tokens.at(source.start))) && tokens.at(only.start) === tokens.at(source.start) + 1));
  if (!isFirst || others.some(({ entity }) => entity !== only.entity) || !KIND.test(tokens.lower(last))) return undefined;
  // "the Office for Ferries (OFF) agency"
  const behind = tokens.at(only.end - 1) + 1;
  const from = (bracketEnd(tokens, behind) ?? behind - 1) + 1;
  for (let index = from; index < last; index++) if (tokens.kind(index) !== "word" || tokens.isCapitalized(index) || prepositions.has(tokens.lower(index)) || /^['’]s?$/u.test(tokens.text(index))) return undefined;
  return tokens.at(only.end - 1) < last ? only : undefined;
}

/** True where a noun for a person stands before the first preposition of a phrase without an indefinite article. */
function isRoleWord(tokens: Tokens, first: number, end: number): boolean {
  for (let index = first; index < end; index++) {
    // "Mother of Harlow man Paul Denning"
    if (tokens.lower(index) === "of" && end - index > 2 && kinNouns.has(tokens.lower(index - 1))) return false;
    if (prepositions.has(tokens.lower(index))) return (nameWords().facts(tokens.lower(index - 1)) & Word.role) !== 0;
    if (tokens.text(index) === "," || /^an?$/iu.test(tokens.text(index))) return false;
  }
  return false;
}

/** What somebody may have behind a name: counsel, members of parliaments, honours, degrees and orders. */
const LETTERS = /^(?:[KQS]C|MP|M[ELS]P|MLA|TD|JP|[CMOKD]BE|FRS|RN|MD|DO|DDS|SJ|OP|[JS]r\.?|\d+)$/u;

/** A name counts where only letters after a name follow in its part: "Catrin Rees KC", "prosecutor Catrin Rees KC"; right at the head of the part any letters do. */
function isFollowedByLetters({ tokens }: Article, part: TextRange, mention: TextRange): boolean {
  const last = tokens.at(part.end - 1);
  if (mention.start < part.start || tokens.at(mention.end - 1) !== last - 1) return false;
  return LETTERS.test(tokens.text(last)) || (mention.start === part.start && /^\p{Lu}{2,4}$/u.test(tokens.text(last)));
}

