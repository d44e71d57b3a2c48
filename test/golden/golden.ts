import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Compares a text with a file of test/golden/expected; ON_RECORD_GOLDEN=rewrite writes the files anew, for a look at their difference in git. */
export function assertGolden(actual: string, name: string): void {
  const path = join("test/golden/expected", name);
  if (process.env["ON_RECORD_GOLDEN"] === "rewrite") {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  assert.ok(existsSync(path), `${path} is missing; run the tests with ON_RECORD_GOLDEN=rewrite`);
  assert.equal(actual, readFileSync(path, "utf8"), `${path} differs; ON_RECORD_GOLDEN=rewrite writes it anew`);
}
