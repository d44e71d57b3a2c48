import assert from "node:assert/strict";
import { findRivals } from "../../../../../../src/core/anchor/rungs/aligned/rivals.js";

/** A stretch that two texts have in common, by the words with which it begins in each. */
function block(before: string, after: string, words: string, start: number): { before: number; after: number; length: number; isMoved: boolean } {
  return { before: before.indexOf(words), after: after.indexOf(words, start), length: words.length, isMoved: false };
}

suite("words that may as well be in what was put in", () => {
  test("the first words of an article, of which a letter is missing now, before which a paragraph was put that has them too", () => {
    const [before, after] = ["Kolka-Engines Co. said that it had built a ninth lamp.", "The port asked. Kolka-Engines sold none.\n\nKolka-Egines Co. said that it had built a ninth lamp."];
    const [words, rest] = [block(before, after, "Kolka-Engines ", 0), block(before, after, "Co. said that it had built a ninth lamp.", 0)];
    assert.deepEqual(findRivals({ before: 0, after: 0 }, rest, [words, rest], before, after), [{ start: 0, end: words.length }]);
  });

  test("the end of a sentence, mistyped now, behind which a headline was put that ends alike", () => {
    const [before, after] = ["The clerks would give it to Lena Berg. No other one has asked.", "The clerks would give it to LLena Berg. Port asks for Lena Berg. No other one has asked."];
    const [words, rest] = [block(before, after, "The clerks would give it to L", 0), block(before, after, "ena Berg. No other one has asked.", 0)];
    assert.deepEqual(findRivals({ before: words.length, after: words.length }, rest, [words, rest], before, after), [{ start: before.indexOf("Lena"), end: before.indexOf("No other") }]);
  });

  test("not words that stand there once", () => {
    const [before, after] = ["Kolka-Engines Co. said that it had built a ninth lamp.", "Kolka-Engines Co. of the port said that it had built a ninth lamp."];
    const [words, rest] = [block(before, after, "Kolka-Engines Co. ", 0), block(before, after, "said that it had built a ninth lamp.", 0)];
    assert.deepEqual(findRivals({ before: words.length, after: words.length }, rest, [words, rest], before, after), []);
  });
});
