import assert from "node:assert/strict";
import { readPart } from "../../../../../../src/core/detect/attributions.js";
import { withRelayedSayings } from "../../../../../../src/core/detect/attributions/tagged/relayedSayings.js";
import { findQuotations } from "../../../../../../src/core/detect/quotations.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked, told } from "../../marked.js";

/** [text with ⟨source⟩, [cue] and {contents}, what is passed on, and what somebody else has said in it, if anything] */
const CASES: readonly [marked: string, ...expected: string[]][] = [
  ["{Mara Lindt said the bridge would hold}, ⟨the Courier⟩ [reported].", "the Courier | reported | Mara Lindt said the bridge would hold", "Mara Lindt | said | the bridge would hold"],
  ["[According to] ⟨the Courier⟩, {Mara Lindt told guests: “It holds.”}", "the Courier | According to | Mara Lindt told guests: “It holds.”", "Mara Lindt | told | “It holds.”"],
  ["⟨The Courier⟩ [reported] {that Mara Lindt had said it would hold}.", "The Courier | reported | that Mara Lindt had said it would hold", "Mara Lindt | had said | it would hold"],
  ["{“It holds,”} Mara Lindt said at a meeting, [according to] ⟨the Courier⟩.", "the Courier | according to | “It holds,” Mara Lindt said at a meeting", "Mara Lindt | said | “It holds,”"],
  ["{Mara Lindt opened the bridge}, ⟨the Courier⟩ [reported].", "the Courier | reported | Mara Lindt opened the bridge"],
  ["{“It holds”}, ⟨the Courier⟩ [reported].", "the Courier | reported | “It holds”"],
  ["{Half of all drivers said they used it}, [according to] ⟨a poll⟩.", "a poll | according to | Half of all drivers said they used it"],
  ["⟨Tom Brandt⟩ [said] {that Mara Lindt had said it would hold}.", "Tom Brandt | said | that Mara Lindt had said it would hold"],
];

suite("what somebody has said whose words others pass on", () => {
  for (const [marked, ...expected] of CASES) {
    test(marked, () => {
      const { text, attribution } = readMarked(marked);
      const article = readArticle({ text });
      const read = readPart(article, { dates: [], places: [], names: [], quotations: findQuotations(article) });
      assert.deepEqual(withRelayedSayings(article, [attribution], read).map((found) => told(text, found)), expected);
    });
  }
});
