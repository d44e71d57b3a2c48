/** What one kind of work costs on one text. */
export interface Cost {
  /**
   * Median over the rounds, in milliseconds of processor time, the helping threads for garbage and compilation included: what the
   * clock says depends on whatever else the machine does meanwhile.
   */
  readonly milliseconds: number;
  /** Growth of the heap while the result is held, in bytes. */
  readonly heldBytes: number;
}

const enoughMilliseconds = 1500;

/** Runs the work for a second or two, once at least, and takes the median: short work is warm by then. */
export function measure(work: () => unknown): Cost {
  const times: number[] = [];
  for (let spent = 0; spent < enoughMilliseconds && times.length < 100; spent = times.reduce((sum, time) => sum + time, 0)) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  return { milliseconds: times[Math.floor(times.length / 2)] ?? 0, heldBytes: heldBy(work) };
}

/** Apart from the timed rounds: collecting garbage makes the engine forget compiled patterns, which the next round would pay for. */
function heldBy(work: () => unknown): number {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const results = [work()];
  globalThis.gc?.();
  const held = process.memoryUsage().heapUsed - before;
  results.pop();
  return Math.max(0, held);
}
