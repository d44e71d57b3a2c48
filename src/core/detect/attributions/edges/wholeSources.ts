import { adverbs, auxiliaries, conjunctions, pastVerbs, prepositions, subordinators, texts } from "../../../lexicon/wordClasses.js";
import { sentenceAt, type Article, type Sentence } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import type { Attribution } from "../../findings.js";

/** Tokens of a subject with the clause that belongs to it. */
const SUBJECT_LENGTH = 24;
/** Tokens of a name behind an adverb: "a visibly upset and confused | Denning". */
const NAME_REACH = 6;
const CLAUSE = /^(?:where|who|which)$/u;
/** Behind a text: how it came about. */
const ISSUED = /^(?:issued|released|published|made|signed|adopted|read)$/u;
const OCCASION = /^(?:after|before|during|following)$/u;

/** Sources of which only a part was seen, made whole: what stands before a relative clause, what follows an adverb, a text with its occasion. */
export function withWholeSubject(article: Article, attribution: Attribution): Attribution {
  const { tokens } = article;
  const { source, cue } = attribution;
  const sentence = source && sentenceAt(article, source.start);
  if (!source || !cue || !sentence) return attribution;
  if (source.start > cue.start) return withName(tokens, sentence, attribution, source.end);
  const first = tokens.at(source.start);
  const begin = subjectStart(tokens, sentence, first, tokens.at(source.end - 1) + 1);
  return begin === undefined ? attribution : { ...attribution, source: { start: tokens.start(begin), end: source.end } };
}

/** "asked a visibly | upset Denning": a phrase does not end with an adverb. */
function withName(tokens: Tokens, { endToken }: Sentence, attribution: Attribution, end: number): Attribution {
  const last = tokens.at(end - 1);
  if (!/^\p{Ll}{3,}ly$/u.test(tokens.text(last)) || attribution.source === null || tokens.at(attribution.source.start) === last) return attribution;
  let until = last + 1;
  while (until < endToken && until <= last + NAME_REACH && tokens.kind(until) === "word" && !tokens.isCapitalized(until)) until++;
  while (until < endToken && tokens.isCapitalized(until)) until++;
  const isName = tokens.isCapitalized(until - 1) && (until === endToken || /^[.,]$/u.test(tokens.text(until)));
  return isName ? { ...attribution, source: { start: attribution.source.start, end: tokens.end(until - 1) } } : attribution;
}

/** Where the subject begins of which a source is the end; undefined where the source is whole. */
function subjectStart(tokens: Tokens, { firstToken }: Sentence, first: number, end: number): number | undefined {
  const opening = conjunctions.has(tokens.lower(firstToken)) ? firstToken + 1 : firstToken;
  // "people | who knew the pair are calling"
  const isRelative = end - first > 1 && /^who$/u.test(tokens.lower(first)) && tokens.kind(first - 1) === "word";
  // "The group standing outside the house where | the shooting took place wants"
  const isClause = CLAUSE.test(tokens.lower(first - 1)) && tokens.kind(first - 2) === "word" && holdsVerb(tokens, first, end);
  // "A statement issued after | the talks said"
  const isOccasion = OCCASION.test(tokens.lower(first - 1)) && ISSUED.test(tokens.lower(first - 2)) && texts.has(tokens.lower(first - 3));
  if (!isRelative && !isClause && !isOccasion) return undefined;
  const isPart = (token: number): boolean => isInSubject(tokens, token) && !(isRelative && isBorder(tokens.lower(token)));
  let begin = first - 1;
  while (begin > opening && first - begin <= SUBJECT_LENGTH && isPart(begin - 1)) begin--;
  return first - begin <= SUBJECT_LENGTH && !prepositions.has(tokens.lower(begin)) && !adverbs.has(tokens.lower(begin)) ? begin : undefined;
}

/** Before the phrase for somebody whom "who" goes back to. */
function isBorder(lower: string): boolean {
  return conjunctions.has(lower) || (prepositions.has(lower) && lower !== "of");
}

function isInSubject(tokens: Tokens, token: number): boolean {
  const lower = tokens.lower(token);
  return (tokens.kind(token) === "word" || tokens.kind(token) === "number" || tokens.text(token) === "-") && !subordinators.has(lower) && (!auxiliaries.has(lower) || lower === "to") && !pastVerbs.has(lower);
}

function holdsVerb(tokens: Tokens, first: number, end: number): boolean {
  for (let token = first + 1; token < end; token++) if (pastVerbs.has(tokens.lower(token)) || (auxiliaries.has(tokens.lower(token)) && tokens.lower(token) !== "to")) return true;
  return false;
}
