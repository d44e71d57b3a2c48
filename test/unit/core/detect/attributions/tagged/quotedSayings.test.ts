import assert from "node:assert/strict";
import { withQuotedSayings } from "../../../../../../src/core/detect/attributions/tagged/quotedSayings.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told } from "../../marked.js";

/** [text with ⟨source⟩, [cue] and {contents}, what whoever is quoted has said, if anything] */
const CASES: readonly [marked: string, expected: string | undefined][] = [
  ["⟨The agency⟩ [quoted] {him as saying that it holds}.", "him | as saying | that it holds"],
  ["⟨The agency⟩ [quoted] {Mara Lindt, the mayor, as saying, “It holds.”}", "Mara Lindt, the mayor | as saying | “It holds.”"],
  ["⟨The agency⟩ [quoted] {Mara Lindt as saying:} {“It holds.”}", undefined],
  ["⟨The agency⟩ [cites] {the mayor, Mara Lindt, as telling guests in Hale: “It holds.”}", "the mayor, Mara Lindt | as telling | “It holds.”"],
  ["⟨The agency⟩ [quoted] {it as a sign that it holds}.", undefined],
  ["⟨The agency⟩ [told] {him as saying that it holds}.", undefined],
  ["⟨The agency⟩ [quoted] {“a sign” as saying that it holds}.", undefined],
];

suite("what somebody whom others quote has said", () => {
  for (const [marked, expected] of CASES) {
    test(marked, () => {
      const { text, attribution } = readMarked(marked);
      const [own, ...others] = withQuotedSayings(readArticle({ text }), [attribution]);
      assert.equal(own, attribution);
      assert.deepEqual(others.map((found) => told(text, found)), expected === undefined ? [] : [expected]);
    });
  }
});
