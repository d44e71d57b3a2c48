import type * as vscode from "vscode";

const ENDING = ".annotations.json";

/** Where the annotations of an article are kept: beside it, under its full name. */
export function sidecarUri(article: vscode.Uri): vscode.Uri {
  return article.with({ path: article.path + ENDING });
}

/** The article that a sidecar is about; undefined for a file that is none by its name. */
export function articleUri(sidecar: vscode.Uri): vscode.Uri | undefined {
  return sidecar.path.endsWith(ENDING) && !sidecar.path.endsWith(`/${ENDING}`) ? sidecar.with({ path: sidecar.path.slice(0, -ENDING.length) }) : undefined;
}

/** The last part of a path, as a person names the file. */
export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
