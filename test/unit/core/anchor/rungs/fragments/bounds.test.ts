import assert from "node:assert/strict";
import * as fc from "fast-check";
import { STRAY, Witnesses } from "../../../../../../src/core/anchor/rungs/fragments/bounds.js";
import { runs } from "../../../runs.js";

suite("how far what is around words moved", () => {
  test("of what did not move as far as they did the nearest on each side tells, however much moved with them", () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(0, 0, 0, 3, 40, 90), fc.integer({ min: 1, max: 90 })), { maxLength: 12 });
    fc.assert(
      fc.property(moves, fc.nat(600), fc.constantFrom(0, 40, 60), (parts, start, moved) => {
        const all = parts.flatMap(([distance, count]) => Array.from({ length: count }, () => distance)).map((distance, index) => ({ start: index, moved: distance }));
        const isOther = ({ moved: other }: { moved: number }): boolean => Math.abs(other - moved) > STRAY;
        const bounds = new Witnesses(all, 500).boundsWithout(start, moved);
        assert.equal(bounds.before, all.slice(0, start).findLast(isOther)?.moved ?? 0);
        assert.equal(bounds.behind, all.slice(start).find(isOther)?.moved ?? 500);
      }),
      runs(500),
    );
  });
});
