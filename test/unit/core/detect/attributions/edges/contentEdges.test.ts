import assert from "node:assert/strict";
import { withUsualContent } from "../../../../../../src/core/detect/attributions/edges/contentEdges.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told } from "../../marked.js";

/** [what it shows, text with ⟨source⟩, [cue] and {content}, contents that it must have] */
const CASES: [about: string, marked: string, contents: string][] = [
  ["a conjunction before the next verb", "⟨Lindt⟩ [said] {the bridge holds and} called for calm.", "the bridge holds"],
  ["one behind a comma", "⟨Lindt⟩ [said] {the bridge holds, but} called for calm.", "the bridge holds"],
  ["one behind a dash", "⟨Lindt⟩ [said] {the bridge holds — while} others left.", "the bridge holds"],
  ["one before what he did meanwhile", "⟨Lindt⟩ [said] {the bridge holds as} he left.", "the bridge holds"],
  ["what stood before a day", "⟨Lindt⟩ [predicted] {a close vote as recently as} Tuesday.", "a close vote"],
  ["a preposition before a year", "⟨Lindt⟩ [called] {it a fine bridge in} 1974.", "it a fine bridge"],
  ["a preposition that belongs to what was said", "⟨Lindt⟩ [said] {which bank the bridge stood on} before it fell.", "which bank the bridge stood on"],
  ["from when on it holds", "⟨Lindt⟩ [announced] {a new mayor, effective} April 1.", "a new mayor"],
  ["a bracket that opens", "⟨Lindt⟩ [said] {the bridge holds (} which it does).", "the bridge holds"],
  ["a colon at the end", "⟨Lindt⟩ [said] {the bridge holds:}", "the bridge holds"],
  ["a colon at its head", "⟨Lindt⟩ [describes it in one word]{: It will fall}.", "It will fall"],
  ["a mark alone", "⟨Lindt⟩ [said] {“} {the bridge holds}.", "the bridge holds"],
  ["a conjunction inside", "⟨Lindt⟩ [said] {the bridge and the road hold}.", "the bridge and the road hold"],
  ["one in each part", "{The bridge holds and}, ⟨Lindt⟩ [said], {the road and} more.", "The bridge holds … the road"],
  ["what stands for the words", "{“The bridge holds.”} {That} [was the message from] ⟨Lindt⟩.", "“The bridge holds.”"],
  ["what is not told", "⟨Lindt⟩ [would not say] {if or when}.", "if or when"],
  ["what is not told, with another", "⟨Lindt⟩ [declined] {to say how and when}.", "to say how and when"],
  ["the mark of a list", "What is known:\n\n{- 2,300 homes are dark}, ⟨Lindt⟩ [said].", "2,300 homes are dark"],
  ["a dash that marks no list", "⟨Lindt⟩ [said] {– of all things – that it was dark}.", "– of all things – that it was dark"],
  ["what she did meanwhile", "⟨Lindt⟩ [told reporters] as {she left the room that it holds}.", "that it holds"],
  ["what others do meanwhile", "⟨Lindt⟩ [said] {the bridge holds as she left it}.", "the bridge holds as she left it"],
  ["nothing else", "⟨Lindt⟩ [said] {and}.", "and"],
];

suite("withUsualContent", () => {
  for (const [about, marked, expected] of CASES) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      assert.equal(told(text, withUsualContent(readArticle({ text }), attribution)).split(" | ")[2], expected);
    });
  }
});
