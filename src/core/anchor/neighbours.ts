import type { TextRange } from "../document/range.js";
import type { Block } from "./alignTexts.js";
import { firstFrom, firstReaching } from "./blockSearch.js";
import type { NormalizedText } from "./normalizedText.js";
import { gapsOf, type KnownText } from "./sketch.js";

/** Words and their neighbours moved alike if by no more than this apart. */
const STRAY = 64;
/** So many stretches on each side are asked. */
const ASKED_AT_MOST = 8;
/** Of each a piece of this length is looked for. */
const PIECE_LENGTH = 16;

/** What is known of an old text in pieces: tells whether words kept their place among the others. */
export class Neighbours {
  /** Where in the old text something is not known; empty where all of it is. */
  readonly gaps: readonly number[];

  constructor(
    private readonly known: KnownText,
    private readonly old: NormalizedText,
    private readonly present: NormalizedText,
    private readonly blocks: readonly Block[],
  ) {
    this.gaps = gapsOf(old.text);
  }

  /**
   * True where the words kept their place among what is known beyond stretches that nobody knows, and would not at another place. Both places
   * are offsets in the new text; on each side the nearest stretch decides that is at the right distance from one of them only.
   */
  speakFor(span: TextRange, place: number, other: number): boolean {
    // where the whole text is known its surroundings have said all
    if (this.gaps.length === 0) return false;
    const gap = firstFrom(this.gaps, span.start);
    const [moved, otherMoved] = [this.movedBy(span.start, place), this.movedBy(span.start, other)];
    const sides = [this.ask(gap, -1, moved, otherMoved), this.ask(gap, 1, moved, otherMoved)];
    // of a chapter that stands twice the alignment knows which comes first
    return !sides.includes("other") && (sides.includes("place") || sides.every((side) => side === "both"));
  }

  /** Which place a side speaks for; undefined where it has too little to tell. */
  private ask(gap: number, step: -1 | 1, moved: number, otherMoved: number): "place" | "other" | "both" | undefined {
    for (let count = 0; count < ASKED_AT_MOST; count++) {
      const near = step < 0 ? gap - 1 - count : gap + count;
      const edge = this.gaps[near];
      if (edge === undefined && step > 0) return undefined;
      const [start, end] = step < 0 ? [this.gaps[near - 1] ?? 0, edge ?? 0] : [edge ?? 0, this.gaps[near + 1] ?? this.old.text.length];
      // before the first of them there is the start of the text, which moves nowhere
      const isThere = start < end ? this.hasMoved(start, end, moved) : Math.abs(moved) <= STRAY;
      const isOther = start < end ? this.isAt(start, end, otherMoved) : Math.abs(otherMoved) <= STRAY;
      if (isThere !== isOther) return isThere ? "place" : "other";
      if (start >= end) return undefined;
    }
    return "both";
  }

  /** How far a unit of the old text is in the new one from where it stood, in code units of the texts as they are. */
  private movedBy(before: number, after: number): number {
    return (this.present.offsets[after] ?? 0) - this.known.offsetOf(this.old.offsets[before] ?? 0);
  }

  /** True where a block of a stretch of the old text moved about so far. */
  private hasMoved(start: number, end: number, moved: number): boolean {
    for (let index = firstReaching(this.blocks, start); index < this.blocks.length; index++) {
      const block = this.blocks[index];
      if (!block || block.before >= end) return false;
      if (Math.abs(this.movedBy(block.before, block.after) - moved) <= STRAY) return true;
    }
    return false;
  }

  /** True where a piece of a stretch of the old text stands where it would be had it moved so far. */
  private isAt(start: number, end: number, moved: number): boolean {
    const from = Math.max(start + 1, ((start + end) >> 1) - PIECE_LENGTH / 2);
    const piece = this.old.text.slice(from, Math.min(end, from + PIECE_LENGTH));
    const place = firstFrom(this.present.offsets, this.known.offsetOf(this.old.offsets[from] ?? 0) + moved);
    return piece !== "" && this.present.text.slice(Math.max(0, place - STRAY), place + STRAY + piece.length).includes(piece);
  }
}
