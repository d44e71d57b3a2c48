import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import { auxiliaries, determiners, passives, prepositions, pastVerbs, subjectPronouns } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import type { Attribution } from "../../findings.js";

/** Words of a source between a quotation and its verb, or between two commas. */
const SOURCE_LENGTH = 8;

/**
 * `“Is it safe?” a reporter shouted. “Ask the engineers,” the mayor snapped.`: a quotation that ends with a comma before words that end its sentence is told by those,
 * whatever verb they have, and is no further part of the statement before it.
 */
export function withOwnClauses(article: Article, attributions: readonly Attribution[]): Attribution[] {
  return attributions.flatMap((attribution) => {
    const { contents, cue } = attribution;
    const last = contents.at(-1);
    const own = contents.length > 1 && cue && last && last.start > cue.end ? ownClause(article, last, cue) : undefined;
    if (!own || !last) return [attribution];
    const further: Attribution = { contents: [last], ...own, construction: "quote, source, cue", confidence: attribution.confidence };
    return [{ ...attribution, contents: contents.slice(0, -1) }, further];
  });
}

/**
 * "He called it a lie adding that nobody had asked", "… adding: “Nobody asked.”": a participle that adds to what was said is the next statement of the same source, also where the comma
 * was forgotten; inside what somebody else is told to have said it may be that one's.
 */
export function withAddition({ tokens }: Article, attributions: readonly Attribution[]): Attribution[] {
  return attributions.flatMap((attribution) => {
    const { contents, cue, source } = attribution;
    const last = contents.at(-1);
    if (!source || !cue || !last || contents.length > 1 || last.start < cue.end) return [attribution];
    const first = tokens.at(last.start);
    for (let token = first; tokens.start(token + 2) < last.end; token++) {
      const isQuoted = tokens.kind(token) === "quote" && token === first;
      if (isQuoted || isPastCue(tokens.lower(token))) return [attribution];
      if (token - first < LEAST_SAID || tokens.lower(token) !== "adding" || !/^(?:that|:)$/u.test(tokens.lower(token + 1))) continue;
      const from = tokens.text(token + 1) === ":" ? token + 2 : token + 1;
      const added: Attribution = { contents: [{ start: tokens.start(from), end: last.end }], cue: tokens.range(token), source, construction: "participle", confidence: attribution.confidence };
      return [{ ...attribution, contents: [{ start: last.start, end: tokens.end(token - 1) }] }, added];
    }
    return [attribution];
  });
}

/** Tokens of what was said before something is added. */
const LEAST_SAID = 2;

function isPastCue(word: string): boolean {
  return cueForms.get(word)?.some(({ cue: { mode, patterns }, forms }) => mode === "speech" && patterns.has("that") && forms.has("past")) === true;
}

/** The source and the verb right behind a quotation that ends with a comma: "the mayor snapped" and a full stop. */
function ownClause({ text, tokens, sentences }: Article, quotation: TextRange, cue: TextRange): { source: TextRange | null; cue: TextRange } | undefined {
  if (!/^["“‘'«]/u.test(text.slice(quotation.start, quotation.start + 1)) || !/,["”’'»]$/u.test(text.slice(quotation.start, quotation.end))) return undefined;
  const sentence = sentences[lastStartingBy(sentences, quotation.end - 1)];
  const first = tokens.at(quotation.end - 1) + 1;
  const end = sentence ? sentence.endToken - 1 : first;
  // "“…,” he said, “…,” a nod to the mayor": the first cue stands in the same sentence
  if (!sentence || cue.start >= sentence.start || end - first < 2 || end - first > SOURCE_LENGTH || tokens.text(end) !== ".") return undefined;
  // "“…,” came the reply": of the other one, whoever that is
  if (tokens.lower(first) === "came" && ANSWER.test(tokens.lower(end - 1))) return { source: null, cue: tokens.span(first, end) };
  const opens = tokens.isCapitalized(first) || determiners.has(tokens.lower(first)) || subjectPronouns.has(tokens.lower(first));
  const verb = end - 1;
  if (!opens || !isPast(tokens.lower(verb))) return undefined;
  for (let token = first; token < verb; token++) if (tokens.kind(token) !== "word" || auxiliaries.has(tokens.lower(token)) || prepositions.has(tokens.lower(token))) return undefined;
  return { source: tokens.span(first, verb), cue: tokens.span(verb, end) };
}

const ANSWER = /^(?:reply|answer|response|retort)$/u;

function isPast(word: string): boolean {
  return (word.length > 4 && word.endsWith("ed")) || pastVerbs.has(word) || cueForms.get(word)?.some(({ forms }) => forms.has("past")) === true;
}

const INVERTED = /^(?:says|said|writes|wrote|argues|argued|explains|explained|admits|admitted|reckons|insists|notes|adds)$/u;

/** `Mr Putin, says one diplomat, “does not do compromise”`: the verb between commas stands before its source, and what is before it belongs to what was said. */
export function withInvertedSource({ tokens }: Article, attribution: Attribution): Attribution {
  const { source, cue, contents } = attribution;
  const [content, ...others] = contents;
  if (!source || !cue || !content || source.end > cue.start || others.length > 0) return attribution;
  const verb = tokens.at(cue.start);
  const subject = tokens.span(tokens.at(source.start), tokens.text(verb - 2) === "," ? verb - 2 : verb - 1);
  const first = tokens.at(content.start);
  if (tokens.end(verb) !== cue.end || !INVERTED.test(tokens.lower(verb)) || tokens.text(verb - 1) !== "," || first !== verb + 1) return attribution;
  if (holdsComma(tokens, subject) || /^who|^which/iu.test(tokens.text(tokens.at(subject.start)))) return attribution;
  const comma = commaBehind(tokens, first);
  if (comma === undefined || tokens.start(comma) >= content.end) return attribution;
  return { ...attribution, source: tokens.span(first, comma), contents: [subject, { start: tokens.start(comma + 1), end: content.end }], construction: "quote, cue, source" };
}

/** The comma that ends a source which begins at a token: a name or a noun phrase without a verb. */
function commaBehind(tokens: Tokens, first: number): number | undefined {
  if (!tokens.isCapitalized(first) && !determiners.has(tokens.lower(first)) && tokens.lower(first) !== "one") return undefined;
  for (let token = first; token < first + SOURCE_LENGTH; token++) {
    if (tokens.text(token) === ",") return token > first ? token : undefined;
    const lower = tokens.lower(token);
    if (tokens.kind(token) === "quote" || (auxiliaries.has(lower) && lower !== "to") || pastVerbs.has(lower)) return undefined;
  }
  return undefined;
}

function holdsComma(tokens: Tokens, { start, end }: TextRange): boolean {
  for (let token = tokens.at(start); token < tokens.length && tokens.start(token) < end; token++) if (tokens.text(token) === ",") return true;
  return false;
}

/** "was quoted as saying", "is heard to say": a passive whose subject speaks. */
const SAID_OF = /^(?:(?:has|have|had)\s+been|is|was|were|are|been)\s+(?:\p{L}+ly\s+)?(?:quoted(?:\s+as\s+(?:saying|telling))?|cited\s+as\s+saying|(?:heard|overheard)\s+(?:saying|to\s+say)|reported\s+(?:as\s+saying|to\s+have\s+said))\b/u;
const PRONOUN = /^(?:he|she|they|it|who|i|we)$/u;

/** `He was quoted by Interfax as saying: “…”`: whoever is quoted as saying something says it. */
export function withQuotedSubject({ text, tokens, sentences }: Article, attribution: Attribution): Attribution {
  const { cue, source, contents } = attribution;
  const byAgency = cue && source && quotedBy(tokens, sentences[lastStartingBy(sentences, cue.start)]?.firstToken ?? 0, source, cue);
  if (byAgency) return { ...attribution, ...byAgency };
  if (cue && /^quot(?:ed|es)$/u.test(text.slice(cue.start, cue.end))) return withQuotedObject(text, tokens, attribution, cue);
  if (!cue || contents.length === 0 || !SAID_OF.test(text.slice(cue.start, cue.end))) return attribution;
  const first = tokens.at(cue.start);
  // the subject, which may lie in what was said or in nothing
  const before = { start: tokens.start(nameStart(tokens, first)), end: tokens.end(first - 1) };
  const subject = contents.find(({ end }) => tokens.at(end - 1) === first - 1);
  const others = contents.filter((content) => content !== subject);
  if (!subject || others.length === 0) return source || before.start >= before.end || contents.some(({ start, end }) => start < before.end && end > before.start) ? attribution : { ...attribution, source: before };
  const [said] = others;
  const as = said ? tokens.at(said.start) : 0;
  // "is quoted by the agency as saying": the agency is no more than the way
  const isSaying = source !== null && source.start > cue.start && tokens.lower(as) === "as" && tokens.lower(as + 1) === "saying" && said && tokens.start(as + 2) < said.end;
  if (isSaying) return { ...attribution, source: subject, cue: { start: cue.start, end: tokens.end(as + 1) }, contents: [{ start: tokens.start(as + 2), end: said.end }, ...others.slice(1)], construction: "source, cue, content" };
  // "“…,” the mayor was quoted as telling reporters": who hears it is no part of it
  const quoted = others.filter(({ start }) => OPENING_MARK.test(text.charAt(start)));
  if (!source) return { ...attribution, source: subject, contents: quoted.length > 0 && text.slice(cue.start, cue.end).endsWith("telling") ? quoted : others, construction: "source, cue, content" };
  if (source.start < cue.start || quoted.length === 0) return attribution;
  const behind = tokens.at(source.end - 1) + 1;
  const last = tokens.at(cue.end - 1);
  const end = tokens.lower(behind) === "as" && tokens.lower(behind + 1) === "saying" ? tokens.end(behind + 1) : tokens.lower(last) === "by" ? tokens.end(last - 1) : cue.end;
  return { ...attribution, source: subject, cue: { start: cue.start, end }, contents: quoted, construction: "quote, source, cue" };
}

/** "Paul Reed, SSP, Hale district was quoted by | the agency | as saying": whoever is quoted, where the tagger has seen who quotes. */
function quotedBy(tokens: Tokens, opening: number, agency: TextRange, cue: TextRange): { source: TextRange; cue: TextRange } | undefined {
  const by = tokens.at(agency.start) - 1;
  const be = by - 2;
  if (tokens.lower(tokens.at(cue.start)) !== "saying" || tokens.lower(by) !== "by" || tokens.lower(by - 1) !== "quoted" || !passives.has(tokens.lower(be))) return undefined;
  let first = be;
  while (be - first < QUOTED_LENGTH && first > opening && !/^["“”;:]$/u.test(tokens.text(first - 1))) first--;
  return first < be && (tokens.isCapitalized(first) || determiners.has(tokens.lower(first))) ? { source: tokens.span(first, be), cue: { start: tokens.start(be), end: cue.end } } : undefined;
}

/** Tokens of whoever is quoted, with an office. */
const QUOTED_LENGTH = 16;

/** `“…,” the agency quoted him as saying`: he has said it. */
function withQuotedObject(text: string, tokens: Tokens, attribution: Attribution, cue: TextRange): Attribution {
  const { contents } = attribution;
  const quoted = contents.filter(({ start, end }) => end <= cue.start && OPENING_MARK.test(text.charAt(start)));
  const told = contents.find(({ start }) => start >= cue.end);
  const saying = told ? tokens.at(told.end - 1) : 0;
  if (!told || quoted.length === 0 || quoted.length < contents.length - 1 || tokens.lower(saying) !== "saying" || tokens.lower(saying - 1) !== "as" || tokens.start(saying - 1) <= told.start) return attribution;
  return { ...attribution, source: { start: told.start, end: tokens.end(saying - 2) }, cue: { start: tokens.start(saying - 1), end: told.end }, contents: quoted, construction: "quote, source, cue" };
}

const OPENING_MARK = /["“‘'«]/u;

/** Where the pronoun or the name begins that ends right before a token; the token itself where neither does. */
function nameStart(tokens: Tokens, end: number): number {
  if (PRONOUN.test(tokens.lower(end - 1))) return end - 1;
  let first = end;
  while (first > end - MOST_NAMES && tokens.isCapitalized(first - 1) && tokens.kind(first - 1) === "word") first--;
  return first;
}

const MOST_NAMES = 4;

const QUESTION = /^(?:whether|if|about|why|how|what)$/u;

/** `When asked whether he regretted it, Dent replied: “Not for a second.”`: what somebody was asked is no part of the answer. */
export function withoutQuestion({ text, tokens, sentences }: Article, attribution: Attribution): Attribution {
  const { cue, source, contents } = attribution;
  const [question, ...answer] = contents;
  // "Asked about his future, Marsh smiled. “I'm not going anywhere.”": nor is the answer a part of the question
  if (cue && question && !source && question.start >= cue.end && /^(?:asked|pressed|quizzed|questioned)\b/iu.test(text.slice(cue.start, cue.end))) {
    const own = sentences[lastStartingBy(sentences, cue.start)];
    const asked = contents.filter(({ start }) => !own || start < own.end);
    return asked.length > 0 && asked.length < contents.length ? { ...attribution, contents: asked } : attribution;
  }
  if (!cue || !question || answer.length === 0 || question.end > cue.start || !QUESTION.test(tokens.lower(tokens.at(question.start)))) return attribution;
  const opening = sentences[lastStartingBy(sentences, question.start)];
  const head = opening ? text.slice(opening.start, question.start) : "";
  return answer[0] && answer[0].start >= cue.end && /^(?:(?:when |once )?(?:asked|pressed|quizzed|questioned)\b|(?:on|as to)\s*$)/iu.test(head) ? { ...attribution, contents: answer } : attribution;
}
