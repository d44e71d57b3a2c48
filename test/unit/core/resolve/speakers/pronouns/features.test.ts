import assert from "node:assert/strict";
import * as fc from "fast-check";
import { createRow, FEATURES, probabilities, type CandidateRow, type RankerWeights } from "../../../../../../src/core/resolve/speakers/pronouns/features.js";

const weights: RankerWeights = { candidate: { agreement: 1, "last pronoun": 2 }, nobody: { always: 1 } };

/** Two candidates, the first with features. */
function rows(features: Parameters<typeof createRow>[0]): CandidateRow[] {
  return [{ entity: 0, row: createRow(features) }, { entity: 1, row: createRow() }];
}

suite("the ranker's probabilities", () => {
  test("what speaks for a candidate makes it likelier, and the others less likely", () => {
    const [first = 0, second = 1] = probabilities(rows({ "last pronoun": 1 }), { always: 1 }, weights);
    const [before = 1, other = 0] = probabilities(rows({}), { always: 1 }, weights);
    assert.ok(first > before && second < other);
  });

  test("nobody may be likelier than all", () => {
    const [only = 1] = probabilities([{ entity: 0, row: createRow() }], { always: 5 }, weights);
    assert.ok(only < 0.1);
  });

  test("no candidates, no probabilities", () => assert.deepEqual(probabilities([], { always: 1 }, weights), []));

  test("they are probabilities whatever the features are", () =>
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom(...FEATURES), fc.double({ min: -1000, max: 1000, noNaN: true }))), (features) => {
        const shares = probabilities(features.map((one, entity) => ({ entity, row: createRow(one) })), { always: 1 }, weights);
        assert.ok(shares.every((share) => share >= 0 && share <= 1));
        assert.ok(shares.reduce((sum, share) => sum + share, 0) <= 1 + 1e-9);
      }),
    ));
});
