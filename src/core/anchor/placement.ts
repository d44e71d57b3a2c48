import { countWhile } from "../common/countWhile.js";
import type { Annotation } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import { alignTexts, type Alignment, type Block, type Doubt } from "./alignTexts.js";
import { firstFrom, firstReaching, lastBefore } from "./blockSearch.js";
import { Neighbours } from "./neighbours.js";
import { normalizeText, type NormalizedText } from "./normalizedText.js";
import { SIMILARITY_FLOOR, TELLING_FLOOR, TELLING_LENGTH } from "./resolve.js";
import { Rivals } from "./rivals.js";
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
  private readonly rivals: Rivals;
  private readonly neighbours: Neighbours;

  constructor(
    private readonly known: KnownText,
    present: NormalizedText,
  ) {
    this.old = normalizeText(known.text);
    this.present = present;
    this.alignment = alignTexts(this.old.text, present.text);
    this.rivals = new Rivals(this.old.text, present.text, this.alignment.blocks);
    this.neighbours = new Neighbours(known, this.old, present, this.alignment.blocks);
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
    if (!isSame && !this.isLike(span, range, words, found)) return undefined;
    const doubt = this.doubtOf(span);
    if (!this.hasContext(span, range, isSame) || (doubt ? !isWholeCopy(doubt) : this.hasRival(span, range))) return undefined;
    return { range: toOriginal(range, this.present), isSame };
  }

  /** True where it cannot be told whether the words are those at their place or those at another. */
  private hasRival(span: TextRange, range: TextRange): boolean {
    const distance = range.start - span.start;
    return this.rivals.equals(span, distance).some((rival) => !this.neighbours.speakFor(span, range.start, span.start + rival));
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
    if (first.before <= start) newStart = this.tightStart(start, end, first, blocks[firstReaching(blocks, start) + 1]);
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

  /** Where the words begin: behind words that were put in after their first letters, where these stand there as well. */
  private tightStart(start: number, end: number, first: Block, next: Block | undefined): number {
    const head = first.before + first.length;
    const near = (next?.after ?? 0) - (head - start);
    const isParted = next?.before === head && head < end && this.present.text.charAt(near - 1) === " ";
    return isParted && this.present.text.startsWith(this.old.text.slice(start, head), near) ? near : start - first.before + first.after;
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
    const doubt = doubts[countWhile(doubts.length, (index) => (doubts[index]?.end ?? 0) < end)];
    return doubt && doubt.start <= start && doubt.end >= end ? doubt : undefined;
  }

  /** True where enough of what stood around the words does so again, a few letters of it in one piece with them. */
  private hasContext(span: TextRange, range: TextRange, isSame: boolean): boolean {
    const length = span.end - span.start;
    if (isSame && length >= SURE_LENGTH) return true;
    if (length < TELLING_LENGTH && this.longestBlock(span, range) < Math.min(this.old.text.length, length + ADJOINING_LENGTH)) return false;
    // words with half of their surroundings may be others, which were there before where nobody knows the text
    const [isShort, hasGaps] = [length < TELLING_LENGTH, this.neighbours.gaps.length > 0];
    if ((isSame ? isShort && hasGaps : isShort || hasGaps) && !this.isEnclosed(span, range)) return false;
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
    // a few equal letters in what was replaced are no end of it
    const beyond = (index: number, step: 1 | -1): Block | undefined => {
      let at = index + step;
      while ((blocks[at]?.length ?? Infinity) < ADJOINING_LENGTH) at += step;
      return blocks[at];
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
    return (tail !== undefined && tail.before + tail.length - end <= EDGE_LETTERS && isReplaced(tail, beyond(last, 1))) || (head !== undefined && start - head.before <= EDGE_LETTERS && isReplaced(beyond(first, -1), head));
  }

  /**
   * True where enough of the words is left and they are most of what stands there. Of longer words only what the alignment found counts:
   * letters that are equal by chance add up in them.
   */
  private isLike(span: TextRange, range: TextRange, words: string, found: string): boolean {
    if (words.length < TELLING_LENGTH) return similarity(words, found) >= SIMILARITY_FLOOR;
    const kept = this.kept(span, range);
    return kept >= SIMILARITY_FLOOR * words.length && kept * 2 > found.length;
  }

  /** How many units of a span stand in a range of the new text. */
  private kept(span: TextRange, range: TextRange): number {
    const { blocks } = this.alignment;
    let count = 0;
    for (let index = firstReaching(blocks, span.start); index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.before >= span.end) break;
      const distance = block.after - block.before;
      const from = Math.max(span.start, block.before, range.start - distance);
      const to = Math.min(span.end, block.before + block.length, range.end - distance);
      count += Math.max(0, to - from);
    }
    return count;
  }

  /** Length of the longest equal stretch that holds units of a span and of its place. */
  private longestBlock(span: TextRange, range: TextRange): number {
    const { blocks } = this.alignment;
    let longest = 0;
    for (let index = firstReaching(blocks, span.start); index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.before >= span.end) break;
      const distance = block.after - block.before;
      const isHeld = Math.max(span.start, block.before, range.start - distance) < Math.min(span.end, block.before + block.length, range.end - distance);
      if (isHeld) longest = Math.max(longest, block.length);
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

function toNormalized(offset: number, { offsets }: NormalizedText): number {
  return Math.min(offsets.length - 1, firstFrom(offsets, offset));
}

function toOriginal({ start, end }: TextRange, { offsets }: NormalizedText): TextRange {
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 };
}
