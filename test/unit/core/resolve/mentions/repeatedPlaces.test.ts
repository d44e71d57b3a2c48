import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { PlaceMention } from "../../../../../src/core/detect/findings.js";
import { repeatPlaces } from "../../../../../src/core/resolve/mentions/repeatedPlaces.js";
import type { PlaceKind } from "../../../../../src/core/document/annotationDocument.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** The mentions of a text in which the place is known once, at its first occurrence. */
function repeat(text: string, words: string, confidence = 0.7): PlaceMention[] {
  const start = text.indexOf(words);
  const known: PlaceMention = { start, end: start + words.length, sense: "literal", candidates: [], confidence };
  return repeatPlaces(readArticle({ text }), start < 0 || words === "" ? [] : [known]);
}

suite("a place found once is found everywhere", () => {
  const cases: [text: string, words: string, starts: number[]][] = [
    ["Rain fell in Portroe. Portroe’s mayor left Portroe.", "Portroe", [13, 22, 43]],
    ["Rain fell in Kasba Bonli. Few know Kasba Bonli.", "Kasba Bonli", [13, 35]],
    ["Rain fell in Portroe. Then Portroes and Aportroe came.", "Portroe", [13]],
    ["Rain fell in Burton. Later Tim Burton and Burton Smith came.", "Burton", [13]],
    ["Rain fell in portroe. Portroe came.", "portroe", [13]],
  ];
  for (const [text, words, starts] of cases) {
    test(text, () => assert.deepEqual(repeat(text, words).map(({ start }) => start), starts));
  }

  const acronyms: [text: string, words: string, kind: PlaceKind, found: string[]][] = [
    ["Rain in New Ostmark. NO farmers cheered; the N.O. board did.", "New Ostmark", "country", []],
    ["Rain in West Ostmark Hills. WOH farmers cheered.", "West Ostmark Hills", "division", ["WOH"]],
    ["Rain in West Ostmark Hills. It cost WOH$5 million.", "West Ostmark Hills", "division", []],
    ["Rain in Ulva and Orsay. U&O farmers cheered.", "Ulva and Orsay", "country", ["U&O"]],
    ["Rain in West Ostmark Hills. Woh farmers and the Big WOH cheered.", "West Ostmark Hills", "division", []],
    ["Rain in West Ostmark Hills. WOH farmers cheered.", "West Ostmark Hills", "region", []],
    ["Rain in Ostmark. O farmers cheered.", "Ostmark", "country", []],
  ];
  for (const [text, words, kind, found] of acronyms) {
    test(`${text} (${kind})`, () => {
      const start = text.indexOf(words);
      const known: PlaceMention = { start, end: start + words.length, sense: "literal", candidates: [{ name: words, kind, population: 1 }], confidence: 0.9 };
      assert.deepEqual(repeatPlaces(readArticle({ text }), [known]).slice(1).map((place) => text.slice(place.start, place.end)), found);
    });
  }

  test("not where the first was doubtful", () => {
    assert.equal(repeat("Rain fell in Portroe. Portroe came.", "Portroe", 0.4).length, 1);
  });

  test("gives ordered ranges of the same words, whatever the text is", () => {
    const words = fc.constantFrom("Portroe", "Kasba", "Bonli", ".", "\n\n", "’s", "in", "-", "🙂", "The");
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (parts) => {
        const text = parts.join(" ");
        const word = parts[0] ?? "";
        let last = 0;
        for (const { start, end } of repeat(text, word)) {
          assert.ok(last <= start && end <= text.length);
          assert.equal(text.slice(start, end), word);
          last = end;
        }
      }),
    );
  });
});
