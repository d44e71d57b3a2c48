const BASE = 0x01000193;
/** Places that a lookup looks at: texts that repeat one piece without end are not worth more. */
export const PIECES_AT_MOST = 256;

/**
 * Finds where pieces of one length stand in a text without searching it: all its pieces by a rolling hash, those of one hash linked. Built
 * in one pass; a lookup is bounded.
 */
export class PieceIndex {
  private readonly heads: Int32Array;
  private readonly previous: Int32Array;

  constructor(
    readonly text: string,
    readonly size: number,
  ) {
    let buckets = 16;
    while (buckets < text.length) buckets *= 2;
    this.heads = new Int32Array(buckets).fill(-1);
    this.previous = new Int32Array(Math.max(0, text.length - size + 1));
    eachPiece(text, size, (hash, at) => {
      const bucket = this.bucket(hash);
      this.previous[at] = this.heads[bucket] ?? -1;
      this.heads[bucket] = at;
    });
  }

  /** Where a piece stands, last place first; `at` is its start in `source`, of which it takes `size` code units. */
  places(source: string, at: number, hash = hashOf(source, at, this.size)): number[] {
    const piece = source.slice(at, at + this.size);
    const found: number[] = [];
    let place = this.heads[this.bucket(hash)] ?? -1;
    for (let looked = 0; place >= 0 && looked < PIECES_AT_MOST; looked++) {
      if (this.text.startsWith(piece, place)) found.push(place);
      place = this.previous[place] ?? -1;
    }
    return found;
  }

  /** The one place where a piece stands; -1 where there is none, or several. */
  onlyPlace(source: string, at: number, hash: number): number {
    const piece = source.slice(at, at + this.size);
    let found = -1;
    let place = this.heads[this.bucket(hash)] ?? -1;
    for (let looked = 0; place >= 0; looked++) {
      if (this.text.startsWith(piece, place)) {
        if (found >= 0) return -1;
        found = place;
      }
      if (looked >= PIECES_AT_MOST) return -1;
      place = this.previous[place] ?? -1;
    }
    return found;
  }

  private bucket(hash: number): number {
    // the low bits of a product hardly mix
    return (hash ^ (hash >>> 15)) & (this.heads.length - 1);
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

function hashOf(text: string, at: number, size: number): number {
  let hash = 0;
  for (let index = at; index < at + size; index++) hash = (Math.imul(hash, BASE) + text.charCodeAt(index)) | 0;
  return hash;
}
