import assert from "node:assert/strict";
import { withAgent } from "../../../../../../src/core/detect/attributions/constructions/agents.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { statementsIn } from "../../../statementsIn.js";
import { readMarked, told } from "../../marked.js";

suite("what somebody is called by others", () => {
  /** [what it shows, text, statements as "source | cue | contents"] */
  const found: [string, string, string[]][] = [
    ["deemed so", "The port lay behind a wall deemed “unsound” by engineers on Monday.", ["engineers | deemed | “unsound”"]],
    ["called so", "The wall, called “a disgrace” by Mara Lindt, the mayor, still stands.", ["Mara Lindt, the mayor | called | “a disgrace”"]],
    ["described as so", "The wall was described as a “death trap” by local residents.", ["local residents | was described | “death trap”"]],
    ["a book by somebody", "The port sells “A Wall of Stone” by Mara Lindt.", []],
  ];
  for (const [about, text, statements] of found) test(about, () => assert.deepEqual(statementsIn(text).map(({ source, cue, contents }) => `${source ?? "-"} | ${cue ?? "-"} | ${contents.join(" … ")}`), statements));

  /** [what it shows, text with ⟨source⟩, [cue] and {content}, what becomes of it] */
  const mended: [string, string, string][] = [
    ["who stands behind by", "⟨A man⟩ [described] by police {as “armed”} was held.", "police | described | as “armed”"],
    ["by within the cue", "⟨Both⟩, [described by] the Courier as {“walls”}, fell.", "the Courier | described | “walls”"],
    ["who describes himself", "⟨A man⟩ [described] the wall {as “unsound”}.", "A man | described | as “unsound”"],
    ["a day behind by", "⟨The mayor⟩ [promised] by then {“a wall”}.", "The mayor | promised | “a wall”"],
  ];
  for (const [about, marked, result] of mended) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      assert.equal(told(text, withAgent(readArticle({ text }), attribution)), result);
    });
  }
});
