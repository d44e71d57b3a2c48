import type { NameMention } from "../detect/findings.js";
import type { Article } from "../text/article.js";

/** So sure must the whole name be, and so sure is its acronym. */
const SURE = 0.6;
/** Fewer letters stand for many words besides. */
const LEAST_LETTERS = 3;
const ACRONYM = /^\p{Lu}{3,6}$/u;
const WORDS_IN_CAPITALS = /\p{Lu}[\p{L}'’]*/gu;

/** Words in capitals that are the first letters of an organization named before: "CASA" after "the Civil Aviation Safety Authority". */
export function* acronymsBehind({ tokens, text }: Article, names: readonly NameMention[]): Generator<NameMention> {
  /** Where the first organization with these letters ends. */
  const behind = new Map<string, number>();
  for (const { start, end, type, confidence } of names) {
    const letters = (text.slice(start, end).match(WORDS_IN_CAPITALS) ?? []).map((word) => word.slice(0, 1)).join("");
    if (type === "organization" && confidence >= SURE && letters.length >= LEAST_LETTERS) behind.set(letters, Math.min(behind.get(letters) ?? Number.POSITIVE_INFINITY, end));
  }
  if (behind.size === 0) return;
  for (let token = 0; token < tokens.length; token++) {
    // "UNC Greensboro" is another one, and in "NOBODY KNOWS WHO" capitals tell nothing
    const isWhole = ACRONYM.test(tokens.text(token)) && !tokens.isCapitalized(token + 1) && !/^\p{Lu}{2,}$/u.test(tokens.text(token - 1));
    if (isWhole && (behind.get(tokens.text(token)) ?? Number.POSITIVE_INFINITY) <= tokens.start(token)) yield { ...tokens.range(token), type: "organization", roles: [], confidence: SURE };
  }
}
