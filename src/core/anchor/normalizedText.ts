/**
 * A text as comparing sees it: runs of white space are one space, curly marks are straight, dashes are hyphens, invisible characters
 * are gone. A reformatted article then still reads the same.
 */
export interface NormalizedText {
  readonly text: string;
  /** Offset in the original of each code unit, and the original's length at the end. */
  readonly offsets: Uint32Array;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const SPACE = /\s/u;
const SAME: ReadonlyMap<string, string> = new Map([
  ...["“", "”", "„", "‟", "«", "»", "″", "＂"].map((mark) => [mark, '"'] as const),
  ...["‘", "’", "‚", "‛", "‹", "›", "′", "`", "´"].map((mark) => [mark, "'"] as const),
  ...["‐", "‑", "‒", "–", "—", "―", "−"].map((mark) => [mark, "-"] as const),
]);

/** Normalizes a text in one pass. */
export function normalizeText(text: string): NormalizedText {
  const units: string[] = [];
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  let isSpace = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const char = text.charAt(index);
    // nothing below these needs a pattern
    const white = code <= 0x20 || (code >= 0x80 && SPACE.test(char));
    if (white ? isSpace : code >= 0xad && INVISIBLE.test(char)) continue;
    isSpace = white;
    units.push(white ? " " : code < 0x60 ? char : (SAME.get(char) ?? char));
    offsets[count++] = index;
  }
  offsets[count] = text.length;
  return { text: units.join(""), offsets: offsets.subarray(0, count + 1) };
}
