import * as vscode from "vscode";
import { AppError, type Result } from "../../../core/common/errors.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { LONGEST_SIDECAR, parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { bytesHash } from "./bytesHash.js";
import { sidecarUri } from "./sidecarUri.js";

/** A program that replaces or rewrites a file has the new one in its place by then. */
const REPLACED_WITHIN_MS = 200;
/** A slow disk, a share or a busy machine needs longer to write what it began. */
const LOOKS_AT_CUT_OFF = 5;

/** As UTF-8, whatever its letters are: a longer one is not even read. */
const LONGEST_SIDECAR_BYTES = 3 * LONGEST_SIDECAR;

/** A sidecar as it was read. */
export interface SidecarFile {
  readonly hash: string;
  readonly parsed: Result<AnnotationDocument>;
}

/** What a sidecar held when it was last read or written. */
export interface KnownSidecar {
  readonly hash: string;
  /** As the file has it: offsets refer to whatever text it was written for. */
  readonly document: AnnotationDocument;
}

/** Of what is there now; undefined where there is none. */
export async function hashOf(sidecar: vscode.Uri): Promise<string | undefined> {
  return vscode.workspace.fs.readFile(sidecar).then(toHash, () => undefined);
}

/** True where a file is longer than any sidecar. Rejects where there is none. */
export async function isTooLarge(sidecar: vscode.Uri): Promise<boolean> {
  return (await vscode.workspace.fs.stat(sidecar)).size > LONGEST_SIDECAR_BYTES;
}

/**
 * Undefined where there is no such file; one that cannot be read is told as an error.
 * @param known what it may still hold: then it is not parsed again.
 */
export async function readSidecar(article: vscode.Uri, known?: KnownSidecar): Promise<SidecarFile | undefined> {
  // beside an article that is in no file yet there is none, and no file system to ask
  if (article.scheme === "untitled") return undefined;
  const sidecar = sidecarUri(article);
  let bytes: Uint8Array;
  try {
    if (await isTooLarge(sidecar)) return { hash: "", parsed: { ok: false, error: new AppError("too-large", "The annotations file is too large.", { length: LONGEST_SIDECAR_BYTES }) } };
    bytes = await vscode.workspace.fs.readFile(sidecar);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return undefined;
    return { hash: "", parsed: { ok: false, error: new AppError("unreadable-file", `The annotations file could not be read: ${String(error)}`) } };
  }
  const hash = await toHash(bytes);
  if (known?.hash === hash) return { hash, parsed: { ok: true, value: known.document } };
  try {
    const parsed = parseSidecar(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    // of what is never overwritten nobody asks whether it changed
    return { hash: parsed.ok ? hash : "", parsed };
  } catch {
    return { hash: "", parsed: { ok: false, error: new AppError("invalid-json", "The annotations file is no UTF-8 text.") } };
  }
}

/** As `readSidecar`, but looks again where another program may be writing: once for a file that was there and is missing, several times for one that is cut off. */
export async function readSettled(article: vscode.Uri, wasThere: boolean, known?: KnownSidecar): Promise<SidecarFile | undefined> {
  let file = await readSidecar(article, known);
  for (let looks = 0; looks < (file ? LOOKS_AT_CUT_OFF : 1) && (file ? isCutOff(file) : wasThere); looks++) {
    await new Promise((resolve) => {
      setTimeout(resolve, REPLACED_WITHIN_MS);
    });
    file = await readSidecar(article, known);
  }
  return file;
}

function isCutOff({ parsed }: SidecarFile): boolean {
  return !parsed.ok && parsed.error.data["isTruncated"] === true;
}

function toHash(bytes: Uint8Array): Promise<string> {
  return bytesHash(bytes as Uint8Array<ArrayBuffer>);
}
