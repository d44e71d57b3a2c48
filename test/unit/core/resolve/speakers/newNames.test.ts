import assert from "node:assert/strict";
import { newName } from "../../../../../src/core/resolve/speakers/newNames.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** The name that a source phrase is after other words of its sentence; empty where it is none. */
function nameIn(phrase: string): string {
  const text = `Yesterday ${phrase} said no.`;
  const range = newName(readArticle({ text }), { start: 10, end: 10 + phrase.length });
  return range ? text.slice(range.start, range.end) : "";
}

/** What the first so many characters of a text name, where it begins with a source. */
function nameAt(text: string, end: number): unknown {
  return newName(readArticle({ text }), { start: 0, end });
}

suite("newName", () => {
  const names: [phrase: string, name: string][] = [
    ["the Hill", "Hill"],
    ["IHS Markit", "IHS Markit"],
    ["the Committee for a Responsible Harbor", "Committee for a Responsible Harbor"],
    ["the Council on Harbor Quality, a body that watches ferries", "Council on Harbor Quality"],
    ["the Kent County Sheriff's Office", "Kent County Sheriff's Office"],
    ["the Denning campaign", "Denning campaign"],
    ["Islamic Aid", "Islamic Aid"],
    ["Tony Halden Co.", "Tony Halden Co."],
    ["First of Osney Bank Corp.", "First of Osney Bank Corp."],
    ["the United Ferries High Commissioner for Refugees (UFHCR)", "United Ferries High Commissioner for Refugees"],
    ["Marion's Bay", "Marion's Bay"],
    ["The Harian Sore, a newspaper based in Osney", "Harian Sore"],
    ["the Denning administration", "Denning administration"],
    ["the Mary Collins Home", "Mary Collins Home"],
    ["the Mary Collins Center for disabled children", "Mary Collins Center"],
    ["the Osney Center for Harbor Research and Fishing at Hale College in Osney", "Osney Center for Harbor Research and Fishing"],
    ["the Harbor Museum in Osney", "Harbor Museum"],
    ["one group, Osney Ferry Watch", "Osney Ferry Watch"],
    ["another company, the Osney Pump Trust", "Osney Pump Trust"],
  ];
  for (const [phrase, name] of names) test(phrase, () => assert.equal(nameIn(phrase), name));

  for (const phrase of ["the campaign", "the Republican campaign", "a committee", "the Minister", "two officials", "the old Harbor", "Denning supporters", "Islamic Leaders", "the Mary Collins Minister", "the Harbor Center of old", "Lone", "WHO", "Republicans on the Harbor Committee", "a group in the town, Osney Ferry Watch", "the company, Mary Collins", "the group, Senator Collins", "the company, Osney"]) {
    test(`no name: ${phrase}`, () => assert.equal(nameIn(phrase), ""));
  }

  test("a name with further capitals at the head of a sentence", () => {
    assert.deepEqual(nameAt("TfB said no.", 3), { start: 0, end: 3 });
    assert.deepEqual(nameAt("HCSD said no.", 4), { start: 0, end: 4 });
    assert.equal(nameAt("POLICE SAID NO.", 6), undefined);
    assert.equal(nameAt("Hcsd said no.", 4), undefined);
  });

  test("no name: some of a group at the head of a sentence", () => {
    const text = "Separatists in Osney said no.";
    assert.equal(newName(readArticle({ text }), { start: 0, end: 20 }), undefined);
  });
});
