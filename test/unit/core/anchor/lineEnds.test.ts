import assert from "node:assert/strict";
import * as fc from "fast-check";
import { lineEndEdits } from "../../../../src/core/anchor/lineEnds.js";
import { applyEdits } from "../../../../src/core/document/textEdit.js";

suite("line ends", () => {
  const same: [string, string, string, number][] = [
    ["nothing to do", "a\nb\r\nc\rd", "a\nb\r\nc\rd", 0],
    ["no line at all", "", "", 0],
    ["\\n to \\r\\n", "a\nb\n", "a\r\nb\r\n", 2],
    ["\\r\\n to \\n", "a\r\n\r\nb", "a\n\nb", 2],
    ["lone \\r to \\n", "a\rb\r\rc", "a\nb\n\nc", 3],
    ["only those that differ", "a\nb\r\nc\n", "a\nb\nc\n", 1],
    ["\\r\\n is one line end, \\n\\r are two", "a\r\nb\n\rc", "a\nb\n\nc", 2],
  ];
  for (const [name, from, to, count] of same) {
    test(name, () => {
      const edits = lineEndEdits(from, to);
      assert.ok(edits);
      assert.equal(edits.length, count);
      assert.equal(applyEdits(from, edits), to);
    });
  }

  const others: [string, string, string][] = [
    ["another letter", "a\nb", "a\r\nc"],
    ["a letter more", "a\nb", "a\nbc"],
    ["a line more", "a\nb", "a\nb\n"],
    ["a line less", "a\n\nb", "a\nb"],
    ["a space before the line end", "a \nb", "a\nb"],
    ["an empty text", "", "a"],
    ["a line separator is a character like others", "a\u2028b", "a\nb"],
  ];
  for (const [name, from, to] of others) {
    test(`differs in more: ${name}`, () => {
      assert.equal(lineEndEdits(from, to), undefined);
      assert.equal(lineEndEdits(to, from), undefined);
    });
  }

  test("any text with any line ends becomes the same with one kind, and back", () => {
    const pieces = fc.array(fc.constantFrom("a", " ", "“", "😀", "\n", "\r\n", "\r"), { maxLength: 40 });
    fc.assert(
      fc.property(pieces, fc.constantFrom("\n", "\r\n"), (parts, eol) => {
        const stored = parts.join("");
        const shown = stored.replace(/\r\n?|\n/gu, eol);
        const there = lineEndEdits(stored, shown);
        const back = lineEndEdits(shown, stored);
        assert.ok(there && back);
        assert.equal(applyEdits(stored, there), shown);
        assert.equal(applyEdits(shown, back), stored);
      }),
    );
  });
});
