import assert from "node:assert/strict";
import { withUsualCue } from "../../../../../../src/core/detect/attributions/edges/cueEdges.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked } from "../../marked.js";

/** [what it shows, text with ⟨source⟩, [cue] and {content}, the cue that it must have] */
const CASES: [about: string, marked: string, cue: string][] = [
  ["a comma behind the verb", "⟨The mayor⟩ [pointed out,] {the bridge holds}.", "pointed out"],
  ["the next clause", "{“It holds,”} ⟨Lindt⟩ [said while] walking home.", "said"],
  ["the by of a passive", "{The bridge} was [defended by] ⟨the mayor⟩.", "defended"],
  ["a by that leads elsewhere", "⟨The mayor⟩ [began by] {the bridge}.", "began by"],
  ["yesterday before the verb", "⟨The mayor⟩ [yesterday defended] {the bridge}.", "defended"],
  ["yesterday alone", "⟨The mayor⟩ [yesterday]: {“It holds.”}", "yesterday"],
  ["a day before the verb", "⟨The mayor⟩ [on Sunday defended] {the bridge}.", "defended"],
  ["the night of a day", "⟨The mayor⟩ [Sunday night defended] {the bridge}.", "defended"],
  ["a week", "⟨The mayor⟩ [last week also said] {the bridge holds}.", "also said"],
  ["on a day behind the verb", "⟨The mayor⟩ [said on Thursday] {the bridge holds}.", "said"],
  ["a listener", "⟨The mayor⟩ [told a regular briefing] {that the bridge holds}.", "told"],
  ["a listener before a colon", "⟨The mayor⟩ [texted and told his wife:] {“It holds.”}", "texted and told"],
  ["whom somebody is told about", "⟨The mayor⟩ [told them about] {the bridge}.", "told them about"],
  ["the verb before the source", "Said ⟨Lindt⟩[:] {“It holds.”}", "Said"],
  ["a colon alone", "⟨Lindt⟩[:] {“It holds.”}", ":"],
  ["a particle", "⟨The mayor⟩ has [gone after] {the bridge}.", "gone after"],
  ["what “put” takes along", "{The bridge is fine}, as ⟨Lindt⟩ [put] it.", "put it"],
  ["a manner", "{“It holds,”} ⟨Lindt⟩ [said] drily.", "said drily"],
  ["a manner before a clause", "⟨Lindt⟩ [said] only the bridge {holds}.", "said"],
  ["where it was written", "{“It holds,”} ⟨Lindt⟩ [wrote] on Facebook on Monday.", "wrote on Facebook"],
  ["where it was said", "{“It holds,”} ⟨Lindt⟩ [said] on Twitter.", "said"],
  ["to what somebody refers", "{“It holds,”} ⟨Lindt⟩ [said referring to] a poem.", "said"],
  ["somebody who refers to something", "⟨Lindt⟩ [was referring to] {a poem}.", "was referring to"],
  ["a verb alone", "⟨The mayor⟩ [said] {the bridge holds}.", "said"],
];

suite("withUsualCue", () => {
  for (const [about, marked, expected] of CASES) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      const { cue } = withUsualCue(readArticle({ text }), attribution);
      assert.equal(cue && text.slice(cue.start, cue.end), expected);
    });
  }
});
