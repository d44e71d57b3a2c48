import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

suite("word lists", () => {
  test("every packed table is what its list says", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/buildLexicon.mjs", "--check"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });
});
