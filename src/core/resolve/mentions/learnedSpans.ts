import { isSuffixWord } from "../../detect/names/nameRuns.js";
import { PARTY } from "../../detect/places/placeEvidence.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import { NAME_LABELS } from "../../tagger/probabilities.js";
import { standsBeforeName } from "../../text/abbreviations.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import { isAddress } from "./noNames.js";

/** What the network says of stretches of tokens. */

const LABELS = NAME_LABELS.length;
/** Index in `NAMED`. */
const PERSON = 0;
const PLACE = 2;
/** So sure may the network be that a token is no part of a name for it to begin or go on with one. */
const MOST_NOTHING = Math.log(0.75);
/** What is surer counts for no more. */
export const MOST_ODDS = 4;
/** No name is longer, and it bounds the work. */
export const LONGEST = 16;

/** Stretches that the network labels as one name, by the likeliest labels but for "nothing" where that is doubtful. */
export function* learnedSpans({ tokens, blocks }: Article, logs: Float32Array): Generator<readonly [number, number]> {
  const length = Math.min(tokens.length, logs.length / LABELS);
  let first = -1;
  let kind = -1;
  let block = 0;
  for (let token = 0; token <= length; token++) {
    let best = 0;
    while (token >= (blocks[block]?.endToken ?? Number.POSITIVE_INFINITY)) block++;
    // a headline's last name is none with the dateline below it
    const opensBlock = token === blocks[block]?.firstToken || isPause(tokens, token);
    if (token < length && (logs[token * LABELS] ?? 0) < MOST_NOTHING && !isAddress(tokens, token)) best = likeliestLabel(logs, token);
    const goesOn = first >= 0 && !opensBlock && best === kind * 2 + 2 && token - first < LONGEST;
    if (goesOn) continue;
    if (first >= 0 && !isSuffixWord(tokens.text(first))) {
      const end = kind === PLACE ? withoutNoun(tokens, first, token) : kind === PERSON ? withoutAge(tokens, first, token) : token;
      if (kind === PLACE) first = afterNumber(tokens, afterKind(tokens, first, end), end);
      if (kind === PERSON) first = afterTitle(tokens, first, end);
      yield [first, end - first > 1 && isPostNominal(tokens, end - 1) ? end - 1 : kind === PERSON ? afterSuffix(tokens, end) : end];
    }
    first = best > 0 && tokens.kind(token) !== "mark" && !isParty(tokens, token) ? token : -1;
    kind = Math.floor((best - 1) / 2);
  }
}

/** The likeliest label of a token but for "nothing". */
function likeliestLabel(logs: Float32Array, token: number): number {
  let best = 1;
  for (let label = 2; label < LABELS; label++) if ((logs[token * LABELS + label] ?? 0) > (logs[token * LABELS + best] ?? 0)) best = label;
  return best;
}

/** "R-Westfield": the letter of a party is no part of the place. */
function isParty(tokens: Tokens, token: number): boolean {
  return tokens.text(token + 1) === "-" && tokens.isJoined(token + 1) && PARTY.test(tokens.text(token));
}

/** "Leiden - Delft": no name goes on behind a dash that stands by itself. */
export function isPause(tokens: Tokens, token: number): boolean {
  return tokens.kind(token - 1) === "mark" && !tokens.isJoined(token) && !tokens.isJoined(token - 1) && /^[-–—]$/u.test(tokens.text(token - 1));
}

/** Where a place's name begins that the network has with what is before it: "Limburg" of "Dutch province of Limburg". */
function afterKind(tokens: Tokens, first: number, end: number): number {
  for (let of = first + 1; of + 1 < end; of++) if (tokens.text(of) === "of" && !tokens.isCapitalized(of - 1) && isKindOfPlace(tokens.text(of - 1))) return of + 1;
  return first;
}

/** "Monument Ave." of "2031 Monument Ave.", while "4th Street" has its number for a name. */
function afterNumber(tokens: Tokens, first: number, end: number): number {
  return end - first > 1 && /^\d{1,5}$/u.test(tokens.text(first)) && tokens.isCapitalized(first + 1) ? first + 1 : first;
}

/** Where a place's name ends that the network has with what is behind it: "Kirkuk" of "Kirkuk province", "Wilkin" of "Wilkin counties", but "Washington state". */
function withoutNoun(tokens: Tokens, first: number, end: number): number {
  // "Dutch province of"
  let last = tokens.text(end - 1) === "of" ? end - 1 : end;
  while (last - first > 1 && (isBehindPlace(tokens.text(last - 1)) || DANGLING.test(tokens.text(last - 1)))) last--;
  return last;
}

/** "Flaherty" of "Cllr Flaherty". */
function afterTitle(tokens: Tokens, first: number, end: number): number {
  const word = tokens.text(first);
  const isTitle = (nameWords().facts(word.toLowerCase()) & (Word.honorific | Word.particle)) === Word.honorific && standsBeforeName(`${word}.`);
  return isTitle && end - first === 2 && tokens.isCapitalized(first + 1) ? first + 1 : first;
}

/** Where a person's name of two words ends that the network has with an age behind it: "Paul Denning 66, a farmer,". */
function withoutAge(tokens: Tokens, first: number, end: number): number {
  return end - first > 2 && /^[1-9]\d$/u.test(tokens.text(end - 1)) ? end - 1 : end;
}

const BEHIND_PLACE = /^(?:counties|states|countries|itself)$/u;
/** With which no name ends. */
const DANGLING = /^(?:and|at|in|on|[-–—,])$/u;

/** True for what stands behind a place's name and is none of it. */
export function isBehindPlace(word: string): boolean {
  return isKindOfPlace(word) || BEHIND_PLACE.test(word);
}

function isKindOfPlace(word: string): boolean {
  return word !== "state" && placeContext.placeNoun.has(word);
}

/** Where a person's name ends that "Jr." or ", Jr." may follow. */
function afterSuffix(tokens: Tokens, end: number): number {
  const suffix = tokens.text(end) === "," ? end + 1 : end;
  return isSuffixWord(tokens.text(suffix)) ? suffix + 1 : end;
}

/** The same the other way round: the end of a name without ", Jr." and without the stop that is the sentence's, too, of which corpora differ. */
export function nameEnd(tokens: Tokens, first: number, end: number): number {
  if (end - first === 2 && tokens.text(end - 1) === ".") return end - 1;
  if (end - first < 3 || !isSuffixWord(tokens.text(end - 1))) return end;
  return tokens.text(end - 2) === "," ? end - 2 : end - 1;
}

/** What the rules leave no doubt of, whatever the network says. */
export interface SpanFacts {
  /** The tokens are of one name: another that begins in it is none. */
  readonly isOne: boolean;
  /** The token before it is no part of it, */
  readonly beginsHere: boolean;
  /** nor the next one. */
  readonly endsHere: boolean;
}

/** Logarithm of the odds that a name of this kind is just these tokens: as sure as its most doubtful token or border. */
export function spanOdds(logs: Float32Array, first: number, end: number, kind: number, { isOne, beginsHere, endsHere }: SpanFacts): number {
  const [begin, inner] = [1 + 2 * kind, 2 + 2 * kind];
  let least = Math.max(logs[first * LABELS + begin] ?? Number.NEGATIVE_INFINITY, beginsHere ? (logs[first * LABELS + inner] ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY);
  for (let token = first + 1; token < end; token++) {
    const inside = logs[token * LABELS + inner] ?? Number.NEGATIVE_INFINITY;
    const anew = logs[token * LABELS + begin] ?? Number.NEGATIVE_INFINITY;
    least = Math.min(least, isOne ? Math.log(Math.exp(inside) + Math.exp(anew)) : inside);
  }
  const after = endsHere ? undefined : logs[end * LABELS + inner];
  if (after !== undefined) least = Math.min(least, Math.log1p(-Math.min(Math.exp(after), 0.999)));
  return toOdds(least);
}

export function nothingOdds(logs: Float32Array, first: number, end: number): number {
  let sum = 0;
  for (let token = first; token < end; token++) sum += Math.exp(logs[token * LABELS] ?? 0);
  return toOdds(Math.log(Math.max(1e-4, 1 - sum / (end - first))));
}

function toOdds(log: number): number {
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, log - Math.log1p(-Math.min(Math.exp(log), 0.9999))));
}

/** "KC" after "Catrin Rees", the "P.S." below a signature: letters behind a name that are none of it. */
export function isPostNominal(tokens: Tokens, index: number): boolean {
  if (/^P\.?S\.?$/u.test(tokens.text(index))) return true;
  return (nameWords().facts(tokens.lower(index)) & Word.postNominal) !== 0 && /^\p{Lu}.*\p{Lu}/u.test(tokens.text(index));
}
