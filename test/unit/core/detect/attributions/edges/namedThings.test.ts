import assert from "node:assert/strict";
import { withoutNamedThings } from "../../../../../../src/core/detect/attributions/edges/namedThings.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told } from "../../marked.js";

/** [text with ⟨source⟩, [cue] and {contents}, what must be left of it] */
const CASES: readonly [marked: string, expected: string][] = [
  ["In a speech titled {“Our Harbour,”} ⟨the mayor⟩ [said] {“it holds.”}", "the mayor | said | “it holds.”"],
  ["On a sign that was marked {“exit,”} ⟨a guest⟩ [had written] {“it holds.”}", "a guest | had written | “it holds.”"],
  ["Under {a plan known as “Safe Start,”} ⟨the town⟩ [said], {“it holds.”}", "the town | said | “it holds.”"],
  ["The group, dubbed {“the Seven,”} [said] ⟨it⟩ holds.", "it | said | "],
  ["In ⟨a box⟩ [labeled] {“lost,”} a guest left a note.", "a box | labeled | "],
  ["⟨The mayor⟩ [called] {“a rant”} what others said.", "The mayor | called | “a rant”"],
  ["In what she called {“a rant,”} ⟨the mayor⟩ [said] {“it holds.”}", "the mayor | said | “a rant,” … “it holds.”"],
  ["⟨Critics⟩ [labeled] {“a rant”} the speech.", "Critics | labeled | “a rant”"],
  ["{“It holds,”} ⟨the mayor⟩ [said].", "the mayor | said | “It holds,”"],
];

suite("what a thing is called is nothing that anybody says", () => {
  for (const [marked, expected] of CASES) {
    test(marked, () => {
      const { text, attribution } = readMarked(marked);
      assert.equal(told(text, withoutNamedThings(readArticle({ text }), attribution)), expected);
    });
  }
});
