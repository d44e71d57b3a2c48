import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { settings } from "../../ids.js";
import type { DeleteWithArticle } from "../../services/configuration.js";
import { isFile } from "../../services/sidecars/isFile.js";
import { fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { newPlace } from "../../services/sidecars/newPlace.js";
import { DeletedSidecars } from "./deletedSidecars.js";

/**
 * Whoever deletes an article in the editor is asked once whether its annotations file goes too, and what was decided and not saved; never
 * in silence unless they chose that.
 */
export function deleteWithArticle({ store, journal, configuration, sidecars: sidecarFiles, log }: FeatureDependencies): vscode.Disposable {
  const { workspace } = vscode;
  const owned = new DisposableStore();
  const deleted = owned.add(new DeletedSidecars(sidecarFiles));
  const chosen = (files: readonly vscode.Uri[], choice: DeleteWithArticle): vscode.Uri[] => files.filter((uri) => configuration.get(settings.deleteWithArticle, uri) === choice);
  /** Articles among deleted files and folders with decisions that no file holds. */
  const unsavedOf = async (files: readonly vscode.Uri[]): Promise<vscode.Uri[]> => {
    const kept = (await journal.kept()).map(({ article }) => article);
    const articles = [...new Set([...kept, ...store.uris().filter((uri) => store.isDirty(uri))])].map((uri) => vscode.Uri.parse(uri));
    return articles.filter((uri) => files.some((file) => newPlace(uri, [{ oldUri: file, newUri: file }]) !== undefined));
  };
  /** In this window they stay, for undo may bring the article back. */
  const discard = async (articles: readonly vscode.Uri[]): Promise<void> => {
    for (const uri of articles) if (!(await isFile(uri))) await journal.discard(uri.toString());
  };
  const remove = async (sidecars: readonly vscode.Uri[]): Promise<void> => {
    if (sidecars.length > 0 && !(await workspace.applyEdit(toDeletion(sidecars)))) log.warn(`${sidecars.map(({ path }) => path).join(", ")} could not be deleted`);
  };
  // not in the edit of the deletion: the editor would ask each time whether this extension may make “refactoring changes”
  owned.add(workspace.onWillDeleteFiles(({ files, waitUntil }) => waitUntil(deleted.remember(files))));
  owned.add(
    workspace.onDidDeleteFiles(async ({ files }) => {
      const unsaved = await unsavedOf(files);
      await discard(chosen(unsaved, "always"));
      await remove(await sidecarsOf(chosen(files, "always"), files));
      const left = await sidecarsOf(chosen(files, "ask"), files);
      const undecided = chosen(unsaved, "ask");
      if (left.length + undecided.length === 0) return;
      const answer = await ask(left, undecided);
      if (answer === "always" || answer === "never") await configuration.set(settings.deleteWithArticle, answer, files[0]);
      if (answer !== "delete" && answer !== "always") return;
      // undo may have brought articles back while the question stood
      await discard(undecided);
      const articlesAreBack = await Promise.all(files.map(isFile));
      await remove(await sidecarsOf(files.filter((_, index) => !articlesAreBack[index]), files));
    }),
  );
  return owned;
}

/** Undefined where they stay this time. */
async function ask(sidecars: readonly vscode.Uri[], unsaved: readonly vscode.Uri[]): Promise<"delete" | "always" | "never" | undefined> {
  const { l10n, window } = vscode;
  const message = sidecars.length > 0 ? askAboutSidecars(sidecars) : askAboutUnsaved(unsaved);
  const [yes, no, always, never] = [l10n.t("Delete"), l10n.t("Keep"), l10n.t("Always Delete"), l10n.t("Always Keep")];
  const chosen = await window.showInformationMessage(message, yes, no, always, never);
  return chosen === yes ? "delete" : chosen === always ? "always" : chosen === never ? "never" : undefined;
}

function askAboutSidecars(sidecars: readonly vscode.Uri[]): string {
  const { l10n } = vscode;
  const [first] = sidecars;
  return sidecars.length === 1 && first
    ? l10n.t("The article was deleted. Delete its annotations file {0} too?", fileName(first))
    : l10n.t("{0} articles were deleted. Delete their annotations files too?", sidecars.length);
}

function askAboutUnsaved(unsaved: readonly vscode.Uri[]): string {
  const { l10n } = vscode;
  const [first] = unsaved;
  return unsaved.length === 1 && first
    ? l10n.t("{0} was deleted. Delete the decisions on it that were not saved too?", fileName(first))
    : l10n.t("{0} articles were deleted. Delete the decisions on them that were not saved too?", unsaved.length);
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
