import type { Timex } from "../document/annotationDocument.js";
import { timexOf } from "../document/timexValue.js";
import { readArticle } from "../text/readArticle.js";
import { findDates } from "./dates.js";

export interface TypedDate {
  readonly value: string;
  readonly timex: Timex;
}

/**
 * The date that a person types: as its value ("2021-04-06"), or in words as an article has them ("6 April 2021", "last Tuesday"),
 * counted from `today`. Undefined for all else, and for what stays open without a day to count from.
 */
export function readTypedDate(typed: string, today: string | null | undefined): TypedDate | undefined {
  const words = typed.trim();
  const timex = timexOf(words);
  if (timex !== undefined) return { value: words, timex };
  const article = readArticle({ text: words.slice(0, 100), language: "en" });
  const [block] = article.blocks;
  const [date] = block ? findDates(article, block, today ? { value: today, from: "user" } : null) : [];
  if (!date || date.start !== 0 || date.end !== words.length || date.value.includes("X") || timexOf(date.value) === undefined) return undefined;
  return { value: date.value, timex: date.timex };
}
