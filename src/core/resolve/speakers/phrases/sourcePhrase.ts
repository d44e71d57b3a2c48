import type { TextRange } from "../../../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import { auxiliaries, conjunctions, determiners, pastVerbs, prepositions, subjectPronouns, subordinators, texts } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import { typeOf } from "./descriptions.js";

/** What tells no more of who speaks, at the end: "Brandt himself", "the mayor, too". */
const LOOSE = /^(?:on|in|at|of|since|from|during|until|himself|herself|itself|themselves|too|alone)$/u;

/** A source without the marks, the relative clause and the time that follow it: "the Supreme Court this month", "the governor, who spoke through his aide"; `dates` are sorted. */
export function phraseOf({ tokens }: Article, source: TextRange, dates: readonly TextRange[]): TextRange {
  let end = tokens.at(source.end - 1) + 1;
  const first = tokens.at(source.start);
  // "which endorsed the bill": the pronoun alone speaks
  if (/^(?:who|which)$/u.test(tokens.text(first))) return tokens.span(first, first + 1);
  for (let token = first + 1; token < end - 1; token++) if ((beginsClause(tokens, token) && !isJoinedBehind(tokens, token, end)) || isInText(tokens, token)) end = token;
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

/** "the police | in a statement signed by Smith", "the bank | in its report": in which text, not who. */
function isInText(tokens: Tokens, preposition: number): boolean {
  return tokens.lower(preposition) === "in" && /^(?:an?|its|his|her|their)$/u.test(tokens.lower(preposition + 1)) && texts.has(tokens.lower(preposition + 2));
}

/** "Smith, who lives there, and two neighbours": behind the clause another source is joined. */
function isJoinedBehind(tokens: Tokens, clause: number, end: number): boolean {
  for (let token = clause + 2; token < end - 1; token++) if (tokens.text(token) === "," && tokens.lower(token + 1) === "and") return true;
  return false;
}

/** Tokens of a phrase before "who", and of one before "that", where a verb may stand in a longer one. */
const PHRASE_LENGTH = 9;
const THING_LENGTH = 4;

/** Several who need no noun beside them, and no "s". */
const SEVERAL = /^(?:others|people|men|women|children|police|staff|those|many|some|several|few)$/u;
/** Whoever it is: "anyone who". */
const ANYONE = /^(?:one|another|someone|somebody|anyone|anybody|everyone|everybody)$/u;
/** "76 percent who", "18% who", "18 per cent who": some of those who were asked. */
const SHARE = /^(?:percent|cent|%)$/u;

/**
 * "objections from residents who said", "one, who asked", "a charity that promotes it": the noun phrase without a name that stands right before an
 * offset and that a relative pronoun goes back to; for one of things, "that" and "which", with a determiner alone, as any word may stand before them.
 * Before "who" the nearest phrase that may be somebody: "those in the city who".
 */
export function namelessBefore({ tokens }: Article, end: number, isOfThings: boolean): TextRange | undefined {
  const who = tokens.at(end);
  const until = tokens.text(who - 1) === "," ? who - 1 : who;
  if (isOfThings) {
    const first = phraseStart(tokens, until);
    const length = until - first;
    return determiners.has(tokens.lower(first)) && length > 1 && length <= THING_LENGTH && !tokens.isCapitalized(until - 1) ? tokens.span(first, until) : undefined;
  }
  if (SHARE.test(tokens.lower(who - 1))) {
    const number = tokens.lower(who - 2) === "per" ? who - 3 : who - 2;
    return tokens.kind(number) === "number" ? tokens.span(number, who) : undefined;
  }
  // whoever is "who" is somebody, whatever the noun tells
  return somebody(tokens, until, true) ?? somebodyOf(tokens, until);
}

/** The phrase for somebody that goes on behind a preposition: "those in the city", "the director of the film". */
function somebodyOf(tokens: Tokens, until: number): TextRange | undefined {
  for (let token = until - 1; until - token < PHRASE_LENGTH; token--) {
    const isPreposition = prepositions.has(tokens.lower(token));
    if (!isPreposition && !conjunctions.has(tokens.lower(token)) && !isInPhrase(tokens, token)) return undefined;
    const before = isPreposition ? somebody(tokens, token, false) : undefined;
    if (before) return { start: before.start, end: tokens.end(until - 1) };
  }
  return undefined;
}

/** The phrase for somebody that ends before a token: "independent voters", "Republicans", "the director"; `isAny`: of whatever noun, in the plural or with a determiner. */
function somebody(tokens: Tokens, until: number, isAny: boolean): TextRange | undefined {
  const last = until - 1;
  const noun = tokens.lower(last);
  const isCapital = tokens.isCapitalized(last);
  const isPlural = noun.endsWith("s") || SEVERAL.test(noun);
  const first = phraseStart(tokens, until);
  if (first === until) return undefined;
  if (ANYONE.test(noun)) return tokens.span(last, until);
  const isDetermined = determiners.has(tokens.lower(first)) && tokens.lower(first) !== "no" && until - first > 1;
  // "a blow to the Republican", but "the editors of The Times"
  if (isCapital && !isDetermined) return isPlural ? tokens.span(last, until) : undefined;
  if (isCapital && tokens.isCapitalized(first) && first > 0 && prepositions.has(tokens.lower(first - 1))) return undefined;
  const isPersons = isCapital || SEVERAL.test(noun) || (typeOf(noun.replace(/s$/u, "")) === "person" && (until - first > 1 || isPlural));
  // not "the town" of "those in the town", nor "the number of those"
  const isOther = isAny && (isPlural || (isDetermined && (/^an?$/u.test(tokens.lower(first)) || !prepositions.has(tokens.lower(first - 1))) && !/^(?:number|amount|share)$/u.test(noun)));
  return isPersons || isOther ? tokens.span(first, until) : undefined;
}

/** The first token of the noun phrase that ends before a token; that token where none does. */
function phraseStart(tokens: Tokens, until: number): number {
  let first = until;
  while (first > 0 && until - first < PHRASE_LENGTH && isInPhrase(tokens, first - 1)) {
    first--;
    if (determiners.has(tokens.lower(first))) break;
  }
  return first;
}

function isInPhrase(tokens: Tokens, token: number): boolean {
  const lower = tokens.lower(token);
  // "a 27-year-old woman"
  if (tokens.kind(token) === "number" || (tokens.text(token) === "-" && tokens.isJoined(token))) return true;
  return tokens.kind(token) === "word" && !prepositions.has(lower) && !auxiliaries.has(lower) && !conjunctions.has(lower) && !subordinators.has(lower) && !pastVerbs.has(lower) && !cueForms.has(lower) && !/^(?:them|us|him|me)$/u.test(lower);
}

/** "Officials | who met Ann Hale": a source without what its relative clause tells, where that alone names somebody; "the man who leads the party, Paul Reed," is named behind it. */
export function withoutRelative({ text, tokens }: Article, source: TextRange, mentions: readonly TextRange[]): TextRange {
  const first = tokens.at(source.start);
  let who = first + 1;
  // "the WHO" is none
  while (tokens.start(who) < source.end && !/^(?:who|whom|,)$/u.test(tokens.text(who))) who++;
  const at = tokens.start(who);
  if (at >= source.end || tokens.text(who) === "," || mentions.length === 0) return source;
  const isNamed = mentions.some(({ start, end }) => start < at || (end === source.end && /,\s*(?:\S+\.?\s+){0,3}$/u.test(text.slice(at, start))));
  return isNamed ? source : { start: source.start, end: tokens.end(who - 1) };
}
