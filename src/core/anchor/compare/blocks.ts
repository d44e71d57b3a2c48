import { countWhile } from "../../common/countWhile.js";
import type { TextRange } from "../../document/range.js";

/** A stretch of the old text that stands in the new one unit for unit. */
export interface Block {
  readonly before: number;
  readonly after: number;
  readonly length: number;
  /** True where it stands in another order than the rest. */
  readonly isMoved: boolean;
}

/** A block without so many units at its start and its end; there are more of them before its start where `head` is negative. */
export function cut(block: Block, head: number, tail: number): Block {
  return { ...block, before: block.before + head, after: block.after + head, length: block.length - head - tail };
}

/** Index of the first block that ends after an offset of a text, where the blocks are in its order and none overlaps another. */
export function firstReaching(blocks: readonly Block[], offset: number, side: "before" | "after" = "before"): number {
  return countWhile(blocks.length, (index) => (blocks[index]?.[side] ?? 0) + (blocks[index]?.length ?? 0) <= offset);
}

/** Index of the last block that begins before an offset of a text, where the blocks are in its order. */
export function lastBefore(blocks: readonly Block[], offset: number, side: "before" | "after" = "before"): number {
  return countWhile(blocks.length, (index) => (blocks[index]?.[side] ?? 0) < offset) - 1;
}

/** Index of the first number that is not below a bound, in numbers that rise. */
export function firstFrom(numbers: ArrayLike<number>, bound: number): number {
  return countWhile(numbers.length, (index) => (numbers[index] ?? 0) < bound);
}

/** True where words lie in one of some ranges as a whole, which are in order. */
export function isWithin({ start, end }: TextRange, ranges: readonly TextRange[]): boolean {
  const range = ranges[countWhile(ranges.length, (index) => (ranges[index]?.end ?? 0) < end)];
  return range !== undefined && range.start <= start;
}

/** True where two units, each within its text, are the same and known. */
export function isEqual(a: string, at: number, b: string, to: number): boolean {
  const unit = a.charCodeAt(at);
  // beyond either end the code is no number, and equals nothing
  return unit === b.charCodeAt(to) && unit !== 0xffff;
}
