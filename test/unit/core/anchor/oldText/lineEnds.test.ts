import assert from "node:assert/strict";
import * as fc from "fast-check";
import { anchorDocument } from "../../../../../src/core/anchor/anchorDocument.js";
import { lineEndEdits } from "../../../../../src/core/anchor/oldText/lineEnds.js";
import { applyEdits } from "../../../../../src/core/document/textEdit.js";
import { documentOf } from "../revisions.js";

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

  test("a headline that the first line repeats keeps its words with other line ends, whatever else is marked", () => {
    const text = "Keeper of Kolka leaves\n\nKeeper of Kolka leaves his lamp to the port in May.\nNobody has asked for his post.\n";
    for (const [before, after] of [[text, text.replaceAll("\n", "\r\n")], [text.replaceAll("\n", "\r\n"), text]] as const) {
      for (const start of [before.indexOf("Kolka"), before.lastIndexOf("Kolka")]) {
        const [found] = anchorDocument(documentOf(before, [{ start, end: start + 5 }]), after).document.annotations;
        assert.deepEqual([found?.orphaned, found?.start], [undefined, start === before.indexOf("Kolka") ? after.indexOf("Kolka") : after.lastIndexOf("Kolka")]);
      }
    }
  });

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
