import assert from "node:assert/strict";
import type { FoundEntity } from "../../../../../../src/core/resolve/foundEntity.js";
import { BodyIndex } from "../../../../../../src/core/resolve/speakers/phrases/bodies.js";
import { SourceHeads } from "../../../../../../src/core/resolve/speakers/phrases/sourceHeads.js";
import { SurnameIndex } from "../../../../../../src/core/resolve/speakers/phrases/surnames.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";

/** The words of the name that a source phrase about Mary Collins is about; empty where it is about nobody named. */
function headOf(phrase: string): string {
  const start = phrase.indexOf("Mary Collins");
  const mention = { start, end: start + "Mary Collins".length, confidence: 0.9 };
  const entity: FoundEntity = { type: "person", name: "Mary Collins", aliases: [], roles: [], mentions: [mention], named: true, agreement: { he: 0, she: 1, they: 0 } };
  const heads = new SourceHeads(readArticle({ text: phrase }), [entity], new SurnameIndex([entity]), new BodyIndex([entity]));
  const found = heads.find({ start: 0, end: phrase.length }, phrase, [{ ...mention, entity: 0 }]);
  return found ? phrase.slice(found.start, found.end) : "";
}

suite("the name that a source phrase is about", () => {
  for (const phrase of ["Mayor Mary Collins", "the mayor of the town, Mary Collins", "One pastor supporting Peter Cole, Mary Collins", "prosecutor Mary Collins KC"]) test(phrase, () => assert.equal(headOf(phrase), "Mary Collins"));
  for (const phrase of ["Everyone but Mary Collins", "all members except Mary Collins", "Nobody besides Mary Collins", "One pastor supporting Mary Collins", "Progressive groups encouraging Ms. Mary Collins", "a pro-Mary Collins PAC"]) test(`nobody named: ${phrase}`, () => assert.equal(headOf(phrase), ""));
});
