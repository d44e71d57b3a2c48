import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { Attribution, Quotation } from "../../findings.js";

/** Words of a crosshead at most. */
const LONGEST = 8;

/**
 * Without quotations that float alone in a paragraph and are no speech: in an article that quotes in double marks, a few words in single ones are a crosshead taken from what
 * somebody says below ("'A bridge for life.'"); what ends in a colon leads on to something ("“Related:”").
 */
export function withoutCrossheads(article: Article, quotations: readonly Quotation[], attributions: readonly Attribution[]): Attribution[] {
  const quotesDouble = quotations.some(({ start, depth, role }) => depth === 0 && role === "speech" && /^(?:["“]|''|``)/u.test(article.text.slice(start, start + 2)));
  return attributions.filter((attribution) => attribution.construction !== "floating quote" || !isCrosshead(article, attribution, quotesDouble));
}

function isCrosshead({ text, blocks }: Article, { contents }: Attribution, quotesDouble: boolean): boolean {
  const [content, ...others] = contents;
  const at = content ? lastStartingBy(blocks, content.start) : 0;
  const block = blocks[at];
  // what a headline quotes is told below
  if (!content || !block || at === 0 || block.kind === "heading" || others.length > 0 || block.start !== content.start || block.end !== content.end) return false;
  const words = text.slice(content.start, content.end);
  return /:["'”’]$/u.test(words) || (quotesDouble && /^['‘](?!['‘])/u.test(words) && words.split(/\s+/u).length <= LONGEST);
}
