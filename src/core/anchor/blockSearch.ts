import type { Block } from "./alignTexts.js";

/** Index of the first block that ends after an offset of the old text. */
export function firstReaching(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && block.before + block.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last block that begins before an offset of the old text, or of the new one where the blocks are in its order. */
export function lastBefore(blocks: readonly Block[], offset: number, side: "before" | "after" = "before"): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.[side] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first number that is not below a bound, in numbers that rise. */
export function firstFrom(numbers: ArrayLike<number>, bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
