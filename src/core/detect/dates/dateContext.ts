import type { TextRange } from "../../document/range.js";
import type { DateMention } from "../findings.js";
import { fromDay, parseDay, toDay, type Day } from "./calendar.js";

/** Whether the sentence speaks of what was (-1), what will be (1), or does not tell (0). */
export type Direction = -1 | 0 | 1;

/** How many mentions back a date is still what "the next day" counts from. */
export const MEMORY = 10;

/** The same of a day in another year, told by the way. */
export const NEAR = 2;

/** What the words around a date tell of it, looked for where a value asks. */
export interface Surroundings {
  readonly direction: () => Direction;
  readonly isStillOpen: () => boolean;
  readonly isDone: () => boolean;
}

/** What a value is counted from; remembers which of it was asked for, as that is what the value is anchored to. */
export class DateContext {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new DateContext(null, [], { direction: () => 0, isStillOpen: () => false, isDone: () => false });

  private anchor: "article" | TextRange | undefined;

  constructor(
    private readonly published: Day | null,
    /** The mentions before this one, in document order. */
    private readonly earlier: readonly DateMention[],
    private readonly sentence: Surroundings,
  ) {}

  get anchoredTo(): "article" | TextRange | undefined {
    return this.anchor;
  }

  get direction(): Direction {
    return this.sentence.direction();
  }

  /** True for the end of what has not ended yet. */
  get isStillOpen(): boolean {
    return this.sentence.isStillOpen();
  }

  /** True for the day on which the verb right before it was done. */
  get isDone(): boolean {
    return this.sentence.isDone();
  }

  /** The article's day; null where it is not known. */
  today(): Day | null {
    if (this.published !== null) this.anchor = "article";
    return this.published;
  }

  /** True for a day behind the article's. */
  isAhead(value: string): boolean {
    const day = parseDay(value);
    return this.published !== null && day !== null && day > this.published;
  }

  /** True for a day of a month that falls within so many days of the article's. */
  isNear(month: number, day: number, days: number): boolean {
    const today = this.published;
    if (today === null) return false;
    const { year } = fromDay(today);
    return [year - 1, year, year + 1].some((candidate) => Math.abs((toDay(candidate, month, day) ?? Number.POSITIVE_INFINITY) - today) <= days);
  }

  /** The value of the last mention that fits; undefined where none near does. */
  lastValue(pattern: RegExp, reach = MEMORY): string | undefined {
    for (let index = this.earlier.length - 1; index >= 0 && index >= this.earlier.length - reach; index--) {
      const mention = this.earlier[index];
      if (mention && pattern.test(mention.value)) {
        this.anchor = { start: mention.start, end: mention.end };
        return mention.value;
      }
    }
    return undefined;
  }

  /** The day that the text is at: the one named directly before, else the last given in full, else the last of any kind. */
  lastDay(reach = MEMORY): Day | undefined {
    const previous = this.earlier.at(-1);
    const near = previous && parseDay(previous.value);
    if (previous && near !== null && near !== undefined) {
      this.anchor = { start: previous.start, end: previous.end };
      return near;
    }
    const full = this.lastFullDay(() => true, reach);
    if (full !== undefined) return full;
    const any = this.lastValue(/^\d{4}-\d\d-\d\d/u, reach);
    return any === undefined ? undefined : (parseDay(any) ?? undefined);
  }

  /** The last day that was given with its year, so that the text told it in full and not by the article's own day; undefined where it is not accepted. */
  lastFullDay(accepts: (day: Day) => boolean, reach = MEMORY): Day | undefined {
    for (let index = this.earlier.length - 1; index >= 0 && index >= this.earlier.length - reach; index--) {
      const mention = this.earlier[index];
      const day = mention && mention.anchoredTo === undefined ? parseDay(mention.value) : null;
      if (mention && day !== null) {
        if (!accepts(day)) return undefined;
        this.anchor = { start: mention.start, end: mention.end };
        return day;
      }
    }
    return undefined;
  }

  /** The month that was named directly before, without a day ("2021-04"). */
  lastMonth(): string | undefined {
    const previous = this.earlier.at(-1);
    if (!previous || !/^\d{4}-\d\d$/u.test(previous.value)) return undefined;
    this.anchor = { start: previous.start, end: previous.end };
    return previous.value;
  }

  /** The latest in time of the last mentions that fit, where it is no later than `limit`; of two, the one mentioned last. */
  latestValue(pattern: RegExp, limit: string): string | undefined {
    let latest: DateMention | undefined;
    for (let index = Math.max(0, this.earlier.length - MEMORY); index < this.earlier.length; index++) {
      const mention = this.earlier[index];
      if (mention && pattern.test(mention.value) && mention.value <= limit && mention.value >= (latest?.value ?? "")) latest = mention;
    }
    if (latest) this.anchor = { start: latest.start, end: latest.end };
    return latest?.value;
  }
}
