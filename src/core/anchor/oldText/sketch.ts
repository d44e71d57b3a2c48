import { countWhile } from "../../common/countWhile.js";
import type { Annotation } from "../../document/annotationDocument.js";

/** Stands for text that nobody knows any more; it is no character, and equals none in any text. */
export const UNKNOWN = "\uFFFF";
const UNKNOWN_CODE = 0xffff;

/** What is known of the text that a document refers to. */
export interface KnownText {
  readonly text: string;
  /** Where in `text` a code unit of the document's text stands; undefined for one that is not known. */
  locate(offset: number): number | undefined;
  /** The other way round: which offset of the document's text a code unit of `text` stands for. */
  offsetOf(at: number): number;
}

/** The whole text, where somebody still has it. */
export function wholeText(text: string): KnownText {
  return { text, locate: (offset) => offset, offsetOf: (at) => at };
}

/** Where in a text something is not known, in order. */
export function gapsOf(text: string): number[] {
  const gaps: number[] = [];
  for (let at = text.indexOf(UNKNOWN); at >= 0; at = text.indexOf(UNKNOWN, at + 1)) gaps.push(at);
  return gaps;
}

/** A stretch of the old text that an annotation remembers. */
export interface Piece {
  readonly start: number;
  readonly text: string;
}

/**
 * Pieces the text together from what the annotations remember of it, their words and the context around them: of an article with many
 * findings most of it, and of any the surroundings of each. `length` is that of the text. Stretches are in order and parted by
 * `UNKNOWN`, as are code units on which annotations disagree. Takes time and memory by what is remembered, whatever offsets a file claims.
 */
export function sketchText(annotations: readonly Annotation[], length: number): KnownText {
  const pieces = annotations.filter(({ orphaned, start, end, text }) => orphaned !== true && text.length === end - start).map(toPiece).sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let size = 0;
  for (const { start, text } of pieces) {
    const end = start + text.length;
    const last = runs.at(-1);
    if (last && start <= last.end) {
      size += Math.max(0, end - last.end);
      last.end = Math.max(last.end, end);
    } else {
      size += start > 0 ? 1 : 0;
      runs.push({ start, end, at: size });
      size += text.length;
    }
  }
  if ((runs.at(-1)?.end ?? 0) < length) size++;
  const units = new Uint16Array(size).fill(UNKNOWN_CODE);
  const isDoubted = new Uint8Array(size);
  let index = 0;
  for (const { start, text } of pieces) {
    while ((runs[index]?.end ?? Infinity) < start) index++;
    const run = runs[index];
    if (!run) break;
    const at = run.at + start - run.start;
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      const known = units[at + offset];
      if (known === UNKNOWN_CODE) units[at + offset] = unit;
      else if (known !== unit) isDoubted[at + offset] = 1;
    }
  }
  for (let offset = 0; offset < size; offset++) if (isDoubted[offset] === 1) units[offset] = UNKNOWN_CODE;
  return {
    text: decode(units),
    locate: (offset) => {
      const run = lastRun(runs, "start", offset);
      return run && offset <= run.end ? run.at + offset - run.start : undefined;
    },
    offsetOf: (at) => {
      const run = lastRun(runs, "at", at);
      return run ? run.start + at - run.at : 0;
    },
  };
}

interface Run {
  readonly start: number;
  end: number;
  readonly at: number;
}

/** The last run that begins at or before an offset. */
function lastRun(runs: readonly Run[], side: "start" | "at", offset: number): Run | undefined {
  return runs[countWhile(runs.length, (index) => (runs[index]?.[side] ?? 0) <= offset) - 1];
}

/** An annotation's words with the context around them. */
export function toPiece({ start, text, prefix = "", suffix = "" }: Annotation): Piece {
  // a context longer than the text before it is no context
  return prefix.length > start ? { start, text: text + suffix } : { start: start - prefix.length, text: prefix + text + suffix };
}

function decode(units: Uint16Array): string {
  const parts: string[] = [];
  // more arguments than this overflow the stack of some engines
  for (let at = 0; at < units.length; at += 8192) parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return parts.join("");
}
