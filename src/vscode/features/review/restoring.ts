import * as vscode from "vscode";
import { commands } from "../../ids.js";
import type { RestoredArticle } from "../../services/journal.js";
import type { FeatureDependencies } from "../feature.js";

/** Says that decisions of before are back, and lets a person save them or let them go. */
export function registerRestoring({ journal, articles, store }: FeatureDependencies): vscode.Disposable {
  const { l10n } = vscode;
  const offer = async ({ uri, count }: RestoredArticle): Promise<void> => {
    const save = l10n.t("Save Annotations");
    const discard = l10n.t("Discard");
    const message = count === 1 ? l10n.t("1 unsaved decision is back.") : l10n.t("{0} unsaved decisions are back.", count);
    const chosen = await vscode.window.showInformationMessage(message, save, discard);
    const document = articles.document(uri.toString());
    if (!document || chosen === undefined) return;
    if (chosen === discard) {
      store.close(uri.toString());
      await journal.discard(uri.toString());
      articles.resume(uri);
    } else {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand(commands.saveAnnotations);
    }
  };
  return journal.onDidRestore((restored) => void offer(restored));
}
