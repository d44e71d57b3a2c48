import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { mergeWriters } from "../../../core/sidecar/mergeWriters.js";
import { isFile } from "../../services/isFile.js";
import { fileName, sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { newPlace, type Rename } from "../../services/newPlace.js";
import { respell } from "./respelling.js";

/**
 * The sidecar goes where its article goes, in the same edit, so that one undo takes both back; in a folder it goes with the folder. What
 * is not saved yet, and what can be undone, goes along.
 */
export function moveWithArticle(deps: FeatureDependencies, takeOver: (article: vscode.TextDocument) => Promise<void>): vscode.Disposable {
  const { store, articles, journal, sidecars, log } = deps;
  const owned = new DisposableStore();
  owned.add(vscode.workspace.onWillRenameFiles(({ files, waitUntil }) => waitUntil(sidecars.settled().then(() => sidecarMoves(files)))));
  owned.add(
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const newName = (key: string): string | undefined => newPlace(vscode.Uri.parse(key, true), files)?.toString();
      for (const key of store.uris()) {
        const to = newName(key);
        // what is saved comes from the sidecar
        if (to !== undefined && store.isDirty(key)) moveUnsaved(vscode.Uri.parse(key, true), vscode.Uri.parse(to, true), deps);
      }
      store.renameClosed(newName);
      // editors may have opened before this was told
      for (const key of store.uris()) {
        const article = articles.document(key);
        if (article) store.reopen(key, article.getText());
      }
      // what an earlier window left of articles that are not open
      void journal.renameAll(newName);
      for (const renamed of files) {
        respell(renamed).catch((error: unknown) => log.error(`${sidecarUri(renamed.oldUri).path} could not be renamed`, error));
        void offerLeftBehind(renamed, deps, takeOver);
      }
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

async function sidecarMoves(files: readonly Rename<vscode.Uri>[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const moved = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    const sidecar = sidecarUri(oldUri);
    if (moved.has(sidecar.toString()) || !(await isFile(sidecar)) || !(await isFile(oldUri))) continue;
    // another article's annotations may stand there already: neither is lost
    edit.renameFile(sidecar, sidecarUri(newUri), { ignoreIfExists: true });
  }
  return edit;
}
