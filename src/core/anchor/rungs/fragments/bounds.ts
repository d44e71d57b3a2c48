import { firstFrom } from "../../compare/blocks.js";

/** Words moved with what stands next to them where they moved as far, but for a letter or two. */
export const EXACT = 1;
/** Words moved further than anything around them did where it is by more than this. */
export const STRAY = 16;
/** A little more where all of the text is much longer or shorter: so much of the difference may be edits of something else. */
const STRAY_SHARE = 0.02;
/** What stands on both sides of words holds them in place where it moved by no more than this apart. */
const NARROW = 200;

/** So many of what is known are looked at as one. */
const STRETCH = 64;

/** What is known to have moved how far, in code units of the texts as they are. */
export interface Witness {
  readonly start: number;
  readonly moved: number;
}

/**
 * How well the distance by which words moved agrees with what is around them: `AS_FAR` where what stands before or behind them, or one end of the text, moved as far; 2
 * where they did not move further than all that, `HARDLY_FURTHER` where hardly, 0 where clearly.
 */
export type Support = 0 | 1 | 2 | 3;
export const AS_FAR = 3;
export const HARDLY_FURTHER = 1;

/** How far words have moved if they kept their place among what is known to have moved how far. */
export class Bounds {
  /** True where what stands before and behind moved nearly alike, so that there is hardly a second place between them. */
  readonly isNarrow: boolean;
  /** False where what stands before or behind moved further than all of the text did, while the other moved otherwise: something was moved between them. */
  readonly isKept: boolean;
  readonly low: number;
  readonly high: number;
  private readonly stray: number;

  /** `before` and `behind` are how far what stands on both sides moved, `grown` is how much longer the text is now. */
  constructor(
    readonly before: number,
    readonly behind: number,
    private readonly grown: number,
  ) {
    const [least, most] = [Math.min(0, grown) - EXACT, Math.max(0, grown) + EXACT];
    this.isNarrow = Math.abs(behind - before) <= NARROW;
    this.isKept = this.isNarrow || [before, behind].every((moved) => moved >= least && moved <= most);
    const [low, high] = this.isKept ? [Math.min(before, behind), Math.max(before, behind)] : [least, most];
    this.stray = STRAY + STRAY_SHARE * Math.abs(grown);
    [this.low, this.high] = [low - this.stray, high + this.stray];
  }

  /** The distances by which words moved that moved exactly as far as something else. */
  get likely(): readonly number[] {
    return [...new Set([this.before, this.behind, 0, this.grown])];
  }

  /** True where what stands before and what stands behind moved exactly as far. */
  isHolding(moved: number): boolean {
    return Math.abs(moved - this.before) <= EXACT && Math.abs(moved - this.behind) <= EXACT;
  }

  /** True where the start or the end of the text moved exactly as far. */
  isByEnd(moved: number): boolean {
    return Math.abs(moved) <= EXACT || Math.abs(moved - this.grown) <= EXACT;
  }

  supportOf(moved: number): Support {
    if (this.likely.some((other) => Math.abs(moved - other) <= EXACT)) return AS_FAR;
    if (moved < this.low || moved > this.high) return 0;
    return moved < this.low + this.stray || moved > this.high - this.stray ? HARDLY_FURTHER : 2;
  }
}

/** Tells of any place of the old text how far what is known on both sides of it moved; the ends of the text are known. */
export class Witnesses {
  private readonly sorted: readonly Witness[];
  private readonly starts: readonly number[];
  /** The least and the most that each stretch of so many moved. */
  private readonly stretches: readonly { readonly least: number; readonly most: number }[];

  constructor(
    witnesses: readonly Witness[],
    private readonly grown: number,
  ) {
    this.sorted = [...witnesses].sort((a, b) => a.start - b.start);
    this.starts = this.sorted.map(({ start }) => start);
    this.stretches = Array.from({ length: Math.floor(this.sorted.length / STRETCH) }, (_, index) => {
      const all = this.sorted.slice(index * STRETCH, (index + 1) * STRETCH).map((witness) => witness.moved);
      return { least: Math.min(...all), most: Math.max(...all) };
    });
  }

  boundsAt(start: number): Bounds {
    const near = firstFrom(this.starts, start);
    return new Bounds(this.sorted[near - 1]?.moved ?? 0, this.sorted[near]?.moved ?? this.grown, this.grown);
  }

  /** The same for words that moved by so much, by what did not go with them. */
  boundsWithout(start: number, moved: number): Bounds {
    const [before, behind] = [this.nextOther(firstFrom(this.starts, start) - 1, -1, moved), this.nextOther(firstFrom(this.starts, start), 1, moved)];
    return new Bounds(this.sorted[before]?.moved ?? 0, this.sorted[behind]?.moved ?? this.grown, this.grown);
  }

  /** The first from a place on, one way or the other, that did not move by so much; beyond either end where all did. */
  private nextOther(from: number, step: 1 | -1, moved: number): number {
    let index = from;
    while (Math.abs((this.sorted[index]?.moved ?? Infinity) - moved) <= STRAY) {
      const stretch = this.stretches[Math.floor(index / STRETCH)];
      // a whole stretch that moved alike is passed at once
      const isPassed = stretch !== undefined && index % STRETCH === (step > 0 ? 0 : STRETCH - 1) && stretch.least >= moved - STRAY && stretch.most <= moved + STRAY;
      index += isPassed ? step * STRETCH : step;
    }
    return index;
  }

  /** True where nothing that is known stands between two places. */
  areTogether(one: number, other: number): boolean {
    return firstFrom(this.starts, one) === firstFrom(this.starts, other);
  }

  with(others: readonly Witness[]): Witnesses {
    return new Witnesses([...this.sorted, ...others], this.grown);
  }
}
