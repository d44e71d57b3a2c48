import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { AppError } from "../../../core/common/errors.js";
import { commands, contextKeys } from "../../ids.js";
import { ManagedContextKey } from "../../services/contextKey.js";
import { filterFor } from "../../services/articles/documentFilter.js";
import { isFile } from "../../services/sidecars/isFile.js";
import { fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { describeFault, describeRefusal } from "./refusalWords.js";
import type { Repairing } from "./repairing.js";

/** The ways out of a sidecar that cannot be used. */
export interface WaysOut {
  readonly repairing: Repairing;
  saveCopy(article: vscode.TextDocument): Promise<void>;
}

/**
 * Tells once of each sidecar that cannot be read; again after it could be read in between. As long as it cannot, the language status of
 * its article says so and leads to the repair.
 */
export function tellOfRefused({ store, sidecars, articles, activeArticle, inspection, log }: FeatureDependencies, ways: WaysOut): vscode.Disposable {
  const { l10n } = vscode;
  const owned = new DisposableStore();
  const refused = new Map<string, AppError>();
  // a file may be refused just as its article is closed: then it is told when that is opened again
  const told = new Set<string>();
  const isRefused = owned.add(new ManagedContextKey<boolean>(contextKeys.sidecarRefused));
  const status = owned.add(vscode.languages.createLanguageStatusItem("onRecord.sidecar", filterFor(undefined)));
  status.name = l10n.t("On Record: Annotations File");
  status.severity = vscode.LanguageStatusSeverity.Warning;
  status.command = { command: commands.repairAnnotationsFile, title: l10n.t("Repair…") };
  const update = (): void => {
    const { uri } = activeArticle;
    const error = uri && refused.get(uri.toString());
    isRefused.set(error !== undefined);
    status.selector = filterFor(error ? uri : undefined);
    status.text = l10n.t("Annotations file cannot be read; nothing is saved");
    inspection.refusal = uri && error ? describeFault(error, fileName(sidecarUri(uri))) : "";
    status.detail = inspection.refusal;
  };
  owned.add(
    sidecars.onDidRefuse(({ article, error }) => {
      const key = article.toString();
      log.warn(`${sidecarUri(article).path}: ${error.message}`);
      refused.set(key, error);
      update();
      const document = articles.document(key);
      if (!document || told.has(key)) return;
      told.add(key);
      void offerWaysOut(document, (canRepair) => describeRefusal(error, fileName(sidecarUri(article)), store.get(key), canRepair), ways);
    }),
  );
  owned.add(
    sidecars.onDidClear((article) => {
      told.delete(article.toString());
      if (refused.delete(article.toString())) update();
    }),
  );
  owned.add(activeArticle.onDidChange(update));
  return owned;
}

/**
 * Shows a message with what a person can do about a sidecar that cannot be used; does not wait for what they do.
 * @param describe is told whether anything of it can be repaired.
 */
export async function offerWaysOut(article: vscode.TextDocument, describe: (canRepair: boolean) => string, ways: WaysOut): Promise<void> {
  const canRepair = await ways.repairing.isPossible(article.uri);
  const canOpen = await isFile(sidecarUri(article.uri));
  void askForWayOut(article, describe(canRepair), ways, { canRepair, canOpen });
}

async function askForWayOut(article: vscode.TextDocument, message: string, ways: WaysOut, { canRepair, canOpen }: { readonly canRepair: boolean; readonly canOpen: boolean }): Promise<void> {
  const { l10n, window, commands: editor } = vscode;
  const [repair, open, saveCopy] = [l10n.t("Repair…"), l10n.t("Open Annotations File"), l10n.t("Save a Copy As…")];
  const chosen = await window.showWarningMessage(message, ...(canRepair ? [repair] : []), ...(canOpen ? [open] : []), saveCopy);
  if (chosen === repair) await ways.repairing.repair(article);
  if (chosen === open) await editor.executeCommand("vscode.open", sidecarUri(article.uri));
  if (chosen === saveCopy) await ways.saveCopy(article);
}
