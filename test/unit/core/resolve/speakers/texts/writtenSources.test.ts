import assert from "node:assert/strict";
import { authorOf } from "../../../../../../src/core/resolve/speakers/texts/writtenSources.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";

/** [source phrase with names in square brackets, its author in words] */
const CASES: readonly [marked: string, author: string | undefined][] = [
  ["a report by the [Harbour Council]", "Harbour Council"],
  ["a study by Dr [Jane Doe] of the [University of Bristol]", "Jane Doe"],
  ["a count by the [Harbour Council]", "Harbour Council"],
  ["a [Reuters] tally", "Reuters"],
  ["an article in the [Bristol Gazette]", "Bristol Gazette"],
  ["an op-ed in the [Bristol Gazette]", undefined],
  ["a letter seen by the [BBC]", undefined],
  ["[Mary Collins]'s comments Friday on the bridge", "Mary Collins"],
  ["the town released a text with [Mary Collins]'s comments", undefined],
  ["a [Bristol Gazette]/[Reuters] poll", "Bristol Gazette/Reuters"],
  ["a report by the [WHO]", "WHO"],
  ["a report by those who saw it", "those"],
  ["a March 3, 2019 memo by [Jane Doe], a director", "Jane Doe"],
  ["a report authored by [Jane Doe]", "Jane Doe"],
  ["a [Reuters] reply", undefined],
  ["the head count", undefined],
];

suite("who wrote the text that a source phrase names", () => {
  for (const [marked, expected] of CASES) {
    test(marked, () => {
      const names = [...marked.matchAll(/\[([^\]]+)\]/gu)];
      const text = marked.replaceAll(/[[\]]/gu, "");
      const mentions = names.map((name, entity) => ({ start: name.index - 2 * entity, end: name.index - 2 * entity + (name[1] ?? "").length, entity }));
      const author = authorOf(readArticle({ text }), { start: 0, end: text.length }, mentions);
      const range = author && "mention" in author ? author.mention : author && "phrase" in author ? author.phrase : undefined;
      assert.equal(range && text.slice(range.start, range.end), expected);
    });
  }
});
