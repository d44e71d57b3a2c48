import assert from "node:assert/strict";
import { readDescription } from "../../../../../../src/core/resolve/speakers/phrases/descriptions.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";

/** [phrase, "noun type gender owner" as read; empty where it is no description] */
type Case = [string, string];

function read(phrase: string): string {
  const article = readArticle({ text: `${phrase} said no.` });
  const description = readDescription(article, { start: 0, end: phrase.length });
  return description ? [description.noun, description.type, description.gender ?? "-", description.owner ?? (description.owned ? "owned" : "-")].join(" ") : "";
}

suite("readDescription", () => {
  const cases: Case[] = [
    ["The senator", "senator person - -"],
    ["The former New York senator", "senator person - -"],
    ["The 54-year-old", "year-old person - -"],
    ["The actress", "actress person she -"],
    ["The minister of defence", "minister person - -"],
    ["His lawyer", "lawyer person - owned"],
    ["Denning's lawyer", "lawyer person - denning"],
    ["The company", "company organization - -"],
    ["The state", "state place - -"],
    ["The Dunmore, Ohio-based company", "company organization - -"],
    ["The San Jose-headquartered group", "group organization - -"],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.equal(read(phrase), expected));

  const others: string[] = ["A senator", "Senators", "The senators", "The weather", "Two officials", "He", "Mary Collins", "The latter", "The"];
  for (const phrase of others) test(`no description: ${phrase}`, () => assert.equal(read(phrase), ""));
});
