import { textHash } from "../../document/textHash.js";
import type { Annotation, AnnotationDocument } from "../../document/annotationDocument.js";
import type { TextRange } from "../../document/range.js";
import { toPiece } from "../oldText/sketch.js";

/** A move is looked for by so many annotations, by those with so many places at most. */
const ASKED_AT_MOST = 8;
const PLACES_AT_MOST = 8;
/** Fewer letters stand everywhere. */
const LEAST_LENGTH = 8;
/** What was moved begins and ends at one of so many ends of sentences or lines on either side of the words. */
const BREAKS_AT_MOST = 12;
/** So many letters are hashed in all. */
const HASHED_AT_MOST = 4_000_000;

const SPACE = /\s/u;
const SENTENCE_END = /[.!?:"'”’)\]*_]/u;

const GLUED = /[.!?]["'”’)\]]?$/u;

/** A stretch of the new text, and where in the old one it began. */
export interface Move extends TextRange {
  readonly from: number;
}

/**
 * The one move of whole sentences or paragraphs by which the new text came from the old one, proved by the old text or its hash. Looks around the words of
 * the annotations that are `asked`. Undefined where the text changed in any other way, and where two moves tell of the same words that they went to two places.
 */
export function findMove({ source, annotations }: AnnotationDocument, text: string, oldText: string | undefined, asked: readonly Annotation[]): Move | undefined {
  const { sha256, length } = source;
  if ((oldText ?? sha256) === undefined || length !== text.length) return undefined;
  const known = annotations.filter(({ orphaned }) => orphaned !== true);
  const pieces = known.map(toPiece);
  let hashed = 0;
  let proved: Move | undefined;
  let old = oldText;
  for (const annotation of asked.slice(0, ASKED_AT_MOST)) {
    for (const move of possibleMoves(annotation, text)) {
      if (proved && proved.start - proved.from === move.start - move.from) continue;
      if (!pieces.every(({ start, text: words }) => oldSlice(text, move, start, start + words.length) === words)) continue;
      const possible = oldSlice(text, move, 0, length);
      if (old === undefined) {
        hashed += length;
        if (hashed > HASHED_AT_MOST) return undefined;
        if (textHash(possible) === sha256) old = possible;
      }
      if (possible !== old) continue;
      const first = proved;
      if (first && known.some((range) => !areSame(afterMove(first, range), afterMove(move, range)))) return undefined;
      proved ??= move;
    }
  }
  return proved;
}

/** Where a range of the old text is after a move; undefined where it was broken in two. */
export function afterMove({ start, end, from }: Move, range: TextRange): TextRange | undefined {
  const length = end - start;
  const shifted = (by: number): TextRange => ({ start: range.start + by, end: range.end + by });
  if (range.start >= from && range.end <= from + length) return shifted(start - from);
  if (range.start < from + length && range.end > from) return undefined;
  // without the stretch, and then with it where it stands now
  const by = range.start >= from + length ? -length : 0;
  if (range.start + by < start && range.end + by > start) return undefined;
  return shifted(range.start + by >= start ? by + length : by);
}

function areSame(one: TextRange | undefined, other: TextRange | undefined): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

/** The moves that would bring words from where they were to where they stand now, of anything from their own sentence to the paragraphs around it. */
function* possibleMoves(annotation: Annotation, text: string): Generator<Move> {
  const piece = toPiece(annotation);
  const lead = annotation.text.length - annotation.text.trimStart().length;
  const [first, last] = [annotation.start + lead - piece.start, annotation.start - piece.start + annotation.text.trimEnd().length];
  if (first >= last) return;
  const [left] = breaks(piece.text, first, -1);
  const [right] = breaks(piece.text, last, 1);
  const [head, tail] = [left?.end ?? 0, right?.start ?? piece.text.length];
  const words = piece.text.slice(head, tail);
  if (words.length < LEAST_LENGTH) return;
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length <= PLACES_AT_MOST; at = text.indexOf(words, at + 1)) places.push(at);
  // the move to a place that nobody looked at may be the right one
  if (places.length > PLACES_AT_MOST) return;
  for (const at of places) {
    const moved = at - head - piece.start;
    if (moved === 0) continue;
    const [starts, ends] = [breaks(text, at + first - head, -1), breaks(text, at + last - head, 1)];
    for (const start of starts) {
      for (const end of ends) {
        // with the space before it, or with the space behind
        for (const range of [{ start: start.end, end: end.end }, { start: start.start, end: end.start }]) {
          const from = range.start - moved;
          if (from >= 0 && from + range.end - range.start <= text.length) yield { ...range, from };
        }
      }
    }
  }
}

/** Where sentences or lines part, with the white space there, to one side of an offset, the nearest first, and the end of the text. */
function breaks(text: string, offset: number, step: 1 | -1): TextRange[] {
  const found: TextRange[] = [];
  const isSpace = (at: number): boolean => SPACE.test(text.charAt(at));
  for (let at = offset; at >= 0 && at < text.length && found.length < BREAKS_AT_MOST; at += step) {
    if (!isSpace(at)) {
      // what was moved without the space next to it stands right behind a sentence
      if (GLUED.test(text.slice(Math.max(0, at - 2), at))) found.push({ start: at, end: at });
      continue;
    }
    let [start, end] = [at, at + 1];
    while (start > 0 && isSpace(start - 1)) start--;
    while (end < text.length && isSpace(end)) end++;
    if (SENTENCE_END.test(text.charAt(start - 1)) || /[\r\n]/u.test(text.slice(start, end))) found.push({ start, end });
    at = step < 0 ? start : end - 1;
  }
  if (found.length < BREAKS_AT_MOST) found.push(step < 0 ? { start: 0, end: 0 } : { start: text.length, end: text.length });
  return found;
}

/** What stood between two offsets of the old text before a move. */
function oldSlice(text: string, { start, end, from }: Move, first: number, last: number): string {
  const length = end - start;
  const rest = (a: number, b: number): string => text.slice(Math.min(a, start), Math.min(b, start)) + text.slice(Math.max(a, start) + length, Math.max(b, start) + length);
  const moved = text.slice(start + Math.min(length, Math.max(0, first - from)), start + Math.min(length, Math.max(0, last - from)));
  return rest(Math.min(first, from), Math.min(last, from)) + moved + rest(Math.max(first - length, from), Math.max(last - length, from));
}
