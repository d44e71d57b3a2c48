import assert from "node:assert/strict";
import { headMention, jointMentions, jointWithOffice } from "../../../../src/core/resolve/speakers/sourceNames.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

/** The names that speak jointly in a phrase in which the names are written in square brackets. */
function jointIn(marked: string, find = jointWithOffice): string[] {
  const names = [...marked.matchAll(/\[([^\]]+)\]/gu)];
  const text = marked.replaceAll(/[[\]]/gu, "");
  const mentions = names.map((name, entity) => {
    const start = name.index - 2 * entity;
    return { start, end: start + (name[1] ?? "").length, entity };
  });
  return find(readArticle({ text }), { start: 0, end: text.length }, mentions).map(({ start, end }) => text.slice(start, end));
}

suite("a name and another with an office speak jointly", () => {
  const cases: [string, string[]][] = [
    ["[Guyo] and the head of the union, [Peter Marlow]", ["Guyo", "Peter Marlow"]],
    ["[Anna Smith] and her deputy [Peter Marlow]", ["Anna Smith", "Peter Marlow"]],
    ["[Anna Smith] and the union of [Peter Marlow]", []],
    ["[Smith] and the rest", []],
    ["the president of [Smith] and the union, [Peter Marlow]", []],
    ["[Smith] and [Jones]", []],
    ["[Anna Smith]", []],
    ["two officials", []],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase), expected));
});

suite("two names speak jointly", () => {
  const cases: [string, string[]][] = [
    ["[Anna Smith] and [Peter Marlow]", ["Anna Smith", "Peter Marlow"]],
    ["[Google] and the [Commerce Department]", ["Google", "Commerce Department"]],
    ["the [Health Committee] and the [Harbor Council]", ["Health Committee", "Harbor Council"]],
    // one body for two things
    ["the [House Oversight] and [Government Reform Committee]", []],
    ["the [Town Committee on Prevention] and [Combating Corruption]", []],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase, jointMentions), expected));
});

const headAlone: typeof jointWithOffice = (article, source, mentions) => [headMention(article, source, mentions)].filter((mention) => mention !== undefined);

suite("the name that a phrase is about", () => {
  const cases: [string, string | undefined][] = [
    ["the [Ministry of Health]", "Ministry of Health"],
    ["[Bank of England]", "Bank of England"],
    ["Foreign Minister [Anna Smith]", "Anna Smith"],
    ["a spokesman for the [Ministry of Health]", undefined],
    ["[Smith]'s lawyer", undefined],
  ];
  for (const [phrase, expected] of cases) test(phrase, () => assert.deepEqual(jointIn(phrase, headAlone)[0], expected));
});
