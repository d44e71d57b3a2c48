import { cut, firstReaching, isEqual, type Block } from "./blocks.js";

/** A stretch in another order, or far from what else is known, has to be this long to be taken for the same. */
const MOVED_LENGTH = 20;
/** So much of a moved stretch may be taken for part of what stands before it: paragraphs may begin alike. */
const COPIED_SHARE = 0.4;
/** What is so many times shorter than a stretch and stands amid it is a phrase of it. */
const PHRASE = 4;
/** Shorter stretches in the order of both texts may be equal by chance. */
const CHANCE_LENGTH = 16;

/**
 * The moved blocks as far as nothing else has their place in either text: neighbours reach into each other by a letter or two that are
 * equal by chance. Of two that share more than that the longer one stays.
 */
export function withoutOverlaps(moved: readonly Block[], blocks: readonly Block[], before: string, after: string): Block[] {
  const kept: Block[] = [];
  const free = moved
    .map((block) => extendToStart(block, before, after))
    // a stretch of which much still stands in its old place is a copy, and what it holds besides is a copy too
    .filter((block) => sharedLength(block, blocks) <= block.length * COPIED_SHARE)
    .map((block) => trim(trim(block, blocks, "before"), blocks, "after"))
    .filter(({ length }) => length >= MOVED_LENGTH);
  for (const block of withoutRivals(free).sort((a, b) => a.after - b.after)) {
    const last = kept.at(-1);
    const shared = last ? last.after + last.length - block.after : 0;
    if (!last || shared <= 0) kept.push(block);
    else if (block.length - shared >= MOVED_LENGTH) kept.push(cut(block, shared, 0));
    else if (block.length > last.length) kept[kept.length - 1] = block;
  }
  return kept;
}

/**
 * The blocks, none reaching into another, whose old place no other claims: of two copies in other places neither is the old one. A phrase of a block that stands elsewhere
 * too is no copy of it.
 */
function withoutRivals(moved: readonly Block[]): Block[] {
  const sorted = [...moved].sort((a, b) => a.before - b.before);
  const claimed = claimedLengths(sorted);
  let end = 0;
  return sorted.flatMap((block, index) => {
    if ((claimed[index] ?? 0) > Math.max(MOVED_LENGTH / 2, block.length * COPIED_SHARE)) return [];
    // units that both reach into belong to the one before
    const rest = cut(block, Math.max(0, end - block.before), 0);
    end = Math.max(end, block.before + block.length);
    return rest.length > 0 ? [rest] : [];
  });
}

/** How many units of the old text of each block others have too; the blocks are in the order of that text. */
function claimedLengths(sorted: readonly Block[]): number[] {
  const claimed = sorted.map(() => 0);
  const edges = [...new Set(sorted.flatMap(({ before, length }) => [before, before + length]))].sort((a, b) => a - b);
  let [open, next]: [number[], number] = [[], 0];
  for (const [at, start] of edges.entries()) {
    open = open.filter((index) => endOf(sorted[index]) > start);
    while (next < sorted.length && sorted[next]?.before === start) open.push(next++);
    if (open.length > 1) for (const index of open) claimed[index] = (claimed[index] ?? 0) + (edges[at + 1] ?? start) - start;
  }
  return claimed;
}

function endOf(block: Block | undefined): number {
  return block ? block.before + block.length : 0;
}

function extendToStart(block: Block, before: string, after: string): Block {
  let head = 0;
  while (isEqual(before, block.before - head - 1, after, block.after - head - 1)) head++;
  return cut(block, -head, 0);
}

/** True where a block is no more than a phrase of another on that side: any two sentences may share it. */
function isPhraseOf(block: Block, other: Block | undefined, side: "before" | "after"): boolean {
  return other !== undefined && block.length * PHRASE <= other.length && other[side] <= block[side] && block[side] + block.length <= other[side] + other.length;
}

/** The blocks without short ones, or parts of these, that have the place of a moved one in either text. */
export function withoutChance(blocks: readonly Block[], moved: readonly Block[]): Block[] {
  if (moved.length === 0) return [...blocks];
  const [byBefore, byAfter] = [moved.toSorted((a, b) => a.before - b.before), moved.toSorted((a, b) => a.after - b.after)];
  return blocks.flatMap((block) => {
    if (block.length >= CHANCE_LENGTH && !isPhraseOf(block, byBefore[firstReaching(byBefore, block.before)], "before") && !isPhraseOf(block, byAfter[firstReaching(byAfter, block.after, "after")], "after")) return [block];
    const rest = trim(trim(block, byBefore, "before"), byAfter, "after");
    return rest.length * 2 > block.length ? [rest] : [];
  });
}

/** How many units of the old text others, in its order, have of a block. */
function sharedLength(block: Block, blocks: readonly Block[]): number {
  let shared = 0;
  for (let index = firstReaching(blocks, block.before); index < blocks.length; index++) {
    const other = blocks[index];
    if (!other || other.before >= block.before + block.length) break;
    shared += Math.min(endOf(block), endOf(other)) - Math.max(block.before, other.before);
  }
  return shared;
}

/** A block without what others, in order on that side, have of it at its edges; empty where it lies within one. A phrase in its midst takes nothing from it. */
function trim(block: Block, blocks: readonly Block[], side: "before" | "after"): Block {
  let rest = block;
  for (let index = firstReaching(blocks, block[side], side); index < blocks.length; index++) {
    const other = blocks[index];
    if (!other || rest.length <= 0 || other[side] >= rest[side] + rest.length) break;
    const isAmid = other[side] > rest[side] && other[side] + other.length < rest[side] + rest.length;
    if (isAmid && isPhraseOf(other, rest, side)) continue;
    const head = other[side] + other.length - rest[side];
    const tail = rest[side] + rest.length - other[side];
    rest = head <= tail ? cut(rest, head, 0) : cut(rest, 0, tail);
  }
  return rest;
}
