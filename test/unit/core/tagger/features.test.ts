import assert from "node:assert/strict";
import * as fc from "fast-check";
import { COLUMNS } from "../../../../src/core/tagger/columns.js";
import { featureRow } from "../../../../src/core/tagger/features.js";
import { readForTagger } from "./readForTagger.js";

/** The ids of one column for all tokens of a text. */
function column(name: string, text: string): number[] {
  const { article, features } = readForTagger(text);
  const index = COLUMNS.findIndex((each) => each.name === name);
  return Array.from({ length: article.tokens.length }, (_, token) => featureRow(features, token)[index] ?? -1);
}

suite("features", () => {
  const alike: readonly [name: string, one: string, other: string][] = [
    ["word", "He said so", "HE Said SO"],
    ["word", "It’s “new”", "It's \"new\""],
    ["word", "In 2016 3,000 came", "In 1987 4,555 came"],
    ["prefix3", "reported", "repeats"],
    ["suffix3", "walking", "Talking"],
    ["shape", "McDonald", "McGregor"],
    ["cue", "said", "Told"],
    ["people", "Mary", "mary"],
    ["block", "One line of it.", "That is another line."],
  ];
  for (const [name, one, other] of alike) test(`${name}: "${one}" as "${other}"`, () => assert.deepEqual(column(name, one), column(name, other)));

  const different: readonly [name: string, one: string, other: string][] = [
    ["word", "said", "sad"],
    ["case", "said", "Said"],
    ["case", "Said", "SAID"],
    ["case", "7", "seven"],
    ["cue", "said", "saying"],
    ["cue", "says", "believes"],
    ["cue", "said", "sat"],
    ["grammar", "the", "not"],
    ["wordClass", "minister", "table"],
    ["people", "Mr.", "Mary"],
    ["people", "ap", "AP"],
    ["mention", "Rain in Paris", "Rain in spring"],
    ["mention", "Ann Smith slept", "A cat slept"],
    ["mention", "On Monday rain", "On top rain"],
  ];
  for (const [name, one, other] of different) test(`${name}: "${one}" not as "${other}"`, () => assert.notDeepEqual(column(name, one), column(name, other)));

  suite("quotation", () => {
    const states: readonly [text: string, expected: readonly number[]][] = [
      ["He left.", [0, 0, 0]],
      ["“We won,” he said.", [3, 2, 2, 2, 4, 0, 0, 0]],
      ["“We won. It was good.\n\n“We are glad,” he said.", [3, 2, 2, 2, 2, 2, 2, 2, 5, 2, 2, 2, 2, 4, 0, 0, 0]],
      ["“He told me ‘no way’ then,” he said.", [3, 2, 2, 2, 7, 6, 6, 8, 2, 2, 4, 0, 0, 0]],
      ["The so-called “experts” went home.", [0, 0, 0, 0, 10, 9, 11, 0, 0, 0]],
      ["The boys' team", [0, 0, 1, 0]],
    ];
    for (const [text, expected] of states) test(text, () => assert.deepEqual(column("quotation", text), expected));
  });

  test("distance to the quotation's marks, left and right", () => {
    // 8 × left + right; 7 is none
    const text = "So: “We won,” he said.";
    const [none, near] = [7, 0];
    const expected = [[none, 1], [none, near], [none, 2], [near, 2], [1, 1], [2, near], [2, none], [near, none], [1, none], [2, none]];
    assert.deepEqual(column("marks", text), expected.map(([left = 0, right = 0]) => 8 * left + right));
  });

  test("borders of sentences and paragraphs", () => {
    assert.deepEqual(column("border", "Rain fell. It stopped.\n\nGood."), [5, 0, 18, 1, 0, 26, 5, 26]);
  });

  test("every id has a row, whatever the text", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("“", "”", "'", '"', "\n\n", "Mr. Smith said", "LAVROV: no.", "# x", "Paris")), { maxLength: 20 }), (pieces) => {
        const { article, features } = readForTagger(pieces.join(" "));
        for (let token = 0; token < article.tokens.length; token++) {
          featureRow(features, token).forEach((id, index) => assert.ok(id >= 0 && id < (COLUMNS[index]?.rows ?? 0), `${COLUMNS[index]?.name} ${id}`));
        }
      }),
      { numRuns: 100 },
    ));
});
