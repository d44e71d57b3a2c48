import * as vscode from "vscode";

let copies = 0;

/**
 * Copies an article of the workspace into a folder of its own, so that no suite sees what another one wrote.
 * @returns the copy's URI: `file:` in the Node host, `vscode-remote:` in the web host.
 */
export async function copyArticle(name: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) throw new Error("no folder is open");
  const copy = vscode.Uri.joinPath(folder, `copy-${++copies}`, name.slice(name.lastIndexOf("/") + 1));
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(folder, name), copy);
  return copy;
}

/** Opens a copy of an article in an editor. */
export async function openArticle(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(await copyArticle(name));
  return vscode.window.showTextDocument(document);
}

/** The article that started the project. */
export const seed = "000_9d5f141c13717911.txt";
