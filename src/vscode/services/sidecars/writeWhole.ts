import * as vscode from "vscode";
import { ReadOnlyFile } from "./readOnlyFile.js";

/** Puts a file in the place of another; rejects where that cannot be. */
export type ReplaceFile = (from: vscode.Uri, to: vscode.Uri) => Promise<void>;

/** By the editor's file service, which every kind of workspace has. */
export const replaceByFileService: ReplaceFile = async (from, to) => {
  await vscode.workspace.fs.rename(from, to, { overwrite: true });
};

/**
 * Writes a file so that a whole one is there at every moment: beside it first, then put in its place; directly where the file system
 * does not let us. Rejects as `workspace.fs` does, with `NoPermissions` for a read-only file.
 * @param isStillWanted is asked at the last moment. @returns false where it is not: then nothing is written.
 */
export async function writeWhole(uri: vscode.Uri, bytes: Uint8Array, replace: ReplaceFile, isStillWanted: () => Promise<boolean> = async () => true): Promise<boolean> {
  const { fs } = vscode.workspace;
  const existing = await fs.stat(uri).then((stat) => stat, () => undefined);
  if (existing?.permissions) throw vscode.FileSystemError.NoPermissions(uri);
  // a link stays one
  const isLink = existing !== undefined && (existing.type & vscode.FileType.SymbolicLink) !== 0;
  const temporary = uri.with({ path: `${uri.path}.${Math.random().toString(36).slice(2, 10)}.tmp` });
  let isWritten = false;
  try {
    await fs.writeFile(temporary, bytes);
    isWritten = true;
    if (!(await isStillWanted())) return false;
    if (!isLink) {
      await replace(temporary, uri);
      return true;
    }
  } catch (error) {
    if (error instanceof ReadOnlyFile) throw vscode.FileSystemError.NoPermissions(uri);
    // on a full disk the one that is there would be cut off
    if (!isWritten && existing && !mayBeWrittenInPlace(error)) throw error;
  } finally {
    await fs.delete(temporary).then(undefined, () => undefined);
  }
  if (!(await isStillWanted())) return false;
  await fs.writeFile(uri, bytes);
  return true;
}

/** True where no other file may be beside it, which says nothing about the file itself. */
function mayBeWrittenInPlace(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && (error.code === "NoPermissions" || error.code === "Unavailable");
}
