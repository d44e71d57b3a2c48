import type { TextEdit } from "../../document/textEdit.js";
import { alignTexts } from "../compare/alignTexts.js";
import { normalizeText } from "../compare/normalizedText.js";

/** An edit that takes out and puts in at least so much may hold what stood there before: formatting, replace-all, a pasted revision. */
const MUCH = 64;

/**
 * The same edits in smaller ones, where one replaces much by what is mostly the same: so a formatter that replaces a whole text moves
 * the ranges in it instead of losing them. `oldText` is the text before the edits. What was moved within an edit counts as taken out and
 * put in. Small edits are left as they are, and the same list is handed back where all are small.
 */
export function refineEdits(edits: readonly TextEdit[], oldText: string): readonly TextEdit[] {
  return edits.some(isMuch) ? edits.flatMap((edit) => (isMuch(edit) ? split(edit, oldText.slice(edit.start, edit.end)) : [edit])) : edits;
}

function isMuch({ start, end, text }: TextEdit): boolean {
  return end - start >= MUCH && text.length >= MUCH;
}

function split({ start, end, text }: TextEdit, replaced: string): TextEdit[] {
  const [old, present] = [normalizeText(replaced), normalizeText(text)];
  const edits: TextEdit[] = [];
  let [from, to] = [0, 0];
  const replaceUpTo = (oldEnd: number, newEnd: number): void => {
    const words = text.slice(to, newEnd);
    if (replaced.slice(from, oldEnd) !== words) edits.push({ start: start + from, end: start + oldEnd, text: words });
    [from, to] = [oldEnd, newEnd];
  };
  for (const { before, after, length, isMoved } of alignTexts(old.text, present.text)) {
    if (isMoved) continue;
    for (let unit = 0; unit < length; unit++) {
      const [oldAt, newAt] = [old.offsets[before + unit] ?? 0, present.offsets[after + unit] ?? 0];
      const [oldEnd, newEnd] = [old.ends[before + unit] ?? 0, present.ends[after + unit] ?? 0];
      // what stands before this unit: marks that nobody sees, or what was really replaced
      if (oldAt > from || newAt > to) replaceUpTo(Math.max(from, oldAt), Math.max(to, newAt));
      // a letter with its accent is two units, of which the second one may be done
      if (oldAt === from && newAt === to && replaced.slice(oldAt, oldEnd) === text.slice(newAt, newEnd)) [from, to] = [oldEnd, newEnd];
      else replaceUpTo(Math.max(from, oldEnd), Math.max(to, newEnd));
    }
  }
  replaceUpTo(end - start, text.length);
  return edits;
}
