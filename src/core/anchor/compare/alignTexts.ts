import diff from "fast-diff";
import { cut, isEqual, type Block } from "./blocks.js";
import { withoutChance, withoutOverlaps } from "./movedBlocks.js";
import { PieceIndex, eachPiece } from "./pieceIndex.js";
import { withSlips } from "./slips.js";
import { withWholeEnds, withWholeStarts } from "./wholeSentences.js";
import { UNKNOWN } from "../oldText/sketch.js";

/** A block that may be one, and how much of the text speaks for it: a few equal letters before it too. */
interface Match extends Block {
  readonly weight: number;
}

/** Pieces that stand once in both texts lead the alignment, shorter ones between them where the longer ones leave a gap. */
const LEADING_SIZE = 16;
const FOLLOWING_SIZE = 8;
/** Larger gaps are not compared letter by letter: the time grows with the square. */
const COMPARED_AT_MOST = 1500;
/** Two stretches of at least so many letters of which less than this part are in pieces of the other as well are other text. */
const LONG_GAP = 32;
const CHANCE_SHARE = 0.2;
/** Equal letters within a replaced stretch that are no coincidence. */
const SHORTEST_BLOCK = 3;
/** From one piece that is looked up to the next. */
const STRIDE = 4;
/** Pieces with more places than this in the new text lead nowhere. */
const COPIES_AT_MOST = 4;

/**
 * Aligns two versions of a text: which stretches are the same, also where they were moved. They are in the order of the old text, and none overlaps another in
 * either. Both texts may hold `UNKNOWN`, which equals nothing. Near linear in the length of both.
 */
export function alignTexts(before: string, after: string): readonly Block[] {
  const [chain, others] = inOrder(matchPieces(before, after, LEADING_SIZE));
  const blocks = new Filler(before, after).fill(chain);
  // letters that are equal by chance where something was moved from, or to, keep nothing from being found there
  const solid = blocks.filter(({ length }) => length >= LEADING_SIZE);
  const moved = withSlips(withoutOverlaps(others, solid, before, after), solid, before, after);
  const all = [...withoutChance(blocks, moved), ...moved].sort((a, b) => a.before - b.before);
  return withWholeStarts(withWholeEnds(all, before, after), before, after);
}

/**
 * Equal stretches from pieces that stand once in the old text, and in the new one in a few places at most, to where the texts part. Which
 * of the places it is decides what stands around. Towards the start stretches are not followed: what stands before has the first claim.
 */
function matchPieces(before: string, after: string, size: number): Match[] {
  const [old, present] = [new PieceIndex(before, size), new PieceIndex(after, size)];
  const found: Match[] = [];
  // how far the stretch at each distance reaches in the old text
  const reached = new Map<number, number>();
  let done = 0;
  let gap = before.indexOf(UNKNOWN);
  eachPiece(before, size, (hash, at) => {
    if (at < done) return;
    if (gap >= 0 && gap < at) gap = before.indexOf(UNKNOWN, at);
    if ((gap >= 0 && gap < at + size) || old.onlyPlace(before, at, hash) < 0) return;
    const places = present.placesOf(before, at, hash);
    if (places.length === 0 || places.length > COPIES_AT_MOST) return;
    // the last place comes first, so that no chain takes two for one
    for (const place of places) {
      if ((reached.get(place - at) ?? 0) > at) continue;
      let length = size;
      while (isEqual(before, at + length, after, place + length)) length++;
      let head = 0;
      while (head < size && isEqual(before, at - head - 1, after, place - head - 1)) head++;
      found.push({ before: at, after: place, length, isMoved: false, weight: head + length });
      reached.set(place - at, at + length);
    }
    // within a stretch another copy of it may begin at any place
    done = at + STRIDE;
  });
  return found;
}

/** Parts blocks (by `before`) into those that keep the order with the most text in it, and the others. */
function inOrder(blocks: readonly Match[]): [Block[], Block[]] {
  const byAfter = [...blocks.keys()].sort((a, b) => (blocks[a]?.after ?? 0) - (blocks[b]?.after ?? 0));
  const ranks = new Uint32Array(blocks.length);
  for (const [rank, index] of byAfter.entries()) ranks[index] = rank + 1;
  // a tree of maxima: the heaviest chain that ends at or before a rank
  const best = new Int32Array(blocks.length + 1).fill(-1);
  const weights = new Float64Array(blocks.length);
  const links = new Int32Array(blocks.length).fill(-1);
  const weightOf = (index: number): number => (index < 0 ? 0 : (weights[index] ?? 0));
  for (const [index, block] of blocks.entries()) {
    let link = -1;
    for (let rank = (ranks[index] ?? 0) - 1; rank > 0; rank -= rank & -rank) {
      const candidate = best[rank] ?? -1;
      if (weightOf(candidate) > weightOf(link)) link = candidate;
    }
    links[index] = link;
    weights[index] = weightOf(link) + block.weight;
    for (let rank = ranks[index] ?? 0; rank <= blocks.length; rank += rank & -rank) {
      if (weightOf(index) > weightOf(best[rank] ?? -1)) best[rank] = index;
    }
  }
  let last = -1;
  for (let index = 0; index < blocks.length; index++) if (weightOf(index) > weightOf(last)) last = index;
  const isChained = new Uint8Array(blocks.length);
  for (let index = last; index >= 0; index = links[index] ?? -1) isChained[index] = 1;
  const chain: Block[] = [];
  const others: Block[] = [];
  for (const [index, block] of blocks.entries()) {
    const { before, after, length } = block;
    if (isChained[index] !== 1) {
      others.push({ before, after, length, isMoved: true });
      continue;
    }
    // stretches that both reach into take from the later one
    const end = chain.at(-1);
    const shared = end ? Math.max(0, end.before + end.length - before, end.after + end.length - after) : 0;
    if (shared < length) chain.push(cut({ before, after, length, isMoved: false }, shared, 0));
  }
  return [chain, others];
}

/** Finds what is equal between the blocks of a chain. */
class Filler {
  private readonly blocks: Block[] = [];

  constructor(
    private readonly before: string,
    private readonly after: string,
  ) {}

  fill(chain: readonly Block[]): Block[] {
    let [old, present] = [0, 0];
    for (const whole of chain) {
      let ahead = 0;
      while (ahead < this.before.length - old && isEqual(this.before, old + ahead, this.after, present + ahead)) ahead++;
      // what stands before has the first claim on units that both may have
      const claimed = Math.max(0, ahead - (whole.before - old), ahead - (whole.after - present));
      if (claimed >= whole.length) continue;
      const block = cut(whole, claimed, 0);
      this.fillGap(old, block.before, present, block.after, true);
      this.add(block.before, block.after, block.length);
      old = block.before + block.length;
      present = block.after + block.length;
    }
    this.fillGap(old, this.before.length, present, this.after.length, true);
    return leanToStart(this.blocks, this.before, this.after);
  }

  private fillGap(oldFrom: number, oldTo: number, from: number, to: number, isDivisible: boolean): void {
    let [oldStart, start, oldEnd, end] = [oldFrom, from, oldTo, to];
    while (oldStart < oldEnd && start < end && isEqual(this.before, oldStart, this.after, start)) {
      oldStart++;
      start++;
    }
    this.add(oldFrom, from, oldStart - oldFrom);
    while (oldEnd > oldStart && end > start && isEqual(this.before, oldEnd - 1, this.after, end - 1)) {
      oldEnd--;
      end--;
    }
    if (oldStart < oldEnd && start < end) {
      if (isDivisible && oldEnd - oldStart >= FOLLOWING_SIZE && end - start >= FOLLOWING_SIZE) this.divide(oldStart, oldEnd, start, end);
      else this.compare(oldStart, oldEnd, start, end);
    }
    this.add(oldEnd, end, oldTo - oldEnd);
  }

  /** Goes on with shorter pieces, which stand once in the gap more often than in the whole. */
  private divide(oldStart: number, oldEnd: number, start: number, end: number): void {
    const [chain] = inOrder(matchPieces(this.before.slice(oldStart, oldEnd), this.after.slice(start, end), FOLLOWING_SIZE));
    let [old, present] = [oldStart, start];
    for (const block of chain) {
      this.fillGap(old, oldStart + block.before, present, start + block.after, false);
      this.add(oldStart + block.before, start + block.after, block.length);
      old = oldStart + block.before + block.length;
      present = start + block.after + block.length;
    }
    this.fillGap(old, oldEnd, present, end, false);
  }

  private compare(oldStart: number, oldEnd: number, start: number, end: number): void {
    const words = this.before.slice(oldStart, oldEnd);
    // what else stood there would have its part in the comparison
    if (words.length + end - start > COMPARED_AT_MOST || words.includes(UNKNOWN)) return;
    const instead = this.after.slice(start, end);
    if (areOther(words, instead)) return;
    let [old, present] = [oldStart, start];
    for (const [kind, piece] of diff(words, instead)) {
      if (kind === diff.EQUAL && piece.length >= SHORTEST_BLOCK) this.add(old, present, piece.length);
      if (kind !== diff.INSERT) old += piece.length;
      if (kind !== diff.DELETE) present += piece.length;
    }
  }

  private add(before: number, after: number, length: number): void {
    if (length <= 0) return;
    const last = this.blocks.at(-1);
    // what touches on both sides is one stretch
    if (last && last.before + last.length === before && last.after + last.length === after) this.blocks[this.blocks.length - 1] = { ...last, length: last.length + length };
    else this.blocks.push({ before, after, length, isMoved: false });
  }
}

/** A number for the letters of the shortest block at an offset. */
function codeAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2);
}

/** True for two stretches that share no more letters than any two of one language do by chance. */
function areOther(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < LONG_GAP) return false;
  const pieces = new Set<number>();
  for (let at = 0; at + SHORTEST_BLOCK <= one.length; at++) pieces.add(codeAt(one, at));
  let shared = 0;
  for (let at = 0; at + SHORTEST_BLOCK <= other.length; at++) if (pieces.has(codeAt(other, at))) shared++;
  return shared < CHANCE_SHARE * Math.min(one.length, other.length);
}

/** The blocks so that units which may as well belong to the one before as to the one behind belong to the one before. */
function leanToStart(blocks: readonly Block[], before: string, after: string): Block[] {
  const leaning: Block[] = [];
  for (const block of blocks) {
    const last = leaning.at(-1);
    if (!last) {
      leaning.push(block);
      continue;
    }
    const [oldEnd, newEnd] = [last.before + last.length, last.after + last.length];
    const most = Math.min(block.before + block.length - oldEnd, block.after + block.length - newEnd);
    let ahead = 0;
    while (ahead < most && isEqual(before, oldEnd + ahead, after, newEnd + ahead)) ahead++;
    const claimed = Math.max(0, ahead - (block.before - oldEnd), ahead - (block.after - newEnd));
    leaning[leaning.length - 1] = cut(last, 0, -ahead);
    if (claimed < block.length) leaning.push(cut(block, claimed, 0));
  }
  return leaning;
}
