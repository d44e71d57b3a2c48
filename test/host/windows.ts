import assert from "node:assert/strict";
import * as vscode from "vscode";
import { copyArticle, seed } from "./articles.js";
import { acceptFirst, closeAll, openInEditor, readText, write } from "./sidecars.js";
import { onRecord, until } from "./onRecord.js";

let articlesMade = 0;

/** Opens an article with a text of its own and one accepted statement; gives back its id too. */
export async function openDecided(): Promise<{ document: vscode.TextDocument; id: string }> {
  const uri = await copyArticle(seed);
  await write(uri, `${(await readText(uri)) ?? ""}\nEdition ${++articlesMade}.\n`);
  const document = await openInEditor(uri);
  return { document, id: await acceptFirst(document) };
}

/** A file in the folder of another one. */
export function beside(uri: vscode.Uri, ...path: readonly string[]): vscode.Uri {
  return vscode.Uri.joinPath(uri, "..", ...path);
}

/** Renames a file or a folder as the editor does where a person renames one. */
export async function rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(from, to);
  assert.equal(await vscode.workspace.applyEdit(edit), true);
}

/** True where the statement of an open article is accepted. */
export async function isDecided(article: vscode.Uri, id: string): Promise<boolean> {
  const { articles } = await onRecord();
  return articles.annotations(article)?.statements.find((statement) => statement.id === id)?.status === "accepted";
}

/** True where the journal keeps decisions on an article. */
export async function keptOf(uri: vscode.Uri): Promise<boolean> {
  return (await (await onRecord()).journal.kept()).some(({ article }) => article === uri.toString());
}

/** As a window that ends: of an article nothing is known but what is on the disk. */
export async function endWindow(uri: vscode.Uri): Promise<void> {
  const { store, journal, articles } = await onRecord();
  await journal.settled();
  await closeAll();
  await until("the article is closed", () => articles.state(uri) === undefined);
  store.close(uri.toString());
}

/** Leaves nothing of an article to later tests. */
export async function forget(...uris: readonly vscode.Uri[]): Promise<void> {
  const { store, journal } = await onRecord();
  await closeAll();
  for (const uri of uris) {
    store.close(uri.toString());
    await journal.discard(uri.toString());
  }
}
