import assert from "node:assert/strict";
import { listStatements } from "../../../../src/core/describe/statementList.js";
import { englishWording } from "../../../../src/core/describe/translate.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { sampleDocument } from "../sampleDocument.js";

const list = (document = sampleDocument()): string[] => listStatements(document, englishWording).replace("Tuesday, ", "Tuesday ").split("\n");

suite("statements as a list of text", () => {
  test("each one says who, how and when, and below that the words, in the order of the article", () => {
    assert.deepEqual(list(), [
      "Ilze Kalna · reported · Tuesday 3 May 2022",
      "    the bridge would open in June",
      "",
      "Ilze Kalna · in their own words · Riga",
      '    "We are ready,"',
      "",
      "Ilze Kalna · in their own words",
      '    "Nothing can stop us now,"',
      "",
    ]);
  });

  test("another speaker changes one line", () => {
    const changed = list(setSpeaker(sampleDocument(), "statement-3", { name: "Anna Ozola", newId: "person-x" }));
    assert.deepEqual(changed.filter((line, at) => line !== list()[at]), ["Anna Ozola · in their own words"]);
  });

  test("accepting changes nothing, rejecting leaves a statement out", () => {
    assert.deepEqual(list(setStatus(sampleDocument(), ["statement-1"], "accepted")), list());
    assert.deepEqual(list(setStatus(sampleDocument(), ["statement-1"], "rejected")), list().slice(3));
  });

  test("words with line ends and control characters stay on their line", () => {
    const document = sampleDocument();
    const annotations = document.annotations.map((annotation) => (annotation.id === "quote-2" ? { ...annotation, text: '"We\r\n are\u0000\u001b ready,"' } : annotation));
    assert.deepEqual(list({ ...document, annotations }), list());
  });

  test("no statements, no lines", () => assert.deepEqual(list(sampleDocument({ statements: [] })), [""]));
});
