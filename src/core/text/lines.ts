import type { TextRange } from "../document/range.js";
import { standsBeforeName } from "./abbreviations.js";

/** A line of plain text that is not blank, without the white space around it. */
export interface Line extends TextRange {
  /** True where at least one blank line is before it, or where it is the first. */
  readonly isAfterBlank: boolean;
  /** Columns that it takes in the file, indentation included. */
  readonly width: number;
}

// CRLF, LF, lone CR, the separators of Unicode, next line (NEL), page breaks
const LINE = /[^\n\r\f\v\x85\u2028\u2029]+|\r\n|[\n\r\f\v\x85\u2028\u2029]/gu;
const BREAK = /^[\n\r\f\v\x85\u2028\u2029]/u;

/** The lines of a text that are not blank, in order; any kind of line end, mixed kinds too. Linear. */
export function readLines(text: string, from = 0): Line[] {
  const lines: Line[] = [];
  let breaks = 2;
  for (const match of text.slice(from).matchAll(LINE)) {
    const found = match[0];
    if (BREAK.test(found)) {
      // a paragraph separator stands for a blank line
      breaks += found === "\u2029" ? 2 : 1;
      continue;
    }
    const trimmed = found.trimEnd();
    const start = from + match.index + (found.length - found.trimStart().length);
    const end = from + match.index + trimmed.length;
    if (start >= end) continue;
    lines.push({ start, end, isAfterBlank: breaks > 1, width: trimmed.length });
    breaks = 0;
  }
  return lines;
}

/** Lines wider than this are paragraphs of their own: nobody wraps text by hand there. */
const WIDEST_WRAP = 130;
const NARROWEST_WRAP = 30;
/** Lines of verse are as narrow as a newspaper's columns, but seldom full. */
const NARROW = 45;
const FULL_SHARE = 0.6;
const NARROW_FULL_SHARE = 0.85;
/** Enough lines to see how a text is wrapped. */
const SAMPLE = 2000;

/** The width at which a text's paragraphs were wrapped by hand, or undefined where each line is a paragraph. */
export function findWrapWidth(text: string, lines: readonly Line[]): number | undefined {
  const pairs: { width: number; next: number }[] = [];
  for (let index = 0; index + 1 < lines.length && pairs.length < SAMPLE; index++) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line !== undefined && next !== undefined && !next.isAfterBlank) pairs.push({ width: line.width, next: firstWordLength(text, next) });
  }
  if (pairs.length < 3) return undefined;
  const widths = pairs.map(({ width }) => width).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0;
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return undefined;
  const full = pairs.filter((pair) => isFull(pair.width, pair.next, width)).length;
  return full >= (width < NARROW ? NARROW_FULL_SHARE : FULL_SHARE) * pairs.length ? width : undefined;
}

/** True where the next line's paragraph is the same: the line is full, or the next one goes on in small letters. */
export function goesOn(text: string, line: Line, next: Line, wrapWidth: number | undefined): boolean {
  if (next.isAfterBlank) return false;
  if (endsBeforeName(text, line)) return true;
  const goesOnSmall = /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)) && !/[.!?…:;"”’']$/u.test(text.charAt(line.end - 1));
  if (wrapWidth === undefined) return goesOnSmall && line.width >= 30 && line.width <= WIDEST_WRAP;
  return goesOnSmall || isFull(line.width, firstWordLength(text, next), wrapWidth);
}

/** True for a line that was broken within a name: "… met in St." / "Petersburg", but not "12 Main St." */
function endsBeforeName(text: string, { start, end }: Line): boolean {
  const [, before = "", last = ""] = /(?:(\S+)[ \t]+)?(\S+)$/u.exec(text.slice(Math.max(start, end - 40), end)) ?? [];
  return standsBeforeName(last) || (last === "St." && /^\p{Ll}/u.test(before));
}

function isFull(width: number, next: number, wrapWidth: number): boolean {
  return width + 1 + next > wrapWidth * 0.92;
}

function firstWordLength(text: string, { start, end }: Line): number {
  const head = text.slice(start, Math.min(end, start + 40));
  const cut = head.search(/\s/u);
  return cut < 0 ? head.length : cut;
}
