import type { TextRange } from "../document/range.js";

/** Where words stand in a stretch of the text; undefined where they stand nowhere or more than once. */
export function onlyPlace(text: string, words: string, within: TextRange): number | undefined {
  const from = Math.max(0, within.start);
  const stretch = text.slice(from, within.end);
  const first = stretch.indexOf(words);
  return first >= 0 && stretch.indexOf(words, first + 1) < 0 ? from + first : undefined;
}
