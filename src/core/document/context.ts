import type { TextRange } from "./range.js";

/** Code units kept before and after an annotation, by which it is found again. */
export const CONTEXT_LENGTH = 32;

/** The words of a range with what stands around them; no surrogate pair is cut. */
export function describeRange(text: string, { start, end }: TextRange): { text: string; prefix: string; suffix: string } {
  const from = wholeCharacter(text, Math.max(0, start - CONTEXT_LENGTH), 1);
  const to = wholeCharacter(text, Math.min(text.length, end + CONTEXT_LENGTH), -1);
  return { text: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

function wholeCharacter(text: string, offset: number, step: 1 | -1): number {
  const splits = (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  return splits ? offset + step : offset;
}
