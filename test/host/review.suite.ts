import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "./articles.js";
import { readingStatusBar } from "./messages.js";
import { annotationsOf, onRecord, until } from "./onRecord.js";
import { closeAll } from "./sidecars.js";

suite("review", () => {
  teardown(async () => {
    await vscode.commands.executeCommand("onRecord.stopReview");
    await vscode.commands.executeCommand("onRecord.clearFilter");
  });

  test("accept, reject, skip and undo go from statement to statement", async () => {
    const editor = await openArticle(seed);
    const { document } = editor;
    const uri = document.uri.toString();
    await annotationsOf(document);
    const { store } = await onRecord();
    const statuses = (): (string | undefined)[] =>
      (store.get(uri)?.statements ?? [])
        .map(({ quote, status }) => ({ start: store.get(uri)?.annotations.find(({ id }) => id === quote[0])?.start ?? 0, status }))
        .sort((a, b) => a.start - b.start)
        .map(({ status }) => status);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand("onRecord.startReview");
    assert.equal(document.getText(editor.selection), "the military alliance as 'counterproductive'");
    await vscode.commands.executeCommand("onRecord.reviewAccept");
    assert.equal(document.getText(editor.selection), "that Moscow and Beijing relations are at an all-time high");
    const { inspection } = await onRecord();
    const told = (): (string | undefined)[] => [inspection.titles.get("onRecord.statements"), inspection.languageStatus];
    assert.deepEqual(told(), ["1 of 14 reviewed · not saved", "1 of 14 reviewed"]);
    await vscode.commands.executeCommand("onRecord.reviewSkip");
    await vscode.commands.executeCommand("onRecord.reviewReject");
    assert.deepEqual(statuses().slice(0, 4), ["accepted", "proposed", "rejected", "proposed"]);
    await vscode.commands.executeCommand("onRecord.reviewUndo");
    assert.deepEqual(statuses().slice(0, 4), ["accepted", "proposed", "proposed", "proposed"]);
    await vscode.commands.executeCommand("onRecord.reviewAccept");
    assert.deepEqual(statuses().slice(0, 4), ["accepted", "proposed", "accepted", "proposed"]);
    for (let count = 0; count < 12; count++) await vscode.commands.executeCommand("onRecord.reviewAccept");
    assert.ok(statuses().every((status) => status === "accepted"), "after the last one it goes on with what was skipped");
  });

  test("its undo of the article's date reads the article again", async () => {
    const editor = await openArticle(seed);
    const uri = editor.document.uri.toString();
    const before = await annotationsOf(editor.document);
    const { store } = await onRecord();
    const tuesday = (): string | undefined => store.get(uri)?.annotations.find(({ type, text }) => type === "date" && text === "Tuesday")?.value;
    const day = tuesday();
    await vscode.commands.executeCommand("onRecord.startReview");
    await vscode.commands.executeCommand("onRecord.setArticleDate", uri, "2019-05-09");
    await until("its dates are counted from there", () => tuesday() === "2019-05-07");
    await vscode.commands.executeCommand("onRecord.reviewUndo");
    assert.equal(store.get(uri)?.source.published, before.source.published);
    await until("its dates are as they were", () => tuesday() === day);
  });

  test("goes on where the article is renamed, and tells where its text is changed meanwhile", async () => {
    const editor = await openArticle(seed);
    await annotationsOf(editor.document);
    const { uri } = editor.document;
    await vscode.commands.executeCommand("onRecord.startReview");
    await vscode.commands.executeCommand("onRecord.reviewAccept");
    const renamed = vscode.Uri.joinPath(uri, "..", "renamed.txt");
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, renamed);
    await vscode.workspace.applyEdit(edit);
    const { document } = await vscode.window.showTextDocument(renamed);
    await annotationsOf(document);
    await vscode.commands.executeCommand("onRecord.reviewAccept");
    const { store } = await onRecord();
    assert.equal(store.get(renamed.toString())?.statements.filter(({ status }) => status === "accepted").length, 2);
    const type = (): Promise<string[]> =>
      readingStatusBar(async () => {
        const { version } = document;
        await vscode.commands.executeCommand("type", { text: "é" });
        await until("it is typed", () => document.version !== version);
      });
    assert.deepEqual(await type(), ["The text of the article was changed. If that was not meant, undo it."]);
    await vscode.commands.executeCommand("undo");
    const stopped = await readingStatusBar(async () => void (await vscode.commands.executeCommand("onRecord.stopReview")));
    // in place of the keys, which do nothing any more
    assert.match(stopped.join("\n"), /^Review stopped: 2 of \d+ reviewed$/u);
    assert.deepEqual(await type(), []);
    await closeAll();
  });

  test("the list shows only statements of the chosen statuses", async () => {
    const { document } = await openArticle(seed);
    const { statements } = await annotationsOf(document);
    const { inspection } = await onRecord();
    const listed = async (): Promise<number> => {
      const provider = inspection.trees.get("onRecord.statements");
      const groups = (await provider?.getChildren()) ?? [];
      const children = await Promise.all(groups.map(async (group) => (await provider?.getChildren(group)) ?? []));
      return children.flat().length;
    };
    await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), statements[0]?.id);
    await vscode.commands.executeCommand("onRecord.filterByStatus", ["proposed"]);
    assert.equal(await listed(), 13);
    await vscode.commands.executeCommand("onRecord.filterByStatus", ["accepted"]);
    assert.equal(await listed(), 1);
    await vscode.commands.executeCommand("onRecord.clearFilter");
    assert.equal(await listed(), 14);
  });
});

suite("notes", () => {
  test("a note belongs to its statement, is undone and lives in the sidecar", async () => {
    const { document } = await openArticle(seed);
    const { statements } = await annotationsOf(document);
    const uri = document.uri.toString();
    const { store } = await onRecord();
    const [first] = statements;
    assert.ok(first);
    const notes = (): string[] => (store.get(uri)?.statements.find(({ id }) => id === first.id)?.notes ?? []).map(({ text }) => text);
    await vscode.commands.executeCommand("onRecord.addNote", uri, first.id, "Check against the transcript.");
    assert.deepEqual(notes(), ["Check against the transcript."]);
    await vscode.commands.executeCommand("onRecord.undoAnnotationChange");
    assert.deepEqual(notes(), []);
    await vscode.commands.executeCommand("onRecord.redoAnnotationChange");
    await vscode.commands.executeCommand("onRecord.saveAnnotations");
    const sidecar = vscode.Uri.joinPath(document.uri, `../${document.uri.path.split("/").at(-1)}.annotations.json`);
    const saved = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecar))) as { statements: { notes?: { text: string }[] }[] };
    assert.deepEqual(saved.statements.flatMap((each) => each.notes ?? []).map(({ text }) => text), ["Check against the transcript."]);
  });
});

suite("unsaved decisions", () => {
  test("they are back when the article is opened again after its window was gone", async () => {
    const { document } = await openArticle(seed);
    const { statements } = await annotationsOf(document);
    const uri = document.uri.toString();
    const { store, journal, articles } = await onRecord();
    const ids = statements.slice(0, 3).map(({ id }) => id);
    for (const id of ids) await vscode.commands.executeCommand("onRecord.acceptStatement", uri, id);
    await journal.settled();
    // as after a crash: the store knows nothing, and the sidecar was never written
    store.close(uri);
    articles.resume(document.uri);
    const restored = await until("the decisions are back", () => store.get(uri));
    assert.deepEqual(restored.statements.filter(({ status }) => status === "accepted").map(({ id }) => id).sort(), ids.toSorted());
    assert.equal(store.isDirty(uri), true);
    await annotationsOf(document);
    assert.equal(store.get(uri)?.statements.filter(({ status }) => status === "accepted").length, 3, "and outlive the next analysis");
  });

  test("saving leaves nothing to restore", async () => {
    const { document } = await openArticle(seed);
    const { statements } = await annotationsOf(document);
    const uri = document.uri.toString();
    const { store, journal } = await onRecord();
    await vscode.commands.executeCommand("onRecord.acceptStatement", uri, statements[0]?.id);
    await journal.settled();
    await vscode.commands.executeCommand("onRecord.saveAnnotations");
    await until("it is saved", () => !store.isDirty(uri));
    await journal.settled();
    assert.equal(await journal.restore(document, document.getText(), undefined), undefined);
  });

  test("a decision that was withdrawn again is not restored", async () => {
    const { document } = await openArticle(seed);
    const { statements } = await annotationsOf(document);
    const { journal } = await onRecord();
    await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), statements[0]?.id);
    await journal.settled();
    await vscode.commands.executeCommand("onRecord.undoAnnotationChange");
    await journal.settled();
    assert.equal(await journal.restore(document, document.getText(), undefined), undefined);
  });
});
