import type { Annotation } from "../../document/annotationDocument.js";
import { CONTEXT_LENGTH } from "../../document/context.js";
import { countAlike } from "../compare/alike.js";
import { normalizeText, type NormalizedText } from "../compare/normalizedText.js";
import { firstFrom } from "../compare/blocks.js";
import { PieceIndex } from "../compare/pieceIndex.js";
import { commonPrefix, commonSuffix } from "../compare/similarity.js";

const PIECE_LENGTH = 12;
/** A piece with more places than this tells nothing. */
const COMMON = 64;
/** So much of what stands around the words stands around a copy of them. */
const COPIED_SHARE = 0.4;
const COPIES_AT_MOST = 8;

/**
 * Finds where else in a text words stand with much of what stands around them: a teaser, a headline that the article repeats, and how much in it is like them. Whoever
 * has only the words and their context later can tell by this that they may be the others, or that what is like them was there before.
 */
export class Copies {
  private readonly normalized: NormalizedText;
  private readonly index: PieceIndex;

  constructor(text: string) {
    this.normalized = normalizeText(text);
    this.index = new PieceIndex(this.normalized.text, PIECE_LENGTH);
  }

  /** Where the copies of an annotation's words begin, in order; the first of them where there are many. */
  of({ start, end }: Pick<Annotation, "start" | "end">): number[] {
    const { text, offsets } = this.normalized;
    const [first, last] = [firstFrom(offsets, start), Math.min(firstFrom(offsets, end), text.length)];
    const words = text.slice(first, last);
    const [prefix, suffix] = [text.slice(Math.max(0, first - CONTEXT_LENGTH), first), text.slice(last, last + CONTEXT_LENGTH)];
    const found = new Set<number>();
    // one of the two is whole where half of the context is
    for (const at of [first, last - PIECE_LENGTH]) {
      if (at < 0 || at + PIECE_LENGTH > text.length) continue;
      const places = this.index.placesOf(text, at);
      if (places.length > COMMON) continue;
      for (const place of places) {
        const other = place - at + first;
        if (other === first || other < 0 || !text.startsWith(words, other)) continue;
        const before = text.slice(Math.max(0, other - prefix.length), other);
        const behind = text.slice(other + words.length, other + words.length + suffix.length);
        // at the start or the end of the text there is less to compare
        const compared = Math.min(before.length, prefix.length) + Math.min(behind.length, suffix.length);
        if (commonSuffix(before, prefix) + commonPrefix(behind, suffix) >= COPIED_SHARE * compared) found.add(offsets[other] ?? 0);
      }
    }
    return [...found].sort((a, b) => a - b).slice(0, COPIES_AT_MOST);
  }

  /** How often pieces of an annotation's words and their context stand elsewhere. */
  alike({ start, end }: Pick<Annotation, "start" | "end">): number {
    const { text, offsets } = this.normalized;
    const [from, first, last, to] = [start - CONTEXT_LENGTH, start, end, end + CONTEXT_LENGTH].map((offset) => Math.min(firstFrom(offsets, offset), text.length)) as [number, number, number, number];
    return countAlike(this.index, text, { start: from, end: to }, { start: first, end: last }, (at, place) => at === place);
  }
}
