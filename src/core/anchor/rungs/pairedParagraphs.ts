import { CONTEXT_LENGTH } from "../../document/context.js";
import type { TextRange } from "../../document/range.js";
import { ALIKE_AT_LEAST, TWICE_SHARE, piecesIn } from "../compare/alike.js";
import type { NormalizedText } from "../compare/normalizedText.js";
import { Paragraphs, withoutMarks } from "../compare/paragraphs.js";
import { PIECE_LENGTH, Pieces } from "../compare/pieces.js";
import { similarity } from "../compare/similarity.js";
import { UNKNOWN } from "../oldText/sketch.js";
import { Placement, type FoundWords } from "./aligned/placement.js";
import { SIMILARITY_FLOOR } from "./resolve.js";

/** Shorter paragraphs of which there may be others in what is not known say nothing. */
const LEAST_LENGTH = 40;
/** From one piece that is looked up to the next, in a long paragraph further. */
const STEP = 4;
const STEPS_AT_MOST = 200;
/** A piece with more places than this tells nothing. */
const COMMON = 8;
/** Another paragraph with this part of one may be it, edited. */
const RIVAL_SHARE = 0.2;
/** With this part of one a paragraph holds it. */
const PART_SHARE = 0.6;
/** An excerpt is at least so much shorter. */
const LEFT_OUT = 8;
const QUOTATION = /^'.*['.]$/u;

/** Where else the words of an annotation stood, and how often pieces of them and of what stood around them did; undefined where nobody wrote that down. */
export interface KnownElsewhere {
  readonly copies: readonly number[] | undefined;
  readonly alike: number | undefined;
}

/**
 * Finds words by their whole paragraph: one that stands once in both texts, letter for letter, is the same wherever it went; so is one that no other one is like but the new
 * one that is much like it. Not where another one may be it, edited, and this a copy; an excerpt that was put in elsewhere, as a page shows a quotation apart, is none.
 */
export class PairedParagraphs {
  private readonly before: Paragraphs;
  private readonly after: Paragraphs;
  /** New paragraphs that have much of an old one, by its index, and the other way round. */
  private readonly like = new Map<number, number[]>();
  private readonly likeNew = new Map<number, number[]>();
  /** Old paragraphs of which a new one has most, by its index. */
  private readonly parts = new Map<number, number[]>();
  private readonly hasGaps: boolean;
  private readonly same = new Map<number, number | undefined>();
  private readonly edited = new Map<number, { place: number; placement: Placement } | undefined>();

  constructor(
    private readonly old: NormalizedText,
    private readonly present: NormalizedText,
    pieces: Pieces,
  ) {
    this.before = new Paragraphs(old);
    this.after = new Paragraphs(present);
    this.hasGaps = old.text.includes(UNKNOWN);
    for (const index of this.after.ranges.keys()) {
      if (!this.isNew(index)) continue;
      for (const [one, shared] of this.sharedBy(index, pieces)) {
        if (shared >= RIVAL_SHARE * this.before.textOf(one).length) add(this.like, one, index);
        const isPart = shared >= PART_SHARE * this.before.textOf(one).length && this.isGone(one);
        if (isPart) add(this.parts, index, one);
        if (isPart || shared >= RIVAL_SHARE * this.after.textOf(index).length) add(this.likeNew, index, one);
      }
    }
  }

  /** Where words went with their paragraph; undefined where that cannot be told. */
  place(words: TextRange, elsewhere: KnownElsewhere): FoundWords | undefined {
    const span = withoutMarks(this.old.text, words);
    const index = this.before.indexAt(span.start);
    if (span.start >= span.end || span.end > (this.before.ranges[index]?.end ?? 0)) return undefined;
    const place = findOnce(this.same, index, () => this.samePlace(index));
    if (place !== undefined) return this.mayBeOther(index, span, elsewhere) ? undefined : this.withMarks(words, span, startOf(this.after.ranges, place) - startOf(this.before.ranges, index));
    const edited = findOnce(this.edited, index, () => this.editedPlace(index));
    const start = startOf(this.before.wholes, index);
    const found = edited?.placement.place({ start: words.start - start, end: words.end - start });
    return edited && found && { ...found, range: moved(found.range, startOf(this.after.wholes, edited.place)) };
  }

  /** Where a span went by a distance, with the marks at the edges of the words that it is of, where these stand there too. */
  private withMarks(words: TextRange, { start, end }: TextRange, distance: number): FoundWords {
    const [head, tail] = [this.old.text.slice(words.start, start), this.old.text.slice(end, words.end)];
    const [hasHead, hasTail] = [this.present.text.endsWith(head, start + distance), this.present.text.startsWith(tail, end + distance)];
    return { range: moved({ start: hasHead ? words.start : start, end: hasTail ? words.end : end }, distance), isSame: hasHead && hasTail };
  }

  /** The new paragraph that is the same as an old one. */
  private samePlace(index: number): number | undefined {
    const text = this.before.textOf(index);
    const place = this.after.onlyPlace(text);
    if (place === undefined || this.before.onlyPlace(text) === undefined) return undefined;
    return this.rivalsOf(index, place).every((other) => this.isExcerpt(other, index, place) || this.isAnother(other, index)) ? place : undefined;
  }

  /** True where the same paragraph may have stood in what is not known, and be the one that is there. */
  private mayBeOther(index: number, span: TextRange, { copies, alike = Infinity }: KnownElsewhere): boolean {
    if (!this.hasGaps) return false;
    const text = this.before.textOf(index);
    const most = TWICE_SHARE * piecesIn(Math.min(text.length, span.end - span.start + 2 * CONTEXT_LENGTH), span, PIECE_LENGTH);
    return text.includes(UNKNOWN) || text.length < LEAST_LENGTH || copies?.length !== 0 || alike >= Math.max(ALIKE_AT_LEAST, most);
  }

  /** The new paragraph that is an old one, edited, where all of the old text is known: no other is like it, and it is like no other. */
  private editedPlace(index: number): { place: number; placement: Placement } | undefined {
    const [place] = this.like.get(index) ?? [];
    const text = this.before.textOf(index);
    if (this.hasGaps || place === undefined || this.after.count(text) > 0 || this.rivalsOf(index, place).length > 0) return undefined;
    const found = this.after.textOf(place);
    const isOther = (one: number): boolean => one !== index && similarity(this.before.textOf(one), found) >= SIMILARITY_FLOOR;
    if (this.likeNew.get(place)?.join() !== String(index) || [index - 1, index + 1].some(isOther) || similarity(text, found) < SIMILARITY_FLOOR) return undefined;
    return { place, placement: new Placement(this.before.alone(index), this.after.alone(place), new Pieces(text, found)) };
  }

  /** New paragraphs but one that may be an old one, edited: those with much of it, and short ones like it next to that one or to its old neighbours. */
  private rivalsOf(index: number, place: number): number[] {
    const text = this.before.textOf(index);
    const [left, right] = [-1, 1].map((side) => this.after.onlyPlace(this.before.textOf(index + side)));
    const beside = [place - 1, place + 1, (left ?? NaN) + 1, (right ?? NaN) - 1].filter((other) => this.after.ranges[other] && this.isNew(other) && similarity(this.after.textOf(other), text) >= SIMILARITY_FLOOR);
    return [...new Set([...(this.like.get(index) ?? []), ...beside])].filter((other) => other !== place);
  }

  /** True where a new paragraph is another old one that stands nowhere else, with something put into it. */
  private isAnother(other: number, index: number): boolean {
    return (this.parts.get(other) ?? []).some((one) => one !== index) && !this.parts.get(other)?.includes(index);
  }

  /** True for an old paragraph that stands less often than it did. */
  private isGone(index: number): boolean {
    const text = this.before.textOf(index);
    return this.after.count(text) < this.before.count(text);
  }

  /** True for a new paragraph that stands more often than it did. */
  private isNew(index: number): boolean {
    const text = this.after.textOf(index);
    return this.before.count(text) < this.after.count(text);
  }

  /** How many letters of the old paragraphs a new one has. */
  private sharedBy(index: number, pieces: Pieces): Map<number, number> {
    const shared = new Map<number, number>();
    const { start, end } = this.after.ranges[index] ?? { start: 0, end: 0 };
    const step = Math.max(STEP, Math.ceil((end - start) / STEPS_AT_MOST));
    for (let at = start; at + PIECE_LENGTH <= end; at += step) {
      const places = pieces.old.placesOf(this.present.text, at);
      if (places.length > COMMON) continue;
      for (const one of new Set(places.map((place) => this.before.indexAt(place)))) shared.set(one, (shared.get(one) ?? 0) + step);
    }
    return shared;
  }

  /**
   * True where a new paragraph is one piece of an old one that stands as a whole at a `place` with more of its neighbours. Right beside it, where each has one of them, a
   * piece may as well be what is left of it, unless it is a quotation as a page shows it apart.
   */
  private isExcerpt(other: number, index: number, place: number): boolean {
    const [text, part] = [this.before.textOf(index), this.after.textOf(other)];
    const more = this.neighboursAt(place, index) - this.neighboursAt(other, index);
    return part.length + LEFT_OUT <= text.length && text.includes(part) && (more > 0 || (more === 0 && QUOTATION.test(this.wholeOf(other))));
  }

  private wholeOf(index: number): string {
    const { start, end } = this.after.wholes[index] ?? { start: 0, end: 0 };
    return this.present.text.slice(start, end);
  }

  /** How many of the neighbours of an old paragraph a new one has. */
  private neighboursAt(place: number, index: number): number {
    return [-1, 1].filter((side) => this.before.textOf(index + side) === this.after.textOf(place + side)).length;
  }
}

function startOf(ranges: readonly TextRange[], index: number): number {
  return ranges[index]?.start ?? 0;
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

function add(map: Map<number, number[]>, key: number, value: number): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

function findOnce<V>(known: Map<number, V>, key: number, find: () => V): V {
  if (known.has(key)) return known.get(key) as V;
  const found = find();
  known.set(key, found);
  return found;
}
