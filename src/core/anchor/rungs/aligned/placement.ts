import type { TextRange } from "../../../document/range.js";
import { ALIKE_AT_LEAST, TWICE_SHARE, piecesIn } from "../../compare/alike.js";
import { alignTexts } from "../../compare/alignTexts.js";
import { firstReaching, isWithin, lastBefore, type Block } from "../../compare/blocks.js";
import { findDoubts, type Doubt } from "./doubts.js";
import { findIslands } from "./islands.js";
import { isParagraphBreak, isSentenceBreak, type NormalizedText } from "../../compare/normalizedText.js";
import { paragraphAt } from "./leftovers.js";
import { PIECE_LENGTH, type Pieces } from "../../compare/pieces.js";
import { SOLID_LENGTH, findReplaced } from "./replaced.js";
import { SIMILARITY_FLOOR, TELLING_FLOOR, TELLING_LENGTH } from "../resolve.js";
import { figuresOf, similarity } from "../../compare/similarity.js";
import { UNKNOWN } from "../../oldText/sketch.js";
import { Trace } from "../../compare/trace.js";
import { Twins } from "./twins.js";

/** Words of this many characters that stand in both texts once need nothing around them. */
const SURE_LENGTH = 24;
/** Code units on each side that have to stand around short words again. */
const CONTEXT_LENGTH = 32;
/** So many letters in one piece with short words tell whose sentence it is. */
const SENTENCE_LENGTH = 64;
/** The part of it that short words need. */
const SHORT_FLOOR = 0.25;
/** Of these as many in one piece with the words: a letter or two next to them may be any. */
const ADJOINING_LENGTH = 8;
/** Of what stands at the place of longer words so much has to be theirs; less where nearly all of them do, and something was only put in. */
const LIKE_SHARE = 0.6;
const PUT_IN_SHARE = 0.5;
const KEPT_WHOLE = 0.95;
/** Words are in their place where on both sides this part of the context is the same, and no edit there or in them takes or brings more letters than so many. */
const IN_PLACE_SHARE = 0.75;
const SMALL_EDIT = 12;
/** Where its first or last letters were mistyped, a paragraph begins or ends so much nearer or further away. */
const MISTYPED_EDGE = 2;
/** So much taken out next to short words puts them in doubt, up to these many letters away. */
const REPLACED_LENGTH = 24;
const EDGE_LETTERS = 2;

/** Where words of the normalized old text stand in the normalized new one. */
export interface FoundWords {
  readonly range: TextRange;
  /** True where they are the same but for white space and the form of marks. */
  readonly isSame: boolean;
}

/** Places words of one text in another, by aligning what is known of the one with the other as a whole. */
export class Placement {
  private readonly blocks: readonly Block[];
  private readonly doubts: readonly Doubt[];
  /** What was taken out for something else. */
  private readonly replaced: readonly TextRange[];
  /** What is the same among other words. */
  private readonly islands: readonly TextRange[];
  private readonly trace: Trace;
  /** True where some of the old text is not known. */
  private readonly hasGaps: boolean;
  private readonly twins: Twins;

  constructor(
    private readonly old: NormalizedText,
    private readonly present: NormalizedText,
    pieces: Pieces,
  ) {
    this.blocks = alignTexts(old.text, present.text);
    this.doubts = findDoubts(this.blocks, old, present);
    this.replaced = findReplaced(this.blocks, old.text.length, present.text.length);
    this.islands = findIslands(this.blocks, old, present.text);
    this.trace = new Trace(old.text, present.text, this.blocks);
    this.twins = new Twins(old, present.text, this.blocks, pieces);
    this.hasGaps = old.text.includes(UNKNOWN);
  }

  /** Where the words of a span went; undefined where that cannot be told. `alike` is how often pieces of them and of what stood around them stood elsewhere, where that was written down. */
  place(span: TextRange, alike?: number): FoundWords | undefined {
    const words = this.old.text.slice(span.start, span.end);
    const range = this.trace.follow(span);
    if (!range || range.end <= range.start) return undefined;
    const found = this.present.text.slice(range.start, range.end);
    const isSame = found === words;
    if (!isSame && !this.isLike(span, range, words, found)) return undefined;
    // another time of the day is other words
    if (words.length < TELLING_LENGTH && figuresOf(words) !== figuresOf(found) && !this.isInPlace(span)) return undefined;
    if (!this.hasContext(span, range, isSame, alike) || isWithin(span, this.doubts) || this.isOnIsland(span) || this.twins.mayBeExchanged(span)) return undefined;
    return { range, isSame };
  }

  /** True where words went elsewhere with what stood around them. */
  isMoved({ start }: TextRange): boolean {
    return this.blocks[firstReaching(this.blocks, start)]?.isMoved === true;
  }

  /** True where all of the words that is left is the same by chance. */
  private isOnIsland({ start, end }: TextRange): boolean {
    const { blocks } = this;
    const [first, last] = [firstReaching(blocks, start), lastBefore(blocks, end)];
    for (let index = first; index <= last; index++) {
      const block = blocks[index];
      if (block && !isWithin({ start: Math.max(start, block.before), end: Math.min(end, block.before + block.length) }, this.islands)) return false;
    }
    return true;
  }

  /** True where enough of what stood around the words does so again, a few letters of it in one piece with them. */
  private hasContext(span: TextRange, range: TextRange, isSame: boolean, alike: number | undefined): boolean {
    const length = span.end - span.start;
    if ((isSame && length >= SURE_LENGTH) || this.isInMovedParagraph(span, alike) || this.isInPlace(span)) return true;
    const piece = this.trace.longestBlock(span, range);
    if (length < TELLING_LENGTH && piece < Math.min(this.old.text.length, length + ADJOINING_LENGTH)) return false;
    // what was moved away from there is solid
    if (length < TELLING_LENGTH && piece < SOLID_LENGTH && isWithin(span, this.replaced)) return false;
    // words with half of their surroundings may be others, which were there before where nobody knows the text
    const isShort = length < TELLING_LENGTH;
    const isHalf = (isSame ? isShort && this.hasGaps : isShort || this.hasGaps) && !this.isEnclosed(span, range);
    if (isHalf && !(isSame && this.hasSentence(span))) return false;
    if (length < TELLING_LENGTH && this.isAtReplacement(span)) return false;
    const before = Math.min(CONTEXT_LENGTH, span.start);
    const after = Math.min(CONTEXT_LENGTH, this.old.text.length - span.end);
    const matched = this.trace.matched(span.start - before, span.start, range.start - span.start) + this.trace.matched(span.end, span.end + after, range.end - span.end);
    return matched >= (length < TELLING_LENGTH ? SHORT_FLOOR : TELLING_FLOOR) * (before + after);
  }

  /** True where words and what stands on both sides of them were mistyped at the most, a few letters here and there, and read on as they did: nothing else can have come there. */
  private isInPlace({ start, end }: TextRange): boolean {
    const { blocks } = this;
    const [from, to] = [Math.max(0, start - CONTEXT_LENGTH), Math.min(this.old.text.length, end + CONTEXT_LENGTH)];
    let [left, right] = [0, 0];
    const [first, last] = [firstReaching(blocks, from), lastBefore(blocks, to)];
    if (!this.readsOn(first, last)) return false;
    for (const block of blocks.slice(first, last + 1)) {
      const oldEnd = block.before + block.length;
      left += Math.max(0, Math.min(start, oldEnd) - Math.max(from, block.before));
      right += Math.max(0, Math.min(to, oldEnd) - Math.max(end, block.before));
    }
    return left >= IN_PLACE_SHARE * (start - from) && right >= IN_PLACE_SHARE * (to - end);
  }

  /** True where the whole of a paragraph that words stand in was moved, mistyped at the most, and did not stand twice in what nobody knows any more. */
  private isInMovedParagraph(span: TextRange, alike = Infinity): boolean {
    const { blocks, old, present } = this;
    if (!this.isMoved(span)) return false;
    const paragraph = paragraphAt(old, span);
    const [first, last] = [firstReaching(blocks, paragraph.start), lastBefore(blocks, paragraph.end)];
    const [head, tail] = [blocks[first], blocks[last]];
    if (!head || !tail || !this.readsOn(first, last)) return false;
    const kept = this.trace.kept(paragraph, { start: 0, end: present.text.length });
    if (kept < IN_PLACE_SHARE * (paragraph.end - paragraph.start)) return false;
    const most = TWICE_SHARE * piecesIn(Math.min(kept, span.end - span.start + 2 * CONTEXT_LENGTH), span, PIECE_LENGTH);
    if (this.hasGaps && alike >= Math.max(ALIKE_AT_LEAST, most)) return false;
    const [start, end] = [head.after - head.before + paragraph.start, tail.after - tail.before + paragraph.end];
    const isBreak = (at: number, edge: number): boolean => Array.from({ length: 2 * edge + 1 }, (_, index) => at - edge + index).some((unit) => isParagraphBreak(present, unit));
    const [left, right] = [head.before - paragraph.start, paragraph.end - tail.before - tail.length].map(edgeFor) as [number, number];
    return left >= 0 && right >= 0 && isBreak(start - 1, left) && isBreak(end, right);
  }

  /** True where some blocks follow each other in the new text too, with small edits between them. */
  private readsOn(first: number, last: number): boolean {
    for (let index = first; index < last; index++) {
      const [block, next] = [this.blocks[index], this.blocks[index + 1]];
      if (!block || !next) return false;
      const [oldEnd, newEnd] = [block.before + block.length, block.after + block.length];
      if (next.after < newEnd || Math.max(next.before - oldEnd, next.after - newEnd) > SMALL_EDIT) return false;
    }
    return true;
  }

  /**
   * True where the letters right before and right after the words are the same: short words that changed need both. Where the paragraph ends among them, as it does now,
   * much more on the other side has to be: something else came next to the paragraph, or it went elsewhere.
   */
  private isEnclosed({ start, end }: TextRange, range: TextRange): boolean {
    const { old, present, trace } = this;
    const toBreak = (from: number, step: 1 | -1): number => {
      let length = 0;
      while (length < ADJOINING_LENGTH && !isParagraphBreak(old, from + step * length)) length++;
      return length;
    };
    const before = (length: number): boolean => trace.matched(start - Math.min(length, start), start, range.start - start) === Math.min(length, start);
    const behind = (length: number): boolean => trace.matched(end, end + Math.min(length, old.text.length - end), range.end - end) === Math.min(length, old.text.length - end);
    if (before(ADJOINING_LENGTH) && behind(ADJOINING_LENGTH)) return true;
    const [left, right] = [toBreak(start - 1, -1), toBreak(end, 1)];
    const isHead = left < ADJOINING_LENGTH && before(left) && isParagraphBreak(present, range.start - left - 1);
    const isTail = right < ADJOINING_LENGTH && behind(right) && isParagraphBreak(present, range.end + right);
    return (isHead && behind(SURE_LENGTH)) || (isTail && before(SURE_LENGTH));
  }

  /** True where words stand in one piece with much of their own sentence, and with more than that: what was put in stands before it, or behind. */
  private hasSentence({ start, end }: TextRange): boolean {
    const block = this.blocks[firstReaching(this.blocks, start)];
    if (!block || block.before > start || block.before + block.length < end || block.length < end - start + SENTENCE_LENGTH) return false;
    const isBreak = (unit: number): boolean => isParagraphBreak(this.old, unit) || isSentenceBreak(this.old, unit);
    let [first, last] = [start, end];
    while (first > Math.max(block.before, start - SURE_LENGTH) && !isBreak(first - 1)) first--;
    while (last < Math.min(block.before + block.length, end + SURE_LENGTH) && !isBreak(last)) last++;
    return start - first >= SURE_LENGTH || last - end >= SURE_LENGTH;
  }

  /**
   * True where the edit next to the words puts them in doubt. Much of what stood there was replaced: they may be the first or last word of what was taken out, and the same
   * word of what came instead ("The"). Or little was, and words with that stand as often as before: they went with it.
   */
  private isAtReplacement({ start, end }: TextRange): boolean {
    const { blocks } = this;
    const isReplaced = (left: Block | undefined, right: Block | undefined): boolean => {
      const [oldStart, newStart] = left ? [left.before + left.length, left.after + left.length] : [0, 0];
      const [oldEnd, newEnd] = right ? [right.before, right.after] : [this.old.text.length, this.present.text.length];
      if (oldEnd === oldStart || newEnd === newStart) return false;
      return oldEnd - oldStart >= REPLACED_LENGTH || this.twins.mayHaveLeft({ start: Math.min(start, oldStart), end: Math.max(end, oldEnd) });
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
    const kept = this.trace.kept(span, range);
    return kept >= SIMILARITY_FLOOR * words.length && kept >= (kept >= KEPT_WHOLE * words.length ? PUT_IN_SHARE : LIKE_SHARE) * found.length;
  }
}

/** How far from its place the end of a paragraph may be of which so many letters are not as they were: letters may be missing there; below 0 where it is another one. */
function edgeFor(edited: number): number {
  return edited <= 0 ? 0 : edited <= SMALL_EDIT ? MISTYPED_EDGE : -1;
}
