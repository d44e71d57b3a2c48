import assert from "node:assert/strict";
import { wordsAround } from "../../../../src/vscode/features/entities/wordsAround.js";

suite("the words around a mention in its row", () => {
  const cases: [string, string, string, string][] = [
    ["", "Ada Brown", " said so.", "[Ada Brown] said so."],
    ["  The mayor, ", "Ada Brown", ", left.", "The mayor, [Ada Brown], left."],
    ["It was not for the first time that ", "Brown", " spoke to the council about the bridge over the river", "… for the first time that [Brown] spoke to the council about the bridge …"],
    ["“", "Ada\nBrown", "’s  bridge”", "“[Ada Brown]’s bridge”"],
    // one long word has no place to cut it
    [`${"x".repeat(40)} `, "Brown", ` ${"y".repeat(60)}`, "… [Brown] …"],
    ["Brown and another Brown met ", "Brown", "", "… and another Brown met [Brown]"],
  ];
  for (const [before, words, after, expected] of cases) {
    test(expected, () => {
      const { text, start, end } = wordsAround(before, words, after);
      assert.equal(`${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`, expected);
    });
  }
});
