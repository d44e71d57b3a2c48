import type { TextRange } from "../../../document/range.js";
import { ALIKE_AT_LEAST, TWICE_SHARE, piecesIn } from "../../compare/alike.js";
import { Beside } from "./beside.js";
import { firstFrom } from "../../compare/blocks.js";
import { AS_FAR, EXACT, STRAY, Witnesses, type Bounds, type Witness } from "./bounds.js";
import { COPY_SHARE, RIVAL_SHARE, TELLING_STRENGTH, choose, isNearlyAsItWas, knownCopies, type Question } from "./choose.js";
import type { Contest } from "../contest.js";
import { Claims, SEED_LENGTH, heldLength, isPartOf, withParted, type Claim, type Fragment } from "./claims.js";
import type { NormalizedText } from "../../compare/normalizedText.js";
import type { Pieces } from "../../compare/pieces.js";

/** How often words that were placed tell of others. */
const ROUNDS = 3;
/** A copy has this part of what stood around the words. */
const COPIED_SHARE = 0.4;
/** So much of what was like words is left where nothing like them was taken out. */
const LEFT_SHARE = 0.55;
/** A sentence that was taken out has so many letters. */
const LEAST_TAKEN = 40;
/** Whether more places are all there cannot be told. */
const COUNTED_AT_MOST = 3;

/** Words to place, with where they began in the old text. */
export interface Asked {
  readonly fragment: Fragment;
  readonly start: number;
  /** Where else in the old text they began, with much of the same around them. */
  readonly copies: readonly number[];
  /** How often pieces of what stood right `around` them stood elsewhere, where that was written down. */
  readonly alike: number | undefined;
  readonly around: TextRange;
}

/**
 * Places words of which little more is known than what stands right around them. Those that have one place only, with all of what stood
 * around them, are sure. They, those of which is `known` how far they moved, and both ends of the text then tell of the others which place is theirs, by how far they moved,
 * and these of the rest. Lengths are those of the texts as they are.
 */
export function placeFragments(asked: readonly Asked[], known: readonly Witness[], contest: Contest, pieces: Pieces, old: NormalizedText, oldLength: number, present: NormalizedText): (Claim | undefined)[] {
  const placer = new FragmentPlacer(contest, pieces, old, oldLength, present);
  const open = asked.map((one) => placer.find(one));
  const placed = open.map(({ one, claims }) => placer.only(one, claims));
  let witnesses = new Witnesses([...known, ...open.flatMap(({ one, claims }) => placer.witness(one, claims) ?? [])], placer.grown);
  for (let round = 0; round < ROUNDS; round++) {
    const told: Witness[] = [];
    for (const [index, { one, claims }] of open.entries()) {
      if (placed[index]) continue;
      const claim = placer.place(one, claims, witnesses);
      if (!claim) continue;
      placed[index] = claim;
      told.push({ start: one.start, moved: placer.movedBy(one, claim) });
    }
    if (told.length === 0) break;
    witnesses = witnesses.with(told);
  }
  return placed.map((claim, index) => (claim && open[index] && placer.isContested(open[index].one, claim, witnesses) ? undefined : claim));
}

class FragmentPlacer {
  readonly grown: number;
  private readonly claims: Claims;
  private readonly beside: Beside;
  /** Words that kept their order moved no less and no more. */
  private readonly least: number;
  private readonly most: number;

  constructor(
    private readonly contest: Contest,
    pieces: Pieces,
    old: NormalizedText,
    oldLength: number,
    private readonly present: NormalizedText,
  ) {
    this.claims = new Claims(old, present, pieces);
    this.beside = new Beside(old, present);
    this.grown = present.original.length - oldLength;
    [this.least, this.most] = [Math.min(0, this.grown) - STRAY, Math.max(0, this.grown) + STRAY];
  }

  /** The places that words may have. */
  find(one: Asked): { one: Asked; claims: readonly Claim[] } {
    return { one, claims: this.findBetween(one, this.least, this.most) };
  }

  movedBy({ start }: Asked, claim: Claim): number {
    return (this.present.offsets[claim.start] ?? 0) - start;
  }

  /** The one place of words, where nothing can be said against it. */
  only(one: Asked, [only, other]: readonly Claim[]): Claim | undefined {
    return only && !other && this.isSure(one, only) ? only : undefined;
  }

  /** How far words moved whose place can hardly be another: of a text that repeats itself the copies are further away than all of it moved. */
  witness(one: Asked, claims: readonly Claim[]): Witness | undefined {
    const near = claims.filter((claim) => this.movedBy(one, claim) >= this.least && this.movedBy(one, claim) <= this.most);
    const only = this.only(one, near.length > 0 ? near : claims);
    return only && { start: one.start, moved: this.movedBy(one, only) };
  }

  /** True where something was copied and the place of words may be that of the copy. */
  isContested(one: Asked, claim: Claim, witnesses: Witnesses): boolean {
    if (!claim.range) return false;
    const bounds = witnesses.boundsWithout(one.start, this.movedBy(one, claim));
    // not to have moved further than the rest tells only where hardly anything else does
    const support = (moved: number): number => (this.contest.isMostKnown ? Number(bounds.supportOf(moved) === AS_FAR) : bounds.supportOf(moved));
    return this.contest.isOpen(one.fragment.words, claim.range, support) && (this.contest.isMostKnown || this.isMoreAlike(one, claim));
  }

  /** The place that words have by what is known around them. */
  place(one: Asked, found: readonly Claim[], witnesses: Witnesses): Claim | undefined {
    const { words, from } = one.fragment;
    const bounds = witnesses.boundsAt(one.start);
    const all = this.withLikely(one, found, bounds);
    const question: Question = {
      words: { start: words.start - from, end: words.end - from },
      bounds,
      copies: one.copies.map((copy) => copy - one.start),
      movedBy: (place) => this.movedBy(one, place),
      isMoreAlike: (place) => this.isMoreAlike(one, place),
      isLessAlike: (place) => this.isLessAlike(one, place),
      isLeftOver: (place) => this.isLeftOver(one, place),
      isNoneAlike: (place) => one.alike !== undefined && Math.max(one.alike, this.claims.alikeBeside(one.fragment, one.around, place).held) < ALIKE_AT_LEAST,
      areSideBySide: (place, other) => this.beside.areSideBySide(place, other),
    };
    const claim = choose(all, question);
    if (claim && this.mayHaveStoodTwice(one) && !(isNearlyAsItWas(claim) && bounds.supportOf(this.movedBy(one, claim)) === AS_FAR)) return undefined;
    return claim && !this.beside.isOther(one.fragment, claim) && !this.beside.hasTwin(one.fragment, claim) && !this.mayBeKnownCopy(one, claim, all, question, witnesses) ? claim : undefined;
  }

  /** The places with those where words would be that kept their place: where they stand all over the text, or too often to look at all of it, these are not among them. */
  private withLikely(one: Asked, found: readonly Claim[], bounds: Bounds): Claim[] {
    const all = [...found];
    const add = (claim: Claim | undefined): void => void (claim && !all.some((other) => isPartOf(claim, other)) && all.push(claim));
    for (const moved of bounds.likely) add(this.claims.at(one.fragment, firstFrom(this.present.offsets, one.start + moved)));
    if (bounds.isNarrow && all.length === 0) for (const claim of this.findBetween(one, bounds.low, bounds.high)) add(claim);
    return all;
  }

  /** True where a place of words that stood at several may be that of one of the others. */
  private mayBeKnownCopy(one: Asked, claim: Claim, all: readonly Claim[], question: Question, witnesses: Witnesses): boolean {
    const { start, copies } = one;
    const others = all.filter((other) => other !== claim);
    const moved = this.movedBy(one, claim);
    const { bounds } = question;
    const isHeld = bounds.isHolding(moved);
    // those that stood between the same neighbours may have changed places with the words
    if (copies.length <= COUNTED_AT_MOST && copies.some((copy) => witnesses.areTogether(start, copy))) {
      // a place with less of what stood around the words may be that of the others
      if (others.some(({ strength }) => strength > claim.strength)) return true;
      const equal = others.filter(({ strength, head, tail }) => strength + (head?.strength ?? 0) + (tail?.strength ?? 0) >= claim.strength * RIVAL_SHARE);
      // two paragraphs with the same words that changed places look as before
      if (equal.some((other) => this.beside.areSideBySide(claim, other))) return true;
      // all of them are as far from each other as they were
      if (knownCopies(claim, all, question).length === copies.length) return false;
      // of two with about as much around them no distance tells but the one that what stands before and behind moved as well
      if (!isHeld && equal.length > 0) return true;
    }
    const support = bounds.supportOf(moved);
    // where something was moved, and what is around does not tell how far, the copy may have gone where they might have
    if (copies.length > 0 && !bounds.isKept && support < AS_FAR) return true;
    // one of a few is gone: it may be these
    const isLeft = (other: Claim): boolean => other.isSame && (other.strength >= claim.strength * COPIED_SHARE || heldLength(withParted(other)) >= heldLength(claim) * COPIED_SHARE);
    const isGone = copies.length <= COUNTED_AT_MOST && others.filter(isLeft).length < copies.length;
    if (isGone && !isHeld && !bounds.isByEnd(moved)) return true;
    // as much speaks for a copy
    if (copies.some((copy) => witnesses.boundsAt(copy).supportOf(moved + start - copy) >= support)) return true;
    const places = all.filter(({ isSame, strength }) => isSame && strength >= claim.strength * RIVAL_SHARE).map((other) => other.start);
    return !isInOrder(one, claim, places);
  }

  private findBetween(one: Asked, low: number, high: number): Claim[] {
    const unitAt = (moved: number): number => firstFrom(this.present.offsets, one.start + moved) - one.fragment.words.start;
    return this.claims.find(one.fragment, unitAt(low), unitAt(high));
  }

  private isSure(one: Asked, claim: Claim): boolean {
    const { range, left, right, strength } = claim;
    const isPlain = range !== undefined && left === "whole" && right === "whole" && strength >= TELLING_STRENGTH;
    const moved = this.movedBy(one, claim);
    const isUntold = this.mayHaveStoodTwice(one) && Math.min(Math.abs(moved), Math.abs(moved - this.grown)) > EXACT;
    const isDoubted = isUntold || one.copies.length > 0 || (!isNearlyAsItWas(claim) && this.isLessAlike(one, claim)) || (claim.share < COPY_SHARE && this.isLeftOver(one, claim));
    return isPlain && !isDoubted && !this.beside.isOther(one.fragment, claim) && !this.beside.hasTwin(one.fragment, claim);
  }

  /** True where little is known, nobody wrote down whether words stood twice, and so much was taken out that they may be gone, and what is there the others. */
  private mayHaveStoodTwice({ alike, fragment: { core } }: Asked): boolean {
    return alike === undefined && !this.contest.isMostKnown && -this.grown >= Math.max(LEAST_TAKEN, core.end - core.start);
  }

  /** True where most of what a place has of some words stood elsewhere as well, and hardly stands anywhere else now. */
  private isLeftOver({ fragment, around, alike = 0 }: Asked, place: Claim): boolean {
    const most = TWICE_SHARE * piecesIn(Math.min(place.strength, around.end - around.start), fragment.words, SEED_LENGTH);
    return alike >= Math.max(ALIKE_AT_LEAST, most) && this.claims.alikeBeside(fragment, around, place).held <= alike * LEFT_SHARE;
  }

  private isMoreAlike({ fragment, around, alike = 0 }: Asked, place: Claim): boolean {
    return this.claims.alikeBeside(fragment, around, place).held > Math.max(alike, ALIKE_AT_LEAST - 1);
  }

  private isLessAlike({ fragment, around, alike = 0 }: Asked, place: Claim): boolean {
    return alike >= ALIKE_AT_LEAST && this.claims.alikeBeside(fragment, around, place).all <= alike * LEFT_SHARE;
  }
}

/** False where all places of words that stood at several are there, and those of a copy are in the order in which these were. */
function isInOrder({ start, copies }: Asked, claim: Claim, places: readonly number[]): boolean {
  return places.length !== copies.length + 1 || places.filter((place) => place < claim.start).length === copies.filter((copy) => copy < start).length;
}
