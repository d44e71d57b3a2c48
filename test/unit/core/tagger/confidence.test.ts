import assert from "node:assert/strict";
import * as fc from "fast-check";
import { confidenceOf } from "../../../../src/core/tagger/confidence.js";
import type { LinkedStatement } from "../../../../src/core/tagger/links.js";

/** "said" by "he" of three tokens. */
const statement: LinkedStatement = { cue: { first: 4, end: 5 }, source: { first: 3, end: 4 }, contents: [{ first: 0, end: 3 }], contentOdds: [-0.1], sourceOdds: -0.1 };
/** Every doubt lowers it. */
const weights = Float32Array.from([1, -0.2, -0.3, -0.1, -0.1, -0.4, -0.3, -3, -0.2, -0.3]);
const all = (log: number): Float32Array => new Float32Array(6).fill(log);

suite("confidence", () => {
  test("is one half where nothing was learned", () => assert.equal(confidenceOf(statement, all(-1), new Float32Array(10)), 0.5));

  const lower: readonly [about: string, logs: Float32Array, changed: Partial<LinkedStatement>][] = [
    ["an unsure content", all(-0.1).fill(-2, 1, 2), {}],
    ["an unsure cue", all(-0.1).fill(-2, 4, 5), {}],
    ["an unsure source", all(-0.1).fill(-2, 3, 4), {}],
    ["an unsure end", all(-0.1).fill(-2, 3, 4), { source: undefined }],
    ["no source", all(-0.1), { source: undefined }],
    ["another cue that fits", all(-0.1), { contentOdds: [-1.5] }],
    ["another source that fits", all(-0.1), { sourceOdds: -1.5 }],
  ];
  for (const [about, logs, changed] of lower) {
    test(`${about} lowers it`, () => assert.ok(confidenceOf({ ...statement, ...changed }, logs, weights) < confidenceOf(statement, all(-0.1), weights)));
  }

  test("stays between 0 and 1 whatever the scores", () =>
    fc.assert(
      fc.property(fc.array(fc.float({ max: 0, noNaN: true }), { minLength: 6, maxLength: 6 }), fc.double({ max: 0, noNaN: true }), (logs, odds) => {
        const confidence = confidenceOf({ ...statement, contentOdds: [odds], sourceOdds: odds }, Float32Array.from(logs), weights);
        assert.ok(confidence >= 0 && confidence <= 1, String(confidence));
      }),
    ));
});
