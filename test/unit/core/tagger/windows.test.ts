import assert from "node:assert/strict";
import * as fc from "fast-check";
import { LONGEST_WINDOW } from "../../../../src/core/tagger/windows.js";
import { readForTagger } from "./readForTagger.js";

/** A paragraph of so many words. */
const words = (count: number): string => `${Array.from({ length: count - 2 }, (_, index) => ["rain", "fell", "on", "the", "town"][index % 5]).join(" ")} again.`;
const lengths = (text: string): number[] => readForTagger(text).windows.map(({ first, end }) => end - first);

suite("windows", () => {
  const cases: readonly [string, string, readonly number[]][] = [
    ["an empty text has none", "", []],
    ["a short text is one", `${words(50)}\n\n${words(60)}`, [110]],
    ["a window ends with the paragraph in which it is long enough", [150, 60, 100, 120, 30].map(words).join("\n\n"), [210, 220, 30]],
    ["a paragraph that would make it too long begins the next", [190, 250].map(words).join("\n\n"), [190, 250]],
    ["a long paragraph is cut between sentences", Array.from({ length: 5 }, () => `The ${words(119)}`).join(" "), [360, 240]],
    ["an endless sentence is cut where the window is full", words(900), [400, 400, 100]],
    ["a quotation over two paragraphs stays whole", [words(150), `“We left. The ${words(60)}`, `“They ${words(60)}” he said.`, words(50)].join("\n\n"), [281, 50]],
  ];
  for (const [about, text, expected] of cases) test(about, () => assert.deepEqual(lengths(text), expected));

  test("windows follow each other and hold every token once", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(words(5), words(90), words(230), "“", "”", "\n\n", "He said:", "<b>"), fc.string()), { maxLength: 30 }), (pieces) => {
        const { article, windows } = readForTagger(pieces.join(" "));
        let next = 0;
        for (const { first, end } of windows) {
          assert.equal(first, next);
          assert.ok(end > first && end - first <= LONGEST_WINDOW);
          next = end;
        }
        assert.equal(next, article.tokens.length);
      }),
      { numRuns: 60 },
    ));
});
