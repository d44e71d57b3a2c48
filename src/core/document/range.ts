/** A stretch of text in UTF-16 code units, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export function rangeLength(range: TextRange): number {
  return range.end - range.start;
}

/** The same text for ranges with the same ends alone: a key for tables. */
export function rangeKey({ start, end }: TextRange): string {
  return `${start}-${end}`;
}

/** True where `outer` holds all of `inner`; a range contains itself. */
export function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True where the two share at least one code unit. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Document order: by start, the longer range first where two start together. */
export function compareRanges(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end;
}
