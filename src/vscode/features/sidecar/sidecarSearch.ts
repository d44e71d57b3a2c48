import * as vscode from "vscode";
import type { AnnotationDocument, Source } from "../../../core/document/annotationDocument.js";
import { parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { articleUri } from "../../services/sidecars/sidecarUri.js";

/** Sidecars that are looked at, and the longest that is read, in bytes: the search must not be felt. */
const MOST_SIDECARS = 500;
const LONGEST_SIDECAR_BYTES = 4 * 1024 * 1024;

/** A sidecar of the workspace. */
export interface FoundSidecar {
  readonly uri: vscode.Uri;
  readonly document: AnnotationDocument;
  readonly source: Source;
  readonly written: number;
}

/**
 * The sidecars of the workspace about exactly these texts, those written last first.
 * @param texts by their hashes.
 * @param isWanted is asked before a file is read; `owner` is the article that it stands beside by its name.
 */
export async function findSidecarsAbout(texts: ReadonlySet<string>, isWanted: (sidecar: vscode.Uri, owner: vscode.Uri) => Promise<boolean>): Promise<FoundSidecar[]> {
  const found: FoundSidecar[] = [];
  for (const uri of await vscode.workspace.findFiles("**/*.annotations.json", "**/node_modules/**", MOST_SIDECARS)) {
    const owner = articleUri(uri);
    if (!owner || !(await isWanted(uri, owner))) continue;
    const read = await readFound(uri, texts);
    if (read?.source.sha256 !== undefined && texts.has(read.source.sha256)) found.push(read);
  }
  return found.sort((a, b) => b.written - a.written);
}

async function readFound(uri: vscode.Uri, texts: ReadonlySet<string>): Promise<FoundSidecar | undefined> {
  const { fs } = vscode.workspace;
  try {
    const { size, mtime } = await fs.stat(uri);
    if (size > LONGEST_SIDECAR_BYTES) return undefined;
    const text = new TextDecoder().decode(await fs.readFile(uri));
    // most are about other texts: those need not be parsed
    if (!Array.from(text.matchAll(/[0-9a-f]{64}/gu)).some(([hash]) => texts.has(hash))) return undefined;
    const parsed = parseSidecar(text);
    return parsed.ok ? { uri, document: parsed.value, source: parsed.value.source, written: mtime } : undefined;
  } catch {
    // gone meanwhile, or not to be read: none that could be used
    return undefined;
  }
}
