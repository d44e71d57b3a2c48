import assert from "node:assert/strict";
import { analyze } from "../../../../src/core/index.js";
import type { Gazetteer } from "../../../../src/core/index.js";

const gazetteer: Gazetteer = { find: () => [], longest: () => 0 };

/** Each named person and organization with the words that are linked to it, in document order. */
function chainsIn(text: string): Record<string, string[]> {
  const { entities, annotations } = analyze({ text }, { gazetteer, generator: "test 1" });
  const chains: Record<string, string[]> = {};
  for (const { id, name, type } of entities) {
    if (type !== "person" && type !== "organization") continue;
    chains[name] = annotations.filter((annotation) => annotation.type === type && annotation.entity === id).map((annotation) => annotation.text);
  }
  return chains;
}

suite("linkEntities", () => {
  const cases: [string, string, Record<string, string[]>][] = [
    ["surname and first name", "Sarah Whitcombe won. Whitcombe thanked voters. Later Sarah sang.", { "Sarah Whitcombe": ["Sarah Whitcombe", "Whitcombe", "Sarah"] }],
    ["possessive", "Sarah Whitcombe won. Critics like Whitcombe's tone.", { "Sarah Whitcombe": ["Sarah Whitcombe", "Whitcombe"] }],
    [
      "two people of one surname, by title",
      "John Tarrant and Laura Tarrant came. Mr. Tarrant spoke. Then Mrs. Tarrant spoke.",
      { "John Tarrant": ["John Tarrant", "Tarrant"], "Laura Tarrant": ["Laura Tarrant", "Tarrant"] },
    ],
    ["a surname alone stays itself", "The order came from President Karimov. Karimov denied it.", { Karimov: ["Karimov", "Karimov"] }],
    ["middle initial", "Paul Denning spoke. Paul R. Denning is a lawyer.", { "Paul R. Denning": ["Paul Denning", "Paul R. Denning"] }],
    [
      "an acronym that the text introduces",
      "The North River Transit Organization (NRTO) met. Later NRTO voted.",
      { "North River Transit Organization": ["North River Transit Organization", "NRTO", "NRTO"] },
    ],
    ["different people stay apart", "Paul Denning met Karen Oduya.", { "Paul Denning": ["Paul Denning"], "Karen Oduya": ["Karen Oduya"] }],
  ];
  for (const [what, text, chains] of cases) test(what, () => assert.deepEqual(chainsIn(text), chains));
});
