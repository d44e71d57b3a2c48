import type { Paragraph } from "./blocks.js";
import { isBreakingTag } from "./markup.js";
import type { Mask } from "./tokens.js";

const TAG = /<!--[\s\S]*?-->|<\/?[A-Za-z][^<>]*>/gu;
/** What stands between these is not read. */
const UNREAD = /^\s*<(?:script|style|pre|svg|iframe|object|video|audio|form|nav|!|\?)/iu;

/** The prose of a block of HTML with its tags masked; undefined where it has none. Linear. */
export function htmlParagraph(text: string, start: number, end: number): Paragraph | undefined {
  const source = text.slice(start, end);
  if (UNREAD.test(source)) return undefined;
  const masked: Mask[] = [];
  let words = 0;
  let from = 0;
  for (const tag of source.matchAll(TAG)) {
    words += countLetters(source.slice(from, tag.index));
    from = tag.index + tag[0].length;
    masked.push({ start: start + tag.index, end: start + from, ...(isBreakingTag(tag[0]) ? { isSpace: true } : {}) });
  }
  words += countLetters(source.slice(from));
  if (words === 0) return undefined;
  const kind = /^\s*<blockquote/iu.test(source) ? "blockQuote" : /^\s*<h[1-6]/iu.test(source) ? "heading" : /^\s*<li/iu.test(source) ? "listItem" : "paragraph";
  return { kind, start, end, masked, isLine: false };
}

function countLetters(text: string): number {
  return /\p{L}/u.test(text) ? 1 : 0;
}
