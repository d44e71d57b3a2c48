import * as vscode from "vscode";
import { describeSpeakers, statementWords } from "../../core/describe/statements.js";
import { shorten } from "../../core/describe/translate.js";
import type { AnnotationDocument } from "../../core/document/annotationDocument.js";
import { indexOf } from "../../core/document/documentIndex.js";
import type { AnnotationStore } from "../../core/store/annotationStore.js";
import type { DecisionEffect } from "../../core/store/decisionEffect.js";
import { commands } from "../ids.js";
import { MESSAGE_MS } from "./statusMessages.js";
import { editorWording } from "./wording.js";

/** What a person decided about an article, one step to undo. */
export interface Decision {
  readonly uri: string;
  /** The name of the step, in the person's language, as its command is called. */
  readonly label: string;
  /** What to tell when it is done, where the label does not say enough. */
  readonly done?: string;
  /** Ids of the statements that they meant; others that change with them are told. */
  readonly asked: readonly string[];
  change(before: AnnotationDocument): AnnotationDocument;
}

/** Hands a person's decisions to the store, and tells quietly what they did, with the way back where more changed than was asked. */
export class Decisions implements vscode.Disposable {
  private message: vscode.Disposable | undefined;

  constructor(private readonly store: AnnotationStore) {}

  /** False where there was nothing to change. */
  decide({ uri, label, done = label, asked, change }: Decision): boolean {
    const effect = this.store.change(uri, change, label);
    const { l10n } = vscode;
    if (!effect) {
      this.tell(l10n.t("Nothing to change"));
      return false;
    }
    const others = effect.statements.filter((id) => !asked.includes(id));
    if (others.length > 0) void this.offerUndo(uri, describeOthers(label, others.length), others);
    else this.tell(describeEffect(done, effect));
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

  /** Tells what else changed; shows it on request, and takes all of it back. */
  private async offerUndo(uri: string, message: string, others: readonly string[]): Promise<void> {
    const { l10n } = vscode;
    const decided = this.store.get(uri);
    let isLast = true;
    const listener = this.store.onDidChange((change) => {
      if (change.uri === uri && change.origin === "person" && this.store.get(uri) !== decided) isLast = false;
    });
    const [undo, show] = [l10n.t("Undo"), l10n.t("Show")];
    let chosen = await vscode.window.showInformationMessage(message, undo, show);
    while (chosen === show) {
      await this.show(uri, others);
      chosen = await vscode.window.showInformationMessage(message, undo, show);
    }
    listener.dispose();
    if (chosen !== undo) return;
    if (isLast) this.store.undo(uri);
    else this.tell(l10n.t("Other decisions followed; undo those first."));
  }

  /** Lists statements as they are now; goes to the one that is chosen. */
  private async show(uri: string, ids: readonly string[]): Promise<void> {
    const document = this.store.get(uri);
    const index = document && indexOf(document);
    const changed = ids.map((id) => index?.statement(id)).filter((parts) => parts !== undefined);
    const items = changed.map((parts) => ({ label: shorten(statementWords(parts), 70), description: describeSpeakers(parts, editorWording()), quote: parts.quotes[0]?.id }));
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Changed Along with It"), matchOnDescription: true });
    if (picked?.quote !== undefined) await vscode.commands.executeCommand(commands.goToAnnotation, uri, picked.quote);
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
  return counts.length === 0 ? label : `${label} (${counts.join(", ")})`;
}
