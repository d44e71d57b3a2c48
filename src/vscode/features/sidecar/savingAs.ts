import * as vscode from "vscode";
import { decidedIds } from "../../../core/document/decided.js";
import { isFile } from "../../services/sidecars/isFile.js";
import { sidecarUri } from "../../services/sidecars/sidecarUri.js";
import { inText } from "../../services/sidecars/storedText.js";
import type { FeatureDependencies } from "../feature.js";

/**
 * An article that is saved under another name takes the decisions along: into a sidecar of its own where the old one has one, else they
 * are unsaved as they were. The editor does not tell of it; but while the new file is written, the active editor still shows the old
 * one, with the same text.
 */
export class SavingAs implements vscode.Disposable {
  /** Articles that are being written under the name of the key. */
  private readonly sources = new Map<string, vscode.Uri>();
  private readonly listener = vscode.workspace.onWillSaveTextDocument(({ document }) => this.takeAlong(document));

  constructor(private readonly deps: FeatureDependencies) {}

  /** The file is written. True where it was saved under another name, and its decisions were in a sidecar before. */
  async finish(uri: vscode.Uri): Promise<boolean> {
    const source = this.sources.get(uri.toString());
    if (!source) return false;
    this.sources.delete(uri.toString());
    if (source.scheme !== "untitled") return isFile(sidecarUri(source));
    // there is no untitled article any more: what is kept of it would come back with the next one of its name
    this.deps.store.close(source.toString());
    await this.deps.journal.discard(source.toString());
    return false;
  }

  dispose(): void {
    this.listener.dispose();
    this.sources.clear();
  }

  private takeAlong(document: vscode.TextDocument): void {
    const { store, articles, review, journal } = this.deps;
    const source = vscode.window.activeTextEditor?.document;
    if (!source || source === document || source.uri.toString() === document.uri.toString()) return;
    if (vscode.window.visibleTextEditors.some((editor) => editor.document === document)) return;
    const [from, to] = [source.uri.toString(), document.uri.toString()];
    const annotations = store.get(from);
    if (!annotations || store.get(to) || decidedIds(annotations).size === 0) return;
    const [text, written] = [source.getText(), document.getText()];
    // the editor may have put spaces and line ends in order by now, or be about to
    if (withoutSpace(text) !== withoutSpace(written)) return;
    store.load(to, inText(annotations, written, text));
    store.markUnsaved(to);
    journal.forgetSaved(to);
    this.sources.set(to, source.uri);
    if (review.isOf(source.uri)) review.move(document.uri);
    articles.resume(document.uri);
  }
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
