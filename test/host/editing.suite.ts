import assert from "node:assert/strict";
import * as vscode from "vscode";
import { openArticle, seed } from "./articles.js";
import type { AnnotationDocument } from "../../src/core/document/annotationDocument.js";
import { annotationsOf, onRecord, positionOf, runCommand, stored, until } from "./onRecord.js";

/** True where every annotation covers the words that it says it covers. */
async function inStep(document: vscode.TextDocument): Promise<void> {
  const { articles } = await onRecord();
  const text = document.getText();
  for (const { start, end, text: words } of articles.annotations(document.uri)?.annotations ?? []) assert.equal(text.slice(start, end), words);
}

/** Every place whose own words nothing touched is still one, under its id, with these words. */
async function assertKept(document: vscode.TextDocument, before: AnnotationDocument, touched: (words: string) => boolean): Promise<void> {
  await inStep(document);
  const after = new Map((await stored(document.uri.toString())).annotations.map((annotation) => [annotation.id, annotation]));
  for (const { id, text } of before.annotations) {
    if (touched(text)) continue;
    assert.equal(plain(after.get(id)?.text), plain(text), id);
    assert.equal(after.get(id)?.orphaned, undefined, id);
  }
}

/** Words whatever their line breaks. */
function plain(words: string | undefined): string | undefined {
  return words?.replaceAll(/\s+/gu, " ");
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
    const before = await annotationsOf(document);
    for (const eol of [vscode.EndOfLine.CRLF, vscode.EndOfLine.LF]) {
      await editor.edit((builder) => builder.setEndOfLine(eol));
      assert.equal(document.getText().includes("\r\n"), eol === vscode.EndOfLine.CRLF);
      await assertKept(document, before, () => false);
    }
  });

  test("several cursors at once move every range by what each of them types", async () => {
    const editor = await openArticle(seed);
    const before = await annotationsOf(editor.document);
    const cursors = ["termed the military", "delegation-level", "remarked that his", "affirmed that"].map((words) => positionOf(editor.document, words));
    editor.selections = cursors.map((at) => new vscode.Selection(at, at));
    await vscode.commands.executeCommand("type", { text: "x " });
    assert.equal(editor.document.getText().match(/x (?:termed|delegation|remarked|affirmed)/gu)?.length, 4);
    await assertKept(editor.document, before, (words) => words.includes("termed") || words.includes("affirmed") || words.includes("remarked"));
  });

  test("replacing all occurrences at once moves every range between them", async () => {
    const editor = await openArticle(seed);
    const before = await annotationsOf(editor.document);
    await vscode.commands.executeCommand("editor.actions.findWithArgs", { searchString: "relations", replaceString: "ties", isRegex: false });
    await until("all are replaced", async () => {
      await vscode.commands.executeCommand("editor.action.replaceAll");
      return !editor.document.getText().includes("relations");
    });
    await vscode.commands.executeCommand("closeFindWidget");
    await assertKept(editor.document, before, (words) => words.includes("relations"));
  });

  test("a formatter that writes the whole text anew with other line breaks loses no place", async () => {
    const editor = await openArticle(seed);
    const before = await annotationsOf(editor.document);
    const formatter = vscode.languages.registerDocumentFormattingEditProvider({ language: "plaintext" }, {
      provideDocumentFormattingEdits: (document) => [
        vscode.TextEdit.replace(new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length)), document.getText().replaceAll(/(.{60}) /gu, "$1\n").trim()),
      ],
    });
    try {
      await vscode.commands.executeCommand("editor.action.formatDocument");
    } finally {
      formatter.dispose();
    }
    assert.ok(editor.document.lineCount > 40, "it is formatted");
    await assertKept(editor.document, before, () => false);
  });

  test("an edit of another extension is handed on letter by letter, and ends no decided words within a word", async () => {
    const { document } = await openArticle(seed);
    const annotations = await annotationsOf(document);
    const quote = annotations.annotations.find(({ type, text }) => type === "quote" && /[a-z]{4}$/u.test(text));
    assert.ok(quote);
    const statement = annotations.statements.find((each) => each.quote.includes(quote.id));
    await runCommand("acceptStatement", document.uri.toString(), statement?.id);
    const last = /\p{L}+$/u.exec(quote.text)?.[0] ?? "";
    const letter = last.slice(-1);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(document.positionAt(quote.end - last.length), document.positionAt(quote.end)), `${last.slice(0, -1)}xx and their ${letter}ills`);
    await vscode.workspace.applyEdit(edit);
    const now = (await stored(document.uri.toString())).annotations.find(({ id }) => id === quote.id);
    assert.match(document.getText().slice((now?.end ?? 0) - 1, (now?.end ?? 0) + 1), /^\p{L}\P{L}$/u);
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
