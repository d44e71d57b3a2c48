import type { TextRange } from "../document/range.js";
import { alignTexts, isEqual, type Block } from "./alignTexts.js";
import { firstReaching } from "./blockSearch.js";

/** A stretch of the old text that the new one holds twice, or the old one twice and the new one once: which is which cannot be told. */
export type Doubt = TextRange;

/** Something of this length that was put in, and has so much of what stands next to it, is a copy; edits in it are no longer than this. */
const COPY_LENGTH = 40;
const COPY_SHARE = 0.5;
const COPY_GAP = 120;
/** Shorter stretches are the same by chance. */
const COPIED_PIECE = 16;
/** How far a repetition is followed. */
const LONGEST_DOUBT = 20_000;

/**
 * Where something was put in or taken out that repeats what stands next to it, so that it may as well be the other one. `common` is what two texts have in common;
 * what is found is in order, and none overlaps another.
 */
export function findDoubts(common: readonly Block[], before: string, after: string): Doubt[] {
  const blocks = common.filter(({ isMoved }) => !isMoved);
  const moved = common.filter(({ isMoved }) => isMoved).sort((a, b) => a.after - b.after);
  const doubts: Doubt[] = [];
  for (const [index, block] of blocks.entries()) {
    // behind the last one the text ends
    const next = blocks[index + 1] ?? { before: before.length, after: after.length };
    const end = block.before + block.length;
    const newEnd = block.after + block.length;
    const [removed, added] = [next.before - end, next.after - newEnd];
    // what was moved there is no copy
    if (added - removed - coveredLength(moved, newEnd, next.after) >= COPY_LENGTH) doubts.push(...findCopied(end, next.before, before, after.slice(newEnd, next.after)));
    if ((removed === 0) === (added === 0)) continue;
    const [text, at, period] = removed === 0 ? [after, newEnd, added] : [before, end, removed];
    let length = 0;
    while (length < LONGEST_DOUBT && length < block.length && isEqual(text, at - 1 - length, text, at + period - 1 - length)) length++;
    if (length === 0) continue;
    doubts.push({ start: end - length, end: length >= removed ? next.before : end });
    if (length < removed) doubts.push({ start: next.before - length, end: next.before });
  }
  return withoutOverlap(doubts);
}

/** The stretch of the old text around a place of which the words that were put in there are a copy, perhaps an edited one: its end stands first, and then its start. */
function findCopied(from: number, to: number, before: string, added: string): Doubt[] {
  const reach = added.length + COPY_GAP;
  const base = Math.max(0, from - reach);
  const copied = (words: string): Block[] => alignTexts(words, added).filter(({ isMoved, length }) => !isMoved && length >= COPIED_PIECE);
  let [left, right] = [copied(before.slice(base, from)), copied(before.slice(to, to + reach))];
  // where a copy does not stand right next to the old stretch, what is between them tells which is which
  const [tail, head] = [left.at(-1), right[0]];
  if (tail && from - base - tail.before - tail.length > added.length - tail.after - tail.length + COPIED_PIECE) left = [];
  if (head && head.before > head.after + COPIED_PIECE) right = [];
  if ([...left, ...right].reduce((sum, { length }) => sum + length, 0) < COPY_SHARE * added.length) return [];
  let [start, end] = [from, to];
  for (const block of [...left].reverse()) if (base + block.before + block.length >= start - COPY_GAP) start = base + block.before;
  for (const block of right) if (to + block.before <= end + COPY_GAP) end = to + block.before + block.length;
  return [{ start, end }];
}

/** How many units of a stretch of the new text are in blocks, which are in its order. */
function coveredLength(blocks: readonly Block[], from: number, to: number): number {
  let covered = 0;
  for (let index = firstReaching(blocks, from, "after"); index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.after >= to) break;
    covered += Math.min(to, block.after + block.length) - Math.max(from, block.after);
  }
  return covered;
}

function withoutOverlap(doubts: readonly Doubt[]): Doubt[] {
  const merged: Doubt[] = [];
  for (const doubt of [...doubts].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && doubt.start < last.end) merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, doubt.end) };
    else merged.push(doubt);
  }
  return merged;
}
