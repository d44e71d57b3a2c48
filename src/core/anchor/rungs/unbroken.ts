import type { TextRange } from "../../document/range.js";
import { firstReaching, isWithin, type Block } from "../compare/blocks.js";
import { findLeftovers } from "./aligned/leftovers.js";
import type { NormalizedText } from "../compare/normalizedText.js";
import { PieceIndex } from "../compare/pieceIndex.js";
import { readFromEnd, readFromStart, type Reading } from "./readOn.js";
import { UNKNOWN, type KnownText } from "../oldText/sketch.js";

/** So much has to read on between words and what was edited. */
const AROUND = 32;
/** No more is compared there. */
const FURTHEST = 400;
/** Pieces by which something of words is found in what was edited, and how many at most. */
const PIECE_LENGTH = 12;
const PIECES_AT_MOST = 64;

/**
 * Places words where the new text reads on as the old one did, from its start or back from its end. They are not there only if they were pushed from there into what was
 * put in between the two, by a copy; or if what was between was taken out, and there the same words with all that reads on behind them; or if they changed places with a
 * copy, which nobody can see.
 */
export class Unbroken {
  private readonly head: Reading;
  private readonly tail: Reading;
  /** True where nothing that is known was edited. */
  private readonly isWhole: boolean;
  /** What was between the two, and what is there now. */
  private readonly removed: PieceIndex;
  private readonly added: PieceIndex;
  /** Words next to which a piece of their paragraph stands now. */
  private readonly leftovers: readonly TextRange[];
  /** True where some of what was between them is not known. */
  private readonly hasGap: boolean;

  /** `oldLength` is that of the old text as it was. */
  constructor(
    private readonly known: KnownText,
    private readonly old: NormalizedText,
    oldLength: number,
    present: NormalizedText,
  ) {
    const head = readFromStart(known, old, oldLength, present);
    const tail = readFromEnd(known, old, oldLength, present);
    this.isWhole = head.isWhole && tail.isWhole;
    this.removed = new PieceIndex(this.isWhole ? "" : old.text.slice(head.before, tail.before), PIECE_LENGTH);
    this.added = new PieceIndex(this.isWhole ? "" : present.text.slice(head.after, tail.after), PIECE_LENGTH);
    this.hasGap = this.removed.text.includes(UNKNOWN);
    // what reads on from both sides ends with what was put in
    const end = Math.max(head.before, tail.before);
    this.leftovers = this.isWhole ? [] : findLeftovers(head, { before: end, after: tail.after + end - tail.before }, old, present);
    [this.head, this.tail] = [head, tail];
  }

  /** True where so much was put in that it may hold a copy of something. */
  get mayHoldCopy(): boolean {
    return this.added.text.length > PIECE_LENGTH;
  }

  /** Where words are, if they are in what reads on and can be nowhere else. `copies` are the offsets at which they stood elsewhere, undefined where that was not written down. */
  place(words: TextRange, copies: readonly number[] | undefined): TextRange | undefined {
    const distance = this.distanceOf(words);
    if (distance === undefined) return undefined;
    const range = { start: words.start + distance, end: words.end + distance };
    return this.isWhole || !(isWithin(words, this.leftovers) || this.isTwice(words, range) || this.isAdded(words) || this.mayHaveCome(words, copies)) ? range : undefined;
  }

  private distanceOf({ start, end }: TextRange): number | undefined {
    const { head, tail, isWhole } = this;
    // a copy that pushed them on is no longer than what was put in, of which both may read on in a part
    const far = AROUND + this.added.text.length + Math.max(0, head.before - tail.before);
    const left = isWhole || end + far <= head.before ? distanceIn(head.blocks, start, end) : undefined;
    const right = isWhole || start - far >= tail.before ? distanceIn(tail.blocks, start, end) : undefined;
    return left !== undefined && right !== undefined && left !== right ? undefined : (left ?? right);
  }

  /** True where what reads on from both sides has words once more, or once less, than the old text had them. */
  private isTwice(words: TextRange, range: TextRange): boolean {
    return overlaps(words, this.tail.before, this.head.before) || overlaps(range, this.tail.after, this.head.after);
  }

  /** True where something of words, or of what stands right around them, stands in what was put in. */
  private isAdded({ start, end }: TextRange): boolean {
    const { text } = this.old;
    const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
    const step = Math.max(1, Math.ceil((to - from) / PIECES_AT_MOST));
    for (let at = from; at + PIECE_LENGTH <= to; at += step) if (this.added.placesOf(text, at).length > 0) return true;
    return false;
  }

  /** True where the same words, with all from them to what was edited, may have stood in what was taken out. */
  private mayHaveCome({ start, end }: TextRange, copies: readonly number[] | undefined): boolean {
    const { head, tail, removed, known } = this;
    if (this.hasGap && (copies ?? [-1]).some((copy) => known.locate(copy) === undefined)) return true;
    const { text } = this.old;
    const isInHead = end <= head.before;
    const [from, to] = isInHead ? [start, Math.min(head.before, end + FURTHEST)] : [Math.max(tail.before, start - FURTHEST), end];
    const at = isInHead ? end : start - PIECE_LENGTH;
    return removed.placesOf(text, at).some((place) => areAlike(text, from, head.before + place - at + from, to - from));
  }
}

function distanceIn(blocks: readonly Block[], start: number, end: number): number | undefined {
  const block = blocks[firstReaching(blocks, start)];
  return block && block.before <= start && end <= block.before + block.length ? block.after - block.before : undefined;
}

function overlaps(range: TextRange, start: number, end: number): boolean {
  return range.start < end && range.end > start;
}

/** True where two stretches of a text are the same as far as they are known. */
function areAlike(text: string, one: number, other: number, length: number): boolean {
  for (let unit = 0; unit < length; unit++) {
    const [left, right] = [text.charAt(one + unit), text.charAt(other + unit)];
    if (left !== right && left !== UNKNOWN && right !== UNKNOWN) return false;
  }
  return true;
}
