import assert from "node:assert/strict";
import * as fc from "fast-check";
import { OffsetConverter } from "../../../../src/core/text/offsets.js";

suite("offsets", () => {
  const text = "aé€🎉z";
  const cases: readonly [utf16: number, codePoint: number, byte: number][] = [
    [0, 0, 0],
    [1, 1, 1],
    [2, 2, 3],
    [3, 3, 6],
    [5, 4, 10],
    [6, 5, 11],
  ];
  for (const [utf16, codePoint, byte] of cases) {
    test(`${utf16} is code point ${codePoint}, byte ${byte}`, () => {
      assert.equal(new OffsetConverter(text, "codePoint").fromUtf16(utf16), codePoint);
      assert.equal(new OffsetConverter(text, "byte").fromUtf16(utf16), byte);
      assert.equal(new OffsetConverter(text, "codePoint").toUtf16(codePoint), utf16);
      assert.equal(new OffsetConverter(text, "byte").toUtf16(byte), utf16);
    });
  }
  test("inside a pair or a character is its start", () => {
    assert.equal(new OffsetConverter(text, "codePoint").fromUtf16(4), 3);
    assert.equal(new OffsetConverter(text, "byte").toUtf16(8), 3);
  });
  test("outside the text is its nearest end", () => {
    const bytes = new OffsetConverter(text, "byte");
    assert.deepEqual([bytes.fromUtf16(-1), bytes.fromUtf16(99), bytes.toUtf16(-1), bytes.toUtf16(99)], [0, 11, 0, 6]);
  });

  // long enough to cross the steps between which counts are kept, at any place
  const texts = fc.tuple(fc.nat(1100), fc.string({ unit: "binary", maxLength: 60 }), fc.nat(1100)).map(([before, middle, after]) => "x".repeat(before) + middle + "🎉".repeat(after) + middle);
  test("as Node counts them, and back", () => {
    fc.assert(
      fc.property(texts, fc.nat(), (any, pick) => {
        const at = pick % (any.length + 1);
        // to the start of a character
        const offset = /[\uDC00-\uDFFF]/u.test(any.charAt(at)) || (any.codePointAt(at - 1) ?? 0) > 0xffff ? Math.max(0, at - 1) : at;
        const head = any.slice(0, offset);
        const points = new OffsetConverter(any, "codePoint");
        const bytes = new OffsetConverter(any, "byte");
        assert.equal(points.fromUtf16(offset), [...head].length);
        assert.equal(bytes.fromUtf16(offset), Buffer.byteLength(head));
        assert.equal(points.toUtf16(points.fromUtf16(offset)), offset);
        assert.equal(bytes.toUtf16(bytes.fromUtf16(offset)), offset);
      }),
    );
  });
});
