import assert from "node:assert/strict";
import * as vscode from "vscode";
import { textHash } from "../../src/core/document/textHash.js";
import { setStatus } from "../../src/core/store/decisions.js";
import { serializeSidecar } from "../../src/core/sidecar/serializeSidecar.js";
import { seed } from "./articles.js";
import { annotationsOf, onRecord, pause, until, withSetting } from "./onRecord.js";
import { acceptFirst, assertFitsEditor, closeAll, openCopy, openInEditor, readSidecar, readText, reopen, save, sidecarOf, write } from "./sidecars.js";
import { endWindow, forget, isDecided, openDecided } from "./windows.js";

/** The words of a statement as they are kept now. */
async function wordsOf(uri: vscode.Uri, id: string): Promise<string[]> {
  const { store } = await onRecord();
  const document = store.get(uri.toString());
  const quotes = document?.statements.find((statement) => statement.id === id)?.quote ?? [];
  return quotes.map((quote) => document?.annotations.find((each) => each.id === quote)?.text ?? "");
}

async function wordsInSidecar(uri: vscode.Uri, id: string): Promise<string[]> {
  const { statements, annotations } = await readSidecar(uri);
  const quotes = statements.find((statement) => statement.id === id)?.quote ?? [];
  return quotes.map((quote) => annotations.find((each) => each.id === quote)?.text ?? "");
}

async function insertAtTheTop(uri: vscode.Uri, words: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), words);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

/** A saved article that is open, its text without its last paragraph, and the statements in that. */
async function withLastParagraph(): Promise<{ readonly document: vscode.TextDocument; readonly shorter: string; readonly lost: readonly string[] }> {
  const document = await openCopy(seed);
  const { statements, annotations } = await annotationsOf(document);
  await save();
  const shorter = document.getText().slice(0, document.getText().trimEnd().lastIndexOf("\n\n") + 1);
  const gone = new Set(annotations.filter(({ start }) => start >= shorter.length).map(({ id }) => id));
  const lost = statements.filter(({ quote }) => quote.every((id) => gone.has(id))).map(({ id }) => id);
  assert.ok(lost.length > 0);
  return { document, shorter, lost };
}

/** Ids of the statements whose words are no longer in the text. */
async function orphansInSidecar(uri: vscode.Uri): Promise<string[]> {
  const { statements, annotations } = await readSidecar(uri);
  const orphans = new Set(annotations.filter(({ orphaned }) => orphaned).map(({ id }) => id));
  return statements.filter(({ quote }) => quote.every((id) => orphans.has(id))).map(({ id }) => id);
}

suite("decisions whose article is not looked at", () => {
  teardown(closeAll);

  test("stay at their words where its language is changed and it is edited", async () => {
    const { document, id } = await openDecided();
    const words = await wordsOf(document.uri, id);
    await save();
    const second = (await annotationsOf(document)).statements[1]?.id ?? "";
    await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), second);
    await vscode.languages.setTextDocumentLanguage(document, "markdown");
    await insertAtTheTop(document.uri, "Correction. ");
    const { articles } = await onRecord();
    await until("it is read again", () => articles.state(document.uri) === "ready");
    await articles.whenSettled(document.uri);
    await assertFitsEditor(document);
    await document.save();
    assert.deepEqual(await wordsInSidecar(document.uri, id), words);
    assert.ok(await isDecided(document.uri, second));
    await forget(document.uri);
  });

  test("stay at their words where it is no longer read as an article, edited and saved", async () => {
    const { document, id } = await openDecided();
    const words = await wordsOf(document.uri, id);
    await save();
    const second = (await annotationsOf(document)).statements[1]?.id ?? "";
    await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), second);
    const { articles } = await onRecord();
    await withSetting("articles.exclude", ["**/*.txt"], async () => {
      await until("it is no article", () => articles.state(document.uri) === "notArticle");
      await insertAtTheTop(document.uri, "Correction. ");
      await document.save();
      // where it is written in its place, it is empty for a moment
      await until("the sidecar was written", async () => (await readText(sidecarOf(document.uri)))?.includes(textHash(document.getText())));
      assert.deepEqual(await wordsInSidecar(document.uri, id), words);
    });
    await until("it is read again", () => articles.state(document.uri) === "ready");
    await assertFitsEditor(document);
    assert.deepEqual(await wordsOf(document.uri, id), words);
    await forget(document.uri);
  });

  test("stay at their words where it is closed, and changed and saved without being shown", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const words = await wordsOf(uri, id);
    await save();
    const second = (await annotationsOf(document)).statements[1]?.id ?? "";
    await vscode.commands.executeCommand("onRecord.acceptStatement", uri.toString(), second);
    const { articles } = await onRecord();
    await closeAll();
    await until("it is closed", () => articles.state(uri) === undefined);
    // else its editor would come to the front
    await openCopy(seed);
    const unseen = await vscode.workspace.openTextDocument(uri);
    await insertAtTheTop(uri, "Correction. ");
    await unseen.save();
    assert.deepEqual(await wordsInSidecar(uri, id), words);
    const again = await openInEditor(uri);
    await assertFitsEditor(again);
    assert.deepEqual(await wordsOf(uri, id), words);
    assert.ok(await isDecided(uri, second));
    await forget(uri);
  });
});

suite("an article and its sidecar that another program writes together", () => {
  teardown(closeAll);

  test("every decision is at its words, and none is an orphan", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    await save();
    const before = (await readText(uri)) ?? "";
    const added = "\n“No ferry sails before noon,” Captain Odd Lie told reporters on Tuesday. “The harbour is closed.”\n";
    // as whoever committed the next version saw it
    await insertAtTheTop(uri, `OSLO, June 9, 2021.${added}`);
    const { articles } = await onRecord();
    const found = await until("the new statement is found", () => {
      const now = articles.annotations(uri);
      const quote = now?.annotations.find(({ type, text }) => type === "quote" && text.includes("No ferry"));
      return quote && now?.statements.find((statement) => statement.quote.includes(quote.id));
    });
    await vscode.commands.executeCommand("onRecord.acceptStatement", uri.toString(), found.id);
    await document.save();
    await save();
    const [article, sidecar] = [(await readText(uri)) ?? "", (await readText(sidecarOf(uri))) ?? ""];
    const old = serializeSidecar(setStatus(await readSidecar(uri), [found.id], "proposed"));
    await write(uri, before);
    await until("the older text is shown", () => document.getText() === before);
    await write(sidecarOf(uri), old);
    await until("the older decisions are there", async () => !(await isDecided(uri, found.id)));
    for (const first of ["sidecar", "article"]) {
      await Promise.all(first === "article" ? [write(uri, article), write(sidecarOf(uri), sidecar)] : [write(sidecarOf(uri), sidecar), write(uri, article)]);
      await until("the newer text is shown", () => document.getText() === article);
      await until("the newer decision is there", () => isDecided(uri, found.id));
      await articles.whenSettled(uri);
      assert.deepEqual((await annotationsOf(document)).annotations.filter(({ orphaned }) => orphaned), [], `${first} first`);
      await assertFitsEditor(document);
      assert.ok(await isDecided(uri, id));
      await Promise.all([write(uri, before), write(sidecarOf(uri), old)]);
      await until("the older text is shown", () => document.getText() === before);
      await until("the older decisions are there", async () => !(await isDecided(uri, found.id)));
    }
    await forget(uri);
  });
});

suite("proposals that another program takes out of an article", () => {
  teardown(closeAll);

  for (const open of [true, false]) {
    test(`stay in its sidecar until a person deletes them, whether it is open or not: ${open}`, async () => {
      const { document, shorter, lost } = await withLastParagraph();
      const { uri } = document;
      const { articles, inspection } = await onRecord();
      if (!open) await closeAll();
      await write(uri, shorter);
      const shown = open ? document : await openInEditor(uri);
      await until("the new text is shown", () => shown.getText() === shorter);
      await articles.whenSettled(uri);
      await save();
      assert.deepEqual(await orphansInSidecar(uri), lost);
      await vscode.commands.executeCommand("onRecord.analyzeAgain");
      await articles.whenSettled(uri);
      await save();
      assert.deepEqual(await orphansInSidecar(uri), lost);
      const groupOf = async (view: string): Promise<unknown> => ((await inspection.trees.get(view)?.getChildren()) ?? []).at(-1);
      for (const view of ["onRecord.statements", "onRecord.entities"]) {
        const group = await groupOf(view);
        const row = await inspection.trees.get(view)?.getTreeItem(group);
        assert.equal(row?.label, "No longer in the text");
        await vscode.commands.executeCommand("onRecord.deleteFinding", group, [group]);
      }
      await save();
      assert.deepEqual((await readSidecar(uri)).annotations.filter(({ orphaned }) => orphaned), []);
      await forget(uri);
    });
  }

  test("are gone where its sidecar was written without them", async () => {
    const { document, shorter } = await withLastParagraph();
    const { uri } = document;
    const { articles } = await onRecord();
    const [text, longer] = [document.getText(), (await readText(sidecarOf(uri))) ?? ""];
    // as whoever took it out in the editor saved it
    const edit = new vscode.WorkspaceEdit();
    edit.delete(uri, new vscode.Range(document.positionAt(shorter.length), document.positionAt(text.length)));
    await vscode.workspace.applyEdit(edit);
    await articles.whenSettled(uri);
    await document.save();
    await save();
    const without = (await readText(sidecarOf(uri))) ?? "";
    assert.deepEqual(await orphansInSidecar(uri), []);
    for (const first of ["sidecar", "article"]) {
      await Promise.all([write(uri, text), write(sidecarOf(uri), longer)]);
      await until("the older text is shown", () => document.getText() === text);
      await articles.whenSettled(uri);
      await reopen(uri);
      await articles.whenSettled(uri);
      if (first === "sidecar") await write(sidecarOf(uri), without);
      await write(uri, shorter);
      await until("the newer text is shown", () => vscode.window.activeTextEditor?.document.getText() === shorter);
      if (first === "article") await write(sidecarOf(uri), without);
      await until(`no orphan is left, ${first} first`, () => articles.annotations(uri)?.annotations.every(({ orphaned }) => !orphaned) === true);
      await articles.whenSettled(uri);
      await save();
      assert.deepEqual(await orphansInSidecar(uri), []);
      await closeAll();
      await openInEditor(uri);
    }
    await forget(uri);
  });
});

suite("what is undone in the text of an article", () => {
  teardown(closeAll);

  test("a decided statement has all its words again, whatever part of them was deleted", async () => {
    const { document, id } = await openDecided();
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const { articles } = await onRecord();
    const [words = ""] = await wordsOf(document.uri, id);
    const start = document.getText().indexOf(words);
    const parts = [[start - 5, start + 10], [start + words.length - 10, start + words.length + 5], [start - 5, start + words.length + 5], [0, document.getText().length]] as const;
    for (const [from, to] of parts) {
      editor.selection = new vscode.Selection(document.positionAt(from), document.positionAt(to));
      await vscode.commands.executeCommand("deleteLeft");
      assert.notDeepEqual([document.getText().slice(start, start + words.length)], [words]);
      // as somebody who looks at it for a while
      await articles.whenSettled(document.uri);
      await vscode.commands.executeCommand("undo");
      assert.deepEqual(await wordsOf(document.uri, id), [words]);
      const { annotations } = (await onRecord()).store.get(document.uri.toString()) ?? { annotations: [] };
      assert.deepEqual(annotations.filter(({ orphaned }) => orphaned), []);
      await assertFitsEditor(document);
    }
    await forget(document.uri);
  });
});

suite("a sidecar that is deleted while more was decided", () => {
  teardown(closeAll);

  test("leaves all decisions unsaved, those that were saved once too", async () => {
    const { document, id } = await openDecided();
    const { uri } = document;
    const watcher = vscode.workspace.createFileSystemWatcher("**/*.annotations.json");
    const created = new Promise((resolve) => {
      watcher.onDidCreate(resolve);
    });
    await save();
    await created;
    const second = (await annotationsOf(document)).statements[1]?.id ?? "";
    await vscode.commands.executeCommand("onRecord.acceptStatement", uri.toString(), second);
    const deleted = new Promise((resolve) => {
      watcher.onDidDelete(resolve);
    });
    await vscode.workspace.fs.delete(sidecarOf(uri));
    await deleted;
    watcher.dispose();
    const { store } = await onRecord();
    // it is looked for again for a moment
    await pause(1000);
    await vscode.commands.executeCommand("onRecord.undoAnnotationChange");
    await until("they count as unsaved", () => store.isDirty(uri.toString()));
    await endWindow(uri);
    await openInEditor(uri);
    await until("the decision that was saved is back", () => isDecided(uri, id));
    await forget(uri);
  });
});

suite("a sidecar with another file's name in it", () => {
  teardown(closeAll);

  test("is written with nothing but the decisions of its own article", async () => {
    const { document } = await openDecided();
    await save();
    const { source } = await readSidecar(document.uri);
    await write(sidecarOf(document.uri), serializeSidecar({ ...(await readSidecar(document.uri)), source: { ...source, file: "../../elsewhere.txt" } }));
    await acceptFirst(document);
    await save();
    assert.equal((await readSidecar(document.uri)).source.file, source.file);
    await forget(document.uri);
  });
});
