import assert from "node:assert/strict";
import * as fc from "fast-check";
import { alignTexts } from "../../../../src/core/anchor/compare/alignTexts.js";
import { normalizeText } from "../../../../src/core/anchor/compare/normalizedText.js";
import { Pieces } from "../../../../src/core/anchor/compare/pieces.js";
import { Placement } from "../../../../src/core/anchor/rungs/aligned/placement.js";
import { UNKNOWN } from "../../../../src/core/anchor/oldText/sketch.js";
import { runs } from "../runs.js";
import { followAt } from "./follow.js";

const FIRST = "Keeper of the lighthouse leaves in May after nine winters on the rock.\n\n";
const LINE = "Anna-Jo Hale/Port House.\n\n";
const ISLAND = "The island is an hour from the coast when the sea is calm, and the harbour has room for six boats.\n\n";
const TOWER = "The sea took the first tower in the storm of 1823, and the second one was built of stone from the bay.\n\n";
const WINTER = "Whoever misses the boat in winter has to wait for the next one, and for the wind to turn from the north.\n\n";
const HARBOUR = "The harbour master counts the boats each evening and writes their names into a book that nobody reads.\n\n";
const BEFORE = FIRST + ISLAND + LINE + TOWER + WINTER + HARBOUR;

/** Where the aligned texts place words, in letters of the new one as comparing sees it. */
function placed(words: string, after: string, before = BEFORE, alike?: number): string | undefined {
  const [old, present] = [normalizeText(before), normalizeText(after)];
  const start = old.text.indexOf(words);
  assert.ok(start >= 0);
  const place = new Placement(old, present, new Pieces(old.text, present.text)).place({ start, end: start + words.length }, alike);
  return place && present.text.slice(place.range.start, place.range.end);
}

suite("short paragraphs that were moved", () => {
  test("the words of one that was moved as a whole are found, however short it is", () => {
    assert.equal(placed("anna-jo hale", FIRST + ISLAND + TOWER + WINTER + LINE + HARBOUR), "anna-jo hale");
  });

  test("so are those that stand in another paragraph too, as the whole of an article is anchored", () => {
    const harbour = HARBOUR.replace("The harbour master counts", "The harbour master, Anna-Jo Hale, counts");
    const before = FIRST + ISLAND + LINE + TOWER + WINTER + harbour;
    const follow = (after: string): number => followAt(before, after, [{ words: "Anna-Jo Hale", start: before.indexOf("Anna-Jo Hale") }], true);
    const moved = FIRST + ISLAND + TOWER + WINTER + LINE + harbour;
    assert.equal(follow(moved), moved.indexOf("Anna-Jo Hale"));
    assert.equal(follow(`${FIRST}${ISLAND}${TOWER}${WINTER}Anna-Jo Hale of the port.\n\n${harbour}`), -1);
  });

  test("those of one of which only a part went are not", () => {
    assert.equal(placed("anna-jo hale", `${FIRST}${ISLAND}${TOWER}${WINTER}Anna-Jo Hale of the port.\n\n${HARBOUR}`), undefined);
  });

  test("one of which a phrase stands elsewhere too is found", () => {
    const after = FIRST + TOWER + WINTER.replace("the boat", "the boat, an hour from the coast when") + HARBOUR + ISLAND;
    assert.equal(placed("the sea is calm", after), "the sea is calm");
  });

  test("one of which a phrase stands where it was is found, and so is what stands behind that", () => {
    const after = `${FIRST}Ferries leave only when the sea is calm.\n\n${LINE}${TOWER}${WINTER}${HARBOUR}${ISLAND}`;
    for (const words of ["an hour from the coast", "the sea is calm", "room for six boats"]) assert.equal(placed(words, after), words);
  });

  test("they are found where some of the old text is not known as well, if they stood once", () => {
    const after = FIRST + ISLAND + TOWER + WINTER + LINE + HARBOUR;
    assert.equal(placed("anna-jo hale", after, `${BEFORE}${UNKNOWN}`, 0), "anna-jo hale");
    for (const alike of [undefined, 5]) assert.equal(placed("anna-jo hale", after, `${BEFORE}${UNKNOWN}`, alike), undefined);
  });
});

suite("stretches that two texts have in common", () => {
  test("none reaches into another, whatever was moved", () => {
    const parts = [FIRST, ISLAND, LINE, TOWER, WINTER, HARBOUR];
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: 2 }), (order) => {
        const after = normalizeText(order.join("")).text;
        const blocks = alignTexts(normalizeText(BEFORE).text, after);
        for (const side of ["before", "after"] as const) {
          const sorted = blocks.toSorted((one, other) => one[side] - other[side]);
          for (const [index, block] of sorted.entries()) assert.ok(block[side] >= (sorted[index - 1]?.[side] ?? 0) + (sorted[index - 1]?.length ?? 0));
        }
      }),
      runs(300),
    );
  });

  test("the name with which a paragraph began goes with it, though others that begin with it came in its place, and it in theirs", () => {
    const [said, then] = ["Hale said she had never seen the lamp go out in all her years on the rock, not even in the great storm.\n\n", "Hale then turned to the boats in the harbour, of which two had lost their masts in the night before.\n\n"];
    const old = normalizeText(FIRST + ISLAND + said + TOWER + WINTER + then + HARBOUR);
    const present = normalizeText(HARBOUR + WINTER + said.replace("storm", "tsorm") + ISLAND + then.replace("before", "bfeore") + TOWER + FIRST);
    const blocks = alignTexts(old.text, present.text);
    for (const words of ["hale said", "hale then"]) {
      const [start, place] = [old.text.indexOf(words), present.text.indexOf(words)];
      assert.ok(blocks.some(({ before, after, length }) => before <= start && before + length >= start + words.length && after - before === place - start), words);
    }
  });
});
