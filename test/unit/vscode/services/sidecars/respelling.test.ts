import assert from "node:assert/strict";
import { keptItsLetters } from "../../../../../src/vscode/services/sidecars/respelling.js";

suite("a file that kept its letters while its name got others", () => {
  const cases: [string, string, string, string[], boolean][] = [
    ["capital letters for small ones", "story.txt", "Story.txt", ["other.txt", "story.txt"], true],
    ["the ending alone", "story.txt", "story.TXT", ["story.txt"], true],
    ["letters beyond English", "ärger.txt", "Ärger.txt", ["ärger.txt"], true],
    ["composed letters for decomposed ones", "a\u0308rger.txt", "\u00c4rger.txt", ["a\u0308rger.txt"], true],
    ["it went along", "story.txt", "Story.txt", ["Story.txt"], false],
    ["another file has the new name", "story.txt", "Story.txt", ["Story.txt", "story.txt"], false],
    ["it is not there", "story.txt", "Story.txt", [], false],
    ["another name", "story.txt", "history.txt", ["story.txt"], false],
    ["the same name", "story.txt", "story.txt", ["story.txt"], false],
  ];
  for (const [name, from, to, names, isKept] of cases) test(name, () => assert.equal(keptItsLetters(from, to, names), isKept));
});
