import * as vscode from "vscode";
import { fileName } from "../../services/sidecarUri.js";

const SCHEME = "on-record-unsaved";

/** Asks whose decisions stand where somebody else wrote other ones into the annotations file; shows both side by side on request. */
export class Comparison implements vscode.Disposable {
  private readonly unsaved = new Map<string, string>();
  private readonly provider: vscode.Disposable;

  constructor() {
    this.provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: (uri) => this.unsaved.get(uri.path) ?? "" });
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
      await this.show(sidecar, mine, name);
    }
  }

  dispose(): void {
    this.provider.dispose();
    this.unsaved.clear();
  }

  private async show(sidecar: vscode.Uri, mine: string, name: string): Promise<void> {
    this.unsaved.clear();
    this.unsaved.set(sidecar.path, mine);
    const right = vscode.Uri.from({ scheme: SCHEME, path: sidecar.path });
    await vscode.commands.executeCommand("vscode.diff", sidecar, right, vscode.l10n.t("{0} (theirs and mine)", name));
  }
}
