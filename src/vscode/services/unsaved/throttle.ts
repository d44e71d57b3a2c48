import type { Disposable } from "../../../core/common/disposable.js";

interface Pause {
  readonly timer: ReturnType<typeof setTimeout>;
  isDue: boolean;
}

/** Runs something for a key at once; what is asked for again within a pause is run once after it. */
export class Throttle implements Disposable {
  private readonly pauses = new Map<string, Pause>();

  constructor(
    private readonly pauseMs: number,
    private readonly run: (key: string) => void,
  ) {}

  schedule(key: string): void {
    const pause = this.pauses.get(key);
    if (pause) {
      pause.isDue = true;
      return;
    }
    const timer = setTimeout(() => {
      const isDue = this.pauses.get(key)?.isDue === true;
      this.pauses.delete(key);
      if (isDue) this.schedule(key);
    }, this.pauseMs);
    this.pauses.set(key, { timer, isDue: false });
    this.run(key);
  }

  /** Runs now what is still to be run. */
  flush(): void {
    for (const [key, { isDue }] of Array.from(this.pauses)) {
      this.cancel(key);
      if (isDue) this.run(key);
    }
  }

  /** Forgets what is still to be run for a key. */
  cancel(key: string): void {
    clearTimeout(this.pauses.get(key)?.timer);
    this.pauses.delete(key);
  }

  dispose(): void {
    for (const key of Array.from(this.pauses.keys())) this.cancel(key);
  }
}
