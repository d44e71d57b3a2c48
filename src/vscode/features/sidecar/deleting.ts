import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { settings } from "../../ids.js";
import type { DeleteWithArticle } from "../../services/configuration.js";
import { isFile } from "../../services/isFile.js";
import { fileName, sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";

/** Whoever deletes an article in the editor is asked once whether its annotations file goes too; never in silence unless they chose that. */
export function deleteWithArticle({ configuration, log }: FeatureDependencies): vscode.Disposable {
  const { workspace } = vscode;
  const owned = new DisposableStore();
  const chosen = (files: readonly vscode.Uri[], choice: DeleteWithArticle): vscode.Uri[] => files.filter((uri) => configuration.get(settings.deleteWithArticle, uri) === choice);
  owned.add(
    // in the same edit, so that one undo brings both back
    workspace.onWillDeleteFiles(({ files, waitUntil }) => waitUntil(sidecarsOf(chosen(files, "always"), files).then(toDeletion))),
  );
  owned.add(
    workspace.onDidDeleteFiles(async ({ files }) => {
      const left = await sidecarsOf(chosen(files, "ask"), files);
      if (left.length === 0) return;
      const answer = await ask(left);
      if (answer === "always" || answer === "never") await configuration.set(settings.deleteWithArticle, answer);
      if (answer !== "delete" && answer !== "always") return;
      // undo may have brought articles back while the question stood
      const articlesAreBack = await Promise.all(files.map(isFile));
      const widowed = await sidecarsOf(files.filter((_, index) => !articlesAreBack[index]), files);
      if (widowed.length > 0 && !(await workspace.applyEdit(toDeletion(widowed)))) log.warn(`${widowed.map(({ path }) => path).join(", ")} could not be deleted`);
    }),
  );
  return owned;
}

/** Undefined where they stay this time. */
async function ask(sidecars: readonly vscode.Uri[]): Promise<"delete" | "always" | "never" | undefined> {
  const { l10n, window } = vscode;
  const [first] = sidecars;
  const message =
    sidecars.length === 1 && first
      ? l10n.t("The article was deleted. Delete its annotations file {0} too?", fileName(first))
      : l10n.t("{0} articles were deleted. Delete their annotations files too?", sidecars.length);
  const [yes, no, always, never] = [l10n.t("Delete"), l10n.t("Keep"), l10n.t("Always Delete"), l10n.t("Always Keep")];
  const chosen = await window.showInformationMessage(message, yes, no, always, never);
  return chosen === yes ? "delete" : chosen === always ? "always" : chosen === never ? "never" : undefined;
}

/** The sidecars that there are of some files, but for those that are deleted themselves. */
async function sidecarsOf(articles: readonly vscode.Uri[], deleted: readonly vscode.Uri[]): Promise<vscode.Uri[]> {
  const gone = new Set(deleted.map((uri) => uri.toString()));
  const sidecars = articles.map(sidecarUri).filter((sidecar) => !gone.has(sidecar.toString()));
  const areThere = await Promise.all(sidecars.map(isFile));
  return sidecars.filter((_, index) => areThere[index]);
}

function toDeletion(sidecars: readonly vscode.Uri[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const sidecar of sidecars) edit.deleteFile(sidecar, { ignoreIfNotExists: true });
  return edit;
}
