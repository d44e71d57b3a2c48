import type { TextRange } from "../../document/range.js";
import type { PieceIndex } from "./pieceIndex.js";

/** From one piece that is looked up to the next at least so far, in words at most so many. */
const STEP = 4;
const STEPS_AT_MOST = 32;
/** A piece counts as often as this at most. */
const COMMON = 16;
/** Fewer stand anywhere by chance. */
export const ALIKE_AT_LEAST = 3;
/** Words stood twice where this part of them and of what stands around them did. */
export const TWICE_SHARE = 0.6;

/**
 * How much in a text is like some words and what stands around them: how often pieces of these stand at other places than their own, of which `isOwn` tells. Where it is
 * no more than it was, nothing was put in that may be taken for the words. `around` is a range of `source`; what is known of it may end a letter earlier or later.
 */
export function countAlike(index: PieceIndex, source: string, around: TextRange, words: TextRange, isOwn: (at: number, place: number) => boolean): number {
  const step = stepFor(words);
  let count = 0;
  for (let at = around.start + 1 + ((words.start - around.start - 1) % step); at + index.size < around.end; at += step) {
    count += index.countPlaces(source, at, (place) => !isOwn(at, place), COMMON);
  }
  return count;
}

/** How many pieces of so much of some words and what stands around them are looked up. */
export function piecesIn(length: number, words: TextRange, size: number): number {
  return Math.max(0, length - size) / stepFor(words);
}

function stepFor({ start, end }: TextRange): number {
  return Math.max(STEP, Math.ceil((end - start) / STEPS_AT_MOST));
}
