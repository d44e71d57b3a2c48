import * as vscode from "vscode";
import type { AnnotationDocument } from "../../core/document/annotationDocument.js";
import type { AnnotationStore } from "../../core/store/annotationStore.js";
import type { DecisionEffect } from "../../core/store/decisionEffect.js";

/** How long the status bar tells of a decision. */
const MESSAGE_MS = 4000;

/** What a person decided about an article, one step to undo. */
export interface Decision {
  readonly uri: string;
  /** The name of the step, in the person's language, as its command is called. */
  readonly label: string;
  /** Ids of the statements that they meant; others that change with them are told. */
  readonly asked: readonly string[];
  change(before: AnnotationDocument): AnnotationDocument;
}

/** Hands a person's decisions to the store, and tells quietly what they did, with the way back where more changed than was asked. */
export class Decisions implements vscode.Disposable {
  private message: vscode.Disposable | undefined;

  constructor(private readonly store: AnnotationStore) {}

  /** False where there was nothing to change. */
  decide({ uri, label, asked, change }: Decision): boolean {
    const effect = this.store.change(uri, change, label);
    const { l10n } = vscode;
    if (!effect) {
      this.tell(l10n.t("Nothing to change"));
      return false;
    }
    const others = effect.statements.filter((id) => !asked.includes(id));
    if (others.length > 0) void this.offerUndo(uri, describeOthers(label, others.length));
    else this.tell(describeEffect(label, effect));
    return true;
  }

  /** Tells something in the status bar for a while; a later message takes its place. */
  tell(message: string): void {
    this.message?.dispose();
    this.message = vscode.window.setStatusBarMessage(message, MESSAGE_MS);
  }

  dispose(): void {
    this.message?.dispose();
  }

  private async offerUndo(uri: string, message: string): Promise<void> {
    const { l10n } = vscode;
    const decided = this.store.get(uri);
    let isLast = true;
    const listener = this.store.onDidChange((change) => {
      if (change.uri === uri && change.origin === "person" && this.store.get(uri) !== decided) isLast = false;
    });
    const undo = l10n.t("Undo");
    const chosen = await vscode.window.showInformationMessage(message, undo);
    listener.dispose();
    if (chosen !== undo) return;
    if (isLast) this.store.undo(uri);
    else this.tell(l10n.t("Other decisions followed; undo those first."));
  }
}

function describeOthers(label: string, count: number): string {
  const { l10n } = vscode;
  return count === 1 ? l10n.t("{0}: one more statement changed with it.", label) : l10n.t("{0}: {1} more statements changed with it.", label, count);
}

function describeEffect(label: string, { statements, annotations }: DecisionEffect): string {
  const { l10n } = vscode;
  const counts = [
    ...(statements.length > 1 ? [l10n.t("{0} statements", statements.length)] : []),
    ...(annotations.length > 1 ? [l10n.t("{0} places in the text", annotations.length)] : []),
  ];
  return counts.length === 0 ? label : `${label}: ${counts.join(", ")}`;
}
