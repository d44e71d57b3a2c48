import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { AnnotationDocument, Statement } from "../../src/core/document/annotationDocument.js";
import { parseSidecar } from "../../src/core/sidecar/parseSidecar.js";
import { copyArticle } from "./articles.js";
import { annotationsOf, onRecord, until } from "./onRecord.js";

export function sidecarOf(article: vscode.Uri): vscode.Uri {
  return article.with({ path: `${article.path}.annotations.json` });
}

/** The text of a file; undefined where there is none. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** What the sidecar of an article holds, which must be a valid one. */
export async function readSidecar(article: vscode.Uri): Promise<AnnotationDocument> {
  const parsed = parseSidecar((await readText(sidecarOf(article))) ?? "");
  assert.ok(parsed.ok, parsed.ok ? "" : parsed.error.message);
  return parsed.value;
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

export async function save(): Promise<void> {
  await vscode.commands.executeCommand("onRecord.saveAnnotations");
}

/** Opens a file as a person does: unlike a document that a program asked for, it is gone when its editor is closed. */
export async function openInEditor(uri: vscode.Uri): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand("vscode.open", uri);
  const document = vscode.window.activeTextEditor?.document;
  if (document?.uri.toString() !== uri.toString()) throw new Error(`${uri.path} did not open`);
  return document;
}

/** Closes every editor without saving and waits until the document is gone. */
export async function closeAll(): Promise<void> {
  for (const editor of vscode.window.visibleTextEditors) {
    if (!editor.document.isDirty) continue;
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
}

export function firstStatement({ statements }: AnnotationDocument): Statement {
  const [statement] = statements;
  assert.ok(statement, "the article has a statement");
  return statement;
}

/** Accepts the first statement of an article as the command does; gives back its id. */
export async function acceptFirst(document: vscode.TextDocument): Promise<string> {
  const { id } = firstStatement(await annotationsOf(document));
  await vscode.commands.executeCommand("onRecord.acceptStatement", document.uri.toString(), id);
  return id;
}

/** Opens a copy of an article as a person does. */
export async function openCopy(name: string): Promise<vscode.TextDocument> {
  return openInEditor(await copyArticle(name));
}

/** Closes everything and opens one article again. */
export async function reopen(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const { articles } = await onRecord();
  await closeAll();
  await until("the document is closed", () => articles.state(uri) === undefined);
  return openInEditor(uri);
}

/** Everything that is told of an open article stands in its text. */
export async function assertFitsEditor(document: vscode.TextDocument): Promise<void> {
  const text = document.getText();
  const { annotations } = await annotationsOf(document);
  for (const { start, end, text: words } of annotations) assert.equal(text.slice(start, end), words);
}
