/**
 * A text as comparing sees it: runs of white space are one space, curly marks are straight, dashes are hyphens, invisible characters
 * are gone. A reformatted article then still reads the same.
 */
export interface NormalizedText {
  readonly original: string;
  readonly text: string;
  /** Offset in the original of each code unit, and the original's length at the end. */
  readonly offsets: Uint32Array;
}

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const SENTENCE_END = /[.!?][')\]]?$|,'$|"$/u;
/** What paragraphs end with. */
const PARAGRAPH_END = /[.!?:"')\]]/u;
const SPACE = /\s/u;
const SAME: ReadonlyMap<number, string> = new Map([
  ...["“", "”", "„", "‟", "«", "»", "″", "＂"].map((mark) => [mark.charCodeAt(0), '"'] as const),
  ...["‘", "’", "‚", "‛", "‹", "›", "′", "`", "´"].map((mark) => [mark.charCodeAt(0), "'"] as const),
  ...["‐", "‑", "‒", "–", "—", "―", "−"].map((mark) => [mark.charCodeAt(0), "-"] as const),
]);

/** Normalizes a text in one pass. */
export function normalizeText(text: string): NormalizedText {
  const parts: string[] = [];
  const offsets = new Uint32Array(text.length + 1);
  let count = 0;
  let isSpace = false;
  // most of a text stays as it is, and is taken over in one piece
  let copied = 0;
  const replace = (index: number, by: string): void => {
    parts.push(text.slice(copied, index), by);
    copied = index + 1;
  };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // nothing below these needs a pattern
    const white = code <= 0x20 || (code >= 0x80 && SPACE.test(text.charAt(index)));
    if (white ? isSpace : code >= 0xad && INVISIBLE.test(text.charAt(index))) {
      replace(index, "");
      continue;
    }
    isSpace = white;
    if (white && code !== 0x20) replace(index, " ");
    else if (code === 0x60 || code >= 0xab) {
      const same = SAME.get(code);
      if (same !== undefined) replace(index, same);
    }
    offsets[count++] = index;
  }
  offsets[count] = text.length;
  parts.push(text.slice(copied));
  return { original: text, text: parts.join(""), offsets: offsets.subarray(0, count + 1) };
}

/** True where a unit of a normalized text is white space between lines, and beyond both ends of the text. */
export function isLineBreak(text: NormalizedText, unit: number): boolean {
  return unit < 0 || unit >= text.text.length || linesAt(text, unit) > 0;
}

/** True where a unit of a normalized text is white space between paragraphs, and beyond both ends of the text. */
export function isParagraphBreak(text: NormalizedText, unit: number): boolean {
  if (unit < 0 || unit >= text.text.length) return true;
  const lines = linesAt(text, unit);
  // one line end may be that of a wrapped line
  return lines > 1 || (lines === 1 && PARAGRAPH_END.test(text.text.charAt(unit - 1)));
}

/** True where a unit of a normalized text is white space between sentences, or behind words that were said. */
export function isSentenceBreak({ text }: NormalizedText, unit: number): boolean {
  return text.charAt(unit) === " " && SENTENCE_END.test(text.slice(Math.max(0, unit - 2), unit));
}

/** True where sentences may part next to a unit of a normalized text, white space or not: what was moved without the space next to it stands right behind another one. */
export function isSentenceEdge(text: NormalizedText, unit: number): boolean {
  return isLineBreak(text, unit) || isSentenceBreak(text, unit) || PARAGRAPH_END.test(text.text.slice(Math.max(0, unit - 1), unit + 1));
}

/** True where a unit of a normalized text is white space with an empty line in it. */
export function isBlankLine(text: NormalizedText, unit: number): boolean {
  return linesAt(text, unit) > 1;
}

function linesAt({ original, text, offsets }: NormalizedText, unit: number): number {
  return text.charAt(unit) === " " ? original.slice(offsets[unit], offsets[unit + 1]).split(/\r\n?|\n/u).length - 1 : 0;
}
