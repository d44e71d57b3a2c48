import type { TextRange } from "../document/range.js";
import type { Block } from "./alignTexts.js";
import { firstFrom, firstReaching, lastBefore } from "./blockSearch.js";
import type { NormalizedText } from "./normalizedText.js";
import { gapsOf, type KnownText } from "./sketch.js";

/** Words and their neighbours moved alike if by no more than this apart. */
const STRAY = 64;
/** So many stretches on each side are asked; where they stand at both places and the other one is new, so many. */
const ASKED_AT_MOST = 8;
const COPIED_AT_MOST = 128;
/** So many one after the other have to be at the one place only. */
const ALONE_AT_LEAST = 3;
/** Of each a piece of this length is looked for. */
const PIECE_LENGTH = 16;

/** What is known of an old text in pieces: tells whether words kept their place among the others. */
export class Neighbours {
  /** Where in the old text something is not known; empty where all of it is. */
  readonly gaps: readonly number[];
  private byAfter: readonly Block[] | undefined;

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

  /** Which place a side speaks for; undefined where it has too little to tell. Where all that it has was copied it speaks for the other one as well. */
  private ask(gap: number, step: -1 | 1, moved: number, otherMoved: number): "place" | "other" | "both" | undefined {
    let [isCopied, isBoth, alone] = [false, false, 0];
    for (let count = 0; count < (isCopied || alone > 0 ? COPIED_AT_MOST : ASKED_AT_MOST); count++) {
      const near = step < 0 ? gap - 1 - count : gap + count;
      const edge = this.gaps[near];
      if (edge === undefined && step > 0) break;
      const [start, end] = step < 0 ? [this.gaps[near - 1] ?? 0, edge ?? 0] : [edge ?? 0, this.gaps[near + 1] ?? this.old.text.length];
      // before the first of them there is the start of the text, which moves nowhere
      const isThere = start < end ? this.hasMoved(start, end, moved) : Math.abs(moved) <= STRAY;
      const other = start < end ? this.placeAt(start, end, otherMoved) : Math.abs(otherMoved) <= STRAY ? "known" : undefined;
      if (!isThere && other !== undefined) return "other";
      if (isThere && other === undefined) alone++;
      else alone = 0;
      // in a copy a letter may have been changed; and what was put in right behind the start of the text may be the copy or not
      if (alone === ALONE_AT_LEAST || (alone > 1 && start >= end)) return "place";
      if (start >= end) break;
      if (other === "new") isCopied = true;
      isBoth = count + 1 === ASKED_AT_MOST;
    }
    return isCopied ? "other" : isBoth ? "both" : undefined;
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

  /** What a piece of a stretch of the old text is where it would be had it moved so far: text that was known before, or new; undefined where it is not there. */
  private placeAt(start: number, end: number, moved: number): "known" | "new" | undefined {
    const from = Math.max(start + 1, ((start + end) >> 1) - PIECE_LENGTH / 2);
    const piece = this.old.text.slice(from, Math.min(end, from + PIECE_LENGTH));
    const near = Math.max(0, firstFrom(this.present.offsets, this.known.offsetOf(this.old.offsets[from] ?? 0) + moved) - STRAY);
    const at = piece === "" ? -1 : this.present.text.slice(near, near + 2 * STRAY + piece.length).indexOf(piece);
    if (at < 0) return undefined;
    this.byAfter ??= [...this.blocks].sort((a, b) => a.after - b.after);
    const block = this.byAfter[lastBefore(this.byAfter, near + at + piece.length, "after")];
    return block && block.after + block.length > near + at ? "known" : "new";
  }
}
