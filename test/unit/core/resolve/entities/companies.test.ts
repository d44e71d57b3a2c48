import assert from "node:assert/strict";
import type { NameMention } from "../../../../../src/core/detect/findings.js";
import { withCompanies } from "../../../../../src/core/resolve/entities/companies.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** [what it shows, text with [people] and {organizations}, the organizations that it must have] */
const CASES: readonly [about: string, marked: string, organizations: string[]][] = [
  ["a name beside its legal form", "{Nexalon Corp} met analysts. [Nexalon] disclosed a loss.", ["Nexalon Corp", "Nexalon"]],
  ["what it makes before the name", "[Chipmaker Nexalon] slumps. {Nexalon Corp} fell.", ["Nexalon", "Nexalon Corp"]],
  ["a price", "[Quantis] fell 6% on Monday. [Quantis] declined to comment.", ["Quantis", "Quantis"]],
  ["a price told in words", "[Quantis] slid as much as 4 percent.", ["Quantis"]],
  ["a price without its verb, and a short form", "[Tessera Semi] lost 4% and [Quantis] 6%. [Tessera] did not respond.", ["Tessera Semi", "Quantis", "Tessera"]],
  ["shares", "She sold shares in [Quantis]. [Quantis] stock was cheap.", ["Quantis", "Quantis"]],
  ["a person in the polls", "[Mara Keller] rose 6%. [Keller] gained 3 percent.", []],
  ["somebody in the polls whose first name is not told", "In the poll, [Zborovyk] 24%, [Quandle] 21%.", []],
  ["somebody with a courtesy title", "[Quantis] gained 3 percent. Mr. [Quantis] was glad.", []],
  ["a person beside a company of that name", "{Keller Corp} was founded by [Mara Keller]. [Keller] said so.", ["Keller Corp"]],
  ["a person of it", "[Quantis]'s [Mara Keller] left.", ["Quantis"]],
  ["somebody of it with a courtesy title", "[Quantis]'s Mr Keller left.", ["Quantis"]],
  ["what has a leader", "[Zamio] leader [Mara Keller] left.", ["Zamio"]],
  ["whose adviser has his name", "[Carter] adviser [Mara Keller] left.", []],
  ["a known name before a leader", "[Carter] leader [Mara Keller] left.", []],
  ["a hero of an author with a usual surname", "[Carter]'s [Mara Keller] left.", []],
  ["an author's hero", "[J. D. Quantis]'s [Mara Keller] left.", []],
  ["somebody's friend", "[Mara]'s [Anna Keller] left.", []],
  ["the last word of a team", "{Aston Villa} won. [Villa] were late.", ["Aston Villa", "Villa"]],
  ["somebody who shares something", "[Quantis] shares his stories. [Quantis] shares with readers what he saw.", []],
  ["somebody who lost something else", "[Quantis] lost 4 games and [Keller] won.", []],
];

suite("people that the article shows to be companies", () => {
  for (const [about, marked, expected] of CASES) {
    test(about, () => {
      const text = marked.replaceAll(/[[\]{}]/gu, "");
      const names = [...marked.matchAll(/[[{]([^\]}]+)[\]}]/gu)].map((found, index): NameMention => {
        const start = found.index - 2 * index;
        return { start, end: start + (found[1] ?? "").length, type: found[0].startsWith("[") ? "person" : "organization", roles: [], confidence: 0.8 };
      });
      const told = withCompanies(readArticle({ text }), names).filter(({ type }) => type === "organization");
      assert.deepEqual(told.map(({ start, end }) => text.slice(start, end)), expected);
    });
  }
});
