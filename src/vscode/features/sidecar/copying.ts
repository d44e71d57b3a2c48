import * as vscode from "vscode";
import { textHash } from "../../../core/document/textHash.js";
import { serializeSidecar } from "../../../core/sidecar/serializeSidecar.js";
import { withoutByteOrderMark } from "../../services/sidecars/byteOrderMark.js";
import { isFile } from "../../services/sidecars/isFile.js";
import { articleUri, fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { findSidecarsAbout } from "./sidecarSearch.js";

/** Longest file that is taken for the copy of an article, in bytes. */
const LONGEST_COPY_BYTES = 32 * 1024 * 1024;

/** A new file that may be the copy of an article. */
interface Copy {
  readonly uri: vscode.Uri;
  /** Of its text. */
  readonly sha256: string;
}

/**
 * A copy of an article that is made in the editor gets a copy of its sidecar. The editor tells only that there are new files; which ones they
 * were copied from tell their texts, and the sidecars are looked through once for all of them.
 */
export function copyWithArticle({ sidecars, log }: FeatureDependencies): vscode.Disposable {
  return vscode.workspace.onDidCreateFiles(async ({ files }) => {
    const copies: Copy[] = [];
    // one after the other, for they may be long; one that is gone again is no copy
    for (const file of files) copies.push(...(await readCopy(file).catch(() => [])));
    if (copies.length === 0) return;
    // of an article that is gone the sidecar is offered when the new one is opened
    const originals = await findSidecarsAbout(new Set(copies.map(({ sha256 }) => sha256)), (_sidecar, owner) => isFile(owner));
    for (const { uri, sha256 } of copies) {
      const original = originals.find(({ source }) => source.sha256 === sha256);
      if (!original) continue;
      try {
        await sidecars.create(uri, serializeSidecar({ ...original.document, source: { ...original.source, file: fileName(uri) } }));
      } catch (error) {
        log.warn(`${sidecarUri(uri).path} could not be written`, error);
      }
    }
  });
}

/** Nothing for what is no article without a sidecar. */
async function readCopy(uri: vscode.Uri): Promise<Copy[]> {
  const { fs } = vscode.workspace;
  if (articleUri(uri) || !(await isFile(uri)) || (await isFile(sidecarUri(uri)))) return [];
  const { size } = await fs.stat(uri);
  if (size === 0 || size > LONGEST_COPY_BYTES) return [];
  const text = withoutByteOrderMark(await vscode.workspace.decode(await fs.readFile(uri), { uri }));
  return [{ uri, sha256: textHash(text) }];
}
