import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { adverbs, auxiliaries, conjunctions, determiners, pastVerbs, prepositions, subordinators } from "../../../lexicon/wordClasses.js";
import type { Article, Sentence } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import { BUSINESS, typeOf } from "../phrases/descriptions.js";

/** Tokens of a subject at most. */
const SUBJECT_LENGTH = 10;
/** Words of an owner's name, and what may stand before it at the head of a sentence. */
const OWNER_LENGTH = 6;
const OPENING = /^(?:and|but|so|instead|meanwhile|then|still|also|however|earlier|separately)$/u;
/** Tokens before the comma of what may stand before a subject. */
const INTRODUCTION_LENGTH = 6;
/** Tokens of what is inserted behind a subject. */
const INSERTION_LENGTH = 30;
/** Verbs whose past has no form of its own. */
const UNMARKED = /^(?:cut|set|put|hit|let|shut|beat|hurt|quit|split|spread|read)$/u;
/** Nouns for several people that have no plural's "s" or name nobody's office. */
const PEOPLE = /^(?:police|staff|people|men|women|children|parents|villagers|residents|locals|neighbou?rs|survivors|victims|relatives|families|teenagers|pupils|voters|shoppers|visitors|supporters|opponents|protesters|campaigners|rebels|militants|crews|shareholders|investors|owners|landowners|others)$/u;

/**
 * Several without a name whom "they" tells again: the subject of the pronoun's own sentence, else of the one before in its paragraph ("Analysts at Hale
 * cut their target. … they wrote"). Undefined where neither begins with such a phrase.
 */
export function groupBefore(article: Article, pronoun: TextRange): TextRange | undefined {
  return phraseBefore(article, pronoun, (noun) => isGroup(noun.lower));
}

/** True for a subject behind somebody's words that is of the pronoun's own sentence: "(Some companies announce when they …)". */
export function isInSentence({ sentences }: Article, subject: TextRange, words: TextRange, pronoun: TextRange): boolean {
  return subject.start >= words.end && lastStartingBy(sentences, subject.start) === lastStartingBy(sentences, pronoun.start);
}

/**
 * A body that "it" tells again, found as `groupBefore` is: "The campaign braces for a fight it expects", "Hale Research lost its licence. It said"; `isBody` is
 * true where a name of one ends.
 */
export function bodyBefore(article: Article, pronoun: TextRange, isBody: (end: number) => boolean): TextRange | undefined {
  return ownerBefore(article, pronoun, isBody) ?? phraseBefore(article, pronoun, ({ lower, end, isJoined }) => !isJoined && (isBody(end) || typeOf(lower) === "organization" || isBodyNoun(lower)));
}

/** "Hale's shares fell after it said": the body with whose things the pronoun's own sentence begins. */
function ownerBefore({ tokens, sentences }: Article, pronoun: TextRange, isBody: (end: number) => boolean): TextRange | undefined {
  const { firstToken = 0 } = sentences[lastStartingBy(sentences, pronoun.start)] ?? {};
  const first = OPENING.test(tokens.lower(firstToken)) ? firstToken + (tokens.text(firstToken + 1) === "," ? 2 : 1) : firstToken;
  for (let end = first + 1; end < first + OWNER_LENGTH && tokens.end(end) < pronoun.start; end++) {
    if (/^['’]s?$/u.test(tokens.text(end))) return isBody(tokens.end(end - 1)) ? tokens.span(first, end) : undefined;
  }
  return undefined;
}

function isBodyNoun(noun: string): boolean {
  const facts = nameWords().facts(noun);
  return (facts & (Word.organizationHead | Word.organizationOf)) !== 0 && (facts & Word.weakHead) === 0;
}

/** The last word of a subject. */
interface Head {
  readonly lower: string;
  readonly end: number;
  /** "Hale and others" */
  readonly isJoined: boolean;
}

/** The subject with such a head with which the pronoun's own sentence begins, else the one before in its paragraph. */
function phraseBefore(article: Article, pronoun: TextRange, isHead: (noun: Head) => boolean): TextRange | undefined {
  const { sentences } = article;
  const own = lastStartingBy(sentences, pronoun.start);
  const here = sentences[own];
  const before = sentences[own - 1];
  return (here && subjectOf(article, here, pronoun.start, isHead)) ?? (here && before?.block === here.block ? subjectOf(article, before, before.end, isHead) : undefined);
}

/** The subject with which a sentence begins, if its verb stands before an offset. */
function subjectOf({ tokens }: Article, { firstToken }: Sentence, until: number, isHead: (noun: Head) => boolean): TextRange | undefined {
  const opening = tokens.text(firstToken) === "(" ? firstToken + 1 : firstToken;
  const first = introductionEnd(tokens, conjunctions.has(tokens.lower(opening)) ? opening + 1 : opening);
  let end = first;
  let head: number | undefined;
  for (; end < first + SUBJECT_LENGTH && !isVerb(tokens, end, first); end++) {
    const closing = end > first ? insertionEnd(tokens, end) : undefined;
    if (closing !== undefined) return until > tokens.start(closing + 1) && isVerb(tokens, closing + 1, first) ? headed(tokens, first, end, head ?? end - 1, isHead) : undefined;
    if (tokens.kind(end) === "mark" && !/^[-&]$/u.test(tokens.text(end))) return undefined;
    if (subordinators.has(tokens.lower(end)) || (end === first && prepositions.has(tokens.lower(end)))) return undefined;
    // "The losses these owners suffered": what they suffered
    if (end > first && determiners.has(tokens.lower(end)) && tokens.kind(end - 1) === "word" && !prepositions.has(tokens.lower(end - 1)) && !conjunctions.has(tokens.lower(end - 1)) && !determiners.has(tokens.lower(end - 1))) head ??= end - 1;
    // "Family and friends": the last of them tells what they are
    if (prepositions.has(tokens.lower(end))) head ??= end - 1;
  }
  head ??= end - 1;
  return end === first + SUBJECT_LENGTH || tokens.end(end) > until ? undefined : headed(tokens, first, end, head, isHead);
}

/** Index of the token behind "In 2011," or "At the time," with which a sentence may begin; `first` where it begins otherwise. */
function introductionEnd(tokens: Tokens, first: number): number {
  if (!prepositions.has(tokens.lower(first))) return first;
  for (let token = first + 1; token <= first + INTRODUCTION_LENGTH && !isVerb(tokens, token, first); token++) {
    if (tokens.text(token) === ",") return token + 1;
    if (tokens.kind(token) === "mark" || subordinators.has(tokens.lower(token))) return first;
  }
  return first;
}

/** The phrase without the adverbs at its end, if its head is such a one. */
function headed(tokens: Tokens, first: number, end: number, head: number, isHead: (noun: Head) => boolean): TextRange | undefined {
  let isJoined = false;
  for (let index = first; index < head; index++) isJoined ||= conjunctions.has(tokens.lower(index));
  if (end === first || !isHead({ lower: tokens.lower(head), end: tokens.end(head), isJoined })) return undefined;
  let last = end;
  while (last > first && adverbs.has(tokens.lower(last - 1))) last--;
  return head < last ? tokens.span(first, last) : undefined;
}

/** Index of the mark that closes what a dash, a bracket or a comma inserts behind a subject: "All five — a pilot and four sailors — are". */
function insertionEnd(tokens: Tokens, open: number): number | undefined {
  const mark = tokens.text(open);
  if (!/^(?:[—–,(]|--)$/u.test(mark) || /^(?:and|or|but)$/u.test(tokens.lower(open + 1))) return undefined;
  const closing = mark === "(" ? ")" : mark;
  for (let token = open + 1; token <= open + INSERTION_LENGTH; token++) if (tokens.text(token) === closing) return token;
  return undefined;
}

/** A verb in a tense behind the subject; no noun of that form, as a determiner or the sentence's head tells ("The police reports"). */
function isVerb(tokens: Tokens, index: number, first: number): boolean {
  const lower = tokens.lower(index);
  if (auxiliaries.has(lower)) return lower !== "to";
  // "the least-educated"
  if (tokens.text(index - 1) === "-" && tokens.end(index - 1) === tokens.start(index)) return false;
  if (index <= first || determiners.has(tokens.lower(index - 1)) || tokens.isCapitalized(index)) return false;
  return pastVerbs.has(lower) || UNMARKED.test(lower) || cueForms.get(lower)?.some(({ forms }) => forms.has("past")) === true || (lower.length > 4 && lower.endsWith("ed") && !lower.endsWith("eed"));
}

function isGroup(noun: string): boolean {
  if (PEOPLE.test(noun)) return true;
  return /[^s]s$/u.test(noun) && ((nameWords().facts(noun) & Word.roles) !== 0 || typeOf(noun.slice(0, -1)) === "person" || BUSINESS.test(noun.replace(/(?:ies|s)$/u, (ending) => (ending === "s" ? "" : "y"))));
}
