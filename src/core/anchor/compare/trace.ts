import type { TextRange } from "../../document/range.js";
import { firstReaching, lastBefore, type Block } from "./blocks.js";

/** How far into words their edges may be unknown. */
const EDGE_AT_MOST = 24;
/** Context that went further away than this from its words is no context. */
const STRAY = 200;

/** Follows words of an old text into a new one along the stretches that both have. */
export class Trace {
  /** `blocks` are in the order of the old text. */
  constructor(
    private readonly old: string,
    private readonly present: string,
    private readonly blocks: readonly Block[],
  ) {}

  /** Follows the edges of a span: its first and last units where they are still there, else what stands next to them. */
  follow({ start, end }: TextRange): TextRange | undefined {
    const { blocks } = this;
    const first = blocks[firstReaching(blocks, start)];
    const last = blocks[lastBefore(blocks, end)];
    if (!first || !last) return undefined;
    let newStart: number | undefined;
    let newEnd: number;
    const left = blocks[firstReaching(blocks, start) - 1];
    if (first.before <= start) newStart = this.tightStart(start, end, first, blocks[firstReaching(blocks, start) + 1]);
    else if (left && left.before + left.length === start) newStart = left.after + left.length;
    else if (first.before < end && first.before - start <= EDGE_AT_MOST) newStart = this.wordStart(first.after - Math.min(first.before - start, gapBetween(left, first)));
    if (newStart === undefined) return undefined;
    const right = blocks[lastBefore(blocks, end) + 1];
    if (last.before + last.length >= end) newEnd = end - last.before + last.after;
    else if (right && right.before === end) newEnd = right.after;
    else if (last.before + last.length > start && end - last.before - last.length <= EDGE_AT_MOST) newEnd = this.wordEnd(last.after + last.length + Math.min(end - last.before - last.length, gapBetween(last, right)));
    else return undefined;
    while (newStart < newEnd && this.present.charAt(newStart) === " ") newStart++;
    while (newEnd > newStart && this.present.charAt(newEnd - 1) === " ") newEnd--;
    return { start: Math.max(0, newStart), end: Math.min(this.present.length, newEnd) };
  }

  /**
   * Where the words begin: behind words that were put in after the mark or the letters that they begin with, where these stand there as well: nobody puts anything into a
   * word. Where most of the words would be left behind it cannot be told.
   */
  private tightStart(start: number, end: number, first: Block, next: Block | undefined): number | undefined {
    const head = first.before + first.length;
    const near = (next?.after ?? 0) - (head - start);
    const letters = this.old.slice(start, head);
    const isParted = next?.before === head && head < end && this.present.charAt(near - 1) === " " && this.present.startsWith(letters, near);
    if (!isParted) return start - first.before + first.after;
    return /[\p{L}\p{N}]/u.test(letters) && letters.length * 2 > end - start ? undefined : near;
  }

  /** The nearest start of a word, one way or the other. */
  private wordStart(at: number): number {
    const { present } = this;
    for (let away = 0; away <= 4; away++) for (const place of [at - away, at + away]) if (place <= 0 || present.charAt(place - 1) === " ") return Math.max(0, place);
    return Math.max(0, at);
  }

  private wordEnd(at: number): number {
    const { present } = this;
    for (let away = 0; away <= 4; away++) for (const place of [at + away, at - away]) if (place >= present.length || present.charAt(place) === " ") return Math.min(present.length, place);
    return Math.min(present.length, at);
  }

  /** How many units of a span stand in a range of the new text. */
  kept(span: TextRange, range: TextRange): number {
    const { blocks } = this;
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
  longestBlock(span: TextRange, range: TextRange): number {
    const { blocks } = this;
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
  matched(from: number, to: number, distance: number, stray = STRAY): number {
    const { blocks } = this;
    let count = 0;
    for (let index = firstReaching(blocks, from); index < blocks.length; index++) {
      const block = blocks[index];
      if (!block || block.before >= to) break;
      if (Math.abs(block.after - block.before - distance) <= stray) count += Math.min(to, block.before + block.length) - Math.max(from, block.before);
    }
    return count;
  }
}

/** How many units of the new text stand between two stretches that keep their order in it: what was taken out between them left no more. */
function gapBetween(left: Block | undefined, right: Block | undefined): number {
  const gap = left && right ? right.after - left.after - left.length : Infinity;
  return gap < 0 ? Infinity : gap;
}
