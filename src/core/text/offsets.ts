import { countWhile } from "../common/countWhile.js";
/** What other formats count in: Unicode code points, or bytes of UTF-8. */
export type OffsetUnit = "codePoint" | "byte";

/** UTF-16 code units between two counts that are kept. */
const STEP = 1024;

/**
 * Offsets of one text in UTF-16 code units as code points or UTF-8 bytes, and back. Built in linear time; each question takes at
 * most a step's length, in any order. A lone surrogate counts as one code point and three bytes, as encoders write U+FFFD for it.
 */
export class OffsetConverter {
  /** The count before every unit that is a multiple of `STEP`. */
  private readonly counts: Float64Array;

  constructor(
    private readonly text: string,
    private readonly unit: OffsetUnit,
  ) {
    this.counts = new Float64Array(Math.floor(text.length / STEP) + 1);
    let count = 0;
    for (let index = 0; index < text.length; index++) {
      if (index % STEP === 0) this.counts[index / STEP] = count;
      count += this.weight(index);
    }
    if (text.length % STEP === 0) this.counts[text.length / STEP] = count;
  }

  /** From UTF-16. An offset inside a surrogate pair is taken for the pair's start, one outside the text for its nearest end. */
  fromUtf16(offset: number): number {
    let end = Math.min(Math.max(offset, 0), this.text.length);
    if (this.isInsidePair(end)) end--;
    const step = Math.floor(end / STEP);
    let count = this.counts[step] ?? 0;
    for (let index = step * STEP; index < end; index++) count += this.weight(index);
    return count;
  }

  /** To UTF-16. A byte inside a character is taken for the character's start, one outside the text for its nearest end. */
  toUtf16(offset: number): number {
    const low = Math.max(0, countWhile(this.counts.length, (index) => (this.counts[index] ?? 0) <= offset) - 1);
    let index = low * STEP;
    let count = this.counts[low] ?? 0;
    while (index < this.text.length && count + this.weight(index) <= offset) count += this.weight(index++);
    return this.isInsidePair(index) ? index - 1 : index;
  }

  /** What a code unit adds to the count; a pair's weight lies on its first half. */
  private weight(index: number): number {
    const code = this.text.charCodeAt(index);
    if (this.isInsidePair(index)) return 0;
    if (this.unit === "codePoint") return 1;
    if (code < 0x80) return 1;
    if (code < 0x800) return 2;
    return this.isInsidePair(index + 1) ? 4 : 3;
  }

  private isInsidePair(index: number): boolean {
    const second = this.text.charCodeAt(index);
    if (!(second >= 0xdc00 && second <= 0xdfff) || index === 0) return false;
    const first = this.text.charCodeAt(index - 1);
    return first >= 0xd800 && first <= 0xdbff;
  }
}
