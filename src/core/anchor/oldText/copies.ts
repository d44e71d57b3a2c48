import { Recent } from "../../common/recent.js";
import { CONTEXT_LENGTH } from "../../document/context.js";
import type { TextRange } from "../../document/range.js";
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
/** An article as it is stored and as the editor has it. */
const TEXTS_AT_MOST = 2;
/** Of all that are kept, in code units: what is looked up in takes twenty bytes for each. */
const LONGEST_TEXTS = 2_000_000;

/**
 * Finds where else in a text words stand with much of what stands around them: a teaser, a headline that the article repeats, and how much in it is like them. Whoever
 * has only the words and their context later can tell by this that they may be the others, or that what is like them was there before.
 */
export class Copies {
  private lookedUp: Lookup | undefined;
  // what was found so far, by the range that it was asked of: a text is described again with every save
  private readonly knownCopies = new Map<string, readonly number[]>();
  private readonly knownAlike = new Map<string, number>();

  constructor(private readonly text: string) {}

  /** Where the copies of an annotation's words begin, in order; the first of them where there are many. */
  of({ start, end }: TextRange): readonly number[] {
    return findOnce(this.knownCopies, `${start} ${end}`, () => copiesOf(this.lookup, { start, end }));
  }

  /** How often pieces of an annotation's words and their context stand elsewhere. */
  alike({ start, end }: TextRange): number {
    return findOnce(this.knownAlike, `${start} ${end}`, () => alikeIn(this.lookup, { start, end }));
  }

  private get lookup(): Lookup {
    return (this.lookedUp ??= lookUp(this.text));
  }
}

/** The copies in the texts that were described last, so that saving the same text again is quick. */
export class RecentCopies {
  private readonly kept = new Recent<Copies>(TEXTS_AT_MOST, LONGEST_TEXTS);

  in(text: string): Copies {
    const copies = this.kept.take(text) ?? new Copies(text);
    this.kept.keep(text, copies, text.length);
    return copies;
  }
}

function findOnce<V>(known: Map<string, V>, key: string, find: () => V): V {
  let found = known.get(key);
  if (found === undefined) known.set(key, (found = find()));
  return found;
}

interface Lookup {
  readonly normalized: NormalizedText;
  readonly index: PieceIndex;
}

function lookUp(text: string): Lookup {
  const normalized = normalizeText(text);
  return { normalized, index: new PieceIndex(normalized.text, PIECE_LENGTH) };
}

function copiesOf({ normalized, index }: Lookup, { start, end }: TextRange): number[] {
  const { text, offsets } = normalized;
  const [first, last] = [firstFrom(offsets, start), Math.min(firstFrom(offsets, end), text.length)];
  const words = text.slice(first, last);
  const [prefix, suffix] = [text.slice(Math.max(0, first - CONTEXT_LENGTH), first), text.slice(last, last + CONTEXT_LENGTH)];
  const found = new Set<number>();
  // one of the two is whole where half of the context is
  for (const at of [first, last - PIECE_LENGTH]) {
    if (at < 0 || at + PIECE_LENGTH > text.length) continue;
    const places = index.placesOf(text, at);
    if (places.length > COMMON) continue;
    let left = COPIES_AT_MOST;
    // the first ones are told: of a text that repeats itself the others are not looked at
    for (const place of places.reverse()) {
      if (left === 0) break;
      const other = place - at + first;
      if (other === first || other < 0 || !text.startsWith(words, other)) continue;
      const before = text.slice(Math.max(0, other - prefix.length), other);
      const behind = text.slice(other + words.length, other + words.length + suffix.length);
      // at the start or the end of the text there is less to compare
      const compared = Math.min(before.length, prefix.length) + Math.min(behind.length, suffix.length);
      if (commonSuffix(before, prefix) + commonPrefix(behind, suffix) < COPIED_SHARE * compared) continue;
      found.add(offsets[other] ?? 0);
      left--;
    }
  }
  return [...found].sort((a, b) => a - b).slice(0, COPIES_AT_MOST);
}

function alikeIn({ normalized, index }: Lookup, { start, end }: TextRange): number {
  const { text, offsets } = normalized;
  const [from, first, last, to] = [start - CONTEXT_LENGTH, start, end, end + CONTEXT_LENGTH].map((offset) => Math.min(firstFrom(offsets, offset), text.length)) as [number, number, number, number];
  return countAlike(index, text, { start: from, end: to }, { start: first, end: last }, (at, place) => at === place);
}
