import assert from "node:assert/strict";
import type { AnnotationDocument, Statement } from "../../../../src/core/document/annotationDocument.js";
import { withoutThoughts } from "../../../../src/core/document/withoutThoughts.js";
import { sampleDocument } from "../sampleDocument.js";

/** The sample with one statement changed. */
function changed(id: string, fields: Partial<Statement>): AnnotationDocument {
  const sample = sampleDocument();
  return { ...sample, statements: sample.statements.map((statement) => (statement.id === id ? { ...statement, ...fields } : statement)) };
}

function ids(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

suite("a document without thoughts", () => {
  test("lacks thoughts and the words that only they mark", () => {
    const document = changed("statement-3", { mode: "thought" });
    const shown = withoutThoughts(document);
    assert.deepEqual(ids(shown.statements), ["statement-1", "statement-2"]);
    const gone = ids(document.annotations).filter((id) => !ids(shown.annotations).includes(id));
    assert.deepEqual(gone, ["quote-3", "speaker-3", "cue-3"]);
    assert.deepEqual(shown.entities, document.entities);
  });

  test("keeps a speaker whom another statement shares", () => {
    const document = changed("statement-3", { mode: "thought", speaker: "speaker-2" });
    assert.ok(ids(withoutThoughts(document).annotations).includes("speaker-2"));
  });

  const kept: readonly (readonly [string, Partial<Statement>])[] = [
    ["what was written", { mode: "writing" }],
    ["a thought that a person accepted", { mode: "thought", status: "accepted" }],
    ["a thought that a person rejected: it stays in the list", { mode: "thought", status: "rejected" }],
    ["a thought that a person marked", { mode: "thought", origin: "user" }],
    ["a thought with a note", { mode: "thought", notes: [{ id: "note-1", text: "Ask again.", created: "2022-05-04T10:00:00Z" }] }],
  ];
  for (const [what, fields] of kept) {
    test(`keeps ${what}`, () => {
      const document = changed("statement-3", fields);
      assert.equal(withoutThoughts(document), document);
    });
  }
});
