import { alignTexts } from "../compare/alignTexts.js";
import type { NormalizedText } from "../compare/normalizedText.js";
import { UNKNOWN, gapsOf, type KnownText } from "./sketch.js";

/** A text that holds another version of itself besides is longer by at least this part. */
const GROWN_SHARE = 0.5;
/** So much of the old text stands in what is left of the new one where all of it was told again. */
const TOLD_SHARE = 0.5;
/** And from the first stretch of it to the last so much. */
const REACH_SHARE = 0.75;
/** Of few words that are known as many may all be of one paragraph: the text is then longer by so much. */
const FEW_GROWN_SHARE = 0.75;
/** Shorter stretches stand anywhere. */
const LEAST_LENGTH = 16;

/**
 * True where the new text holds two versions of the whole old one, as where an older version was left before or behind an article: which of them the words are of
 * nobody can tell, however near one of them stands to what it was.
 */
export function holdsTwoVersions(known: KnownText, old: NormalizedText, oldLength: number, present: NormalizedText): boolean {
  const grown = (present.original.length - oldLength) / oldLength;
  if (grown < GROWN_SHARE) return false;
  const left: string[] = [];
  let end = 0;
  const blocks = alignTexts(old.text, present.text).filter(({ length }) => length >= LEAST_LENGTH);
  for (const { after, length } of blocks.toSorted((a, b) => a.after - b.after)) {
    left.push(present.text.slice(end, after));
    end = Math.max(end, after + length);
  }
  left.push(present.text.slice(end));
  const again = alignTexts(old.text, left.join(UNKNOWN)).filter(({ length }) => length >= LEAST_LENGTH);
  const told = again.reduce((sum, { length }) => sum + length, 0) / (old.text.length - gapsOf(old.text).length);
  const offsetOf = (unit: number): number => known.offsetOf(old.offsets[unit] ?? 0);
  const [first, last] = [again[0], again.at(-1)];
  // what is known may all be of one paragraph
  const isFromStartToEnd = first !== undefined && last !== undefined && offsetOf(last.before + last.length) - offsetOf(first.before) >= REACH_SHARE * oldLength;
  return told >= TOLD_SHARE && (isFromStartToEnd || grown >= FEW_GROWN_SHARE);
}
