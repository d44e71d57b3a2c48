import type { TextRange } from "../../document/range.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";

/** Languages that write every noun with a capital: there two of them in a row are no name yet. */
const CAPITAL_NOUNS = /^(?:de|lb)\b/iu;

/**
 * Whether what the rules for English take for a name is surely one in an article of another language: one of several words, of which the
 * first is a first name where any noun has a capital.
 */
export function isNameInAnyLanguage({ text, language }: Article, { start, end }: TextRange): boolean {
  const [first = "", ...others] = text.slice(start, end).split(/\s+/u);
  if (others.length === 0) return false;
  return !CAPITAL_NOUNS.test(language) || (nameWords().facts(first.toLowerCase()) & Word.firstName) !== 0;
}
