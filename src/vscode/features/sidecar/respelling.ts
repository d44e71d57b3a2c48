import * as vscode from "vscode";
import type { Rename } from "../../services/sidecars/newPlace.js";
import { isRespelled, keptItsLetters } from "../../services/sidecars/respelling.js";
import { fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";

/**
 * An article may get its own name in other letters, capital for small. Where the disk takes both for one name, no edit of the editor's
 * brings the sidecar along, for it stands there already: it is renamed by itself.
 */
export async function respell({ oldUri, newUri }: Rename<vscode.Uri>): Promise<void> {
  const [from, to] = [sidecarUri(oldUri), sidecarUri(newUri)];
  if (!isRespelled(from.path, to.path)) return;
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(to, ".."));
  if (keptItsLetters(fileName(from), fileName(to), entries.map(([name]) => name))) await vscode.workspace.fs.rename(from, to);
}
