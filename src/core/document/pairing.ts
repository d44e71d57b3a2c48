import { countWhile } from "../common/countWhile.js";
import { overlaps, rangeLength, type TextRange } from "./range.js";

/** Something that covers parts of the text and is compared only with others of its `group`. */
export interface Covering {
  readonly id: string;
  readonly group: string;
  /** In document order, not overlapping each other. */
  readonly ranges: readonly TextRange[];
}

/** Two findings are the same where they share at least this part of what either covers. */
export const SAME_FROM = 0.5;
/** More neighbours than this are not compared with one finding: files from strangers may pile up any number at one place. */
const COMPARED_AT_MOST = 200;

/** The part that both cover of what either covers, 0 to 1. */
export function overlapShare(a: readonly TextRange[], b: readonly TextRange[]): number {
  const shared = sharedLength(a, b);
  const either = totalLength(a) + totalLength(b) - shared;
  return either > 0 ? shared / either : 0;
}

/**
 * Pairs each finding of `right` with the one of `left` that it equals, best overlap first, each used once: `right` id -> `left` id.
 * Equal cover goes before all others.
 */
export function pairByOverlap(left: readonly Covering[], right: readonly Covering[]): Map<string, string> {
  const pairs = new Map<string, string>();
  const used = new Set<string>();
  const exact = new Map<string, string[]>();
  for (const item of [...left].reverse()) {
    const key = coverKey(item);
    const known = exact.get(key);
    if (known) known.push(item.id);
    else exact.set(key, [item.id]);
  }
  const rest: Covering[] = [];
  for (const item of right) {
    const match = exact.get(coverKey(item))?.pop();
    if (match === undefined) {
      rest.push(item);
      continue;
    }
    pairs.set(item.id, match);
    used.add(match);
  }
  const neighbours = groupNeighbours(left.filter(({ id, ranges }) => !used.has(id) && ranges.length > 0));
  for (const item of rest) {
    let best: Covering | undefined;
    let bestShare = 0;
    for (const other of neighbours.get(item.group)?.near(envelope(item)) ?? []) {
      if (used.has(other.id)) continue;
      const share = overlapShare(other.ranges, item.ranges);
      if (share >= SAME_FROM && share > bestShare) {
        best = other;
        bestShare = share;
      }
    }
    if (!best) continue;
    pairs.set(item.id, best.id);
    used.add(best.id);
  }
  return pairs;
}

function groupNeighbours(items: readonly Covering[]): Map<string, Neighbours> {
  const groups = new Map<string, Covering[]>();
  for (const item of items) {
    const group = groups.get(item.group);
    if (group) group.push(item);
    else groups.set(item.group, [item]);
  }
  return new Map([...groups].map(([group, members]) => [group, new Neighbours(members)]));
}

/** Finds what lies near a range without looking at the whole text. */
class Neighbours {
  private readonly sorted: readonly Covering[];
  /** The furthest end of all items up to this one. */
  private readonly reach: number[] = [];

  constructor(items: readonly Covering[]) {
    this.sorted = [...items].sort((a, b) => envelope(a).start - envelope(b).start);
    let furthest = 0;
    for (const item of this.sorted) {
      furthest = Math.max(furthest, envelope(item).end);
      this.reach.push(furthest);
    }
  }

  /** Items that overlap the range, the last to begin first. */
  *near(range: TextRange): Generator<Covering> {
    const end = countWhile(this.sorted.length, (index) => {
      const item = this.sorted[index];
      return item !== undefined && envelope(item).start < range.end;
    });
    const stop = Math.max(0, end - COMPARED_AT_MOST);
    for (let index = end - 1; index >= stop && (this.reach[index] ?? 0) > range.start; index--) {
      const item = this.sorted[index];
      if (item && overlaps(envelope(item), range)) yield item;
    }
  }
}

function envelope({ ranges }: Covering): TextRange {
  return { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
}

function coverKey({ group, ranges }: Covering): string {
  return `${group}:${ranges.map(({ start, end }) => `${start}-${end}`).join(",")}`;
}

function totalLength(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, range) => sum + rangeLength(range), 0);
}

function sharedLength(a: readonly TextRange[], b: readonly TextRange[]): number {
  let shared = 0;
  for (let left = 0, right = 0; left < a.length && right < b.length; ) {
    const one = a[left];
    const other = b[right];
    if (!one || !other) break;
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end < other.end) left++;
    else right++;
  }
  return shared;
}
