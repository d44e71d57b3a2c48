import assert from "node:assert/strict";
import { cueWords, withoutMarks } from "../../../../src/core/describe/statements.js";
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

  const marked: [string, string][] = [
    ["“We are late.”", "We are late."],
    ['"We are late," … "but safe."', 'We are late," … "but safe.'],
    ["the decision “an act of folly”", "the decision “an act of folly”"],
    ["it was the boys’", "it was the boys’"],
    ["they were late", "they were late"],
  ];
  for (const [words, bare] of marked) test(`within marks of a sentence: ${words}`, () => assert.equal(withoutMarks(words), bare));
});
