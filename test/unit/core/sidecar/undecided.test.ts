import assert from "node:assert/strict";
import { decidedOnly, undecidedOnly } from "../../../../src/core/sidecar/undecided.js";
import { mergeAnalysis } from "../../../../src/core/sidecar/mergeAnalysis.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { sampleDocument } from "../sampleDocument.js";

const DOCUMENT = setStatus(sampleDocument(), ["statement-3"], "accepted");

suite("what is decided in a document and what is not", () => {
  test("together are all of it", () => {
    const joined = mergeAnalysis(decidedOnly(DOCUMENT), undecidedOnly(DOCUMENT));
    for (const list of ["entities", "annotations", "statements"] as const) assert.deepEqual(joined[list].map(({ id }) => id).toSorted(), DOCUMENT[list].map(({ id }) => id).toSorted());
    assert.deepEqual(joined.statements, DOCUMENT.statements);
  });

  test("a decided statement comes with its parts, and without those that nobody decided on", () => {
    const { statements, annotations } = decidedOnly(DOCUMENT);
    assert.deepEqual(statements.map(({ id }) => id), ["statement-3"]);
    const held = new Set(annotations.map(({ id }) => id));
    assert.ok(statements[0]?.quote.every((id) => held.has(id)));
    assert.deepEqual(undecidedOnly(DOCUMENT).statements.map(({ id }) => id), ["statement-1", "statement-2"]);
  });

  test("an orphan is found by no analysis", () => {
    const lost = sampleDocument({ annotations: sampleDocument().annotations.map((annotation) => (annotation.id === "quote-3" ? { ...annotation, orphaned: true } : annotation)) });
    assert.deepEqual(undecidedOnly(lost).statements.map(({ id }) => id), ["statement-1", "statement-2"]);
    assert.ok(decidedOnly(lost).statements.some(({ id }) => id === "statement-3"));
  });
});
