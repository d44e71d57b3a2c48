import type { TextRange } from "../../document/range.js";
import { normalizeText, type NormalizedText } from "../compare/normalizedText.js";
import { PIECES_AT_MOST, PieceIndex } from "../compare/pieceIndex.js";
import { commonPrefix, commonSuffix, similarity } from "../compare/similarity.js";

/** What is known of a range in a text that has changed since. */
export interface Anchor {
  readonly text: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** How a range was found: by its own words with what stands around them, or by words that are much alike. */
export interface Placed {
  readonly range: TextRange;
  readonly rung: "quote" | "similar";
}

/** Words that stand at more places than this in one text say nothing about where they belong. */
const PLACES_AT_MOST = 2000;
/**
 * A text of this many characters that stands once only needs little of its context. Some it needs: it may be the other one of two
 * equal sentences, and its own the one that was deleted.
 */
export const TELLING_LENGTH = 20;
export const TELLING_FLOOR = 0.1;
/** Shorter words are looked for with at least this part of their context. */
const CONTEXT_FLOOR = 0.3;
/** The best place must fit its context this much better than the second best. */
const CONTEXT_MARGIN = 0.15;
/** Words that are alike: this much at least, and this much more than at the second best place. */
export const SIMILARITY_FLOOR = 0.75;
const SIMILARITY_MARGIN = 0.1;
/** Shorter texts are too easily like others. */
const SIMILAR_LENGTH = 16;
/** Pieces of the text and its context by which places are proposed, and how many of them. */
const SEED_LENGTH = 12;
const SEEDS_AT_MOST = 24;
const PROPOSALS_AT_MOST = 5;

/**
 * Finds ranges again in one text. Rather none than a wrong one: where two places cannot be told apart, where words are too short or
 * too little alike, the answer is undefined. Bounded for every anchor: a few searches of the text, a few comparisons of short pieces.
 */
export class Resolver {
  private index: PieceIndex | undefined;

  constructor(private readonly normalized: NormalizedText) {}

  resolve(anchor: Anchor): Placed | undefined {
    const trimmed = anchor.text.trim();
    const words = normalizeText(trimmed).text;
    if (words === "") return undefined;
    // white space at an edge belongs to what stands around the words
    const lead = anchor.text.length - anchor.text.trimStart().length;
    const context: Context = {
      prefix: normalizeText((anchor.prefix ?? "") + anchor.text.slice(0, lead)).text,
      suffix: normalizeText(anchor.text.slice(lead + trimmed.length) + (anchor.suffix ?? "")).text,
    };
    const places = this.placesOf(words);
    if (places.length > 0) {
      const found = this.bestPlace(words, places, context);
      return found === undefined ? undefined : { range: this.toRange(found, found + words.length), rung: "quote" };
    }
    const found = words.length >= SIMILAR_LENGTH ? this.similarPlace(words, context) : undefined;
    return found && { range: this.toRange(found.start, found.end), rung: "similar" };
  }

  /** Where a piece of `SEED_LENGTH` code units stands; many of them in one text are looked up in an index of it. */
  private seedPlaces(whole: string, at: number): number[] {
    this.index ??= new PieceIndex(this.normalized.text, SEED_LENGTH);
    return this.index.placesOf(whole, at);
  }

  private placesOf(words: string): number[] {
    const { text } = this.normalized;
    if (words.length >= SEED_LENGTH) {
      const found = this.seedPlaces(words, 0);
      // more than an index tells are looked for one by one
      if (found.length < PIECES_AT_MOST) return found.filter((place) => text.startsWith(words, place)).reverse();
    }
    const places: number[] = [];
    for (let at = text.indexOf(words); at >= 0 && places.length <= PLACES_AT_MOST; at = text.indexOf(words, at + 1)) places.push(at);
    return places;
  }

  private bestPlace(words: string, places: readonly number[], context: Context): number | undefined {
    if (places.length > PLACES_AT_MOST) return undefined;
    const hasContext = context.prefix.trim() !== "" || context.suffix.trim() !== "";
    let best: number | undefined;
    let bestScore = -1;
    let secondScore = -1;
    for (const place of places) {
      const score = hasContext ? this.contextScore(place, place + words.length, context) : 0;
      if (score > bestScore) {
        secondScore = bestScore;
        bestScore = score;
        best = place;
      } else if (score > secondScore) secondScore = score;
    }
    if (places.length === 1) return bestScore >= (words.length < TELLING_LENGTH ? CONTEXT_FLOOR : TELLING_FLOOR) ? best : undefined;
    return bestScore >= CONTEXT_FLOOR && bestScore - secondScore >= CONTEXT_MARGIN ? best : undefined;
  }

  private contextScore(start: number, end: number, { prefix, suffix }: Context): number {
    const { text } = this.normalized;
    return contextShare(text.slice(Math.max(0, start - prefix.length), start), text.slice(end, end + suffix.length), prefix, suffix);
  }

  /** Looks for places where pieces of the text stand at their distance from each other, then compares the most promising ones. */
  private similarPlace(words: string, context: Context): TextRange | undefined {
    const candidates = this.proposeStarts(words, context).map((start) => this.fit(words, start));
    candidates.sort((a, b) => b.score - a.score);
    const [best] = candidates;
    if (!best || best.score < SIMILARITY_FLOOR) return undefined;
    const rival = candidates.find((other) => other.range.start >= best.range.end || other.range.end <= best.range.start);
    return rival && best.score - rival.score < SIMILARITY_MARGIN ? undefined : best.range;
  }

  private proposeStarts(words: string, { prefix, suffix }: Context): number[] {
    const whole = prefix + words + suffix;
    const step = Math.max(SEED_LENGTH, Math.ceil(whole.length / SEEDS_AT_MOST));
    const votes = new Map<number, number>();
    for (let from = 0; from + SEED_LENGTH <= whole.length; from += step) {
      const places = this.seedPlaces(whole, from);
      // a piece that stands everywhere tells nothing
      if (places.length > PROPOSALS_AT_MOST * 4) continue;
      for (const at of places) {
        // places are counted by rough start, so that a few added or missing letters do not part them
        const start = Math.max(0, at - from + prefix.length);
        const bucket = Math.round(start / (SEED_LENGTH * 2));
        votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
      }
    }
    return [...votes]
      .sort(([, a], [, b]) => b - a)
      .slice(0, PROPOSALS_AT_MOST)
      .map(([bucket]) => bucket * SEED_LENGTH * 2);
  }

  /** The stretch near a start that is most like the words: aligned at their first and last pieces. */
  private fit(words: string, nearStart: number): { range: TextRange; score: number } {
    const { text } = this.normalized;
    const slack = SEED_LENGTH * 3 + Math.ceil(words.length / 8);
    const from = Math.max(0, nearStart - slack);
    const window = text.slice(from, nearStart + words.length + slack);
    let best = { range: { start: nearStart, end: Math.min(text.length, nearStart + words.length) }, score: 0 };
    for (const start of edges(window, words, "start")) {
      for (const end of edges(window, words, "end")) {
        if (end <= start) continue;
        const score = similarity(words, window.slice(start, end));
        if (score > best.score) best = { range: { start: from + start, end: from + end }, score };
      }
    }
    return best;
  }

  private toRange(start: number, end: number): TextRange {
    const { offsets, ends } = this.normalized;
    return { start: offsets[start] ?? 0, end: ends[end - 1] ?? 0 };
  }
}

/** The part of a context that stands, unbroken, around a place, 0 to 1. */
function contextShare(before: string, after: string, prefix: string, suffix: string): number {
  return (commonSuffix(before, prefix) + commonPrefix(after, suffix)) / Math.max(1, prefix.length + suffix.length);
}

interface Context {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Offsets in a window at which words may start (or end): where a piece of them stands, moved by the distance of that piece from the
 * start (or end) of the words. The nearest pieces go first; a handful is enough.
 */
function edges(window: string, words: string, side: "start" | "end"): Set<number> {
  const found = new Set<number>();
  const size = Math.min(8, Math.floor(words.length / 2));
  for (let inner = 0; inner + size <= words.length && found.size < 4 && inner < 64; inner += 4) {
    const piece = side === "start" ? words.slice(inner, inner + size) : words.slice(words.length - inner - size, words.length - inner);
    const at = side === "start" ? window.indexOf(piece) : window.lastIndexOf(piece);
    if (at < 0) continue;
    const edge = side === "start" ? at - inner : at + size + inner;
    found.add(Math.min(window.length, Math.max(0, edge)));
  }
  return found;
}
