import assert from "node:assert/strict";
import { withWholeSubject } from "../../../../../../src/core/detect/attributions/edges/wholeSources.js";
import { readArticle } from "../../../../../../src/core/text/readArticle.js";
import { readMarked } from "../../marked.js";

suite("sources of which a part was seen", () => {
  /** [what it shows, text with ⟨source⟩, [cue] and {content}, the source that it must have] */
  const cases: [about: string, marked: string, source: string][] = [
    ["a relative clause", "Rain fell on people ⟨who knew the port⟩ [called for] {calm}.", "people who knew the port"],
    ["who alone", "The mayor, ⟨who⟩ [called for] {calm}, left.", "who"],
    ["a clause within the subject", "The group standing outside the hall where ⟨the talks took place⟩ [wants] {calm}.", "The group standing outside the hall where the talks took place"],
    ["a subject behind where", "It is the hall where ⟨the mayor⟩ [wants] {calm}.", "the mayor"],
    ["a text with its occasion", "A statement issued after ⟨the talks⟩ [said] {the port is open}.", "A statement issued after the talks"],
    ["another's words behind an occasion", "Calm came after ⟨the mayor⟩ [said] {the port is open}.", "the mayor"],
    ["what follows an adverb", "{“Is it open?”} [asked] ⟨a visibly⟩ upset and confused Lindt.", "a visibly upset and confused Lindt"],
    ["an adverb before the end", "{“Is it open?”} [asked] ⟨the mayor angrily⟩.", "the mayor angrily"],
  ];
  for (const [about, marked, source] of cases) {
    test(about, () => {
      const { text, attribution } = readMarked(marked);
      const found = withWholeSubject(readArticle({ text }), attribution).source;
      assert.equal(found && text.slice(found.start, found.end), source);
    });
  }
});
