import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ReadOnlyFile } from "../../../../../src/vscode/services/sidecars/readOnlyFile.js";
import { replaceLocalFile } from "../../../../../src/vscode/services/sidecars/replaceLocalFile.js";

suite("replacing a local file", () => {
  let folder: string;
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), "on-record-replace-"));
    writeFileSync(join(folder, "new"), "new");
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  test("the new one stands in the place of the old one, with its permissions", async () => {
    writeFileSync(join(folder, "old"), "old");
    chmodSync(join(folder, "old"), 0o600);
    await replaceLocalFile(join(folder, "new"), join(folder, "old"));
    assert.equal(readFileSync(join(folder, "old"), "utf8"), "new");
    if (process.platform !== "win32") assert.equal(statSync(join(folder, "old")).mode & 0o777, 0o600);
    assert.throws(() => readFileSync(join(folder, "new")));
  });

  test("where there is none yet, too", async () => {
    await replaceLocalFile(join(folder, "new"), join(folder, "old"));
    assert.equal(readFileSync(join(folder, "old"), "utf8"), "new");
  });

  test("a read-only file is left alone", async () => {
    writeFileSync(join(folder, "old"), "old", { mode: 0o444 });
    await assert.rejects(replaceLocalFile(join(folder, "new"), join(folder, "old")), ReadOnlyFile);
    assert.equal(readFileSync(join(folder, "old"), "utf8"), "old");
    assert.equal(readFileSync(join(folder, "new"), "utf8"), "new");
  });

  test("a folder that is not there rejects", async () => {
    await assert.rejects(replaceLocalFile(join(folder, "new"), join(folder, "nowhere", "old")), /ENOENT/u);
  });
});
