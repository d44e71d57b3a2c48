import assert from "node:assert/strict";
import { runs } from "../runs.js";
import { REVISIONS, scoreRevision } from "./revisions.js";

/** The part of the spans that has to be found again, by kind of change; what is not listed is measured, and nothing may be wrong. */
const AT_LEAST: Readonly<Record<string, number>> = {
  "line ends": 0.995,
  "lines joined": 0.995,
  wrapping: 0.995,
  "quote marks": 0.995,
  capitals: 0.995,
  "accents apart": 0.995,
  typewriter: 0.995,
  references: 0.99,
  emphasis: 0.99,
  "insertions elsewhere": 0.995,
  "paragraph moved": 0.97,
  "paragraph duplicated": 0.97,
  "paragraph deleted": 0.995,
  "sentence deleted": 0.99,
  "sentence rewritten": 0.99,
  "sentence moved": 0.95,
  "sentence copied elsewhere": 0.99,
  "moved and edited": 0.97,
  "duplicated and edited": 0.96,
  "sentence copied and edited": 0.93,
  "short line copied and mistyped": 0.98,
  "typos inside": 0.95,
};

const SEED = process.env["ON_RECORD_SEED"] === "random" ? Math.floor(Math.random() * 1e9) : Number(process.env["ON_RECORD_SEED"] ?? 20_260_101);

suite("anchors in revised articles", () => {
  for (const kind of Object.keys(REVISIONS)) {
    for (const isSparse of [false, true]) {
      for (const isBaseKnown of [false, true]) {
        test(`${kind}, ${isSparse ? "few" : "many"} annotations, old text ${isBaseKnown ? "" : "not "}known`, function () {
          const { asked, found, wrong, wrongOnes, lostOnes } = scoreRevision({ kind, isBaseKnown, isSparse, rounds: runs(isSparse ? 10 : 2).numRuns, seed: SEED });
          if (this.test) this.test.title += `: ${found} of ${asked} (${((found / asked) * 100).toFixed(2)} %), ${wrong} wrong`;
          assert.deepEqual(wrongOnes, []);
          const floor = AT_LEAST[kind] ?? 0.8;
          // of few spans more may be lost by chance
          const chance = isSparse ? 3 * Math.sqrt((floor * (1 - floor)) / asked) : 0;
          assert.ok(asked === 0 || found >= (floor - chance) * asked, lostOnes.slice(0, 40).join("\n"));
        });
      }
    }
  }
});
