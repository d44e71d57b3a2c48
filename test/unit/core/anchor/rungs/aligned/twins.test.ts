import assert from "node:assert/strict";
import { followAt } from "../../follow.js";

const SEA = "And then he always speaks of the sea. ";
const STORM = "It is going to be a real storm. ";
const FLOOD = "It is going to be a real flood. ";

suite("words like others", () => {
  const cases: [string, string, string][] = [
    ["that were moved away from the next ones", SEA + STORM + FLOOD, STORM + SEA + FLOOD],
    ["that were taken out", SEA + STORM + FLOOD, SEA + FLOOD],
    ["that stood twice and do so once", STORM + SEA + STORM + FLOOD, STORM + SEA + FLOOD],
  ];
  for (const [name, before, after] of cases) {
    for (const words of [STORM.trim(), "a real storm", "storm"]) {
      test(`“${words}” ${name} does not come to those that were next to it`, () => {
        assert.ok([-1, after.indexOf(words)].includes(followAt(before, after, [{ words, start: before.lastIndexOf(words) }], true)));
      });
    }
  }

  test("that were mistyped are found", () => {
    const after = SEA + STORM.replace("storm", "stomr") + FLOOD;
    assert.equal(followAt(SEA + STORM + FLOOD, after, [{ words: STORM.trim(), start: SEA.length }], true), SEA.length);
  });

  test("a long stretch with which a text began is found behind what was put in before it, though its first words stand again later", () => {
    const told = `The port of Kolka has to close for the winter. ${STORM}The port of Kolka will open again in May. ${FLOOD}`;
    for (const words of [told.trim(), told.slice(0, told.indexOf(".") + 1)]) {
      const after = `In Riga the port of the river is open.\n\n${told}`;
      assert.equal(followAt(told, after, [{ words, start: 0 }], true), after.lastIndexOf(told));
    }
  });
});
