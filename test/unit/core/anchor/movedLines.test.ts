import assert from "node:assert/strict";
import { followAt } from "./follow.js";

const FIRST = "Keeper of the lighthouse leaves in May after nine winters on the rock.\n\n";
const LINE = "Anna Hale Archive/Port.\n\n";
const ISLAND = "The island is an hour from the coast when the sea is calm, and the harbour has room for six boats.\n\n";
const TOWER = "The sea took the first tower in the storm of 1823, and the second one was built of stone from the bay.\n\n";
const BEFORE = FIRST + LINE + ISLAND + TOWER;

function follow(words: string, after: string): number {
  return followAt(BEFORE, after, [{ words, start: BEFORE.indexOf(words) }], true);
}

suite("short paragraphs that were moved", () => {
  test("the words of one that was moved as a whole are found, however short it is", () => {
    const after = FIRST + ISLAND + LINE + TOWER;
    for (const words of ["Anna Hale Archive", "Port"]) assert.equal(follow(words, after), after.indexOf(words), words);
  });

  test("those of one of which only a part went are not", () => {
    assert.equal(follow("Anna Hale Archive", `${FIRST}${ISLAND}Anna Hale Archive of the port.\n\n${TOWER}`), -1);
  });
});
