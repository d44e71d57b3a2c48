import assert from "node:assert/strict";
import { normalizeText } from "../../../../src/core/anchor/normalizedText.js";
import { Twins } from "../../../../src/core/anchor/twins.js";

const SEA = "And then he always speaks of the sea. ";
const STORM = "It is going to be a real storm. ";
const FLOOD = "It is going to be a real flood. ";

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
      assert.equal(new Twins(normalizeText(before), normalizeText(after).text, []).mayHaveLeft({ start, end: start + STORM.length }), expected);
    });
  }

  test("short words may stand anywhere", () => {
    assert.equal(new Twins(normalizeText(SEA), normalizeText(SEA).text, []).mayHaveLeft({ start: 0, end: 3 }), false);
  });
});
