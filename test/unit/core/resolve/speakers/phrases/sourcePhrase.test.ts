import assert from "node:assert/strict";
import { withoutRelative } from "../../../../../../src/core/resolve/speakers/phrases/sourcePhrase.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";

/** [source phrase with names in square brackets, what is left] */
const CASES: readonly [marked: string, left: string][] = [
  ["officials who met [Mary Collins]", "officials"],
  ["those who know [Mary Collins] and [Paul Denning]", "those"],
  ["[Paul Denning] who met [Mary Collins]", "Paul Denning who met Mary Collins"],
  ["the man who leads the party, [Paul Denning]", "the man who leads the party, Paul Denning"],
  ["the man who leads the party, the Rev. [Paul Denning]", "the man who leads the party, the Rev. Paul Denning"],
  ["a man, who met [Mary Collins]", "a man, who met Mary Collins"],
  ["the WHO", "the WHO"],
  ["the WHO team of [Mary Collins]", "the WHO team of Mary Collins"],
  ["people who know", "people who know"],
];

suite("a source without what its relative clause tells", () => {
  for (const [marked, expected] of CASES) {
    test(marked, () => {
      const text = marked.replaceAll(/[[\]]/gu, "");
      const mentions = [...marked.matchAll(/\[([^\]]+)\]/gu)].map((name, index) => ({ start: name.index - 2 * index, end: name.index - 2 * index + (name[1] ?? "").length }));
      const { start, end } = withoutRelative(readArticle({ text }), { start: 0, end: text.length }, mentions);
      assert.equal(text.slice(start, end), expected);
    });
  }
});
