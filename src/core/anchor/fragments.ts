import type { TextRange } from "../document/range.js";
import { ALIKE_AT_LEAST } from "./alike.js";
import { firstFrom } from "./blockSearch.js";
import { Claims, PARTED_AT_MOST, heldLength, isPartOf, sharedLength, type Claim, type Fragment, type Parted } from "./claims.js";
import type { NormalizedText } from "./normalizedText.js";
import { TELLING_LENGTH } from "./resolve.js";

/** So much may have been put in next to words in their sentence, or taken out. */
const PUT_AT_MOST = 24;
/** This much where so many letters of their sentence stand with them. */
const PARTED_LENGTH = 64;
const SURE_LENGTH = 24;
/** A sentence that was put in is at least so long. */
const SENTENCE_LENGTH = 10;
/** Where something else stands on one side of words, so many letters of their sentence have to stand with them. */
const OWN_LENGTH = 12;
/** Where they moved as far as what stands on the other side, or what stood there stands a little further on, so many. */
const NEXT_LENGTH = 8;
/** So much of the words and what stands around them has to stand at a place, if nothing else speaks for it. */
const TELLING_STRENGTH = 16;
/** Words moved with what stands next to them where they moved as far, but for a letter or two. */
const EXACT = 1;
/** Words moved further than anything around them did where it is by more than this. */
const STRAY = 16;

/** Words moved as far as something around them, or by no more than `STRAY` further than all of it. */
const AS_FAR = 3;
const HARDLY_FURTHER = 1;

/** What stands on both sides of words holds them in place where it moved by no more than this apart. */
const NARROW = 200;
/** How often words that were placed tell of others. */
const ROUNDS = 3;
/** A place with less than this part of what another has is not theirs because the words around it moved as far. */
const RIVAL_SHARE = 0.85;
/** Whether more places are all there cannot be told. */
const COUNTED_AT_MOST = 3;
/** A place in order with all around it may be theirs and edited where it has this part of what the best one has. */
const COPY_SHARE = 0.65;

/** What is known to have moved how far, in code units of the texts as they are. */
interface Witness {
  readonly start: number;
  readonly moved: number;
}

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
 * around them, are sure. They and both ends of the text then tell of the others which place is theirs, by how far they moved, and these of the
 * rest. Lengths are those of the texts as they are.
 */
export function placeFragments(asked: readonly Asked[], old: NormalizedText, oldLength: number, present: NormalizedText): (Claim | undefined)[] {
  const claims = new Claims(old, present);
  const grown = present.original.length - oldLength;
  const [least, most] = [Math.min(0, grown), Math.max(0, grown)];
  const unitAt = ({ fragment, start }: Asked, moved: number): number => firstFrom(present.offsets, start + moved) - fragment.words.start;
  const movedBy = ({ start }: Asked, claim: Claim): number => (present.offsets[claim.start] ?? 0) - start;
  const found = asked.map((one) => claims.find(one.fragment, unitAt(one, least - STRAY), unitAt(one, most + STRAY)));
  const isSure = (one: Asked, claim: Claim): boolean => isPlain(claim) && one.copies.length === 0 && !claims.hasTwinBeside(one.fragment, claim);
  const placed = asked.map((one, index) => {
    const [only, other] = found[index] ?? [];
    return only && !other && isSure(one, only) ? only : undefined;
  });
  let witnesses = asked.flatMap((one, index): Witness[] => {
    const all = found[index] ?? [];
    const near = all.filter((claim) => movedBy(one, claim) >= least - STRAY && movedBy(one, claim) <= most + STRAY);
    // of a text that repeats itself the copies are further away than all of it moved
    const [only, other] = near.length > 0 ? near : all;
    return only && !other && isSure(one, only) ? [{ start: one.start, moved: movedBy(one, only) }] : [];
  });
  for (let round = 0; round < ROUNDS; round++) {
    witnesses.sort((a, b) => a.start - b.start);
    const starts = witnesses.map(({ start }) => start);
    const told: Witness[] = [];
    for (const [index, one] of asked.entries()) {
      if (placed[index]) continue;
      const boundsAt = (start: number): Bounds => {
        const near = firstFrom(starts, start);
        return boundsOf(witnesses[near - 1]?.moved ?? 0, witnesses[near]?.moved ?? grown, grown);
      };
      const bounds = boundsAt(one.start);
      const all = [...(found[index] ?? [])];
      const add = (claim: Claim | undefined): void => void (claim && !all.some((other) => isPartOf(claim, other)) && all.push(claim));
      // where words stand all over the text, or too often to look at all of it, they are looked for where they would be
      for (const moved of new Set([...bounds.around, 0, grown])) add(claims.at(one.fragment, firstFrom(present.offsets, one.start + moved)));
      if (bounds.isNarrow && all.length === 0) for (const claim of claims.find(one.fragment, unitAt(one, bounds.low), unitAt(one, bounds.high))) add(claim);
      const { words, from } = one.fragment;
      const likeness = (place: Claim): Likeness => {
        const now = claims.alikeBeside(one.fragment, one.around, place);
        return { isMore: now.all > Math.max(one.alike ?? 0, ALIKE_AT_LEAST - 1), isNone: one.alike !== undefined && Math.max(one.alike, now.held) < ALIKE_AT_LEAST };
      };
      const claim = choose(all, { start: words.start - from, end: words.end - from }, (other) => movedBy(one, other), bounds, one.copies.length, likeness, (place, other) => claims.areSideBySide(place, other));
      if (!claim || claims.hasTwinBeside(one.fragment, claim)) continue;
      // where as much speaks for a copy that stood elsewhere it may be that one
      const support = supportOf(movedBy(one, claim), bounds);
      const isCopy = (copy: number): boolean => supportOf(movedBy(one, claim) + one.start - copy, boundsAt(copy)) >= support;
      const places = all.filter(({ isSame, strength }) => isSame && strength >= claim.strength * RIVAL_SHARE).map((other) => other.start);
      // of words that stood at a few places one is gone: it may be these
      if (support < AS_FAR && one.copies.length <= COUNTED_AT_MOST && all.filter((other) => other === claim || other.isSame).length <= one.copies.length) continue;
      if (one.copies.some(isCopy) || !isInOrder(one, claim, places)) continue;
      placed[index] = claim;
      told.push({ start: one.start, moved: movedBy(one, claim) });
    }
    if (told.length === 0) break;
    witnesses = [...witnesses, ...told];
  }
  return placed;
}

/** False where all places of words that stood at several are there, and those of a copy are in the order in which these were. */
function isInOrder({ start, copies }: Asked, claim: Claim, places: readonly number[]): boolean {
  return places.length !== copies.length + 1 || places.filter((place) => place < claim.start).length === copies.filter((copy) => copy < start).length;
}

/** How far words have moved if they kept their place among what is known to have moved how far. */
interface Bounds {
  /** How far what stands before and what stands behind them moved. */
  readonly around: readonly [number, number];
  readonly grown: number;
  readonly low: number;
  readonly high: number;
  /** True where what stands before and behind moved nearly alike, so that there is hardly a second place between them. */
  readonly isNarrow: boolean;
}

function boundsOf(before: number, behind: number, grown: number): Bounds {
  const around = [before, behind] as const;
  const [least, most] = [Math.min(0, grown) - EXACT, Math.max(0, grown) + EXACT];
  const isNarrow = Math.abs(behind - before) <= NARROW;
  const isKept = isNarrow || around.every((moved) => moved >= least && moved <= most);
  const [low, high] = isKept ? [Math.min(before, behind), Math.max(before, behind)] : [least, most];
  return { around, grown, low: low - STRAY, high: high + STRAY, isNarrow };
}

function isPlain({ range, left, right, strength }: Claim): boolean {
  return range !== undefined && left === "whole" && right === "whole" && strength >= TELLING_STRENGTH;
}

/** A place that words may have, and what speaks for it. */
interface Candidate {
  readonly claim: Claim;
  readonly moved: number;
  readonly support: 0 | 1 | 2 | 3;
  /** The letters that stand there, those included that something put in between parts from the words. */
  readonly strength: number;
  readonly parted: readonly Parted[];
  readonly isLeft: boolean;
  readonly isRight: boolean;
}

/** Whether more of the text beside a place is like the words than was in the old text, and whether nothing was and is like what this place has of them. */
interface Likeness {
  readonly isMore: boolean;
  readonly isNone: boolean;
}

function choose(claims: readonly Claim[], words: TextRange, movedBy: (claim: Claim) => number, bounds: Bounds, copies: number, likeness: (place: Claim) => Likeness, areSideBySide: (place: Claim, other: Claim) => boolean): Claim | undefined {
  const all = claims
    .map((claim): Candidate => {
      const [head, tail] = [claim.head, claim.tail].map((part) => (part && isParted(part, claim, claims) ? part : undefined));
      const parted = [head, tail].flatMap((part) => part ?? []);
      const moved = movedBy(claim);
      const strength = parted.reduce((sum, part) => sum + part.strength, claim.strength);
      return { claim, moved, support: supportOf(moved, bounds), strength, parted, isLeft: claim.left === "whole" || head !== undefined, isRight: claim.right === "whole" || tail !== undefined };
    })
    .sort((a, b) => b.support - a.support || b.strength - a.strength);
  // where nothing was like them and nothing else is, what has enough of their sentence is it, wherever it stands
  const [own, second] = all.filter(({ claim }) => claim.range !== undefined).sort((a, b) => b.claim.strength - a.claim.strength);
  const isAlone = own !== undefined && copies === 0 && (second?.claim.strength ?? 0) < own.claim.strength * RIVAL_SHARE;
  if (isAlone && own.claim.own >= SURE_LENGTH && own.claim.isSame && likeness(own.claim).isNone) return own.claim;
  const best = all.find(({ claim: { range }, isLeft, isRight }) => range !== undefined && (isLeft || isRight));
  if (!best) return undefined;
  const { claim, moved, support } = best;
  // what was parted from the words is no other place of theirs
  const isAside = ({ claim: { range, start } }: Candidate): boolean => range === undefined && best.parted.some((part) => isBeside(start, part));
  const others = all
    .filter((other) => other !== best && !isAside(other))
    .map((other) => (support === AS_FAR && other.support === HARDLY_FURTHER ? { ...other, support: 0 as const } : other));
  const isTwin = (other: Candidate): boolean => sharedLength(other.claim, claim) >= SURE_LENGTH && areSideBySide(claim, other.claim);
  const mayBeCopy = isTorn(others, best) || others.some((other) => isEdited(other, best, words) || isTwin(other)) || others.filter((other) => isNearCopy(other, best)).length > copies;
  // as many were there before as copies are known, and what is like them and no more than before was there too
  if (mayBeCopy && likeness(claim).isMore) return undefined;
  const rivals = others.filter((other) => other.claim.range !== undefined && isRival(other, best));
  // in a text that repeats itself from word to word no distance tells anything
  if (rivals.some((other) => Math.abs(other.moved - moved) < claim.strength)) return undefined;
  const isHeld = bounds.isNarrow && support > 0;
  // with something put in next to them words have to have as much there as they have anywhere, but where they are held in place from both sides
  const factor = isHeld || (claim.left === "whole" && claim.right === "whole") ? RIVAL_SHARE : 1;
  if (rivals.some((other) => other.support > 0 || other.strength * factor > best.strength)) return undefined;
  if (isSurrounded(best)) return best.strength >= TELLING_STRENGTH ? claim : undefined;
  // sentences may begin alike, and a place that is none of the known copies have more of theirs
  const isNearlyAll = isHeld && claim.share >= RIVAL_SHARE;
  if (!isNearlyAll && others.filter((other) => other.claim.isSame && other.claim.own > claim.own).length > copies) return undefined;
  const isFixed = isHeld || (support === AS_FAR && claim.own >= SURE_LENGTH);
  if ((rivals.length > 0 && !isFixed) || !(isTelling(claim) || isNearlyAll) || claim.own < (support === AS_FAR ? NEXT_LENGTH : OWN_LENGTH)) return undefined;
  if (isHeld && claim.own >= OWN_LENGTH) return claim;
  const put = best.isLeft ? bounds.around[1] - moved : moved - bounds.around[0];
  // something else was put in next to the words: whole sentences, or a little within their own
  if (claim.left === "sentence" || claim.right === "sentence") return support === AS_FAR || (support > 0 && put >= SENTENCE_LENGTH) ? claim : undefined;
  return support === AS_FAR && Math.abs(put) <= (claim.own < SURE_LENGTH ? PUT_AT_MOST : PARTED_LENGTH) ? claim : undefined;
}

/** True for what stood next to words and does so at no other place of theirs. Letters that are the same by chance are not parted from anything. */
function isParted(part: Parted, claim: Claim, claims: readonly Claim[]): boolean {
  return isTelling(claim) && claim.own >= NEXT_LENGTH && claims.every((other) => other === claim || other.range === undefined || !isBeside(other.start, part));
}

function isBeside(start: number, part: Parted): boolean {
  return Math.abs(start - part.start) <= STRAY;
}

/** True for words that did not change, or are long enough to be known though they did. */
function isTelling({ isSame, range }: Claim): boolean {
  return isSame || (range !== undefined && range.end - range.start >= TELLING_LENGTH);
}

function isSurrounded({ isLeft, isRight }: Candidate): boolean {
  return isLeft && isRight;
}

/** True where words may have come to a place though another has more of them: it was edited, and the other is a copy. */
function isRival(other: Candidate, best: Candidate): boolean {
  if (sharedLength(other.claim, best.claim) * 2 < Math.min(other.claim.strength, best.claim.strength)) return false;
  const isAsMuch = other.strength >= best.strength * RIVAL_SHARE && (best.claim.share < 1 || other.claim.share >= RIVAL_SHARE);
  return isAsMuch || isSurrounded(other) || (!isSurrounded(best) && (other.isLeft || other.isRight));
}

/** True where all that stood on one side of the words, which are the same, does so. */
function isWhole({ isSame, left, right }: Claim): boolean {
  return isSame && (left === "whole" || right === "whole");
}

/** True where a place that is in order with all around it has most of what the best one has, or something of what stood around the words that the best one has not. */
function isNearCopy({ claim, support }: Candidate, best: Candidate): boolean {
  if (support === 0) return false;
  const shared = sharedLength(claim, best.claim);
  if (claim.isSame && best.claim.isSame && heldLength(claim) - shared >= TELLING_STRENGTH) return true;
  return shared >= best.claim.strength * COPY_SHARE || (isWhole(claim) && shared * 2 >= best.claim.strength);
}

/** True where the words may stand, in pieces, at several places in order with all around them, so that the best place is the copy. */
function isTorn(others: readonly Candidate[], best: Candidate): boolean {
  const pieces = others.filter(({ claim, support }) => claim.range === undefined && support > 0 && sharedLength(claim, best.claim) >= SURE_LENGTH).flatMap(({ claim }) => claim.held);
  let [length, end] = [0, 0];
  for (const piece of pieces.sort((a, b) => a.before - b.before)) {
    length += Math.max(0, piece.before + piece.length - Math.max(end, piece.before));
    end = Math.max(end, piece.before + piece.length);
  }
  return length >= best.claim.strength * COPY_SHARE;
}

/**
 * True where the best place may be a copy and another the old one, which was edited: it moved no further than all of the text may have, and the words were changed there, or
 * something was put in between them and what stands before or behind them at the best place; beside a place further away, half of what that one has is enough.
 */
function isEdited({ claim, support }: Candidate, best: Candidate, words: TextRange): boolean {
  const shared = sharedLength(claim, best.claim);
  // what is like their surroundings only, far off, was there before
  if (best.support === 0 && (support > 0 || claim.range !== undefined) && shared * 2 >= best.claim.strength) return true;
  if (support === 0) return false;
  // not what is in other words now, but what stands around them has to be the same
  const around = shared - sharedLength(claim, best.claim, words);
  if (!claim.isSame) return best.claim.isSame && around >= Math.max(1, (best.strength - (words.end - words.start)) * RIVAL_SHARE);
  const away = best.claim.start - claim.start;
  return claim.strength >= best.claim.strength && Math.abs(away) <= PARTED_AT_MOST && (away < 0 ? claim.left : claim.right) === "sentence";
}

/**
 * How well the distance by which words moved agrees with what is around them: 3 where what stands before or behind them, or one end of the text, moved as far; 2 where they
 * did not move further than all that, 1 where hardly, 0 where clearly.
 */
function supportOf(moved: number, { around, grown, low, high }: Bounds): 0 | 1 | 2 | 3 {
  if ([...around, 0, grown].some((other) => Math.abs(moved - other) <= EXACT)) return AS_FAR;
  if (moved < low || moved > high) return 0;
  return moved < low + STRAY || moved > high - STRAY ? HARDLY_FURTHER : 2;
}
