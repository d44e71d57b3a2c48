import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";

/** Ranges on either side that can matter to what stands between them: a "sentence" of thousands is a table. */
const NEAR = 20;

/** Ranges by the sentences that they touch, in the order of their starts. */
export class RangesBySentence<T extends TextRange> {
  private readonly bySentence = new Map<number, T[]>();

  constructor({ sentences }: Article, ranges: readonly T[]) {
    for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
      const last = lastStartingBy(sentences, range.end - 1);
      for (let sentence = lastStartingBy(sentences, range.start); sentence <= last; sentence++) {
        const known = this.bySentence.get(sentence);
        if (known) known.push(range);
        else this.bySentence.set(sentence, [range]);
      }
    }
  }

  has(sentence: number): boolean {
    return this.bySentence.has(sentence);
  }

  /** The first range of a sentence (its index). */
  first(sentence: number): T | undefined {
    return this.bySentence.get(sentence)?.[0];
  }

  /** The ranges of a sentence (its index) around an offset: all of them in prose, the nearest in a table, so that asking takes the same time. */
  near(sentence: number, offset: number): readonly T[] {
    const ranges = this.bySentence.get(sentence) ?? [];
    if (ranges.length <= NEAR) return ranges;
    const at = lastStartingBy(ranges, offset);
    return ranges.slice(Math.max(0, at - NEAR), at + NEAR);
  }
}
