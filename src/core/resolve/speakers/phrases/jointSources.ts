import type { TextRange } from "../../../document/range.js";
import { kinNouns } from "../../../lexicon/kinship.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { determiners, prepositions } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { IndexedMention } from "../mentionIndex.js";
import { isOneBody } from "./jointMentions.js";
import { isOneRole } from "./sourceRoles.js";

/** Words before the first of several: "both Smith and her lawyer". */
const BOTH = /^(?:both|either|neither)$/u;
const JOINS = /^(?:and|or|nor|&)$/u;
/** "and whose friends", "and that he": no noun phrase begins here. */
const RELATIVE = /^(?:whose|which|what|that|this)$/u;
/** Begin a part that has no name: "and two aides", "and other members". */
const OTHERS = /^(?:other|others|members|officials|aides|lawyers|colleagues|friends|relatives)$/u;

/**
 * The parts of a source that speak together: "Smith and her lawyer", "Smith, Jones and two aides", "the mayor and the governor". None
 * where "and" joins something else: what one of them is ("Smith, the founder and head of the firm"), two things that an office is for, or
 * the words of a name.
 */
export function jointParts(article: Article, source: TextRange, mentions: readonly IndexedMention[]): TextRange[] {
  const { tokens } = article;
  const end = tokens.at(source.end - 1) + 1;
  let first = tokens.at(source.start);
  if (BOTH.test(tokens.lower(first))) first++;
  const and = lastJoin(article, first, end, mentions);
  if (and === undefined) return [];
  const isListed = tokens.text(and - 1) === ",";
  const left = splitList(article, first, clauseStart(article, first, isListed ? and - 1 : and), mentions);
  const right = tokens.span(and + 1, end);
  const [opening] = left;
  if (!opening) return [];
  // "Smith, the founder and the head of the firm" is one
  const isOne = left.length === 1 && !isListed && hasComma(article, opening);
  // "Médecins Sans Frontières, or Doctors Without Borders," has two names
  const isSecondName = left.length === 1 && isListed && tokens.lower(and) === "or";
  // "…, a Democrat from Oakland, and Sen. Paul Denning", not "spokesmen at the bank and Justice Department"
  const isTitled = tokens.isCapitalized(and + 1) && isTitle(tokens.lower(and + 1)) && !mentions.some(({ start }) => start === right.start) && !isGoverned(article, opening, mentions);
  // "a group led by Hale Ltd and its chairman"
  const isLed = holdsAgent(article, opening);
  const isOfOffice = holdsPreposition(article, opening, mentions) && !isTitled && !(determiners.has(tokens.lower(and + 1)) && isOneRole(article, right));
  // the "House Oversight and Government Reform Committee"
  const names = [...left, right].map((part) => mentions.find(({ end: until }) => until === part.end));
  const isBody = names.every((name) => name !== undefined) && isOneBody(article, names);
  const isCut = [...left, right].some((part, index) => names[index] === undefined && tokens.isCapitalized(tokens.at(part.end - 1)) && !isOneRole(article, part) && !mentions.some(({ start }) => start >= part.start && start < part.end));
  // "Hale Council leader and union chairman Paul Denning" is both: a noun that counts has no article before a name alone
  const isTwofold = left.length === 1 && names[0] === undefined && names[1] !== undefined && isOneRole(article, opening) && !determiners.has(tokens.lower(first)) && !hasOwner(article, opening) && isOffice(article, right, names[1]);
  return isTwofold || isOne || isSecondName || isLed || isOfOffice || isBody || isCut ? [] : [...left, right];
}

/** "Hale's leader". */
function hasOwner({ text }: Article, part: TextRange): boolean {
  return /\p{L}['’](?:s\b|\s)/u.test(text.slice(part.start, part.end));
}

/** True where the noun of an office stands right before the name. */
function isOffice({ tokens }: Article, part: TextRange, name: TextRange): boolean {
  const before = tokens.at(name.start) - 1;
  return tokens.start(before) >= part.start && (nameWords().facts(tokens.lower(before)) & Word.role) !== 0;
}

/** The last "and" before a noun phrase of its own, outside the names. */
function lastJoin({ tokens }: Article, first: number, end: number, mentions: readonly IndexedMention[]): number | undefined {
  for (let index = end - 2; index > first; index--) {
    const at = tokens.start(index);
    if (!JOINS.test(tokens.lower(index)) || mentions.some(({ start, end: until }) => start < at && at < until)) continue;
    const next = tokens.lower(index + 1);
    // "Mary Collins, a Democrat from Oakland, and Sen. Paul Denning", not "Chairman and Chief Mary Collins"
    const isTitled = tokens.isCapitalized(index + 1) && isTitle(next) && !isTitle(tokens.lower(index - 1)) && mentions.some(({ end: until }) => until <= at) && mentions.some(({ start }) => start > at);
    const begins = isTitled || (determiners.has(next) && !RELATIVE.test(next)) || OTHERS.test(next) || tokens.kind(index + 1) === "number" || mentions.some(({ start }) => start === tokens.start(index + 1));
    return begins ? index : undefined;
  }
  return undefined;
}

/** "the office of Mary Collins and Sen. Paul Denning": whoever is named first does not speak herself. */
function isGoverned({ tokens }: Article, part: TextRange, mentions: readonly IndexedMention[]): boolean {
  const name = mentions.find(({ start }) => start >= part.start);
  return name !== undefined && prepositions.has(tokens.lower(tokens.at(name.start) - 1)) && name.start > part.start;
}

/** "led by", "backed by": those behind it are agents of what stands before. */
function holdsAgent({ tokens }: Article, part: TextRange): boolean {
  for (let index = tokens.at(part.start) + 1; tokens.start(index) < part.end && index < tokens.length; index++) if (tokens.lower(index) === "by" && /^(?:led|headed|backed|owned|run|funded|supported|represented)$/u.test(tokens.lower(index - 1))) return true;
  return false;
}

/** "Mayor", "Mr."; a child's is none. */
function isTitle(lower: string): boolean {
  return !kinNouns.has(lower) && (nameWords().facts(lower.replace(/\.$/u, "")) & (Word.honorific | Word.role)) !== 0;
}

/** "Smith, Jones" before "and": parts of their own where each is a name, else one with what explains it. */
function splitList(article: Article, first: number, end: number, mentions: readonly IndexedMention[]): TextRange[] {
  const { tokens } = article;
  const parts: TextRange[] = [];
  let from = first;
  for (let index = first; index <= end; index++) {
    if (index < end && tokens.text(index) !== ",") continue;
    if (index > from) parts.push(tokens.span(from, index));
    from = index + 1;
  }
  const isList = parts.every((part) => mentions.some(({ end: until }) => until === part.end) && !holdsPreposition(article, part, mentions));
  return isList || end <= first ? parts : [tokens.span(first, end)];
}

/** "Smith, who lives there": where the relative clause of the only one before "and" begins. */
function clauseStart({ tokens }: Article, first: number, end: number): number {
  for (let index = first + 1; index < end - 1; index++) if (tokens.text(index) === "," && /^(?:who|which|whose)$/u.test(tokens.lower(index + 1))) return index;
  return end;
}

function hasComma({ tokens }: Article, part: TextRange): boolean {
  for (let index = tokens.at(part.start); tokens.start(index) < part.end && index < tokens.length; index++) if (tokens.text(index) === ",") return true;
  return false;
}

function holdsPreposition({ tokens }: Article, part: TextRange, mentions: readonly IndexedMention[]): boolean {
  for (let index = tokens.at(part.start) + 1; index < tokens.length && tokens.start(index) < part.end; index++) {
    const at = tokens.start(index);
    if (prepositions.has(tokens.lower(index)) && !mentions.some(({ start, end }) => start < at && at < end)) return true;
  }
  return false;
}
