import type { Annotation } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import { firstFrom } from "./blocks.js";
import type { Fragment } from "./claims.js";
import { placeFragments, type Asked } from "./fragments.js";
import { isLineBreak, isParagraphBreak, normalizeText, type NormalizedText } from "./normalizedText.js";
import { PieceIndex } from "./pieceIndex.js";
import { Placement, type FoundWords } from "./placement.js";
import { gapsOf, type KnownText } from "./sketch.js";

/** Of what is known of the old text, stretches of this length are aligned with the new text as a whole; shorter ones are looked for. */
const ALIGNED_LENGTH = 600;
/** So much of what is known around words is looked for with them. */
const AROUND = 64;
/** Of this at least so much in their own paragraph. */
const CORE_LENGTH = 16;
/** Of a line of no more than this a copy may stand right beside it. */
const LINE_LENGTH = 100;

/** Pieces of this length lead to words that are looked for letter for letter. */
const VERBATIM_LENGTH = 12;

/** Where the words of an annotation stand in the new text. */
export interface PlacedWords {
  readonly range: TextRange;
  /** True where they are the same but for white space and the form of marks. */
  readonly isSame: boolean;
}

/** Where the words of annotations went in the new text, in their order; undefined where that cannot be told. `oldLength` is that of the old text. */
export function placeAnnotations(annotations: readonly Annotation[], known: KnownText, oldLength: number, present: NormalizedText): (PlacedWords | undefined)[] {
  const old = normalizeText(known.text);
  const gaps = gapsOf(old.text);
  let placement: Placement | undefined;
  const found: (FoundWords | undefined)[] = [];
  const asked: (Asked & { readonly index: number })[] = [];
  // in the address of a link, which comparing does not see
  const hidden = new Set<number>();
  for (const [index, annotation] of annotations.entries()) {
    const span = annotation.orphaned === true ? undefined : locate(annotation, known, old);
    if (!span) continue;
    if (span.start === span.end) {
      hidden.add(index);
      continue;
    }
    const stretch = stretchAround(span, old.text.length, gaps);
    const isAll = stretch.start === 0 && stretch.end === old.text.length;
    if (isAll || stretch.end - stretch.start >= ALIGNED_LENGTH) {
      placement ??= new Placement(old, present);
      found[index] = placement.place(span);
    } else {
      const lead = leadOf(annotation);
      const copies = (annotation.copies ?? []).map((at) => at + lead);
      asked.push({ index, start: annotation.start + lead, copies, alike: annotation.alike, around: aroundOf(annotation, known, old) ?? span, fragment: fragmentOf(span, stretch, old) });
    }
  }
  if (asked.length > 0) for (const [at, claim] of placeFragments(asked, old, oldLength, present).entries()) if (claim?.range) found[asked[at]?.index ?? -1] = { range: claim.range, isSame: claim.isSame };
  const verbatim = hidden.size > 0 ? new PieceIndex(present.original, VERBATIM_LENGTH) : undefined;
  return annotations.map((annotation, index) => {
    const words = found[index];
    if (verbatim && hidden.has(index)) return onlyVerbatim(annotation, verbatim);
    return words && { ...words, range: withEdges(toOriginal(words.range, present), annotation.text.trim(), present.original) };
  });
}

/** The one place where words stand with all of their context, letter for letter. */
function onlyVerbatim({ text, prefix = "", suffix = "" }: Annotation, pieces: PieceIndex): PlacedWords | undefined {
  const whole = prefix + text + suffix;
  const [at, other] = pieces.placesOf(whole, 0).filter((place) => pieces.text.startsWith(whole, place));
  if (at === undefined || other !== undefined) return undefined;
  return { range: { start: at + prefix.length, end: at + prefix.length + text.length }, isSame: true };
}

/** How much white space an annotation begins with. */
function leadOf({ text }: Annotation): number {
  return text.length - text.trimStart().length;
}

/** The words of an annotation in the normalized old text, without white space at their edges. */
function locate({ start, end, text }: Annotation, known: KnownText, old: NormalizedText): TextRange | undefined {
  const lead = text.length - text.trimStart().length;
  const [from, to] = [known.locate(start + lead), known.locate(end - (text.length - lead - text.trim().length))];
  if (from === undefined || to === undefined || from >= to) return undefined;
  if (known.text.slice(from, to) !== text.trim()) return undefined;
  return { start: toNormalized(from, old), end: toNormalized(to, old) };
}

/** The words of an annotation with the context that it has itself. */
function aroundOf({ start, end, prefix = "", suffix = "" }: Annotation, known: KnownText, old: NormalizedText): TextRange | undefined {
  const [from, to] = [known.locate(start - prefix.length), known.locate(end + suffix.length)];
  return from === undefined || to === undefined ? undefined : { start: toNormalized(from, old), end: toNormalized(to, old) };
}

/** All that is known around words in one piece, by where in the old text something is not known. */
function stretchAround({ start }: TextRange, length: number, gaps: readonly number[]): TextRange {
  const next = firstFrom(gaps, start);
  return { start: (gaps[next - 1] ?? -1) + 1, end: gaps[next] ?? length };
}

function fragmentOf(words: TextRange, stretch: TextRange, old: NormalizedText): Fragment {
  const [from, to] = [Math.max(stretch.start, words.start - AROUND), Math.min(stretch.end, words.end + AROUND)];
  let { start, end } = words;
  while (start > from && !isParagraphBreak(old, start - 1)) start--;
  while (end < to && !isParagraphBreak(old, end)) end++;
  const line = lineOf(words, from, to, old);
  // a short paragraph tells too little by itself
  const core = end - start < CORE_LENGTH ? { start: from, end: to } : { start, end };
  return { words, from, to, core, line, isHead: from === 0, isTail: to === old.text.length };
}

/** The line of words, where all of it is known and it is short. */
function lineOf(words: TextRange, from: number, to: number, old: NormalizedText): TextRange | undefined {
  let { start, end } = words;
  while (start > from && !isLineBreak(old, start - 1)) start--;
  while (end < to && !isLineBreak(old, end)) end++;
  return isLineBreak(old, start - 1) && isLineBreak(old, end) && end - start <= LINE_LENGTH ? { start, end } : undefined;
}

function toNormalized(offset: number, { offsets }: NormalizedText): number {
  return Math.min(offsets.length - 1, firstFrom(offsets, offset));
}

function toOriginal({ start, end }: TextRange, { offsets, ends }: NormalizedText): TextRange {
  return { start: offsets[start] ?? 0, end: ends[end - 1] ?? 0 };
}

/** A range with the marks and invisible characters that the words of an annotation begin and end with, where they stand next to it. */
function withEdges({ start, end }: TextRange, words: string, text: string): TextRange {
  const { offsets, ends } = normalizeText(words);
  const [head, tail] = [words.slice(0, offsets[0]), words.slice(ends.at(-1))];
  return { start: text.endsWith(head, start) ? start - head.length : start, end: text.startsWith(tail, end) ? end + tail.length : end };
}
