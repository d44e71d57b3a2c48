import { lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import { determiners, pastVerbs } from "../../../lexicon/wordClasses.js";
import type { TokenSpan } from "../../../tagger/decode.js";
import type { TaggedStatement } from "../../../tagger/tagger.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import { WEEKDAYS } from "../../dates/dateWords.js";
import { refersAside } from "../edges/cueEdges.js";

type Told = Pick<TaggedStatement, "cue" | "source" | "contents">;

/** What of a learned statement's contents was really said by its source, in document order: without listeners, circumstances, and what is another's. */
export function saidBy(article: Article, { cue, source, contents }: Told): TokenSpan[] {
  const heard = withoutReply(article, { cue, contents: withoutListener(article, { cue, contents: withoutReference(article, { cue, contents }) }) });
  const here = withoutForeignQuotations(article, withoutFarWords(article, { cue, contents: withoutParagraphsBefore(article, { cue, contents: heard }) }), cue);
  const own = withoutMainClause(article, { cue, source, contents: withoutFronted(article, { cue, contents: withoutEndedQuestion(article, { cue, source, contents: here }) }) });
  return withoutStray(article, { cue, source, contents: withoutFarQuotations(article, { cue, source, contents: withoutEnded(article, { cue, contents: own }) }) }).map((span) => withoutDeed(article, cue, withoutDayBehind(article, span)));
}

/**
 * "Commenting on the alliance, Lavrov said that …", "Playing down reports of a pact, she called it dead": a that-clause right behind the cue is all that was
 * said, and what a participle at the head of the sentence governs belongs to that participle. What stands before the cue is then no content, but for a quotation.
 */
function withoutFronted({ tokens, sentences }: Article, { cue, contents }: Pick<TaggedStatement, "cue" | "contents">): readonly TokenSpan[] {
  const opening = sentences[lastStartingBy(sentences, tokens.start(cue.first))]?.firstToken ?? cue.first;
  // "When police came, he told them: “Take care.”", but "If it holds, she said, “it will be a wonder.”"
  const [behind, ...others] = contents.filter(({ first }) => first >= cue.end);
  if (behind && others.length === 0 && isQuoted(tokens, behind) && tokens.isCapitalized(behind.first + 1) && SUBORDINATE.test(tokens.lower(opening))) return contents.filter((content) => content.first !== opening);
  if (!contents.some(({ first }) => first === cue.end)) return contents;
  if (CLAUSE.test(tokens.lower(cue.end))) return contents.filter((content) => content.first >= cue.end || isQuoted(tokens, content));
  if (!tokens.lower(opening).endsWith("ing")) return contents;
  return contents.filter((content) => content.first <= opening || content.first >= cue.first || isQuoted(tokens, content));
}

/**
 * "“They wait. Prices fall.” He said he had found one fare": a quotation that ended with its sentence is none of the next one's words, where these follow
 * their cue. Of 99 such cues that people have marked behind a quotation one goes on with it.
 */
function withoutEnded({ tokens, sentences }: Article, { cue, contents }: Pick<TaggedStatement, "cue" | "contents">): readonly TokenSpan[] {
  const opening = sentences[lastStartingBy(sentences, tokens.start(cue.first))]?.firstToken ?? 0;
  if (!contents.some(({ first }) => first === cue.end)) return contents;
  return contents.filter((content) => content.end > opening || !isQuoted(tokens, content) || tokens.text(content.end - 2) !== ".");
}

/**
 * "“But who will come?” Her neighbour disagreed": the capital of a pronoun or an article behind the marks begins another sentence, which tells nothing of a quotation that has
 * ended. Of nine quotations that people have marked before one, it goes on with one.
 */
function withoutEndedQuestion({ tokens, sentences }: Article, { source, contents }: Told): readonly TokenSpan[] {
  const first = source?.first ?? -1;
  const opens = first >= 0 && sentences[lastStartingBy(sentences, tokens.start(first))]?.firstToken === first;
  if (!opens || !OPENER.test(tokens.text(first))) return contents;
  return contents.filter((content) => content.end !== first || !isQuoted(tokens, content) || !/[?!]/u.test(tokens.text(content.end - 2)));
}

const OPENER = /^(?:The|An?|His|Her|Their|He|She|They|It|Its|One|Another|My|Our|Some|Many)$/u;

/**
 * "“We wait.” / “Nothing runs.” / She said the ferry had failed": whose cue is followed by words of its own and has none before it in its paragraph does not tell
 * the paragraphs before. Of 19,833 statements that people have marked in PolNeAR train hardly one does.
 */
function withoutParagraphsBefore({ tokens, blocks }: Article, { cue, contents }: Pick<TaggedStatement, "cue" | "contents">): readonly TokenSpan[] {
  const opening = blocks[lastStartingBy(blocks, tokens.start(cue.first))]?.firstToken ?? 0;
  const isFollowed = contents.some(({ first }) => first >= cue.end) && !contents.some(({ first }) => first >= opening && first < cue.first);
  return isFollowed ? contents.filter(({ end }) => end > opening) : contents;
}

/** Sentences that may lie between two parts of a statement, less one: of 2,057 quotations that people have linked to what stands before them none goes on behind more. */
const FAR = 2;

/** "“We won,” the coach said. “He was strong.” The next bout began. Dunn led. “A wild ride,”": behind several sentences of the article's own a quotation is another statement. */
function withoutFarQuotations({ tokens, sentences }: Article, { cue, source, contents }: Told): readonly TokenSpan[] {
  const sentenceOf = (token: number): number => lastStartingBy(sentences, tokens.start(token));
  const attributed = Math.max(cue.end, source?.end ?? 0);
  let end = Math.min(attributed, contents[0]?.end ?? attributed);
  const far = contents.findIndex((content) => {
    // what stands between may be the cue
    if (end <= cue.first && content.first >= attributed) end = attributed;
    const isFar = content.first > end && isQuoted(tokens, content) && sentenceOf(content.first) - sentenceOf(end - 1) > FAR;
    end = content.end;
    return isFar;
  });
  return far > 0 ? contents.slice(0, far) : contents;
}

/**
 * "“…,” Hollis said after the bridge had been closed. “…”": where quotations stand on both sides, words of the article between them are part of the circumstances,
 * unless they go on directly behind the cue or its source ("“Talks,” he said, were “very hard”").
 */
function withoutStray({ tokens }: Article, { cue, source, contents }: Told): readonly TokenSpan[] {
  const [before] = contents;
  const after = contents.at(-1);
  if (contents.length < 3 || !before || !after || before.end > cue.first || !isQuoted(tokens, before) || !isQuoted(tokens, after)) return contents;
  const attributed = Math.max(cue.end, source?.end ?? 0);
  return contents.filter((content) => content === before || isQuoted(tokens, content) || content.first === attributed || (content.first === attributed + 1 && tokens.kind(attributed) === "mark"));
}

/** "“Do you?” the coach asked. “Yes,” came the reply": what comes as a reply is another one's. */
function withoutReply({ tokens }: Article, { cue, contents }: Pick<TaggedStatement, "cue" | "contents">): readonly TokenSpan[] {
  const isReply = ({ end }: TokenSpan): boolean => end !== cue.first && /^c(?:ame|omes)$/u.test(tokens.lower(end)) && determiners.has(tokens.lower(end + 1)) && REPLY.test(tokens.lower(end + 2));
  return contents.every(isReply) ? contents : contents.filter((content) => !isReply(content));
}

/** Words of the article that stand in another sentence than the cue, while something in its own is what was said: only a quotation goes on there. */
function withoutFarWords({ tokens, sentences }: Article, { cue, contents }: Pick<TaggedStatement, "cue" | "contents">): readonly TokenSpan[] {
  const { firstToken, endToken } = sentences[lastStartingBy(sentences, tokens.start(cue.first))] ?? { firstToken: 0, endToken: 0 };
  const isHere = ({ first, end }: TokenSpan): boolean => first < endToken && end > firstToken;
  const touchesMark = ({ first, end }: TokenSpan): boolean => [first - 1, first, end - 1, end].some((token) => tokens.kind(token) === "quote");
  return contents.some(isHere) ? contents.filter((content) => isHere(content) || touchesMark(content)) : contents;
}

/** "“It is a life.” He wants to retire. “My knees are gone.”": sentences in quotation marks are no part of what a verb tells that takes no quotation. */
function withoutForeignQuotations(article: Article, contents: readonly TokenSpan[], cue: TokenSpan): readonly TokenSpan[] {
  const { tokens, sentences } = article;
  const verbs = cueForms.get(tokens.lower(cue.end - 1));
  if (!verbs || verbs.some(({ cue: { patterns, particle } }) => patterns.has("quote") || particle !== undefined)) return contents;
  const own = lastStartingBy(sentences, tokens.start(cue.first));
  const isForeign = (content: TokenSpan): boolean => isQuoted(tokens, content) && lastStartingBy(sentences, tokens.start(content.first)) !== own;
  return contents.every(isForeign) ? contents : contents.filter((content) => !isForeign(content));
}

/** “a ‘mistake’ on Tuesday”: a day right behind the closing mark is the day on which it was said. */
function withoutDayBehind({ tokens }: Article, { first, end }: TokenSpan): TokenSpan {
  if (!WEEKDAYS.has(tokens.lower(end - 1))) return { first, end };
  const last = tokens.lower(end - 2) === "on" ? end - 2 : end - 1;
  return last - 1 > first && tokens.kind(last - 1) === "quote" ? { first, end: last } : { first, end };
}

/**
 * "He said, “You know me” | and became upset": behind what is quoted whole a verb of the past tells what the speaker did. Of 16 contents that people have marked and
 * that begin with a quotation before "and", none goes on with such a verb.
 */
function withoutDeed({ tokens }: Article, cue: TokenSpan, { first, end }: TokenSpan): TokenSpan {
  if (first < cue.end || tokens.kind(first) !== "quote") return { first, end };
  let close = first + 1;
  while (close < end && tokens.kind(close) !== "quote") close++;
  const and = tokens.text(close + 1) === "," ? close + 2 : close + 1;
  if (and >= end - 1 || tokens.lower(and) !== "and" || !pastVerbs.has(tokens.lower(and + 1))) return { first, end };
  for (let token = and; token < end; token++) if (tokens.kind(token) === "quote") return { first, end };
  return { first, end: close + 1 };
}

/** True for a part that stands in quotation marks. */
export function isQuoted(tokens: Tokens, { first, end }: TokenSpan): boolean {
  return tokens.kind(first) === "quote" && tokens.kind(end - 1) === "quote";
}

/**
 * "While the judge found that the plan was wrong, she let it stand": what was said in a subordinate clause at the head of a sentence ends where the main
 * clause begins. Of 76 such statements that people have marked and a comma divides, three go on.
 */
function withoutMainClause({ tokens, sentences }: Article, { cue, source, contents }: Told): readonly TokenSpan[] {
  const at = contents.findIndex(({ first }) => first >= cue.end);
  const said = contents[at];
  if (!source || !said) return contents;
  const { firstToken, endToken } = sentences[lastStartingBy(sentences, tokens.start(source.first))] ?? { firstToken: -1, endToken: -1 };
  if (source.first !== firstToken + 1 || !SUBORDINATE.test(tokens.lower(firstToken)) || said.first >= endToken) return contents;
  for (let token = said.first + 1; token < Math.min(said.end, endToken) - 1; token++) {
    if (tokens.kind(token) === "quote") return contents;
    const next = tokens.lower(token + 1);
    if (tokens.text(token) === "," && (determiners.has(next) || /^(?:he|she|it|they|we|i|you)$/u.test(next))) return contents.with(at, { first: said.first, end: token });
  }
  return contents;
}

const REPLY = /^(?:reply|answer|response|retort)$/u;

const SUBORDINATE = /^(?:while|although|though|whereas|if|unless|when|because|after|before|since|as|once|until)$/u;

/** A listener and what is about to be said are parted by one of these within so many words: "told a hall of islanders that". */
export const CLAUSE = /^(?:that|whether|why)$/u;
const LISTENER_LENGTH = 8;
const HEARING = /^(?:told|asked|informed|assured|warned|reminded|advised)$/u;

/**
 * The contents without the listener between a cue and its clause ("asked the captain why …"): of 190 statements that people have
 * marked in articles with such a listener, more than eight in ten begin with the clause.
 */
function withoutListener({ tokens }: Article, { cue, contents: all }: Pick<TaggedStatement, "cue" | "contents">): readonly TokenSpan[] {
  const contents = withoutHearer(tokens, cue, all);
  const told = cueForms.get(tokens.lower(cue.end - 1))?.some(({ cue: { patterns } }) => patterns.has("person")) ?? false;
  const at = contents.findIndex(({ first }) => first === cue.end);
  const listened = contents[at];
  if (!told || !listened || CLAUSE.test(tokens.lower(listened.first))) return contents;
  const reach = Math.min(listened.first + LISTENER_LENGTH, tokens.length);
  for (let token = listened.first + 1; token < reach && tokens.kind(token - 1) === "word"; token++) {
    if (!CLAUSE.test(tokens.lower(token))) continue;
    if (token < listened.end) return contents.with(at, { first: token, end: listened.end });
    return contents[at + 1]?.first === token ? contents.toSpliced(at, 1) : contents;
  }
  return contents;
}

/** "“He touched it,” he said referring to a child's words": to what somebody refers is no part of it. */
function withoutReference({ tokens }: Article, { cue, contents }: Pick<TaggedStatement, "cue" | "contents">): readonly TokenSpan[] {
  return cue.end - 2 > cue.first && refersAside(tokens, cue.end) && contents.some(({ end }) => end <= cue.first) ? contents.filter(({ first }) => first !== cue.end) : contents;
}

/** "The trial was told that …": who hears is no part of it (left out in 32 of 37 such statements that people have marked). */
function withoutHearer(tokens: Tokens, cue: TokenSpan, contents: readonly TokenSpan[]): readonly TokenSpan[] {
  const verb = tokens.lower(cue.end - 1) === "by" ? cue.end - 2 : cue.end - 1;
  const heard = HEARING.test(tokens.lower(verb)) && verb > cue.first && contents.some(({ first }) => first >= cue.end);
  return heard ? contents.filter(({ end }) => end !== cue.first) : contents;
}
