import assert from "node:assert/strict";
import * as fc from "fast-check";
import { addTokens, TokensBuilder } from "../../../../src/core/text/tokens.js";
import type { WrittenWord } from "../../../../src/core/text/vocabulary.js";

function tokensOf(text: string): string[] {
  const builder = new TokensBuilder(text);
  addTokens(builder, text, 0, text.length);
  const tokens = builder.build();
  return Array.from({ length: tokens.length }, (_, index) => tokens.text(index));
}

function tell({ text }: WrittenWord): string {
  return `${text}!`;
}

suite("tokens", () => {
  const cases: [string, string[]][] = [
    ["Russia-China", ["Russia", "-", "China"]],
    ["Kremlin's position", ["Kremlin", "'s", "position"]],
    ["Putin’s visit", ["Putin", "’s", "visit"]],
    ["didn’t say", ["didn’t", "say"]],
    ["the U.S. said", ["the", "U.S.", "said"]],
    ["“Yes,” he", ["“", "Yes", ",", "”", "he"]],
    ["3,000 people in 2021.", ["3,000", "people", "in", "2021", "."]],
    ["at 5 p.m. Tuesday", ["at", "5", "p.m.", "Tuesday"]],
    ["José Ñandú said", ["José", "Ñandú", "said"]],
    ["(Hale & Keane; AT&T)", ["(", "Hale", "&", "Keane", ";", "AT&T", ")"]],
    ["see http://example.org: jane@example.org", ["see", "http://example.org", ":", "jane@example.org"]],
    ["he—she…“no”", ["he", "—", "she", "…", "“", "no", "”"]],
  ];
  for (const [text, expected] of cases) {
    test(text, () => assert.deepEqual(tokensOf(text), expected));
  }

  test("are the same where a letter beyond ASCII stands behind them", () => {
    const parts = ["Hale", "he", " ", "U.S", ".", "J.", "Gov.", "a.m.", "'s", "’", "“", "5", "2021", "st", "bn", ",", "&", "@", "example.org", "https://", "-", "_", "``", "/", ":", "\n", "Inc."];
    fc.assert(fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (words) => assert.deepEqual(tokensOf(`${words.join("")} .\n\né`), [...tokensOf(`${words.join("")} .\n\n`), "é"])));
  });

  test("what is known of a word is the same in the next article", () => {
    for (const text of ["the unprecedented word", "another unprecedented the"]) {
      const builder = new TokensBuilder(text);
      addTokens(builder, text, 0, text.length);
      const tokens = builder.build();
      const told = tokens.perWord(tell);
      assert.deepEqual([0, 1, 2].map((index) => told(index)), text.split(" ").map((word) => `${word}!`));
      assert.deepEqual([0, 1, 2].map((index) => tokens.word(index)), [0, 1, 2]);
    }
  });

  test("are found by offset, wherever it lies", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("word ", "a", ". ", "“", "\n\n", "      ", "incomprehensibilities ", "’s ", "é", "😀"), { maxLength: 60 }).map((parts) => parts.join("")), (text) => {
        const builder = new TokensBuilder(text);
        addTokens(builder, text, 0, text.length);
        const tokens = builder.build();
        let next = 0;
        for (let offset = -1; offset <= text.length + 1; offset++) {
          while (next < tokens.length && tokens.end(next) <= offset) next++;
          assert.equal(tokens.at(offset), next);
        }
        assert.equal(tokens.at(Infinity), tokens.length);
      }),
    );
  });
});
