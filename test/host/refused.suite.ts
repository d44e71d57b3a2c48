import assert from "node:assert/strict";
import * as vscode from "vscode";
import { copyArticle, seed } from "./articles.js";
import { answeringMessages } from "./messages.js";
import { annotationsOf, onRecord, until } from "./onRecord.js";
import { acceptFirst, closeAll, openCopy, openInEditor, readSidecar, readText, reopen, save, sidecarOf, write } from "./sidecars.js";

suite("sidecars that cannot be read", () => {
  teardown(closeAll);

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ["hand-broken", '{\n  "format": "on-record",\n  oops\n}\n', /damaged at line 3/u],
    ["truncated", '{\n  "format": "on-record",\n  "version": 1,\n', /cut off/u],
    ["conflict-marked", '{\n<<<<<<< mine\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}\n', /merge conflict that nobody has resolved \(line 2\)/u],
    ["newer", '{ "format": "on-record", "version": 99 }', /newer version/u],
    ["foreign", '{ "markers": [] }', /does not hold annotations/u],
    ["nested", `{ "format": "on-record", "x": ${"[".repeat(200)}${"]".repeat(200)} }`, /holds something else than annotations/u],
    ["empty", "", /cut off|damaged|something else than annotations/u],
  ];
  for (const [name, content, words] of broken) {
    test(`${name}: told once, never overwritten, the article shown with fresh findings`, async () => {
      const uri = await copyArticle(seed);
      await write(sidecarOf(uri), content);
      const shown = await answeringMessages(async () => {
        const document = await openInEditor(uri);
        assert.ok((await annotationsOf(document)).statements.length > 0);
        const { inspection } = await onRecord();
        await until("the findings are shown as unsaved", () => inspection.titles.get("onRecord.statements")?.endsWith("statements · not saved"));
        await reopen(uri);
        await annotationsOf(document);
      });
      assert.equal(shown.length, 1);
      assert.match(shown[0]?.message ?? "", words);
      assert.match(shown[0]?.message ?? "", /It is left as it is\..* (?:Restore it from a copy, or rename it to begin a new one|Update On Record to work with it)\.$/u);
      assert.deepEqual(shown[0]?.choices, ["Open Annotations File", "Save a Copy As…"]);
      const onSaving = await answeringMessages(save);
      assert.match(onSaving.at(-1)?.message ?? "", words);
      assert.equal(await readText(sidecarOf(uri)), content);
    });
  }
});

/** Opens an article whose sidecar cannot be read, and waits until that is told. */
async function openRefused(): Promise<vscode.TextDocument> {
  const uri = await copyArticle(seed);
  await write(sidecarOf(uri), "oops");
  const document = await openInEditor(uri);
  await annotationsOf(document);
  const { inspection } = await onRecord();
  await until("the language status tells of it", () => /something else than annotations|damaged/u.test(inspection.refusal));
  return document;
}

async function untilClear(): Promise<void> {
  const { inspection } = await onRecord();
  await until("nothing tells of it any longer", () => inspection.refusal === "" && !inspection.titles.get("onRecord.statements")?.endsWith("not saved"));
}

suite("a sidecar that could not be read", () => {
  teardown(closeAll);

  test("and was deleted: nothing tells of it any longer, and saving writes a new one", async () => {
    await answeringMessages(async () => {
      const document = await openRefused();
      await vscode.workspace.fs.delete(sidecarOf(document.uri));
      await untilClear();
      const id = await acceptFirst(document);
      await save();
      assert.equal((await readSidecar(document.uri)).statements.find((statement) => statement.id === id)?.status, "accepted");
    });
  });

  test("since it was opened: told that what was decided is not saved, and stays", async () => {
    const document = await openCopy(seed);
    const id = await acceptFirst(document);
    await save();
    const newer = ((await readText(sidecarOf(document.uri))) ?? "").replace('"version": 1', '"version": 99');
    const shown = await answeringMessages(async (messages) => {
      await write(sidecarOf(document.uri), newer);
      await until("it is told", () => messages.length > 0);
      await save();
    });
    assert.equal(shown.length, 2);
    for (const { message } of shown) assert.match(message, /newer version of On Record\. It is left as it is\. Your decisions are kept, and saved once it can be read\. Update On Record to work with it\.$/u);
    const { articles } = await onRecord();
    assert.equal(articles.annotations(document.uri)?.statements.find((statement) => statement.id === id)?.status, "accepted");
    assert.equal(await readText(sidecarOf(document.uri)), newer);
  });

  test("and was put right by hand: its decisions appear, and nothing tells of it any longer", async () => {
    const other = await openCopy(seed);
    const id = await acceptFirst(other);
    await save();
    const whole = (await readText(sidecarOf(other.uri))) ?? "";
    await answeringMessages(async () => {
      const document = await openRefused();
      await write(sidecarOf(document.uri), whole);
      await untilClear();
      const { articles } = await onRecord();
      await until("the decision appears", () => articles.annotations(document.uri)?.statements.find((statement) => statement.id === id)?.status === "accepted");
    });
  });
});
