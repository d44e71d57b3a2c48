import type { TextRange } from "../../../document/range.js";
import type { Article } from "../../../text/article.js";
import type { Antecedent } from "./antecedents.js";
import type { MentionIndex } from "../mentionIndex.js";
import { isQuoted } from "../spoken.js";

/** Marks of quotations inside another. */
const MARK = /[‘’“”'"]/gu;
/** Behind a name that tells whose they are. */
const FOLLOWED = /^ (?:supporters?|campaign|voters?|backers|fans|rally|rallies|administration|people)\b/u;
const LONGEST_FOLLOWING = 20;
/** Where nearly all speaks for those who are named in the words, the others are hardly likelier than before. */
const LEAST_LEFT = 0.2;

/** Whom a quotation names: hardly anybody speaks of himself by name, but for his supporters, and what others call him. */
export function namedIn(article: Article, mentions: MentionIndex, contents: readonly TextRange[]): ReadonlySet<number> {
  const { text } = article;
  const named = new Set<number>();
  for (const content of contents) {
    if (!isQuoted(article, content)) continue;
    const nested = nestedIn(text.slice(content.start, content.end));
    let at = 0;
    for (const { start, end, entity } of mentions.within(content)) {
      while ((nested[at]?.end ?? Number.POSITIVE_INFINITY) < start - content.start) at++;
      const isNested = (nested[at]?.start ?? Number.POSITIVE_INFINITY) < start - content.start;
      if (!isNested && !FOLLOWED.test(text.slice(end, end + LONGEST_FOLLOWING))) named.add(entity);
    }
  }
  return named;
}

/** The quotations inside a quotation, in one pass over its marks; one that is not closed goes on to the end. */
function nestedIn(words: string): TextRange[] {
  const found: TextRange[] = [];
  let open = -1;
  for (const { index, 0: mark } of words.matchAll(MARK)) {
    const opens = index > 1 && /\s/u.test(words.charAt(index - 1)) && mark !== "’" && mark !== "”";
    if (open >= 0 && mark !== "‘" && mark !== "“") found.push({ start: open, end: index });
    if (opens) open = open >= 0 && (mark === "‘" || mark === "“") ? open : index;
    else if (mark !== "‘" && mark !== "“") open = -1;
  }
  if (open >= 0) found.push({ start: open, end: words.length });
  return found;
}

/** The antecedents that are left, as likely beside each other as before. Of 15 pronouns in 440 articles of PolNeAR train that it gives to another, 12 are put right. */
export function withoutNamed(antecedents: readonly Antecedent[], named: ReadonlySet<number>): readonly Antecedent[] {
  const others = antecedents.filter(({ entity }) => !named.has(entity));
  if (others.length === antecedents.length) return antecedents;
  const left = 1 - antecedents.reduce((sum, { entity, probability }) => sum + (named.has(entity) ? probability : 0), 0);
  return others.map((antecedent) => ({ ...antecedent, probability: antecedent.probability / Math.max(left, LEAST_LEFT) }));
}
