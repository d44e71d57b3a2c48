import type { TextRange } from "../../../document/range.js";
import { cueForms, type CueVerb } from "../../../lexicon/cues.js";
import { adverbs, auxiliaries, conjunctions, determiners, negations, passives, pastVerbs, prepositions, subordinators, texts } from "../../../lexicon/wordClasses.js";
import { sentenceAt, type Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import type { Attribution } from "../../findings.js";
import { PROSPECT } from "../cues.js";

/** Whoever "is convinced that …" thinks so. */
const CONVICTION = /^(?:convinced|persuaded)$/u;

/** A word in "-ing" that is no name speaks not: "Downplaying reports of an alliance, the minister …". */
export function withoutGerund({ text }: Article, attribution: Attribution, nameStarts: ReadonlySet<number>): Attribution {
  const { source } = attribution;
  const isGerund = source !== null && !nameStarts.has(source.start) && /^\p{L}\p{Ll}+ing$/u.test(text.slice(source.start, source.end));
  return isGerund ? { ...attribution, source: null } : attribution;
}

/** A verb with whom it is said to or about for its object, and no clause: "tell", "accuse"; not "agree", and not "quote" in "was quoted as saying". */
function isDoneTo({ mode, patterns }: CueVerb, isLast: boolean): boolean {
  return patterns.has("person") || (isLast && mode === "speech" && patterns.has("object") && !patterns.has("bare") && !patterns.has("that"));
}

/** Whoever was asked, told or accused says nothing: the subject of a passive is no source, unless "by" names one. */
export function withoutPassiveSubject({ tokens }: Article, attribution: Attribution): Attribution {
  const { source, cue } = attribution;
  if (!source || !cue || source.start > cue.start) return attribution;
  const last = tokens.at(cue.end - 1);
  if (isQuestioned(tokens, source, cue, attribution.contents[0])) return { ...attribution, source: null };
  let passive = false;
  for (let token = tokens.at(source.end - 1) + 1; token <= last; token++) {
    const word = tokens.lower(token);
    // "is expected to say" has a speaker
    const forms = passive && !PROSPECT.test(word) ? cueForms.get(word) : undefined;
    const isLast = !tokens.lower(last).endsWith("ing");
    if (!CONVICTION.test(word) && forms?.some(({ cue: verb, forms: found }) => isDoneTo(verb, isLast) && (found.has("past") || found.has("participle")))) return { ...attribution, source: null };
    passive = passives.has(word) || (passive && (negations.has(word) || adverbs.has(word)));
  }
  return attribution;
}

/** "One driver, asked how long he had been up, held up two fingers": between commas the question is another one's. */
function isQuestioned(tokens: Tokens, source: TextRange, cue: TextRange, question: TextRange | undefined): boolean {
  const first = tokens.at(cue.start);
  const last = tokens.at(source.end - 1);
  const before = tokens.text(last) === "," ? last : last + 1;
  if (!question || tokens.text(before) !== "," || before + 1 !== first || !/^(?:asked|pressed|quizzed|questioned)$/u.test(tokens.lower(first))) return false;
  return /^(?:whether|if|how|why|what|who|when|where|about)$/u.test(tokens.lower(tokens.at(question.start))) && tokens.text(tokens.at(question.end - 1) + 1) === ",";
}

/** "The plan seems sound", "the bridge appears to hold": to whom it seems so, the sentence does not tell. */
const SEEMING = /^(?:seem|appear)(?:s|ed|ing)?$/u;
/** "Why not say so?" */
const ASKING = /^(?:why|how|when|where|whether)$/iu;

/** The subject of "seem" belongs to what seems, and "why" is nobody: neither is a source. Of 180 statements with such a verb for their cue that people have marked, 173 have no source. */
export function withoutEmptySubject({ text, tokens }: Article, attribution: Attribution): Attribution {
  const { source, cue, contents } = attribution;
  if (!source || !cue) return attribution;
  const words = text.slice(source.start, source.end);
  if (ASKING.test(words) || isAdjective(tokens, source, cue)) return { ...attribution, source: null };
  if (source.end > cue.start || !SEEMING.test(tokens.lower(tokens.at(cue.end - 1)))) return attribution;
  const isEmpty = /^(?:it|there)$/iu.test(words);
  return { ...attribution, source: null, contents: isEmpty ? contents : [source, ...contents].sort((a, b) => a.start - b.start) };
}

/** "Slim | hopes of a deal", "Growing | fears that": an adjective before a noun is no subject. */
function isAdjective(tokens: Tokens, source: TextRange, cue: TextRange): boolean {
  const word = tokens.at(source.start);
  return tokens.end(word) === source.end && tokens.at(cue.start) === word + 1 && BEFORE_NOUN.test(tokens.lower(word)) && NOUN_CUE.test(tokens.lower(word + 1));
}

const BEFORE_NOUN = /^(?:slim|faint|high|fresh|new|renewed|growing|rising|mounting|increasing|widespread|false|early)$/u;
const NOUN_CUE = /^(?:hopes|fears|claims|doubts|demands|calls|reports|promises|threats|concerns)$/u;

/** Prepositions that open no clause: their object is the subject of no verb. */
const NO_CLAUSE = /^(?:to|of|in|on|at|from|by|against|about|over|under|between|among|near|toward|towards|via|through|into|inside|within)$/u;
/** Words of a subject with what belongs to it, and of a relative clause behind it. */
const SUBJECT_LENGTH = 16;
const CLAUSE_LENGTH = 48;

/**
 * "The minister, who was greeted in Bristol, also said": what stands between a preposition and a finite verb is not its subject. That is the noun before the
 * relative clause or, without one, the phrase of which the words are the end ("a letter sent by the ministry warned").
 */
export function withClauseSubject(article: Article, attribution: Attribution): Attribution {
  const { tokens } = article;
  const { source, cue } = attribution;
  const sentence = source && sentenceAt(article, source.start);
  if (!source || !cue || !sentence || source.end > cue.start || !isFinite(article, source, cue)) return attribution;
  const first = tokens.at(source.start);
  if (first - 1 <= sentence.firstToken || !NO_CLAUSE.test(tokens.lower(first - 1)) || /^(?:who|whom|which|whose|that|what)/u.test(tokens.lower(first))) return attribution;
  const subject = subjectAround(article, sentence.firstToken, first);
  return subject === undefined ? attribution : { ...attribution, source: { start: tokens.start(subject.first), end: subject.end === undefined ? source.end : tokens.end(subject.end - 1) } };
}

/**
 * "The president, in a statement by | his spokesman, Tom Hale, described": whoever has a text put out by another is the subject before the comma. Of what
 * opens a sentence ("In a statement by her aide, the president described") the subject follows.
 */
export function withStatedSubject(article: Article, attribution: Attribution): Attribution {
  const { tokens } = article;
  const { source, cue } = attribution;
  const sentence = source && sentenceAt(article, source.start);
  if (!source || !cue || !sentence || source.end > cue.start) return attribution;
  let at = tokens.at(source.start) - 1;
  if (tokens.lower(at) !== "by") return attribution;
  if (/^(?:issued|signed|released|delivered|read)$/u.test(tokens.lower(at - 1))) at--;
  if (!texts.has(tokens.lower(at - 1))) return attribution;
  at -= 2;
  const noun = at;
  while (noun - at < TEXT_LENGTH && tokens.kind(at) === "word" && !/^(?:in|through|via)$/u.test(tokens.lower(at))) at--;
  const comma = at - 1;
  if (!/^(?:in|through|via)$/u.test(tokens.lower(at)) || tokens.text(comma) !== ",") return attribution;
  let first = comma;
  while (first > sentence.firstToken && comma - first <= SUBJECT_LENGTH && tokens.text(first - 1) !== ",") first--;
  const isPhrase = begins(tokens.lower(first), tokens.isCapitalized(first) || determiners.has(tokens.lower(first))) && !holdsVerb(article, first, comma) && !pastVerbs.has(tokens.lower(comma - 1));
  const isSubject = first < comma && comma - first <= SUBJECT_LENGTH && isPhrase;
  return isSubject ? { ...attribution, source: tokens.span(first, comma) } : attribution;
}

/** Words between "in" and the noun for a text: "in a joint press statement". */
const TEXT_LENGTH = 4;

/** "Hale Ltd, reeling from a fall in prices, announced": the subject before what is inserted between two commas, of which the words are the end. */
export function withInsertedSubject(article: Article, attribution: Attribution): Attribution {
  const { tokens } = article;
  const { source, cue } = attribution;
  const sentence = source && sentenceAt(article, source.start);
  if (!source || !cue || !sentence || source.end > cue.start) return attribution;
  const first = tokens.at(source.start);
  const last = tokens.at(source.end - 1);
  const behind = tokens.text(last) === "," ? last : last + 1;
  const opening = conjunctions.has(tokens.lower(sentence.firstToken)) ? sentence.firstToken + 1 : sentence.firstToken;
  if (tokens.text(behind) !== "," || tokens.at(cue.start) !== behind + 1 || !/^(?:from|by|of|over|with|on|in|to|at|for|against|after|and)$/u.test(tokens.lower(first - 1))) return attribution;
  let comma = opening;
  while (comma < first && comma - opening <= SUBJECT_LENGTH && tokens.text(comma) !== ",") comma++;
  const isInserted = comma < first - 1 && first - comma <= CLAUSE_LENGTH && comma > opening && tokens.text(comma) === "," && /^\p{Ll}{2,}ing$/u.test(tokens.text(comma + 1)) && !holdsVerb(article, comma + 1, first);
  return isInserted && begins(tokens.lower(opening), tokens.isCapitalized(opening)) && !holdsVerb(article, opening, comma) ? { ...attribution, source: tokens.span(opening, comma) } : attribution;
}

/** "…, with the mayor, Paul Denning, blaming": a participle has the subject that "with" brings along. */
export function withAbsoluteSubject(article: Article, attribution: Attribution): Attribution {
  const { tokens } = article;
  const { source, cue } = attribution;
  const sentence = cue && sentenceAt(article, cue.start);
  if (!source || !cue || !sentence || source.end > cue.start) return attribution;
  const verb = tokens.at(cue.start);
  if (!/^\p{Ll}{2,}ing$/u.test(tokens.text(verb)) || tokens.end(verb) !== cue.end) return attribution;
  const end = tokens.text(verb - 1) === "," ? verb - 1 : verb;
  for (let first = end - 1; first > sentence.firstToken && end - first <= SUBJECT_LENGTH; first--) {
    if (tokens.kind(first) === "quote" || auxiliaries.has(tokens.lower(first)) || /^[;:–—]$/u.test(tokens.text(first))) return attribution;
    if (tokens.text(first) !== "with" || tokens.text(first - 1) !== ",") continue;
    const subject = first + 1;
    const isPhrase = subject < end && (tokens.isCapitalized(subject) || determiners.has(tokens.lower(subject)));
    return isPhrase && source.end <= tokens.start(first) ? { ...attribution, source: tokens.span(subject, end) } : attribution;
  }
  return attribution;
}

/** A verb in a tense, right behind its subject but for adverbs: "said", "also reiterated", "has said"; no "saying", "to say" or "reports on". */
function isFinite({ tokens }: Article, source: TextRange, cue: TextRange): boolean {
  let verb = tokens.at(source.end - 1) + 1;
  while (tokens.start(verb) < cue.end && adverbs.has(tokens.lower(verb))) verb++;
  if (tokens.start(verb) < cue.start || tokens.start(verb) >= cue.end) return false;
  const word = tokens.lower(verb);
  if (auxiliaries.has(word)) return word !== "to" && !/^be(?:en|ing)?$/u.test(word);
  return cueForms.get(word)?.some(({ forms }) => forms.has("past")) === true && !/['’]s?$/u.test(tokens.text(verb - 1));
}

/** The subject whose last words are a preposition's object: its first token and, where a relative clause parts it from the verb, its end. */
function subjectAround({ tokens }: Article, opening: number, from: number): { first: number; end?: number } | undefined {
  const first = conjunctions.has(tokens.lower(opening)) ? opening + 1 : opening;
  if (prepositions.has(tokens.lower(first)) || subordinators.has(tokens.lower(first)) || tokens.kind(first) === "quote") return undefined;
  for (let index = from - 1; index > Math.max(first, from - CLAUSE_LENGTH); index--) {
    if (tokens.kind(index) === "quote" || /^[;:–—]$/u.test(tokens.text(index))) return undefined;
    if (tokens.text(index) !== ",") continue;
    return /^(?:who|which|whose)$/u.test(tokens.lower(index + 1)) && index - first <= SUBJECT_LENGTH ? { first, end: index } : undefined;
  }
  for (let index = first; index < from; index++) if (auxiliaries.has(tokens.lower(index)) && tokens.lower(index) !== "to") return undefined;
  return from - first <= SUBJECT_LENGTH ? { first } : undefined;
}

/** "Smith, who lives there, and two neighbours said": a source that is joined to another one behind its relative clause begins with that one. */
export function withJoinedSubject(article: Article, attribution: Attribution): Attribution {
  const { tokens } = article;
  const { source, cue } = attribution;
  const sentence = source && sentenceAt(article, source.start);
  if (!source || !cue || !sentence || source.end > cue.start) return attribution;
  const first = tokens.at(source.start);
  // "who threatened a strike, and who hopes": both are the same one's
  if (/^(?:who|which|that|whose)$/u.test(tokens.lower(first))) return attribution;
  const opening = conjunctions.has(tokens.lower(sentence.firstToken)) ? sentence.firstToken + 1 : sentence.firstToken;
  if (tokens.lower(first - 1) !== "and" || tokens.text(first - 2) !== "," || first - opening > CLAUSE_LENGTH || !begins(tokens.lower(opening), tokens.isCapitalized(opening))) return attribution;
  for (let index = first - 3; index > opening; index--) {
    if (tokens.kind(index) === "quote" || /^[;:–—]$/u.test(tokens.text(index))) return attribution;
    if (tokens.text(index) !== ",") continue;
    const isPhrase = /^(?:who|which|whose)$/u.test(tokens.lower(index + 1)) && index - opening <= SUBJECT_LENGTH && !holdsVerb(article, opening, index);
    return isPhrase ? { ...attribution, source: { start: tokens.start(opening), end: source.end } } : attribution;
  }
  return attribution;
}

/** A name or a noun phrase, no preposition and no subordinate clause. */
function begins(lower: string, isCapital: boolean): boolean {
  return isCapital && !prepositions.has(lower) && !subordinators.has(lower) && !lower.endsWith("ing");
}

function holdsVerb({ tokens }: Article, first: number, end: number): boolean {
  for (let index = first; index < end; index++) if ((auxiliaries.has(tokens.lower(index)) && tokens.lower(index) !== "to") || tokens.text(index) === ",") return true;
  return false;
}
