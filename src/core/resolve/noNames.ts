import { isDoubleTitle } from "../detect/nameTokens.js";
import { nameWords, Word } from "../lexicon/nameWords.js";
import { placeContext } from "../lexicon/placeContext.js";
import type { Tokens } from "../text/tokens.js";

/** "Ola@example.org". */
export function isAddress(tokens: Tokens, index: number): boolean {
  return /@[^@]+\./u.test(tokens.text(index));
}

/** "the Centre", "19/20 May": one word that names nothing by itself. */
export function isLone(tokens: Tokens, first: number, end: number): boolean {
  const isDay = tokens.text(first) === "May" && tokens.kind(first - 1) === "number";
  // "north of Waco"
  const isPart = !tokens.isCapitalized(first) && placeContext.part.has(tokens.text(first));
  return end - first === 1 && (isDay || isPart || (placeContext.lone.has(tokens.text(first)) && tokens.text(end) !== ","));
}

/** "Dean" of "Dean of Lichfield": an office, with a capital at the head of a sentence or behind a comma. */
export function isOffice(tokens: Tokens, first: number, end: number): boolean {
  return end - first === 1 && tokens.lower(end) === "of" && (nameWords().facts(tokens.lower(first)) & (Word.role | Word.honorific)) !== 0;
}

/** "Tan Sri", "Sheikh" before the name that they belong to. */
export function isTitle(tokens: Tokens, first: number, end: number): boolean {
  if (!tokens.isCapitalized(end)) return false;
  for (let index = first; index < end; index++) {
    const isDouble = isDoubleTitle(tokens.lower(index - 1), tokens.lower(index), tokens.lower(index + 1));
    if (!isDouble && (nameWords().facts(tokens.lower(index).replace(/\.$/u, "")) & (Word.honorific | Word.firstName)) !== Word.honorific) return false;
  }
  return true;
}
