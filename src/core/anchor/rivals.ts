import type { TextRange } from "../document/range.js";
import type { Block } from "./alignTexts.js";
import { lastBefore } from "./blockSearch.js";
import { PieceIndex } from "./pieceIndex.js";
import { UNKNOWN } from "./sketch.js";

/** Length of the pieces that are looked for. */
const PIECE_SIZE = 8;
/** How far next to words, and by how many pieces, other places like theirs are found. */
const NEAR_LENGTH = 24;
const NEAR_PIECES = 12;
/** A piece as near to the words as this tells of them: they may have been mistyped in their own place. */
const NEXT_LETTERS = 4;
/** A piece with more places than this tells nothing. */
const COMMON = 64;
/** So many pieces make another place. */
const RIVAL_PIECES = 2;
/** More places than these need not be compared: the first of them say enough. */
const RIVALS_AT_MOST = 4;
/** Distances that differ by less are one place: a few letters may have been added within it. */
const SAME_PLACE = 24;
/** How far the surroundings reach by which two places are told apart, and how far a piece of them may have come nearer or gone away. */
const SURROUNDINGS = 400;
const FURTHEST = 3200;
const STRAY = 120;
/** So many pieces more have to speak for the one than for the other. */
const MARGIN = 4;
/** Beyond a copy so many pieces that stand at the other place only are no chance any more. */
const BEYOND_AT_MOST = 2;
/** A copy may be interrupted by so many pieces that were edited. */
const GAP_PIECES = 4;

/**
 * Tells whether words may as well stand at another place of the new text than the alignment gave them: a paragraph was copied, and then
 * its first place was edited so that the copy has more of it. Bounded for every place that is asked about.
 */
export class Rivals {
  /** In the order of the new text. */
  private readonly blocks: readonly Block[];
  private pieces: PieceIndex | undefined;

  /** `blocks` are the stretches that the two texts are known to have in common. */
  constructor(
    private readonly old: string,
    private readonly present: string,
    blocks: readonly Block[],
  ) {
    this.blocks = [...blocks].sort((a, b) => a.after - b.after);
  }

  /**
   * Distances of other places where words of the old text, or what is next to them, stand too, in text that is none of the old one as far
   * as is known, and for which what stood far around the words speaks as well: by that it cannot be told which place is theirs.
   */
  equals(span: TextRange, distance: number): number[] {
    const rivals = this.find(span, distance);
    if (rivals.length === 0) return [];
    return rivals.filter((rival) => !this.isSurer(span, distance, rival));
  }

  /** True where what surrounds words speaks clearly for one distance and not for another. Looks as far as both have the same on either side, within bounds. */
  private isSurer(span: TextRange, distance: number, rival: number): boolean {
    // no piece speaks for two places
    const stray = Math.min(STRAY, Math.abs(rival - distance) / 2 - 1);
    for (let reach = SURROUNDINGS; reach <= FURTHEST; reach *= 2) {
      const around = this.surroundings(span, reach);
      const isEdge = [around.start === 0, around.end === this.old.length] as const;
      const middle = Math.floor((span.start - around.start) / PIECE_SIZE) + (isEdge[0] ? BEYOND_AT_MOST : 0);
      const verdict = compare(this.piecesAt(around, span.start, distance, stray), this.piecesAt(around, span.start, rival, stray), middle, isEdge);
      if (verdict !== "open") return verdict === "surer";
      if (span.start - around.start < reach && around.end - span.end < reach) return false;
    }
    return false;
  }

  /** How far from the words such places are, those with most of what is near first. */
  private find({ start, end }: TextRange, distance: number): number[] {
    const from = Math.max(0, start - NEAR_LENGTH);
    const to = Math.min(this.old.length, end + NEAR_LENGTH);
    const step = Math.max(PIECE_SIZE / 2, Math.ceil((to - from) / NEAR_PIECES));
    const votes = new Map<number, { near: number; free: number }>();
    for (let at = from; at + PIECE_SIZE <= to; at += step) {
      const isNext = at < end + NEXT_LETTERS && at + PIECE_SIZE > start - NEXT_LETTERS;
      const voted = new Map<number, boolean>();
      const places = this.placesOf(at);
      if (places.length > COMMON) continue;
      for (const place of places) {
        const away = place - at - distance;
        if (Math.abs(away) <= SAME_PLACE) continue;
        const claim = this.claimOf(place);
        if (claim.isWhole && claim.distance !== place - at) continue;
        const bucket = Math.round(away / SAME_PLACE);
        voted.set(bucket, (voted.get(bucket) ?? false) || (isNext && claim.distance === undefined));
      }
      for (const [bucket, isFree] of voted) {
        const vote = votes.get(bucket) ?? { near: 0, free: 0 };
        votes.set(bucket, { near: vote.near + 1, free: vote.free + (isFree ? 1 : 0) });
      }
    }
    const rivals: { distance: number; near: number }[] = [];
    for (const [bucket, vote] of votes) {
      const next = votes.get(bucket + 1);
      const near = vote.near + (next?.near ?? 0);
      if (vote.free + (next?.free ?? 0) > 0 && near >= RIVAL_PIECES) rivals.push({ distance: distance + bucket * SAME_PLACE, near });
    }
    return rivals.sort((a, b) => b.near - a.near).slice(0, RIVALS_AT_MOST).map((rival) => rival.distance);
  }

  /** The old text far around words, as far as it is known: beyond what nobody knows no distance is. */
  private surroundings({ start, end }: TextRange, reach: number): TextRange {
    const from = Math.max(0, start - reach);
    const known = this.old.slice(from, start).lastIndexOf(UNKNOWN) + 1;
    const gap = this.old.slice(end, end + reach).indexOf(UNKNOWN);
    return { start: from + known, end: Math.min(this.old.length, end + (gap < 0 ? reach : gap)) };
  }

  /**
   * Which pieces of a stretch of the old text, in order, stand about as far from their place as those between them and the words, which have gone a distance:
   * what was put in between takes them further away piece by piece.
   */
  private piecesAt({ start, end }: TextRange, words: number, distance: number, stray: number): boolean[] {
    const count = Math.max(0, Math.floor((end - start) / PIECE_SIZE));
    const middle = Math.floor((words - start) / PIECE_SIZE);
    const found: boolean[] = [];
    const follow = (from: number, step: 1 | -1): number => {
      let gone = distance;
      for (let index = from; index >= 0 && index < count; index += step) {
        const at = start + index * PIECE_SIZE;
        let nearest = Infinity;
        for (const place of this.placesOf(at)) if (Math.abs(place - at - gone) < Math.abs(nearest)) nearest = place - at - gone;
        found[index] = Math.abs(nearest) <= stray;
        if (found[index]) gone += nearest;
      }
      return gone;
    };
    const [left, right] = [follow(middle - 1, -1), follow(middle, 1)];
    // the ends of the text stand where they stood only if nothing was put in before, or behind
    const edge = (isEdge: boolean, away: number): boolean[] => (isEdge ? Array.from({ length: BEYOND_AT_MOST }, () => Math.abs(away) <= stray) : []);
    return [...edge(start === 0, left), ...found, ...edge(end === this.old.length, this.present.length - end - right)];
  }

  private placesOf(at: number): number[] {
    this.pieces ??= new PieceIndex(this.present, PIECE_SIZE);
    return this.pieces.placesOf(this.old, at);
  }

  /** How far a piece of the new text, or a part of it, is from where it stood in the old one; no distance where it is none of that. */
  private claimOf(place: number): { distance: number | undefined; isWhole: boolean } {
    const block = this.blocks[lastBefore(this.blocks, place + PIECE_SIZE, "after")];
    if (!block || block.after + block.length <= place) return { distance: undefined, isWhole: false };
    return { distance: block.after - block.before, isWhole: block.after <= place && place + PIECE_SIZE <= block.after + block.length };
  }
}

/**
 * Compares what surrounds two places, from the piece in the middle on: the one is surer where more stands there than at the other, and right beyond the stretch
 * that both have nothing speaks for the other. Open where too little is seen beyond it on a side that is no end of the text.
 */
function compare(own: readonly boolean[], other: readonly boolean[], middle: number, isEdge: readonly [boolean, boolean]): "surer" | "open" | "equal" {
  const isShared = (index: number): boolean => own[index] === true && other[index] === true;
  let [first, last] = [middle, middle];
  for (let index = middle; index >= 0 && first - index <= GAP_PIECES; index--) if (isShared(index)) first = index;
  for (let index = middle; index < own.length && index - last <= GAP_PIECES; index++) if (isShared(index)) last = index;
  const count = (from: number, step: 1 | -1, isLast: (index: number, told: number) => boolean): readonly [number, number] => {
    let [ours, theirs] = [0, 0];
    for (let index = from; index >= 0 && index < own.length && !isLast(index, ours + theirs); index += step) {
      if (own[index] === other[index]) continue;
      if (own[index] === true) ours++;
      else theirs++;
    }
    return [ours, theirs];
  };
  const isEnough = (_: number, told: number): boolean => told >= MARGIN;
  const [left, inside, right] = [count(first - 1, -1, isEnough), count(first, 1, (index) => index > last), count(last + 1, 1, isEnough)];
  if ((!isEdge[0] && left[0] + left[1] < MARGIN) || (!isEdge[1] && right[0] + right[1] < MARGIN)) return "open";
  if (left[1] >= BEYOND_AT_MOST || right[1] >= BEYOND_AT_MOST) return "equal";
  return [left, inside, right].reduce((sum, [ours, theirs]) => sum + ours - theirs, 0) >= MARGIN ? "surer" : "equal";
}
