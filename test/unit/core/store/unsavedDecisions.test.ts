import assert from "node:assert/strict";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { renameEntity } from "../../../../src/core/store/decisionsAboutEntities.js";
import { deleteFindings, setSpan } from "../../../../src/core/store/decisionsAboutSpans.js";
import { addNote, addStatement, setWords } from "../../../../src/core/store/decisionsAboutStatements.js";
import { countUnsaved, holdsDecisionsOf } from "../../../../src/core/store/unsavedDecisions.js";

const text = "Ann Lee said that it rained. Then the sun came out.";
const analysed: AnnotationDocument = {
  format: "on-record",
  version: 1,
  source: { file: "a.txt", length: text.length },
  entities: [{ id: "person-1", type: "person", name: "Ann Lee", origin: "auto" }],
  annotations: [
    { id: "a1", type: "person", start: 0, end: 7, text: "Ann Lee", entity: "person-1", origin: "auto", status: "proposed" },
    { id: "a2", type: "quote", start: 13, end: 27, text: "that it rained", origin: "auto", status: "proposed" },
  ],
  statements: [{ id: "s1", kind: "indirect", quote: ["a2"], entity: "person-1", origin: "auto", status: "proposed" }],
};

suite("unsaved decisions", () => {
  const cases: readonly (readonly [string, AnnotationDocument, number])[] = [
    ["an analysis is no decision", analysed, 0],
    ["a statement that was accepted", setStatus(analysed, ["s1"], "accepted"), 1],
    ["a statement and a mention", setStatus(analysed, ["s1", "a1"], "rejected"), 2],
    ["a statement that was added, with its words", addStatement(analysed, { newId: "new", range: { start: 34, end: 50 } }, text), 1],
    ["a new name", renameEntity(analysed, "person-1", "Anna Lee"), 1],
    ["a note", addNote(analysed, "s1", { id: "n1", text: "Really?", created: "2021-04-06T10:00:00Z" }), 1],
  ];
  for (const [what, document, count] of cases) {
    test(`${what}: ${count}`, () => {
      assert.equal(countUnsaved(undefined, document), count);
      assert.equal(countUnsaved(analysed, document), count);
      assert.equal(countUnsaved(document, document), 0);
    });
  }

  test("words that are corrected a second time count, with those of a mention", () => {
    const accepted = setStatus(analysed, ["s1", "a1"], "accepted");
    const once = setWords(accepted, "s1", { start: 18, end: 27 }, "n1", text);
    assert.equal(countUnsaved(once, setWords(once, "s1", { start: 18, end: 24 }, "n2", text)), 1);
    assert.equal(countUnsaved(accepted, setSpan(accepted, "a1", { start: 0, end: 5 }, "n3", text)), 1);
  });

  test("how often like words stand elsewhere is no decision", () => {
    const accepted = setStatus(analysed, ["s1", "a1"], "accepted");
    assert.equal(countUnsaved(accepted, describeDocument(accepted, text)), 0);
  });

  test("a document holds the decisions of another one, or not", () => {
    const [one, both] = [setStatus(analysed, ["s1"], "accepted"), setStatus(analysed, ["s1", "a1"], "accepted")];
    const dated: AnnotationDocument = { ...one, source: { ...one.source, published: "2021-04-06", publishedFrom: "user" } };
    for (const [document, other, expected] of [[both, one, true], [one, both, false], [one, analysed, true], [one, setStatus(analysed, ["s1"], "rejected"), false], [one, dated, false], [dated, one, true]] as const) {
      assert.equal(holdsDecisionsOf(document, other), expected);
    }
  });

  test("a decision that was taken back counts too", () => assert.equal(countUnsaved(setStatus(analysed, ["s1"], "accepted"), analysed), 1));

  test("an orphan that was deleted counts, one that came does not", () => {
    const lost = { ...analysed, annotations: analysed.annotations.map((annotation) => ({ ...annotation, orphaned: true })) };
    assert.equal(countUnsaved(lost, deleteFindings(lost, ["s1"])), 1);
    assert.equal(countUnsaved(lost, deleteFindings(lost, ["s1", "a1"])), 2);
    assert.equal(countUnsaved(analysed, lost), 0);
    assert.equal(countUnsaved(lost, analysed), 0);
  });

  test("moved places are no decisions", () => {
    const accepted = setStatus(analysed, ["s1", "a1"], "accepted");
    const moved = { ...accepted, annotations: accepted.annotations.map((annotation) => ({ ...annotation, start: annotation.start + 3, end: annotation.end + 3 })) };
    assert.equal(countUnsaved(accepted, moved), 0);
  });
});
