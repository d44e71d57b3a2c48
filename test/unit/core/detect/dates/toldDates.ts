import { findDates } from "../../../../../src/core/detect/dates.js";
import type { DateMention } from "../../../../../src/core/detect/findings.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** The mentions of a text in document order; the article's day is Tuesday, 6 April 2021, where none is given. */
export function datesIn(text: string, published: string | null = "2021-04-06"): DateMention[] {
  const article = readArticle({ text });
  const found: DateMention[] = [];
  for (const block of article.blocks) found.push(...findDates(article, block, published === null ? null : { value: published, from: "user" }, found));
  return found;
}

/** Mentions as "words=TIMEX value". */
export function told(text: string, published?: string | null): string[] {
  return datesIn(text, published).map(({ start, end, timex, value }) => `${text.slice(start, end)}=${timex} ${value}`);
}
