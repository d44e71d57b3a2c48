import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { fileName } from "../../services/sidecarUri.js";

const SCHEME = "on-record-unsaved";

/** Asks whose decisions stand where somebody else wrote other ones into the annotations file; shows both side by side on request. */
export class Comparison implements vscode.Disposable {
  private readonly unsaved = new Map<string, string>();
  private readonly owned = new DisposableStore();
  private readonly changes = this.owned.add(new vscode.EventEmitter<vscode.Uri>());

  constructor() {
    const { workspace } = vscode;
    this.owned.add(
      workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: this.changes.event, provideTextDocumentContent: (uri) => this.unsaved.get(uri.path) ?? "" }),
    );
    this.owned.add(workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === SCHEME && this.unsaved.delete(uri.path)));
  }

  /** @param mine what would be written. Undefined where the person leaves it open: then nothing is written. */
  async ask(sidecar: vscode.Uri, mine: string, count: number): Promise<"ours" | "theirs" | undefined> {
    const { l10n, window } = vscode;
    const [keepMine, keepTheirs, compare] = [l10n.t("Keep Mine"), l10n.t("Keep Theirs"), l10n.t("Compare")];
    const name = fileName(sidecar);
    const message =
      count === 1
        ? l10n.t("{0} was changed by someone else: one decision differs from yours. All others were merged.", name)
        : l10n.t("{0} was changed by someone else: {1} decisions differ from yours. All others were merged.", name, count);
    for (;;) {
      const chosen = await window.showWarningMessage(message, keepMine, keepTheirs, compare);
      if (chosen === keepMine) return "ours";
      if (chosen === keepTheirs) return "theirs";
      if (chosen !== compare) return undefined;
      await this.show(sidecar, mine, vscode.l10n.t("{0} (theirs and mine)", name));
    }
  }

  /** Shows the file beside what would be written in its place. */
  async show(sidecar: vscode.Uri, unsaved: string, title: string): Promise<void> {
    this.unsaved.set(sidecar.path, unsaved);
    const right = vscode.Uri.from({ scheme: SCHEME, path: sidecar.path });
    this.changes.fire(right);
    // else it would take the tab of an article that is only previewed, and close it
    await vscode.commands.executeCommand("vscode.diff", sidecar, right, title, { preview: false });
  }

  dispose(): void {
    this.owned.dispose();
    this.unsaved.clear();
  }

}
