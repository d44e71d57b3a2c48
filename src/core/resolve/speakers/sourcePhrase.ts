import type { TextRange } from "../../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../../document/sortedRanges.js";
import { subjectPronouns } from "../../lexicon/wordClasses.js";
import type { Article } from "../../text/article.js";

/** A source without the marks, the relative clause and the time that follow it: "the Supreme Court this month", "the governor, who spoke through his aide"; `dates` are sorted. */
export function phraseOf({ tokens }: Article, source: TextRange, dates: readonly TextRange[]): TextRange {
  let end = tokens.at(source.end - 1) + 1;
  const first = tokens.at(source.start);
  for (let token = first + 1; token < end - 1; token++) if (tokens.text(token) === "," && /^(?:who|which|whose)$/u.test(tokens.lower(token + 1))) end = token;
  const date = dates[firstEndingAfter(dates, source.end - 1)];
  if (date && date.end === tokens.end(end - 1) && date.start > source.start) end = tokens.at(date.start);
  // "in Lind's view"
  while (end - 1 > first && (/^(?:[,;:]|['’]s?)$/u.test(tokens.text(end - 1)) || /^(?:on|in|at)$/u.test(tokens.lower(end - 1)))) end--;
  return tokens.span(first, end);
}

/** "he", "who"; not "WHO", "IT" and "US" among words in small letters. */
export function isPronoun({ text, sentences }: Article, lower: string, source: TextRange): boolean {
  if (!subjectPronouns.has(lower) && lower !== "him" && lower !== "her" && lower !== "them") return false;
  const { start = 0, end = 0 } = sentences[lastStartingBy(sentences, source.start)] ?? {};
  const isCapital = /^\p{Lu}{2,}$/u.test(text.slice(source.start, source.end));
  return !isCapital || !/\p{Ll}{3}/u.test(text.slice(start, Math.min(end, start + 300)));
}
