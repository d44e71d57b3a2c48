import * as vscode from "vscode";

/** True where there is a file; false for a folder, for nothing, and where nobody can tell. */
export async function isFile(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.File) !== 0, () => false);
}
