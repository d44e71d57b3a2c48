import * as vscode from "vscode";
import { createShift } from "../../core/anchor/shift/shift.js";
import { refineEdits } from "../../core/anchor/shift/refineEdits.js";
import { toLineEndEdits, toTextEdits } from "../services/articles/documentEdits.js";
import type { SelectionMeant } from "./meant.js";

/** Runs a command on a selection that moves with the text as long as it runs. */
export async function followingSelection<T>(meant: SelectionMeant, run: (selection: SelectionMeant) => T | Promise<T>): Promise<T> {
  const { document } = meant.editor;
  const now = { ...meant };
  let { eol } = document;
  const listener = vscode.workspace.onDidChangeTextDocument((event) => {
    if (event.document !== document) return;
    const edits = event.contentChanges.length > 0 ? refineEdits(toTextEdits(event), now.text) : document.eol === eol ? [] : toLineEndEdits(document, document.eol);
    eol = document.eol;
    const shift = createShift(edits);
    const { start, end } = shift(now.range);
    Object.assign(now, { text: document.getText(), range: { start, end }, cursor: shift({ start: now.cursor, end: now.cursor }).start });
  });
  try {
    return await run(now);
  } finally {
    listener.dispose();
  }
}
