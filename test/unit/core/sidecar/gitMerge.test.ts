import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { parseSidecar } from "../../../../src/core/sidecar/parseSidecar.js";
import { serializeSidecar } from "../../../../src/core/sidecar/serializeSidecar.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { addStatement } from "../../../../src/core/store/decisionsAboutStatements.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

const BASE = describeDocument(sampleDocument(), SAMPLE_TEXT);
const words = (text: string): { start: number; end: number } => ({ start: SAMPLE_TEXT.indexOf(text), end: SAMPLE_TEXT.indexOf(text) + text.length });

suite("sidecars in git", () => {
  test("reviews of neighbouring statements by two people merge by themselves", () => {
    const merged = gitMerge(BASE, setStatus(BASE, ["statement-1", "statement-3"], "accepted"), setStatus(BASE, ["statement-2"], "rejected"));
    assert.deepEqual(merged.status, 0);
    const parsed = parseSidecar(merged.text);
    assert.deepEqual(parsed.ok && parsed.value.statements.map(({ status }) => status), ["accepted", "rejected", "accepted"]);
  });

  test("additions by two people at different places merge by themselves", () => {
    const mine = addStatement(BASE, { newId: "a-1", range: words("Mayor Ilze Kalna said") }, SAMPLE_TEXT);
    const theirs = addStatement(BASE, { newId: "b-1", range: words("told reporters") }, SAMPLE_TEXT);
    const merged = gitMerge(BASE, mine, theirs);
    assert.equal(merged.status, 0);
    const parsed = parseSidecar(merged.text);
    assert.deepEqual(parsed.ok && parsed.value.statements.map(({ id }) => id), ["a-1", "statement-1", "statement-2", "b-1", "statement-3"]);
  });
});

/** What git itself makes of two versions that were committed on two branches. */
function gitMerge(base: AnnotationDocument, mine: AnnotationDocument, theirs: AnnotationDocument): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), "on-record-merge-"));
  try {
    const git = (...args: string[]): number | null => spawnSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", ...args], { cwd: folder }).status;
    const file = join(folder, "bridge.txt.annotations.json");
    const commit = (document: AnnotationDocument, message: string): void => {
      writeFileSync(file, serializeSidecar(document));
      git("add", ".");
      git("commit", "-q", "-m", message);
    };
    git("init", "-q", "-b", "main");
    commit(base, "base");
    git("checkout", "-q", "-b", "theirs");
    commit(theirs, "theirs");
    git("checkout", "-q", "main");
    commit(mine, "mine");
    const status = git("merge", "-q", "--no-edit", "theirs");
    return { status, text: readFileSync(file, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
