import assert from "node:assert/strict";
import type { Attribution } from "../../../../../src/core/detect/findings.js";
import type { TextRange } from "../../../../../src/core/document/range.js";
import type { FoundEntity } from "../../../../../src/core/resolve/foundEntity.js";
import { resolveSpeakers } from "../../../../../src/core/resolve/speakers.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

const TEXT = "The Harlow Courier reported that Hale Steel had said that talks went on. It added that rain fell.";

function rangeOf(words: string): TextRange {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function statement(source: string, cue: string, content: string): Attribution {
  return { source: rangeOf(source), cue: rangeOf(cue), contents: [rangeOf(content)], construction: "source, cue, content", confidence: 0.8 };
}

function entity(type: FoundEntity["type"], name: string, agreement: FoundEntity["agreement"]): FoundEntity {
  return { type, name, aliases: [], roles: [], mentions: [{ ...rangeOf(name), confidence: 0.9 }], named: true, agreement };
}

test("behind what others have said whose words a paper passes on, “it” is the paper", () => {
  const entities = [entity("organization", "Harlow Courier", { he: 0, she: 0, they: 0.6 }), entity("organization", "Hale Steel", { he: 0, she: 0, they: 0.6 })];
  const attributions = [
    statement("The Harlow Courier", "reported", "that Hale Steel had said that talks went on"),
    statement("Hale Steel", "had said", "that talks went on"),
    statement("It", "added", "that rain fell"),
  ];
  const { choices } = resolveSpeakers(readArticle({ text: TEXT }), attributions, entities, { dates: [], places: [], names: [], quotations: [] });
  assert.deepEqual(choices.map(({ entities: who }) => who.map((index) => entities[index]?.name)), [["Harlow Courier"], ["Hale Steel"], ["Harlow Courier"]]);
});
