import assert from "node:assert/strict";
import * as vscode from "vscode";
import { textHash } from "../../src/core/document/buildDocument.js";
import { setStatus } from "../../src/core/store/decisions.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { copyArticle, seed } from "./articles.js";
import { answeringMessages, answeringQuestions, type Asked } from "./messages.js";
import { annotationsOf, onRecord, until, withSetting } from "./onRecord.js";
import { acceptFirst, closeAll, firstStatement, openInEditor, readSidecar, readText, save, sidecarOf, write } from "./sidecars.js";

const edges = ["bom", "crlf", "lone-cr", "mixed-line-ends", "utf-16le", "utf-16be", "emoji"];

async function openCopy(name: string): Promise<vscode.TextDocument> {
  return openInEditor(await copyArticle(name));
}

async function reopen(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const { articles } = await onRecord();
  await closeAll();
  await until("the document is closed", () => articles.state(uri) === undefined);
  return openInEditor(uri);
}

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

async function assertFitsEditor(document: vscode.TextDocument): Promise<void> {
  const text = document.getText();
  const { annotations } = await annotationsOf(document);
  for (const { start, end, text: words } of annotations) assert.equal(text.slice(start, end), words);
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

  test("an untitled article is asked to be saved first", async () => {
    const document = await vscode.workspace.openTextDocument({ language: "plaintext", content: new TextDecoder().decode(await vscode.workspace.fs.readFile(await copyArticle(seed))) });
    await vscode.window.showTextDocument(document);
    await annotationsOf(document);
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

suite("sidecars that cannot be read", () => {
  teardown(closeAll);

  const broken: readonly (readonly [string, string, RegExp])[] = [
    ["hand-broken", '{\n  "format": "on-record",\n  oops\n}\n', /damaged at line 3/u],
    ["truncated", '{\n  "format": "on-record",\n  "version": 1,\n', /cut off/u],
    ["conflict-marked", '{\n<<<<<<< mine\n"a": 1\n=======\n"a": 2\n>>>>>>> theirs\n}\n', /unresolved merge conflict \(line 2\)/u],
    ["newer", '{ "format": "on-record", "version": 99 }', /newer version/u],
    ["foreign", '{ "markers": [] }', /does not hold annotations/u],
    ["empty", "", /no JSON|cut off|damaged/u],
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
      assert.deepEqual(shown[0]?.choices, ["Open Annotations File", "Save a Copy As…"]);
      const onSaving = await answeringMessages(save);
      assert.match(onSaving.at(-1)?.message ?? "", words);
      assert.equal(await readText(sidecarOf(uri)), content);
    });
  }
});

suite("sidecars that others write", () => {
  teardown(closeAll);

  test("what another program decided appears", async () => {
    const document = await openCopy(seed);
    const { id } = firstStatement(await annotationsOf(document));
    await save();
    const saved = await readSidecar(document.uri);
    await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [id], "rejected")));
    const { articles, store } = await onRecord();
    await until("the decision appears", () => articles.annotations(document.uri)?.statements.find((statement) => statement.id === id)?.status === "rejected");
    assert.equal(store.isDirty(document.uri.toString()), false);
    await assertFitsEditor(document);
  });

  test("a file that is half written is waited for, and not taken for a damaged one", async () => {
    const document = await openCopy(seed);
    const [first, second] = (await annotationsOf(document)).statements.map(({ id }) => id);
    assert.ok(first && second);
    await save();
    const theirs = serializeSidecar(setStatus(await readSidecar(document.uri), [second], "rejected"));
    (await onRecord()).store.change(document.uri.toString(), (annotations) => setStatus(annotations, [first], "accepted"));
    const shown = await answeringMessages(async () => {
      await write(sidecarOf(document.uri), theirs.slice(0, theirs.length / 2));
      const saved = save();
      await write(sidecarOf(document.uri), theirs);
      await saved;
    });
    assert.deepEqual(shown, []);
    const statuses = new Map((await readSidecar(document.uri)).statements.map((statement) => [statement.id, statement.status]));
    assert.deepEqual([statuses.get(first), statuses.get(second)], ["accepted", "rejected"]);
  });

  test("decisions of both sides are joined", async () => {
    const document = await openCopy(seed);
    const [first, second] = (await annotationsOf(document)).statements.map(({ id }) => id);
    assert.ok(first && second);
    await save();
    const saved = await readSidecar(document.uri);
    const { articles, store } = await onRecord();
    const key = document.uri.toString();
    store.change(key, (annotations) => setStatus(annotations, [first], "accepted"));
    await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [second], "rejected")));
    await save();
    const joined = new Map((await readSidecar(document.uri)).statements.map((statement) => [statement.id, statement.status]));
    assert.equal(joined.get(first), "accepted");
    assert.equal(joined.get(second), "rejected");
    assert.equal(articles.annotations(document.uri)?.statements.find(({ id }) => id === second)?.status, "rejected");
  });

  for (const [choice, expected] of [["Keep Mine", "accepted"], ["Keep Theirs", "rejected"]] as const) {
    test(`where both decided differently, a person is asked: ${choice}`, async () => {
      const document = await openCopy(seed);
      const { id } = firstStatement(await annotationsOf(document));
      await save();
      const saved = await readSidecar(document.uri);
      const { store } = await onRecord();
      store.change(document.uri.toString(), (annotations) => setStatus(annotations, [id], "accepted"));
      const shown = await answeringMessages(
        async () => {
          await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, [id], "rejected")));
          await save();
          await until("the choice is saved", () => !store.isDirty(document.uri.toString()));
        },
        ({ choices }) => (choices.includes(choice) ? choice : undefined),
      );
      assert.equal(shown.length, 1, "one question, whether saving or the watcher comes first");
      assert.match(shown[0]?.message ?? "", /one decision differs from yours/u);
      for (const { statements } of [await annotationsOf(document), await readSidecar(document.uri)]) {
        assert.equal(statements.find((statement) => statement.id === id)?.status, expected);
      }
    });
  }

  test("where both decided several things differently, a person may choose one by one", async () => {
    const document = await openCopy(seed);
    const ids = (await annotationsOf(document)).statements.slice(0, 2).map(({ id }) => id);
    await save();
    const saved = await readSidecar(document.uri);
    const { store } = await onRecord();
    store.change(document.uri.toString(), (annotations) => setStatus(annotations, ids, "accepted"));
    let asked: readonly Asked[] = [];
    await answeringMessages(
      async () => {
        asked = await answeringQuestions(
          async () => {
            await write(sidecarOf(document.uri), serializeSidecar(setStatus(saved, ids, "rejected")));
            await save();
            await until("the choice is saved", () => !store.isDirty(document.uri.toString()));
          },
          ({ title, labels }) => labels.find((label) => label.startsWith(title.startsWith("1 of 2") ? "Mine: accepted" : "Theirs: rejected")),
        );
      },
      ({ choices }) => choices.find((choice) => choice === "One by One…"),
    );
    assert.equal(asked.length, 2);
    const statuses = new Map((await readSidecar(document.uri)).statements.map((statement) => [statement.id, statement.status]));
    assert.deepEqual(ids.map((id) => statuses.get(id)).toSorted(), ["accepted", "rejected"]);
  });

  test("where the sidecar is deleted, decisions count as unsaved again", async () => {
    const document = await openCopy(seed);
    await acceptFirst(document);
    // watchers pass over a file that comes and goes at once
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.annotations.json");
    const created = new Promise((resolve) => {
      watcher.onDidCreate(resolve);
    });
    await save();
    await created;
    watcher.dispose();
    await vscode.workspace.fs.delete(sidecarOf(document.uri));
    const { store } = await onRecord();
    await until("the annotations are unsaved", () => store.isDirty(document.uri.toString()));
  });
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
