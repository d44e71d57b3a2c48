import { countWhile } from "../../common/countWhile.js";
import type { TextRange } from "../../document/range.js";
import { firstFrom } from "../compare/blocks.js";
import { isParagraphBreak, type NormalizedText } from "../compare/normalizedText.js";
import { PIECE_LENGTH, type Pieces } from "../compare/pieces.js";
import { UNKNOWN, type KnownText } from "../oldText/sketch.js";

/** From one piece that is looked up to the next so far, in a long paragraph further. */
const STEP = 4;
const STEPS_AT_MOST = 100;
const KNOWN_SHARE = 0.6;
/** A piece with more places than this tells nothing. */
const COMMON = 8;
/** A paragraph of which words are a part is looked at so far from them, and so much of what stands around it. */
const LONGEST_PARAGRAPH = 1600;
const AROUND = 400;
/** Something of so many letters may have been put in between two pieces of one version. */
const PUT_AT_MOST = 600;
/** Pieces that are the same by chance stand between those of a version: it goes on behind so many others. */
const OPEN_AT_MOST = 6;
/** So many letters that two versions share, and so many that only one of them has, are no chance. */
const SHARED = 16;
/** A version has a neighbour of a paragraph where it has some of so many letters of it. */
const NEXT_TO = 64;
const STEPS_NEXT_TO = 8;
/** Where neighbours were copied too, so many more are looked at, twice as many each time. */
const WIDENED_AT_MOST = 32;
/** A version has to have so many times what another one has of the rest. */
const MARGIN = 2;
const LINE_END = /[\r\n]/u;
/** Of a paragraph that has neighbours of its own a copy has this part. */
const COPIED_SHARE = 0.4;

/** A stretch of the new text that has pieces of a paragraph and of what stood around it, in their order. */
interface Version {
  readonly start: number;
  end: number;
  /** How far each piece stands from its old place, by where in the old text it stood; in order. */
  readonly pieces: Piece[];
}

interface Piece {
  readonly at: number;
  readonly moved: number;
}

/** What can be seen of a paragraph of the old text in the new one. */
interface Paragraph extends TextRange {
  readonly step: number;
  readonly versions: readonly Version[];
}

/**
 * Tells of words that were placed whether their paragraph was copied, or a part of it, so that another place has as good a claim: what stands at both tells nothing.
 * The paragraph is where its neighbours are; where they do not tell, the place of the words has to have clearly more of it than any other. Distances are those of the
 * texts as they are. Bounded for every paragraph.
 */
export class Contest {
  private readonly paragraphs = new Map<number, Paragraph>();
  private readonly wide = new Map<string, Paragraph>();
  private foundEdges: number[] | undefined;
  /** True where little of the old text is not known: what stands in it once in what is known stood there once. */
  readonly isMostKnown: boolean;

  constructor(
    private readonly known: KnownText,
    private readonly old: NormalizedText,
    oldLength: number,
    private readonly present: NormalizedText,
    private readonly pieces: Pieces,
  ) {
    this.isMostKnown = old.text.length >= KNOWN_SHARE * oldLength;
  }

  /**
   * True where another place has too much of what stood around words of the old text for `range` to be surely theirs. `support` tells how well a
   * distance agrees with what is around them: what stands where they should be, and was copied to where they are, is theirs.
   */
  isOpen(words: TextRange, range: TextRange, support: (moved: number) => number = () => 0): boolean {
    const paragraph = this.paragraphOf(words);
    const moved = (this.present.offsets[range.start] ?? 0) - this.offsetOf(words.start);
    const there = paragraph.versions.filter(({ start, end }) => start < range.end && end > range.start);
    const own = nearestVersion(there, words.start, moved);
    if (!own) return false;
    return paragraph.versions.some((other) => other !== own && this.isRival(own, other, paragraph, support(moved) - support(distanceNear(other, words.start))));
  }

  private isRival(own: Version, other: Version, paragraph: Paragraph, support: number): boolean {
    const { shared, within } = compare(own, other, paragraph);
    const isMuch = (count: number): boolean => count * paragraph.step >= SHARED;
    if (!isMuch(shared) || this.areInOneParagraph(own, other)) return false;
    // the paragraph is where its neighbours are
    const verdict = this.compareNeighbours(own, other, paragraph);
    if (verdict !== 0) return verdict < 0;
    if (support !== 0) return support < 0;
    // something that was put in right beside a paragraph may have some words of it
    if (sum(this.neighboursOf(own, paragraph)) > 0 && shared < COPIED_SHARE * (shared + within.own)) return false;
    // with little known, what is the same at both tells nothing against a place that was chosen among them
    if (!this.isMostKnown) return isMuch(within.other) && MARGIN * within.other > within.own;
    return sum(this.neighboursOf(other, paragraph)) > 0 || !(isMuch(within.own) && isClear(within.own, within.other) && within.own > within.other);
  }

  /** True where two versions are of one paragraph: a sentence was copied within it, and what stands next to it tells. */
  private areInOneParagraph(one: Version, two: Version): boolean {
    const [first, second] = one.start < two.start ? [one, two] : [two, one];
    // the first piece of a version may begin before its paragraph, and the last one end behind
    const [from, to] = [Math.min(first.end, second.start) - PIECE_LENGTH, Math.max(first.end, second.start) + PIECE_LENGTH];
    if (to - from > LONGEST_PARAGRAPH) return false;
    for (let unit = from; unit <= to; unit++) if (isParagraphBreak(this.present, unit)) return false;
    return true;
  }

  /**
   * Which of two versions of a paragraph has its neighbours, or clearly more of them: above 0 the first one, below 0 the other. Where both have the same, these were
   * copied with it, and those of ever more paragraphs around it tell; where each has one of them, nothing does.
   */
  private compareNeighbours(own: Version, other: Version, paragraph: Paragraph): number {
    let [count, around, one, two]: [number, Paragraph, Version | undefined, Version | undefined] = [1, paragraph, own, other];
    while (one && two && one !== two) {
      const [beside, otherBeside] = [this.neighboursOf(one, around), this.neighboursOf(two, around)];
      const [left, right] = beside.map((share, side) => (isClear(share, otherBeside[side] ?? 0) ? Math.sign(share - (otherBeside[side] ?? 0)) : 0));
      const verdict = (left ?? 0) + (right ?? 0);
      if (verdict !== 0 || left !== 0 || sum(beside) === 0 || count > WIDENED_AT_MOST) return verdict;
      around = this.widened(paragraph, count);
      [one, two] = [own, other].map((version) => {
        const { at, moved } = middleOf(version, paragraph);
        return nearestVersion(around.versions, at, moved);
      });
      count *= 2;
    }
    return 0;
  }

  /** A paragraph with so many of those before it, and behind it. */
  private widened({ start, end }: TextRange, count: number): Paragraph {
    const { edges } = this;
    let [from, to] = [start, end];
    for (let added = 0; added < count && from > 0; added++) do from = (edges[firstFrom(edges, from - 1) - 1] ?? -1) + 1; while (from > 0 && from > start - SHARED);
    for (let added = 0; added < count && to < this.old.text.length; added++) do to = edges[firstFrom(edges, to + 1)] ?? this.old.text.length; while (to < this.old.text.length && to < end + SHARED);
    const key = `${from} ${to}`;
    const known = this.wide.get(key);
    if (known) return known;
    const step = stepFor(from, to);
    const paragraph = { start: from, end: to, step, versions: this.versionsOf(from, to, step) };
    this.wide.set(key, paragraph);
    return paragraph;
  }

  /** How much of what stood before a paragraph and behind it a version has: 0 to 1 each. */
  private neighboursOf({ start, end, pieces }: Version, paragraph: Paragraph): readonly [number, number] {
    const share = (from: number, to: number): number => {
      const all = Math.floor((to - from - PIECE_LENGTH) / paragraph.step) + 1;
      return all * paragraph.step < SHARED || !this.isParted(pieces, to <= paragraph.start ? paragraph.start : paragraph.end) ? 0 : pieces.filter(({ at }) => at >= from && at + PIECE_LENGTH <= to).length / all;
    };
    const [length, newLength] = [this.old.text.length, this.present.text.length];
    // a line from amid a paragraph with which the text begins, or ends, now is no such one that did
    const [first, last] = [pieces[0]?.at ?? Infinity, (pieces.at(-1)?.at ?? -Infinity) + PIECE_LENGTH];
    const near = Math.max(NEXT_TO, Math.min(AROUND, paragraph.step * STEPS_NEXT_TO));
    const left = this.isUnknown(paragraph.start - 1) ? 0 : paragraph.start < SHARED ? Number(start < SHARED && first - paragraph.start <= NEXT_TO) : share(Math.max(0, paragraph.start - near), paragraph.start);
    const right = this.isUnknown(paragraph.end) ? 0 : paragraph.end > length - SHARED ? Number(end > newLength - SHARED && paragraph.end - last <= NEXT_TO) : share(paragraph.end, Math.min(length, paragraph.end + near));
    return [left, right];
  }

  private paragraphOf({ start, end }: TextRange): Paragraph {
    const { edges } = this;
    // of what has no end in reach many words have the same stretch
    const from = Math.max((Math.floor(start / LONGEST_PARAGRAPH) - 1) * LONGEST_PARAGRAPH, (edges[firstFrom(edges, start) - 1] ?? -1) + 1);
    const to = Math.min((Math.floor(end / LONGEST_PARAGRAPH) + 2) * LONGEST_PARAGRAPH, edges[firstFrom(edges, end)] ?? this.old.text.length);
    const known = this.paragraphs.get(from);
    if (known && known.end >= to) return known;
    const step = stepFor(from, to);
    const paragraph = { start: from, end: to, step, versions: this.isCopied(from, to, step) ? this.versionsOf(from, to, step) : [] };
    this.paragraphs.set(from, paragraph);
    return paragraph;
  }

  /** Where a paragraph of the old text ends, or may: little is known, and not what comes next. */
  private get edges(): readonly number[] {
    if (!this.foundEdges) {
      this.foundEdges = [];
      for (let unit = 0; unit < this.old.text.length; unit++) if (isParagraphBreak(this.old, unit) || (!this.isMostKnown && this.isUnknown(unit))) this.foundEdges.push(unit);
    }
    return this.foundEdges;
  }

  private isUnknown(unit: number): boolean {
    return this.old.text.charAt(unit) === UNKNOWN;
  }

  /** True where a piece of the old text that stood once stands at several places. */
  private isCopied(from: number, to: number, step: number): boolean {
    for (let at = from; at + PIECE_LENGTH <= to; at += step) if (this.placesOf(at).length > 1) return true;
    return false;
  }

  private versionsOf(start: number, end: number, step: number): Version[] {
    const [from, to] = [this.unitFrom(this.offsetOf(start) - AROUND), this.unitFrom(this.offsetOf(end) + AROUND)];
    const found: { at: number; place: number }[] = [];
    for (let at = from; at + PIECE_LENGTH <= to; at += step) for (const place of this.placesOf(at)) found.push({ at, place });
    const versions: Version[] = [];
    const lastOf = ({ pieces }: Version): Piece => pieces.at(-1) ?? { at: Infinity, moved: 0 };
    for (const { at, place } of found.sort((a, b) => a.place - b.place || a.at - b.at)) {
      const piece = { at, moved: (this.present.offsets[place] ?? 0) - this.offsetOf(at) };
      const strayOf = (version: Version): number => Math.abs(lastOf(version).moved - piece.moved);
      const open = versions.slice(-OPEN_AT_MOST).filter((version) => place - version.end <= PUT_AT_MOST && at > lastOf(version).at);
      const [nearest] = open.sort((one, other) => strayOf(one) - strayOf(other));
      if (nearest) {
        nearest.pieces.push(piece);
        nearest.end = place + PIECE_LENGTH;
      } else versions.push({ start: place, end: place + PIECE_LENGTH, pieces: [piece] });
    }
    return versions;
  }

  /** Where a piece stands that stood once. */
  private placesOf(at: number): readonly number[] {
    const places = this.pieces.present.placesOf(this.old.text, at);
    return places.length > 0 && places.length <= COMMON && this.pieces.old.placesOf(this.old.text, at).length === 1 ? places : [];
  }

  /** True where what stands on both sides of a place of the old text is in two lines now: a sentence that was put in front of another paragraph is no paragraph beside it. */
  private isParted(pieces: readonly Piece[], at: number): boolean {
    const next = pieces.findIndex((piece) => piece.at >= at);
    const [left, right] = [pieces[next - 1], pieces[next]];
    const placeOf = (piece: Piece): number => this.offsetOf(piece.at) + piece.moved;
    return left !== undefined && right !== undefined && LINE_END.test(this.present.original.slice(placeOf(left), placeOf(right) + PIECE_LENGTH));
  }

  /** The first unit of the old text from an offset of it on. */
  private unitFrom(offset: number): number {
    return countWhile(this.old.text.length, (unit) => this.offsetOf(unit) < offset);
  }

  /** Where in the old text as it was a unit of what is known of it stood. */
  private offsetOf(unit: number): number {
    return this.known.offsetOf(this.old.offsets[unit] ?? 0);
  }
}

/** How many pieces only the one of two versions has, and only the other. */
interface Count {
  own: number;
  other: number;
}

/** How many pieces of a paragraph two versions both have, and how many one of them alone. */
function compare(one: Version, two: Version, { start, end }: TextRange): { shared: number; within: Count } {
  const [own, other] = [one, two].map(({ pieces }) => new Set(pieces.map(({ at }) => at).filter((at) => at >= start && at < end))) as [Set<number>, Set<number>];
  let shared = 0;
  for (const at of own) if (other.has(at)) shared++;
  return { shared, within: { own: own.size - shared, other: other.size - shared } };
}

function sum([left, right]: readonly [number, number]): number {
  return left + right;
}

function isClear(one: number, other: number): boolean {
  return Math.max(one, other) > MARGIN * Math.min(one, other);
}

/** How far the piece of a version that stood nearest to a place moved. */
function distanceNear({ pieces }: Version, at: number): number {
  return pieces.reduce((best, piece) => (Math.abs(piece.at - at) < Math.abs(best.at - at) ? piece : best), pieces[0] ?? { at: 0, moved: 0 }).moved;
}

/** From one piece of a stretch to the next. */
function stepFor(from: number, to: number): number {
  return Math.max(STEP, Math.ceil((to - from) / STEPS_AT_MOST));
}

/** The version of which what stood near a place moved by nearly so much. */
function nearestVersion(versions: readonly Version[], at: number, moved: number): Version | undefined {
  const strayOf = (version: Version): number => Math.abs(distanceNear(version, at) - moved);
  return [...versions].sort((one, other) => strayOf(one) - strayOf(other))[0];
}

/** The piece in the middle of what a version has of a paragraph. */
function middleOf({ pieces }: Version, { start, end }: TextRange): Piece {
  const own = pieces.filter(({ at }) => at >= start && at < end);
  return own[Math.floor(own.length / 2)] ?? pieces[0] ?? { at: start, moved: 0 };
}
