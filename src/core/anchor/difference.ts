import diff from "fast-diff";
import type { TextEdit } from "../document/textEdit.js";
import { commonPrefix, commonSuffix } from "./similarity.js";

/** Beyond these the comparison would take longer than a person waits; what lies between then counts as replaced. */
const LINES_AT_MOST = 20_000;
const BLOCK_AT_MOST = 4000;
/** Below the range of surrogates, which the library takes for halves of one character. */
const DISTINCT_LINES_AT_MOST = 0xd000;

/**
 * The edits that make one text from another: first line by line, then by characters inside of what differs, so that the time is bounded
 * for texts of any length.
 */
export function diffText(before: string, after: string): TextEdit[] {
  const head = commonPrefix(before, after);
  const tail = commonSuffix(before, after, Math.min(before.length, after.length) - head);
  // whole lines, so that equal lines are seen as equal
  const start = before.lastIndexOf("\n", head - 1) + 1;
  const endBefore = lineEnd(before, before.length - tail);
  const endAfter = after.length - (before.length - endBefore);
  const oldLines = before.slice(start, endBefore).match(LINES) ?? [];
  const newLines = after.slice(start, endAfter).match(LINES) ?? [];
  const codes = new Map<string, string>();
  const encode = (lines: readonly string[]): string =>
    lines
      .map((line) => {
        const known = codes.get(line) ?? String.fromCharCode(codes.size);
        codes.set(line, known);
        return known;
      })
      .join("");
  const edits: TextEdit[] = [];
  if (oldLines.length > LINES_AT_MOST || newLines.length > LINES_AT_MOST) {
    addBlock(edits, start, before.slice(start, endBefore), after.slice(start, endAfter));
    return edits;
  }
  const [oldCodes, newCodes] = [encode(oldLines), encode(newLines)];
  if (codes.size > DISTINCT_LINES_AT_MOST) {
    addBlock(edits, start, before.slice(start, endBefore), after.slice(start, endAfter));
    return edits;
  }
  let offset = start;
  let oldLine = 0;
  let newLine = 0;
  let removed = "";
  let added = "";
  const flush = (): void => {
    addBlock(edits, offset, removed, added);
    offset += removed.length;
    removed = "";
    added = "";
  };
  for (const [kind, piece] of diff(oldCodes, newCodes)) {
    if (kind === diff.DELETE) {
      removed += oldLines.slice(oldLine, oldLine + piece.length).join("");
      oldLine += piece.length;
    } else if (kind === diff.INSERT) {
      added += newLines.slice(newLine, newLine + piece.length).join("");
      newLine += piece.length;
    } else {
      flush();
      offset += oldLines.slice(oldLine, oldLine + piece.length).join("").length;
      oldLine += piece.length;
      newLine += piece.length;
    }
  }
  flush();
  return edits;
}

const LINES = /[^\n]*\n|[^\n]+/gu;

/** The end of the line that an offset lies in, or the offset where it is the start of a line. */
function lineEnd(text: string, offset: number): number {
  if (offset === 0 || text.charAt(offset - 1) === "\n") return offset;
  const at = text.indexOf("\n", offset);
  return at < 0 ? text.length : at + 1;
}

function addBlock(edits: TextEdit[], offset: number, removed: string, added: string): void {
  if (removed === added) return;
  if (removed.length + added.length > BLOCK_AT_MOST) {
    const head = commonPrefix(removed, added);
    const tail = commonSuffix(removed, added, Math.min(removed.length, added.length) - head);
    edits.push({ start: offset + head, end: offset + removed.length - tail, text: added.slice(head, added.length - tail) });
    return;
  }
  let at = offset;
  for (const [kind, piece] of diff(removed, added)) {
    const last = edits.at(-1);
    if (kind === diff.EQUAL) at += piece.length;
    else if (kind === diff.DELETE) {
      edits.push({ start: at, end: at + piece.length, text: "" });
      at += piece.length;
    } else if (last && last.end === at && last.text === "" && last.start < at) edits[edits.length - 1] = { ...last, text: piece };
    else edits.push({ start: at, end: at, text: piece });
  }
}
