import * as vscode from "vscode";
import { serializeSidecar } from "../../../core/sidecar/serializeSidecar.js";
import { withoutByteOrderMark } from "../../services/byteOrderMark.js";
import { isFile } from "../../services/isFile.js";
import { articleUri, fileName, sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { findSidecarsAbout } from "./sidecarSearch.js";

/** Longest file that is taken for the copy of an article, in bytes. */
const LONGEST_COPY_BYTES = 32 * 1024 * 1024;

/**
 * A copy of an article that is made in the editor gets a copy of its sidecar. The editor tells only that there is a new file; which one it
 * was copied from tells its text.
 */
export function copyWithArticle({ sidecars, log }: FeatureDependencies): vscode.Disposable {
  return vscode.workspace.onDidCreateFiles(async ({ files }) => {
    for (const file of files) {
      try {
        await copySidecar(file, sidecars);
      } catch (error) {
        log.warn(`${sidecarUri(file).path} could not be written`, error);
      }
    }
  });
}

async function copySidecar(copy: vscode.Uri, sidecars: FeatureDependencies["sidecars"]): Promise<void> {
  const { fs } = vscode.workspace;
  const target = sidecarUri(copy);
  if (articleUri(copy) || !(await isFile(copy)) || (await isFile(target))) return;
  const { size } = await fs.stat(copy);
  if (size === 0 || size > LONGEST_COPY_BYTES) return;
  const text = withoutByteOrderMark(await vscode.workspace.decode(await fs.readFile(copy), { uri: copy }));
  // of an article that is gone the sidecar is offered when the new one is opened
  const [original] = await findSidecarsAbout(text, (_sidecar, owner) => isFile(owner));
  if (!original) return;
  const { document, source } = original;
  await sidecars.create(copy, serializeSidecar({ ...document, source: { ...source, file: fileName(copy) } }));
}
