import assert from "node:assert/strict";
import type { Annotation, AnnotationDocument, Statement } from "../../../../src/core/document/annotationDocument.js";
import { DocumentIndex } from "../../../../src/core/document/documentIndex.js";

const text = 'Ada Brown said: "The bridge opens in May." Brown left.';

function annotation(id: string, type: Annotation["type"], words: string, fields: Partial<Annotation> = {}, from = 0): Annotation {
  const start = text.indexOf(words, from);
  return { ...fields, id, type, start, end: start + words.length, text: words };
}

function documentWith(statement: Partial<Statement> = {}, fields: Partial<Annotation> = {}): AnnotationDocument {
  return {
    format: "on-record",
    version: 1,
    source: { file: "a.txt", length: text.length },
    entities: [{ id: "ada", type: "person", name: "Ada Brown" }],
    annotations: [
      annotation("p1", "person", "Ada Brown", { entity: "ada" }),
      annotation("s1", "speaker", "Ada Brown", { entity: "ada" }),
      annotation("c1", "cue", "said"),
      annotation("q1", "quote", '"The bridge opens in May."', fields),
      annotation("d1", "date", "May"),
      annotation("p2", "person", "Brown", { entity: "ada" }, 20),
    ],
    statements: [{ id: "st", kind: "direct", quote: ["q1"], cue: "c1", speaker: "s1", entity: "ada", ...statement }],
  };
}

suite("document index", () => {
  test("a statement with its parts, from the first to the last of them", () => {
    const [parts] = new DocumentIndex(documentWith()).statements;
    assert.equal(parts?.speaker?.id, "s1");
    assert.deepEqual(parts?.entities.map(({ id }) => id), ["ada"]);
    assert.equal(text.slice(parts?.range.start, parts?.range.end), 'Ada Brown said: "The bridge opens in May."');
  });

  test("annotations at an offset come shortest first, touching ends included", () => {
    const index = new DocumentIndex(documentWith());
    assert.deepEqual(index.annotationsAt(text.indexOf("May") + 1).map(({ id }) => id), ["d1", "q1"]);
    assert.deepEqual(index.annotationsAt(text.indexOf("said") + 4).map(({ id }) => id), ["c1"]);
    assert.deepEqual(index.annotationsAt(text.length), []);
  });

  test("mentions are names, not the parts of statements", () => {
    assert.deepEqual(new DocumentIndex(documentWith()).mentions("ada").map(({ id }) => id), ["p1", "p2"]);
  });

  test("a rejected statement is found by its id alone; its parts are not shown, its names are", () => {
    const index = new DocumentIndex(documentWith({ status: "rejected" }));
    assert.equal(index.statement("st")?.statement.status, "rejected");
    assert.deepEqual(index.statements, []);
    assert.deepEqual(index.statementsOf("ada"), []);
    assert.deepEqual(index.annotations.map(({ id }) => id), ["p1", "d1", "p2"]);
    assert.equal(index.statementAt(text.indexOf("bridge")), undefined);
  });

  test("what is no longer in the text is not shown", () => {
    const index = new DocumentIndex(documentWith({}, { orphaned: true }));
    assert.deepEqual(index.annotations.map(({ id }) => id), ["p1", "d1", "p2"]);
    assert.deepEqual(index.statements, []);
    assert.deepEqual(index.statementsOf("ada"), []);
    assert.equal(index.statementAt(text.indexOf("bridge")), undefined);
    assert.equal(index.statement("st")?.statement.id, "st");
  });

  test("ids that lead nowhere break nothing", () => {
    const index = new DocumentIndex(documentWith({ quote: ["gone"], cue: "gone", speaker: null, entity: "gone" }));
    assert.deepEqual(index.statements[0]?.entities, []);
    assert.deepEqual(index.statements[0]?.quotes, []);
    assert.equal(index.entity("gone"), undefined);
  });
});
