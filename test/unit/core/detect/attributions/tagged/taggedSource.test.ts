import assert from "node:assert/strict";
import { sourceRange } from "../../../../../../src/core/detect/attributions/tagged/taggedSource.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked } from "../../marked.js";

suite("a source as the tagger sees it, within its limits", () => {
  /** [what it shows, text with ⟨source⟩, [cue] and {content}, the source that it must have] */
  const cases: [about: string, marked: string, source: string][] = [
    ["the first of two verbs", "⟨Farmer Tom Lindt lives⟩ in Kent and [says] {the bridge holds}.", "Farmer Tom Lindt"],
    ["a plural behind a name", "⟨Tom Lindt runs⟩ [says] {the bridge holds}.", "Tom Lindt runs"],
    ["what happened before", "{“It holds,”} [alleged] ⟨Tom Lindt, one of the lawyers, after the judge⟩ left.", "Tom Lindt, one of the lawyers"],
    ["a clause before the cue", "⟨Lindt was the first to go,⟩ [saying] {the bridge holds}.", "Lindt"],
    ["an occasion", "⟨Lindt during his visit⟩ [said] {the bridge holds}.", "Lindt"],
  ];
  for (const [about, marked, source] of cases) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      const article = readArticle({ text });
      const spanOf = ({ start, end }: { start: number; end: number }): { first: number; end: number } => ({ first: article.tokens.at(start), end: article.tokens.at(end - 1) + 1 });
      const { source: told, cue } = attribution;
      assert.ok(told && cue);
      const found = sourceRange(article, spanOf(told), spanOf(cue));
      assert.equal(text.slice(found.start, found.end), source);
    });
  }
});
