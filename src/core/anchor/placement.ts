import type { Annotation } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import { alignTexts, type Alignment, type Block, type Doubt } from "./alignTexts.js";
import { normalizeText, type NormalizedText } from "./normalizedText.js";
import { PieceIndex } from "./pieceIndex.js";
import { SIMILARITY_FLOOR, TELLING_FLOOR, TELLING_LENGTH } from "./resolve.js";
import { similarity } from "./similarity.js";
import type { KnownText } from "./sketch.js";

/** Words of this many characters that stand in both texts once need nothing around them. */
const SURE_LENGTH = 24;
/** Code units on each side that have to stand around short words again. */
const CONTEXT_LENGTH = 32;
/** The part of it that short words need. */
const SHORT_FLOOR = 0.25;
/** Of these as many in one piece with the words: a letter or two next to them may be any. */
const ADJOINING_LENGTH = 8;
/** Context that went further away than this from its words is no context. */
const STRAY = 200;
/** So much taken out next to short words puts them in doubt, up to these many letters away. */
const REPLACED_LENGTH = 24;
const EDGE_LETTERS = 2;
/** How far the surroundings reach by which a place is told from a copy of it, and the pieces of them that are looked for. */
const SURROUNDINGS = 400;
const PIECE_SIZE = 8;
/** So many pieces more have to speak for the one than for the other. */
const COPY_MARGIN = 4;
const COPY_BUCKET = 64;
/** How far into the words their edges may be unknown. */
const EDGE_AT_MOST = 24;
/** Of two copies shorter than this none is taken for the old one: words as short as this are repeated all the time. */
const COPY_LENGTH = 40;

/** Where words of the old text stand in the new one. */
export interface PlacedWords {
  readonly range: TextRange;
  /** True where they are the same but for white space and the form of marks. */
  readonly isSame: boolean;
}

/** Places the annotations of one text in another, by aligning what is known of the one with the other as a whole. */
export class Placement {
  private readonly old: NormalizedText;
  private readonly present: NormalizedText;
  private readonly alignment: Alignment;
  /** Copies by the stretches of the old text that they reach into. */
  private readonly copiesAt = new Map<number, Block[]>();
  private pieces: PieceIndex | undefined;

  constructor(
    private readonly known: KnownText,
    present: NormalizedText,
  ) {
    this.old = normalizeText(known.text);
    this.present = present;
    this.alignment = alignTexts(this.old.text, present.text);
    for (const copy of this.alignment.copies) {
      for (let bucket = Math.floor(copy.before / COPY_BUCKET); bucket * COPY_BUCKET < copy.before + copy.length; bucket++) {
        const copies = this.copiesAt.get(bucket);
        if (copies) copies.push(copy);
        else this.copiesAt.set(bucket, [copy]);
      }
    }
  }

  /** Where the words of an annotation went; undefined where that cannot be told. */
  place(annotation: Annotation): PlacedWords | undefined {
    const span = this.locate(annotation);
    if (!span) return undefined;
    const words = this.old.text.slice(span.start, span.end);
    const range = this.follow(span);
    if (!range || range.end <= range.start) return undefined;
    const found = this.present.text.slice(range.start, range.end);
    const isSame = found === words;
    if (!isSame && similarity(words, found) < SIMILARITY_FLOOR) return undefined;
    const doubt = this.doubtOf(span);
    if (!this.hasContext(span, range, isSame) || (doubt ? !isWholeCopy(doubt) : this.isCopy(span, range))) return undefined;
    return { range: toOriginal(range, this.present), isSame };
  }

  /** The words of an annotation in the normalized old text, without white space at their edges. */
  private locate({ start, end, text }: Annotation): TextRange | undefined {
    const lead = text.length - text.trimStart().length;
    const [from, to] = [this.known.locate(start + lead), this.known.locate(end - (text.length - lead - text.trim().length))];
    if (from === undefined || to === undefined || from >= to) return undefined;
    if (this.known.text.slice(from, to) !== text.trim()) return undefined;
    return { start: toNormalized(from, this.old), end: toNormalized(to, this.old) };
  }

  /** Follows the edges of a span: its first and last units where they are still there, else what stands next to them. */
  private follow({ start, end }: TextRange): TextRange | undefined {
    const { blocks } = this.alignment;
    const first = blocks[firstReaching(blocks, start)];
    const last = blocks[lastBefore(blocks, end)];
    if (!first || !last) return undefined;
    let newStart: number;
    let newEnd: number;
    const left = blocks[firstReaching(blocks, start) - 1];
    if (first.before <= start) newStart = start - first.before + first.after;
    else if (left && left.before + left.length === start) newStart = left.after + left.length;
    else if (first.before < end && first.before - start <= EDGE_AT_MOST) newStart = this.wordStart(first.after - (first.before - start));
    else return undefined;
    const right = blocks[lastBefore(blocks, end) + 1];
    if (last.before + last.length >= end) newEnd = end - last.before + last.after;
    else if (right && right.before === end) newEnd = right.after;
    else if (last.before + last.length > start && end - last.before - last.length <= EDGE_AT_MOST) newEnd = this.wordEnd(last.after + last.length + end - last.before - last.length);
    else return undefined;
    while (newStart < newEnd && this.present.text.charAt(newStart) === " ") newStart++;
    while (newEnd > newStart && this.present.text.charAt(newEnd - 1) === " ") newEnd--;
    return { start: Math.max(0, newStart), end: Math.min(this.present.text.length, newEnd) };
  }

  /** The nearest start of a word, one way or the other. */
  private wordStart(at: number): number {
    const { text } = this.present;
    for (let away = 0; away <= 4; away++) for (const place of [at - away, at + away]) if (place <= 0 || text.charAt(place - 1) === " ") return Math.max(0, place);
    return Math.max(0, at);
  }

  private wordEnd(at: number): number {
    const { text } = this.present;
    for (let away = 0; away <= 4; away++) for (const place of [at + away, at - away]) if (place >= text.length || text.charAt(place) === " ") return Math.min(text.length, place);
    return Math.min(text.length, at);
  }

  /** The doubt that the words lie in as a whole. */
  private doubtOf({ start, end }: TextRange): Doubt | undefined {
    const { doubts } = this.alignment;
    let low = 0;
    let high = doubts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((doubts[middle]?.end ?? 0) >= end) high = middle;
      else low = middle + 1;
    }
    const doubt = doubts[low];
    return doubt && doubt.start <= start && doubt.end >= end ? doubt : undefined;
  }

  /** True where enough of what stood around the words does so again, a few letters of it in one piece with them. */
  private hasContext(span: TextRange, range: TextRange, isSame: boolean): boolean {
    const length = span.end - span.start;
    if (isSame && length >= SURE_LENGTH) return true;
    if (length < TELLING_LENGTH && this.longestBlock(span) < Math.min(this.old.text.length, length + ADJOINING_LENGTH)) return false;
    if (!isSame && length < TELLING_LENGTH && !this.isEnclosed(span, range)) return false;
    if (length < TELLING_LENGTH && this.isAtReplacement(span)) return false;
    const before = Math.min(CONTEXT_LENGTH, span.start);
    const after = Math.min(CONTEXT_LENGTH, this.old.text.length - span.end);
    const matched = this.matched(span.start - before, span.start, range.start - span.start) + this.matched(span.end, span.end + after, range.end - span.end);
    return matched >= (length < TELLING_LENGTH ? SHORT_FLOOR : TELLING_FLOOR) * (before + after);
  }

  /** True where the letters right before and right after the words are the same: short words that changed need both. */
  private isEnclosed({ start, end }: TextRange, range: TextRange): boolean {
    const before = Math.min(ADJOINING_LENGTH, start);
    const after = Math.min(ADJOINING_LENGTH, this.old.text.length - end);
    return this.matched(start - before, start, range.start - start) === before && this.matched(end, end + after, range.end - end) === after;
  }

  /**
   * True where the edit next to the words puts them in doubt. Much of what stood there was replaced: they may be the first or last word of what was taken out, and the same
   * word of what came instead ("The").
   */
  private isAtReplacement({ start, end }: TextRange): boolean {
    const { blocks } = this.alignment;
    const isReplaced = (left: Block | undefined, right: Block | undefined): boolean => {
      const [oldStart, newStart] = left ? [left.before + left.length, left.after + left.length] : [0, 0];
      const [oldEnd, newEnd] = right ? [right.before, right.after] : [this.old.text.length, this.present.text.length];
      return oldEnd - oldStart >= REPLACED_LENGTH && newEnd !== newStart;
    };
    const last = lastBefore(blocks, end);
    const first = firstReaching(blocks, start);
    const [tail, head] = [blocks[last], blocks[first]];
    // what was put in right behind the words ends with words like them: they may be the first of these, and the last the old ones
    const next = blocks[last + 1];
    if (tail && next && tail.before + tail.length - end <= EDGE_LETTERS) {
      const edge = tail.before + tail.length - end;
      const put = this.present.text.slice(Math.max(tail.after + tail.length, next.after - edge - (end - start)), next.after - edge);
      if (put !== "" && similarity(put, this.old.text.slice(start, end)) >= 0.5) return true;
    }
    return (tail !== undefined && tail.before + tail.length - end <= EDGE_LETTERS && isReplaced(tail, blocks[last + 1])) || (head !== undefined && start - head.before <= EDGE_LETTERS && isReplaced(blocks[first - 1], head));
  }

  /** True where the words stand at another place too, and about as much of what stood far around them stands around that one, or more. */
  private isCopy(span: TextRange, range: TextRange): boolean {
    const distances = new Set<number>();
    for (const { before, after, length } of this.copiesAt.get(Math.floor(span.start / COPY_BUCKET)) ?? []) {
      if (before <= span.start && span.end <= before + length && after - before !== range.start - span.start) distances.add(after - before);
    }
    if (distances.size === 0) return false;
    const own = this.surroundings(span, range.start - span.start);
    return [...distances].some((distance) => this.surroundings(span, distance) + COPY_MARGIN > own);
  }

  /** How many pieces of the text far around the words stand about as far from a place as from the words. */
  private surroundings({ start, end }: TextRange, distance: number): number {
    this.pieces ??= new PieceIndex(this.present.text, PIECE_SIZE);
    const { text } = this.old;
    let count = 0;
    for (let at = Math.max(0, start - SURROUNDINGS); at + PIECE_SIZE <= Math.min(text.length, end + SURROUNDINGS); at += PIECE_SIZE) {
      if (this.pieces.places(text, at).some((place) => Math.abs(place - at - distance) <= STRAY)) count++;
    }
    return count;
  }

  /** Length of the longest equal stretch that a span shares units with. */
  private longestBlock({ start, end }: TextRange): number {
    const { blocks } = this.alignment;
    let longest = 0;
    for (let index = firstReaching(blocks, start); index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.before >= end) break;
      longest = Math.max(longest, block.length);
    }
    return longest;
  }

  /** How many units between two offsets of the old text stand about as far from the words as before. */
  private matched(from: number, to: number, distance: number): number {
    const { blocks } = this.alignment;
    let count = 0;
    for (let index = firstReaching(blocks, from); index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.before >= to) break;
      if (Math.abs(block.after - block.before - distance) <= STRAY) count += Math.min(to, block.before + block.length) - Math.max(from, block.before);
    }
    return count;
  }
}

/** Of two whole copies of a paragraph one after the other the first is taken: the text is the same whichever came later. */
function isWholeCopy({ isInserted, period, start, end }: Doubt): boolean {
  return isInserted && period >= COPY_LENGTH && end - start >= period;
}

/** Index of the first block that ends after an offset of the old text. */
function firstReaching(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.before + block.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last block that begins before an offset of the old text. */
function lastBefore(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.before ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function toNormalized(offset: number, { offsets }: NormalizedText): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function toOriginal({ start, end }: TextRange, { offsets }: NormalizedText): TextRange {
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
}
