import type { TextRange } from "../../../document/range.js";
import { alignTexts } from "../../compare/alignTexts.js";
import { isParagraphBreak, type NormalizedText } from "../../compare/normalizedText.js";
import { mayShare } from "../../compare/pieceIndex.js";
import type { Edge } from "./doubledLine.js";
import { SIMILARITY_FLOOR } from "../resolve.js";

/** Fewer letters of a paragraph stand anywhere. */
const LEAST_LENGTH = 24;
const LONGEST_PARAGRAPH = 4000;
/** What is as a whole a piece of a paragraph has so many letters of it in one piece. */
const PIECE_LENGTH = 8;
/** What is less than this part of a paragraph is a line from it, put beside it, and not what is left of it. */
const LEFT_SHARE = 0.25;

/**
 * The paragraphs of the old text next to which a paragraph was put in that is as a whole a piece of them: either may be what is left of the old one, and the other an edited copy.
 * `from` and `to` are where what was put in, or came for a few letters, begins and ends.
 */
export function findLeftovers(from: Edge, to: Edge, old: NormalizedText, present: NormalizedText): TextRange[] {
  const added = present.text.slice(from.after, to.after).trim();
  if (added.length < LEAST_LENGTH || added.length > LONGEST_PARAGRAPH || to.before - from.before >= LEAST_LENGTH || !isParted(from, to, old, present)) return [];
  const isPiece = (start: number, end: number): boolean => {
    const beside = present.text.slice(start, end);
    if (added.length < LEFT_SHARE * beside.length || !mayShare(beside, added, PIECE_LENGTH)) return false;
    const kept = alignTexts(beside, added).reduce((sum, { length }) => sum + length, 0);
    return kept >= Math.max(LEAST_LENGTH, SIMILARITY_FLOOR * added.length);
  };
  const found: TextRange[] = [];
  if (isPiece(paragraphAround(present, from.after - 2).start, from.after)) found.push(paragraphAround(old, from.before - 2));
  if (isPiece(to.after, paragraphAround(present, to.after + 1).end)) found.push(paragraphAround(old, to.before + 1));
  return found;
}

/** True where an end of a paragraph came with what was put in. */
function isParted(from: Edge, to: Edge, old: NormalizedText, present: NormalizedText): boolean {
  return countBreaks(present, from.after - 1, to.after) > countBreaks(old, from.before - 1, to.before);
}

function countBreaks(text: NormalizedText, first: number, last: number): number {
  let count = 0;
  for (let unit = first; unit <= last; unit++) if (isParagraphBreak(text, unit)) count++;
  return count;
}

function paragraphAround(text: NormalizedText, at: number): TextRange {
  return paragraphAt(text, { start: at, end: at });
}

/** The paragraph that a range stands in, as far as it is looked at. */
export function paragraphAt(text: NormalizedText, range: TextRange): TextRange {
  let { start, end } = range;
  while (range.start - start < LONGEST_PARAGRAPH && !isParagraphBreak(text, start - 1)) start--;
  while (end - range.end < LONGEST_PARAGRAPH && !isParagraphBreak(text, end)) end++;
  return { start, end };
}
