import assert from "node:assert/strict";
import { followAt } from "../../follow.js";

const LEAD = "The keeper of the lighthouse has told the port that he will leave in May. He came to the island with two dogs and a cello.\n\n";
const [FIRST, SECOND, THIRD] = ["Nobody has asked for his post so far, said the mayor of the town.", "The island is an hour from the coast when the sea is calm.", "Whoever misses the boat has to wait for the next one."];
const TOLD = `${FIRST} ${SECOND} ${THIRD}\n\n`;
const NOON = "At noon the wind had turned, and the ferry left the harbour with a crew of nine.\n\n";
const BEFORE = LEAD + TOLD + NOON;

function follow(after: string, words: string): number {
  return followAt(BEFORE, after, [{ words, start: BEFORE.indexOf(words) }], true);
}

suite("a piece of a paragraph right beside it", () => {
  const pieces: [string, string][] = [
    ["its end, behind it", `${LEAD}${TOLD}${THIRD}\n\n${NOON}`],
    ["its end, before it", `${LEAD}${THIRD}\n\n${TOLD}${NOON}`],
    ["its start, behind it", `${LEAD}${TOLD}${FIRST}\n\n${NOON}`],
    ["its start, before it", `${LEAD}${FIRST}\n\n${TOLD}${NOON}`],
    ["its midst, mistyped, behind it", `${LEAD}${TOLD}${SECOND.replace("hour", "hhour")}\n\n${NOON}`],
  ];
  for (const [name, after] of pieces) {
    test(`${name}, may be what is left of it: neither has its words`, () => {
      for (const words of ["mayor", "coast", "misses"]) assert.equal(follow(after, words), -1, words);
    });
  }

  test("other paragraphs keep their words", () => {
    for (const [, after] of pieces) for (const words of ["keeper", "crew"]) assert.equal(follow(after, words), after.indexOf(words), words);
  });

  test("a line with a name from a long paragraph before it is no more than that", () => {
    const long = Array.from({ length: 6 }, (_, index) => TOLD.trim().replaceAll(/\b(?:post|coast|boat)\b/gu, (word) => `${word} of ${["Kolka", "Roja", "Engure", "Mazirbe", "Talsi", "Dundaga"][index]}`)).join(" ");
    const name = "said the mayor of the town.";
    const [before, after] = [long, `${name}\n\n${long}`];
    for (const words of ["Roja", "Talsi", "Dundaga"]) assert.equal(followAt(before, after, [{ words, start: before.indexOf(words) }], true), after.indexOf(words), words);
  });

  test("a paragraph of other words puts nothing in doubt", () => {
    const after = `${LEAD}${TOLD}The mayor had counted the boats of the town on that evening.\n\n${NOON}`;
    for (const words of ["mayor", "coast", "misses"]) assert.equal(follow(after, words), after.indexOf(words), words);
  });
});
