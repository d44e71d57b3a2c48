import assert from "node:assert/strict";
import type { NameMention, PlaceMention } from "../../../../../src/core/detect/findings.js";
import { withShortForms } from "../../../../../src/core/resolve/mentions/shortForms.js";
import type { Place } from "../../../../../src/core/places/gazetteer.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** Ilvania is a country, Harport a city of half a million. */
const FAR: Readonly<Record<string, Partial<Place>>> = { Ilvania: { kind: "country" }, Harport: { kind: "city", population: 500_000 }, Harlow: { kind: "city", population: 80_000 } };

/** [what it shows, text with [people], {organizations} and <places>, the organizations that it must have, the places that stay] */
const CASES: readonly [about: string, marked: string, organizations: string[], places: string[]][] = [
  ["a company by its first word, which is a town's, too", "{Harlow Quimsey Dralle} grew. <Harlow> shares rose. Then <Harlow> lost $5.", ["Harlow Quimsey Dralle", "Harlow", "Harlow"], []],
  ["where the article is in the town", "{Harlow Quimsey Dralle} grew in <Harlow>. <Harlow> said no.", ["Harlow Quimsey Dralle"], ["Harlow", "Harlow"]],
  ["whose officials are told of", "{Harlow Quimsey Dralle} grew. <Harlow> officials left. <Harlow> said no.", ["Harlow Quimsey Dralle"], ["Harlow", "Harlow"]],
  ["a country", "{Ilvania Quimsey} grew. <Ilvania> said no.", ["Ilvania Quimsey"], ["Ilvania"]],
  ["a city", "{Harport Quimsey} grew. <Harport> lost 2-1.", ["Harport Quimsey"], ["Harport"]],
  ["what no company does", "{Harlow Quimsey Dralle} grew. <Harlow> flooded.", ["Harlow Quimsey Dralle"], ["Harlow"]],
  ["a paper is not called by its town", "The {Harlow Post} grew. <Harlow> said no.", ["Harlow Post"], ["Harlow"]],
  ["a bank of a town neither", "The {Bank of Harlow} grew. <Harlow> said no.", ["Bank of Harlow"], ["Harlow"]],
  ["common words tell of no company", "{Harlow Water Works} grew. <Harlow> said no.", ["Harlow Water Works"], ["Harlow"]],
  ["a company by what it makes", "{Tanvik Therapeutics} grew. [Tanvik] fell, and <Tanvik>'s drug failed.", ["Tanvik Therapeutics", "Tanvik", "Tanvik"], []],
  ["a company by its legal form, wherever its first word stands", "{Tanvik Group Plc} grew. Tanvik shares fell, said <Tanvik>, in Tanvik Road.", ["Tanvik Group Plc", "Tanvik", "Tanvik"], []],
  ["a company by its legal form, in a town of its name", "{Harlow Group Plc} grew in <Harlow>. Then Harlow fell.", ["Harlow Group Plc"], ["Harlow"]],
  ["a common word, though with a legal form", "{Water Group Plc} grew. Water fell.", ["Water Group Plc"], []],
  ["a lone name", "{Harley-Davidson} fell. [Harley] makes bikes.", ["Harley-Davidson", "Harley"], []],
  ["a lone name of somebody", "{Harley-Davidson} fell. [Harley Grynn] sang. [Harley] left.", ["Harley-Davidson"], []],
];

function candidatesOf(words: string): Place[] {
  const known = FAR[words];
  return known ? [{ name: words, kind: "city", population: 0, ...known }] : [];
}

suite("companies by the first word of their names", () => {
  for (const [about, marked, organizations, places] of CASES) {
    test(about, () => {
      const text = marked.replaceAll(/[[\]{}<>]/gu, "");
      const found = [...marked.matchAll(/[[{<]([^\]}>]+)[\]}>]/gu)].map((mark, index) => {
        const start = mark.index - 2 * index;
        return { start, end: start + (mark[1] ?? "").length, mark: mark[0].charAt(0), confidence: 0.8 };
      });
      const names = found.filter(({ mark }) => mark !== "<").map(({ start, end, mark, confidence }): NameMention => ({ start, end, type: mark === "[" ? "person" : "organization", roles: [], confidence }));
      const placed = found.filter(({ mark }) => mark === "<").map(({ start, end, confidence }): PlaceMention => ({ start, end, sense: "literal", candidates: candidatesOf(text.slice(start, end)), confidence }));
      const settled = withShortForms(readArticle({ text }), { names, places: placed });
      const wordsOf = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
      assert.deepEqual(settled.names.filter(({ type }) => type === "organization").map(wordsOf), organizations);
      assert.deepEqual(settled.places.map(wordsOf), places);
    });
  }
});
