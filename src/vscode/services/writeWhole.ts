import * as vscode from "vscode";

/**
 * Writes a file so that a whole one is there at every moment: beside it first, then renamed over it; directly where the file system
 * does not let us. Rejects as `workspace.fs` does.
 */
export async function writeWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const existing = await fs.stat(uri).then((stat) => stat, () => undefined);
  // renaming would pass over a file's own protection, and replace a link by a file
  if (existing?.permissions) throw vscode.FileSystemError.NoPermissions(uri);
  if (!existing || (existing.type & vscode.FileType.SymbolicLink) === 0) {
    const temporary = uri.with({ path: `${uri.path}.${Math.random().toString(36).slice(2, 10)}.tmp` });
    try {
      await fs.writeFile(temporary, bytes);
      await fs.rename(temporary, uri, { overwrite: true });
      return;
    } catch {
      await fs.delete(temporary).then(undefined, () => undefined);
    }
  }
  await fs.writeFile(uri, bytes);
}
