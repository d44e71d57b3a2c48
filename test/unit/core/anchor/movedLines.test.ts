import assert from "node:assert/strict";
import { normalizeText } from "../../../../src/core/anchor/normalizedText.js";
import { Pieces } from "../../../../src/core/anchor/pieces.js";
import { Placement } from "../../../../src/core/anchor/placement.js";

const FIRST = "Keeper of the lighthouse leaves in May after nine winters on the rock.\n\n";
const LINE = "Anna-Jo Hale/Port House.\n\n";
const ISLAND = "The island is an hour from the coast when the sea is calm, and the harbour has room for six boats.\n\n";
const TOWER = "The sea took the first tower in the storm of 1823, and the second one was built of stone from the bay.\n\n";
const WINTER = "Whoever misses the boat in winter has to wait for the next one, and for the wind to turn from the north.\n\n";
const HARBOUR = "The harbour master counts the boats each evening and writes their names into a book that nobody reads.\n\n";
const BEFORE = FIRST + ISLAND + LINE + TOWER + WINTER + HARBOUR;

/** Where the aligned texts place words, in letters of the new one as comparing sees it. */
function placed(words: string, after: string): string | undefined {
  const [old, present] = [normalizeText(BEFORE), normalizeText(after)];
  const start = old.text.indexOf(words);
  assert.ok(start >= 0);
  const place = new Placement(old, present, new Pieces(old.text, present.text)).place({ start, end: start + words.length });
  return place && present.text.slice(place.range.start, place.range.end);
}

suite("short paragraphs that were moved", () => {
  test("the words of one that was moved as a whole are found, however short it is", () => {
    assert.equal(placed("anna-jo hale", FIRST + ISLAND + TOWER + WINTER + LINE + HARBOUR), "anna-jo hale");
  });

  test("those of one of which only a part went are not", () => {
    assert.equal(placed("anna-jo hale", `${FIRST}${ISLAND}${TOWER}${WINTER}Anna-Jo Hale of the port.\n\n${HARBOUR}`), undefined);
  });

  test("one of which a phrase stands elsewhere too is found", () => {
    const after = FIRST + TOWER + WINTER.replace("the boat", "the boat, an hour from the coast when") + HARBOUR + ISLAND;
    assert.equal(placed("the sea is calm", after), "the sea is calm");
  });
});
