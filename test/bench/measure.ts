/** What one kind of work costs on one text. */
export interface Cost {
  /** Median over the rounds, in milliseconds. */
  readonly milliseconds: number;
  /** Growth of the heap while the result is held, in bytes. */
  readonly heldBytes: number;
}

/** Runs the work several times (fewer where it is long) and takes the median. */
export function measure(work: () => unknown, most = 7): Cost {
  const times: number[] = [];
  let heldBytes = 0;
  for (let round = 0; round < most; round++) {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const result = work();
    times.push(performance.now() - start);
    collectGarbage();
    heldBytes = Math.max(heldBytes, process.memoryUsage().heapUsed - before);
    keep(result);
    // long work is stable enough, and the first round of short work warms up
    if (times.reduce((sum, time) => sum + time, 0) > 4000) break;
  }
  times.sort((a, b) => a - b);
  return { milliseconds: times[Math.floor(times.length / 2)] ?? 0, heldBytes };
}

let kept: unknown;

/** Holds the last result until its memory is read. */
function keep(value: unknown): void {
  kept = value === kept ? undefined : value;
}

function collectGarbage(): void {
  globalThis.gc?.();
}
