import type { TextRange } from "../document/range.js";
import { firstFrom } from "./blockSearch.js";
import { Claims, sharedLength, sharedWith, type Claim, type Fragment } from "./claims.js";
import type { NormalizedText } from "./normalizedText.js";
import { TELLING_LENGTH } from "./resolve.js";

/** So much may have been put in next to words in their sentence, or taken out. */
const PUT_AT_MOST = 24;
/** This much where so many letters of their sentence stand with them. */
const PARTED_LENGTH = 64;
const SURE_LENGTH = 24;
/** A sentence that was put in is at least so long. */
const SENTENCE_LENGTH = 10;
/** What was parted from words by something that was put in between is no further away than this. */
const PARTED_AT_MOST = 400;
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

/** A place with less than this part of what another has is not theirs because the words around it moved as far. */
const RIVAL_SHARE = 0.85;

/** What is known to have moved how far, in code units of the texts as they are. */
interface Witness {
  readonly start: number;
  readonly moved: number;
}

/** Words to place, with where they began in the old text. */
export interface Asked {
  readonly fragment: Fragment;
  readonly start: number;
}

/**
 * Places words of which little more is known than what stands right around them. Those that have one place only, with all of what stood
 * around them, are sure. They and both ends of the text then tell of the others which place is theirs: by how far they moved. Lengths are those of the texts as they are.
 */
export function placeFragments(asked: readonly Asked[], old: NormalizedText, oldLength: number, present: NormalizedText): (Claim | undefined)[] {
  const claims = new Claims(old, present);
  const grown = present.original.length - oldLength;
  const found = asked.map(({ fragment, start }) => {
    const unitAt = (moved: number): number => firstFrom(present.offsets, start + moved) - fragment.words.start;
    return claims.find(fragment, unitAt(Math.min(0, grown) - STRAY), unitAt(Math.max(0, grown) + STRAY));
  });
  const movedBy = ({ start }: Asked, claim: Claim): number => (present.offsets[claim.start] ?? 0) - start;
  const sure = asked
    .flatMap((one, index): Witness[] => {
      const all = found[index] ?? [];
      const near = all.filter((claim) => supportOf(movedBy(one, claim), [0, grown], grown) > 0);
      // of a text that repeats itself the copies are further away than all of it moved
      const [only, other] = near.length > 0 ? near : all;
      return only && !other && isPlain(only) ? [{ start: one.start, moved: movedBy(one, only) }] : [];
    })
    .sort((a, b) => a.start - b.start);
  const starts = sure.map(({ start }) => start);
  return asked.map((one, index) => {
    const all = found[index] ?? [];
    const [only, other] = all;
    if (only && !other && isPlain(only)) return only;
    const near = firstFrom(starts, one.start);
    const around = [sure[near - 1]?.moved ?? 0, sure[near]?.moved ?? grown] as const;
    const { words, from } = one.fragment;
    // where words stand all over the text, or too often to look at all of it, they are looked for where they would be
    for (const moved of new Set([...around, 0, grown])) {
      const claim = claims.at(one.fragment, firstFrom(present.offsets, one.start + moved));
      if (claim && all.every(({ start }) => start !== claim.start)) all.push(claim);
    }
    return choose(all, { start: words.start - from, end: words.end - from }, (claim) => movedBy(one, claim), around, grown);
  });
}

function isPlain({ range, left, right, strength }: Claim): boolean {
  return range !== undefined && left === "whole" && right === "whole" && strength >= TELLING_STRENGTH;
}

/** A place that words may have, and what speaks for it. */
interface Candidate {
  readonly claim: Claim;
  readonly moved: number;
  readonly support: 0 | 1 | 2;
  /** The letters that stand there, those included that something put in between parts from the words. */
  readonly strength: number;
  readonly isLeft: boolean;
  readonly isRight: boolean;
}

function choose(claims: readonly Claim[], words: TextRange, movedBy: (claim: Claim) => number, around: readonly [number, number], grown: number): Claim | undefined {
  const all = claims
    .map((claim): Candidate => {
      const moved = movedBy(claim);
      const parted = (step: 1 | -1): number => partedLength(claim, claims, step, words);
      const [left, right] = [claim.left === "sentence" ? parted(-1) : 0, claim.right === "sentence" ? parted(1) : 0];
      return { claim, moved, support: supportOf(moved, around, grown), strength: claim.strength + left + right, isLeft: claim.left === "whole" || left > 0, isRight: claim.right === "whole" || right > 0 };
    })
    .sort((a, b) => b.support - a.support || b.strength - a.strength);
  const candidates = all.filter(({ claim }) => claim.range !== undefined);
  const best = candidates.find(({ isLeft, isRight }) => isLeft || isRight);
  if (!best) return undefined;
  const { claim, moved, support } = best;
  if (all.some((other) => other !== best && isEdited(other, best, words))) return undefined;
  const rivals = candidates.filter((other) => other !== best && isRival(other, best));
  // in a text that repeats itself from word to word no distance tells anything
  if (rivals.some((other) => Math.abs(other.moved - moved) < claim.strength)) return undefined;
  // with something put in next to them words have to have as much there as they have anywhere
  const factor = claim.left === "whole" && claim.right === "whole" ? RIVAL_SHARE : 1;
  if (rivals.some((other) => other.support > 0 || other.strength * factor > best.strength)) return undefined;
  if (isSurrounded(best)) return best.strength >= TELLING_STRENGTH ? claim : undefined;
  if (rivals.length > 0 || !isTelling(claim) || claim.own < (support === 2 ? NEXT_LENGTH : OWN_LENGTH)) return undefined;
  const put = best.isLeft ? around[1] - moved : moved - around[0];
  // something else was put in next to the words: whole sentences, or a little within their own
  if (claim.left === "sentence" || claim.right === "sentence") return support === 2 || (support === 1 && put >= SENTENCE_LENGTH) ? claim : undefined;
  return support === 2 && Math.abs(put) <= (claim.own < SURE_LENGTH ? PUT_AT_MOST : PARTED_LENGTH) ? claim : undefined;
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

/**
 * True where the best place may be a copy and another the old one, which was edited: it moved no further than all of the text may have, and the words were changed there, or
 * something was put in between them and what stands before or behind them at the best place; beside a place further away, half of what that one has is enough.
 */
function isEdited({ claim, support }: Candidate, best: Candidate, words: TextRange): boolean {
  const shared = sharedLength(claim, best.claim);
  // what is like their surroundings only, far off, was there before
  if (best.support === 0 && (support > 0 || claim.range !== undefined) && shared * 2 >= best.claim.strength) return true;
  if (support === 0) return false;
  if (!claim.isSame) return best.claim.isSame && shared >= (best.claim.strength - (words.end - words.start)) * RIVAL_SHARE;
  const away = best.claim.start - claim.start;
  return claim.strength >= best.claim.strength && Math.abs(away) <= PARTED_AT_MOST && (away < 0 ? claim.left : claim.right) === "sentence";
}

/** How many letters of what stood on one side of words stand a little further on that side, so that something was put in between. */
function partedLength(claim: Claim, claims: readonly Claim[], step: 1 | -1, words: TextRange): number {
  // letters that are the same by chance are not parted from anything
  if (!isTelling(claim) || claim.own < NEXT_LENGTH) return 0;
  const lengths = claims.map((other) => {
    const gap = (other.start - claim.start) * step;
    const length = step > 0 ? sharedWith(other.held, words.end, Infinity) : sharedWith(other.held, 0, words.start);
    return gap > 0 && gap <= PARTED_AT_MOST && length >= sharedWith(other.held, 0, Infinity) * RIVAL_SHARE ? length : 0;
  });
  return Math.max(0, ...lengths);
}

/** 2 where words moved as far as what stands before or behind them, 1 where no further than all of the text may have, 0 where further. */
function supportOf(moved: number, around: readonly [number, number], grown: number): 0 | 1 | 2 {
  if ([...around, 0, grown].some((other) => Math.abs(moved - other) <= EXACT)) return 2;
  const all = [Math.min(0, grown) - EXACT, Math.max(0, grown) + EXACT] as const;
  const [low, high] = around.every((other) => other >= all[0] && other <= all[1]) ? [Math.min(...around), Math.max(...around)] : all;
  return moved >= low - STRAY && moved <= high + STRAY ? 1 : 0;
}
