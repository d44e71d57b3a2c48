import { sortEdits, type TextEdit } from "../../document/textEdit.js";

/** Letters of scripts that put spaces between words, with their marks, and digits. */
const LETTER = /[\p{Lu}\p{Ll}\p{M}\p{N}]/u;
/** Longer runs of letters are no word. */
const LONGEST_WORD = 64;

/**
 * The same edits by whole words, where a program changed several things at once. The editor hands on such a change as the letters that
 * differ ("him" to "them": a "t" put in, an "i" replaced), and letters that two words happen to share are not what is left of the one. The
 * same list where all edits are alike, as several cursors make them. `oldText` is the text before the edits.
 */
export function wholeWords(edits: readonly TextEdit[], oldText: string): readonly TextEdit[] {
  const [first, ...others] = edits;
  if (!first || others.every(({ start, end, text }) => text === first.text && end - start === first.end - first.start)) return edits;
  const sorted = sortEdits(edits);
  const widened: TextEdit[] = [];
  const add = (edit: TextEdit): void => {
    const last = widened.at(-1);
    if (edit.start === edit.end && edit.text === "") return;
    // both go as far as the piece of a word that is between them
    if (last && edit.start < last.end) widened[widened.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text.slice(last.end - edit.start) };
    else widened.push(edit);
  };
  for (const [index, edit] of sorted.entries()) {
    const before = lettersBefore(oldText, edit.start, sorted[index - 1]?.end ?? 0);
    const behind = lettersBehind(oldText, edit.end, sorted[index + 1]?.start ?? oldText.length);
    for (const part of byWords(edit, before, behind, oldText)) add(part);
  }
  const untouched = new Set(edits);
  return widened.map((edit) => (untouched.has(edit) ? edit : leavingLetter(edit, oldText)));
}

/** An edit with the words of which it leaves the letters `before` or `behind` it; a word that it only adds letters to is an edit of its own. */
function byWords(edit: TextEdit, before: string, behind: string, oldText: string): TextEdit[] {
  let { start, end, text } = edit;
  const [endsInWord, startsInWord] = [isLetter(oldText.charAt(end - 1)), isLetter(oldText.charAt(start))];
  const parts: TextEdit[] = [];
  let wordBehind: TextEdit | undefined;
  if (behind !== "" && endsInWord) {
    end += behind.length;
    text += behind;
  } else if (behind !== "" && isLetter((before + text).slice(-1))) {
    const added = lettersBefore(text, text.length, 0);
    wordBehind = { start: end, end: end + behind.length, text: added + behind };
    text = text.slice(0, text.length - added.length);
  }
  if (before !== "" && startsInWord) {
    start -= before.length;
    text = before + text;
  } else if (before !== "" && isLetter(text.charAt(0))) {
    const added = lettersBehind(text, 0, text.length);
    parts.push({ start: start - before.length, end: start, text: before + added });
    text = text.slice(added.length);
  }
  const isSame = start === edit.start && end === edit.end && text === edit.text;
  return [...parts, isSame ? edit : { start, end, text }, ...(wordBehind ? [wordBehind] : [])];
}

/** Of a word that begins or ends as it did, that letter is left: the word is another form of what it was, and not gone. */
function leavingLetter({ start, end, text }: TextEdit, oldText: string): TextEdit {
  if (start === end) return { start, end, text };
  if (oldText.charAt(start) === text.charAt(0)) return { start: start + 1, end, text: text.slice(1) };
  if (oldText.charAt(end - 1) === text.slice(-1)) return { start, end: end - 1, text: text.slice(0, -1) };
  return { start, end, text };
}

function lettersBefore(text: string, at: number, from: number): string {
  const stop = Math.max(from, at - LONGEST_WORD);
  let start = at;
  while (start > stop && isLetter(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

function lettersBehind(text: string, at: number, to: number): string {
  const stop = Math.min(to, at + LONGEST_WORD);
  let end = at;
  while (end < stop && isLetter(text.charAt(end))) end++;
  return text.slice(at, end);
}

function isLetter(character: string): boolean {
  return LETTER.test(character);
}
