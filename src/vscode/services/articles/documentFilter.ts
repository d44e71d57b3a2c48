import type * as vscode from "vscode";

/** Selects one document and no other; none where there is none. */
export function filterFor(uri: vscode.Uri | undefined): vscode.DocumentFilter {
  // the path as the system writes it: on Windows no other one is that of the document
  return uri ? { scheme: uri.scheme, pattern: uri.fsPath } : { scheme: "on-record-none" };
}
