import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { describeDifferences, listDifferences } from "../../../core/describe/differences.js";
import type { Side } from "../../../core/sidecar/mergeFields.js";
import { SideBySide } from "../../services/sideBySide.js";
import type { Answer, WritersConflict } from "../../services/sidecars/sidecarFiles.js";
import { articleUri, fileName } from "../../services/sidecars/sidecarUri.js";
import { editorWording } from "../../services/wording.js";
import { chooseSides } from "./chooseSides.js";

const SCHEME = "on-record-unsaved";

/** Asks whose decisions stand where somebody else wrote other ones into the annotations file; shows both side by side on request. */
export class Comparison implements vscode.Disposable {
  private readonly unsaved = new Map<string, string>();
  /** The last question about each sidecar, by what it was about. */
  private readonly asked = new Map<string, { readonly about: string; readonly answer: Promise<Answer | undefined>; isLeftOpen: boolean }>();
  private readonly owned = new DisposableStore();
  private readonly decisions = this.owned.add(new SideBySide("on-record-decisions"));
  private readonly changes = this.owned.add(new vscode.EventEmitter<vscode.Uri>());

  constructor() {
    const { workspace } = vscode;
    this.owned.add(
      workspace.registerTextDocumentContentProvider(SCHEME, { onDidChange: this.changes.event, provideTextDocumentContent: (uri) => this.unsaved.get(uri.path) ?? "" }),
    );
    this.owned.add(workspace.onDidCloseTextDocument(({ uri }) => uri.scheme === SCHEME && this.unsaved.delete(uri.path)));
  }

  /**
   * Undefined where the person leaves it open: then nothing is written.
   * @param isWanted false where nobody asked for it: what was left open is not asked again then.
   */
  async ask(sidecar: vscode.Uri, conflict: WritersConflict, isWanted: boolean): Promise<Answer | undefined> {
    // saving and the news of a change come upon the same: one question for both
    const key = sidecar.toString();
    const about = [conflict.hash, ...conflict.ids].join("\n");
    const last = this.asked.get(key);
    if (last?.about === about && !(last.isLeftOpen && isWanted)) return last.answer;
    const asked = { about, answer: this.put(sidecar, conflict), isLeftOpen: false };
    this.asked.set(key, asked);
    const chosen = await asked.answer;
    asked.isLeftOpen = chosen === undefined;
    return chosen;
  }

  private async put(sidecar: vscode.Uri, conflict: WritersConflict): Promise<Answer | undefined> {
    const { l10n, window } = vscode;
    const [keepMine, keepTheirs, oneByOne, compare] = [l10n.t("Keep Mine"), l10n.t("Keep Theirs"), l10n.t("One by One…"), l10n.t("Compare")];
    const name = fileName(sidecar);
    const count = conflict.ids.length;
    const message =
      count === 1
        ? l10n.t("{0} was changed by someone else: one decision differs from yours. All others were merged.", name)
        : l10n.t("{0} was changed by someone else: {1} decisions differ from yours. All others were merged.", name, count);
    for (;;) {
      const chosen = await window.showWarningMessage(message, keepMine, keepTheirs, oneByOne, compare);
      if (chosen === undefined) return undefined;
      if (chosen === keepMine || chosen === keepTheirs) return allOf(conflict, chosen === keepMine ? "ours" : "theirs");
      if (chosen === compare) await this.showDifferences(l10n.t("{0}: mine and theirs", fileName(articleUri(sidecar) ?? sidecar)), conflict, { ours: l10n.t("Mine, not saved yet"), theirs: l10n.t("Theirs, in the file") });
      const sides = chosen === oneByOne ? await chooseSides(conflict) : undefined;
      if (sides) return { hash: conflict.hash, sides };
    }
  }

  /** Shows in words what two writers decided differently. */
  async showDifferences(title: string, { ours, theirs, ids }: Pick<WritersConflict, "ours" | "theirs" | "ids">, names: Readonly<Record<Side, string>>): Promise<void> {
    const wording = editorWording();
    const texts = listDifferences(describeDifferences(ours, theirs, ids, wording), wording);
    const side = (of: Side): { name: string; text: string } => ({ name: names[of], text: `${names[of]}\n\n${texts[of]}` });
    await this.decisions.show(title, side("ours"), side("theirs"));
  }

  /** Shows a text in words that is in no file. */
  async showWords(name: string, text: string): Promise<void> {
    await this.decisions.showOne({ name, text });
  }

  /** Shows a file beside what would be written in its place. */
  async showFile(sidecar: vscode.Uri, unsaved: string, title: string): Promise<void> {
    this.unsaved.set(sidecar.path, unsaved);
    const right = vscode.Uri.from({ scheme: SCHEME, path: sidecar.path });
    this.changes.fire(right);
    // else it would take the tab of an article that is only previewed, and close it
    await vscode.commands.executeCommand("vscode.diff", sidecar, right, title, { preview: false });
  }

  dispose(): void {
    this.owned.dispose();
    this.unsaved.clear();
    this.asked.clear();
  }
}

/** One side for all that was asked about, and for nothing that came up since. */
function allOf({ hash, ids }: WritersConflict, side: Side): Answer {
  return { hash, sides: new Map(ids.map((id) => [id, side])) };
}
