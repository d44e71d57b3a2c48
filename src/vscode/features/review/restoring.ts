import * as vscode from "vscode";
import { commands } from "../../ids.js";
import type { RestoredArticle } from "../../services/unsaved/journal.js";
import { fileName } from "../../services/sidecars/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";

/** Says that decisions of before are back, and lets a person save them or let them go. */
export function registerRestoring({ journal, articles, store }: FeatureDependencies): vscode.Disposable {
  const { l10n } = vscode;
  const offer = async ({ uri, count }: RestoredArticle): Promise<void> => {
    let isAll = true;
    const listener = store.onDidChange((change) => {
      if (change.uri === uri.toString() && change.origin === "person") isAll = false;
    });
    const save = l10n.t("Save Annotations");
    const discard = l10n.t("Discard");
    const name = fileName(uri);
    const message = count === 1 ? l10n.t("1 unsaved decision on {0} is back.", name) : l10n.t("{1} unsaved decisions on {0} are back.", name, count);
    const chosen = await vscode.window.showInformationMessage(message, save, discard);
    listener.dispose();
    const document = articles.document(uri.toString());
    if (!document || chosen === undefined) return;
    if (chosen === discard) {
      if (!isAll && !(await isSure())) return;
      store.close(uri.toString());
      await journal.discard(uri.toString());
      articles.resume(uri);
    } else {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand(commands.saveAnnotations);
    }
  };
  /** Whoever has worked on since may not think of that. */
  const isSure = async (): Promise<boolean> => {
    const all = l10n.t("Discard All");
    return (await vscode.window.showWarningMessage(l10n.t("More was decided since. Discard that, too?"), all)) === all;
  };
  return journal.onDidRestore((restored) => void offer(restored));
}
