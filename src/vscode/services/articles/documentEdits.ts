import * as vscode from "vscode";
import type { TextEdit } from "../../../core/document/textEdit.js";

/** The edits of a change event, in offsets of the text before it, last to first. */
export function toTextEdits({ contentChanges }: vscode.TextDocumentChangeEvent): TextEdit[] {
  return contentChanges
    .map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, end: rangeOffset + rangeLength, text }))
    .sort((a, b) => b.start - a.start);
}

/** The edits by which a document's line ends became `eol`, in offsets of the text before it, last to first. */
export function toLineEndEdits(document: vscode.TextDocument, eol: vscode.EndOfLine): TextEdit[] {
  const text = eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
  const length = eol === vscode.EndOfLine.CRLF ? 1 : 2;
  const edits: TextEdit[] = [];
  // every line end before this one was of the other length: one code unit longer or shorter each
  for (let line = 1; line < document.lineCount; line++) {
    const end = document.offsetAt(new vscode.Position(line, 0)) + (eol === vscode.EndOfLine.CRLF ? -line : line);
    edits.push({ start: end - length, end, text });
  }
  return edits.reverse();
}

/**
 * True where the editor may have taken over what another program wrote into the file. What a person changes makes it dirty, but for an
 * undo; of the first change to a saved file that is told only behind it, by an event without changes.
 */
export function mayBeFromFile({ document, reason }: vscode.TextDocumentChangeEvent): boolean {
  return !document.isDirty && !document.isUntitled && reason === undefined;
}
