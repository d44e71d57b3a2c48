import type { TextRange } from "../document/range.js";
import { alignTexts } from "./alignTexts.js";
import { isParagraphBreak, type NormalizedText } from "./normalizedText.js";
import type { Edge } from "./rivals.js";
import { SIMILARITY_FLOOR } from "./resolve.js";

/** Fewer letters of a paragraph stand anywhere. */
const LEAST_LENGTH = 24;
const LONGEST_PARAGRAPH = 4000;

/**
 * The paragraphs of the old text next to which a paragraph was put in that is as a whole a piece of them: either may be what is left of the old one, and the other an edited copy.
 * `from` and `to` are where what was put in, or came for a few letters, begins and ends.
 */
export function findLeftovers(from: Edge, to: Edge, old: NormalizedText, present: NormalizedText): TextRange[] {
  const added = present.text.slice(from.after, to.after).trim();
  if (added.length < LEAST_LENGTH || added.length > LONGEST_PARAGRAPH || to.before - from.before >= LEAST_LENGTH || !touchesBreak(present, from.after, to.after)) return [];
  const found: TextRange[] = [];
  // right behind a paragraph, right before one, or in the midst of one that begins as what was put in does
  for (const at of [from.before - 2, to.before + 1]) {
    const paragraph = paragraphAt(at, old);
    if (!paragraph || found.some(({ start }) => start === paragraph.start)) continue;
    const kept = alignTexts(old.text.slice(paragraph.start, paragraph.end), added).reduce((sum, { length }) => sum + length, 0);
    if (kept >= Math.max(LEAST_LENGTH, SIMILARITY_FLOOR * added.length)) found.push(paragraph);
  }
  return found;
}

/** True where a paragraph begins or ends in some stretch, or right beside it. */
function touchesBreak(text: NormalizedText, start: number, end: number): boolean {
  for (let unit = start - 1; unit <= end; unit++) if (isParagraphBreak(text, unit)) return true;
  return false;
}

function paragraphAt(at: number, text: NormalizedText): TextRange | undefined {
  if (at < 0 || at >= text.text.length) return undefined;
  let [start, end] = [at, at];
  while (at - start < LONGEST_PARAGRAPH && !isParagraphBreak(text, start - 1)) start--;
  while (end - at < LONGEST_PARAGRAPH && !isParagraphBreak(text, end)) end++;
  return { start, end };
}
