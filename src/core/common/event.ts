import type { Disposable } from "./disposable.js";

/** Registers a listener; dispose what comes back to stop listening. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/** A source of events. A listener that throws does not keep the others from being told; the first error is thrown on at the end. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Event<T> = (listener) => {
    const own = (value: T): void => listener(value);
    this.listeners.add(own);
    return { dispose: () => void this.listeners.delete(own) };
  };

  fire(value: T): void {
    const errors: unknown[] = [];
    for (const listener of Array.from(this.listeners)) {
      try {
        listener(value);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }

  dispose(): void {
    this.listeners.clear();
  }
}
