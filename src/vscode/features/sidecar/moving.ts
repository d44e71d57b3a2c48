import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { mergeWriters } from "../../../core/sidecar/mergeWriters.js";
import { isFile } from "../../services/sidecars/isFile.js";
import { fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { newPlace, type Rename } from "../../services/sidecars/newPlace.js";
import { respell } from "./respelling.js";

/**
 * The sidecar goes where its article goes, and comes back where that is undone; in a folder it goes with the folder. What is not saved
 * yet, and what can be undone, goes along. Not in the edit of the renaming itself: the editor would ask each time whether this extension
 * may make “refactoring changes”.
 */
export function moveWithArticle(deps: FeatureDependencies, takeOver: (article: vscode.TextDocument) => Promise<void>): vscode.Disposable {
  const { store, journal, sidecars, log } = deps;
  const owned = new DisposableStore();
  let settled = Promise.resolve();
  owned.add(vscode.workspace.onWillRenameFiles(({ waitUntil }) => waitUntil(sidecars.settled())));
  owned.add(
    vscode.workspace.onDidRenameFiles(({ files }) => {
      // at once, so that whoever opens an article under its new name waits for it
      const moves = files.map(async (renamed) => ({ renamed, isMoved: await moveSidecar(renamed, files, deps) }));
      const newName = (key: string): string | undefined => newPlace(vscode.Uri.parse(key, true), files)?.toString();
      for (const key of store.uris()) {
        const to = newName(key);
        // what is saved comes from the sidecar
        if (to !== undefined && store.isDirty(key)) moveUnsaved(vscode.Uri.parse(key, true), vscode.Uri.parse(to, true), deps);
      }
      // what an earlier window left of articles that are not open
      void journal.renameAll(newName);
      for (const renamed of files) {
        respell(renamed).catch((error: unknown) => log.error(`${sidecarUri(renamed.oldUri).path} could not be renamed`, error));
      }
      // one renaming after the other, for a name may be on its way to the next
      settled = settled.then(() => settle(moves, newName, deps, takeOver)).catch((error: unknown) => log.error("a renamed article could not be taken up", error));
      void offerLeft(moves, deps, takeOver);
    }),
  );
  return owned;
}

/** What is not saved of an article goes to its new name. */
function moveUnsaved(from: vscode.Uri, to: vscode.Uri, { store, articles, sidecars, journal }: FeatureDependencies): void {
  const [key, target] = [from.toString(), to.toString()];
  const newer = store.isDirty(target) ? store.get(target) : undefined;
  sidecars.rename(from, to);
  store.rename(key, target);
  // its editor opened before this was told, and somebody was quick to decide there
  const moved = store.get(target);
  if (newer && moved) store.adopt(target, mergeWriters(undefined, newer, moved).document);
  void journal.rename(key, target);
  // its editor may have opened before this was told
  articles.resume(to);
}

/** Where the new name had a sidecar already, the article's own one stayed: a person says which of the two it shall have. */
async function offerLeftBehind({ oldUri, newUri }: Rename<vscode.Uri>, { articles, sidecars, log }: FeatureDependencies, takeOver: (article: vscode.TextDocument) => Promise<void>): Promise<void> {
  const { l10n, window } = vscode;
  const [left, there] = [sidecarUri(oldUri), sidecarUri(newUri)];
  const isLeft = async (): Promise<boolean> => (await isFile(left)) && (await isFile(there)) && !(await isFile(oldUri)) && (await isFile(newUri));
  if (!(await isLeft())) return;
  const replace = l10n.t("Replace It");
  const chosen = await window.showWarningMessage(l10n.t("{0} was there already, so {1} was left where it is.", fileName(there), fileName(left)), replace);
  if (chosen !== replace || !(await isLeft())) return;
  try {
    await sidecars.replaceBy(newUri, left);
    const article = articles.document(newUri.toString());
    if (article) await takeOver(article);
  } catch (error) {
    log.error(`${left.path} could not be put in the place of ${there.path}`, error);
    await window.showErrorMessage(l10n.t("{0} could not be written: {1}", fileName(there), error instanceof Error ? error.message : String(error)));
  }
}

/** True where the sidecar stood beside the old name and stands beside the new one by now. */
async function moveSidecar({ oldUri, newUri }: Rename<vscode.Uri>, files: readonly Rename<vscode.Uri>[], { sidecars, log }: FeatureDependencies): Promise<boolean> {
  const sidecar = sidecarUri(oldUri);
  // somebody moved both
  if (files.some((other) => other.oldUri.toString() === sidecar.toString())) return false;
  try {
    return await sidecars.move(oldUri, newUri);
  } catch (error) {
    log.error(`${sidecar.path} could not be moved to ${sidecarUri(newUri).path}`, error);
    const { l10n, window } = vscode;
    void window.showWarningMessage(l10n.t("{0} could not be moved along with its article. It is still where it was, with all decisions in it.", fileName(sidecar)));
    return false;
  }
}

interface Move {
  readonly renamed: Rename<vscode.Uri>;
  readonly isMoved: boolean;
}

/** Editors may have opened under the new names before this was told: they get what the sidecars hold and, only then, what can be undone. */
async function settle(moves: readonly Promise<Move>[], newName: (key: string) => string | undefined, deps: FeatureDependencies, takeOver: (article: vscode.TextDocument) => Promise<void>): Promise<void> {
  const { articles, store } = deps;
  const done = await Promise.all(moves);
  for (const { renamed, isMoved } of done) {
    if (!isMoved) continue;
    // it may have been looked for just before it came
    await articles.whenSettled(renamed.newUri);
    const article = articles.document(renamed.newUri.toString());
    if (article) await takeOver(article);
  }
  store.renameClosed(newName);
  for (const key of store.uris()) {
    const article = articles.document(key);
    if (article) store.reopen(key, article.getText());
  }
}

async function offerLeft(moves: readonly Promise<Move>[], deps: FeatureDependencies, takeOver: (article: vscode.TextDocument) => Promise<void>): Promise<void> {
  for (const { renamed, isMoved } of await Promise.all(moves)) if (!isMoved) void offerLeftBehind(renamed, deps, takeOver);
}
