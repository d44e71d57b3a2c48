import assert from "node:assert/strict";
import { nextUnreviewed, reviewable, reviewProgress } from "../../../../src/core/describe/review.js";
import type { Annotation, AnnotationDocument, Statement } from "../../../../src/core/document/annotationDocument.js";
import { indexOf } from "../../../../src/core/document/documentIndex.js";

const quote = (id: string, start: number, more: Partial<Annotation> = {}): Annotation => ({ id, type: "quote", start, end: start + 5, text: "words", ...more });
const statement = (id: string, part: string, more: Partial<Statement> = {}): Statement => ({ id, kind: "indirect", quote: [part], ...more });

/** In another order than that of the text. */
const document: AnnotationDocument = {
  format: "on-record",
  version: 1,
  source: { file: "a.txt", length: 100 },
  entities: [],
  annotations: [quote("q1", 0), quote("q2", 10), quote("q3", 20), quote("q4", 30), quote("q5", 40, { orphaned: true })],
  statements: [
    statement("third", "q3"),
    statement("first", "q1", { status: "accepted" }),
    statement("second", "q2", { status: "rejected" }),
    statement("fourth", "q4"),
    statement("replaced", "q1", { status: "rejected", replacedBy: ["first"] }),
    statement("lost", "q5"),
  ],
};
const index = indexOf(document);

suite("review", () => {
  test("statements come in the order of the text, without lost and replaced ones", () => {
    assert.deepEqual(reviewable(index).map((parts) => parts.statement.id), ["first", "second", "third", "fourth"]);
  });

  test("accepted and rejected ones are reviewed", () => assert.deepEqual(reviewProgress(index), { reviewed: 2, total: 4 }));

  const cases: readonly (readonly [string | number, string | undefined])[] = [
    ["first", "third"],
    ["third", "fourth"],
    ["fourth", "third"],
    ["unknown", "third"],
    [0, "third"],
    [20, "third"],
    [21, "fourth"],
    [99, "third"],
  ];
  for (const [after, next] of cases) test(`after ${after} comes ${next}`, () => assert.equal(nextUnreviewed(index, after)?.statement.id, next));

  test("none comes where all the others are reviewed", () => {
    const last = indexOf({ ...document, statements: document.statements.filter(({ id }) => id !== "fourth") });
    assert.equal(nextUnreviewed(last, "third"), undefined);
    assert.equal(nextUnreviewed(last, 50)?.statement.id, "third");
  });
});
