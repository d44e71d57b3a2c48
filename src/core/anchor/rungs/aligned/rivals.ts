import type { TextRange } from "../../../document/range.js";
import { RUN_LENGTH, SLIPS } from "../../compare/slips.js";
import { firstReaching, isEqual, lastBefore, type Block } from "../../compare/blocks.js";

/** So many equal letters are no chance. */
const LEAST_LENGTH = 8;
/** Letters may be mistyped in so many places. */
const SLIPS_AT_MOST = 2;
const FURTHEST = 400;
/** A place that is no further away is the same one, mistyped. */
const SAME_PLACE = 8;
/** A line that stands twice is no longer than this. */
const LONGEST_LINE = 100;

/** A place between two units of the old text and two of the new one. */
export interface Edge {
  readonly before: number;
  readonly after: number;
}

/**
 * Which words of the old text might as well stand in what was put in between two stretches: the first stretch goes on there, or the second one begins there, with the
 * same words, mistyped or not. `common` is what two texts have in common, in the order of the old one.
 */
export function findRivals(from: Edge, to: Edge, common: readonly Block[], before: string, after: string): TextRange[] {
  const ahead = reachOf(before, from.before, after, from.after, 1, to.after);
  const back = reachOf(before, to.before - 1, after, to.after - 1, -1, from.after);
  const words = [...placedOtherwise(from.before, from.before + ahead, from.after - from.before, common), ...placedOtherwise(to.before - back, to.before, to.after - to.before, common)];
  return [...words.map((range) => wholeWords(before, range)), ...doubledLine(from, to, after)];
}

/** How far two texts read alike from two places on, one way or the other, up to the end of what was put in. */
function reachOf(before: string, at: number, after: string, to: number, step: 1 | -1, end: number): number {
  const isSame = (one: number, other: number): boolean => (step > 0 ? other < end : other >= end) && isEqual(before, one, after, other);
  let [old, present, equal, reached] = [at, to, 0, 0];
  for (let slips = 0; ; slips++) {
    while (Math.abs(old - at) < FURTHEST && isSame(old, present)) {
      [old, present] = [old + step, present + step];
      equal++;
    }
    reached = Math.abs(old - at);
    const slip = SLIPS.find(([left, right]) => Array.from({ length: RUN_LENGTH }, (_, index) => index).every((index) => isSame(old + step * (left + index), present + step * (right + index))));
    if (!slip || slips === SLIPS_AT_MOST || reached >= FURTHEST) return equal >= LEAST_LENGTH ? reached : 0;
    [old, present] = [old + step * slip[0], present + step * slip[1]];
  }
}

/** The parts of a range of the old text that were found at another distance. */
function placedOtherwise(start: number, end: number, distance: number, common: readonly Block[]): TextRange[] {
  const last = lastBefore(common, end);
  return common
    .slice(firstReaching(common, start), last + 1)
    .filter((block) => Math.abs(block.after - block.before - distance) > SAME_PLACE)
    .map((block) => ({ start: Math.max(start, block.before), end: Math.min(end, block.before + block.length) }));
}

function wholeWords(text: string, { start, end }: TextRange): TextRange {
  while (start > 0 && text.charAt(start) !== " " && text.charAt(start - 1) !== " ") start--;
  while (end < text.length && text.charAt(end) !== " " && text.charAt(end - 1) !== " ") end++;
  return { start, end };
}

/** A short line right behind or before the same one, which was put in with something else. */
function doubledLine(from: Edge, to: Edge, after: string): TextRange[] {
  const added = after.slice(from.after, to.after);
  const next = after.slice(to.after, to.after + LEAST_LENGTH);
  const behind = next.length < LEAST_LENGTH ? 0 : added.length - added.indexOf(next, Math.max(0, added.length - LONGEST_LINE));
  const last = after.slice(Math.max(0, from.after - LEAST_LENGTH), from.after);
  const ahead = last.length < LEAST_LENGTH ? -1 : added.slice(0, LONGEST_LINE).lastIndexOf(last);
  const found: TextRange[] = [];
  if (behind <= LONGEST_LINE && behind <= added.length && after.startsWith(added.slice(added.length - behind), to.after)) found.push({ start: to.before, end: to.before + behind });
  if (ahead >= 0 && after.slice(0, from.after).endsWith(added.slice(0, ahead + LEAST_LENGTH))) found.push({ start: from.before - ahead - LEAST_LENGTH, end: from.before });
  return found;
}
