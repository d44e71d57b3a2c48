import assert from "node:assert/strict";
import * as fc from "fast-check";
import { describePercent, english, englishWording, listWords, localeOf, shorten } from "../../../../src/core/describe/translate.js";

suite("words and lists", () => {
  test("placeholders are filled in by number; unknown ones stay", () => {
    assert.equal(english("{1} before {0}, {2}", "a", 2), "2 before a, {2}");
  });

  test("dates are in the language of the sentences around them", () => {
    assert.deepEqual([localeOf("de", true), localeOf("de", false), localeOf("en", false), localeOf("en-us", true)], ["de", "en-GB", "en-GB", "en-GB"]);
  });

  test("shares are in percent, as the language writes them", () => {
    assert.deepEqual(["en-GB", "de"].map((locale) => describePercent(0.947, { locale })), ["95%", "95\u00a0%"]);
  });

  test("lists read as a sentence", () => {
    assert.equal(listWords(["A"], englishWording), "A");
    assert.equal(listWords(["A", "B", "C"], englishWording), "A, B and C");
  });
});

suite("shortening", () => {
  const cases: [string, number, string][] = [
    ["short enough", 20, "short enough"],
    ["two  spaces\nand a line", 40, "two spaces and a line"],
    ["a sentence that goes on, and on", 26, "a sentence that goes on …"],
    ["Donaudampfschifffahrtsgesellschaft", 10, "Donaudampf …"],
  ];
  for (const [text, length, expected] of cases) test(JSON.stringify(text), () => assert.equal(shorten(text, length), expected));

  test("never much longer than asked, and never half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 1, max: 100 }), (text, length) => {
        const short = shorten(text, length);
        assert.ok(short.length <= length + 2);
        assert.equal(short.isWellFormed(), true);
      }),
    );
  });
});
