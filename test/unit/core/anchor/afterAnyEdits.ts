import assert from "node:assert/strict";
import * as fc from "fast-check";
import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import { createShift } from "../../../../src/core/anchor/shift/shift.js";
import { commonPrefix, commonSuffix } from "../../../../src/core/anchor/compare/similarity.js";
import { describeRange } from "../../../../src/core/document/context.js";
import { applyEdits, type TextEdit } from "../../../../src/core/document/textEdit.js";
import { sampleDocument } from "../sampleDocument.js";
import { isTypedAgain } from "./typedAgain.js";

/** How many spans no edit touched, and how many of these were found again. */
export interface Tally {
  untouched: number;
  found: number;
}

/** The property that after any edits of any text no span of it is attached to other words than its own. */
export function afterAnyEdits(tally: Tally): fc.IProperty<[string, [number, number, string][], [number, number][], boolean]> {
  const steps = fc.array(fc.tuple(fc.nat(), fc.nat(60), sentence()), { minLength: 1, maxLength: 4 });
  const spans = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 8 });
  return fc.property(article(), steps, spans, fc.boolean(), (text, chosenSteps, chosenSpans, isBaseKnown) => {
    const edits = toEdits(text, chosenSteps);
    const changed = applyEdits(text, edits);
    const shift = createShift(edits);
    const annotations = chosenSpans.map(([from, length], index) => {
      const start = from % text.length;
      const range = { start, end: Math.min(text.length, start + length) };
      return { id: `a${index}`, type: "quote" as const, ...range, ...describeRange(text, range), origin: "user" as const };
    });
    const before = describeDocument({ ...sampleDocument(), entities: [], statements: [], annotations }, text);
    const { document } = anchorDocument(before, changed, isBaseKnown ? text : undefined);
    for (const [index, annotation] of document.annotations.entries()) {
      const old = annotations[index];
      if (!old) continue;
      const truth = shift(old);
      if (!truth.touched) tally.untouched++;
      if (annotation.orphaned) continue;
      if (!truth.touched) tally.found++;
      // words of which at least one letter is the same letter as before, or was put in again by the edit that took it out
      const isTrue = truth.start < truth.end && annotation.start < truth.end && truth.start < annotation.end;
      assert.ok(isTrue || isTypedAgain(text, changed, edits, old, annotation), `"${old.text}" came to "${annotation.text}"`);
    }
  });
}

/** Words of many kinds, so that two sentences are hardly ever alike by chance. */
function sentence(): fc.Arbitrary<string> {
  const syllable = fc.constantFrom("ka", "lna", "ri", "ga", "bro", "st", "ve", "mon", "ti", "sul", "dex", "ph", "ü", "no", "qua", "je", "wi", "zo", "fel", "hy");
  const word = fc.oneof({ weight: 9, arbitrary: fc.array(syllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")) }, fc.constantFrom("the", "said", "“yes”", "😀", "Kalna", "she"));
  return fc.array(word, { minLength: 2, maxLength: 9 }).map((words) => `${words.join(" ")}. `);
}

export function article(): fc.Arbitrary<string> {
  return fc.array(fc.tuple(sentence(), fc.constantFrom("", "", "\n\n", "\r\n")), { minLength: 3, maxLength: 30 }).map((parts) => parts.map(([words, end]) => words + end).join(""));
}

function toEdits(text: string, steps: readonly (readonly [number, number, string])[]): TextEdit[] {
  const places = steps.map(([at, length, inserted]) => ({ start: at % (text.length + 1), length, text: inserted })).toSorted((a, b) => a.start - b.start);
  const edits: TextEdit[] = [];
  for (const { start, length, text: inserted } of places) {
    if (start <= (edits.at(-1)?.end ?? -1)) continue;
    edits.push(leastEdit(text, { start, end: Math.min(text.length, start + length), text: inserted }));
  }
  return edits;
}

/** The edit without letters at its edges that it replaces by themselves: nobody can tell that they are others. */
function leastEdit(text: string, { start, end, text: words }: TextEdit): TextEdit {
  const head = commonPrefix(text.slice(start, end), words);
  const tail = commonSuffix(text.slice(start + head, end), words.slice(head));
  return { start: start + head, end: end - tail, text: words.slice(head, words.length - tail) };
}
