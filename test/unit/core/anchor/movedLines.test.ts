import assert from "node:assert/strict";
import { followAt } from "./follow.js";

const FIRST = "Keeper of the lighthouse leaves in May after nine winters on the rock.\n\n";
const LINE = "Anna-Jo Hale/Port House.\n\n";
const ISLAND = "The island is an hour from the coast when the sea is calm, and the harbour has room for six boats.\n\n";
const TOWER = "The sea took the first tower in the storm of 1823, and the second one was built of stone from the bay.\n\n";
const WINTER = "Whoever misses the boat in winter has to wait for the next one, and for the wind to turn from the north.\n\n";
const HARBOUR = "The harbour master, Anna-Jo Hale, counts the boats each evening and writes their names into a book that nobody reads.\n\n";
const BEFORE = FIRST + ISLAND + LINE + TOWER + WINTER + HARBOUR;

function follow(words: string, after: string): number {
  return followAt(BEFORE, after, [{ words, start: BEFORE.indexOf(words) }], true);
}

suite("short paragraphs that were moved", () => {
  test("the words of one that was moved as a whole are found, however short it is", () => {
    const after = FIRST + ISLAND + TOWER + WINTER + LINE + HARBOUR;
    for (const words of ["Anna-Jo Hale"]) assert.equal(follow(words, after), after.indexOf(words), words);
  });

  test("those of one of which only a part went are not", () => {
    assert.equal(follow("Anna-Jo Hale", `${FIRST}${ISLAND}${TOWER}${WINTER}Anna-Jo Hale of the port.\n\n${HARBOUR}`), -1);
  });
});
