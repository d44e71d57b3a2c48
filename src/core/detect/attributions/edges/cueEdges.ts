import type { TextRange } from "../../../document/range.js";
import { cueForms } from "../../../lexicon/cues.js";
import { adverbs, prepositions } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import { WEEKDAYS } from "../../dates/dateWords.js";
import type { Attribution } from "../../findings.js";

/** With these the next clause begins: "said while stumping for his wife". */
const NEXT_CLAUSE = /^(?:while|when|because|and|but)$/u;
const TIME_HEAD = /^(?:last|this|next|earlier|late|early|yesterday|today|tonight)$/u;
const BARE_TIME = /^(?:yesterday|today|tonight)$/u;
const TIME_NOUN = /^(?:week|weekend|month|year|summer|winter|spring|autumn|fall|night|morning|afternoon|evening|season)$/u;

/** Whom these are said to is no part of the cue: "told | reporters" (in 527 of 537 cues of PolNeAR train). */
const TELLING = /^(?:told|tells?|telling|assure[sd]?|assuring|reminde?[sd]?|inform(?:s|ed)?)$/u;

/**
 * A cue in its usual limits, as people mark them: it begins behind the time ("on Sunday defended": in 120 of 127 cues of PolNeAR train with a
 * weekday there) and ends before whom it is told, a day with "on" (58 of 67), a comma, the next clause and the "by" that leads to the source of a
 * passive (156 of 204).
 */
export function withUsualCue({ tokens }: Article, attribution: Attribution): Attribution {
  const { source } = attribution;
  const cue = verbBefore(tokens, attribution) ?? attribution.cue;
  if (!cue) return attribution;
  const own = { first: tokens.at(cue.start), end: tokens.at(cue.end - 1) + 1 };
  const first = afterTime(tokens, own.first, own.end);
  let { end } = own;
  const told = listenerAt(tokens, first, end);
  if (told !== undefined) end = told;
  if (end - 2 > first && tokens.lower(end - 2) === "on" && WEEKDAYS.has(tokens.lower(end - 1))) end -= 2;
  while (end - 1 > first && (tokens.text(end - 1) === "," || NEXT_CLAUSE.test(tokens.lower(end - 1)))) end--;
  if (end - 1 > first && tokens.lower(end - 1) === "by" && source?.start === tokens.start(end)) end--;
  // "said | referring to"
  if (end - 2 > first && refersAside(tokens, end)) end -= 2;
  if (belongsBehind(tokens, end)) end++;
  else if (isWrittenOn(tokens, end)) end += 2;
  return first === own.first && end === own.end && cue === attribution.cue ? attribution : { ...attribution, cue: tokens.span(first, end) };
}

/** "Said Roe: “…”": the verb before a source whose colon was taken for the cue. */
function verbBefore(tokens: Tokens, { cue, source }: Attribution): TextRange | undefined {
  const first = source ? tokens.at(source.start) : 0;
  if (!source || !cue || first === 0 || tokens.text(tokens.at(cue.start)) !== ":" || cue.start < source.end) return undefined;
  const isVerb = /^\p{Lu}\p{Ll}/u.test(tokens.text(first - 1)) && cueForms.get(tokens.lower(first - 1))?.some(({ cue: { mode, patterns }, forms }) => mode === "speech" && patterns.has("quote") && forms.has("past"));
  return isVerb === true ? tokens.range(first - 1) : undefined;
}

/** "put | it", "asked | rhetorically", "said | then": in 10 of 10 and in 28 of 33 cues of PolNeAR train they are a part of the cue; an adverb before a clause is not. */
function belongsBehind(tokens: Tokens, end: number): boolean {
  const [verb, word] = [tokens.lower(end - 1), tokens.lower(end)];
  if (/^put(?:s|ting)?$/u.test(verb)) return word === "it";
  if (!/^(?:said|says|wrote|writes|asked|asks|added|adds)$/u.test(verb) || !(/^\S{3,}ly$|^(?:then|later|instead)$/u.test(word))) return false;
  return /^[.,:"“‘']/u.test(tokens.text(end + 1));
}

/** "wrote | on Facebook": what a verb of writing is followed by, in 9 of 11 cues of PolNeAR train; what is "said on Twitter" is said there as elsewhere. */
function isWrittenOn(tokens: Tokens, end: number): boolean {
  return /^(?:wrote|writes?|writing|posted|posts?|posting)$/u.test(tokens.lower(end - 1)) && tokens.lower(end) === "on" && /^(?:facebook|twitter|instagram|linkedin|telegram|threads|bluesky|x)$/u.test(tokens.lower(end + 1));
}

/** True for "said referring to" before an index: to what somebody refers is no part of what he said. */
export function refersAside(tokens: Tokens, end: number): boolean {
  return tokens.lower(end - 2) === "referring" && cueForms.get(tokens.lower(end - 3))?.some(({ cue: { patterns } }) => patterns.has("quote")) === true;
}

/** The token behind a time at the head of a cue: "on Sunday", "last year", "earlier this week". */
function afterTime(tokens: Tokens, from: number, end: number): number {
  let at = from;
  if (tokens.lower(at) === "on" && WEEKDAYS.has(tokens.lower(at + 1))) at++;
  if (WEEKDAYS.has(tokens.lower(at))) {
    at++;
    if (TIME_NOUN.test(tokens.lower(at))) at++;
  } else {
    while (at < end && TIME_HEAD.test(tokens.lower(at))) at++;
    // "yesterday | criticised"
    if (at === from + 1 && BARE_TIME.test(tokens.lower(from)) && !TIME_NOUN.test(tokens.lower(at))) return at < end ? at : from;
    if (at === from || !TIME_NOUN.test(tokens.lower(at))) return from;
    at++;
  }
  return at < end ? at : from;
}

/** Where the listener begins: "told | a regular briefing", but "told reporters about". */
function listenerAt(tokens: Tokens, first: number, end: number): number | undefined {
  const colon = tokens.text(end - 1) === ":" ? 1 : 0;
  for (let token = first; token < end - 1 - colon; token++) {
    if (!TELLING.test(tokens.lower(token))) continue;
    const [next, last] = [tokens.lower(token + 1), tokens.lower(end - 1 - colon)];
    return prepositions.has(next) || prepositions.has(last) || adverbs.has(next) || adverbs.has(last) || last.endsWith("ly") ? undefined : token + 1;
  }
  return undefined;
}
