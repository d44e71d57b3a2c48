import { chmod, rename, stat } from "node:fs/promises";
import { ReadOnlyFile } from "./readOnlyFile.js";

/**
 * Puts one file of this machine in the place of another, in one step: whoever reads sees the old one or the new one, whole. The
 * editor's own file service takes the old one away first, and passes over its protection.
 * @throws {ReadOnlyFile} where the file that stands there is; else as `rename` does.
 */
export async function replaceLocalFile(from: string, to: string): Promise<void> {
  const mode = await stat(to).then((existing) => existing.mode, () => undefined);
  if (mode !== undefined) {
    if ((mode & 0o222) === 0) throw new ReadOnlyFile(`${to} is read-only`);
    await chmod(from, mode);
  }
  await rename(from, to);
}
