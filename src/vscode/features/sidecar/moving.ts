import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { isFile } from "../../services/isFile.js";
import { sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { newPlace, type Rename } from "./newPlace.js";

/**
 * The sidecar goes where its article goes, in the same edit, so that one undo takes both back; in a folder it goes with the folder. What
 * is not saved yet, and what can be undone, goes along.
 */
export function moveWithArticle({ store, articles, sidecars, journal }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  owned.add(vscode.workspace.onWillRenameFiles(({ files, waitUntil }) => waitUntil(sidecarMoves(files))));
  owned.add(
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const key of store.uris()) {
        // what is saved comes from the sidecar
        if (!store.isDirty(key)) continue;
        const from = vscode.Uri.parse(key, true);
        const to = newPlace(from, files);
        if (!to) continue;
        sidecars.rename(from, to);
        store.rename(key, to.toString());
        void journal.rename(key, to.toString());
        // its editor may have opened before this was told
        articles.resume(to);
      }
      // what an earlier window left of articles that are not open
      void journal.renameAll((key) => newPlace(vscode.Uri.parse(key, true), files)?.toString());
    }),
  );
  return owned;
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
