import assert from "node:assert/strict";
import * as fc from "fast-check";
import { overlapShare, pairByOverlap, type Covering } from "../../../../src/core/document/pairing.js";

function cover(id: string, ...ranges: [number, number][]): Covering {
  return { id, group: "quote", ranges: ranges.map(([start, end]) => ({ start, end })) };
}

suite("pairing", () => {
  const shares: [string, [number, number][], [number, number][], number][] = [
    ["the same", [[0, 10]], [[0, 10]], 1],
    ["nothing", [[0, 10]], [[10, 20]], 0],
    ["half of either", [[0, 10]], [[0, 20]], 0.5],
    ["parts against a whole", [[0, 5], [10, 15]], [[0, 15]], 10 / 15],
    ["parts against parts", [[0, 4], [6, 8]], [[2, 7]], 3 / 8],
    ["empty ranges", [[3, 3]], [[3, 3]], 0],
  ];
  for (const [name, a, b, share] of shares) {
    test(`share: ${name}`, () => {
      assert.equal(overlapShare(cover("a", ...a).ranges, cover("b", ...b).ranges), share);
      assert.equal(overlapShare(cover("b", ...b).ranges, cover("a", ...a).ranges), share);
    });
  }

  test("the best overlap wins, equal cover before all", () => {
    const left = [cover("wide", [0, 30]), cover("exact", [0, 20])];
    assert.deepEqual([...pairByOverlap(left, [cover("x", [0, 20]), cover("y", [0, 26])])], [["x", "exact"], ["y", "wide"]]);
  });

  test("what belongs to another group is no pair", () => {
    assert.equal(pairByOverlap([cover("a", [0, 9])], [{ ...cover("b", [0, 9]), group: "cue" }]).size, 0);
  });

  test("pairs share half or more, and each is used once", () => {
    const covers = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })), { maxLength: 20 }).map((items) => items.map(([start, length], index) => cover(String(index), [start, start + length])));
    fc.assert(
      fc.property(covers, covers, (left, right) => {
        const pairs = pairByOverlap(left, right);
        assert.equal(new Set(pairs.values()).size, pairs.size);
        for (const [to, from] of pairs) assert.ok(overlapShare(left[Number(from)]?.ranges ?? [], right[Number(to)]?.ranges ?? []) >= 0.5);
        const same = pairByOverlap(left, left);
        assert.equal(same.size, left.length, "every list pairs wholly with itself");
      }),
    );
  });

  test("thousands at one place are compared with some of each other only", () => {
    assert.ok(pairByOverlap(pile(0), pile(1)).size >= 100);
  });
});

function pile(offset: number): Covering[] {
  return Array.from({ length: 20_000 }, (_, index) => cover(String(index), [offset, 10_000 + index]));
}
