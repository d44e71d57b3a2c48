// What it costs to keep annotations in their place: through one keystroke, and after the text was changed by others.
import { anchorDocument, type AnchoredDocument } from "../../src/core/anchor/anchorDocument.js";
import { describeDocument } from "../../src/core/anchor/describeDocument.js";
import { createShift } from "../../src/core/anchor/shift/shift.js";
import { shiftDocument } from "../../src/core/anchor/shift/shiftDocument.js";
import type { Annotation, AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { applyEdits, type TextEdit } from "../../src/core/document/textEdit.js";
import { measure } from "./measure.js";
import { textOf } from "./texts.js";

export interface AnchorCost {
  readonly work: string;
  readonly milliseconds: number;
  /** Of annotations of which letters are left: the part that was found, and how many came to other words. */
  readonly recall?: number;
  readonly wrong?: number;
  /** How many have no place any more; of some of them no letter is left. */
  readonly orphans?: number;
}

const LENGTH = 1_000_000;

/** Times of shifting 10,000 ranges by a keystroke, and of anchoring 1,000 annotations after 1, 100 and 10,000 edits, with what was found. */
export function anchorCosts(): AnchorCost[] {
  const text = textOf(LENGTH / 5).slice(0, LENGTH);
  const many = documentOf(text, 10_000);
  const key = [{ start: LENGTH / 2, end: LENGTH / 2, text: "x" }];
  const typed = applyEdits(text, key);
  const costs: AnchorCost[] = [{ work: "one keystroke, 10,000 ranges", milliseconds: measure(() => shiftDocument(many, key, typed)).milliseconds }];
  const some = documentOf(text, 1000);
  for (const count of [1, 100, 10_000]) {
    const edits = editsOf(text, count);
    const changed = applyEdits(text, edits);
    for (const base of [undefined, text]) {
      const { milliseconds } = measure(() => anchorDocument(some, changed, base));
      const work = `1,000 annotations, ${count} edits, old text ${base === undefined ? "not " : ""}known`;
      costs.push({ work, milliseconds, ...judge(some, anchorDocument(some, changed, base), edits) });
    }
  }
  return costs;
}

/** Compares where annotations came to with where the edits took their words. */
function judge(before: AnnotationDocument, { document, orphans }: AnchoredDocument, edits: readonly TextEdit[]): { recall: number; wrong: number; orphans: number } {
  const shift = createShift(edits);
  let [left, found, wrong] = [0, 0, 0];
  for (const [index, { start, end, orphaned }] of document.annotations.entries()) {
    const truth = shift(before.annotations[index] ?? { start, end });
    const isLeft = truth.start < truth.end;
    if (isLeft) left++;
    if (orphaned === true) continue;
    if (isLeft && start < truth.end && truth.start < end) found++;
    else wrong++;
  }
  return { recall: found / left, wrong, orphans: orphans.length };
}

function documentOf(text: string, count: number): AnnotationDocument {
  const annotations = Array.from({ length: count }, (_, index): Annotation => {
    const start = Math.floor((index * text.length) / count);
    const range = { start, end: Math.min(text.length, start + 5 + (index % 60)) };
    return { id: `a${index}`, type: "quote", ...range, text: text.slice(range.start, range.end), origin: "user" };
  });
  return describeDocument({ format: "on-record", version: 1, source: { file: "book.txt", length: text.length }, entities: [], annotations, statements: [] }, text);
}

/** Deletions of up to five letters with something else in their place, spread over the text. */
function editsOf(text: string, count: number): TextEdit[] {
  const step = Math.floor(text.length / count);
  return Array.from({ length: count }, (_, index) => {
    const start = index * step + ((index * 37) % Math.max(1, step - 10));
    return { start, end: start + (index % 6), text: ["a", "some words ", "", "xy"][index % 4] ?? "" };
  });
}
