const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** A bucket below `rows` for a string: FNV-1a over its UTF-16 code units, mixed so that the low bits depend on all of them. */
export function bucket(text: string, rows: number): number {
  let hash = OFFSET;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % rows;
}
