import type { TextRange } from "../../../../src/core/document/range.js";

/** A text of which every code unit knows where in the first version it stood, -1 for what was added. */
export class TrackedText {
  private constructor(
    readonly text: string,
    private readonly origins: readonly number[],
  ) {}

  static from(text: string): TrackedText {
    return new TrackedText(text, Array.from({ length: text.length }, (_, index) => index));
  }

  /** Replaces a range by words of which none was there before. */
  replace({ start, end }: TextRange, words: string): TrackedText {
    return new TrackedText(this.text.slice(0, start) + words + this.text.slice(end), [...this.origins.slice(0, start), ...Array.from({ length: words.length }, () => -1), ...this.origins.slice(end)]);
  }

  /** Replaces every match by as many letters as it has, or by more or fewer, which then stand for it as a whole. */
  replaceAll(pattern: RegExp, change: (match: string) => string): TrackedText {
    let text = "";
    const origins: number[] = [];
    let done = 0;
    for (const match of this.text.matchAll(pattern)) {
      const words = change(match[0]);
      text += this.text.slice(done, match.index) + words;
      origins.push(...this.origins.slice(done, match.index));
      for (let index = 0; index < words.length; index++) origins.push(this.origins[match.index + Math.min(index, match[0].length - 1)] ?? -1);
      done = match.index + match[0].length;
    }
    return new TrackedText(text + this.text.slice(done), [...origins, ...this.origins.slice(done)]);
  }

  /** Puts a stretch elsewhere; `to` is an offset outside of it. */
  move({ start, end }: TextRange, to: number): TrackedText {
    const order = to < start ? [[0, to], [start, end], [to, start], [end, this.text.length]] : [[0, start], [end, to], [start, end], [to, this.text.length]];
    return new TrackedText(order.map(([from, until]) => this.text.slice(from, until)).join(""), order.flatMap(([from, until]) => this.origins.slice(from, until)));
  }

  /** Where the code units of a range of the first version stand by now, from the first to the last of them; undefined where none is left. */
  whereIs({ start, end }: TextRange): TextRange | undefined {
    let first = -1;
    let last = -1;
    for (const [index, origin] of this.origins.entries()) {
      if (origin < start || origin >= end) continue;
      if (first < 0) first = index;
      last = index;
    }
    return first < 0 ? undefined : { start: first, end: last + 1 };
  }

  /** How many code units of a range of the present text stood in a range of the first version. */
  shared(range: TextRange, { start, end }: TextRange): number {
    return this.origins.slice(range.start, range.end).filter((origin) => origin >= start && origin < end).length;
  }
}
