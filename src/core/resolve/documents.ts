import type { Attribution } from "../detect/findings.js";
import type { TextRange } from "../document/range.js";
import { lastStartingBy } from "../document/sortedRanges.js";
import { cueForms } from "../lexicon/cues.js";
import { determiners, gatherings, media, prepositions, texts } from "../lexicon/wordClasses.js";
import type { Article } from "../text/article.js";
import type { WrittenWord } from "../text/vocabulary.js";

/** Words that are read for "in a joint statement", before the source and after the cue. */
const DOCUMENT_REACH = 12;
/** Words between "in" and the noun; a title in capitals may stand there besides: "in its latest Harbour Trade Outlook 2018 report". */
const PHRASE_REACH = 6;
/** Participles after which a noun's phrase goes on: "a report issued by the minister". */
export const REDUCED_CLAUSE = /^(?:issued|published|released|written|authored|co-authored|penned|posted|filed|prepared|compiled|led|obtained|seen|signed|sent|submitted|produced|drafted|conducted|commissioned|addressed|that|which)$/u;
/** Verbs for bringing a text into the world. */
const ISSUING = /^(?:ran|runs?|carried|releas(?:ed?|es|ing)|issu(?:ed?|es|ing)|publish(?:es|ed|ing)?|wrote|writ(?:es?|ing|ten)|sen[dt]|send(?:s|ing)|fil(?:ed?|es|ing)|post(?:s|ed|ing)?|reads?|reading|submit(?:s|ted|ting)?|circulat(?:ed?|es|ing)|sign(?:s|ed|ing)?|penn(?:ed|ing))$/u;
/** "said by email", "said via Twitter". */
const MEANS = /^(?:by|via|through)$/u;

/** The noun of a text that speaks itself, in the singular: "report" in "the report by the minister"; undefined for any other source. */
export function documentNoun({ tokens }: Article, source: TextRange): string | undefined {
  let head = "";
  for (let index = tokens.at(source.start); index < tokens.length && tokens.start(index) < source.end; index++) {
    const lower = tokens.lower(index);
    // "the council's written statement": an adjective
    const isAdjective = determiners.has(head) || /^['’]s?$/u.test(head);
    // "a March 3, 2019 memo": the comma of a date
    const isOfDate = lower === "," && tokens.kind(index - 1) === "number" && tokens.kind(index + 1) === "number";
    if ((lower === "," && !isOfDate) || (head !== "" && (prepositions.has(lower) || (REDUCED_CLAUSE.test(lower) && !isAdjective)))) break;
    head = lower;
  }
  return asDocument(head);
}

/**
 * A text's phrase with the clause that says whose it is, where the source ends before it: "the statement" of "reads the statement published on the ministry's
 * website", or within it: "the statement published on the ministry".
 */
export function withIssue({ tokens }: Article, source: TextRange): TextRange {
  const first = tokens.at(source.start);
  let end = tokens.at(source.end - 1) + 1;
  let issued = first + 1;
  while (issued < end && !REDUCED_CLAUSE.test(tokens.lower(issued))) issued++;
  const isCut = issued >= end - 1 || media.has(tokens.lower(end)) || media.has(tokens.lower(end + 1));
  if (!isCut || !REDUCED_CLAUSE.test(tokens.lower(issued))) return source;
  const last = issued + DOCUMENT_REACH;
  while (end < last && (tokens.kind(end) === "word" || /^['’]s?$/u.test(tokens.text(end)))) end++;
  return tokens.span(first, end);
}

/**
 * "In its petition, the state said", "said in a letter to the minister", "said on Twitter", "filed a petition, saying": the noun of the text
 * that an attribution names beside its source.
 */
export function documentSaidIn(article: Article, attribution: Attribution): string | undefined {
  const { cue, source, contents } = attribution;
  if (!cue) return undefined;
  const { tokens, sentences } = article;
  const sentence = sentences[lastStartingBy(sentences, cue.start)];
  const first = Math.min(cue.start, source?.start ?? cue.start);
  const head = sentence?.firstToken ?? 0;
  const before = tokens.start(head) < first ? namedAt(article, head) : undefined;
  if (before) return before;
  // a source that stands after the cue may have swallowed the text: "reports the institute in its yearly survey"
  const after = tokens.at(cue.end - 1) + 1;
  // it may stand within the cue, too ("said in a statement"), or before it ("Collins, in a letter on Sunday, said")
  const from = source && source.end <= cue.start ? tokens.at(source.end - 1) + 1 : tokens.at(cue.start);
  const end = Math.min(Math.max(after, tokens.at((source?.end ?? 1) - 1) + 1) + DOCUMENT_REACH, sentence?.endToken ?? 0);
  for (let index = from; index < end; index++) {
    const start = tokens.start(index);
    if (contents.some((content) => content.start <= start && start < content.end)) break;
    const noun = namedAt(article, index);
    if (noun) return noun;
  }
  return issuedBefore(article, attribution, head);
}

/** The text that a phrase beginning with "in", "on" or "by" names. */
function namedAt({ tokens }: Article, first: number): string | undefined {
  const preposition = tokens.lower(first);
  if (MEANS.test(preposition)) return media.has(tokens.lower(first + 1)) ? tokens.lower(first + 1) : asDocument(tokens.lower(first + 1));
  if (preposition !== "in" && preposition !== "on") return undefined;
  for (let next = first + 1, words = 0; words < PHRASE_REACH - 1; next++) {
    const lower = tokens.lower(next);
    const inTitle = tokens.isCapitalized(next) || tokens.kind(next) === "number" || lower === "and";
    if ((tokens.kind(next) !== "word" && !inTitle) || prepositions.has(lower)) return undefined;
    const noun = preposition === "in" ? asDocument(lower) : media.has(lower) ? lower : undefined;
    // "ahead in the polls"
    if (lower === "polls" && tokens.lower(next - 1) === "the") return undefined;
    // "in a brief interview", "on a radio show" tell of a talk
    if (noun && gatherings.has(tokens.lower(next + 1))) return undefined;
    // "in brief" names no text
    if (noun && (preposition === "on" || next > first + 1 || noun !== lower || lower.endsWith("s"))) return noun;
    // a title ends somewhere
    words += inTitle && next - first < 2 * DOCUMENT_REACH ? 0 : 1;
  }
  return undefined;
}

/** "released a report on Monday saying": whoever issues a text says with it what the participle tells; whoever "rejected the report, saying" does not. */
function issuedBefore({ tokens }: Article, { cue, source }: Attribution, head: number): string | undefined {
  if (!cue || !tokens.lower(tokens.at(cue.start)).endsWith("ing")) return undefined;
  const last = tokens.at(cue.start);
  const from = Math.max(head, source && source.end <= cue.start ? tokens.at(source.end - 1) + 1 : head);
  let issued = -DOCUMENT_REACH;
  for (let index = Math.max(from, last - 3 * DOCUMENT_REACH); index < last; index++) {
    if (isIssuing(tokens.lower(index))) issued = index;
    const noun = index > issued && index <= issued + PHRASE_REACH ? asDocument(tokens.lower(index)) : undefined;
    if (noun) return noun;
  }
  return undefined;
}

/** The singular of a noun for a text. */
function asDocument(word: string): string | undefined {
  if (texts.has(word)) return word;
  return word.endsWith("s") && texts.has(word.slice(0, -1)) ? word.slice(0, -1) : undefined;
}

/** True for a verb that brings a text into the world. */
export function isIssuing(word: string): boolean {
  return ISSUING.test(word);
}

/** The same, and the noun for a text that a word in small letters is: what a reader of every word asks. */
export interface TextWord {
  readonly isIssuing: boolean;
  readonly noun: string | undefined;
}

export function readTextWord({ lower, isCapitalized }: WrittenWord): TextWord {
  return { isIssuing: isIssuing(lower), noun: isCapitalized ? undefined : asDocument(lower) };
}

/** Texts that a verb tells of by itself: whoever ruled has made a ruling. */
const MADE = new Map([
  ["rule", "ruling"],
  ["find", "findings"],
  ["report", "report"],
  ["tweet", "tweet"],
  ["post", "post"],
]);

/** The text that a cue brings into the world: "published an article on", "ruled". */
export function documentMadeBy({ tokens }: Article, cue: TextRange | null): string | undefined {
  if (!cue) return undefined;
  for (let index = tokens.at(cue.start), issued = false; index < tokens.length && tokens.start(index) < cue.end; index++) {
    const lower = tokens.lower(index);
    const noun = issued ? asDocument(lower) : MADE.get(cueForms.get(lower)?.at(-1)?.cue.verb ?? "");
    if (noun) return noun;
    issued ||= isIssuing(lower);
  }
  return undefined;
}
