import assert from "node:assert/strict";
import * as fc from "fast-check";
import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { runs } from "../runs.js";
import { documentOf } from "./revisions.js";

/** Texts that repeat themselves, with halves of characters, marks that combine and what no text should hold. */
function oddText(): fc.Arbitrary<string> {
  const piece = fc.constantFrom("a", "no ", "\n\n", "\r\n", "😀", "\ud800", "\udc00", "e\u0301", "\uffff", "[a](b)", "&amp;", "“", "”", ". ", "…", "\u1100\u1161", "The ferry left the harbour at noon. ");
  return fc.array(fc.tuple(piece, fc.integer({ min: 1, max: 40 })), { maxLength: 8 }).map((parts) => parts.map(([words, count]) => words.repeat(count)).join(""));
}

suite("any marks in any text", () => {
  const spans = fc.array(fc.tuple(fc.nat(), fc.nat(80)), { minLength: 1, maxLength: 12 });

  test("each is kept, within the text or as an orphan with its words, empty and overlapping ones too", () => {
    fc.assert(
      fc.property(oddText(), oddText(), oddText(), spans, fc.boolean(), (head, middle, tail, chosen, isBaseKnown) => {
        const [text, changed] = [head + middle + tail, tail + head + middle + middle];
        const before = documentOf(text, chosen.map(([from, length]) => ({ start: from % (text.length + 1), end: Math.min(text.length, (from % (text.length + 1)) + length) })));
        const { document, orphans } = anchorDocument(before, changed, isBaseKnown ? text : undefined);
        assert.equal(document.annotations.length, chosen.length);
        for (const [index, { id, start, end, text: words, orphaned }] of document.annotations.entries()) {
          assert.equal(orphaned === true, orphans.includes(id));
          if (orphaned === true) assert.equal(words, before.annotations[index]?.text);
          else assert.ok(start < end && changed.slice(start, end) === words);
        }
      }),
      runs(300),
    );
  });

  test("those that lie beyond the text, or whose words are not the ones that stand there, do no harm", () => {
    fc.assert(
      fc.property(oddText(), spans, (text, chosen) => {
        const described = documentOf(text, [{ start: 0, end: Math.min(3, text.length) }]);
        const annotations = chosen.map(([start, length], index) => ({ id: `b${index}`, type: "quote" as const, start, end: start + length, text: "no ".repeat(length).slice(0, length) }));
        const { document } = anchorDocument({ ...described, annotations: [...described.annotations, ...annotations] }, `${text}\n`);
        for (const { start, end, orphaned } of document.annotations) assert.ok(orphaned === true || (start < end && end <= text.length + 1));
      }),
      runs(200),
    );
  });
});
