import { compareRanges, overlaps, type TextRange } from "../../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../../document/sortedRanges.js";
import { cueForms } from "../../lexicon/cues.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import { determiners, prepositions } from "../../lexicon/wordClasses.js";
import type { TokenSpan } from "../../tagger/decode.js";
import type { TaggedStatement } from "../../tagger/tagger.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import { WEEKDAYS } from "../dates/dateWords.js";
import type { Attribution, Construction, Quotation } from "../findings.js";
import { isRelative, sourceRange } from "./taggedSource.js";

/** The attribution that a learned statement tells: its spans as text, and how it is built, by what stands where. */
export function toAttribution(article: Article, statement: TaggedStatement): Attribution {
  const { confidence } = statement;
  const { cue, source: subject } = withContractedSubject(article, statement);
  const charge = withCharge(article, subject, statement.contents);
  const clause = withRelativeClause(article, charge.source, charge.contents);
  const { source } = clause;
  const heard = withoutReply(article, { cue, contents: withoutListener(article, { ...statement, contents: clause.contents }) });
  const here = withoutForeignQuotations(article, withoutFarWords(article, { cue, contents: heard }), cue);
  const contents = withoutStray(article, { cue, source, contents: withoutMainClause(article, { cue, source, contents: withoutFronted(article, { cue, contents: here }) }) }).map((span) => withoutDayBehind(article, span));
  return {
    contents: contents.map((span) => rangeOf(article, span)),
    cue: rangeOf(article, cue),
    source: source ? sourceRange(article, source, cue) : null,
    construction: constructionOf(article, { cue, source, contents }),
    confidence,
  };
}

/** "It’s denouncing", "He’d like": a pronoun that is written together with its auxiliary is the source, the auxiliary is the verb's. */
function withContractedSubject({ tokens }: Article, { cue, source }: TaggedStatement): Pick<TaggedStatement, "cue" | "source"> {
  const isCut = source ? source.end - source.first === 2 && cue.first === source.end : cue.end - cue.first > 2;
  const first = source?.first ?? cue.first;
  const contracted = isCut && /^(?:i|we|you|he|she|it|they)$/u.test(tokens.lower(first)) && /^['’](?:s|m|re|ve|d|ll)$/u.test(tokens.lower(first + 1));
  return contracted ? { cue: { first: first + 1, end: cue.end }, source: { first, end: first + 1 } } : { cue, source };
}

/** "According to Lavrov, who spoke on Monday, the pact is dead": the relative clause, or the age, belongs to the source, what was said begins behind it. */
function withRelativeClause({ tokens }: Article, source: TokenSpan | undefined, contents: readonly TokenSpan[]): Pick<TaggedStatement, "source" | "contents"> {
  const at = contents.findIndex(({ first }) => first === source?.end || (first === (source?.end ?? 0) + 1 && tokens.text(first - 1) === ","));
  const content = contents[at];
  if (!source || !content || tokens.text(content.first - 1) !== ",") return { source, contents };
  // "According to Mary Collins, 20, the pact is dead"
  const isAge = /^\d{1,2}$/u.test(tokens.text(content.first)) && tokens.text(content.first + 1) === "," && content.end > content.first + 2;
  if (isAge) return { source: { first: source.first, end: content.first + 1 }, contents: contents.with(at, { first: content.first + 2, end: content.end }) };
  const name = nameEnd(tokens, source, content);
  if (name !== undefined) return { source: { first: source.first, end: name }, contents: contents.with(at, { first: name + 1, end: content.end }) };
  if (!isRelative(tokens, content.first)) return { source, contents };
  for (let token = content.first + 2; token < content.end - 1; token++) {
    if (tokens.kind(token) === "quote") break;
    if (tokens.text(token) === ",") return { source: { first: source.first, end: token }, contents: contents.with(at, { first: token + 1, end: content.end }) };
  }
  return { source, contents };
}

/** "According to the team's coach, Mary Collins, in their first match they won": where the name ends that tells who holds one's office. */
function nameEnd(tokens: Tokens, source: TokenSpan, content: TokenSpan): number | undefined {
  if (!tokens.isCapitalized(content.first) || !OFFICE.test(tokens.lower(source.first)) || tokens.isCapitalized(source.end - 1) || (nameWords().facts(tokens.lower(source.end - 1)) & Word.role) === 0) return undefined;
  let end = content.first;
  while (end < content.end && tokens.isCapitalized(end) && tokens.kind(end) === "word") end++;
  const next = tokens.lower(end + 1);
  const goesOn = prepositions.has(next) || determiners.has(next) || /^(?:he|she|it|they|we)$/u.test(next);
  return end - content.first >= 2 && end - content.first <= MOST_NAMES && tokens.text(end) === "," && end + 2 < content.end && goesOn ? end : undefined;
}

/** Begins a phrase for one who holds an office, and words of a name. */
const OFFICE = /^(?:the|its|his|her|their|an?)$/u;
const MOST_NAMES = 4;

/** "The officer was accused by prosecutors of hiding it": of what is no part of by whom, but of what was said. */
function withCharge({ tokens }: Article, source: TokenSpan | undefined, contents: readonly TokenSpan[]): Pick<TaggedStatement, "source" | "contents"> {
  const by = source && tokens.lower(source.first) === "by" ? source.first : (source?.first ?? 0) - 1;
  if (!source || tokens.lower(by) !== "by" || !OF_WHAT.test(tokens.lower(by - 1))) return { source, contents };
  for (let token = by + 2; token < source.end - 1; token++) {
    if (tokens.lower(token) !== "of" || !tokens.lower(token + 1).endsWith("ing")) continue;
    const charge = { first: token, end: source.end };
    const at = contents.findIndex(({ first }) => first > token);
    return { source: { first: source.first, end: token }, contents: contents.toSpliced(at < 0 ? contents.length : at, 0, charge) };
  }
  return { source, contents };
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
 * "“…,” Hollis said after the bridge had been closed. “…”": where quotations stand on both sides, words of the article between them are part of the circumstances,
 * unless they go on directly behind the cue or its source ("“Talks,” he said, were “very hard”").
 */
function withoutStray({ tokens }: Article, { cue, source, contents }: Pick<TaggedStatement, "cue" | "source" | "contents">): readonly TokenSpan[] {
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

/** True for a part that stands in quotation marks. */
export function isQuoted(tokens: Tokens, { first, end }: TokenSpan): boolean {
  return tokens.kind(first) === "quote" && tokens.kind(end - 1) === "quote";
}

/**
 * "While the judge found that the plan was wrong, she let it stand": what was said in a subordinate clause at the head of a sentence ends where the main
 * clause begins. Of 76 such statements that people have marked and a comma divides, three go on.
 */
function withoutMainClause({ tokens, sentences }: Article, { cue, source, contents }: Pick<TaggedStatement, "cue" | "source" | "contents">): readonly TokenSpan[] {
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

/** "Prime Minister Theresa May said": a name is not parted between the source and the cue, nor between the source and anything else. */
export function withWholeName({ tokens }: Article, attribution: Attribution, names: readonly TextRange[]): Attribution {
  const { source, cue, contents } = attribution;
  const name = source && names[firstEndingAfter(names, source.end)];
  if (!source || !cue || !name || name.start >= source.end || name.end <= source.end) return attribution;
  const whole = { start: source.start, end: name.end };
  if (![cue, ...contents].some((range) => overlaps(range, whole))) return { ...attribution, source: whole };
  if (cue.start < source.end || cue.start >= name.end || name.end >= cue.end) return attribution;
  return { ...attribution, source: whole, cue: { start: tokens.start(tokens.at(name.end)), end: cue.end } };
}

/** Verbs that say of what: "accused of lying". */
const OF_WHAT = /^(?:accused|suspected|convicted|acquitted|warned)$/u;
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
function withoutListener({ tokens }: Article, { cue, contents: all }: TaggedStatement): readonly TokenSpan[] {
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

/** "The trial was told that …": who hears is no part of it (left out in 32 of 37 such statements that people have marked). */
function withoutHearer(tokens: Tokens, cue: TokenSpan, contents: readonly TokenSpan[]): readonly TokenSpan[] {
  const verb = tokens.lower(cue.end - 1) === "by" ? cue.end - 2 : cue.end - 1;
  const heard = HEARING.test(tokens.lower(verb)) && verb > cue.first && contents.some(({ first }) => first >= cue.end);
  return heard ? contents.filter(({ end }) => end !== cue.first) : contents;
}

function rangeOf({ tokens }: Article, { first, end }: TokenSpan): TextRange {
  return tokens.span(first, end);
}

function constructionOf({ tokens }: Article, { cue, source, contents }: Pick<TaggedStatement, "cue" | "source" | "contents">): Construction {
  if (/^(?:according|per)$/u.test(tokens.lower(cue.first))) return "according to";
  const first = contents[0]?.first ?? cue.first;
  if (first < cue.first) return source && source.first > cue.first ? "quote, cue, source" : "quote, source, cue";
  return tokens.lower(cue.end - 1).endsWith("ing") && !(source && source.first < cue.first && source.end === cue.first) ? "participle" : "source, cue, content";
}

/** "“…,” Hollis said. And added: “…”": a sentence that begins with a conjunction and its verb shares the subject of the statement before it. */
export function withSharedSubject({ text, tokens, sentences }: Article, attributions: readonly Attribution[]): Attribution[] {
  let before: Attribution | undefined;
  return attributions.map((attribution) => {
    const { cue, source } = attribution;
    const last = before;
    if (cue) before = attribution;
    if (source || !cue || !last?.source || !last.cue || last.cue.start > cue.start) return attribution;
    const first = tokens.at(cue.start);
    const own = lastStartingBy(sentences, cue.start);
    const opens = sentences[own]?.firstToken ?? -1;
    const joined = opens === first - 1 && /^(?:and|but|then)$/u.test(tokens.lower(opens));
    const isPast = tokens.lower(first).endsWith("ed") || cueForms.get(tokens.lower(first))?.some(({ forms }) => forms.has("past")) === true;
    const end = Math.max(last.cue.end, last.source.end, last.contents.at(-1)?.end ?? 0);
    if (!joined || !isPast || end > cue.start || /[\p{L}\p{N}]/u.test(text.slice(end, tokens.start(opens))) || text.slice(end, cue.start).includes("\n")) return attribution;
    return { ...attribution, source: last.source };
  });
}

/**
 * "Lavrov remarked that … . He also asserted that …": where one that-clause follows the other, "also" counts the clauses and is no part of
 * the cue.
 */
export function withoutCountingAdverb({ text, tokens }: Article, attributions: readonly Attribution[]): Attribution[] {
  const hasClause = ({ contents: [content] }: Attribution): boolean => content !== undefined && tokens.lower(tokens.at(content.start)) === "that";
  return attributions.map((attribution, index) => {
    const before = attributions[index - 1];
    const { cue, source } = attribution;
    if (!before || !cue || !source || !hasClause(attribution) || !hasClause(before)) return attribution;
    const first = tokens.at(cue.start);
    const gap = text.slice(before.contents.at(-1)?.end ?? 0, source.start);
    return tokens.lower(first) === "also" && tokens.end(first) < cue.end && /^[.\s]{1,3}$/u.test(gap) && !gap.includes("\n") ? { ...attribution, cue: { start: tokens.start(first + 1), end: cue.end } } : attribution;
  });
}

/**
 * Parts of a quotation that no statement has claimed go to the one that has the part before, else the one after. A part that another statement has taken
 * beside words of its own ("She said the company would sue" behind the last paragraph) comes back: a quotation is one speaker's.
 */
export function withWholeQuotations({ text }: Article, attributions: readonly Attribution[], quotations: readonly Quotation[]): Attribution[] {
  const claims = attributions.flatMap((attribution, index) => attribution.contents.map((range) => ({ ...range, index }))).sort((a, b) => a.start - b.start);
  const claimOn = (range: TextRange): (TextRange & { readonly index: number }) | undefined => {
    const claim = claims[firstEndingAfter(claims, range.start)];
    return claim && overlaps(claim, range) ? claim : undefined;
  };
  const further = new Map<number, TextRange[]>();
  const taken = new Set<number>();
  for (const parts of wholeQuotations(text, quotations)) {
    if (parts.length < 2) continue;
    let owner = parts.map(claimOn).find((claim) => claim !== undefined)?.index;
    if (owner === undefined) continue;
    const whole = { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
    for (const part of parts) {
      const claim = claimOn(part);
      const other = claim && claim.index !== owner ? attributions[claim.index] : undefined;
      const isApart = other?.cue && text.slice(Math.min(part.end, other.cue.end), Math.max(part.start, other.cue.start)).includes("\n");
      const strays = other?.cue && isApart && !overlaps(other.cue, whole) && other.contents.some((content) => !overlaps(content, whole));
      if (claim && strays) taken.add(claim.start);
      if (!claim || strays) further.set(owner, [...(further.get(owner) ?? []), part]);
      else owner = claim.index;
    }
  }
  return attributions.map((attribution, index) => {
    const parts = further.get(index) ?? [];
    const contents = attribution.contents.filter(({ start }) => !taken.has(start));
    return parts.length > 0 || contents.length < attribution.contents.length ? { ...attribution, contents: [...contents, ...parts].sort((a, b) => a.start - b.start) } : attribution;
  });
}

/** “No port, no town”: what begins with the mark that opens a quotation ends with the one that closes it, unless something between is told otherwise. */
export function withClosedQuotations({ text }: Article, attributions: readonly Attribution[], quotations: readonly Quotation[]): Attribution[] {
  const ends = new Map(quotations.filter(({ depth, role, closed }) => depth === 0 && role === "speech" && closed).flatMap(({ parts }) => parts.map(({ start, end }) => [start, end] as const)));
  const spans = attributions.flatMap(({ contents, cue, source }) => [...contents, ...(cue ? [cue] : []), ...(source ? [source] : [])]).sort(compareRanges);
  return attributions.map((attribution) => {
    const contents = attribution.contents.map((content) => {
      const end = ends.get(content.start) ?? 0;
      // “Sit down.” Colleagues remember him: the article's own next sentence is no part of it
      if (end > content.start && end < content.end && /^\s+\p{Lu}[^"“”]*$/u.test(text.slice(end, content.end)) && /[.!?…]["”’'»]$/u.test(text.slice(content.start, end))) return { start: content.start, end };
      const next = spans[firstEndingAfter(spans, content.end)];
      return end <= content.end || (next && next.start < end) ? content : { start: content.start, end };
    });
    return { ...attribution, contents };
  });
}

/** Parts of each quotation of speech: its paragraphs, also where they were run together into one (“One. “Two. “Three.”). */
function wholeQuotations(text: string, quotations: readonly Quotation[]): TextRange[][] {
  const whole: TextRange[][] = [];
  let before: Quotation | undefined;
  for (const quotation of quotations) {
    if (quotation.depth > 0 || quotation.role !== "speech") continue;
    const goesOn = before && !before.closed && before.block === quotation.block && /^[.!?…]?\s+$/u.test(text.slice(before.end - 1, quotation.start)) && text.startsWith("“", quotation.start);
    if (goesOn) whole.at(-1)?.push(...quotation.parts);
    else whole.push([...quotation.parts]);
    before = quotation;
  }
  return whole;
}

/** True for a range that shares text with none of the statements' contents. */
export function isFree(attributions: readonly Attribution[]): (range: TextRange) => boolean {
  const claims = attributions.flatMap(({ contents }) => contents).sort((a, b) => a.start - b.start);
  return (range) => {
    const claim = claims[firstEndingAfter(claims, range.start)];
    return claim === undefined || !overlaps(claim, range);
  };
}
