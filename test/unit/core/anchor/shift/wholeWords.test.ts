import assert from "node:assert/strict";
import * as fc from "fast-check";
import { createShift } from "../../../../../src/core/anchor/shift/shift.js";
import { wholeWords } from "../../../../../src/core/anchor/shift/wholeWords.js";
import { applyEdits, type TextEdit } from "../../../../../src/core/document/textEdit.js";
import { runs } from "../../runs.js";

/** The edits by which a text marked with [old|new] changes, and the text before. */
function read(marked: string): { before: string; edits: TextEdit[] } {
  const edits: TextEdit[] = [];
  let before = "";
  for (const piece of marked.split(/(\[[^\]]*\])/u)) {
    const [old = "", now] = piece.startsWith("[") ? piece.slice(1, -1).split("|") : [piece];
    if (now !== undefined) edits.push({ start: before.length, end: before.length + old.length, text: now });
    before += old;
  }
  return { before, edits };
}

suite("edits by whole words", () => {
  // what is edited letter by letter, what is annotated before and what after
  const cases: [string, string, string][] = [
    ["it would ruin [|t]h[i|e]m", "him", "them"],
    ["that it would ruin hi[|m and drive all to the ]m[|all], he said", "that it would ruin him", "that it would ruin him and drive all to the mall"],
    ["that [t|]he [closing |]would [ruin |leave t]h[im|e town].", "that the closing would ruin him", "that he would leave the town"],
    ["[|_]Falk[|_] said", "Falk", "Falk"],
    ["said[| on Monday] Falk[|, a baker,]", "Falk", "Falk"],
    ["Ann [Lee|Berg] and [Bob|Tom]", "Ann Lee", "Ann Berg"],
    ["[|M]Falk and [|M]Lee", "Falk", "Falk"],
    ["Falk[|s]", "Falk", "Falk"],
    ["told the [pa|re]per[|s] today", "the paper", "the repers"],
    ["[|f]o[rd|ur] hours, [no|so]", "ord hours", "four hours"],
    ["he [|saw t]h[i|e]m", "him", "them"],
    ["[he|they] [saw|met] h[im|er]", "him", "her"],
    ["the [old|new] m[a|e]n c[a|o]me[|s]", "man", "men"],
    ["[In |On ]2019[|0] of them", "2019", "20190"],
  ];
  for (const [marked, words, expected] of cases) {
    test(`${marked}: ${words} is ${expected}`, () => {
      const { before, edits } = read(marked);
      const widened = wholeWords(edits, before);
      const after = applyEdits(before, edits);
      assert.equal(applyEdits(before, widened), after);
      const start = before.indexOf(words);
      const range = createShift(widened)({ start, end: start + words.length });
      assert.equal(after.slice(range.start, range.end), expected);
    });
  }

  test("they give the same text, whatever is edited", () => {
    const piece = fc.constantFrom("a", "bc", " ", "é", ", ", "7", "\n", "\u{1F600}");
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 5 }), (parts) => {
        const edits: TextEdit[] = [];
        let before = "";
        for (const [kept, old, now] of parts) {
          before += kept;
          edits.push({ start: before.length, end: before.length + old.length, text: now });
          before += old;
        }
        const widened = wholeWords(edits, before);
        assert.equal(applyEdits(before, widened), applyEdits(before, edits));
      }),
      runs(500),
    );
  });
});
