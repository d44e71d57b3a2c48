import assert from "node:assert/strict";
import { cueWords } from "../../../../src/core/describe/statements.js";
import type { Annotation } from "../../../../src/core/document/annotationDocument.js";

suite("statements in words", () => {
  const cues: [string | undefined, string | undefined][] = [
    ["said", "said"],
    ["said:", "said"],
    ["commented, ", "commented"],
    ["is quoted as saying", "is quoted as saying"],
    [":", undefined],
    ["—", undefined],
    [undefined, undefined],
  ];
  for (const [text, words] of cues) {
    const cue = text === undefined ? undefined : ({ id: "c", type: "cue", start: 0, end: text.length, text } as Annotation);
    test(`the cue ${JSON.stringify(text)}`, () => assert.equal(cueWords({ cue }), words));
  }
});
