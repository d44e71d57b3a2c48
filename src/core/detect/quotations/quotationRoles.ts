import { cueForms } from "../../lexicon/cues.js";
import { sentenceAt, type Article } from "../../text/article.js";
import { isSayingVerb } from "../../text/sayingVerbs.js";
import type { Tokens } from "../../text/tokens.js";
import type { Quotation, QuotationRole } from "../findings.js";

/** Nouns that a title in quotation marks stands beside: the film "…", "…", a novel by …. Own list. */
const TITLED =
  /^(?:film|movie|documentary|book|novel|memoir|essay|poem|play|musical|opera|ballet|song|single|album|track|hit|anthem|show|series|sitcom|drama|comedy|programme|program|podcast|episode|article|story|editorial|column|painting|sculpture|exhibition|exhibit|game|titled|entitled|magazine|newspaper|report|ballad|bestseller|thriller|blockbuster)s?$/u;
/** Stand in small letters inside a title. */
const SMALL = /^(?:a|an|the|and|or|but|of|in|on|at|to|for|from|by|with|as|vs\.?|is|my|your|de|la|le|s|['’]s)$/u;
/** A cue this many tokens off, in the same sentence, makes a short quotation somebody's words. */
const NEAR = 25;

/** What a stretch in quotation marks is for; speech where nothing else is likelier. */
export function roleOf(article: Article, quotation: Omit<Quotation, "depth" | "role">): QuotationRole {
  if (quotation.parts.length > 1) return "speech";
  const { tokens } = article;
  const first = tokens.at(quotation.start);
  const last = tokens.at(quotation.end - 1);
  // marks stay out; an end put in by rule has no mark
  const inner = { first: first + 1, end: quotation.closed ? last : last + 1 };
  if (inner.end - inner.first > 12) return "speech";
  const words = wordsOf(tokens, inner.first, inner.end);
  if (words.length === 0) return "speech";
  const { firstToken, endToken } = sentenceAt(article, quotation.start) ?? { firstToken: first, endToken: last + 1 };
  // where all is in capitals, capitals tell nothing
  const around = { first: Math.max(firstToken + 1, first - NEAR), end: Math.min(endToken, last + NEAR) };
  const isHeadline = areMostlyCapitals(tokens, around, inner);
  if (!isHeadline && isNickname(article, inner, words, quotation.block)) return "nickname";
  if (isTitle(tokens, { first, last, words, isHeadline })) return "title";
  return !isHeadline && isScare(article, inner, words) ? "scare" : "speech";
}

function wordsOf(tokens: Tokens, first: number, end: number): string[] {
  const words: string[] = [];
  for (let index = first; index < end; index++) {
    if (tokens.kind(index) === "word" || tokens.kind(index) === "number") words.push(tokens.text(index));
  }
  return words;
}

interface Inner {
  readonly first: number;
  readonly end: number;
}

/** Dwayne "The Rock" Johnson: capitals inside, a name before and after, no comma between. */
function isNickname({ tokens, blocks }: Article, inner: Inner, words: readonly string[], block: number): boolean {
  const before = inner.first - 2;
  const after = inner.end + 1;
  if (words.length > 3 || words.some((word) => !/^[\p{Lu}\p{N}]/u.test(word) && !SMALL.test(word))) return false;
  if (before < (blocks[block]?.firstToken ?? 0) || after >= (blocks[block]?.endToken ?? 0)) return false;
  if (tokens.kind(before) !== "word" || tokens.kind(after) !== "word") return false;
  // a determiner or a preposition at the head of a sentence is no first name
  const isName = /^\p{Lu}[\p{L}.'’-]*$/u.test(tokens.text(before)) && !/^(?:A|An|The|In|On|At|By|For|From|With|To|As|And|But|His|Her|Their|Its|Our|My|This|That|When|While|After|Before)$/u.test(tokens.text(before));
  return isName && /^\p{Lu}\p{L}/u.test(tokens.text(after));
}

function areMostlyCapitals(tokens: Tokens, around: Inner, inner: Inner): boolean {
  let long = 0;
  let capital = 0;
  for (let index = around.first; index < around.end; index++) {
    if (index >= inner.first && index < inner.end) continue;
    if (tokens.kind(index) !== "word" || tokens.end(index) - tokens.start(index) < 4) continue;
    long++;
    if (tokens.isCapitalized(index)) capital++;
  }
  return long >= 4 && capital > 0.7 * long;
}

function areCapitals(words: readonly string[]): boolean {
  return words.every((word, index) => /^[\p{Lu}\p{N}]/u.test(word) || (index > 0 && SMALL.test(word)));
}

interface Marked {
  /** Tokens of the opening and the closing mark. */
  readonly first: number;
  readonly last: number;
  readonly words: readonly string[];
  readonly isHeadline: boolean;
}

/** All words in capitals, beside a noun that has titles (the film "Up") or two of them with no cue at hand ("War and Peace"). */
function isTitle(tokens: Tokens, { first, last, words, isHeadline }: Marked): boolean {
  if (!areCapitals(words)) return false;
  const before = tokens.text(first - 1);
  if (TITLED.test(before.toLowerCase()) || (before === "," && TITLED.test(tokens.lower(first - 2)))) return true;
  // hailed as "The Comeback Kid": a name that somebody gives
  if (NAMING.test(before.toLowerCase())) return false;
  // "Never Again," she said: a comma inside is how American papers go on after a title too, so it tells nothing by itself
  if (isHeadline || /^[,:]$/u.test(before) || isSayingVerb(before.toLowerCase()) || /^[.!?…]$/u.test(tokens.text(last - 1))) return false;
  const follows = tokens.lower(last + 1);
  if (isSayingVerb(follows) || isSayingVerb(tokens.lower(last + 2))) return false;
  return words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length > 1;
}

/** Before what someone or something is called. */
const NAMING = /^(?:as|dubbed|deemed|nicknamed|labell?ed|termed|called|branded|christened)$/u;

/** One or two words that nobody says: so-called "experts". */
function isScare(article: Article, inner: Inner, words: readonly string[]): boolean {
  const { tokens } = article;
  if (words.length > 2 || /^[!?]$/u.test(tokens.text(inner.end - 1))) return false;
  const sentence = sentenceAt(article, tokens.start(inner.first));
  if (sentence === undefined) return false;
  const from = Math.max(sentence.firstToken, inner.first - NEAR);
  const to = Math.min(sentence.endToken, inner.end + NEAR);
  // a whole sentence in marks is speech: "Never."
  if (inner.first - 1 <= sentence.firstToken && inner.end + 2 >= sentence.endToken) return false;
  for (let index = from; index < to; index++) {
    if (index >= inner.first && index < inner.end) continue;
    // "so-called" is none
    if (tokens.kind(index) === "word" && tokens.text(index - 1) !== "-" && (isCue(tokens.lower(index)) || (NAMING.test(tokens.lower(index)) && tokens.lower(index) !== "as"))) return false;
  }
  return true;
}

/** True for a form of a verb of speech or writing other than its base form, which is often a noun ("report", "call"). */
function isCue(word: string): boolean {
  return cueForms.get(word)?.some(({ cue, forms }) => cue.mode !== "thought" && cue.particle === undefined && !(forms.size === 1 && forms.has("base"))) ?? false;
}
