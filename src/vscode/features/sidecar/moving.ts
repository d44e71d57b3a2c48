import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { isFile } from "../../services/isFile.js";
import { sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";

interface Rename {
  readonly oldUri: vscode.Uri;
  readonly newUri: vscode.Uri;
}

/**
 * The sidecar goes where its article goes, in the same edit, so that one undo takes both back; in a folder it goes with the folder. What
 * is not saved yet, and what can be undone, goes along.
 */
export function moveWithArticle({ store, articles, sidecars, journal }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  owned.add(vscode.workspace.onWillRenameFiles(({ files, waitUntil }) => waitUntil(sidecarMoves(files))));
  owned.add(
    vscode.workspace.onDidRenameFiles(({ files }) => {
      // the named files, for what was kept of them in an earlier window, and what the store has below named folders
      const renamed = new Map(files.map(({ oldUri, newUri }) => [oldUri.toString(), newUri.toString()]));
      for (const key of store.uris()) {
        // what is saved comes from the sidecar
        if (!store.isDirty(key)) continue;
        const from = vscode.Uri.parse(key, true);
        const to = newPlace(from, files);
        if (!to) continue;
        sidecars.rename(from, to);
        store.rename(key, to.toString());
        renamed.set(key, to.toString());
        // its editor may have opened before this was told
        articles.resume(to);
      }
      for (const [from, to] of renamed) void journal.rename(from, to);
    }),
  );
  return owned;
}

/** Where a file is after files and folders were renamed; undefined where it stayed. */
function newPlace(uri: vscode.Uri, renames: readonly Rename[]): vscode.Uri | undefined {
  for (const { oldUri, newUri } of renames) {
    if (uri.scheme !== oldUri.scheme || uri.authority !== oldUri.authority) continue;
    if (uri.path === oldUri.path) return newUri;
    if (uri.path.startsWith(`${oldUri.path}/`)) return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) });
  }
  return undefined;
}

async function sidecarMoves(files: readonly Rename[]): Promise<vscode.WorkspaceEdit> {
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
