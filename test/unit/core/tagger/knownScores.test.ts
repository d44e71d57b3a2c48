import assert from "node:assert/strict";
import * as fc from "fast-check";
import { KnownScores, type Scorer } from "../../../../src/core/tagger/knownScores.js";
import { Network } from "../../../../src/core/tagger/network.js";
import { loadTagger, type TaggedStatement, type Tagger } from "../../../../src/core/tagger/tagger.js";
import { parseWeights } from "../../../../src/core/tagger/weights.js";
import { packFile, randomWeights } from "./packWeights.js";
import { readForTagger } from "./readForTagger.js";

const unpacked = randomWeights({ seed: 5 });
unpacked.blocks["head.bias"]?.numbers.set([-2, 1, 0, 1, 0, 1, 0]);
const packed = packFile(unpacked);
const network = await Network.create(parseWeights(packed));
const forgetful = await loadTagger(packed);

const letter = (nth: number): string => String.fromCharCode(0x61 + nth);
/** Long enough for a window of its own, of words that no other number has (what differs by a digit is the same to the network). */
const paragraph = (nth: number): string =>
  Array.from({ length: 12 }, (_, index) => `The mayor of town${letter(nth)} told ${index} reporters that “the old bridge of ${letter(nth)}street is safe,” and walked on.`).join(" ");
const PARAGRAPHS = [0, 1, 2, 3, 4, 5].map(paragraph);
const TEXT = PARAGRAPHS.join("\n\n");

function counting(): { readonly scorer: Scorer; readonly ran: () => number } {
  let count = 0;
  return {
    scorer: {
      run(features, window) {
        count++;
        return network.run(features, window);
      },
    },
    ran: () => count,
  };
}

/** Reads all windows of a text and compares them with what the network itself says; how many there are. */
function readAll(scores: KnownScores, text: string): number {
  const { features, windows } = readForTagger(text);
  for (const window of windows) {
    const given = scores.run(features, window).slice();
    assert.deepEqual(given, network.run(features, window));
  }
  return windows.length;
}

function statementsOf(text: string, by: Tagger): readonly TaggedStatement[] {
  const { article, found } = readForTagger(text);
  const steps = by.read(article, found);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.statements([]);
  }
}

suite("known scores", () => {
  test("a text is computed once", () => {
    const { scorer, ran } = counting();
    const scores = new KnownScores(scorer, 100_000);
    const windows = readAll(scores, TEXT);
    assert.ok(windows > 5);
    readAll(scores, TEXT);
    assert.equal(ran(), windows);
  });

  const edits: readonly [string, string][] = [
    ["a word more", TEXT.replace("townd told", "townd never told")],
    ["a letter less", TEXT.replace("mayor of townc", "mayo of townc")],
    ["a name in capitals", TEXT.replace("townf", "TOWNF")],
    ["a quotation mark less", TEXT.replace("“the old bridge of estreet", "the old bridge of estreet")],
  ];
  for (const [about, edited] of edits) {
    test(`${about} costs the windows that it touches`, () => {
      const { scorer, ran } = counting();
      const scores = new KnownScores(scorer, 100_000);
      const windows = readAll(scores, TEXT);
      readAll(scores, edited);
      assert.ok(ran() > windows && ran() <= windows + 2, `${ran() - windows} windows computed again`);
    });
  }

  test("paragraphs that change places are computed anew where that changes what they follow", () => {
    const scores = new KnownScores(counting().scorer, 100_000);
    readAll(scores, TEXT);
    readAll(scores, PARAGRAPHS.toReversed().join("\n\n"));
  });

  test("what was read long ago is forgotten", () => {
    const { scorer, ran } = counting();
    const scores = new KnownScores(scorer, 1000);
    const windows = readAll(scores, paragraph(0));
    for (let nth = 6; nth < 26; nth++) readAll(scores, paragraph(nth));
    const before = ran();
    readAll(scores, paragraph(0));
    assert.equal(ran() - before, windows);
  });

  test("a window longer than all that is kept is read", () => {
    readAll(new KnownScores(counting().scorer, 10), TEXT);
  });

  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(40), insert: fc.oneof(fc.constantFrom("”", "“", "\n\n", " said ", "x", ""), fc.string({ maxLength: 20 })) });
  test("after any edits the statements are those of a fresh reading", async () => {
    const keeping = await loadTagger(packed, { keptTokens: 1500 });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (list) => {
        let text = TEXT;
        for (const { at, remove, insert } of list) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + insert + text.slice(start + remove);
          assert.deepEqual(statementsOf(text, keeping), statementsOf(text, forgetful));
        }
      }),
      { numRuns: 15 },
    );
  });
});
