import { countWhile } from "../common/countWhile.js";
import type { TextRange } from "./range.js";

/** Index of the last of the ranges (sorted by start) that begins at or before an offset; 0 where none does. Logarithmic. */
export function lastStartingBy(ranges: readonly TextRange[], offset: number): number {
  return Math.max(0, countWhile(ranges.length, (index) => (ranges[index]?.start ?? 0) <= offset) - 1);
}

/** Index of the first of the ranges (sorted, none overlapping another) that ends after an offset; their number where none does. Logarithmic. */
export function firstEndingAfter(ranges: readonly TextRange[], offset: number): number {
  return countWhile(ranges.length, (index) => (ranges[index]?.end ?? 0) <= offset);
}

/** Those of the ranges that share no code unit with any of the others; both sorted by start. Linear. */
export function withoutOverlaps<Range extends TextRange>(ranges: readonly Range[], others: readonly TextRange[]): Range[] {
  if (others.length === 0) return [...ranges];
  let next = 0;
  return ranges.filter(({ start, end }) => {
    while ((others[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (others[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}
