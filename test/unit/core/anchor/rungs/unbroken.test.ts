import assert from "node:assert/strict";
import { firstFrom } from "../../../../../src/core/anchor/compare/blocks.js";
import { normalizeText } from "../../../../../src/core/anchor/compare/normalizedText.js";
import { sketchText, wholeText } from "../../../../../src/core/anchor/oldText/sketch.js";
import { Unbroken } from "../../../../../src/core/anchor/rungs/unbroken.js";
import { documentOf } from "../revisions.js";

/** An article that begins with what its first paragraph says again, as many do. */
const TEASER = "Ferry to Kolka runs aground: the ferry Astra ran aground off Kolka on Friday with two dogs and a cello on board, the port said.";
const LEAD = "RIGA - The ferry Astra ran aground off Kolka on Friday with two dogs and a cello on board, the port said. Nobody was hurt, and the sea was calm.";
const REST = ["“We waited for the tide,” said Lena Berg, who has steered the ferry for nine years.", "The island is an hour from the coast, and in winter the boat comes twice a week with the post.", "The mayor of Kolka wants a second lamp on the pier, and has asked the minister for it.", "A council of seven clerks had counted the lanterns of the river on that evening.", "In spring the harbour will be dredged, if the money lasts until then."];
const BEFORE = [TEASER, LEAD, ...REST].join("\n\n");
const WORDS = "two dogs";
const START = BEFORE.indexOf(WORDS);

/** Where the words at an offset of the old text are in the new one, -1 where that cannot be told, with all of the old text known or only what is around them and some others. */
function placeOf(after: string, isAllKnown: boolean, start = START, before = BEFORE): number {
  const spans = [start, before.indexOf("second lamp")].map((at) => ({ start: at, end: at + WORDS.length }));
  const { annotations } = documentOf(before, spans);
  const known = isAllKnown ? wholeText(before) : sketchText(annotations, before.length);
  const [old, present] = [normalizeText(known.text), normalizeText(after)];
  const unit = firstFrom(old.offsets, known.locate(start) ?? 0);
  const range = new Unbroken(known, old, before.length, present).place({ start: unit, end: unit + WORDS.length }, annotations[0]?.copies ?? []);
  return range ? (present.offsets[range.start] ?? -1) : -1;
}

suite("words in what reads on as it did", () => {
  for (const isAllKnown of [true, false]) {
    const suffix = isAllKnown ? "old text known" : "little of the old text known";
    const formats: Readonly<Record<string, (text: string) => string>> = {
      "line ends": (text) => text.replaceAll("\n", "\r\n"),
      "quote marks": (text) => text.replaceAll(/[“”]/gu, '"'),
      "white space": (text) => text.replaceAll(". ", ".  "),
      paragraphs: (text) => text.replace(" Nobody was", "\n\nNobody was"),
    };
    for (const [name, format] of Object.entries(formats)) {
      test(`are found in two sentences that say the same after a change of ${name}, ${suffix}`, () => {
        const after = format(BEFORE);
        for (const [index, { index: start }] of [...BEFORE.matchAll(/two dogs/gu)].entries()) assert.equal(placeOf(after, isAllKnown, start), [...after.matchAll(/two dogs/gu)][index]?.index);
      });
    }

    test(`are not told where what was put in is like them, ${suffix}`, () => {
      for (const put of [TEASER.replace("Friday", "Monday"), TEASER.replace("on board", "and a trunk on board")]) assert.equal(placeOf(BEFORE.replace("The mayor", `${put}\n\nThe mayor`), isAllKnown), -1);
    });
  }

  test("are found where a paragraph far from them was rewritten or cut off", () => {
    for (const after of [BEFORE.replace(REST[3] ?? "", "Seven more lamps came with the summer."), BEFORE.slice(0, BEFORE.indexOf(REST[3] ?? ""))]) assert.equal(placeOf(after, true), START);
  });

  test("are found where the second one of two was cut off", () => {
    assert.equal(placeOf(`${TEASER}\n\nRIGA - The ferry`, true), START);
  });

  test("are not told where they are left once with what stood around both", () => {
    const [one, other] = [`${LEAD}\n\n`, `${REST.join("\n\n")}\n\n`];
    const before = `${other}${one}${other}${one}${other}`;
    assert.equal(placeOf(`${other}${one}${other}`, true, before.indexOf(WORDS), before), -1);
    assert.equal(placeOf(`${other}${one}${other}`, true, before.lastIndexOf(WORDS), before), -1);
  });

  test("are not told next to a copy of them, mistyped or not, whichever stands first", () => {
    const line = `${TEASER}\n\n`;
    for (const copy of [line, line.replace("aground", "agruond")]) for (const both of [line + copy, copy + line]) assert.equal(placeOf(both + BEFORE.slice(line.length), true), -1);
  });
});
