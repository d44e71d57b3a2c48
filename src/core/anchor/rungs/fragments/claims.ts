import type { TextRange } from "../../../document/range.js";
import { alignTexts } from "../../compare/alignTexts.js";
import { cut, isEqual, type Block } from "../../compare/blocks.js";
import { countAlike } from "../../compare/alike.js";
import { isBlankLine, isLineBreak, isParagraphBreak, isSentenceBreak, isSentenceEdge, type NormalizedText } from "../../compare/normalizedText.js";
import type { PieceIndex } from "../../compare/pieceIndex.js";
import { PIECE_LENGTH, type Pieces } from "../../compare/pieces.js";
import { SIMILARITY_FLOOR, TELLING_LENGTH } from "../resolve.js";
import { commonPrefix, commonSuffix, figuresOf, similarity } from "../../compare/similarity.js";
import { UNKNOWN } from "../../oldText/sketch.js";
import { Trace } from "../../compare/trace.js";

/** Pieces of this length propose places, from one to the next at least so far, about so many in all. */
export const SEED_LENGTH = PIECE_LENGTH;
const SEED_STEP = 4;
const SEEDS_AT_MOST = 40;
/** A piece with more places than this tells nothing. */
const COMMON = 48;
/** Pieces whose distances differ by less tell of one place: a few letters may have been added or lost in it. */
const SAME_PLACE = 16;
/** What went further away than this from words is not next to them any more. */
const SIDE_STRAY = 8;
/** No more places than these are compared letter by letter. */
const CLAIMS_AT_MOST = 8;
/** A place away from the old one for which so many times fewer pieces speak than for another is compared less closely. */
const CHANCE = 8;
/** A place of which less than this part is like the words and what stands around them is no place of theirs. */
const LEAST_SHARE = 0.4;
const LEAST_LENGTH = 14;
/** So much of what stands at a place has to be theirs. */
const LIKE_SHARE = 0.6;
/** Of words that changed so much where little of what is known around them is there: a letter or two were mistyped. Sentences of one article may differ in a word. */
const MISTYPED_SHARE = 0.9;
const AROUND_SHARE = 0.65;
/** Shorter words are the same or others. */
const LEAST_LIKE = 4;
/** What was parted from words by something that was put in between is no further away than this; so much of it is looked for. */
export const PARTED_AT_MOST = 400;
const PARTED_PIECE = 16;
/** A side of the words is as before where this part of it is, and this part of the letters right next to the words. */
const SIDE_SHARE = 0.75;
export const NEXT_LENGTH = 8;

/** Words in a piece of an old text, of which nothing is known beyond `from` and `to`: offsets of the normalized old text. */
export interface Fragment {
  readonly words: TextRange;
  readonly from: number;
  readonly to: number;
  /** What of the piece is in the paragraph of the words. */
  readonly core: TextRange;
  /** The line of the words where it is short and all of it is known. */
  readonly line: TextRange | undefined;
  /** True where the piece begins, or ends, with the text itself. */
  readonly isHead: boolean;
  readonly isTail: boolean;
}

/**
 * What stands on one side of words: `whole` is all that stood there, as far as it is known or to the end of the paragraph; `sentence` is what stood there
 * to the end of a sentence, and then something else; `other` is anything else.
 */
export type Side = "whole" | "sentence" | "other";

/** What stood behind the end of a sentence next to words and stands a little further on now, so that something was put in between. */
export interface Parted {
  /** Where the words would begin if they had gone with it. */
  readonly start: number;
  /** How many letters of it that stand at no place of the claim are in the paragraph of the words. */
  readonly strength: number;
  /** Which stretch of the piece it is, counted from its start, and where it stands in the new text. */
  readonly block: Block;
}

/** A place of the new text that words of the old one may have. */
export interface Claim {
  /** In the normalized new text; undefined where what surrounded the words stands there, and they do not. */
  readonly range: TextRange | undefined;
  readonly isSame: boolean;
  /** Where the words would begin. */
  readonly start: number;
  /** How many letters of the words and of what stood around them in their paragraph stand there. */
  readonly strength: number;
  /** The part of the whole piece that stands there. */
  readonly share: number;
  /** Which stretches of the piece, counted from its start, stand there, and where in the new text. */
  readonly held: readonly Block[];
  /** How many letters of their sentence stand there in one piece with them. */
  readonly own: number;
  readonly left: Side;
  readonly right: Side;
  /** What was parted from them before and behind, on a side where something else stands behind a sentence. */
  readonly head: Parted | undefined;
  readonly tail: Parted | undefined;
}

/** Distances from the old place, lowest and highest, at which pieces of a fragment stand, and which pieces. */
interface Group {
  readonly low: number;
  high: number;
  readonly votes: Set<number>;
}

/** Finds the places in one text that pieces of another may have. Bounded for every piece. */
export class Claims {
  constructor(
    private readonly old: NormalizedText,
    private readonly present: NormalizedText,
    private readonly pieces: Pieces,
  ) {}

  private get index(): PieceIndex {
    return this.pieces.present;
  }

  /** The places of a fragment, those with most of it first. Where it has many, those are looked at first that are between two distances from the old place. */
  find(fragment: Fragment, nearest: number, furthest: number): Claim[] {
    const groups = this.propose(fragment, nearest, furthest);
    const most = groups[0]?.votes.size ?? 0;
    const isNear = ({ low, high }: (typeof groups)[number]): boolean => high >= nearest && low <= furthest;
    const found = [...groups.filter(isNear), ...groups.filter((group) => !isNear(group))]
      .slice(0, CLAIMS_AT_MOST)
      .flatMap((group) => this.compare(fragment, group.low, group.high, !isNear(group) && group.votes.size * CHANCE <= most) ?? [])
      .sort((a, b) => b.strength - a.strength)
      .filter((claim, index, all) => all.findIndex((other) => isPartOf(claim, other)) === index);
    const [best] = found;
    const length = fragment.core.end - fragment.core.start;
    if (!best || best.strength < length || best.held.length > 1) return found;
    // what is like the words within their own surroundings, into which nothing was put, was there before
    const from = best.start - (fragment.words.start - fragment.core.start);
    return found.filter((claim) => claim.strength === best.strength || claim.start < from || claim.start >= from + length);
  }

  /** The place where the words of a fragment would begin at a unit of the new text. */
  at(fragment: Fragment, unit: number): Claim | undefined {
    const distance = unit - fragment.words.start;
    return this.compare(fragment, distance, distance, true);
  }

  /** How often pieces of some words and of what stands `around` them stand elsewhere than at a place of theirs; `held` of them those pieces alone that this place has. */
  alikeBeside({ words, from }: Fragment, around: TextRange, place: Claim): { all: number; held: number } {
    const { size } = this.index;
    // what something that was put in pushed on from there is the place's own
    const { held } = withParted(place);
    const isHeld = (at: number): boolean => held.some(({ before, length }) => before <= at - from && at - from + size <= before + length);
    const isOwn = (at: number, to: number): boolean => held.some(({ before, after, length }) => to - at === after - before - from && at - from < before + length && at - from + size > before);
    const count = (isLeftOut: (at: number) => boolean): number => countAlike(this.index, this.old.text, around, words, (at, to) => isLeftOut(at) || isOwn(at, to));
    return { all: count(() => false), held: count((at) => !isHeld(at)) };
  }

  /**
   * Distances from the old place, lowest and highest, at which pieces of a fragment stand: in all of the text, or between two distances where they have too
   * many places.
   */
  private propose({ words, core }: Fragment, nearest: number, furthest: number): Group[] {
    const { start: from, end: to } = core;
    const step = Math.max(SEED_STEP, Math.ceil((to - from) / SEEDS_AT_MOST));
    // within long words whole sentences may have been put in
    const apart = Math.max(SAME_PLACE, (words.end - words.start) / 2);
    const votes: { at: number; distance: number }[] = [];
    for (let at = from; at + SEED_LENGTH <= to; at += step) {
      const all = this.index.placesOf(this.old.text, at);
      const places = all.length <= COMMON ? all : this.index.placesBetween(this.old.text, at, at + nearest, at + furthest + 1);
      if (places.length <= COMMON) for (const place of places) votes.push({ at, distance: place - at });
    }
    const groups: Group[] = [];
    for (const { at, distance } of votes.sort((a, b) => a.distance - b.distance)) {
      const last = groups.at(-1);
      // a piece that stands there again begins a copy
      if (!last || distance - last.high >= apart || last.votes.has(at)) groups.push({ low: distance, high: distance, votes: new Set([at]) });
      else {
        last.high = distance;
        last.votes.add(at);
      }
    }
    return groups.sort((a, b) => b.votes.size - a.votes.size);
  }

  /** The place between two distances from the old one; of one that `isChance` beside another only what stands at these distances in one piece counts, as comparing takes long. */
  private compare(fragment: Fragment, low: number, high: number, isChance: boolean): Claim | undefined {
    const { words, from, to, core } = fragment;
    const base = Math.max(0, from + low - SAME_PLACE);
    const [old, present] = [this.old.text.slice(from, to), this.present.text.slice(base, to + high + SAME_PLACE)];
    const place = from + low - base;
    const isAsItWas = place >= 0 && present.startsWith(old, place);
    const span = { start: words.start - from, end: words.end - from };
    const within = (blocks: readonly Block[]): number => sharedWith(blocks, core.start - from, core.end - from);
    const isHeldAt = (distance: number, { before, after, length }: Block): boolean => after - before === distance && before <= span.start && before + length >= span.end;
    let blocks = isAsItWas ? [{ before: 0, after: place, length: to - from, isMoved: false }] : isChance ? [] : blocksAt(old, present, place - SAME_PLACE, place + high - low + SAME_PLACE);
    // a copy right beside the place may have more of the piece, and hide it
    for (const distance of isAsItWas ? [] : [place, place + high - low]) {
      const runs = runsAt(old, present, distance);
      const isHidden = runs.some((run) => isHeldAt(distance, run)) && !blocks.some((block) => isHeldAt(distance, block));
      if (isHidden || within(runs) > within(blocks)) blocks = runs;
    }
    const strength = within(blocks);
    const [first] = blocks;
    if (!first || strength < Math.min(LEAST_LENGTH, LEAST_SHARE * (core.end - core.start))) return undefined;
    const share = sharedWith(blocks, 0, old.length) / old.length;
    const held = blocks.map((block): Block => ({ ...block, after: base + block.after }));
    const trace = new Trace(old, present, blocks);
    const nowhere: Claim = { range: undefined, isSame: false, start: base + span.start + first.after - first.before, strength, share, held, own: 0, left: "other", right: "other", head: undefined, tail: undefined };
    const found = trace.follow(span);
    const kept = found ? trace.kept(span, found) : 0;
    if (!found || found.start >= found.end || !isLike(old.slice(span.start, span.end), present.slice(found.start, found.end), kept)) {
      return nowhere;
    }
    const range = { start: base + found.start, end: base + found.end };
    const isSame = this.present.text.slice(range.start, range.end) === this.old.text.slice(words.start, words.end);
    if (!isSame && share < AROUND_SHARE && kept < MISTYPED_SHARE * (span.end - span.start)) return nowhere;
    const before = (length: number): number => trace.matched(span.start - length, span.start, found.start - span.start, SIDE_STRAY);
    const behind = (length: number): number => trace.matched(span.end, span.end + length, found.end - span.end, SIDE_STRAY);
    const left = this.sideOf(words.start - from, fragment.isHead, before, (length) => [words.start - length - 1, range.start - length - 1]);
    const right = this.sideOf(to - words.end, fragment.isTail, behind, (length) => [words.end + length, range.end + length]);
    // lines of a list may differ in a name and a figure alone
    const isInPlace = left.side === "whole" && right.side === "whole";
    if (fragment.line && !isSame && !isInPlace && figuresOf(old.slice(span.start, span.end)) !== figuresOf(present.slice(found.start, found.end))) return nowhere;
    const parted = ({ start, end, moved }: TextRange & { moved: number }): Parted => {
      const near = { start: Math.max(core.start, start), end: Math.min(core.end, end) };
      const block = { before: start - from, after: start + moved, length: end - start, isMoved: false };
      return { start: words.start + moved, strength: Math.max(0, near.end - near.start - sharedWith(blocks, near.start - from, near.end - from)), block };
    };
    const head = left.side === "sentence" ? this.partedBefore(from, words.start - left.length - 1, range.start - left.length - 1) : undefined;
    const tail = right.side === "sentence" ? this.partedBehind(words.end + right.length + 1, to, range.end + right.length + 1) : undefined;
    const own = this.ownLength(words, range);
    return { range, isSame, start: range.start, strength, share, held, own, left: left.side, right: right.side, head: head && parted(head), tail: tail && parted(tail) };
  }

  /**
   * Judges a side of which `known` letters are known, where `isText` up to the end of the text; `length` is how many letters of it stand there, up to the end of a
   * sentence. `matched` tells how many of so many letters next to the words are there, `unitsAt` the units of the old and of the new text behind so many letters.
   */
  private sideOf(known: number, isText: boolean, matched: (length: number) => number, unitsAt: (length: number) => readonly [number, number]): { side: "whole" | "sentence" | "other"; length: number } {
    const isThere = (length: number): boolean => matched(length) >= SIDE_SHARE * length && matched(Math.min(NEXT_LENGTH, length)) >= SIDE_SHARE * Math.min(NEXT_LENGTH, length);
    let sentence: number | undefined;
    for (let length = 0; length <= known && isThere(length); length++) {
      if (length === known && known >= NEXT_LENGTH) return { side: "whole", length };
      const [before, after] = unitsAt(length);
      if ((length === known ? isText : isParagraphBreak(this.old, before)) && isLineBreak(this.present, after)) return { side: "whole", length };
      if (length < known && (isSentenceBreak(this.old, before) || isParagraphBreak(this.old, before)) && isSentenceEdge(this.present, after)) sentence = length;
      // what is in another paragraph now is not what stood there
      if (length + 1 < known && isBlankLine(this.old, before) !== isBlankLine(this.present, after)) break;
    }
    return sentence === undefined ? { side: "other", length: 0 } : { side: "sentence", length: sentence };
  }

  /** The old text from `from` on that ends at `end`, as far as it stands a little before a unit of the new one, and how far it moved. */
  private partedBefore(from: number, end: number, unit: number): (TextRange & { moved: number }) | undefined {
    const piece = this.old.text.slice(Math.max(from, end - PARTED_PIECE), Math.max(from, end));
    const base = Math.max(0, unit - PARTED_AT_MOST);
    const window = this.present.text.slice(base, Math.max(0, unit));
    const at = piece.length < NEXT_LENGTH ? -1 : window.lastIndexOf(piece);
    if (at < 0) return undefined;
    const length = commonSuffix(this.old.text.slice(from, end), window.slice(0, at + piece.length));
    return { start: end - length, end, moved: base + at + piece.length - end };
  }

  /** The other way round: the old text from `start` to `to`, as far as it stands a little behind a unit of the new one. */
  private partedBehind(start: number, to: number, unit: number): (TextRange & { moved: number }) | undefined {
    const piece = this.old.text.slice(start, Math.min(to, start + PARTED_PIECE));
    const window = this.present.text.slice(unit, unit + PARTED_AT_MOST);
    const at = piece.length < NEXT_LENGTH ? -1 : window.indexOf(piece);
    if (at < 0) return undefined;
    return { start, end: start + commonPrefix(this.old.text.slice(start, to), window.slice(at)), moved: unit + at - start };
  }

  private ownLength(words: TextRange, range: TextRange): number {
    let [left, right] = [0, 0];
    while (this.isOwn(words.start - left - 1, range.start - left - 1)) left++;
    while (this.isOwn(words.end + right, range.end + right)) right++;
    return left + range.end - range.start + right;
  }

  private isOwn(before: number, after: number): boolean {
    const unit = this.old.text.charAt(before);
    return unit !== "" && unit !== UNKNOWN && unit === this.present.text.charAt(after) && !isSentenceBreak(this.old, before) && !isBlankLine(this.old, before);
  }
}

/** True where a place has nothing of a piece that another has not in the same letters. */
export function isPartOf(claim: Claim, whole: Claim): boolean {
  if (claim.start === whole.start) return true;
  const isHeld = ({ before, after, length }: Block): boolean => whole.held.some((other) => other.after - other.before === after - before && other.before <= before && before + length <= other.before + other.length);
  return claim.held.every(isHeld);
}

/** A place with what something that was put in pushed on from it, before and behind. */
export function withParted(claim: Claim): Pick<Claim, "held"> {
  return { held: [claim.head, claim.tail].reduce((held, part) => (part ? withBlock(held, part.block) : held), claim.held) };
}

/** Some stretches of a piece and another one, which takes from them what is in both. */
function withBlock(blocks: readonly Block[], block: Block): readonly Block[] {
  const [start, end] = [block.before, block.before + block.length];
  const rest = blocks.flatMap((one) => [cut(one, 0, Math.max(0, one.before + one.length - start)), cut(one, Math.max(0, end - one.before), 0)]);
  return [...rest.filter(({ length }) => length > 0), block];
}

/** How many letters of a piece a place has. */
export function heldLength({ held }: Pick<Claim, "held">): number {
  return held.reduce((sum, { length }) => sum + length, 0);
}

/** How many letters two places both have of a piece, or of a stretch of it: few where each has a part of it, with something put in between. */
export function sharedLength(one: Pick<Claim, "held">, other: Pick<Claim, "held">, { start, end }: TextRange = { start: 0, end: Infinity }): number {
  return one.held.reduce((sum, { before, length }) => {
    const [first, last] = [Math.max(start, before), Math.min(end, before + length)];
    return sum + (first < last ? sharedWith(other.held, first, last) : 0);
  }, 0);
}

/** How many units of a stretch of the old text are in blocks. */
function sharedWith(blocks: readonly Block[], from: number, to: number): number {
  return blocks.reduce((sum, { before, length }) => sum + Math.max(0, Math.min(to, before + length) - Math.max(from, before)), 0);
}

/** True where words are much like others: of longer ones only what an alignment found counts, as letters that are equal by chance add up. */
function isLike(words: string, found: string, kept: number): boolean {
  if (words.length < TELLING_LENGTH) return words === found || (words.length >= LEAST_LIKE && similarity(words, found) >= SIMILARITY_FLOOR);
  return kept >= SIMILARITY_FLOOR * words.length && kept >= LIKE_SHARE * found.length;
}

/** The stretches that two texts share, in order, at distances between two bounds. */
function blocksAt(old: string, present: string, low: number, high: number): Block[] {
  return alignTexts(old, present).filter(({ before, after, isMoved }) => !isMoved && after - before >= low && after - before <= high);
}

/** The stretches of an old text that stand in a new one at one distance. */
function runsAt(old: string, present: string, distance: number): Block[] {
  const runs: Block[] = [];
  let length = 0;
  for (let at = 0; at <= old.length; at++) {
    if (at < old.length && isEqual(old, at, present, at + distance)) {
      length++;
      continue;
    }
    if (length >= SEED_LENGTH) runs.push({ before: at - length, after: at - length + distance, length, isMoved: false });
    length = 0;
  }
  return runs;
}
