import assert from "node:assert/strict";
import { normalizeText } from "../../../../../../src/core/anchor/compare/normalizedText.js";
import { Pieces } from "../../../../../../src/core/anchor/compare/pieces.js";
import { Twins } from "../../../../../../src/core/anchor/rungs/aligned/twins.js";

const SEA = "And then he always speaks of the sea. ";
const STORM = "It is going to be a real storm. ";
const FLOOD = "It is going to be a real flood. ";

function twinsOf(before: string, after: string): Twins {
  const [old, present] = [normalizeText(before), normalizeText(after)];
  return new Twins(old, present.text, [], new Pieces(old.text, present.text));
}

suite("words like others", () => {
  const cases: [string, string, string, boolean][] = [
    ["that were moved away from the next ones", SEA + STORM + FLOOD, STORM + SEA + FLOOD, true],
    ["that were mistyped", SEA + STORM + FLOOD, SEA + STORM.replace("storm", "stomr") + FLOOD, false],
    ["that were taken out", SEA + STORM + FLOOD, SEA + FLOOD, false],
    ["that stood twice and do so once", STORM + SEA + STORM + FLOOD, STORM + SEA + FLOOD, false],
  ];
  for (const [name, before, after, expected] of cases) {
    test(`words ${name} ${expected ? "may have left" : "have not left"} their place to others`, () => {
      const start = before.lastIndexOf(STORM);
      assert.equal(twinsOf(before, after).mayHaveLeft({ start, end: start + STORM.length }), expected);
    });
  }

  test("short words may stand anywhere", () => {
    assert.equal(twinsOf(SEA, SEA).mayHaveLeft({ start: 0, end: 3 }), false);
  });
});
