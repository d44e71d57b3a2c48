import type { NameMention } from "../../detect/findings.js";
import type { Article } from "../../text/article.js";

/** So sure must the whole name be, and so sure is its acronym. */
const SURE = 0.6;
/** Fewer letters stand for many words besides. */
const LEAST_LETTERS = 3;
const ACRONYM = /^\p{Lu}{3,6}$/u;
const WORDS_IN_CAPITALS = /\p{Lu}[\p{L}'’]*/gu;

/** Words in capitals that are the first letters of an organization named before: "CASA" after "the Civil Aviation Safety Authority". */
export function acronymsBehind(article: Article, names: readonly NameMention[]): NameMention[] {
  const { tokens } = article;
  const behind = endsOfFirst(article, names);
  const acronyms: NameMention[] = [];
  if (behind.size === 0) return acronyms;
  for (let token = 0; token < tokens.length; token++) {
    const end = behind.get(tokens.text(token));
    if (end === undefined || end > tokens.start(token)) continue;
    // "UNC Greensboro" is another one, and in "NOBODY KNOWS WHO" capitals tell nothing
    const isWhole = ACRONYM.test(tokens.text(token)) && !tokens.isCapitalized(token + 1) && !/^\p{Lu}{2,}$/u.test(tokens.text(token - 1));
    if (isWhole) acronyms.push({ ...tokens.range(token), type: "organization", roles: [], confidence: SURE });
  }
  return acronyms;
}

/** By letters where the first organization that has them ends. */
function endsOfFirst({ text }: Article, names: readonly NameMention[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const { start, end, type, confidence } of names) {
    if (type !== "organization" || confidence < SURE) continue;
    let letters = "";
    for (const word of text.slice(start, end).match(WORDS_IN_CAPITALS) ?? []) letters += word.slice(0, 1);
    if (letters.length >= LEAST_LETTERS) ends.set(letters, Math.min(ends.get(letters) ?? Number.POSITIVE_INFINITY, end));
  }
  return ends;
}
