import type { TextRange } from "../../../document/range.js";
import { determiners, subjectPronouns } from "../../../lexicon/wordClasses.js";
import type { TokenSpan } from "../../../tagger/decode.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";

/** What no noun phrase ends with: "Northgrid plc today", "Umeh, who inspected the bridge on". */
const LOOSE = /^(?:\.|neither|never|now|then|today|yesterday|tonight|on|in|at|of|for|both|and|or|that|the|an?)$/u;

/** What somebody does besides. */
const FIRST_VERB = /^(?:lives|works|runs|owns|grows|teaches|leads|serves|sits|knows|breeds|keeps)$/u;

/** Tokens of a relative clause behind where it was cut off. */
const REST_LENGTH = 12;

/** With these a description begins, to which an occasion may belong. */
const RELATIVE = /^(?:who|whom|whose|which|that|by|,)$/u;

/** Verbs in a tense, and what they may belong to within a noun phrase. */
const FINITE = /^(?:is|was|are|were|has|had)$/u;
const CLAUSE_OR_LIST = /^(?:who|whom|whose|which|that|what|where|when|how|by|,|\(|["“]|called|named|titled)$/u;

/**
 * A source without the full stop and the opening mark after it: `…,' said Thomas.'We are …`, and without the occasion behind a name: "Lavrov
 * during his visit to India" is Lavrov, while "a minister during the war" may say who it is.
 */
export function sourceRange({ tokens }: Article, { first, end }: TokenSpan, cue: TokenSpan): TextRange {
  let last = end;
  for (let token = first + 1; token < end && last === end && !RELATIVE.test(tokens.lower(token)); token++) {
    if (tokens.lower(token) === "during" && /^\p{Lu}\p{L}/u.test(tokens.text(token - 1))) last = token;
    if (first >= cue.end && beginsScene(tokens, token)) last = token;
  }
  // "alleged Hollis, one of the lawyers, | after the judge left"
  for (let token = first + 2; token < end && last === end && first >= cue.end; token++) if (/^(?:after|before)$/u.test(tokens.lower(token)) && tokens.text(token - 1) === ",") last = token - 1;
  // "Farmer Tom Hollis lives in Kent and | says": the first of two verbs
  if (first < cue.first && last - 1 > first && FIRST_VERB.test(tokens.text(last - 1)) && /^\p{Lu}\p{Ll}/u.test(tokens.text(last - 2)) && tokens.lower(cue.first - 1) === "and") last--;
  // "Hollis was the first officer to go, saying …": a clause of its own, before the cue
  for (let token = first + 1; token < end && last === end && first < cue.first && !/^["“‘]|^what$/iu.test(tokens.text(first)) && !CLAUSE_OR_LIST.test(tokens.lower(token)); token++) if (FINITE.test(tokens.text(token)) && tokens.kind(token - 1) === "word" && (token === first + 1 || !subjectPronouns.has(tokens.lower(token - 1)))) last = token;
  for (let token = first + 1; token < end && last === end; token++) if (tokens.kind(token) === "quote" && tokens.text(token - 1) === ".") last = token;
  if (last === end && LOOSE.test(tokens.lower(end - 1))) last = relativeEnd(tokens, first, end, cue) ?? end;
  // "one of the officials, who …": a clause that was cut off behind its first word
  if (last - 1 > first && isRelative(tokens, last - 1)) last -= tokens.text(last - 2) === "," && last - 2 > first ? 2 : 1;
  while (last - 1 > first && LOOSE.test(tokens.lower(last - 1))) last--;
  // "co-author of the study, published": a participle that was cut off
  if (last - 2 > first && tokens.text(last - 2) === "," && /^\p{Ll}+ed$/u.test(tokens.text(last - 1))) last -= 2;
  // "a neighbour, who": without the clause that was cut off
  if (last - 2 > first && isRelative(tokens, last - 1) && tokens.text(last - 2) === ",") last -= 2;
  return tokens.span(first, last);
}

/** "Hollis, who works for the | ferry line, said": a relative clause goes on up to its comma or full stop. */
function relativeEnd(tokens: Tokens, first: number, end: number, cue: TokenSpan): number | undefined {
  let clause = first + 1;
  while (clause < end - 2 && !(tokens.text(clause) === "," && /^(?:who|whose|which)$/u.test(tokens.lower(clause + 1)))) clause++;
  if (clause >= end - 2) return undefined;
  for (let token = end; token < end + REST_LENGTH && token !== cue.first; token++) if (/^[,.;]$/u.test(tokens.text(token))) return token;
  return undefined;
}

/** "shouted one man | as the agent rose": behind a verb before its source a clause tells when; "known as the Fox" is a name. */
function beginsScene(tokens: Tokens, token: number): boolean {
  const next = tokens.lower(token + 1);
  if (!/^(?:as|when|while)$/u.test(tokens.lower(token)) || /(?:ed|known|such)$/u.test(tokens.lower(token - 1))) return false;
  return determiners.has(next) || /^(?:he|she|it|they|we|i)$/u.test(next);
}

/** "who", "which"; in capitals only behind a comma, as "the WHO" is an organization. */
export function isRelative(tokens: Tokens, token: number): boolean {
  return /^(?:[Ww]ho|[Ww]hich|whose|whom)$/u.test(tokens.text(token)) || (/^(?:WHO|WHICH)$/u.test(tokens.text(token)) && tokens.text(token - 1) === ",");
}
