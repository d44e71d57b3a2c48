import assert from "node:assert/strict";
import * as fc from "fast-check";
import { LineIndex } from "../../../../src/core/text/lineIndex.js";

suite("line index", () => {
  const text = "one\r\ntwo\rthree\n\nfive 🎉";
  const cases: readonly [offset: number, line: number, column: number][] = [
    [0, 0, 0],
    [3, 0, 3],
    [5, 1, 0],
    [9, 2, 0],
    [15, 3, 0],
    [16, 4, 0],
    [23, 4, 7],
  ];
  for (const [offset, line, column] of cases) {
    test(`${offset} is ${line}:${column}`, () => {
      assert.deepEqual(new LineIndex(text).toLineColumn(offset), { line, column });
      assert.equal(new LineIndex(text).toOffset({ line, column }), offset);
    });
  }

  test("what lies outside is moved inside", () => {
    const index = new LineIndex(text);
    assert.deepEqual(index.toLineColumn(-1), { line: 0, column: 0 });
    assert.deepEqual(index.toLineColumn(99), { line: 4, column: 7 });
    assert.equal(index.toOffset({ line: 9, column: 0 }), text.length);
    assert.equal(index.toOffset({ line: -1, column: 5 }), 0);
  });

  test("an empty text has one line", () => assert.equal(new LineIndex("").lineCount, 1));

  test("every offset comes back", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "\r", "\n", "\r\n", "🎉", "\u2028")), (parts) => {
        const any = parts.join("");
        const index = new LineIndex(any);
        assert.equal(index.lineCount, any.split(/\r\n|\r|\n/u).length);
        for (let offset = 0; offset <= any.length; offset++) assert.equal(index.toOffset(index.toLineColumn(offset)), offset);
      }),
    );
  });
});
