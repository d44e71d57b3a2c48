import type { TextRange } from "../../../document/range.js";
import { alignTexts } from "../../compare/alignTexts.js";
import { firstReaching, isEqual, lastBefore, type Block } from "../../compare/blocks.js";
import { findLeftovers } from "./leftovers.js";
import type { NormalizedText } from "../../compare/normalizedText.js";
import { mayShare } from "../../compare/pieceIndex.js";
import { SOLID_LENGTH } from "./replaced.js";
import { findDoubledLine, type Edge } from "./doubledLine.js";
import { SIMILARITY_FLOOR } from "../resolve.js";
import { commonPrefix, commonSuffix, similarity } from "../../compare/similarity.js";

/** A stretch of the old text that the new one holds twice, or the old one twice and the new one once: which is which cannot be told. */
export type Doubt = TextRange;

/** Something that was put in and has so many letters of what stands next to it, and so much of that stretch, is a copy; edits in it are no longer than this. */
const COPY_LENGTH = 24;
const COPY_SHARE = 0.5;
/** A short one, of at least and at most so many letters, is a copy where it is as a whole like what stands next to it. */
const SHORT_COPY = 8;
const LONGEST_SHORT_COPY = 100;
const COPY_GAP = 400;
/** Shorter stretches are the same by chance. */
const COPIED_PIECE = 16;
/** The end of a copy, or its start, which is on the other side of where it was put in, may be in two such pieces. */
const EDGE_LENGTH = 32;
/** Units that a mistyped letter takes at most. */
const MISTYPED = 2;
const SENTENCE_END = /[.!?]["')\]]?$/u;
const SENTENCE_WITHIN = /[.!?]["')\]]? /u;
/** How far a repetition is followed. */
const LONGEST_DOUBT = 20_000;

/**
 * Where something was put in or taken out that repeats what stands next to it, so that it may as well be the other one. `common` is what two texts have in common;
 * what is found is in order, and none overlaps another.
 */
export function findDoubts(common: readonly Block[], old: NormalizedText, present: NormalizedText): Doubt[] {
  const [before, after] = [old.text, present.text];
  const blocks = common.filter(({ isMoved }) => !isMoved);
  // a few equal letters in what was put in are no end of it
  const solid = blocks.filter(({ length }) => length >= SOLID_LENGTH);
  const moved = common.filter(({ isMoved }) => isMoved).sort((a, b) => a.after - b.after);
  const doubts: Doubt[] = [];
  for (const [from, to] of gapsBetween(solid, before.length, after.length)) {
    const [removed, added] = [to.before - from.before, to.after - from.after];
    if (added >= SHORT_COPY) doubts.push(...findDoubledLine(from, to, after), ...findLeftovers(from, to, old, present));
    // what came for about as much is that, rewritten; where more than a line less stands there, the rest was taken out, and what is left may be a copy
    if (added - removed < COPY_LENGTH && Math.min(added, removed - added) < LONGEST_SHORT_COPY) continue;
    const copied = findCopied(from.before, to.before, before, after.slice(from.after, to.after));
    doubts.push(...copied);
    // what was moved there may as well be what it stands next to now, where it is like it
    if (copied.length > 0) doubts.push(...blocksBetween(moved, from.after, to.after).map((block) => ({ start: block.before, end: block.before + block.length })));
  }
  for (const [from, to] of gapsBetween(blocks, before.length, after.length)) {
    const [removed, added] = [to.before - from.before, to.after - from.after];
    // a short line, of which a letter was mistyped
    if (added >= SHORT_COPY && added <= LONGEST_SHORT_COPY && removed <= 1) {
      doubts.push(...findShortCopied(from.before, to.before, before, after.slice(from.after, to.after)));
    }
    if ((removed === 0) === (added === 0)) continue;
    const [text, at, period] = removed === 0 ? [after, from.after, added] : [before, from.before, removed];
    let length = 0;
    while (length < LONGEST_DOUBT && isEqual(text, at - 1 - length, text, at + period - 1 - length)) length++;
    if (length === 0) continue;
    doubts.push({ start: Math.max(0, from.before - length), end: length >= removed ? to.before : from.before });
    if (length < removed) doubts.push({ start: to.before - length, end: to.before });
  }
  return withoutOverlap(doubts.map((doubt) => withTwins(before, doubt)));
}

/** Where the stretches that two texts have in common end, and where the next begin; before the first and behind the last there are the ends of the texts. */
function gapsBetween(blocks: readonly Block[], before: number, after: number): [Edge, Edge][] {
  const ends = [{ before: 0, after: 0 }, ...blocks.map((block): Edge => ({ before: block.before + block.length, after: block.after + block.length }))];
  return ends.map((end, index) => [end, blocks[index] ?? { before, after }]);
}

/** The stretch of the old text before or behind a place that is as a whole like the few words that were put in there. */
function findShortCopied(from: number, to: number, before: string, added: string): Doubt[] {
  const [left, right] = [{ start: Math.max(0, from - added.length), end: to }, { start: from, end: Math.min(before.length, to + added.length) }];
  const isLike = ({ start, end }: Doubt, skipped: number): boolean => similarity(before.slice(start + skipped, end), added) >= SIMILARITY_FLOOR;
  const found: Doubt[] = [];
  if (isLike({ ...left, end: from }, 0)) found.push({ ...left, start: left.start - leadOf(before, left.start, added, 0) });
  if (isLike(right, to - from)) found.push(right);
  // where a line parts in the middle, what was put in begins with the end of one and ends with the start of the other
  const turned = commonSuffix(before.slice(0, from), added);
  const middle = { start: from - turned, end: Math.min(before.length, from - turned + added.length) };
  if (turned > 0 && similarity(before.slice(middle.start, middle.end), added.slice(added.length - turned) + added.slice(0, added.length - turned)) >= SIMILARITY_FLOOR) found.push(middle);
  return found.map((doubt) => wholeSentence(before, doubt));
}

/**
 * How many letters before a stretch that was copied are part of it: the first words may be the first of another sentence too, and have been taken for these; behind the
 * last words of the copy they begin anew.
 */
function leadOf(before: string, start: number, added: string, at: number): number {
  const twice = added + added;
  let lead = 0;
  while (lead < added.length && isEqual(before, start - lead - 1, twice, added.length + at - lead - 1)) lead++;
  return lead;
}

/** The stretch of the old text around a place of which the words that were put in there are a copy, perhaps an edited one: its end stands first, and then its start. */
function findCopied(from: number, to: number, before: string, added: string): Doubt[] {
  const reach = added.length + COPY_GAP;
  const base = Math.max(0, from - reach);
  // most of what stands next to each other is other text, which is found out before it is compared
  const copied = (words: string): Block[] => (mayShare(words, added, COPIED_PIECE) ? copiedPieces(alignTexts(words, added).filter(({ isMoved }) => !isMoved)) : []);
  const [leftWords, rightWords] = [before.slice(base, from), before.slice(to, to + reach)];
  let [left, right] = [withNearestLast(copied(leftWords), leftWords), withNearestFirst(copied(rightWords), rightWords)];
  // where a copy does not stand right next to the old stretch, what is between them tells which is which
  const [tail, head] = [left.at(-1), right[0]];
  if (tail && areParted(leftWords.slice(tail.before + tail.length), added.length - tail.after - tail.length)) left = [];
  if (head && areParted(rightWords.slice(0, head.before), head.after)) right = [];
  const lead = (block: Block): number => leadOf(before, base + block.before, added, block.after);
  const one = furthest([...left].reverse().map((block) => [from - base - block.before + lead(block), block.length]));
  const other = furthest(right.map((block) => [block.before + block.length, block.length]));
  // the end of a copy that begins with what is on the left stands right before that, and the start of one that ends with what is on the right, right behind
  const [first, last] = [left[0], right.at(-1)];
  const tailLength = first ? sharedEdge(added.slice(0, first.after - lead(first)), before.slice(to, to + EDGE_LENGTH)) : 0;
  const headLength = last ? sharedEdge(before.slice(Math.max(0, from - EDGE_LENGTH), from), added.slice(last.after + last.length)) : 0;
  const [start, end] = [from - Math.max(one.reach, headLength), to + Math.max(other.reach, tailLength)];
  return one.length + other.length >= COPY_LENGTH ? [wholeSentence(before, { start, end })] : [];
}

/** True where some words part a copy from what stands next to where it was put in, and not something that was rewritten or taken out in the copied stretch, where so many letters stand instead. */
function areParted(words: string, instead: number): boolean {
  const most = 2 * instead + COPIED_PIECE;
  return words.length > Math.max(most, LONGEST_SHORT_COPY) || (words.length > most && SENTENCE_WITHIN.test(words));
}

/** The pieces, of which the first one is the nearest that is like it: where a headline is repeated, what was copied may have been found in the second one. */
function withNearestFirst(pieces: readonly Block[], words: string): Block[] {
  const [first, ...rest] = pieces;
  if (!first) return [];
  const end = first.before + first.length;
  const away = end - COPIED_PIECE - words.indexOf(words.slice(end - COPIED_PIECE, end));
  if (first.length < COPIED_PIECE || away <= 0) return [...pieces];
  const length = Math.min(commonSuffix(words.slice(0, end - away), words.slice(0, end)), first.length);
  // a few letters that are the same are no other stretch
  if (length < first.length * SIMILARITY_FLOOR) return [...pieces];
  return [{ ...first, before: end - away - length, after: first.after + first.length - length, length }, ...rest];
}

/** The pieces, of which the last one is the nearest that is like it, where the nearest are at the end. */
function withNearestLast(pieces: readonly Block[], words: string): Block[] {
  const last = pieces.at(-1);
  if (!last) return [];
  const away = words.lastIndexOf(words.slice(last.before, last.before + COPIED_PIECE)) - last.before;
  if (last.length < COPIED_PIECE || away <= 0) return [...pieces];
  const length = Math.min(commonPrefix(words.slice(last.before + away), words.slice(last.before)), last.length);
  return length < last.length * SIMILARITY_FLOOR ? [...pieces] : [...pieces.slice(0, -1), { ...last, before: last.before + away, length }];
}

/** How many letters one text ends and another begins with, mistyped or not, up to so many that they were found as a piece of their own; few only where they are all of one. */
function sharedEdge(one: string, other: string): number {
  const [least, most] = [Math.max(1, Math.min(SHORT_COPY, one.length, other.length)), Math.min(EDGE_LENGTH, one.length, other.length)];
  for (let length = most; length >= least; length--) if (similarity(one.slice(-length), other.slice(0, length)) >= SIMILARITY_FLOOR) return length;
  return 0;
}

/** How far from a place what was copied of one side of it reaches, with most of it copied. Each block is given by where it ends and its length; the nearest is the first. */
function furthest(blocks: readonly (readonly [number, number])[]): { reach: number; length: number } {
  let [best, length, last] = [{ reach: 0, length: 0 }, 0, 0];
  for (const [reach, own] of blocks) {
    if (reach - own > last + COPY_GAP) break;
    length += own;
    last = reach;
    if (length >= COPY_SHARE * reach) best = { reach, length };
  }
  return best;
}

/** The stretch with what stands right before and behind it and is as a whole like it: where a headline is repeated, a copy of the one may be one of the other. */
function withTwins(text: string, { start, end }: Doubt): Doubt {
  const length = end - start;
  if (length < COPY_LENGTH) return { start, end };
  const words = text.slice(start, end);
  const isLike = (from: number): boolean => from >= 0 && from + length <= text.length && similarity(text.slice(from, from + length), words) >= SIMILARITY_FLOOR;
  return { start: isLike(start - length) ? start - length : start, end: isLike(end) ? end + length : end };
}

/**
 * The stretch with the rest of its first and last word, and of its first and last sentence where little is left of them: letters that were mistyped there are part of
 * the copy.
 */
function wholeSentence(text: string, { start, end }: Doubt): Doubt {
  const isSpace = (at: number): boolean => text.charAt(at) === " ";
  while (start > 0 && !isSpace(start - 1) && !isSpace(start)) start--;
  while (end < text.length && !isSpace(end) && !isSpace(end - 1)) end++;
  const isBreak = (at: number): boolean => at < 0 || at >= text.length || (isSpace(at) && SENTENCE_END.test(text.slice(Math.max(0, at - 2), at)));
  const distances = Array.from({ length: COPY_LENGTH }, (_, distance) => distance);
  const [left, right] = [distances.find((distance) => isBreak(start - 1 - distance)), distances.find((distance) => isBreak(end + distance))];
  return { start: Math.max(0, start - (left ?? 0)), end: Math.min(text.length, end + (right ?? 0)) };
}

/** The blocks that are no chance, by their length or because a mistyped letter alone is between them and such a one. */
function copiedPieces(blocks: readonly Block[]): Block[] {
  const isCopied = blocks.map(({ length }) => length >= COPIED_PIECE);
  for (let index = 1; index < blocks.length; index++) isCopied[index] ||= isCopied[index - 1] === true && joins(blocks[index - 1], blocks[index]);
  for (let index = blocks.length - 2; index >= 0; index--) isCopied[index] ||= isCopied[index + 1] === true && joins(blocks[index], blocks[index + 1]);
  return blocks.filter((_, index) => isCopied[index]);
}

function joins(left: Block | undefined, right: Block | undefined): boolean {
  return left !== undefined && right !== undefined && right.before - left.before - left.length <= MISTYPED && right.after - left.after - left.length <= MISTYPED;
}

/** The blocks, which are in the order of the new text, that have any of a stretch of it. */
function blocksBetween(blocks: readonly Block[], from: number, to: number): readonly Block[] {
  const first = firstReaching(blocks, from, "after");
  return blocks.slice(first, Math.max(first, lastBefore(blocks, to, "after") + 1));
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
