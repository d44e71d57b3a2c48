import type { Quotation } from "../detect/findings.js";
import type { Article } from "../text/article.js";

/** A stretch of tokens that the network reads at once, end exclusive. Nothing outside it changes what is found in it. */
export interface Window {
  readonly first: number;
  readonly end: number;
}

/** A window ends with the block in which it reaches this length, unless a quotation goes on into the next one. */
const ENOUGH = 200;
/** Tokens of the longest window. */
export const LONGEST_WINDOW = 400;

/**
 * Cuts an article into windows at the borders of its blocks; a block that is too long for one is cut between sentences, a sentence
 * that is too long where the window is full. The text alone decides, so that the same text always gives the same result.
 */
export function cutWindows(article: Article, quotations: readonly Quotation[]): Window[] {
  const joined = new Set(quotations.flatMap(({ parts }) => parts.slice(1).map(({ start }) => article.tokens.at(start))));
  const windows: Window[] = [];
  let first = 0;
  let end = 0;
  const close = (): void => {
    if (end > first) windows.push({ first, end });
    first = end;
  };
  for (const block of article.blocks) {
    if (block.endToken - first > LONGEST_WINDOW) close();
    else if (end - first >= ENOUGH && !joined.has(block.firstToken)) close();
    for (let index = block.firstSentence; index < block.endSentence; index++) {
      const next = article.sentences[index]?.endToken ?? end;
      if (next - first > LONGEST_WINDOW) close();
      for (end = first + LONGEST_WINDOW; end < next; end += LONGEST_WINDOW) close();
      end = next;
    }
  }
  close();
  return windows;
}
