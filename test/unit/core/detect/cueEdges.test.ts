import assert from "node:assert/strict";
import { withUsualCue } from "../../../../src/core/detect/attributions/cueEdges.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

/** [what it shows, text with ⟨source⟩, [cue] and {content}, the cue that it must have] */
const CASES: [about: string, marked: string, cue: string][] = [
  ["a comma behind the verb", "⟨The mayor⟩ [pointed out,] {the bridge holds}.", "pointed out"],
  ["the next clause", "{“It holds,”} ⟨Lindt⟩ [said while] walking home.", "said"],
  ["the by of a passive", "{The bridge} was [defended by] ⟨the mayor⟩.", "defended"],
  ["a by that leads elsewhere", "⟨The mayor⟩ [began by] {the bridge}.", "began by"],
  ["a day", "⟨The mayor⟩ [on Sunday defended] {the bridge}.", "defended"],
  ["the night of a day", "⟨The mayor⟩ [Sunday night defended] {the bridge}.", "defended"],
  ["a week", "⟨The mayor⟩ [last week also said] {the bridge holds}.", "also said"],
  ["a particle", "⟨The mayor⟩ has [gone after] {the bridge}.", "gone after"],
  ["a verb alone", "⟨The mayor⟩ [said] {the bridge holds}.", "said"],
];

function plain(words: string): string {
  return words.replace(/[⟨⟩[\]{}]/gu, "");
}

suite("withUsualCue", () => {
  for (const [about, marked, expected] of CASES) {
    test(about, () => {
      const rangeOf = (pattern: RegExp): { start: number; end: number } => {
        const found = pattern.exec(marked);
        const start = plain(marked.slice(0, found?.index)).length;
        return { start, end: start + plain(found?.[0] ?? "").length };
      };
      const text = plain(marked);
      const { cue } = withUsualCue(readArticle({ text }), { contents: [rangeOf(/\{[^}]*\}/u)], cue: rangeOf(/\[[^\]]*\]/u), source: rangeOf(/⟨[^⟩]*⟩/u), construction: "source, cue, content", confidence: 0.8 });
      assert.equal(cue && text.slice(cue.start, cue.end), expected);
    });
  }
});
