import type { Annotation } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import { firstFrom } from "./compare/blocks.js";
import type { Witness } from "./rungs/fragments/bounds.js";
import type { Fragment } from "./rungs/fragments/claims.js";
import { Contest } from "./rungs/contest.js";
import { placeFragments, type Asked } from "./rungs/fragments/fragments.js";
import { isLineBreak, isParagraphBreak, normalizeText, type NormalizedText } from "./compare/normalizedText.js";
import { PieceIndex } from "./compare/pieceIndex.js";
import { Pieces } from "./compare/pieces.js";
import { Placement, type FoundWords } from "./rungs/aligned/placement.js";
import { gapsOf, type KnownText } from "./oldText/sketch.js";
import { Unbroken } from "./rungs/unbroken.js";
import { PairedParagraphs } from "./rungs/pairedParagraphs.js";
import { holdsTwoVersions } from "./oldText/versions.js";

/** Of what is known of the old text, stretches of this length are aligned with the new text as a whole; shorter ones are looked for. */
const ALIGNED_LENGTH = 600;
/** So much of what is known around words is looked for with them. */
const AROUND = 64;
/** Of this at least so much in their own paragraph. */
const CORE_LENGTH = 16;
/** Of a line of no more than this a copy may stand right beside it. */
const LINE_LENGTH = 100;

/** Pieces of this length lead to words that are looked for letter for letter; so much of what can be seen on each side tells whether they are the same. */
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
  // in the address of a link, which comparing does not see: what stands around it is placed
  const hidden = new Set<number>();
  const unbroken = new Unbroken(known, old, oldLength, present);
  if (holdsTwoVersions(known, old, oldLength, present)) return annotations.map(() => undefined);
  const pieces = new Pieces(old.text, present.text);
  const contest = new Contest(known, old, oldLength, present, pieces);
  const paragraphs = new PairedParagraphs(old, present, pieces);
  const told: Witness[] = [];
  for (const [index, annotation] of annotations.entries()) {
    const words = annotation.orphaned === true ? undefined : locate(annotation, known, old);
    if (!words) continue;
    const stretch = stretchAround(words, old.text.length, gaps);
    const isHidden = words.start === words.end;
    if (isHidden) hidden.add(index);
    const whole = isHidden ? undefined : paragraphs.place(words, { copies: copiesOf(annotation), alike: annotation.alike });
    if (whole) {
      found[index] = whole;
      continue;
    }
    const still = isHidden ? undefined : unbroken.place(words, copiesOf(annotation));
    if (still && (gaps.length > 0 || !unbroken.mayHoldCopy || !contest.isOpen(words, still))) {
      found[index] = { range: still, isSame: true };
      const start = annotation.start + leadOf(annotation);
      told.push({ start, moved: (present.offsets[still.start] ?? 0) - start });
      continue;
    }
    const span = isHidden ? { start: Math.max(stretch.start, words.start - VERBATIM_LENGTH), end: Math.min(stretch.end, words.end + VERBATIM_LENGTH) } : words;
    const isAll = stretch.start === 0 && stretch.end === old.text.length;
    if (isAll || stretch.end - stretch.start >= ALIGNED_LENGTH) {
      placement ??= new Placement(old, present, pieces);
      const place = placement.place(span, annotation.alike);
      const mayBeCopy = (): boolean => gaps.length > 0 && placement?.isMoved(span) === true && mayHaveStoodTwice(annotation, known, oldLength - present.original.length);
      found[index] = place && !contest.isOpen(span, place.range) && !mayBeCopy() ? place : undefined;
    } else {
      const lead = leadOf(annotation) - (isHidden ? (old.offsets[words.start] ?? 0) - (old.offsets[span.start] ?? 0) : 0);
      const copies = (annotation.copies ?? []).map((at) => at + lead);
      asked.push({ index, start: annotation.start + lead, copies, alike: annotation.alike, around: aroundOf(annotation, span, known, old), fragment: fragmentOf(span, stretch, old) });
    }
  }
  if (asked.length > 0) for (const [at, claim] of placeFragments(asked, told, contest, pieces, old, oldLength, present).entries()) {
    const one = asked[at];
    if (one && claim?.range) found[one.index] = { range: claim.range, isSame: claim.isSame };
  }
  for (const index of sharedPlaces(asked.map((one) => one.index), annotations, found)) found[index] = undefined;
  const verbatim = hidden.size > 0 ? new PieceIndex(present.original, VERBATIM_LENGTH) : undefined;
  return annotations.map((annotation, index) => {
    const words = found[index];
    if (verbatim && hidden.has(index)) return words && onlyVerbatim(annotation, verbatim, words.range, present);
    return words && { ...words, range: withEdges(toOriginal(words.range, present), annotation.text.trim(), present.original) };
  });
}

/** Those of some annotations that have the place of another one which did not stand where they did: of two sentences that were the same one is gone, and which nobody can tell. */
function sharedPlaces(asked: readonly number[], annotations: readonly Annotation[], found: readonly (FoundWords | undefined)[]): number[] {
  const byPlace = new Map<number, { firstEnd: number; lastStart: number }>();
  for (const [index, { start, end }] of annotations.entries()) {
    const place = found[index]?.range.start;
    const edges = place === undefined ? undefined : byPlace.get(place);
    if (place !== undefined) byPlace.set(place, { firstEnd: Math.min(end, edges?.firstEnd ?? end), lastStart: Math.max(start, edges?.lastStart ?? start) });
  }
  return asked.filter((index) => {
    const [annotation, edges] = [annotations[index], byPlace.get(found[index]?.range.start ?? -1)];
    return annotation && edges && (edges.firstEnd <= annotation.start || edges.lastStart >= annotation.end);
  });
}

/** The one place where words stand with all of their context, letter for letter, if it is within a range of the new text. */
function onlyVerbatim({ text, prefix = "", suffix = "" }: Annotation, pieces: PieceIndex, { start, end }: TextRange, present: NormalizedText): PlacedWords | undefined {
  const whole = prefix + text + suffix;
  const [at, other] = pieces.placesOf(whole, 0).filter((place) => pieces.text.startsWith(whole, place));
  if (at === undefined || other !== undefined) return undefined;
  const range = { start: at + prefix.length, end: at + prefix.length + text.length };
  const unit = toNormalized(range.start, present);
  return start <= unit && unit <= end ? { range, isSame: true } : undefined;
}

/** True where words stood twice, once in what is not known; or may have, where nobody wrote that down and so much was taken out: which of the two was moved nobody knows. */
function mayHaveStoodTwice({ copies, alike, text }: Annotation, known: KnownText, removed: number): boolean {
  return copies === undefined && alike === undefined ? removed >= text.length : (copies ?? []).some((copy) => known.locate(copy) === undefined);
}

/** Where else the words of an annotation stood; undefined where nobody wrote down whether they did. */
function copiesOf({ copies, alike }: Annotation): readonly number[] | undefined {
  return alike === undefined ? copies : (copies ?? []);
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

/** A span of the normalized old text with the context that its annotation has itself. */
function aroundOf({ start, end, prefix = "", suffix = "" }: Annotation, span: TextRange, known: KnownText, old: NormalizedText): TextRange {
  const [from, to] = [known.locate(start - prefix.length), known.locate(end + suffix.length)];
  if (from === undefined || to === undefined) return span;
  return { start: Math.min(span.start, toNormalized(from, old)), end: Math.max(span.end, toNormalized(to, old)) };
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
