import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "./articles.js";
import { annotationsOf, onRecord, positionOf, until } from "./onRecord.js";

/** True where every annotation covers the words that it says it covers. */
async function inStep(document: vscode.TextDocument): Promise<void> {
  const { articles } = await onRecord();
  const text = document.getText();
  for (const { start, end, text: words } of articles.annotations(document.uri)?.annotations ?? []) assert.equal(text.slice(start, end), words);
}

suite("editing an article", () => {
  test("ranges move with an edit before them, at once", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "Correction: ");
    await vscode.workspace.applyEdit(edit);
    await inStep(document);
  });

  test("typing beside a name does not smear its highlight", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, positionOf(document, "Lavrov said").translate(0, "Lavrov".length), " yesterday");
    await vscode.workspace.applyEdit(edit);
    const { articles } = await onRecord();
    const words = articles.annotations(document.uri)?.annotations.filter(({ type }) => type === "person").map(({ text }) => text);
    assert.ok(words?.includes("Lavrov"));
    assert.ok(!words?.some((name) => name.includes("yesterday")));
    await inStep(document);
  });

  test("a new statement appears after a pause, and what was there stays in step", async () => {
    const { document } = await openArticle(seed);
    await annotationsOf(document);
    const { articles } = await onRecord();
    const edit = new vscode.WorkspaceEdit();
    const end = document.positionAt(document.getText().length);
    edit.insert(document.uri, end, '\n\n"The bridge will open in May," said Putin.\n');
    await vscode.workspace.applyEdit(edit);
    const added = await until("the new quotation is found", () => articles.annotations(document.uri)?.annotations.find(({ type, text }) => type === "quote" && text === '"The bridge will open in May,"'));
    assert.equal(document.getText().slice(added.start, added.end), added.text);
    await inStep(document);
  });

  test("changing line ends moves every range", async () => {
    const editor = await openArticle(seed);
    const { document } = editor;
    await annotationsOf(document);
    await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF));
    assert.ok(document.getText().includes("\r\n"));
    await inStep(document);
  });

  test("undo brings everything back", async () => {
    const { document } = await openArticle(seed);
    const before = await annotationsOf(document);
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, new vscode.Range(new vscode.Position(2, 0), new vscode.Position(6, 0)));
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand("undo");
    const { articles } = await onRecord();
    await until("all statements are back", () => articles.annotations(document.uri)?.statements.length === before.statements.length);
    await inStep(document);
  });
});
