import assert from "node:assert/strict";
import * as vscode from "vscode";
import { textHash } from "../../src/core/document/textHash.js";
import { setStatus } from "../../src/core/store/decisions.js";
import { copyArticle, seed } from "./articles.js";
import { answeringMessages } from "./messages.js";
import { annotationsOf, onRecord, pause, until, withSetting } from "./onRecord.js";
import { acceptFirst, assertFitsEditor, closeAll, openCopy, openInEditor, readSidecar, readText, reopen, save, sidecarOf, write } from "./sidecars.js";

const edges = ["bom", "crlf", "lone-cr", "mixed-line-ends", "utf-16le", "utf-16be", "emoji"];

/** The stored text, decoded without help from the editor. */
async function storedText(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  const [first, second] = bytes;
  if (uri.path.endsWith("windows-1252.txt")) return new TextDecoder("windows-1252").decode(bytes, { stream: true });
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

async function assertFitsStoredText(uri: vscode.Uri): Promise<void> {
  const stored = await storedText(uri);
  const { source, annotations } = await readSidecar(uri);
  assert.equal(source.length, stored.length);
  assert.equal(source.sha256, textHash(stored));
  assert.ok(annotations.length > 0);
  for (const { id, start, end, text, prefix = "", suffix = "" } of annotations) {
    assert.equal(stored.slice(start, end), text, id);
    assert.equal(stored.slice(start - prefix.length, start), prefix, id);
    assert.equal(stored.slice(end, end + suffix.length), suffix, id);
  }
}

async function typeAndSave(document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), "Update: ");
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

suite("saving annotations", () => {
  teardown(closeAll);

  test("nothing is written before a person saves", async () => {
    const document = await openCopy(seed);
    await acceptFirst(document);
    await document.save();
    assert.equal(await readText(sidecarOf(document.uri)), undefined);
  });

  test("the command writes a valid sidecar beside the article, and leaves no other file behind", async () => {
    const document = await openCopy(seed);
    const annotations = await annotationsOf(document);
    await save();
    const saved = await readSidecar(document.uri);
    assert.equal(saved.source.file, seed);
    assert.deepEqual(saved.statements.map(({ id }) => id), annotations.statements.map(({ id }) => id));
    await assertFitsStoredText(document.uri);
    const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(document.uri, ".."))).map(([name]) => name);
    assert.deepEqual(names.sort(), [seed, `${seed}.annotations.json`]);
  });

  test("accepting marks the annotations unsaved, saving keeps the decision, reopening shows it with the same ids", async () => {
    const document = await openCopy(seed);
    const { store } = await onRecord();
    const key = document.uri.toString();
    await annotationsOf(document);
    await save();
    assert.equal(store.isDirty(key), false);
    const id = await acceptFirst(document);
    assert.equal(store.isDirty(key), true);
    await save();
    assert.equal(store.isDirty(key), false);
    const saved = await readSidecar(document.uri);
    assert.equal(saved.statements.find((statement) => statement.id === id)?.status, "accepted");
    const again = await annotationsOf(await reopen(document.uri));
    assert.deepEqual(again.statements.map((statement) => [statement.id, statement.status]), saved.statements.map((statement) => [statement.id, statement.status]));
  });

  test("accepting one statement changes one line of the file", async () => {
    const document = await openCopy(seed);
    await annotationsOf(document);
    await save();
    const before = ((await readText(sidecarOf(document.uri))) ?? "").split("\n");
    await acceptFirst(document);
    await save();
    const after = ((await readText(sidecarOf(document.uri))) ?? "").split("\n");
    assert.equal(after.length, before.length);
    assert.equal(after.filter((line, at) => line !== before[at]).length, 1);
  });

  test("a new analysis loses no decision", async () => {
    const document = await openCopy(seed);
    const id = await acceptFirst(document);
    await vscode.commands.executeCommand("onRecord.analyzeAgain");
    const { articles } = await onRecord();
    await articles.whenSettled(document.uri);
    await save();
    const { statements } = await readSidecar(document.uri);
    assert.equal(statements.find((statement) => statement.id === id)?.status, "accepted");
  });

  test("unsaved decisions outlive the editor, at their words although the file changed meanwhile", async () => {
    const document = await openCopy(seed);
    const id = await acceptFirst(document);
    const { uri } = document;
    const { articles } = await onRecord();
    await closeAll();
    await until("the document is closed", () => articles.state(uri) === undefined);
    await write(uri, `Corrected on Friday.\n${await storedText(uri)}`);
    const again = await reopen(uri);
    const annotations = await annotationsOf(again);
    assert.equal(annotations.statements.find((statement) => statement.id === id)?.status, "accepted");
    await assertFitsEditor(again);
  });

  for (const name of edges) {
    test(`${name}: offsets refer to the stored text, and reopening finds every place`, async () => {
      const document = await openCopy(`fixtures/edges/${name}.txt`);
      const id = await acceptFirst(document);
      await save();
      await assertFitsStoredText(document.uri);
      const again = await reopen(document.uri);
      const { statements } = await annotationsOf(again);
      assert.equal(statements.find((statement) => statement.id === id)?.status, "accepted");
      await assertFitsEditor(again);
      await save();
      await assertFitsStoredText(document.uri);
    });
  }

  test("windows-1252: the same in an encoding that a person chose", async () => {
    const uri = await copyArticle("fixtures/edges/windows-1252.txt");
    const document = await vscode.workspace.openTextDocument(uri, { encoding: "windows1252" });
    await vscode.window.showTextDocument(document);
    await annotationsOf(document);
    await save();
    await assertFitsStoredText(uri);
  });

  test("with edits that are not saved yet, offsets refer to the text in the editor, and saving the article brings both together", async () => {
    const document = await openCopy("fixtures/edges/mixed-line-ends.txt");
    await annotationsOf(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "Update: ");
    await vscode.workspace.applyEdit(edit);
    await save();
    const { source, annotations } = await readSidecar(document.uri);
    assert.equal(source.sha256, textHash(document.getText()));
    for (const { start, end, text } of annotations) assert.equal(document.getText().slice(start, end), text);
    await document.save();
    await assertFitsStoredText(document.uri);
  });

  test("saved from several sides at once, each one after the other, with the decisions of the last moment", async () => {
    const document = await openCopy(seed);
    const ids = (await annotationsOf(document)).statements.map(({ id }) => id);
    const { store } = await onRecord();
    const saves: Thenable<unknown>[] = [];
    for (const id of ids) {
      store.change(document.uri.toString(), (annotations) => setStatus(annotations, [id], "accepted"));
      saves.push(save());
    }
    await Promise.all(saves);
    assert.ok((await readSidecar(document.uri)).statements.every(({ status }) => status === "accepted"));
    assert.equal(store.isDirty(document.uri.toString()), false);
    const beside = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(document.uri, ".."));
    assert.deepEqual(beside.map(([name]) => name).toSorted(), [seed, `${seed}.annotations.json`]);
  });

  test("decided on while it is saved: what came too late counts as unsaved, and is in the next one", async () => {
    const document = await openCopy(seed);
    const [first, second] = (await annotationsOf(document)).statements.map(({ id }) => id);
    assert.ok(first && second);
    const { store } = await onRecord();
    const key = document.uri.toString();
    store.change(key, (annotations) => setStatus(annotations, [first], "accepted"));
    const saving = save();
    // at any moment of the writing
    for (let count = 0; count < 20 && !(await readText(sidecarOf(document.uri))); count++) await pause(1);
    store.change(key, (annotations) => setStatus(annotations, [second], "rejected"));
    await saving;
    const isIn = (await readSidecar(document.uri)).statements.find(({ id }) => id === second)?.status === "rejected";
    assert.equal(store.isDirty(key), !isIn);
    await save();
    const statuses = new Map((await readSidecar(document.uri)).statements.map(({ id, status }) => [id, status]));
    assert.deepEqual([statuses.get(first), statuses.get(second)], ["accepted", "rejected"]);
  });

  test("read in another encoding and back: decisions stay at their words", async () => {
    const uri = await copyArticle("fixtures/edges/emoji.txt");
    const document = await openInEditor(uri);
    const ids = (await annotationsOf(document)).statements.map(({ id }) => id);
    const { store, articles } = await onRecord();
    store.change(uri.toString(), (annotations) => setStatus(annotations, ids, "accepted"));
    const before = new Map((await annotationsOf(document)).annotations.map(({ id, text }) => [id, text]));
    for (const encoding of ["windows1252", "utf8"]) {
      await vscode.workspace.openTextDocument(uri, { encoding });
      await until(`it is shown as ${encoding}`, () => document.encoding === encoding);
      await articles.whenSettled(uri);
      const { annotations, statements } = await annotationsOf(document);
      for (const { start, end, text, orphaned } of annotations) if (!orphaned) assert.equal(document.getText().slice(start, end), text);
      assert.deepEqual(ids.filter((id) => statements.find((statement) => statement.id === id)?.status !== "accepted"), []);
    }
    const after = new Map((await annotationsOf(document)).annotations.filter(({ orphaned }) => !orphaned).map(({ id, text }) => [id, text]));
    const quotes = (await annotationsOf(document)).statements.flatMap(({ quote }) => quote);
    for (const id of quotes) assert.equal(after.get(id), before.get(id));
  });

  test("an untitled article is asked to be saved first", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: new TextDecoder().decode(await vscode.workspace.fs.readFile(await copyArticle(seed))) });
    await vscode.window.showTextDocument(document);
    await annotationsOf(document);
    const { inspection } = await onRecord();
    assert.equal(inspection.refusal, "", "no file beside it is missed");
    assert.match(inspection.titles.get("onRecord.statements") ?? "", /^\d+ statements$/u);
    const shown = await answeringMessages(save);
    assert.equal(shown.length, 1);
    assert.match(shown[0]?.message ?? "", /save the article first/u);
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});

suite("saving annotations with the article", () => {
  teardown(closeAll);

  test("the sidecar goes with the article once there is one", async () => {
    const document = await openCopy(seed);
    const id = await acceptFirst(document);
    await save();
    await typeAndSave(document);
    // the analysis of what was typed may write it once more
    await (await onRecord()).articles.whenSettled(document.uri);
    await until("the sidecar fits the new text", async () => (await readText(sidecarOf(document.uri)))?.includes(textHash(document.getText())));
    await assertFitsStoredText(document.uri);
    assert.equal((await readSidecar(document.uri)).statements.find((statement) => statement.id === id)?.status, "accepted");
  });

  test("not where the setting is off", () =>
    withSetting("sidecar.saveWithArticle", false, async () => {
      const document = await openCopy(seed);
      await annotationsOf(document);
      await save();
      const before = await readText(sidecarOf(document.uri));
      await typeAndSave(document);
      const { articles } = await onRecord();
      await articles.whenSettled(document.uri);
      assert.equal(await readText(sidecarOf(document.uri)), before);
    }));
});

async function problems(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  return vscode.languages.getDiagnostics(uri);
}

suite("the schema of sidecars", () => {
  teardown(closeAll);

  test("the editor tells of a wrong value, and of none in a file that was saved", async () => {
    const document = await openCopy(seed);
    await annotationsOf(document);
    await save();
    const sidecar = sidecarOf(document.uri);
    const text = (await readText(sidecar)) ?? "";
    const wrong = vscode.Uri.joinPath(sidecar, "..", "wrong.txt.annotations.json");
    await write(wrong, text.replace('"kind": "direct"', '"kind": "shouted"'));
    await problems(sidecar);
    // where the extension comes over http, only the page itself gets its files: the server for JSON then tells which schema it misses
    const isServed = vscode.extensions.getExtension("on-record.on-record")?.extensionUri.scheme === "http";
    const expected = isServed ? "schemas/annotations.schema.json" : '"direct"';
    await until("the wrong value is reported", async () => (await problems(wrong)).some(({ message }) => message.includes(expected)));
    if (!isServed) assert.deepEqual((await problems(sidecar)).map(({ message }) => message), []);
  });
});
