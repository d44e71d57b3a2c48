import assert from "node:assert/strict";
import { plainFirst } from "../../../../src/core/detect/attributions/plainFirst.js";
import type { Attribution } from "../../../../src/core/detect/findings.js";
import { readArticle } from "../../../../src/core/text/readArticle.js";

const text = 'Ada Brown said the bridge is safe. Reports of cracks upset the town. "It holds," Brown said.';
const article = readArticle({ text });

function attribution(cue: string, content: string, confidence: number, construction: Attribution["construction"] = "source, cue, content"): Attribution {
  return { cue: range(cue), source: null, contents: [range(content)], construction, confidence };
}

function range(words: string): { start: number; end: number } {
  return { start: text.indexOf(words), end: text.indexOf(words) + words.length };
}

function contents(attributions: readonly Attribution[]): string[] {
  return attributions.flatMap((each) => each.contents.map(({ start, end }) => text.slice(start, end)));
}

suite("plain constructions and what was learned", () => {
  test("a sentence with a sure rule is the rule's", () => {
    const found = plainFirst(article, [attribution("said", "the bridge is safe", 0.9)], [attribution("said", "the bridge", 0.7)]);
    assert.deepEqual(contents(found), ["the bridge is safe"]);
  });

  test("other sentences are the tagger's", () => {
    const found = plainFirst(article, [attribution("said", "the bridge is safe", 0.9)], [attribution("Reports of", "cracks", 0.5)]);
    assert.deepEqual(contents(found), ["the bridge is safe", "cracks"]);
  });

  test("a rule that is not sure gives way", () => {
    const found = plainFirst(article, [attribution("upset", "the town", 0.6)], [attribution("Reports of", "cracks", 0.5)]);
    assert.deepEqual(contents(found), ["cracks"]);
  });

  test("words that a rule has are not given to another cue", () => {
    const found = plainFirst(article, [attribution("said", "the bridge is safe. Reports", 0.9)], [attribution("upset", "Reports of cracks", 0.9)]);
    assert.deepEqual(contents(found), ["the bridge is safe. Reports"]);
  });

  test("labels and floating quotations are not joined here", () => {
    assert.deepEqual(plainFirst(article, [attribution("said", '"It holds,"', 0.95, "label"), attribution("said", '"It holds,"', 0.95, "floating quote")], []), []);
  });
});
