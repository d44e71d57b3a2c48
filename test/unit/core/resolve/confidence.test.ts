import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Attribution, SpeakerChoice } from "../../../../src/core/detect/findings.js";
import { statementConfidence } from "../../../../src/core/resolve/confidence.js";

const attribution = (confidence: number): Attribution => ({ contents: [{ start: 20, end: 40 }], cue: { start: 12, end: 16 }, source: { start: 0, end: 11 }, construction: "source, cue, content", confidence });
const choice = (reason: SpeakerChoice["reason"], confidence: number, entities = [0]): SpeakerChoice => ({ entities, reason, evidence: [], confidence, candidates: [] });

function by(reason: SpeakerChoice["reason"], confidence: number): number {
  return statementConfidence(attribution(0.9), "indirect", choice(reason, confidence));
}

suite("statementConfidence", () => {
  test("the surer the statement was found, the surer it is", () => {
    const sure = [0.2, 0.5, 0.8, 0.95].map((found) => statementConfidence(attribution(found), "direct", choice("full name", 0.97)));
    assert.deepEqual([...sure].sort((a, b) => a - b), sure);
    assert.equal(new Set(sure).size, sure.length);
  });

  test("whom a pronoun means counts, what a name says does not need to be guessed", () => {
    assert.ok(by("pronoun", 0.5) < by("pronoun", 0.9));
    assert.equal(by("surname", 0.5), by("surname", 0.9));
  });

  test("a statement that is nobody's is not less sure for it", () => {
    assert.ok(statementConfidence(attribution(0.9), "direct", choice("none", 0, [])) > 0.5);
  });

  test("stays between 0 and 1", () =>
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (found, speaker) => {
        const sure = statementConfidence(attribution(found), "mixed", choice("pronoun", speaker));
        assert.ok(sure >= 0 && sure <= 1);
      }),
    ));
});
