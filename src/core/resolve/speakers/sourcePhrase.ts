import type { TextRange } from "../../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../../document/sortedRanges.js";
import { cueForms } from "../../lexicon/cues.js";
import { auxiliaries, conjunctions, determiners, pastVerbs, prepositions, subjectPronouns, subordinators } from "../../lexicon/wordClasses.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import { typeOf } from "./descriptions.js";

/** What tells no more of who speaks, at the end: "Brandt himself", "the mayor, too". */
const LOOSE = /^(?:on|in|at|of|since|from|during|until|himself|herself|itself|themselves|too|alone)$/u;

/** A source without the marks, the relative clause and the time that follow it: "the Supreme Court this month", "the governor, who spoke through his aide"; `dates` are sorted. */
export function phraseOf({ tokens }: Article, source: TextRange, dates: readonly TextRange[]): TextRange {
  let end = tokens.at(source.end - 1) + 1;
  const first = tokens.at(source.start);
  for (let token = first + 1; token < end - 1; token++) if (beginsClause(tokens, token) && !isJoinedBehind(tokens, token, end)) end = token;
  const date = dates[firstEndingAfter(dates, source.end - 1)];
  if (date && date.end === tokens.end(end - 1) && date.start > source.start) end = tokens.at(date.start);
  // "in Lind's view"
  while (end - 1 > first && (/^(?:[,;:]|['’]s?)$/u.test(tokens.text(end - 1)) || LOOSE.test(tokens.lower(end - 1)))) end--;
  return tokens.span(first, end);
}

/** "he", "who", "that"; not "WHO", "IT" and "US" among words in small letters. */
export function isPronoun({ text, sentences }: Article, lower: string, source: TextRange): boolean {
  if (!subjectPronouns.has(lower) && !/^(?:him|her|them|that)$/u.test(lower)) return false;
  const { start = 0, end = 0 } = sentences[lastStartingBy(sentences, source.start)] ?? {};
  const isCapital = /^\p{Lu}{2,}$/u.test(text.slice(source.start, source.end));
  return !isCapital || !/\p{Ll}{3}/u.test(text.slice(start, Math.min(end, start + 300)));
}

/** ", who": a relative clause that tells more of whom is named before. */
function beginsClause(tokens: Tokens, comma: number): boolean {
  return tokens.text(comma) === "," && /^(?:who|which|whose)$/u.test(tokens.lower(comma + 1));
}

/** "Smith, who lives there, and two neighbours": behind the clause another source is joined. */
function isJoinedBehind(tokens: Tokens, clause: number, end: number): boolean {
  for (let token = clause + 2; token < end - 1; token++) if (tokens.text(token) === "," && tokens.lower(token + 1) === "and") return true;
  return false;
}

/** Tokens of a phrase before "who", and of one before "that", where a verb may stand in a longer one. */
const PHRASE_LENGTH = 9;
const THING_LENGTH = 4;

/**
 * "objections from residents who said", "one, who asked", "a charity that promotes it": the noun phrase without a name that stands right before an
 * offset and that a relative pronoun goes back to; for one of things, "that" and "which", with a determiner alone, as any word may stand before them.
 */
export function namelessBefore({ tokens }: Article, end: number, isOfThings: boolean): TextRange | undefined {
  const who = tokens.at(end);
  const last = tokens.text(who - 1) === "," ? who - 2 : who - 1;
  const noun = tokens.lower(last);
  let first = last + 1;
  while (first > 0 && last - first < PHRASE_LENGTH - 1 && isInPhrase(tokens, first - 1)) {
    first--;
    if (determiners.has(tokens.lower(first))) break;
  }
  if (first > last || /^\p{Lu}/u.test(tokens.text(last))) return undefined;
  if (isOfThings) return determiners.has(tokens.lower(first)) && last > first && last - first < THING_LENGTH ? tokens.span(first, last + 1) : undefined;
  const isPersons = typeOf(noun.replace(/s$/u, "")) === "person" && (last > first || noun.endsWith("s"));
  // whoever is "who" is somebody: "independent voters who", "her adult children, who"; not "those in the city who"
  const isAny = /^(?:one|another|others|people|those|someone|somebody|anyone|anybody|everyone|everybody)$/u.test(noun) || noun.endsWith("s") || (determiners.has(tokens.lower(first)) && tokens.lower(first) !== "no" && !prepositions.has(tokens.lower(first - 1)) && !/^(?:number|amount|share)$/u.test(noun));
  return isPersons || (isAny && isInPhrase(tokens, last)) ? tokens.span(first, last + 1) : undefined;
}

function isInPhrase(tokens: Tokens, token: number): boolean {
  const lower = tokens.lower(token);
  // "a 27-year-old woman"
  if (tokens.kind(token) === "number" || (tokens.text(token) === "-" && tokens.isJoined(token))) return true;
  return tokens.kind(token) === "word" && !prepositions.has(lower) && !auxiliaries.has(lower) && !conjunctions.has(lower) && !subordinators.has(lower) && !pastVerbs.has(lower) && !cueForms.has(lower) && !/^(?:them|us|him|me)$/u.test(lower);
}
