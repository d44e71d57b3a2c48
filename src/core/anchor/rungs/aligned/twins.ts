import type { TextRange } from "../../../document/range.js";
import { firstReaching, type Block } from "../../compare/blocks.js";
import { isParagraphBreak, type NormalizedText } from "../../compare/normalizedText.js";
import type { PieceIndex } from "../../compare/pieceIndex.js";
import { PIECE_LENGTH, type Pieces } from "../../compare/pieces.js";
import { commonPrefix, commonSuffix } from "../../compare/similarity.js";

/** A piece with more places than this tells nothing. */
const COMMON = 8;
/** How far two stretches of the old text are followed that are alike. */
const REACH = 400;
/** So many letters in one piece with the words that their twin has not are sure to be theirs. */
const SURE_LENGTH = 24;

/**
 * Tells whether words may have changed places with the same words elsewhere in the old text, as where a headline and a paragraph that repeats it
 * were exchanged: next to them stands what stood next to the others, and too little of their own; or the others have no place, and a like one is left for
 * them. Bounded for every place that is asked about.
 */
export class Twins {
  private byAfter: readonly Block[] | undefined;

  /** `blocks` are the stretches that the two texts have in common, in the order of the old one. */
  constructor(
    private readonly old: NormalizedText,
    private readonly present: string,
    private readonly blocks: readonly Block[],
    private readonly pieces: Pieces,
  ) {}

  /** True where what stands next to words of the old text in the new one speaks for a twin of theirs, or does not tell them from one that has no place. */
  mayBeExchanged(words: TextRange): boolean {
    const block = this.blocks[firstReaching(this.blocks, words.start)];
    if (!block) return false;
    const [start, end] = [Math.max(words.start, block.before), Math.min(words.end, block.before + block.length)];
    if ((end - start) * 2 < words.end - words.start) return false;
    const [head, tail] = [start - block.before, block.before + block.length - end];
    // what is in the midst of as much has its own around it
    if (head >= REACH && tail >= REACH) return false;
    const at = Math.max(block.before, Math.min(start, end + tail - PIECE_LENGTH));
    if (at + PIECE_LENGTH > end + tail) return false;
    const places = this.pieces.old.placesOf(this.old.text, at);
    if (places.length > COMMON) return false;
    const isInDoubt = (twin: number): boolean => this.speaksFor({ start, end }, block, twin - at) || (this.isLeftOver(at, twin) && !this.hasOwn({ start, end }, block, twin - at));
    return places.some((place) => place !== at && this.isTwin(at, end, place - at) && isInDoubt(place));
  }

  /**
   * True where words of which others have the place stand in the new text as often as in the old one: they went elsewhere, and what has their place are words much like
   * them that stood next to them.
   */
  mayHaveLeft({ start, end }: TextRange): boolean {
    const words = this.old.text.slice(start, end);
    if (words.length < PIECE_LENGTH) return false;
    const count = (pieces: PieceIndex): number => pieces.placesOf(words, 0).filter((place) => pieces.text.startsWith(words, place)).length;
    return count(this.pieces.present) >= count(this.pieces.old);
  }

  /** True where what stands at a distance from words that begin with a piece is the same: letters of theirs that it has not, as many as a piece, tell the two apart. */
  private isTwin(at: number, end: number, distance: number): boolean {
    const { text } = this.old;
    return end - at - commonPrefix(text.slice(at, end), text.slice(at + distance, end + distance)) < PIECE_LENGTH;
  }

  /** The stretches that the two texts have in common, in the order of the new one. */
  private get presentBlocks(): readonly Block[] {
    return (this.byAfter ??= this.blocks.toSorted((a, b) => a.after - b.after));
  }

  /** True where a twin of a piece has no place, and the new text has the piece at a place that neither has: which of the two is there nobody knows. */
  private isLeftOver(at: number, twin: number): boolean {
    return isFree(this.blocks, twin, "before") && this.pieces.present.placesOf(this.old.text, at).some((place) => isFree(this.presentBlocks, place, "after"));
  }

  /** True where words have enough next to them in their own paragraph that their twin has not. What is in another one may have been moved away from them. */
  private hasOwn({ start, end }: TextRange, { before, length }: Block, distance: number): boolean {
    const { old } = this;
    let [first, last] = [start, end];
    while (first > Math.max(before, start - REACH) && !isParagraphBreak(old, first - 1)) first--;
    while (last < Math.min(before + length, end + REACH) && !isParagraphBreak(old, last)) last++;
    const left = commonSuffix(old.text.slice(first, start), old.text.slice(Math.max(0, first + distance), Math.max(0, start + distance)));
    const right = commonPrefix(old.text.slice(end, last), old.text.slice(end + distance, last + distance));
    return start - first - left >= SURE_LENGTH || last - end - right >= SURE_LENGTH;
  }

  private speaksFor({ start, end }: TextRange, { before, after, length }: Block, distance: number): boolean {
    const { present } = this;
    const old = this.old.text;
    const [head, tail] = [Math.min(REACH, start - before), Math.min(REACH, before + length - end)];
    const left = commonSuffix(old.slice(start - head, start), old.slice(Math.max(0, start + distance - head), start + distance));
    const right = commonPrefix(old.slice(end, end + tail), old.slice(end + distance, end + distance + tail));
    if (head - left >= SURE_LENGTH || tail - right >= SURE_LENGTH || left === REACH || right === REACH) return false;
    const other = before + distance;
    const isLeft = left === head && other > 0 && after > 0 && old[other - 1] !== old[before - 1] && old[other - 1] === present[after - 1];
    const [oldEnd, newEnd] = [before + length, after + length];
    const isRight = right === tail && old[oldEnd + distance] !== undefined && old[oldEnd + distance] !== old[oldEnd] && old[oldEnd + distance] === present[newEnd];
    return isLeft || isRight;
  }
}

/** True where none of some blocks, which are in the order of a text, has any of the piece there. */
function isFree(blocks: readonly Block[], place: number, side: "before" | "after"): boolean {
  return (blocks[firstReaching(blocks, place, side)]?.[side] ?? Infinity) >= place + PIECE_LENGTH;
}
