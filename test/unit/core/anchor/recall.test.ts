import assert from "node:assert/strict";
import { runs } from "../runs.js";
import { REVISIONS, scoreRevision } from "./revisions.js";

/** The part of the spans that has to be found again, by kind of change; what is not listed is measured, and nothing may be wrong. */
const AT_LEAST: Readonly<Record<string, number>> = {
  "line ends": 0.995,
  "lines joined": 0.995,
  wrapping: 0.995,
  "quote marks": 0.995,
  "insertions elsewhere": 0.995,
  "paragraph moved": 0.97,
  "paragraph duplicated": 0.97,
  "typos inside": 0.92,
};

suite("anchors in revised articles", () => {
  for (const kind of Object.keys(REVISIONS)) {
    for (const isBaseKnown of [false, true]) {
      test(`${kind}, ${isBaseKnown ? "old text known" : "old text not known"}`, function () {
        const { asked, found, wrong, wrongOnes, lostOnes } = scoreRevision(kind, isBaseKnown, runs(2).numRuns, 20_260_101);
        const recall = found / asked;
        if (this.test) this.test.title += `: ${found} of ${asked} (${(recall * 100).toFixed(2)} %), ${wrong} wrong`;
        assert.deepEqual(wrongOnes, []);
        assert.ok(recall >= (AT_LEAST[kind] ?? 0.8), lostOnes.slice(0, 40).join("\n"));
      });
    }
  }
});
