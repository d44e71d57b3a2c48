import assert from "node:assert/strict";
import * as fc from "fast-check";
import { afterMove } from "../../../../../src/core/anchor/rungs/move.js";
import { runs } from "../../runs.js";

suite("a stretch that was moved", () => {
  test("takes its ranges with it, and all others to where their letters stand", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.integer({ min: 1, max: 10 }), fc.nat(20), fc.nat(40), fc.integer({ min: 1, max: 8 }), (from, length, to, start, size) => {
        const old = Array.from({ length: from + length + to + start + size }, (_, index) => String.fromCharCode(0x100 + index));
        const rest = [...old.slice(0, from), ...old.slice(from + length)];
        const at = to % (rest.length + 1);
        const present = [...rest.slice(0, at), ...old.slice(from, from + length), ...rest.slice(at)].join("");
        fc.pre(at !== from);
        const range = { start: start % (old.length - size), end: (start % (old.length - size)) + size };
        const words = old.slice(range.start, range.end).join("");
        const found = afterMove({ start: at, end: at + length, from }, range);
        assert.equal(found && present.slice(found.start, found.end), present.includes(words) ? words : undefined);
      }),
      runs(300),
    );
  });
});
