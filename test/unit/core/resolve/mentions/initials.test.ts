import assert from "node:assert/strict";
import type { NameMention } from "../../../../../src/core/detect/findings.js";
import { withInitials } from "../../../../../src/core/resolve/mentions/initials.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

function named(text: string, words: string, type: NameMention["type"]): NameMention {
  const start = text.lastIndexOf(words);
  return { start, end: start + words.length, type, roles: [], confidence: 0.8 };
}

suite("people by their initials", () => {
  const cases: readonly [text: string, person: string, letters: string, expected: NameMention["type"]][] = [
    ["K. Chandra Wole left. KCW was late.", "K. Chandra Wole", "KCW", "person"],
    ["Chandra Wole left. KCW was late.", "Chandra Wole", "KCW", "organization"],
    // nobody is called with an article
    ["K. Chandra Wole left. The KCW was late.", "K. Chandra Wole", "KCW", "organization"],
    // a body that everybody knows
    ["Ben Bo Cole left. The BBC was late.", "Ben Bo Cole", "BBC", "organization"],
  ];
  for (const [text, person, letters, expected] of cases) {
    test(text, () => {
      const names = withInitials(readArticle({ text }), [named(text, person, "person"), named(text, letters, "organization")]);
      assert.equal(names[1]?.type, expected);
    });
  }
});
