import type { TextRange } from "./range.js";

/** A stretch of a text without the white space at its edges, within the text; empty where it holds nothing else. */
export function trimRange(text: string, { start, end }: TextRange): TextRange {
  const from = Math.max(0, Math.min(start, end));
  const words = text.slice(from, Math.max(start, end));
  const lead = words.length - words.trimStart().length;
  return { start: from + lead, end: from + lead + words.trim().length };
}
