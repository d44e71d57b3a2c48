import type { TextRange } from "../document/range.js";
import { standsBeforeName } from "./abbreviations.js";
import { isTiming } from "./newsroom.js";

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
/** Of the lines of a text with one sentence a line, the share that end as a sentence does, and that hold two. */
const ENDED_SHARE = 0.9;
const TWO_SHARE = 0.1;
/** Groups of lines between blank ones that are paragraphs of several sentences, and lines in a group on average: more are paragraphs themselves. */
const LEAST_GROUPS = 2;
const GROUPED_SHARE = 0.1;
const MOST_IN_GROUP = 6;
const SENTENCE_END = /[.!?…]["”’'»)\]]{0,2}$/u;
const TWO_SENTENCES = /\p{Ll}{4}[.!?]["”’']?\s["“‘']?\p{Lu}/u;
/** Begins a turn of a talk or an entry of a log: "Anna: Where is it?", "Dr. Hale: Here.", "[10:02] Rain.". */
const TURN = /^(?:\p{Lu}[\p{L}\p{M}.'’-]{0,20}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,20}){0,3}:\s|[[(]?\d{1,2}[:.]\d\d\b)/u;
/** Enough lines to see how a text is wrapped, and enough of a line. */
const SAMPLE = 2000;
const LONGEST_LOOKED_AT = 1000;
const LONGEST_LABEL = 90;

/** The width at which a text's paragraphs were wrapped by hand, or undefined where each line is a paragraph. */
function findWrapWidth(text: string, lines: readonly Line[]): number | undefined {
  const pairs: { width: number; next: number; isEnded: boolean }[] = [];
  for (let index = 0; index + 1 < lines.length && pairs.length < SAMPLE; index++) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line !== undefined && next !== undefined && !next.isAfterBlank) pairs.push({ width: line.width, next: firstWordLength(text, next), isEnded: endsSentence(text, line) });
  }
  // who wraps by hand breaks sentences
  if (pairs.length < 3 || pairs.filter(({ isEnded }) => isEnded).length >= pairs.length * ENDED_SHARE) return undefined;
  const widths = pairs.map(({ width }) => width).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.95)] ?? 0;
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return undefined;
  const full = pairs.filter((pair) => isFull(pair.width, pair.next, width)).length;
  return full >= (width < NARROW ? NARROW_FULL_SHARE : FULL_SHARE) * pairs.length ? width : undefined;
}

/** How a text's lines make paragraphs. */
export interface LineStyle {
  /** The width at which paragraphs were wrapped by hand; undefined where lines are no parts of sentences. */
  readonly wrapWidth: number | undefined;
  /** True where each line is a sentence, and blank lines part the paragraphs. */
  readonly isSentences: boolean;
  /** True where lines are those of subtitles, and blank lines part what is shown at one time. */
  readonly isSubtitles: boolean;
}

/** Looks at a text's first lines. Linear. */
export function findLineStyle(text: string, lines: readonly Line[]): LineStyle {
  const wrapWidth = findWrapWidth(text, lines);
  const sample = lines.slice(0, SAMPLE);
  const isSubtitles = sample.some((line) => isTimed(text, line));
  return { wrapWidth, isSentences: !isSubtitles && wrapWidth === undefined && areSentences(text, sample), isSubtitles };
}

function areSentences(text: string, lines: readonly Line[]): boolean {
  const groups: Line[][] = [];
  for (const line of lines) {
    if (line.isAfterBlank) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  const several = groups.filter(({ length }) => length > 1);
  const grouped = several.flat();
  if (several.length < LEAST_GROUPS || several.length < groups.length * GROUPED_SHARE || grouped.length > several.length * MOST_IN_GROUP) return false;
  const wordsOf = ({ start, end }: Line): string => text.slice(start, Math.min(end, start + LONGEST_LOOKED_AT));
  const ended = grouped.filter((line) => endsSentence(text, line)).length;
  const two = lines.filter((line) => TWO_SENTENCES.test(wordsOf(line))).length;
  return ended >= grouped.length * ENDED_SHARE && two <= lines.length * TWO_SHARE;
}

/** True where the next line's paragraph is the same: the line is full, the next one goes on in small letters, or is its next sentence and no turn of its own. */
export function goesOn(text: string, line: Line, next: Line, { wrapWidth, isSentences, isSubtitles }: LineStyle): boolean {
  if (next.isAfterBlank) return false;
  if (isSubtitles) return !isTimed(text, line) && !isTimed(text, next);
  if (endsBeforeName(text, line)) return true;
  if (isSentences) return !TURN.test(text.slice(next.start, Math.min(next.end, next.start + LONGEST_LABEL)));
  const goesOnSmall = /^\p{Ll}/u.test(text.slice(next.start, next.start + 2)) && !/[.!?…:;"”’']$/u.test(text.charAt(line.end - 1));
  if (wrapWidth === undefined) return goesOnSmall && line.width >= 30 && line.width <= WIDEST_WRAP;
  return goesOnSmall || isFull(line.width, firstWordLength(text, next), wrapWidth);
}

function isTimed(text: string, { start, end }: Line): boolean {
  return isTiming(text.slice(start, Math.min(end, start + LONGEST_LABEL)));
}

function endsSentence(text: string, { start, end }: Line): boolean {
  return SENTENCE_END.test(text.slice(Math.max(start, end - 4), end));
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
