/** The last things that were kept, as many as a number and a size allow; the oldest ones give way. */
export class Recent<V> {
  private readonly kept = new Map<string, { readonly value: V; readonly size: number }>();
  private size = 0;

  constructor(
    private readonly most: number,
    private readonly largest: number,
  ) {}

  /** What is larger than all that may be kept is not kept at all. */
  keep(key: string, value: V, size: number): void {
    this.take(key);
    if (size > this.largest) return;
    this.kept.set(key, { value, size });
    this.size += size;
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most && this.size <= this.largest) return;
      this.take(oldest);
    }
  }

  get(key: string): V | undefined {
    return this.kept.get(key)?.value;
  }

  /** Hands it out and forgets it. */
  take(key: string): V | undefined {
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.size -= found.size;
    return found.value;
  }

  clear(): void {
    this.kept.clear();
    this.size = 0;
  }
}
