import { overlaps, type TextRange } from "../document/range.js";
import { GLUED, labelAt, type Label } from "./labels.js";
import { findLineStyle, goesOn, readLines, type Line } from "./lines.js";
import { markupMasks } from "./markup.js";
import * as newsroom from "./newsroom.js";
import type { RawBlock } from "./rawBlock.js";
import { blankOut, type Mask } from "./tokens.js";

/** A paragraph before it is known what it is; Markdown knows some kinds beforehand. */
export interface Paragraph extends TextRange {
  readonly kind: "paragraph" | "heading" | "listItem" | "blockQuote";
  readonly masked: readonly Mask[];
  /** One line in the file: it may be a heading. */
  readonly isLine: boolean;
}

/** The blocks of a plain text, in order. Linear. */
export function plainBlocks(text: string, from = 0): RawBlock[] {
  return sortOut(text, plainParagraphs(text, from));
}

function plainParagraphs(text: string, from: number): Paragraph[] {
  const lines = readLines(text, from);
  const style = findLineStyle(text, lines);
  const paragraphs: Paragraph[] = [];
  let first: Line | undefined;
  lines.forEach((line, index) => {
    first ??= line;
    const next = lines[index + 1];
    if (next !== undefined && goesOn(text, line, next, style) && !beginsAnew(text, next) && !(first === line && standsAlone(text, line))) return;
    paragraphs.push({ kind: "paragraph", start: first.start, end: line.end, masked: markupMasks(text, first.start, line.end), isLine: first === line });
    first = undefined;
  });
  return paragraphs;
}

/** Lines that begin a paragraph whatever stands before them. */
function beginsAnew(text: string, { start, end }: Line): boolean {
  const line = text.slice(start, Math.min(end, start + 300));
  return newsroom.isListItem(line) || /^(?:(?:Q|A|\p{Lu}[\p{Lu} .'’-]{1,30}):|<\p{L}[^<>\s]{0,20}>)\s/u.test(line) || standsAlone(text, { start, end });
}

function standsAlone(text: string, { start, end }: TextRange): boolean {
  const line = text.slice(start, Math.min(end, start + 300));
  return newsroom.headerLength(line, 0) === line.length || newsroom.isByline(line) || newsroom.isTeaser(line);
}

/**
 * Tells paragraphs of prose from the lines around them, cutting header, dateline and teaser off the paragraphs that hold them,
 * and finds the labels of transcripts.
 */
export function sortOut(text: string, paragraphs: readonly Paragraph[]): RawBlock[] {
  const visible = (paragraph: Paragraph): string =>
    paragraph.masked.length > 0 ? blankOut(text, paragraph.start, paragraph.end, paragraph.masked) : text.slice(paragraph.start, paragraph.end);
  const sample = text.slice(0, 10_000);
  const isMixedCase = /\p{Ll}{3}/u.test(sample);
  const isSmall = isMixedCase && !/\p{Lu}/u.test(sample);
  const labels = findLabels(paragraphs, (paragraph) => labelAt(visible(paragraph).trimStart(), isSmall));
  return withoutFootAndNumbers(text, paragraphs.flatMap((paragraph, nth) => sortOutOne(paragraph, { nth, count: paragraphs.length, prose: visible(paragraph), labels, isMixedCase, isSmall })));
}

/** What stands at the foot of a press release is no part of the story, as a teaser is none, nor what counts subtitles. */
function withoutFootAndNumbers(text: string, blocks: readonly RawBlock[]): RawBlock[] {
  const words = (block: RawBlock | undefined): string => (block ? text.slice(block.start, Math.min(block.end, block.start + 200)) : "");
  let isFoot = false;
  return blocks.map((block, index) => {
    if (block.kind === "heading") isFoot = newsroom.isReleaseFoot(words(block), words(blocks[index + 1]));
    if (newsroom.isSubtitleNumber(words(block), words(blocks[index + 1]))) return { ...block, kind: "header" };
    const isProse = block.kind === "paragraph" || block.kind === "listItem";
    return isProse && (isFoot || newsroom.isForwardLooking(words(block))) ? { ...block, kind: "teaser" } : block;
  });
}

/** Names that stand before a colon at the head of several paragraphs, by their last words: "SEN. MARIA LOPEZ:" goes on as "SEN. LOPEZ:". */
function findLabels(paragraphs: readonly Paragraph[], labelOf: (paragraph: Paragraph) => Label | undefined): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const loose = new Map<string, number>();
  const titled = new Map<string, number>();
  for (const paragraph of paragraphs) {
    if (paragraph.kind === "heading") continue;
    const label = labelOf(paragraph);
    const known = label?.isTitled === true ? titled : label?.isLoose === true ? loose : counts;
    if (label !== undefined) known.set(labelKey(label), (known.get(labelKey(label)) ?? 0) + 1);
  }
  if ((counts.get("A") ?? 0) < 2) counts.delete(GLUED);
  const repeated = [...counts].filter(([, count]) => count > 1).map(([name]) => name);
  // two that take turns make a transcript, and then a third who speaks once is one too
  const labels = repeated.length >= 1 && counts.size > 1 ? [...counts.keys()] : repeated;
  const returning = [...loose.values()].filter((count) => count > 1);
  const total = [...loose.values()].reduce((sum, count) => sum + count, 0);
  const isTranscript = total * 2 >= paragraphs.length && (returning.length > 1 || (returning.length === 1 && loose.size === 2));
  // a list of those who took part has nobody twice
  const isCall = titled.size > 1 && [...titled].some(([name, count]) => count > 1 && name !== "titled OPERATOR");
  return new Set([...labels, ...(isTranscript ? loose.keys() : []), ...(isCall ? titled.keys() : [])]);
}

/** A label's last word; a loose one, or one with a title, is none of the others. */
function labelKey({ name, isLoose, isTitled }: Label): string {
  return `${isTitled ? "titled " : isLoose ? "loose " : ""}${name.slice(name.lastIndexOf(" ") + 1)}`;
}

interface Surroundings {
  readonly nth: number;
  /** Of paragraphs in the article: one that stands alone is no heading. */
  readonly count: number;
  readonly prose: string;
  readonly labels: ReadonlySet<string>;
  readonly isMixedCase: boolean;
  /** Nothing has a capital. */
  readonly isSmall: boolean;
}

function sortOutOne(paragraph: Paragraph, { nth, count, prose, labels, isMixedCase, isSmall }: Surroundings): RawBlock[] {
  const blocks: RawBlock[] = [];
  const { kind, isLine } = paragraph;
  const add = (as: RawBlock["kind"], start: number, end: number, label?: TextRange): void => {
    const from = start + (prose.slice(start, end).length - prose.slice(start, end).trimStart().length);
    const to = start + prose.slice(start, end).trimEnd().length;
    if (from >= to) return;
    // an entity at the end is read as its first character
    const last = paragraph.masked.find((mask) => mask.as !== undefined && mask.start === paragraph.start + to - 1);
    const range = { start: paragraph.start + from, end: last?.end ?? paragraph.start + to };
    const masked = paragraph.masked
      .filter((mask) => overlaps(mask, range))
      .map((mask) => ({ ...mask, start: Math.max(mask.start, range.start), end: Math.min(mask.end, range.end) }));
    blocks.push({ kind: as, ...range, ...(masked.length > 0 ? { masked } : {}), ...(label === undefined ? {} : { label }) });
  };

  const whole = prose.trim();
  const indent = prose.length - prose.trimStart().length;
  if (kind === "heading") {
    add("heading", 0, prose.length);
    return blocks;
  }
  let from = indent;
  const header = newsroom.headerLength(whole, nth);
  if (header > 0) {
    add("header", from, from + header);
    from += header;
  }
  const rest = header > 0 ? prose.slice(from).trimStart() : whole;
  from = prose.length - prose.slice(from).trimStart().length;
  if (rest === "") return blocks;

  const label = labelAt(rest, isSmall);
  const isLabelled = label !== undefined && labels.has(labelKey(label));
  const wholeKind = isLabelled ? undefined : lineKind(rest, { isFirst: nth === 0, isMixedCase, mayBeHeading: isLine && kind === "paragraph" && header === 0 && count > 1 });
  if (wholeKind !== undefined) {
    add(wholeKind, from, prose.length);
    return blocks;
  }
  const atHead = isLabelled ? 0 : newsroom.datelineLength(rest, nth);
  const headline = nth === 0 && kind === "paragraph" && !isLabelled && atHead === 0 ? newsroom.headlineLength(rest) : 0;
  if (headline > 0) {
    add("heading", from, from + headline);
    from += headline;
  }
  const dateline = headline > 0 ? newsroom.datelineLength(rest.slice(headline), nth) : atHead;
  if (dateline > 0 && dateline < rest.length - headline) {
    add("dateline", from, from + dateline);
    from += dateline;
  }
  const body = kind === "paragraph" && newsroom.isListItem(rest) && dateline === 0 ? "listItem" : kind;
  const range = isLabelled ? { start: paragraph.start + from + label.start, end: paragraph.start + from + label.end } : undefined;
  const teaser = newsroom.innerTeaser(prose.slice(from));
  if (teaser === undefined) {
    add(body, from, prose.length, range);
    return blocks;
  }
  add(body, from, from + teaser.start, range);
  add("teaser", from + teaser.start, from + teaser.end);
  add(body, from + teaser.end, prose.length);
  return blocks;
}

function lineKind(line: string, { isFirst, isMixedCase, mayBeHeading }: { isFirst: boolean; isMixedCase: boolean; mayBeHeading: boolean }): RawBlock["kind"] | undefined {
  if (newsroom.isTeaser(line)) return "teaser";
  if (newsroom.isTiming(line)) return "header";
  if (newsroom.isByline(line)) return "byline";
  if (newsroom.isCaption(line)) return "caption";
  if (mayBeHeading && !newsroom.isListItem(line) && newsroom.isHeading(line, { isFirst, isMixedCase })) return "heading";
  return undefined;
}
