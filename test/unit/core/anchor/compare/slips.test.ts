import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Block } from "../../../../../src/core/anchor/compare/blocks.js";
import { withSlips } from "../../../../../src/core/anchor/compare/slips.js";
import { runs } from "../../runs.js";

function words(before: string, blocks: readonly Block[]): string[] {
  return blocks.toSorted((a, b) => a.before - b.before).map((block) => before.slice(block.before, block.before + block.length));
}

suite("stretches that were moved and mistyped", () => {
  test("read on behind a letter that was mistyped, to both sides", () => {
    const [before, after] = ["one: The ferry to Kolka left the harbour at noon. two", "The fery to Kolka left the harbour at nooon. two one: "];
    const found = withSlips([{ before: before.indexOf("y to Kolka"), after: after.indexOf("y to Kolka"), length: 34, isMoved: true }], [], before, after);
    assert.deepEqual(words(before, found), ["The fer", "y to Kolka left the harbour at noo", "n. two"]);
  });

  test("not into what has its place already", () => {
    const [before, after] = ["The ferry left. The boat left the harbour.", "The boat left the harbour. The fery left."];
    const [boat, ferry] = [{ before: 16, after: 0, length: 26, isMoved: true }, { before: 0, after: 27, length: 7, isMoved: false }];
    assert.deepEqual(words(before, withSlips([boat], [ferry], before, after)), [before.slice(16)]);
  });

  test("are the same letters, and overlap in neither text", () => {
    const text = fc.array(fc.constantFrom("ab", "cde", "fghi", " ", "x"), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, fc.constantFrom("harbour", "ferry at noon"), fc.nat(3), (head, tail, middle, typo) => {
        const [before, after] = [head + middle + tail, head.slice(typo) + middle + tail.slice(typo)];
        const found = withSlips([{ before: head.length, after: head.slice(typo).length, length: middle.length, isMoved: true }], [], before, after);
        for (const { before: at, after: to, length } of found) assert.equal(before.slice(at, at + length), after.slice(to, to + length));
        for (const side of ["before", "after"] as const) {
          const sorted = found.toSorted((a, b) => a[side] - b[side]);
          for (const [index, block] of sorted.entries()) assert.ok(index === 0 || block[side] >= (sorted[index - 1]?.[side] ?? 0) + (sorted[index - 1]?.length ?? 0));
        }
      }),
      runs(200),
    );
  });
});
