import assert from "node:assert/strict";
import { statementsIn } from "./statementsIn.js";

const TEXT = 'The bridge is closed. "We will not open it," the mayor said on Monday. Two drivers told reporters that they would wait.';

suite("texts that are written in another way", () => {
  const ways: [about: string, text: string][] = [
    ["no capitals", TEXT.toLowerCase()],
    ["one sentence a line", TEXT.replaceAll(". ", ".\n")],
    ["one sentence a paragraph", TEXT.replaceAll(". ", ".\n\n")],
    ["lines of Windows", TEXT.replaceAll(". ", ".\r\n")],
    ["spaces that are no spaces", TEXT.replaceAll(" ", "\u00a0")],
  ];
  for (const [about, text] of ways) {
    test(about, () => {
      const found = statementsIn(text).map(({ contents, source }) => `${source?.replace(/\s/gu, " ").toLowerCase() ?? "-"}: ${contents.join(" ").replace(/\s/gu, " ").toLowerCase()}`);
      assert.deepEqual(found, ['the mayor: "we will not open it,"', "two drivers: that they would wait"]);
    });
  }

  const silent: [about: string, text: string][] = [
    ["a table", "| Name | Votes |\n|---|---|\n| Ann Doe | 12,000 |\n| Paul Roe | 9,000 |"],
    ["a list of results", "Ann Doe 12\nPaul Roe 9\nMary Lund 7"],
    ["a poem", "The sea lay still\nbelow the stones,\nthe stones lay still\nbelow the sea."],
    ["marks alone", '"'.repeat(10_000)],
    ["marks that open alone", "“".repeat(10_000)],
  ];
  for (const [about, text] of silent) test(`nothing is said in ${about}`, () => assert.deepEqual(statementsIn(text), []));
});
