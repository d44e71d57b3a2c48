import * as vscode from "vscode";
import type { AnnotationDocument } from "../../src/core/index.js";
import type { OnRecordApi } from "../../src/vscode/activate.js";

/** The extension under test, found by its name: its publisher may be another one. */
export function onRecord(): vscode.Extension<OnRecordApi> {
  const extension = vscode.extensions.all.find(({ id }) => id.endsWith(".on-record"));
  if (!extension) throw new Error("On Record is not installed in this window");
  return extension;
}

/** Waits until the article's present text is analysed. */
export async function analyzed(uri: vscode.Uri): Promise<AnnotationDocument> {
  const { articles } = await onRecord().activate();
  if (articles.state(uri) !== "ready") {
    await new Promise<void>((settle) => {
      const listener = articles.onDidChangeState(() => {
        if (articles.state(uri) !== "ready") return;
        listener.dispose();
        settle();
      });
    });
  }
  const annotations = articles.annotations(uri);
  if (!annotations) throw new Error(`no annotations of ${uri.path}`);
  return annotations;
}
