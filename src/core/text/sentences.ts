import type { TextRange } from "../document/range.js";
import { standsBeforeName } from "./abbreviations.js";
import { isSayingVerb } from "./sayingVerbs.js";
import type { Tokens } from "./tokens.js";

/** A sentence as tokens: from `first` up to but not including `end`. */
export interface TokenRun {
  readonly first: number;
  readonly end: number;
}

/** Capitalized, these begin a sentence rather than go on with a name: what tells "in the U.S. The" from "U.S. Senator". */
const STARTERS: ReadonlySet<string> = new Set(
  "A An The This That These Those He She It They We You I His Her Its Their Our My Your There Here In On At By For From With To Of As After Before During While When Where What Who Why How If But And Or So Yet Nor Not No Yes Some Many Most Several Both All Each Every Another Other Others Since Although Though Because Despite Under Over Between Among About Also However Meanwhile Then Now Today Once".split(
    " ",
  ),
);
const CLOCK_FOLLOWERS =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Eastern|Central|Mountain|Pacific|Greenwich|Moscow|Local|[A-Z]{2,4}$)/u;
const TERMINATOR = /^[.!?…。！？।؟۔‽]$/u;
/** Names seldom have more words than this between a quotation and its verb. */
const LONGEST_SOURCE = 8;

/**
 * Splits the tokens of one block into sentences. A closing quotation mark or bracket belongs to the sentence before it; an
 * abbreviation ends a sentence only where the next word says so. Linear.
 */
export function splitSentences(tokens: Tokens, { first, end }: TokenRun): TokenRun[] {
  const sentences: TokenRun[] = [];
  const hasCapitals = anyCapital(tokens, first, end);
  let from = first;
  let index = first;
  while (index < end) {
    const stop = readStop(tokens, index, end);
    if (stop === undefined) {
      index++;
      continue;
    }
    if (stop.next < end && endsSentence(tokens, stop, { from, end, hasCapitals })) {
      sentences.push({ first: from, end: stop.next });
      from = stop.next;
    }
    index = stop.next;
  }
  if (from < end) sentences.push({ first: from, end });
  return sentences;
}

/** From the start of a run's first token to the end of its last. */
export function runRange(tokens: Tokens, run: TokenRun): TextRange {
  return tokens.span(run.first, run.end);
}

/** Where a sentence may end: its last word or mark, and the first token after the stop with all that closes with it. */
interface Stop {
  /** The token that stops: a mark, or an abbreviation with its full stop. */
  readonly at: number;
  readonly next: number;
  readonly isEllipsis: boolean;
  /** The stop is "?" or "!" before a closing quotation mark. */
  readonly isExclaimedQuote: boolean;
}

/** The tokens among which a sentence may end. */
interface Reading {
  readonly from: number;
  readonly end: number;
  readonly hasCapitals: boolean;
}

function readStop(tokens: Tokens, at: number, end: number): Stop | undefined {
  const kind = tokens.kind(at);
  if (kind === "word") {
    const text = tokens.text(at);
    if (!text.endsWith(".")) return undefined;
  } else if (kind !== "mark" || !TERMINATOR.test(tokens.text(at))) return undefined;
  let next = at + 1;
  let dots = tokens.text(at) === "." ? 1 : 0;
  let isExclaimed = /[?!？！]/u.test(tokens.text(at));
  while (next < end && TERMINATOR.test(tokens.text(next))) {
    const text = tokens.text(next);
    if (text === "." && (tokens.isJoined(next) || tokens.text(next - 1) === ".")) dots++;
    else if (!tokens.isJoined(next)) break;
    if (/[?!？！]/u.test(text)) isExclaimed = true;
    next++;
  }
  const isEllipsis = (dots === 2 || dots === 3 || tokens.text(next - 1) === "…") && !isExclaimed;
  let isQuoted = false;
  while (next < end && closes(tokens, next, end)) {
    if (tokens.kind(next) === "quote") isQuoted = true;
    next++;
  }
  return { at, next, isEllipsis, isExclaimedQuote: isExclaimed && isQuoted };
}

/** True for a closing mark or bracket that stands directly after what it closes. */
function closes(tokens: Tokens, index: number, end: number): boolean {
  if (!tokens.isJoined(index)) return false;
  const text = tokens.text(index);
  if (tokens.kind(index) === "mark") return text === ")" || text === "]";
  if (tokens.kind(index) !== "quote") return false;
  if (/^[’”»›]$/u.test(text)) return true;
  // glued to the next word, a mark opens it: `He left."Why?"`
  return /^(?:["'“«‹]|'')$/u.test(text) && !isJoinedWord(tokens, index + 1, end);
}

function isJoinedWord(tokens: Tokens, index: number, end: number): boolean {
  return index < end && tokens.isJoined(index) && (tokens.kind(index) === "word" || tokens.kind(index) === "number");
}

function endsSentence(tokens: Tokens, { at, next, isEllipsis, isExclaimedQuote }: Stop, { from, end, hasCapitals }: Reading): boolean {
  const opening = skipOpening(tokens, next, end);
  const word = tokens.text(opening);
  const first = word.charAt(0);
  const isLower = /^\p{Ll}/u.test(word);
  const isUpper = /^\p{Lu}/u.test(word);
  const stop = tokens.text(at);
  if (tokens.isJoined(next)) {
    // scripts without spaces, and a space that was lost: "…he said.The minister"
    if (/^[。！？।]$/u.test(stop)) return true;
    // before a mark that opens, a name may end the sentence, too: `said Hollis."We are …`
    const ending = opening > next ? /^\p{L}{3,}$/u : /^\p{Ll}{2,}$/u;
    return stop === "." && opening <= next + 1 && isUpper && word.length > 1 && ending.test(tokens.text(at - 1)) && tokens.isJoined(at);
  }
  if (opening >= end) return false;
  if (tokens.kind(opening) === "mark" && /^[,;:)\]\-–—―/|&+=]$/u.test(first)) return false;
  if (isLower) return !hasCapitals && tokens.kind(at) === "mark" && !isEllipsis && !isExclaimedQuote;
  if (isExclaimedQuote && opening === next && isSource(tokens, next, end)) return false;
  if (isEllipsis) return tokens.isJoined(at) && isUpper && word !== "I" && !/^I['’]/u.test(word);
  if (/^(?:\p{Lu}\.)*\p{Lu}\.?$/u.test(tokens.kind(at) === "mark" ? tokens.text(at - 1) : stop) && isNickname(tokens, next, end)) return false;
  if (tokens.kind(at) === "mark") {
    // "1. First": the number of an item
    return !(stop === "." && at === from + 1 && tokens.kind(from) === "number" && tokens.end(from) - tokens.start(from) <= 3);
  }
  // after an abbreviation
  if (standsBeforeName(stop)) return false;
  if (/^[ap]\.m\.$/iu.test(stop)) return isUpper && !CLOCK_FOLLOWERS.test(word);
  // "at 49.6 C. Mayor Keane said": degrees are no initial
  if (/^[CF]\.$/u.test(stop) && tokens.kind(at - 1) === "number") return isUpper;
  if (stop === "etc.") return isUpper;
  // "wrote on X. Keane said": the platform
  if (stop === "X." && tokens.text(at - 1) === "on") return isUpper;
  // "a broker with Hale Ltd. Mr. Keane said"
  if (COMPANY_ENDING.test(stop) && COURTESY.test(word)) return true;
  // "at 1200 Broad St. Keane said": an address ends there, where a surname and a verb of saying follow
  if (isUpper && ROAD.test(stop) && isAddress(tokens, at, from) && opening + 1 < end && isSayingVerb(tokens.text(opening + 1))) return true;
  // "Paul Keane Jr. (D-Ohio)"
  if (/^[JS]r\.$/u.test(stop) && tokens.text(next) === "(") return false;
  return opening > next || STARTERS.has(word.replace(/['’].*$/u, ""));
}

const ROAD = /^(?:St|Ave|Blvd|Rd|Hwy)\.$/u;
/** Words of a street's name. */
const LONGEST_STREET = 4;

/** True for the last word of a street with a number before its name: "1200 E. Broad | St."; "1200 St." is a saint's. */
function isAddress(tokens: Tokens, road: number, from: number): boolean {
  for (let index = road - 2; index >= Math.max(from, road - 1 - LONGEST_STREET); index--) if (tokens.kind(index) === "number") return true;
  return false;
}

const COMPANY_ENDING = /^(?:Ltd|Inc|Corp|Co|Bros|Cos)\.$/u;
const COURTESY = /^(?:Mr|Mrs|Ms|Messrs)\.$/u;

/** The rest of `Lucille D. "Lou" Hathaway`: one word in quotation marks, and a name behind it. */
function isNickname(tokens: Tokens, next: number, end: number): boolean {
  return next + 3 < end && tokens.kind(next) === "quote" && tokens.isCapitalized(next + 1) && tokens.kind(next + 2) === "quote" && tokens.isJoined(next + 2) && tokens.isCapitalized(next + 3);
}

function skipOpening(tokens: Tokens, index: number, end: number): number {
  let at = index;
  while (at < end && (tokens.kind(at) === "quote" || tokens.text(at) === "(" || tokens.text(at) === "[")) at++;
  return at;
}

/** True where a name and a verb of saying follow: `"Why?" Foreign Minister Sergey Lavrov asked`, `"Why?" I asked`. */
function isSource(tokens: Tokens, from: number, end: number): boolean {
  for (let index = from; index < end && index < from + LONGEST_SOURCE; index++) {
    const word = tokens.text(index);
    if (isSayingVerb(word)) return index > from;
    if (tokens.kind(index) !== "word" || !(/^\p{Lu}/u.test(word) || /^(?:de|la|van|von|bin|al|el|of|the|['’]s)$/u.test(word))) return false;
  }
  return false;
}

function anyCapital(tokens: Tokens, first: number, end: number): boolean {
  for (let index = first; index < end; index++) {
    if (tokens.kind(index) === "word" && tokens.isCapitalized(index)) return true;
  }
  return false;
}
