import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/run.js";
import { describeDocument } from "../../../src/core/anchor/describeDocument.js";
import { parseSidecar } from "../../../src/core/sidecar/parseSidecar.js";
import { serializeSidecar } from "../../../src/core/sidecar/serializeSidecar.js";
import { setStatus } from "../../../src/core/store/decisions.js";
import { sampleDocument, SAMPLE_TEXT } from "../core/sampleDocument.js";
import { createTestIo } from "./testIo.js";

/** The words of a sidecar with some accepted statements. */
function accepted(...ids: string[]): string {
  return serializeSidecar(describeDocument(setStatus(sampleDocument(), ids, "accepted"), SAMPLE_TEXT));
}

suite("on-record anchor", () => {
  let folder: string;
  setup(() => {
    folder = mkdtempSync(join(tmpdir(), "on-record-anchor-"));
    writeFileSync(join(folder, "bridge.txt.annotations.json"), serializeSidecar(describeDocument(sampleDocument(), SAMPLE_TEXT)));
  });
  teardown(() => rmSync(folder, { recursive: true, force: true }));

  async function anchor(article: string, ...options: string[]): Promise<{ code: number; output: string; errors: string }> {
    writeFileSync(join(folder, "new.txt"), article);
    const io = createTestIo({ cwd: folder });
    const code = await run(["anchor", "bridge.txt.annotations.json", "--article", "new.txt", ...options], io);
    return { code, output: io.outputText(), errors: io.errorText() };
  }

  test("in the same text everything is where it was", async () => {
    assert.deepEqual(await anchor(SAMPLE_TEXT), { code: 0, output: "16 in the same text\n0 without a place\n", errors: "" });
  });

  test("places what moved and writes a sidecar of the new article", async () => {
    const article = `Update\n\n${SAMPLE_TEXT.replaceAll('"', "”")}`;
    const { code, output } = await anchor(article, "--out", "new.txt.annotations.json");
    assert.equal(code, 0);
    assert.equal(output, "16 by the same words\n0 without a place\n");
    const parsed = parseSidecar(readFileSync(join(folder, "new.txt.annotations.json"), "utf8"));
    assert.ok(parsed.ok);
    assert.deepEqual([parsed.value.source.file, parsed.value.source.length], ["new.txt", article.length]);
    for (const { start, end, text } of parsed.value.annotations) assert.equal(article.slice(start, end), text);
  });

  test("leaves a write-protected sidecar as it is", async () => {
    const path = join(folder, "bridge.txt.annotations.json");
    const before = readFileSync(path, "utf8");
    chmodSync(path, 0o444);
    const { code, errors } = await anchor(`Update\n\n${SAMPLE_TEXT}`, "--out", "bridge.txt.annotations.json");
    assert.deepEqual([code, errors], [1, "on-record: bridge.txt.annotations.json: The file is write-protected.\n"]);
    assert.equal(readFileSync(path, "utf8"), before);
  });

  test("lists orphans, keeps them in what it writes, and ends with 1", async () => {
    const { code, output } = await anchor(SAMPLE_TEXT.replace('"Nothing can stop us now,"', ""), "--out", "bridge.txt.annotations.json");
    assert.equal(code, 1);
    assert.match(output, /^orphan quote-3 \(quote at 131\): "Nothing can stop us now,"$/mu);
    const parsed = parseSidecar(readFileSync(join(folder, "bridge.txt.annotations.json"), "utf8"));
    assert.equal(parsed.ok && parsed.value.annotations.find(({ id }) => id === "quote-3")?.orphaned, true);
  });

  test("deletes orphans on request: what nobody decided about, or all of them", async () => {
    writeFileSync(join(folder, "bridge.txt.annotations.json"), serializeSidecar(describeDocument(setStatus(sampleDocument(), ["statement-3"], "accepted"), SAMPLE_TEXT)));
    const article = SAMPLE_TEXT.replace('"We are ready,"', "").replace('"Nothing can stop us now,"', "");
    const undecided = await anchor(article, "--out", "left.annotations.json", "--delete-orphans", "undecided");
    assert.equal(undecided.code, 1);
    assert.match(undecided.output, /^2 without a place\norphan quote-3 .*\norphan cue-3 .*\n3 deleted\n(?:deleted (?:quote-2|speaker-2|cue-2) .*\n){3}$/mu);
    const left = parseSidecar(readFileSync(join(folder, "left.annotations.json"), "utf8"));
    assert.ok(left.ok);
    assert.deepEqual(left.value.statements.map(({ id }) => id), ["statement-1", "statement-3"]);
    assert.deepEqual(left.value.annotations.filter(({ orphaned }) => orphaned).map(({ id }) => id), ["quote-3", "cue-3"]);
    const all = await anchor(article, "--out", "none.annotations.json", "--delete-orphans", "all", "--format", "json");
    assert.equal(all.code, 0);
    const { orphans, deleted } = JSON.parse(all.output) as { orphans: unknown[]; deleted: { id: string }[] };
    assert.deepEqual(orphans, []);
    assert.deepEqual(deleted.map(({ id }) => id).toSorted(), ["cue-2", "cue-3", "quote-2", "quote-3", "speaker-2", "speaker-3"]);
    const none = parseSidecar(readFileSync(join(folder, "none.annotations.json"), "utf8"));
    assert.deepEqual(none.ok && none.value.statements.map(({ id }) => id), ["statement-1"]);
    const io = createTestIo({ cwd: folder });
    assert.equal(await run(["validate", "left.annotations.json", "none.annotations.json"], io), 0);
    assert.equal(io.outputText(), "left.annotations.json: valid\nnone.annotations.json: valid\n");
  });

  test("deletes nothing that has a place", async () => {
    const { code, output } = await anchor(SAMPLE_TEXT, "--out", "left.annotations.json", "--delete-orphans", "all");
    assert.deepEqual([code, output], [0, "16 in the same text\n0 without a place\n0 deleted\n"]);
  });

  test("with the old article it tells so, as JSON too", async () => {
    writeFileSync(join(folder, "old.txt"), SAMPLE_TEXT);
    const { output } = await anchor(`Update\n\n${SAMPLE_TEXT}`, "--base", "old.txt", "--format", "json");
    assert.deepEqual(JSON.parse(output), { placed: { "same text": 0, position: 0, difference: 16, quote: 0, similar: 0 }, orphans: [] });
  });

  test("the old article may have other line ends than the one that the annotations were made for", async () => {
    writeFileSync(join(folder, "old.txt"), SAMPLE_TEXT.replaceAll("\n", "\r\n"));
    assert.equal((await anchor(`Update\n\n${SAMPLE_TEXT}`, "--base", "old.txt")).output, "16 by the difference of the texts\n0 without a place\n");
  });

  const taken: [string, string, string, string, RegExp | undefined][] = [
    ["the article itself", "new.txt", SAMPLE_TEXT, accepted("statement-1"), /^on-record: new\.txt: It holds something else and was left as it is/u],
    ["another text", "note.txt", "Call the mayor.", accepted("statement-1"), /^on-record: note\.txt: It holds something else/u],
    ["a sidecar of a newer version", "other.json", '{ "format": "on-record", "version": 9 }', accepted("statement-1"), /knows versions up to/u],
    ["a sidecar with a decision of its own", "other.json", accepted("statement-1", "statement-2"), accepted("statement-1"), /^on-record: other\.json: It holds other decisions and was left as it is/u],
    ["a sidecar without decisions", "other.json", accepted(), accepted("statement-1"), undefined],
    ["what was written before", "other.json", accepted("statement-1"), accepted("statement-1"), undefined],
    ["the sidecar itself", "bridge.txt.annotations.json", accepted("statement-1"), accepted("statement-1"), undefined],
  ];
  for (const [what, out, before, sidecar, message] of taken) {
    test(`writes ${message ? "nothing over" : "over"} ${what}`, async () => {
      writeFileSync(join(folder, "bridge.txt.annotations.json"), sidecar);
      writeFileSync(join(folder, out), before);
      const { code, output, errors } = await anchor(SAMPLE_TEXT, "--out", out);
      const after = readFileSync(join(folder, out), "utf8");
      if (message) assert.deepEqual([code, output, after], [1, "", before]);
      else assert.deepEqual([code, errors, parseSidecar(after).ok], [0, "", true]);
      assert.match(errors, message ?? /^$/u);
    });
  }

  const wrong: [string, string[], number, RegExp][] = [
    ["no article", ["anchor", "bridge.txt.annotations.json"], 2, /--article FILE/u],
    ["no sidecar", ["anchor", "--article", "new.txt"], 2, /Name one sidecar/u],
    ["an article that is not there", ["anchor", "bridge.txt.annotations.json", "--article", "gone.txt"], 1, /^on-record: gone\.txt: .*no such file/u],
    ["a sidecar that is not there", ["anchor", "gone.json", "--article", "note.json"], 1, /^on-record: gone\.json: .*no such file/u],
    ["a sidecar that is none", ["anchor", "note.json", "--article", "note.json"], 1, /^on-record: note\.json: .*no annotations file/u],
    ["an article that is a folder", ["anchor", "bridge.txt.annotations.json", "--article", "."], 1, /^on-record: \.: This is a folder/u],
    ["an old article that the annotations were not made for", ["anchor", "bridge.txt.annotations.json", "--article", "note.json", "--base", "note.json"], 1, /^on-record: note\.json: .*another text/u],
    ["a folder that is not there", ["anchor", "bridge.txt.annotations.json", "--article", "note.json", "--out", "nowhere/a.json"], 1, /^on-record: nowhere\/a\.json: There is no such folder/u],
    ["orphans that are deleted from nothing", ["anchor", "bridge.txt.annotations.json", "--article", "new.txt", "--delete-orphans", "all"], 2, /--out FILE/u],
    ["orphans of an unknown kind", ["anchor", "bridge.txt.annotations.json", "--article", "new.txt", "--out", "a.json", "--delete-orphans", "some"], 2, /choose undecided or all/u],
    ["an unknown format", ["anchor", "bridge.txt.annotations.json", "--article", "note.json", "--format", "xml"], 2, /no format "xml"/u],
  ];
  for (const [name, argv, code, message] of wrong) {
    test(`${name} is told`, async () => {
      writeFileSync(join(folder, "note.json"), "{}");
      const io = createTestIo({ cwd: folder });
      assert.equal(await run(argv, io), code);
      assert.match(io.errorText(), message);
    });
  }
});
