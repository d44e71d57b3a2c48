import { countWhile } from "../../common/countWhile.js";
import type { TextRange } from "../../document/range.js";
import { sortEdits, type TextEdit } from "../../document/textEdit.js";

/** Where a range lies after edits. It has collapsed (start equals end) where none of its text is left. */
export interface ShiftedRange extends TextRange {
  /** True where text inside the range was inserted, deleted or replaced. */
  readonly touched: boolean;
}

/**
 * Prepares the edits for shifting any number of ranges through them; each range then costs two binary searches over the edits.
 *
 * Text inserted at an edge stays outside the range. A replacement that lies within the range (its first or last word too) stays in
 * it, one that reaches over an edge falls outside. Once all of its text is gone the range has collapsed, whatever came instead.
 */
export function createShift(edits: readonly TextEdit[]): (range: TextRange) => ShiftedRange {
  const sorted = sortEdits(edits);
  // how far text after edit `index - 1` has moved
  const moved = [0];
  for (const edit of sorted) moved.push((moved.at(-1) ?? 0) + edit.text.length - (edit.end - edit.start));
  const movedBy = (count: number): number => moved[count] ?? 0;

  return ({ start, end }) => {
    const first = countWhile(sorted.length, (index) => (sorted[index]?.end ?? 0) <= start);
    const last = countWhile(sorted.length, (index) => (sorted[index]?.start ?? 0) < end);
    if (first >= last) return { start: start + movedBy(first), end: end + movedBy(first), touched: false };
    let deleted = 0;
    for (let index = first; index < last; index++) {
      const edit = sorted[index];
      if (edit) deleted += Math.min(edit.end, end) - Math.max(edit.start, start);
    }
    const head = sorted[first];
    const tail = sorted[last - 1];
    const newStart = head && head.start < start ? head.start + movedBy(first) + head.text.length : start + movedBy(first);
    if (deleted >= end - start) return { start: newStart, end: newStart, touched: true };
    const newEnd = tail && tail.end > end ? tail.start + movedBy(last - 1) : end + movedBy(last);
    return { start: newStart, end: Math.max(newStart, newEnd), touched: true };
  };
}
