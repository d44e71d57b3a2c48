/** Something that ends. */
export interface Disposable {
  dispose(): void;
}

/** Owns disposables and ends them together; what is added after the end is ended at once. */
export class DisposableStore implements Disposable {
  private readonly owned = new Set<Disposable>();
  private isDisposed = false;

  add<T extends Disposable>(disposable: T): T {
    if (this.isDisposed) disposable.dispose();
    else this.owned.add(disposable);
    return disposable;
  }

  dispose(): void {
    this.isDisposed = true;
    for (const disposable of this.owned) disposable.dispose();
    this.owned.clear();
  }
}
