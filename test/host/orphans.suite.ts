import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, readSidecar, save, write } from "./sidecars.js";
import { answeringQuestions } from "./messages.js";
import { onRecord, runCommand, stored, until } from "./onRecord.js";
import { forget, openDecided } from "./windows.js";

const REWRITTEN = 'RIGA, May 3, 2022 - Mayor Ilze Kalna said on Tuesday the bridge would open in June.\n\n"We are ready for a military alliance," Kalna told reporters.\n';

/** What is told beside the group of those that are lost, in both lists. */
async function groups(): Promise<(string | boolean | undefined)[]> {
  const { inspection } = await onRecord();
  const rows = ["onRecord.statements", "onRecord.entities"].map(async (view) => {
    const tree = inspection.trees.get(view);
    const last = ((await tree?.getChildren()) ?? []).at(-1);
    const row = last === undefined ? undefined : await tree?.getTreeItem(last);
    return row?.contextValue?.endsWith("-orphaned") ? row.description : undefined;
  });
  return Promise.all(rows);
}

suite("an article that another program writes anew", () => {
  let document: vscode.TextDocument;
  let id: string;

  setup(async () => {
    ({ document, id } = await openDecided());
    const { articles } = await onRecord();
    await save();
    await write(document.uri, REWRITTEN);
    await until("the new text is shown", () => document.getText() === REWRITTEN);
    await articles.whenSettled(document.uri);
  });

  teardown(async () => {
    await forget(document.uri);
    await closeAll();
  });

  const uri = (): string => document.uri.toString();
  const orphans = async (): Promise<number> => (await stored(uri())).annotations.filter(({ orphaned }) => orphaned).length;

  test("what nobody decided about is deleted with one gesture, what somebody did stays, and one undo brings all back", async () => {
    const before = await stored(uri());
    assert.deepEqual((await groups()).map((description) => /\d+ decided/u.exec(String(description))?.[0]), ["1 decided", undefined]);
    await vscode.commands.executeCommand("onRecord.deleteUndecided");
    const left = await stored(uri());
    assert.deepEqual(left.statements.filter(({ quote }) => quote.every((part) => left.annotations.find((each) => each.id === part)?.orphaned)).map((statement) => statement.id), [id]);
    // when and where it was said are parts of it, though the new text has a Tuesday, too
    assert.deepEqual(await groups(), ["1 · 1 decided", "2"]);
    assert.ok((await orphans()) > 0);
    await save();
    assert.deepEqual((await readSidecar(document.uri)).statements.filter(({ status }) => status === "accepted").map((statement) => statement.id), [id]);
    await vscode.commands.executeCommand("onRecord.undoAnnotationChange");
    assert.deepEqual((await stored(uri())).statements.map((statement) => statement.id), before.statements.map((statement) => statement.id));
    assert.equal(await orphans(), before.annotations.filter(({ orphaned }) => orphaned).length);
  });

  test("selected words are given to one of those that are lost, from the editor", async () => {
    await vscode.commands.executeCommand("onRecord.deleteUndecided");
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const start = REWRITTEN.indexOf("a military alliance");
    editor.selection = new vscode.Selection(document.positionAt(start), document.positionAt(start + "a military alliance".length));
    // a command without a target asks which one; the first is taken
    await answeringQuestions(() => runCommand("reattach"), ({ labels }) => labels[0]);
    const { annotations, statements } = await stored(uri());
    const quote = statements.find((statement) => statement.id === id)?.quote[0];
    const part = annotations.find((each) => each.id === quote);
    assert.deepEqual([part?.text, part?.start, part?.orphaned], ["a military alliance", start, undefined]);
  });

  test("where nothing is lost, nothing is asked and nothing changes", async () => {
    const { store } = await onRecord();
    store.change(uri(), (before) => ({ ...before, annotations: before.annotations.filter(({ orphaned }) => !orphaned), statements: before.statements.filter(({ quote }) => quote.some((part) => before.annotations.some((each) => each.id === part && !each.orphaned))) }));
    const before = await stored(uri());
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 0, 0, 4);
    assert.deepEqual(await answeringQuestions(() => runCommand("reattach"), () => undefined), []);
    await vscode.commands.executeCommand("onRecord.deleteUndecided");
    assert.equal(await stored(uri()), before);
  });
});
