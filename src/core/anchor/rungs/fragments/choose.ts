import type { TextRange } from "../../../document/range.js";
import { AS_FAR, HARDLY_FURTHER, STRAY, type Bounds, type Support } from "./bounds.js";
import { PARTED_AT_MOST, heldLength, sharedLength, withParted, type Claim, type Parted } from "./claims.js";
import { TELLING_LENGTH } from "../resolve.js";

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
export const TELLING_STRENGTH = 16;
/** A place with less than this part of what another has is not theirs because the words around it moved as far. */
export const RIVAL_SHARE = 0.85;
/** Where hardly more than this part of what is known of words stands at a place, it is a phrase that any two texts may share. */
const PHRASE_SHARE = 0.35;
/** A place in order with all around it may be theirs and edited where it has this part of what the best one has. */
export const COPY_SHARE = 0.65;

/** What is known of some words, of which one place is to be chosen. */
export interface Question {
  /** The words, counted from the start of the piece of text that is known around them. */
  readonly words: TextRange;
  readonly bounds: Bounds;
  /** How far from them each of their copies stood in the old text. */
  readonly copies: readonly number[];
  /** How far they moved if a place is theirs. */
  movedBy(place: Claim): number;
  /** True where more of the text beside a place is like the words than was in the old text. */
  isMoreAlike(place: Claim): boolean;
  /** True where much of what was like the words is gone, wherever a place of theirs is. */
  isLessAlike(place: Claim): boolean;
  /** True where much of what was like the words elsewhere is not like what a place has of them. */
  isLeftOver(place: Claim): boolean;
  /** True where nothing in the old text was, and nothing in the new one is, like what a place has of the words. */
  isNoneAlike(place: Claim): boolean;
  /** True where two places are in two stretches side by side that are alike. */
  areSideBySide(place: Claim, other: Claim): boolean;
}

/** A place that words may have, and what speaks for it. */
interface Candidate {
  readonly claim: Claim;
  readonly moved: number;
  readonly support: Support;
  /** The letters that stand there, those included that something put in between parts from the words. */
  readonly strength: number;
  readonly parted: readonly Parted[];
  readonly isLeft: boolean;
  readonly isRight: boolean;
  /** True where what stands before and behind holds the words in this place. */
  readonly isHeld: boolean;
}

/** Chooses the place of some words among those that they may have; undefined where that cannot be told. */
export function choose(claims: readonly Claim[], question: Question): Claim | undefined {
  const all = claims.map((claim) => toCandidate(claim, claims, question)).sort((a, b) => b.support - a.support || b.strength - a.strength);
  const only = onlyPlace(all, question);
  if (only) return only.claim;
  const best = all.find(({ claim: { range }, isLeft, isRight }) => range !== undefined && (isLeft || isRight));
  if (!best) return undefined;
  const known = knownCopies(best.claim, claims, question);
  const isMoreAlike = question.isMoreAlike(best.claim);
  const others = othersOf(all, best, isMoreAlike).filter(({ claim }) => !known.includes(claim));
  const copies = question.copies.length - known.length;
  // words that stand as they were with their sentence elsewhere did not change here
  if (!best.claim.isSame && others.filter(({ claim }) => claim.isSame && claim.own >= SURE_LENGTH).length > copies && isMoreAlike) return undefined;
  if (isMoreAlike && mayBeCopy(best, others, copies, question)) return undefined;
  // what is there may be what was like them, and they are gone, where they moved otherwise than what is next to them, or were changed
  const isElsewhere = best.support < AS_FAR && (best.claim.left !== "whole" || best.claim.right !== "whole");
  if ((isElsewhere || !isNearlyAsItWas(best.claim)) && question.isLessAlike(best.claim)) return undefined;
  // of words that stood twice the one that is left may be either, unless what stands around them tells
  if (best.support < AS_FAR && best.claim.share < COPY_SHARE && question.isLeftOver(best.claim)) return undefined;
  if (isOnlyWhole(best, others, question)) return best.claim;
  const rivals = others.filter((other) => other.claim.range !== undefined && isRival(other, best));
  if (rivals.some((rival) => isStronger(rival, best))) return undefined;
  // with the start of a text stands whatever begins it
  if (question.words.start === 0 && best.claim.share < PHRASE_SHARE) return undefined;
  const isFound = isSurrounded(best) ? best.strength >= TELLING_STRENGTH : hasMost(best, others, copies) && isFixed(best, rivals) && hasEdge(best, question.bounds);
  return isFound ? best.claim : undefined;
}

function toCandidate(claim: Claim, claims: readonly Claim[], { bounds, movedBy }: Question): Candidate {
  const [head, tail] = [claim.head, claim.tail].map((part) => (part && isParted(part, claim, claims) ? part : undefined));
  const parted = [head, tail].flatMap((part) => part ?? []);
  const moved = movedBy(claim);
  const support = bounds.supportOf(moved);
  return {
    claim,
    moved,
    support,
    strength: parted.reduce((sum, part) => sum + part.strength, claim.strength),
    parted,
    isLeft: claim.left === "whole" || head !== undefined,
    isRight: claim.right === "whole" || tail !== undefined,
    isHeld: bounds.isNarrow && support > 0,
  };
}

/** Where nothing was like the words and nothing else is, what has enough of their sentence is it, wherever it stands. */
function onlyPlace(all: readonly Candidate[], { copies, isNoneAlike }: Question): Candidate | undefined {
  if (copies.length > 0) return undefined;
  const [own, second] = all.filter(({ claim }) => claim.range !== undefined).sort((a, b) => b.claim.strength - a.claim.strength);
  if (!own || (second?.claim.strength ?? 0) >= own.claim.strength * RIVAL_SHARE) return undefined;
  // two articles on one subject share some phrases: these end amid a sentence, and in no order
  const { claim, support } = own;
  const cuts = [claim.left, claim.right].filter((side) => side === "other").length;
  const isPhrase = cuts === 2 ? support < AS_FAR || claim.share < PHRASE_SHARE : cuts === 1 && support === 0;
  return claim.own >= (isPhrase ? PARTED_LENGTH : SURE_LENGTH) && claim.isSame && isNoneAlike(claim) ? own : undefined;
}

/** True where all that is known of words that had no copy stands at one place as it was, and no more is like it than was: what is like it elsewhere was there before. */
function isOnlyWhole(best: Candidate, others: readonly Candidate[], { copies, isMoreAlike }: Question): boolean {
  return copies.length === 0 && isAsItWas(best.claim) && !others.some(({ claim }) => isAsItWas(claim)) && best.strength >= TELLING_STRENGTH && !isMoreAlike(best.claim);
}

/** True where the words are the same, and nearly all that is known around them is. */
export function isNearlyAsItWas({ isSame, share }: Claim): boolean {
  return isSame && share >= RIVAL_SHARE;
}

function isAsItWas({ isSame, share, held }: Claim): boolean {
  return isSame && share === 1 && held.length === 1;
}

/** The places that stand exactly as far from one as copies of the words did before, where there are no more than these: the others are the copies then. */
export function knownCopies(place: Claim, places: readonly Claim[], { copies, movedBy }: Question): readonly Claim[] {
  const others = places.filter((other) => other !== place && other.isSame);
  return others.length > copies.length ? [] : others.filter((other) => copies.some((distance) => movedBy(other) - movedBy(place) === distance));
}

/**
 * The other places. What was parted from the words of the best one is no other place of theirs. What hardly moved further does not count beside what moved as far, unless
 * something was copied: the end of a copy of all that follows moved as far as the end of the text.
 */
function othersOf(all: readonly Candidate[], best: Candidate, isCopied: boolean): Candidate[] {
  const isAside = ({ claim: { range, start } }: Candidate): boolean => range === undefined && best.parted.some((part) => isBeside(start, part));
  const isFurther = ({ support }: Candidate): boolean => !isCopied && best.support === AS_FAR && support === HARDLY_FURTHER;
  return all.filter((other) => other !== best && !isAside(other)).map((other) => (isFurther(other) ? { ...other, support: 0 } : other));
}

/** True where another place may be theirs, edited, and the best one a copy. As many near copies as are known were there before. */
function mayBeCopy(best: Candidate, others: readonly Candidate[], copies: number, { words, areSideBySide }: Question): boolean {
  // what stands in the next paragraph tells as well
  if (!isAsItWas(best.claim) && others.filter(({ claim }) => isAsItWas(claim)).length > copies) return true;
  const isTwin = (other: Candidate): boolean => sharedLength(other.claim, best.claim) >= SURE_LENGTH && areSideBySide(best.claim, other.claim);
  return isTorn(others, best) || others.some((other) => isEdited(other, best, words) || isTwin(other)) || others.filter((other) => isNearCopy(other, best)).length > copies;
}

/** True where as much speaks for a rival as for the best place, or nothing can tell them apart. */
function isStronger(rival: Candidate, best: Candidate): boolean {
  // in a text that repeats itself from word to word no distance tells anything
  if (Math.abs(rival.moved - best.moved) < best.claim.strength || rival.support > 0) return true;
  // with something put in next to them words have to have as much there as they have anywhere, but where they are held in place from both sides
  const factor = best.isHeld || (best.claim.left === "whole" && best.claim.right === "whole") ? RIVAL_SHARE : 1;
  return rival.strength * factor > best.strength;
}

/** True where words with something else on one side are told by what they are, and no place but the known copies has more of their sentence. */
function hasMost(best: Candidate, others: readonly Candidate[], copies: number): boolean {
  const { claim } = best;
  if (isNearlyAll(best)) return true;
  // sentences may begin alike
  return isTelling(claim) && others.filter((other) => other.claim.isSame && other.claim.own > claim.own).length <= copies;
}

function isNearlyAll({ claim, isHeld }: Candidate): boolean {
  return isHeld && claim.share >= RIVAL_SHARE;
}

/** True where enough of their sentence stands with the words; beside rivals what is around has to hold them as well. */
function isFixed({ claim, support, isHeld }: Candidate, rivals: readonly Candidate[]): boolean {
  if (claim.own < (support === AS_FAR ? NEXT_LENGTH : OWN_LENGTH)) return false;
  return rivals.length === 0 || isHeld || (support === AS_FAR && claim.own >= SURE_LENGTH);
}

/** True where what was put in next to words, or taken out, is whole sentences or a little within their own. */
function hasEdge({ claim, moved, support, isLeft, isHeld }: Candidate, { before, behind }: Bounds): boolean {
  // where a sentence was taken out it may be theirs, and the next one begin as it did
  const isTaken = behind - before <= -SENTENCE_LENGTH;
  if (isHeld && (isTaken ? claim.own >= SURE_LENGTH : claim.own >= OWN_LENGTH)) return true;
  const put = isLeft ? behind - moved : moved - before;
  if (claim.left === "sentence" || claim.right === "sentence") return support === AS_FAR || (support > 0 && put >= SENTENCE_LENGTH);
  return support === AS_FAR && Math.abs(put) <= (claim.own < SURE_LENGTH ? PUT_AT_MOST : PARTED_LENGTH);
}

/** True for what stood next to words and does so at no other place of theirs. Letters that are the same by chance are not parted from anything. */
function isParted(part: Parted, claim: Claim, claims: readonly Claim[]): boolean {
  const hasOwn = claim.own >= NEXT_LENGTH || ((claim.left === "whole" || claim.right === "whole") && claim.strength >= SURE_LENGTH);
  return isTelling(claim) && hasOwn && claims.every((other) => other === claim || other.range === undefined || !isBeside(other.start, part));
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

/**
 * True where a place that is in order with all around it has something of what stood around the words that the best one has not, or most of what that one has: also where
 * something was put in there that pushed a part of it on.
 */
function isNearCopy({ claim, support }: Candidate, best: Candidate): boolean {
  if (support === 0) return false;
  if (claim.isSame && best.claim.isSame && heldLength(claim) - sharedLength(claim, best.claim) >= TELLING_STRENGTH) return true;
  const shared = sharedLength(withParted(claim), best.claim);
  if (shared >= best.claim.strength * COPY_SHARE) return true;
  // what stands as far from what is behind may be the old one, with its own sentence whole, and what is next to the one before it a copy
  const hasOwn = support === AS_FAR && claim.own >= SURE_LENGTH && claim.own >= best.claim.own;
  return isWhole(claim) && (hasOwn || shared * 2 >= best.claim.strength);
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

