import assert from "node:assert/strict";
import { readTagged, readTurns } from "../../../../../../src/core/detect/attributions.js";
import { findQuotations } from "../../../../../../src/core/detect/quotations.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";

/** What a name and a colon before a quotation tell where the tagger has found nothing: "source | content" each. */
function named(text: string): string[] {
  const article = readArticle({ text });
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  return readTagged(article, { quotations: findQuotations(article), names: [], places: [], dates: [] }, readTurns(article), [], [])
    .filter(({ construction }) => construction === "label")
    .map(({ source, contents }) => `${source ? words(source) : "-"} | ${contents.map(words).join(" … ")}`);
}

suite("findNamedQuotation", () => {
  const cases: [about: string, text: string, expected: string[]][] = [
    ["a name", "Opposition leader Mara Lindt: “The bridge is safe.”", ["Opposition leader Mara Lindt | “The bridge is safe.”"]],
    ["whom a paper quotes", "The Harlow Post quotes Mayor Mara Lindt: “It was a tragic accident.”", ["Mayor Mara Lindt | “It was a tragic accident.”"]],
    ["the writer of what has a title", "“Bridge plan accused of waste,” by the Post’s Mara Lindt: “A man is suing the town.”", ["the Post’s Mara Lindt | “A man is suing the town.”"]],
    ["to whom it is said", "She says to Nevadans: “This one is for you.”", []],
    ["whom somebody tells it", "He was critical, too, telling the Harlow Post: “The bridge is not safe.”", []],
  ];
  for (const [about, text, expected] of cases) test(about, () => assert.deepEqual(named(text), expected));
});
