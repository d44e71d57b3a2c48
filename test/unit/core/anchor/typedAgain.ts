import { normalizeText } from "../../../../src/core/anchor/compare/normalizedText.js";
import { createShift } from "../../../../src/core/anchor/shift/shift.js";
import type { TextRange } from "../../../../src/core/document/range.js";
import type { TextEdit } from "../../../../src/core/document/textEdit.js";

/** Letters in one piece that are no coincidence, what stands around them included. */
const PIECE_LENGTH = 9;

/**
 * True where one edit took out words of a range and put in the same ones at a place, white space and the form of marks apart: whoever has
 * the two texts cannot tell that they are others. The edits are in order.
 */
export function isTypedAgain(before: string, after: string, edits: readonly TextEdit[], range: TextRange, place: TextRange): boolean {
  const [old, present] = [normalizeText(before), normalizeText(after)];
  const shift = createShift(edits);
  return edits.some(({ start, end, text }) => {
    const typedEnd = shift({ start: end, end: before.length }).start;
    const removed = unitsOf(old.offsets, Math.max(start, range.start), Math.min(end, range.end));
    const typed = unitsOf(present.offsets, Math.max(typedEnd - text.length, place.start), Math.min(typedEnd, place.end));
    return removed.some((from) => typed.some((to) => commonLength(old.text, from, present.text, to) >= PIECE_LENGTH));
  });
}

function unitsOf(offsets: Uint32Array, start: number, end: number): number[] {
  return [...offsets.keys()].filter((unit) => (offsets[unit] ?? 0) >= start && (offsets[unit] ?? 0) < end);
}

/** Length of the equal stretch of two texts that holds a place of the one and a place of the other. */
function commonLength(one: string, at: number, other: string, to: number): number {
  let [head, length] = [0, 0];
  while (at + length < one.length && one[at + length] === other[to + length]) length++;
  if (length === 0) return 0;
  while (at > head && one[at - head - 1] === other[to - head - 1]) head++;
  return head + length;
}
