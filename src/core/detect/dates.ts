import type { Article, Block } from "../text/article.js";
import type { ArticleDate, DateMention } from "./findings.js";

/** The TIMEX3 expressions of one block, in document order, none overlapping another. */
export function findDates(_article: Article, _block: Block, _published: ArticleDate | null): DateMention[] {
  return [];
}
