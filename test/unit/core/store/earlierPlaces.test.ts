import assert from "node:assert/strict";
import * as fc from "fast-check";
import { setSpan } from "../../../../src/core/store/decisionsAboutSpans.js";
import { runs } from "../runs.js";
import { mark, sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";
import { Edited, URI } from "./edited.js";

/** Short words that stand again and again, some of them marked. */
const REPEATED = "No, no, no. No, she said, no. No, no, he said, no no.\n\nNo, no, no. No, she said, no.\n";

suite("places of earlier texts", () => {
  const repeated = [0, 1, 3, 5, 6].map((at) => mark(REPEATED, `word-${at}`, "quote", "no", {}, at));
  const documents = [
    [{ ...sampleDocument(), entities: [], annotations: repeated, statements: [] }, REPEATED],
    [sampleDocument(), SAMPLE_TEXT],
  ] as const;

  test("any edits, taken back one by one or all at once, leave every place as it was at each step", () => {
    const anyEdit = fc.record({ at: fc.nat(), length: fc.oneof(fc.nat(4), fc.nat(60)), words: fc.constantFrom("", "", "", "n", "no", "no, no", "x", "the bridge ", "\n\n") });
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(anyEdit, { minLength: 1, maxLength: 8 }), fc.boolean(), ([document, text], edits, isAtOnce) => {
        const edited = new Edited(document, text, true);
        const places = [edited.places()];
        for (const { at, length, words } of edits) {
          const start = at % (edited.text.length + 1);
          const end = Math.min(edited.text.length, start + length);
          // of two times with one text nobody could tell which one is back
          if (edited.text.slice(start, end) === words) continue;
          edited.edit({ start, end, text: words });
          places.push(edited.places());
        }
        if (isAtOnce) {
          edited.edit({ start: 0, end: edited.text.length, text });
          assert.deepEqual(edited.places(), places[0]);
          return;
        }
        while (places.length > 1) {
          places.pop();
          edited.undo();
          assert.deepEqual(edited.places(), places.at(-1));
        }
      }),
      runs(300),
    );
  });

  test("what a person has put elsewhere since stays there", () => {
    const edited = new Edited(sampleDocument(), SAMPLE_TEXT, true);
    edited.delete(' us now,"');
    const start = edited.text.indexOf("can stop");
    edited.store.change(URI, (document) => setSpan(document, "quote-3", { start, end: start + "can stop".length }, "old", edited.text));
    edited.undo();
    assert.equal(edited.wordsOf("quote-3"), "can stop");
  });

  test("deleted letter by letter, however many, and taken back at once", () => {
    const edited = new Edited(sampleDocument(), SAMPLE_TEXT, true);
    const before = edited.places();
    const text = edited.text;
    for (let end = text.length; end > 0; end--) edited.edit({ start: end - 1, end, text: "" });
    edited.edit({ start: 0, end: 0, text });
    assert.deepEqual(edited.places(), before);
  });
});
