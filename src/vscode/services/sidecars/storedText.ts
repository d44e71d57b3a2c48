import * as vscode from "vscode";
import { anchorDocument } from "../../../core/anchor/anchorDocument.js";
import type { RecentCopies } from "../../../core/anchor/oldText/copies.js";
import { describeDocument } from "../../../core/anchor/describeDocument.js";
import { lineEndEdits } from "../../../core/anchor/oldText/lineEnds.js";
import { shiftDocument } from "../../../core/anchor/shift/shiftDocument.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { isInPlace } from "../../../core/document/inPlace.js";
import { textHash } from "../../../core/document/textHash.js";
import { withoutByteOrderMark } from "./byteOrderMark.js";
import { committedVersion } from "./committedFiles.js";
import { fileName } from "./sidecarUri.js";

// A sidecar's offsets refer to the article's text as it is stored. The editor shows the same text with one kind of line end, and
// perhaps with edits that are not saved yet. These functions go both ways.

/** The article's text as it is stored, decoded as the editor decodes it, without byte order mark; undefined where it cannot be read. */
export async function readStoredText(document: vscode.TextDocument): Promise<string | undefined> {
  if (document.isUntitled) return undefined;
  try {
    const bytes = await vscode.workspace.fs.readFile(document.uri);
    const text = await vscode.workspace.decode(bytes, { encoding: document.encoding });
    return withoutByteOrderMark(text);
  } catch {
    // gone, or no text any more: the editor's text is all there is
    return undefined;
  }
}

/**
 * The text that annotations refer to, where it is still to be had: what is stored, else a version in git. Only that one tells what became
 * of each place in it.
 */
export async function findBaseText(uri: vscode.Uri, { source }: AnnotationDocument, stored: string | undefined): Promise<string | undefined> {
  return stored !== undefined && source.sha256 === textHash(stored) ? stored : committedVersion(uri, source);
}

/**
 * What a sidecar says, in the offsets of the editor's text, whatever became of the article since it was written.
 * @param base as `findBaseText` found it.
 */
export function toEditorText(document: AnnotationDocument, stored: string | undefined, base: string | undefined, editorText: string): AnnotationDocument {
  const edits = stored === undefined ? undefined : lineEndEdits(stored, editorText);
  if (stored === undefined || !edits) return anchorDocument(document, editorText, base).document;
  const anchored = anchorDocument(document, stored, base === stored ? undefined : base).document;
  return edits.length === 0 ? anchored : shiftDocument(anchored, edits, editorText).document;
}

/**
 * Annotations in the offsets of a text, as they are where these are their offsets already; `base` is the text that they refer to, where
 * somebody still has it. Whoever writes them describes their places anew: these must be the right ones.
 */
export function inText(known: AnnotationDocument, text: string, base?: string): AnnotationDocument {
  if ((base === undefined || base === text) && known.source.length === text.length && isInPlace(known, text)) return known;
  return anchorDocument(known, text, base === text ? undefined : base).document;
}

/** An annotation document with the text that its offsets refer to. */
export interface StoredArticle {
  readonly document: AnnotationDocument;
  readonly text: string;
}

/**
 * Annotations as they are written. They refer to the stored text; with edits that are not saved yet, to the text in the editor, which
 * is what will be stored: until then, whoever reads the sidecar finds its places by their words.
 * @param copies makes it quicker where the same text was described before.
 */
export function toStoredText(annotations: AnnotationDocument, article: vscode.TextDocument, stored: string | undefined, copies?: RecentCopies): StoredArticle {
  const editorText = article.getText();
  const edits = stored === undefined || article.isDirty ? undefined : lineEndEdits(editorText, stored);
  const text = stored !== undefined && edits ? stored : editorText;
  // nobody may have followed the edits of an article that is no longer read, or that no editor shows
  const placed = inText(annotations, editorText);
  const moved = edits && edits.length > 0 ? shiftDocument(placed, edits, text).document : placed;
  const described = describeDocument(moved, text, undefined, copies?.in(text));
  return { document: { ...described, source: { ...described.source, file: fileName(article.uri) } }, text };
}
