import type { TextRange } from "../../../document/range.js";
import { determiners, prepositions, subordinators } from "../../../lexicon/wordClasses.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import type { IndexedMention } from "../mentionIndex.js";
import { typeOf } from "./descriptions.js";

/** A part of a source phrase. */
interface Part extends TextRange {
  readonly afterComma: boolean;
}

/** Parts of a source phrase between commas, prepositions and relative clauses. */
export function splitPhrase({ tokens }: Article, source: TextRange, mentions: readonly IndexedMention[]): Part[] {
  const parts: Part[] = [];
  const end = tokens.at(source.end - 1) + 1;
  let first = tokens.at(source.start);
  const close = (until: number): void => {
    // "Hale Foods LLC." whose name is known without its full stop
    const last = tokens.text(until - 1) === "." && mentions.some((mention) => mention.end === tokens.end(until - 2)) ? until - 2 : until - 1;
    if (until > first) parts.push({ start: tokens.start(first), end: tokens.end(last), afterComma: tokens.text(first - 1) === "," });
  };
  for (let index = first; index < end; index++) {
    const lower = tokens.lower(index);
    // "the World Ferry Organization (WFO) representative Jane Doe"
    const behind = (bracketEnd(tokens, index) ?? end) + 1;
    if (behind < end && tokens.kind(behind) === "word" && !prepositions.has(tokens.lower(behind)) && !subordinators.has(tokens.lower(behind)) && !/^(?:and|or|but)$/u.test(tokens.lower(behind))) {
      index = behind - 1;
      continue;
    }
    // "a worn-out Jane Doe"
    const isJoined = tokens.isJoined(index) && tokens.text(index - 1) === "-";
    if (isMark(tokens, index) || (index > first && !isJoined && (prepositions.has(lower) || subordinators.has(lower) || isWhatOneDoes(tokens, mentions, first, index) || isDoneTo(tokens, mentions, index)) && !isInside(mentions, tokens.start(index)))) {
      close(index);
      first = index + 1;
    }
  }
  close(end);
  return parts;
}

/**
 * "Mary Collins | opening the debate", "Hale Ltd | based in Harlow": a participle right behind a name of two words or more, and no noun as in "Scott West wrestling coach"; in "people
 * Mary Collins appointed to the board" it tells what she did.
 */
function isWhatOneDoes(tokens: Tokens, mentions: readonly IndexedMention[], first: number, index: number): boolean {
  const before = tokens.end(tokens.text(index - 1) === "." ? index - 2 : index - 1);
  if (!determiners.has(tokens.lower(index + 1)) && !prepositions.has(tokens.lower(index + 1))) return false;
  const name = mentions.find(({ start, end }) => end === before && tokens.at(start) < index - 1);
  if (!name) return false;
  const opening = tokens.at(name.start) - 1;
  const isHead = opening < first || tokens.isCapitalized(opening) || determiners.has(tokens.lower(opening)) || (nameWords().facts(tokens.lower(opening)) & Word.role) !== 0;
  return /^\p{Ll}{2,}ing$/u.test(tokens.text(index)) || (isHead && /^\p{Ll}{2,}ed$/u.test(tokens.text(index)));
}

/** "a pastor | supporting Mr. Doe", "groups | encouraging Jane Doe to run": a participle between people or a body and the name of another. */
function isDoneTo(tokens: Tokens, mentions: readonly IndexedMention[], index: number): boolean {
  if (!/^\p{Ll}{3,}ing$/u.test(tokens.text(index)) || !/^\p{Ll}+$/u.test(tokens.text(index - 1)) || typeOf(tokens.lower(index - 1).replace(/s$/u, "")) === undefined) return false;
  const isTitled = (nameWords().facts(tokens.lower(index + 1).replace(/\.$/u, "")) & Word.honorific) !== 0;
  const name = tokens.start(index + 1 + (isTitled ? (tokens.text(index + 2) === "." ? 2 : 1) : 0));
  return mentions.some(({ start }) => start === name);
}

/** True within a name: "the Council on Harbours" is one. */
export function isInside(mentions: readonly IndexedMention[], offset: number): boolean {
  return mentions.some(({ start, end }) => start < offset && offset < end);
}

/** A comma, a bracket or a dash, which two hyphens and one between spaces are, too. */
export function isMark(tokens: Tokens, index: number): boolean {
  return /^(?:[,(–—]|--)$/u.test(tokens.text(index)) || (tokens.text(index) === "-" && (!tokens.isJoined(index) || tokens.text(index + 1) === "-"));
}

/** Tokens of a bracket behind a name: "(R-Ky.)". */
const BRACKET_LENGTH = 6;

/** Index of the mark that closes the short bracket which this one opens; undefined for any other token. */
export function bracketEnd(tokens: Tokens, open: number): number | undefined {
  if (tokens.text(open) !== "(") return undefined;
  for (let index = open + 1; index <= open + BRACKET_LENGTH; index++) if (tokens.text(index) === ")") return index;
  return undefined;
}
