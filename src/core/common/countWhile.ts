/**
 * How many of `count` items, from the first on, fulfil a condition that holds up to some item and for none after: the index of the first
 * that does not. Logarithmic.
 */
export function countWhile(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
