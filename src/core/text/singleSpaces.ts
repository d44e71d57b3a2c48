/** A text with one space wherever it has white space. Most have no other, which is told sooner than written anew. */
export function withSingleSpaces(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/gu, " ") : text;
}

const UNEVEN = /[^\S ]| {2}/u;
