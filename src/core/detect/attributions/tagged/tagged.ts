import { pushAll } from "../../../common/pushAll.js";
import { compareRanges, overlaps, type TextRange } from "../../../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { determiners, prepositions } from "../../../lexicon/wordClasses.js";
import type { TokenSpan } from "../../../tagger/decode.js";
import type { TaggedStatement } from "../../../tagger/tagger.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import type { Attribution, Construction, Quotation } from "../../findings.js";
import { saidBy } from "./taggedContents.js";
import { isRelative, sourceRange } from "./taggedSource.js";

/** The attribution that a learned statement tells: its spans as text, and how it is built, by what stands where. */
export function toAttribution(article: Article, statement: TaggedStatement): Attribution {
  const { confidence } = statement;
  const { cue, source: subject } = withContractedSubject(article, statement);
  const charge = withCharge(article, subject, statement.contents);
  const clause = withRelativeClause(article, charge.source, charge.contents);
  const { source } = clause;
  const contents = saidBy(article, { cue, source, contents: clause.contents });
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

/** "Prime Minister Theresa May said": a name is not parted between the source and the cue, nor between the source and anything else. */
export function withWholeName({ text, tokens }: Article, attribution: Attribution, names: readonly TextRange[]): Attribution {
  const { source, cue, contents } = attribution;
  // "Mrs | May said", of whom the tagger has made a month
  const behind = source && COURTESY.test(text.slice(source.start, source.end)) ? names[firstEndingAfter(names, source.end)] : undefined;
  if (source && cue && behind && behind.start === cue.start && behind.end < cue.end && behind.start - source.end <= 1) return { ...attribution, source: { start: source.start, end: behind.end }, cue: { start: tokens.start(tokens.at(behind.end)), end: cue.end } };
  const name = source && names[firstEndingAfter(names, source.end)];
  if (!source || !cue || !name || name.start >= source.end || name.end <= source.end) return attribution;
  const whole = { start: source.start, end: name.end };
  if (![cue, ...contents].some((range) => overlaps(range, whole))) return { ...attribution, source: whole };
  if (cue.start < source.end || cue.start >= name.end || name.end >= cue.end) return attribution;
  return { ...attribution, source: whole, cue: { start: tokens.start(tokens.at(name.end)), end: cue.end } };
}

/** Titles that never stand alone. */
const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Dr)\.?$/u;

/** Verbs that say of what: "accused of lying". */
const OF_WHAT = /^(?:accused|suspected|convicted|acquitted|warned)$/u;
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
  const several = wholeQuotations(text, quotations).filter((parts) => parts.length > 1);
  if (several.length === 0) return [...attributions];
  const claims = attributions.flatMap((attribution, index) => attribution.contents.map(({ start, end }) => ({ start, end, index }))).sort((a, b) => a.start - b.start);
  const claimOn = (range: TextRange): (TextRange & { readonly index: number }) | undefined => {
    const claim = claims[firstEndingAfter(claims, range.start)];
    return claim && overlaps(claim, range) ? claim : undefined;
  };
  const further = new Map<number, TextRange[]>();
  const taken = new Set<number>();
  for (const parts of several) {
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
  let spans: readonly TextRange[] | undefined;
  return attributions.map((attribution) => {
    const contents = attribution.contents.map((content) => {
      const end = ends.get(content.start) ?? content.end;
      if (end === content.end) return content;
      // “Sit down.” Colleagues remember him: the article's own next sentence is no part of it
      if (end < content.end) return /^\s+\p{Lu}[^"“”]*$/u.test(text.slice(end, content.end)) && /[.!?…]["”’'»]$/u.test(text.slice(content.start, end)) ? { start: content.start, end } : content;
      spans ??= spansOf(attributions);
      const next = spans[firstEndingAfter(spans, content.end)];
      return next && next.start < end ? content : { start: content.start, end };
    });
    return { ...attribution, contents };
  });
}

/** All that statements are made of, in document order. */
function spansOf(attributions: readonly Attribution[]): TextRange[] {
  const spans: TextRange[] = [];
  for (const { contents, cue, source } of attributions) {
    pushAll(spans, contents);
    if (cue) spans.push(cue);
    if (source) spans.push(source);
  }
  return spans.sort(compareRanges);
}

/** Parts of each quotation of speech: its paragraphs, also where they were run together into one (“One. “Two. “Three.”). */
function wholeQuotations(text: string, quotations: readonly Quotation[]): TextRange[][] {
  const whole: TextRange[][] = [];
  let before: Quotation | undefined;
  for (const quotation of quotations) {
    if (quotation.depth > 0 || quotation.role !== "speech") continue;
    const goesOn = before && !before.closed && before.block === quotation.block && /^[.!?…]?\s+$/u.test(text.slice(before.end - 1, quotation.start)) && text.startsWith("“", quotation.start);
    const [last] = goesOn ? whole.slice(-1) : [];
    if (last) pushAll(last, quotation.parts);
    else whole.push([...quotation.parts]);
    before = quotation;
  }
  return whole;
}

/** True for a range that shares text with none of the statements' contents. */
export function isFree(attributions: readonly Attribution[]): (range: TextRange) => boolean {
  const claims: TextRange[] = [];
  for (const { contents } of attributions) pushAll(claims, contents);
  claims.sort((a, b) => a.start - b.start);
  return (range) => {
    const claim = claims[firstEndingAfter(claims, range.start)];
    return claim === undefined || !overlaps(claim, range);
  };
}
