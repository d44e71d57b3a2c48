import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import { WEEKDAYS } from "../dates/dateWords.js";
import type { Attribution } from "../findings.js";

/** With these the next clause begins: "said while stumping for his wife". */
const NEXT_CLAUSE = /^(?:while|when|because|and|but)$/u;
const TIME_HEAD = /^(?:last|this|next|earlier|late|early|yesterday|today|tonight)$/u;
const TIME_NOUN = /^(?:week|weekend|month|year|summer|winter|spring|autumn|fall|night|morning|afternoon|evening|season)$/u;

/**
 * A cue in its usual limits, as people mark them: it begins behind the time ("on Sunday defended": in 84 of 98 cues with one) and ends before a comma, the next
 * clause and the "by" that leads to the source of a passive (148 of 192).
 */
export function withUsualCue({ tokens }: Article, attribution: Attribution): Attribution {
  const { cue, source } = attribution;
  if (!cue) return attribution;
  const own = { first: tokens.at(cue.start), end: tokens.at(cue.end - 1) + 1 };
  const first = afterTime(tokens, own.first, own.end);
  let { end } = own;
  while (end - 1 > first && (tokens.text(end - 1) === "," || NEXT_CLAUSE.test(tokens.lower(end - 1)))) end--;
  if (end - 1 > first && tokens.lower(end - 1) === "by" && source?.start === tokens.start(end)) end--;
  return first === own.first && end === own.end ? attribution : { ...attribution, cue: tokens.span(first, end) };
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
    if (at === from || !TIME_NOUN.test(tokens.lower(at))) return from;
    at++;
  }
  return at < end ? at : from;
}
