import assert from "node:assert/strict";
import * as fc from "fast-check";
import { findArticleDate } from "../../../../src/core/detect/articleDate.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";
import type { ArticleInput } from "../../../../src/core/text/article.js";

const PROSE = "The mayor opened the bridge, officials said.";

function dateOf(input: ArticleInput): string {
  const found = findArticleDate(readArticle(input), input);
  if (!found) return "none";
  return `${found.value} ${found.from}${found.range ? ` [${input.text.slice(found.range.start, found.range.end)}]` : ""}`;
}

const cases: [name: string, input: ArticleInput, expected: string][] = [
  ["front matter", { text: `---\ntitle: On time\ndate: 2021-04-06T08:00:00+02:00\n---\n\n${PROSE}` }, "2021-04-06 front matter [2021-04-06T08:00:00+02:00]"],
  ["front matter in words", { text: `---\r\npublished: "6 April 2021"\r\nupdated: 7 April 2021\r\n---\r\n${PROSE}` }, "2021-04-06 front matter [6 April 2021]"],
  ["front matter, published before updated", { text: `---\nlastmod: 2021-05-01\npublish_date: 2021-04-06\n---\n${PROSE}` }, "2021-04-06 front matter [2021-04-06]"],
  ["header within the first line", { text: ` date 2021-04-06 ${PROSE}` }, "2021-04-06 text [2021-04-06]"],
  ["published line", { text: `A bridge opens\n\nPublished: Monday 12 June 2023\n\n${PROSE}` }, "2023-06-12 text [Monday 12 June 2023]"],
  ["published before updated", { text: `A bridge opens\nUpdated 7 April 2021 | Published 6 April 2021\n${PROSE}` }, "2021-04-06 text [6 April 2021]"],
  ["published after updated in one line", { text: `A bridge opens\nUpdated: 7 April 2021 10:30 BST. Published: 6 April 2021\n${PROSE}` }, "2021-04-06 text [6 April 2021]"],
  ["a line that is but a date", { text: `A bridge opens\n\nSaturday, September 14, 2024\n\n${PROSE}` }, "2024-09-14 text [Saturday, September 14, 2024]"],
  ["byline", { text: `A bridge opens\nBy Jane Doe, April 6, 2021\n${PROSE}` }, "2021-04-06 text [April 6, 2021]"],
  ["dateline with year", { text: `WASHINGTON (AP) — April 6, 2021 — ${PROSE}` }, "2021-04-06 text [April 6, 2021]"],
  ["dateline in brackets", { text: `LEEDS, England (April 6, 2021) – ${PROSE}` }, "2021-04-06 text [April 6, 2021]"],
  ["dateline, year from the file name", { text: `NEW DELHI, April 6 (Reuters) - ${PROSE}`, file: "wire-2021-04-07.txt" }, "2021-04-06 text [April 6]"],
  ["dateline, year from a copyright line", { text: `NEW DELHI, April 6 (Reuters) - ${PROSE}\n\n© 2021 The Paper` }, "2021-04-06 text [April 6]"],
  ["dateline over New Year", { text: `OSLO, Dec. 31 (Reuters) - ${PROSE}`, file: "20210101_x.txt" }, "2020-12-31 text [Dec. 31]"],
  ["address line", { text: `A bridge opens\nLINK: https://news.example/world/2021/apr/06/bridge\n\n${PROSE}` }, "2021-04-06 text [2021/apr/06]"],
  ["footer", { text: `${`${PROSE}\n\n`.repeat(30)}First published on 6 April 2021` }, "2021-04-06 text [6 April 2021]"],
  ["file name", { text: PROSE, file: "20210406_bridge.txt" }, "2021-04-06 file name"],
  ["folders", { text: PROSE, file: "news\\2021\\04\\06\\bridge.txt" }, "2021-04-06 file name"],
  ["file name in words", { text: PROSE, file: "bridge-april-6-2021.txt" }, "2021-04-06 file name"],
  ["the caller's outranks all", { text: `Published 6 April 2021\n\n${PROSE}`, published: "2020-01-02", file: "2019-01-01.txt" }, "2020-01-02 user"],
  ["the caller's keeps its place in the text", { text: `Published 6 April 2021\n\n${PROSE}`, published: "2021-04-06" }, "2021-04-06 user [6 April 2021]"],
  // negatives
  ["prose", { text: `The bridge opened on April 6, 2021, officials said.\n\n${PROSE}` }, "none"],
  ["prose at the head", { text: "April 6, 2021, was a day to remember, officials said." }, "none"],
  ["prose that begins with a label", { text: "Published April 6, 2021, the report was a surprise to many." }, "none"],
  ["prose with a label in it", { text: `A survey of 12 Published 6 April 2021 reports was a surprise to many.\n\n${PROSE}` }, "none"],
  ["a headline with a date in its sentence", { text: `Airline cuts routes after April 6, 2021\n\n${PROSE}` }, "none"],
  ["an address in prose", { text: `See https://news.example/2021/04/06/bridge for more.\n\n${PROSE}` }, "none"],
  ["dateline without any year", { text: `NEW DELHI, April 6 (Reuters) - ${PROSE}` }, "none"],
  ["front matter that never closes", { text: `---\nThe pier opened: 6 April 2021 was the day.\n${PROSE}` }, "none"],
  ["front matter without a date", { text: `---\ntitle: Since 6 April 2021\n---\n${PROSE}` }, "none"],
  ["a day that the calendar has not", { text: PROSE, file: "2021-02-30.txt" }, "none"],
  ["a number in the file name", { text: PROSE, file: "000_9d5f141c13717911.txt" }, "none"],
  ["a caller's date that is none", { text: PROSE, published: "soon" }, "none"],
  ["nothing", { text: "" }, "none"],
];

suite("the article's date", () => {
  for (const [name, input, expected] of cases) test(name, () => assert.equal(dateOf(input), expected));

  test("any text and name are read without failing", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.option(fc.string(), { nil: null }), (text, file, published) => {
        const found = findArticleDate(readArticle({ text }), { text, file, published });
        if (found) assert.match(found.value, /^\d{4}-\d\d-\d\d$/u);
      }),
    );
  });
});
