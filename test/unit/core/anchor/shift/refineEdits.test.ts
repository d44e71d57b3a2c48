import assert from "node:assert/strict";
import * as fc from "fast-check";
import { refineEdits } from "../../../../../src/core/anchor/shift/refineEdits.js";
import { shiftDocument } from "../../../../../src/core/anchor/shift/shiftDocument.js";
import { applyEdits } from "../../../../../src/core/document/textEdit.js";
import { runs } from "../../runs.js";
import { readArticles } from "../readArticles.js";
import { documentOf, randomNumbers, REVISIONS, spansOf } from "../revisions.js";
import { TrackedText } from "../trackedText.js";

suite("large edits", () => {
  test("the smaller edits give the same text", () => {
    const piece = fc.constantFrom("The bridge opens in June. ", "We  are ready. ", "\r\n", "“Yes,” ", '"Yes," ', "x", "Kalna said so on Tuesday\n", "caf\u00E9 ", "cafe\u0301 ", "KALNA SAID SO ON TUESDAY ", "[**Kalna**](a) &quot;said&quot; -- so... ");
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (before, words, from, length) => {
        const start = from % (before.length + 1);
        const edit = { start, end: Math.min(before.length, start + (length % 900)), text: words };
        const refined = refineEdits([edit], before);
        assert.equal(applyEdits(before, refined), applyEdits(before, [edit]));
        for (const [index, { start: at }] of refined.entries()) assert.ok(at >= (refined[index - 1]?.end ?? 0));
      }),
      runs(300),
    );
  });

  for (const kind of ["line ends", "lines joined", "wrapping", "quote marks", "accents apart", "typewriter", "references", "insertions elsewhere", "typos inside"]) {
    test(`nothing that is still there is lost when the whole text is replaced: ${kind}`, () => {
      const random = randomNumbers(7);
      for (const text of readArticles()) {
        const spans = spansOf(text);
        const tracked = REVISIONS[kind]?.(TrackedText.from(text), random, spans).tracked ?? TrackedText.from(text);
        const edit = { start: 0, end: text.length, text: tracked.text };
        const { document } = shiftDocument(documentOf(text, spans), refineEdits([edit], text), tracked.text);
        const lost = document.annotations.filter(({ orphaned }) => orphaned === true);
        assert.ok(lost.length <= document.annotations.length * 0.005, lost.map((annotation) => annotation.text).join(", "));
        for (const [index, annotation] of document.annotations.entries()) {
          const span = spans[index];
          if (span && annotation.orphaned !== true) assert.ok(tracked.shared(annotation, span) > 0, `"${annotation.text}"`);
        }
      }
    });
  }

  test("words that get emphasis or a link in a text that is replaced are the same words", () => {
    const before = "Lena Berg said on Monday that the lamp would go out in May, and nobody had asked for it.";
    const after = before.replace("Lena Berg", "[**Lena Berg**](https://kolka.test/berg)").replace("May", "_May_");
    const spans = ["Lena Berg", "May"].map((words) => ({ start: before.indexOf(words), end: before.indexOf(words) + words.length }));
    const { document } = shiftDocument(documentOf(before, spans), refineEdits([{ start: 0, end: before.length, text: after }], before), after);
    assert.deepEqual(document.annotations.map(({ start }) => start), ["Lena Berg", "May"].map((words) => after.indexOf(words)));
  });

  test("small edits, and one that replaces all by other words, stay as they are", () => {
    const small = [{ start: 3, end: 9, text: "word" }];
    assert.equal(refineEdits(small, "one two three four"), small);
    const before = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron";
    const other = { start: 0, end: before.length, text: "1234567890 ".repeat(9) };
    assert.deepEqual(refineEdits([other], before).map(({ start, end }) => [start, end]).at(-1)?.[1], before.length);
  });
});
