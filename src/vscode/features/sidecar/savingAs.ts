import * as vscode from "vscode";
import { decidedIds } from "../../../core/document/decided.js";
import type { FeatureDependencies } from "../feature.js";

/**
 * An article that is saved under another name takes the decisions along, unsaved: its own sidecar is written when a person saves. The
 * editor does not tell of it; but while the new file is written, the active editor still shows the old one, with the same text.
 */
export function takeAlongWhenSavedAs({ store, articles }: FeatureDependencies): vscode.Disposable {
  return vscode.workspace.onWillSaveTextDocument(({ document }) => {
    const source = vscode.window.activeTextEditor?.document;
    if (!source || source === document || source.uri.toString() === document.uri.toString()) return;
    if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) return;
    const [from, to] = [source.uri.toString(), document.uri.toString()];
    const annotations = store.get(from);
    if (!annotations || store.get(to) || decidedIds(annotations).size === 0 || source.getText() !== document.getText()) return;
    store.load(to, annotations, "file");
    store.markUnsaved(to);
    articles.resume(document.uri);
  });
}
