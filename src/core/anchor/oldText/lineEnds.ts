import type { AnnotationDocument } from "../../document/annotationDocument.js";
import type { TextEdit } from "../../document/textEdit.js";
import { textHash } from "../../document/textHash.js";

/**
 * The edits that turn the line ends of one text (`\n`, `\r\n`, a lone `\r`) into those of another, in document order; undefined where
 * the two differ in anything else. An editor shows a file with one kind of line end, whatever is stored.
 */
export function lineEndEdits(from: string, to: string): TextEdit[] | undefined {
  if (from === to) return [];
  const edits: TextEdit[] = [];
  let left = 0;
  let right = 0;
  for (;;) {
    const leftEnd = nextLineEnd(from, left);
    const rightEnd = nextLineEnd(to, right);
    if (leftEnd.start - left !== rightEnd.start - right || from.slice(left, leftEnd.start) !== to.slice(right, rightEnd.start)) return undefined;
    if (leftEnd.text === "" || rightEnd.text === "") return leftEnd.text === rightEnd.text ? edits : undefined;
    if (leftEnd.text !== rightEnd.text) edits.push({ start: leftEnd.start, end: leftEnd.end, text: rightEnd.text });
    left = leftEnd.end;
    right = rightEnd.end;
  }
}

/** The text that a document refers to, where it is this one, perhaps with other line ends: its hash tells. */
export function describedVersion(text: string, { sha256, length }: AnnotationDocument["source"]): string | undefined {
  return [text, text.replaceAll("\r\n", "\n"), text.replaceAll(/\r?\n/gu, "\r\n")].find((version) => version.length === length && textHash(version) === sha256);
}

const LINE_END = /\r\n?|\n/gu;

/** The first line end from an offset on; empty at the end of the text where there is none. */
function nextLineEnd(text: string, offset: number): TextEdit {
  LINE_END.lastIndex = offset;
  const match = LINE_END.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length, text: match[0] } : { start: text.length, end: text.length, text: "" };
}
