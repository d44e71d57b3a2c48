import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";

/** The sidecar goes where its article goes, in the same edit, so that one undo takes both back. */
export function moveWithArticle({ store }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  owned.add(
    vscode.workspace.onWillRenameFiles(({ files, waitUntil }) => waitUntil(sidecarMoves(files))),
  );
  owned.add(
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        const [from, to] = [oldUri.toString(), newUri.toString()];
        const unsaved = store.isDirty(from) ? store.get(from) : undefined;
        if (!unsaved) continue;
        store.load(to, unsaved, "file");
        store.change(to, (document) => ({ ...document }));
        store.close(from);
      }
    }),
  );
  return owned;
}

async function sidecarMoves(files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const moved = new Set(files.map(({ oldUri }) => oldUri.toString()));
  for (const { oldUri, newUri } of files) {
    const sidecar = sidecarUri(oldUri);
    if (moved.has(sidecar.toString()) || !(await isFile(sidecar))) continue;
    // another article's annotations may stand there already: neither is lost
    edit.renameFile(sidecar, sidecarUri(newUri), { ignoreIfExists: true });
  }
  return edit;
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.File) !== 0, () => false);
}
