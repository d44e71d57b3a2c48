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

/**
 * What a host needs until it has compiled what is asked of it again and again, as it has in a window that is open for a while: the time of a text of 500 words
 * falls for 6 to 9 seconds. What a first text costs is measured in a process of its own.
 */
const warmMilliseconds = 10_000;
const enoughMilliseconds = 1500;

/** Runs the work until it is warm, then for a second or two, once at least, and takes the median. */
export function measure(work: () => unknown): Cost {
  const cold = timesOf(work, warmMilliseconds);
  // what takes so long in one round is warm on the way
  const times = cold.length === 1 ? cold : timesOf(work, enoughMilliseconds);
  return { milliseconds: median(times), heldBytes: heldBy(work) };
}

/** Times of as many rounds as it takes to spend the time that is wanted. */
function timesOf(work: () => unknown, wanted: number): number[] {
  const times: number[] = [];
  for (let spent = 0; spent < wanted; ) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    const time = (user + system) / 1000;
    times.push(time);
    spent += time;
  }
  return times;
}

/** The number in the middle; 0 of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
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
