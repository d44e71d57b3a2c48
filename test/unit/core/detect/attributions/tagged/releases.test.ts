import assert from "node:assert/strict";
import type { Attribution } from "../../../../../../src/core/detect/findings.js";
import { withWholeReleases } from "../../../../../../src/core/detect/attributions/tagged/releases.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked } from "../../marked.js";

/** [what it shows, text with ⟨source⟩, [cue] and the {content} that was found, paragraphs that are told] */
const CASES: [about: string, marked: string, paragraphs: string[]][] = [
  ["the whole paragraph", "⟨Minister Lindt⟩ [said:]\n\n{The bridge holds}. We will mend it.", ["The bridge holds. We will mend it."]],
  ["paragraphs up to the last in the first person", "⟨Lindt⟩ [said:]\n\n{I am appalled}.\n\nThe bridge fell.\n\nOur plan stands.\n\nThe mayor left.", ["I am appalled.", "The bridge fell.", "Our plan stands."]],
  ["all points of a list", "⟨The council⟩ [said:]\n\n- {Buses stop}\n- Trains run\n\nRain fell.", ["Buses stop", "Trains run"]],
  ["a list ends at the first paragraph that is no point", "⟨The council⟩ [said:]\n\n- {Buses stop}\n- Trains run\n\nRain fell.\n\n- A dog barked.", ["Buses stop", "Trains run"]],
  ["a first person far below is another's", "⟨Lindt⟩ [said:]\n\n{I am appalled}.\n\nThe bridge fell.\n\nIt was old.\n\nRain came.\n\nOur readers know it.", ["I am appalled."]],
  ["what the newspaper asks is not taken", "⟨Lindt⟩ [said:]\n\n{I am appalled}.\n\nWe have asked the ministry about it.", ["I am appalled."]],
  ["a number is no person", "⟨Lindt⟩ [said:]\n\n{The bridge holds}.\n\nWorld War I ended here.", ["The bridge holds"]],
  ["a first person in quotation marks is another's", "⟨Lindt⟩ [said:]\n\n{I am appalled}.\n\nThe song is called “Our Bridge”.", ["I am appalled."]],
  ["what somebody else says is not taken", "⟨Lindt⟩ [said:]\n\n{We are appalled}.\n\n“It fell,” the mayor said.\n\nWe will mend it.", ["We are appalled."]],
  ["notes are not taken", "⟨Lindt⟩ [said:]\n\n{We are appalled}.\n\nNotes to editors: call us.", ["We are appalled."]],
  ["a quotation has marks of its own", "⟨Lindt⟩ [said:]\n\n{“We are appalled.”}\n\nWe left.", ["“We are appalled.”"]],
  ["one sentence in the third person stays as it was found", "⟨Lindt⟩ [said:]\n\n{The bridge holds}.\n\nRain fell.", ["The bridge holds"]],
  ["a colon within a paragraph", "⟨Lindt⟩ [said]: {the bridge holds}.\n\nWe will mend it.", ["the bridge holds"]],
];

suite("withWholeReleases", () => {
  for (const [about, marked, expected] of CASES) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      const [found] = withWholeReleases(readArticle({ text, format: "markdown" }), [attribution]);
      assert.deepEqual(found?.contents.map(({ start, end }) => text.slice(start, end)), expected);
    });
  }

  test("what is told within the words is left alone, what is told behind them is not", () => {
    const { text, attribution } = readMarked("⟨Lindt⟩ [said:]\n\n{I am appalled}. We hope that it holds.\n\nThe mayor said that it fell.");
    const told = (words: string): Attribution => {
      const start = text.indexOf(words);
      return { ...attribution, cue: { start: start - 6, end: start - 1 }, source: { start: start - 8, end: start - 7 }, contents: [{ start, end: start + words.length }] };
    };
    const found = withWholeReleases(readArticle({ text }), [attribution, told("that it holds"), told("that it fell")]);
    assert.deepEqual(found.map(({ construction }) => construction), ["introduced block", "source, cue, content"]);
  });
});
