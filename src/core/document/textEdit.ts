import type { TextRange } from "./range.js";

/** Replaces a stretch of text. Edits that belong together all refer to the text before any of them and do not overlap. */
export interface TextEdit extends TextRange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits in document order; insertions at one place stay in the order given. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The text after the edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of sortEdits(edits)) {
    parts.push(text.slice(done, edit.start), edit.text);
    done = Math.max(done, edit.end);
  }
  parts.push(text.slice(done));
  return parts.join("");
}
