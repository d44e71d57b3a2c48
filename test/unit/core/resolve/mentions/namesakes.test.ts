import assert from "node:assert/strict";
import type { NameMention } from "../../../../../src/core/detect/findings.js";
import { withNamesakes } from "../../../../../src/core/resolve/mentions/namesakes.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** A name where it stands last in a text. */
function named(text: string, words: string, type: NameMention["type"]): NameMention {
  const start = text.lastIndexOf(words);
  return { start, end: start + words.length, type, roles: [], confidence: 0.9 };
}

suite("people with the name of a body", () => {
  const cases: readonly [text: string, person: string, alone: string, body: string | undefined, expected: NameMention["type"]][] = [
    ["Mayor Don Guardian left. Guardian was late.", "Don Guardian", "Guardian", undefined, "person"],
    // a paper has an article
    ["Mayor Don Guardian left. The Guardian was late.", "Don Guardian", "Guardian", undefined, "organization"],
    ["Don Guardian left. Later Target was late.", "Don Guardian", "Target", undefined, "organization"],
    // not yet named
    ["Guardian was late. Then Don Guardian left.", "Don Guardian", "Guardian", undefined, "organization"],
    ["Ann Ford left Ford Motors. In May Ford was late.", "Ann Ford", "Ford", "Ford Motors", "organization"],
  ];
  for (const [text, person, alone, body, expected] of cases) {
    test(text, () => {
      const single = text.startsWith(alone) ? { ...named(text, alone, "organization"), start: 0, end: alone.length } : named(text, alone, "organization");
      const all = [named(text, person, "person"), single, ...(body === undefined ? [] : [named(text, body, "organization")])].sort((a, b) => a.start - b.start);
      assert.equal(withNamesakes(readArticle({ text }), all).find(({ start }) => start === single.start)?.type, expected);
    });
  }
});
