import { countWhile } from "../../common/countWhile.js";

const BASE = 0x01000193;
/** Places that a lookup looks at: texts that repeat one piece without end are not worth more. */
export const PIECES_AT_MOST = 256;

/**
 * Finds where pieces of one length stand in a text without searching it: all its pieces by a rolling hash, those of one hash in the order of the
 * text. Built in one pass; a lookup is bounded.
 */
export class PieceIndex {
  /** Where in `places` those of each hash begin. */
  private readonly starts: Int32Array;
  private readonly places: Int32Array;

  constructor(
    readonly text: string,
    readonly size: number,
  ) {
    let buckets = 16;
    while (buckets < text.length) buckets *= 2;
    const count = Math.max(0, text.length - size + 1);
    const bucketOf = new Int32Array(count);
    const ends = new Int32Array(buckets + 1);
    eachPiece(text, size, (hash, at) => {
      const bucket = (hash ^ (hash >>> 15)) & (buckets - 1);
      bucketOf[at] = bucket;
      ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1;
    });
    for (let bucket = 0; bucket < buckets; bucket++) ends[bucket + 1] = (ends[bucket + 1] ?? 0) + (ends[bucket] ?? 0);
    this.starts = ends.slice();
    this.places = new Int32Array(count);
    for (let at = 0; at < count; at++) {
      const bucket = bucketOf[at] ?? 0;
      const next = ends[bucket] ?? 0;
      this.places[next] = at;
      ends[bucket] = next + 1;
    }
  }

  /** Where a piece stands, last place first; `at` is its start in `source`, of which it takes `size` code units. */
  placesOf(source: string, at: number, hash = hashOf(source, at, this.size)): number[] {
    const piece = source.slice(at, at + this.size);
    const found: number[] = [];
    const [first, end] = this.rangeOf(hash);
    for (let index = end - 1; index >= Math.max(first, end - PIECES_AT_MOST); index--) {
      const place = this.places[index] ?? 0;
      if (this.text.startsWith(piece, place)) found.push(place);
    }
    return found;
  }

  /** How many of the places that `placesOf` finds count, up to a number. */
  countPlaces(source: string, at: number, counts: (place: number) => boolean, most: number): number {
    const piece = source.slice(at, at + this.size);
    let count = 0;
    const [first, end] = this.rangeOf(hashOf(source, at, this.size));
    for (let index = end - 1; index >= Math.max(first, end - PIECES_AT_MOST) && count < most; index--) {
      const place = this.places[index] ?? 0;
      if (this.text.startsWith(piece, place) && counts(place)) count++;
    }
    return count;
  }

  /** Where a piece stands from one offset of the text to another, first place first. */
  placesBetween(source: string, at: number, from: number, to: number): number[] {
    const piece = source.slice(at, at + this.size);
    const found: number[] = [];
    const [first, end] = this.rangeOf(hashOf(source, at, this.size));
    const next = first + countWhile(end - first, (index) => (this.places[first + index] ?? 0) < from);
    for (let index = next; index < Math.min(end, next + PIECES_AT_MOST); index++) {
      const place = this.places[index] ?? 0;
      if (place >= to) break;
      if (this.text.startsWith(piece, place)) found.push(place);
    }
    return found;
  }

  /** The one place where a piece stands; -1 where there is none, or several. */
  onlyPlace(source: string, at: number, hash: number): number {
    const piece = source.slice(at, at + this.size);
    let found = -1;
    const [first, end] = this.rangeOf(hash);
    if (end - first > PIECES_AT_MOST) return -1;
    for (let index = first; index < end; index++) {
      const place = this.places[index] ?? 0;
      if (!this.text.startsWith(piece, place)) continue;
      if (found >= 0) return -1;
      found = place;
    }
    return found;
  }

  private rangeOf(hash: number): readonly [number, number] {
    // the low bits of a product hardly mix
    const bucket = (hash ^ (hash >>> 15)) & (this.starts.length - 2);
    return [this.starts[bucket] ?? 0, this.starts[bucket + 1] ?? 0];
  }
}

/** Calls back with the hash of every piece of a text, in order. */
export function eachPiece(text: string, size: number, take: (hash: number, at: number) => void): void {
  if (text.length < size) return;
  let power = 1;
  for (let count = 1; count < size; count++) power = Math.imul(power, BASE);
  let hash = hashOf(text, 0, size);
  take(hash, 0);
  for (let at = 1; at + size <= text.length; at++) {
    hash = (Math.imul(hash - Math.imul(text.charCodeAt(at - 1), power), BASE) + text.charCodeAt(at + size - 1)) | 0;
    take(hash, at);
  }
}

/** False where two texts surely have no piece of so many letters in common. */
export function mayShare(one: string, other: string, size: number): boolean {
  const hashes = new Set<number>();
  eachPiece(one, size, (hash) => hashes.add(hash));
  let isShared = false;
  eachPiece(other, size, (hash) => void (isShared ||= hashes.has(hash)));
  return isShared;
}

function hashOf(text: string, at: number, size: number): number {
  let hash = 0;
  for (let index = at; index < at + size; index++) hash = (Math.imul(hash, BASE) + text.charCodeAt(index)) | 0;
  return hash;
}
