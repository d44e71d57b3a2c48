import type { TextRange } from "../../../document/range.js";
import { determiners, media } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import { documentNoun, REDUCED_CLAUSE } from "../../documents.js";
import { nounOf, typeOf } from "../phrases/descriptions.js";
import type { IndexedMention } from "../mentionIndex.js";
import { isPossessive } from "../mentionForms.js";

/** Who wrote the text that a source phrase names, as the phrase itself tells it. */
export type Author = { readonly mention: IndexedMention } | { readonly phrase: TextRange } | { readonly pronoun: string };

const SUBJECT: Readonly<Record<string, string>> = { his: "he", her: "she", its: "it", their: "they" };
/** What whoever has not written a text does with it. */
const READ = /^(?:seen|obtained|reviewed|viewed|read|received|leaked|cited|examined|acquired|heard|quoted|verified)$/u;
/** Figures that somebody has gathered. */
const FIGURES = /^(?:count|tally|projection|estimate|forecast|calculation|tracker|ranking)s?$/u;
/** What somebody has said, which speaks for him as a text does: "Hale's comments suggest that". */
const UTTERANCE = /^(?:comments?|remarks?|testimony|announcement|speech|warning|claims?|statements|answers?|reply|words|message|assertion|admission|suggestion|allegations?|explanation|prediction|criticism)$/u;
/** Texts that speak for the paper in which they stand: "an article in the Gazette". */
const OF_A_PAPER = /^(?:article|report|story|editorial)$/u;
/** Nouns for one and the same text: "a survey" is "the study" in the next sentence. */
const SAME_TEXT: readonly (readonly string[])[] = [
  ["report", "study", "survey", "poll", "analysis", "review"],
  ["petition", "complaint", "lawsuit", "filing", "application", "submission", "affidavit", "plea", "brief", "motion", "suit"],
  ["letter", "note", "memo", "memorandum", "email", "e-mail", "message"],
  ["statement", "release", "communique", "communiqué"],
  ["article", "column", "editorial", "op-ed", "essay", "piece", "story"],
  ["tweet", "post"],
  ["judgment", "judgement", "verdict", "ruling", "decision"],
];

/**
 * The author of "Ivana Trump's letter", "a report by the ministry", "the latest Acme statistics" or "her petition"; undefined where the phrase
 * names no text or does not tell.
 */
export function authorOf(article: Article, source: TextRange, mentions: readonly IndexedMention[]): Author | undefined {
  const noun = textNoun(article, source) ?? pageNoun(article, source);
  if (!noun) return undefined;
  const { tokens } = article;
  const first = tokens.at(source.start);
  const end = tokens.at(source.end - 1) + 1;
  for (let index = first; index < end; index++) {
    // "a letter seen by the BBC" is not the BBC's
    if (!/^(?:by|from)$/u.test(tokens.lower(index)) || index + 1 >= end || READ.test(tokens.lower(index - 1))) continue;
    let last = index + 1;
    // the WHO begins no clause
    while (last < end && (tokens.text(last) === "WHO" || !/^(?:,|on|in|at|for|from|that|which|who)$/u.test(tokens.lower(last)))) last++;
    if (last === index + 1) continue;
    const phrase = tokens.span(index + 1, last);
    const inside = mentions.filter(({ start, end: until }) => start >= phrase.start && until <= phrase.end);
    // "a study by Jane Doe of the University of Bristol" is hers
    const ofBody = inside.find(({ end: until }) => tokens.lower(tokens.at(until - 1) + 1) === "of");
    const named = ofBody ?? inside.at(-1);
    return named && (named === ofBody || named.end === phrase.end) ? { mention: named } : { phrase };
  }
  if (OF_A_PAPER.test(noun)) {
    const paper = mentions.find(({ start, end: until }) => until === source.end && tokens.lower(tokens.at(start) - (tokens.lower(tokens.at(start) - 1) === "the" ? 2 : 1)) === "in");
    if (paper) return { mention: paper };
  }
  // "the statement published on the ministry's website"
  const page = publishedBy(article, mentions, end);
  if (page) return { mention: page };
  const pronoun = SUBJECT[tokens.lower(first)];
  if (pronoun) return { pronoun };
  // the author stands before the noun: with "'s", or directly as a name
  const at = nounIndex(article, source, noun);
  const body = bodyOwner(article, first, at);
  if (body) return { phrase: body };
  const owner = mentions.find((mention) => isPossessive(article, mention) && mention.end <= tokens.start(at)) ?? mentions.find((mention) => tokens.at(mention.end - 1) === at - 1 || isBracket(article.text.slice(mention.end, tokens.start(at))));
  const together = owner && joinedBefore(article, mentions, owner);
  return together ? { phrase: together } : owner ? { mention: owner } : undefined;
}

/** "a Gazette/Harbour Radio poll": both names, the first of them before a stroke. */
function joinedBefore({ text }: Article, mentions: readonly IndexedMention[], owner: TextRange): TextRange | undefined {
  const first = text.charAt(owner.start - 1) === "/" ? mentions.find(({ end }) => end === owner.start - 1) : undefined;
  return first && { start: first.start, end: owner.end };
}

/** "the company's | earnings release": a body without a name that owns the text. */
function bodyOwner({ tokens }: Article, first: number, noun: number): TextRange | undefined {
  const isOwner = /^(?:the|this)$/u.test(tokens.lower(first)) && /^['’]s?$/u.test(tokens.text(first + 2)) && first + 2 < noun && typeOf(tokens.lower(first + 1)) === "organization";
  return isOwner ? tokens.span(first, first + 2) : undefined;
}

/** The noun of a text or of figures that somebody has gathered: "a Reuters tally", "a count by the council". */
function textNoun(article: Article, source: TextRange): string | undefined {
  const noun = nounOf(article, source);
  return documentNoun(article, source) ?? (noun !== undefined && (FIGURES.test(noun) || (UTTERANCE.test(noun) && isOwned(article, source))) ? noun : undefined);
}

/** "his remarks", "the mayor's remarks"; not "the town | released a text saying the mayor's remarks". */
function isOwned({ text, tokens }: Article, source: TextRange): boolean {
  for (let index = tokens.at(source.start); tokens.start(index) < source.end; index++) if (REDUCED_CLAUSE.test(tokens.lower(index))) return false;
  return SUBJECT[tokens.lower(tokens.at(source.start))] !== undefined || /\p{L}['’](?:s\b|\s)/u.test(text.slice(source.start, source.end));
}

/** "its website", "the mayor's Twitter account": where somebody publishes what he says. */
function pageNoun({ tokens }: Article, source: TextRange): string | undefined {
  const last = tokens.lower(tokens.at(source.end - 1));
  return media.has(last) || last === "site" ? last : undefined;
}

/** "(UNDP)" between a body and its study. */
function isBracket(between: string): boolean {
  return /^\s*\(\p{Lu}{2,8}\)\s*$/u.test(between);
}

/** The nouns by which a text that was told of is meant: its own and those that mean the same. */
export function sameText(noun: string): readonly string[] {
  return SAME_TEXT.find((nouns) => nouns.includes(noun)) ?? [noun];
}

function nounIndex({ tokens }: Article, source: TextRange, noun: string): number {
  const last = tokens.at(source.end - 1);
  let index = tokens.at(source.start);
  while (index < last && tokens.lower(index) !== noun && tokens.lower(index) !== `${noun}s`) index++;
  return index;
}

/** Whose page it is, where the phrase names it: "the statement published on the ministry's website on Monday". */
function publishedBy({ tokens }: Article, mentions: readonly IndexedMention[], end: number): IndexedMention | undefined {
  return mentions.find((mention) => {
    const after = tokens.at(mention.end - 1) + 1;
    const noun = /^['’]s?$/u.test(tokens.text(after)) ? after + 1 : after;
    return noun < end && media.has(tokens.lower(noun));
  });
}

/** The words in capitals directly before the noun of a text: "Reuters" of "a Reuters survey of voters". */
export function houseBefore(article: Article, source: TextRange): TextRange | undefined {
  const noun = textNoun(article, source);
  if (!noun) return undefined;
  const { tokens } = article;
  const at = nounIndex(article, source, noun);
  const opening = tokens.at(source.start);
  let first = at;
  const isName = (index: number): boolean => index >= opening && tokens.isCapitalized(index) && !determiners.has(tokens.lower(index));
  // "a Gazette/Hale poll" is both their own
  while (isName(first - 1) || (first < at && tokens.text(first - 1) === "/" && isName(first - 2))) first--;
  return first < at && !tokens.isCapitalized(at) ? tokens.span(first, at) : undefined;
}
