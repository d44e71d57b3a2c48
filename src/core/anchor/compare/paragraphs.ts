import type { TextRange } from "../../document/range.js";
import { firstFrom } from "./blocks.js";
import { isParagraphBreak, type NormalizedText } from "./normalizedText.js";

const WORD = /[\p{L}\p{N}]/u;

/** The paragraphs of a text, in order. */
export class Paragraphs {
  /** From their first letter to their last: marks of a list, of quotation, of something left out are none of it. */
  readonly ranges: readonly TextRange[];
  /** With the marks around these. */
  readonly wholes: readonly TextRange[];
  private readonly starts: readonly number[];
  private readonly places = new Map<string, number[]>();

  constructor(private readonly text: NormalizedText) {
    const [ranges, wholes]: [TextRange[], TextRange[]] = [[], []];
    for (let unit = 0, start = 0; unit <= text.text.length; unit++) {
      if (unit < text.text.length && (text.text.charAt(unit) !== " " || !isParagraphBreak(text, unit))) continue;
      const range = withoutMarks(text.text, { start, end: unit });
      if (range.start < range.end) {
        ranges.push(range);
        wholes.push({ start, end: unit });
      }
      start = unit + 1;
    }
    [this.ranges, this.wholes] = [ranges, wholes];
    this.starts = ranges.map((range) => range.start);
    for (const index of ranges.keys()) {
      const places = this.places.get(this.textOf(index));
      if (places) places.push(index);
      else this.places.set(this.textOf(index), [index]);
    }
  }

  /** Empty beyond both ends. */
  textOf(index: number): string {
    const range = this.ranges[index];
    return range ? this.text.text.slice(range.start, range.end) : "";
  }

  /** How many paragraphs have a text. */
  count(text: string): number {
    return this.places.get(text)?.length ?? 0;
  }

  /** The one paragraph with a text. */
  onlyPlace(text: string): number | undefined {
    const places = this.places.get(text);
    return places?.length === 1 ? places[0] : undefined;
  }

  /** Index of the last paragraph that begins at or before a unit. */
  indexAt(unit: number): number {
    return firstFrom(this.starts, unit + 1) - 1;
  }

  /** One of them, with its marks, as a text of its own. */
  alone(index: number): NormalizedText {
    const { start, end } = this.wholes[index] ?? { start: 0, end: 0 };
    const { original, text, offsets, ends } = this.text;
    const [from, to] = [offsets[start] ?? 0, ends[end - 1] ?? 0];
    const moved = (all: Uint32Array): Uint32Array => all.slice(start, end).map((offset) => offset - from);
    return { original: original.slice(from, to), text: text.slice(start, end), offsets: Uint32Array.from([...moved(offsets), to - from]), ends: moved(ends) };
  }
}

/** A range without what stands at its edges and is neither letter nor digit. */
export function withoutMarks(text: string, { start, end }: TextRange): TextRange {
  let [first, last] = [start, end];
  while (first < last && !WORD.test(text.charAt(first))) first++;
  while (first < last && !WORD.test(text.charAt(last - 1))) last--;
  return { start: first, end: last };
}
