import assert from "node:assert/strict";
import * as fc from "fast-check";
import { isSentenceBreak, normalizeText } from "../../../../../src/core/anchor/compare/normalizedText.js";
import { followAt } from "../follow.js";
import { runs } from "../../runs.js";

const STORY = "Lena Öberg said the café would open in May. Nobody else had asked for it. Karl Åkesson waited for the boat.";

suite("a text as comparing sees it", () => {
  const cases: [string, string, string][] = [
    ["white space and line ends", "one \t two\r\n\r\nthree\u0085four\u2028five\u00A0six", "one two three four five six"],
    ["marks of quotation", "“Yes,” «no», ‘so’ and ``well'' \"done\"", "'yes,' 'no', 'so' and 'well' 'done'"],
    ["dashes", "a—b – c -- d", "a-b - c - d"],
    ["dots", "wait... and… go.", "wait. and. go."],
    ["capitals", "STORM HITS Kolka", "storm hits kolka"],
    ["accents in one letter and behind it", "caf\u00E9 cafe\u0301", "cafe\u0301 cafe\u0301"],
    ["syllables of Hangul in their letters", "\uAC00\uAC01".normalize("NFD"), "\uAC00\uAC01"],
    ["what nobody sees", "\uFEFFKol\u00ADka har\u200Bbour", "kolka harbour"],
    ["emphasis", "**Kolka** has _its_ port", "kolka has its port"],
    ["links", "the [port](https://a.test/b_c) of [Kolka](x \"y\") [sic]", "the port of [kolka](x 'y') [sic]"],
    ["quoted lines", "> one\n> \n>> > two > one\r\n > three", " one two > one three"],
    ["references of HTML", "&quot;R&amp;D&quot;&nbsp;&ndash; it&#8217;s &#x2019;s &nosuch;", "'r&d' - it's 's &nosuch;"],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.equal(normalizeText(text).text, expected));

  test("every unit tells where in the text it stands, in order", () => {
    const piece = fc.oneof(fc.constantFrom("&quot;", "[a](b)", "\n> ", "``", "...", "--", "é", "e\u0301", "\u1100\u1161\u11A8", "İ", "*", " \n", "😀"), fc.string({ maxLength: 3, unit: "binary" }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")), (text) => {
        const { text: normal, offsets, ends } = normalizeText(text);
        assert.deepEqual([offsets.length, ends.length], [normal.length + 1, normal.length]);
        for (let unit = 0; unit < normal.length; unit++) {
          const [start = 0, end = 0, next = 0] = [offsets[unit], ends[unit], offsets[unit + 1]];
          assert.ok(start < end && end <= text.length);
          assert.ok(next >= end || (next === start && ends[unit + 1] === end));
        }
      }),
      runs(300),
    );
  });

  test("words that were said end a sentence, in whichever marks", () => {
    for (const said of ['called it "cold" then', "called it “cold” then", "“Cold.” Then", "‘Cold,’ then"]) {
      const normal = normalizeText(said);
      assert.ok(isSentenceBreak(normal, normal.text.indexOf(" then")), said);
    }
    const plural = normalizeText("the keepers' lamps");
    assert.equal(isSentenceBreak(plural, plural.text.indexOf(" lamps")), false);
  });

  // how the words themselves look then
  const forms: [string, (text: string) => string, (words: string) => string][] = [
    ["capitals", (text) => text.toUpperCase(), (words) => words.toUpperCase()],
    ["accents apart", (text) => text.normalize("NFD"), (words) => words.normalize("NFD")],
    ["emphasis and links around every name", (text) => text.replaceAll(/\p{Lu}\p{L}+ \p{Lu}\p{L}+/gu, "[**$&**](https://kolka.test/people)"), (words) => words],
  ];
  for (const [name, change, look] of forms) {
    for (const isBaseKnown of [false, true]) {
      test(`words are found again after ${name}, old text ${isBaseKnown ? "" : "not "}known`, () => {
        const after = change(STORY);
        for (const words of ["Lena Öberg", "said", "café", "May", "asked", "Åkesson"]) {
          assert.equal(followAt(STORY, after, [{ words, start: STORY.indexOf(words) }], isBaseKnown), after.indexOf(look(words)), words);
        }
      });
    }
  }

  for (const isBaseKnown of [false, true]) {
    test(`words in the address of a link are lost where a copy of their paragraph stands beside it, and it was mistyped: old text ${isBaseKnown ? "" : "not "}known`, () => {
      const told = "More of it is in the [lamp lists](https://kolka.test/keepers/berg) of the port, and in the letters of its keepers.\n\n";
      const before = `${STORY}\n\n${told}${STORY}`;
      const after = before.replace(told, told + told.replace("lamp lists", "lapm lists"));
      const words = { words: "keepers/berg", start: before.indexOf("keepers/berg") };
      assert.equal(followAt(before, after, [words], isBaseKnown), -1);
      assert.equal(followAt(before, before.replace(told, `Nobody knows. ${told}`), [words], isBaseKnown), words.start + 14);
    });
  }

  test("words in the address of a link stay there", () => {
    const before = `${STORY} More of it in the [lamp lists](https://kolka.test/keepers/berg) of the port. ${STORY}`;
    for (const isBaseKnown of [false, true]) assert.equal(followAt(before, `New. ${before}`, [{ words: "keepers", start: before.indexOf("keepers") }], isBaseKnown), before.indexOf("keepers") + 5);
  });
});
