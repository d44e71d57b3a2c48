import diff from "fast-diff";

/** Longer texts are compared only as far as they agree from both ends: the time for a full comparison grows with the square. */
const COMPARED_AT_MOST = 2000;

/** How much of two texts is the same, 0 to 1: twice what they share, in order, of the length of both. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const head = commonPrefix(a, b);
  const tail = commonSuffix(a, b, Math.min(a.length, b.length) - head);
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  let shared = head + tail;
  if (restA.length + restB.length <= COMPARED_AT_MOST) {
    for (const [kind, piece] of diff(restA, restB)) if (kind === diff.EQUAL) shared += piece.length;
  }
  return (2 * shared) / (a.length + b.length);
}

/** How many code units two texts have in common at their start. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** How many code units two texts have in common at their end, `most` at the most. */
export function commonSuffix(a: string, b: string, most = Math.min(a.length, b.length)): number {
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}

/** The figures in some words, in their order. */
export function figuresOf(words: string): string {
  return (words.match(/\d+/gu) ?? []).join(" ");
}
