import assert from "node:assert/strict";
import { comparisonMarkdown } from "../../../../src/core/compare/comparisonMarkdown.js";
import { compareStories } from "../../../../src/core/compare/compareStories.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { mark } from "../sampleDocument.js";

suite("compare two versions of a story", () => {
  const before = story([["Kalna", "The bridge opens in June"], ["Kalna", "We have enough money"], ["Ozols", "Nobody asked the fishermen"], [undefined, "It will rain on Friday"]]);
  const after = story([["Kalna", "The bridge opens in late July"], ["Ozols", "We have enough money"], ["Liepa", "The council votes tomorrow"], [undefined, "It will  rain on Friday"]]);

  test("tells what was added, removed, changed in words or speaker, and what stayed", () => {
    assert.deepEqual(
      compareStories(before, after).map(({ change, differs, after: later, before: earlier }) => [(later ?? earlier)?.quotes[0]?.text, change, ...differs]),
      [
        ["The bridge opens in late July", "changed", "words"],
        ["We have enough money", "changed", "speaker"],
        ["Nobody asked the fishermen", "removed"],
        ["The council votes tomorrow", "added"],
        ["It will  rain on Friday", "same"],
      ],
    );
  });

  test("the same document differs in nothing, an empty one in all", () => {
    assert.deepEqual(compareStories(before, before).map(({ change }) => change), ["same", "same", "same", "same"]);
    assert.deepEqual(compareStories(story([]), before).map(({ change }) => change), ["added", "added", "added", "added"]);
    assert.deepEqual(compareStories(before, story([])).map(({ change }) => change), ["removed", "removed", "removed", "removed"]);
  });

  test("equal words said twice are paired each once", () => {
    const twice = story([["Kalna", "We have enough money"], ["Ozols", "We have enough money"]]);
    assert.deepEqual(compareStories(twice, before).filter(({ change }) => change === "removed").length, 1);
  });

  test("reads as Markdown that no words of an article can format", () => {
    const hostile = story([["*Kalna*", "a [link](http://example.org) | pipe"]]);
    const markdown = comparisonMarkdown(compareStories(before, hostile), { before: "one.txt", after: "two.txt" });
    assert.match(markdown, /^# one\.txt → two\.txt\n/u);
    assert.match(markdown, /## Added\n\n- \\\*Kalna\\\*: a \\\[link\\\]/u);
    assert.match(markdown, /## Removed/u);
    assert.match(markdown, /0 unchanged\n$/u);
    assert.match(comparisonMarkdown(compareStories(before, after), { before: "1", after: "2" }), /\| speaker \| Kalna: We have enough money \| Ozols: We have enough money \|/u);
  });
});

function story(said: readonly (readonly [string | undefined, string])[]): AnnotationDocument {
  const text = said.map(([, words]) => words).join("\n");
  const names = [...new Set(said.map(([name]) => name))].filter((name) => name !== undefined);
  let end = 0;
  const annotations = said.map(([, words], index) => {
    const start = text.indexOf(words, end);
    end = start + words.length;
    return { ...mark(text, `q${index}`, "quote", words), start, end };
  });
  return {
    format: "on-record",
    version: 1,
    source: { file: "story.txt", length: text.length },
    entities: names.map((name) => ({ id: name, type: "person", name })),
    annotations,
    statements: said.map(([name], index) => ({ id: `s${index}`, kind: "direct", quote: [`q${index}`], entity: name ?? null })),
  };
}
