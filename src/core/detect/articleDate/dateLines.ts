import type { TextRange } from "../../document/range.js";
import { toDay, twoDigits } from "../dates/calendar.js";
import { MONTH_ABBREVIATIONS } from "../dates/dateWords.js";
import type { Words } from "../dates/words.js";
import { readDay, wordsOf, type DateClue, type ReadDay } from "./dateClue.js";

/** Lines about the article stand within these many of its first and last lines that are not empty. */
const TOP_LINES = 20;
const BOTTOM_LINES = 6;
/** So much of a line is looked at, in UTF-16 code units: what tells a date stands at its head. */
const LINE_LENGTH = 300;

/** What kind of line tells the date; the earlier outranks the later. */
const LINE_KINDS = ["published", "date line", "dateline", "updated", "address"] as const;
type LineKind = (typeof LINE_KINDS)[number];

interface LineClue extends DateClue {
  readonly kind: LineKind;
}

/**
 * Days that lines about the article tell: "Published: 6 April 2021", a line that is but a date, a byline with one, the dateline
 * "NEW DELHI, April 6 (Reuters) —", the article's own address. Surest first. Dates in running prose never count.
 */
export function findDateLines(text: string): LineClue[] {
  const { top, bottom } = outerLines(text);
  const clues = [...top.flatMap((line) => cluesOfLine(text, line, true)), ...bottom.flatMap((line) => cluesOfLine(text, line, false))];
  return clues.sort((a, b) => LINE_KINDS.indexOf(a.kind) - LINE_KINDS.indexOf(b.kind));
}

/** The year of a copyright line, for a dateline without one. */
export function findCopyrightYear(text: string): number | undefined {
  const { top, bottom } = outerLines(text);
  for (const { start, end } of [...top, ...bottom]) {
    const match = /(?:©|\(c\)|copyright)[^\d\r\n]{0,40}((?:19|20)\d\d)\b/iu.exec(text.slice(start, end));
    if (match) return Number(match[1]);
  }
  return undefined;
}

function outerLines(text: string): { top: TextRange[]; bottom: TextRange[] } {
  const top: TextRange[] = [];
  const line = /\S[^\r\n]*/gu;
  while (top.length < TOP_LINES) {
    const match = line.exec(text);
    if (!match) return { top, bottom: [] };
    top.push({ start: match.index, end: match.index + Math.min(match[0].length, LINE_LENGTH) });
  }
  const bottom: TextRange[] = [];
  const last = top.at(-1)?.start ?? 0;
  let end = text.length;
  while (bottom.length < BOTTOM_LINES && end > last) {
    const start = Math.max(text.lastIndexOf("\n", end - 1), text.lastIndexOf("\r", end - 1)) + 1;
    if (start <= last) break;
    if (/\S/u.test(text.slice(start, Math.min(end, start + LINE_LENGTH)))) bottom.unshift({ start, end: Math.min(end, start + LINE_LENGTH) });
    end = start - 1;
  }
  return { top, bottom };
}

function cluesOfLine(text: string, line: TextRange, atTop: boolean): LineClue[] {
  const content = text.slice(line.start, line.end);
  if (!/\d/u.test(content)) return [];
  const address = /https?:\/\/\S+/u.exec(content);
  if (address) return isAddressLine(content, address[0]) ? addressClues(address[0], line.start + address.index) : [];
  const clues: LineClue[] = [];
  for (const segment of segmentsOf(content, line.start)) {
    const { words, range } = wordsOf(text, segment);
    const found = labelledDay(words) ?? lonelyDay(words) ?? (atTop && segment.start === line.start ? datelineDay(words) : undefined);
    if (found) clues.push({ kind: found.kind, value: found.day.value, from: "text", range: range(found.day.first, found.day.end) });
  }
  return clues;
}

/** Bars and dots, and white space behind a date or time where a label follows. */
const SEGMENT_BORDER = /[|•·]|(?<=(?:\d{4}|[:.]\d\d)(?:[.;,)]|\s?(?:[ap]\.?m\.?|[A-Z]{2,4})[.;,]?)?)\s+(?=(?:First |Last |Originally )?(?:Published|Posted|Updated|Modified)\b)/gu;

/** The parts of a line: "By Jane Doe | April 6, 2021 | Updated 10:30", "Updated: 7 April 2021. Published: 6 April 2021". */
function* segmentsOf(content: string, offset: number): Generator<TextRange> {
  let start = 0;
  for (const { index, 0: border } of content.matchAll(SEGMENT_BORDER)) {
    yield { start: offset + start, end: offset + index };
    start = index + border.length;
  }
  yield { start: offset + start, end: offset + content.length };
}

interface FoundDay {
  readonly kind: LineKind;
  readonly day: ReadDay;
}

const PUBLISHED = /^(?:published|posted|date|pubdate|issued|released|filed|created)$/u;
const UPDATED = /^(?:updated|modified|revised|corrected)$/u;
/** Words between a label and its date. */
const FILLERS = /^(?:on|at|date|online|by|:|-|–|—|=|\*|_|the|time)$/u;

/** "Published: 6 April 2021", "date 2021-04-06", "First posted on April 6, 2021", "Last updated: …". */
function labelledDay(words: Words): FoundDay | undefined {
  let at = skipMarks(words, words.first);
  if (/^(?:first|last|publication|release|pub|this|originally)$/u.test(words.lower(at))) at++;
  if (/^(?:article|story|was)$/u.test(words.lower(at))) at++;
  if (words.lower(at) === "was") at++;
  if (/^(?:first|last|originally)$/u.test(words.lower(at))) at++;
  const label = words.lower(at);
  const kind: LineKind | undefined = PUBLISHED.test(label) ? "published" : UPDATED.test(label) ? "updated" : undefined;
  if (kind === undefined) return undefined;
  at++;
  for (let count = 0; count < 4 && FILLERS.test(words.lower(at)); count++) at++;
  // "Published 10:30, 6 April 2021"
  if (/^\d{1,2}[:.]\d\d$/u.test(words.text(at))) for (at++; /^(?:,|[ap]\.?m\.?|[a-z]{2,4}|on)$/u.test(words.lower(at)); ) at++;
  const day = readDay(words, at);
  // "Published April 6, 2021, the report says": prose
  if (!day || (words.text(day.end) === "," && /^\p{Ll}/u.test(words.text(day.end + 1)))) return undefined;
  return { kind, day };
}

function skipMarks(words: Words, from: number): number {
  let at = from;
  while (at < words.end && /^[*_#>()[\]\-–—"“'‘]$/u.test(words.text(at))) at++;
  return at;
}

/** Small words that may stand beside a date in a line without a sentence. */
const BESIDE = /^(?:by|at|on|and|am|pm|a\.m\.|p\.m\.|of|the|for|in|edition|print|page|de|la|van|von|der|min|read)$/u;

/** A line that is but a date with a name, a place, a paper or a time: "Saturday, September 14, 2024", "By Jane Doe, 6 April 2021". */
function lonelyDay(words: Words): FoundDay | undefined {
  if (words.end - words.first > 24) return undefined;
  for (let at = words.first; at < words.end; at++) {
    const day = readDay(words, at);
    if (!day) {
      // a word of a sentence before the date: no line about the article
      if (/^\p{Ll}/u.test(words.text(at)) && !BESIDE.test(words.lower(at))) return undefined;
      continue;
    }
    if (day.value.startsWith("X")) return undefined;
    for (let after = day.end; after < words.end; after++) if (/^\p{Ll}/u.test(words.text(after)) && !BESIDE.test(words.lower(after))) return undefined;
    return /^(?:since|until|before|after|from|in|on|of|by)$/u.test(words.lower(at - 1)) && at - 1 > words.first ? undefined : { kind: "date line", day };
  }
  return undefined;
}

/** "NEW DELHI, April 6 (Reuters) —", "WASHINGTON (AP) — April 6, 2021 —". */
function datelineDay(words: Words): FoundDay | undefined {
  const first = skipMarks(words, words.first);
  if (!words.isCapitalized(first)) return undefined;
  for (let at = first + 1; at < Math.min(words.end, first + 14); at++) {
    const day = readDay(words, at);
    if (day) {
      // "LEEDS (March 2, 2022) –"
      if (words.text(at - 1) === "(" && words.text(day.end) === ")" && words.isDash(day.end + 1)) return { kind: "dateline", day };
      const opened = words.text(at - 1) === "," || words.isDash(at - 1) || words.text(at - 1) === ")";
      const closed = words.text(day.end) === "(" || words.isDash(day.end) || words.text(day.end) === ":" || words.text(day.end) === "/" || words.text(day.end) === "_";
      return opened && closed ? { kind: "dateline", day } : undefined;
    }
    if (/^\p{Ll}/u.test(words.text(at)) && !/^(?:de|la|le|al|the|of)$/u.test(words.text(at))) return undefined;
  }
  return undefined;
}

/** A line that is an address, with a label at most: "LINK: https://…". Addresses in prose lead to other articles. */
function isAddressLine(content: string, address: string): boolean {
  const rest = content.replace(address, "").trim();
  return /^[<(]?(?:(?:link|url|source|canonical|permalink|address|original|from|web)\s*[:=]?)?[>)]?$/iu.test(rest);
}

function addressClues(address: string, offset: number): LineClue[] {
  const day = dayInPath(address);
  return day ? [{ kind: "address", value: day.value, from: "text", range: { start: offset + day.start, end: offset + day.end } }] : [];
}

/** A day in an address or a path: "/2021/04/06/", "/2021/apr/06/", "2021-04-06", "20210406". */
export function dayInPath(path: string): (TextRange & { value: string }) | undefined {
  for (const match of path.matchAll(/(?<!\d)((?:19|20)\d\d)(?:([-_./])(\d{1,2}|[a-z]{3})\2(\d{1,2})|(\d\d)(\d\d))(?!\d)/giu)) {
    const month = match[3] ?? match[5] ?? "";
    const monthNumber = MONTH_ABBREVIATIONS.get(month.toLowerCase()) ?? (month.toLowerCase() === "may" ? 5 : Number(month));
    const [year, day] = [Number(match[1]), Number(match[4] ?? match[6])];
    if (!Number.isInteger(monthNumber) || toDay(year, monthNumber, day) === null) continue;
    return { value: `${year}-${twoDigits(monthNumber)}-${twoDigits(day)}`, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
