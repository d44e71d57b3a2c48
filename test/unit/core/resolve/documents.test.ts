import assert from "node:assert/strict";
import { documentNoun, withIssue } from "../../../../src/core/resolve/documents.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

suite("a text's phrase with the clause that says whose it is", () => {
  const cases: readonly [about: string, text: string, source: string, whole: string][] = [
    ["cut before it", "So reads the statement published on the Port Ministry's website.", "the statement", "the statement published on the Port Ministry's website"],
    ["cut within it", "So reads the statement published on the Port Ministry website.", "the statement published on the Port Ministry", "the statement published on the Port Ministry website"],
    ["whole already", "So reads the statement published by the Port Ministry in Bristol.", "the statement published by the Port Ministry", "the statement published by the Port Ministry"],
    ["without one", "So reads the statement on the website.", "the statement", "the statement"],
  ];
  for (const [about, text, source, whole] of cases) {
    test(about, () => {
      const start = text.indexOf(source);
      const { start: from, end } = withIssue(readArticle({ text }), { start, end: start + source.length });
      assert.equal(text.slice(from, end), whole);
    });
  }
});

suite("the noun of a text that speaks", () => {
  const cases: readonly [source: string, noun: string | undefined][] = [
    ["the report by the minister", "report"],
    ["A petition signed by many", "petition"],
    ["the council's written statement", "statement"],
    ["many who signed a petition", undefined],
    ["the ministry", undefined],
  ];
  for (const [source, noun] of cases) test(source, () => assert.equal(documentNoun(readArticle({ text: source }), { start: 0, end: source.length }), noun));
});
