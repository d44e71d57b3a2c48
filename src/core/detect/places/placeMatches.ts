import { isWellKnown, type Gazetteer, type PlaceName } from "../../places/gazetteer.js";
import type { Article, Sentence } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import type { WrittenWord } from "../../text/vocabulary.js";
import { withSingleSpaces } from "../../text/singleSpaces.js";

/** A stretch of tokens that the gazetteer knows as a name. */
export interface PlaceMatch {
  readonly firstToken: number;
  readonly endToken: number;
  /** What the words may mean, likelier first; never empty. */
  readonly names: readonly PlaceName[];
  /** True where only capitals were compared ("NEW DELHI"). */
  readonly shouted: boolean;
}

/** Shorter names without capitals are most often other words. */
const SHORTEST_SMALL = 4;

/** A sentence in which names are looked for; functions of their own read it, since making them anew for each sentence would cost as much as they do. */
interface Search extends Pick<Article, "text" | "tokens"> {
  readonly sentence: Sentence;
  readonly gazetteer: Gazetteer;
}

/** The longest names of the gazetteer in a sentence, from left to right, none overlapping another. */
export function matchPlaces({ text, tokens }: Article, sentence: Sentence, gazetteer: Gazetteer): PlaceMatch[] {
  const search: Search = { text, tokens, sentence, gazetteer };
  const matches: PlaceMatch[] = [];
  const careless = isCareless(search);
  const isRaised = tokens.perWord(isRaisedInside);
  let index = sentence.firstToken;
  while (index < sentence.endToken) {
    const match = mayBegin(tokens, index) || isRaised(index) ? longestFrom(search, index) : careless && tokens.kind(index) === "word" ? smallFrom(search, index) : undefined;
    if (match) matches.push(match);
    index = match ? match.endToken : index + 1;
  }
  return matches;
}

/** Names begin with a capital, or ("sub-Saharan Africa", "10 Downing Street") have one soon after. */
function mayBegin(tokens: Tokens, first: number): boolean {
  if (tokens.isCapitalized(first)) return true;
  return tokens.kind(first) !== "mark" && tokens.kind(first) !== "quote" && (tokens.isCapitalized(first + 1) || (tokens.text(first + 1) === "-" && tokens.isCapitalized(first + 2)));
}

/** "i live in los angeles": a sentence of several words that begins without a capital, or has none but the first. */
function isCareless({ tokens, sentence }: Search): boolean {
  let words = 0;
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    if (tokens.kind(at) !== "word") continue;
    const capital = tokens.isCapitalized(at) && tokens.text(at) !== "I";
    if (words === 0 && !capital && tokens.text(at) !== "I") return sentence.endToken - at > 2;
    if (words++ > 0 && capital) return false;
  }
  return words > 2;
}

/** From one token to the one before `end`, with one space between the words. */
function wordsTo({ text, tokens }: Search, first: number, end: number): string {
  if (end - first === 1) return tokens.text(first);
  return withSingleSpaces(text.slice(tokens.start(first), tokens.end(end - 1)));
}

/** Well-known places only, none whose name is a word too ("in reading"), and what may be a person ("chelsea") only behind a preposition. */
function smallFrom(search: Search, first: number): PlaceMatch | undefined {
  const { tokens, sentence, gazetteer } = search;
  const start = tokens.start(first);
  const reach = start + gazetteer.longest(tokens.text(first), true);
  if (reach === start) return undefined;
  const asked = first > sentence.firstToken && /^(?:in|from|to|near|at|visit|visiting|outside|around)$/u.test(tokens.lower(first - 1));
  let end = first;
  while (end < sentence.endToken && tokens.end(end) <= reach) end++;
  for (; end > first; end--) {
    const words = wordsTo(search, first, end);
    if (words.length < SHORTEST_SMALL) return undefined;
    const names = gazetteer.find(withCapitals(words));
    const known = names.filter(({ as, place, otherUses }) => as === "name" && (asked ? !otherUses.includes("word") : otherUses.length === 0) && isWellKnown(place));
    if (known.length > 0) return { firstToken: first, endToken: end, names: known, shouted: false };
  }
  return undefined;
}

function longestFrom(search: Search, first: number): PlaceMatch | undefined {
  const { tokens, sentence, gazetteer } = search;
  const reach = tokens.start(first) + gazetteer.longest(tokens.text(first));
  let end = first;
  while (end < sentence.endToken && tokens.end(end) <= reach) end++;
  const stopped = end <= first + 1 ? withStop(search, first) : undefined;
  if (stopped) return stopped;
  const short = shortTown(search, first) ?? shortCounty(search, first);
  if (short) return short;
  for (; end > first; end--) {
    const words = wordsTo(search, first, end);
    const whole = gazetteer.find(words);
    const found = whole.length === 0 && end - first > 1 && FEATURE.test(tokens.text(end - 1)) ? gazetteer.find(withCapital(words)) : whole;
    const names = found.length > 0 && ARTICLE.test(words) ? withArticle(found, gazetteer.find(words.replace(ARTICLE, ""))) : found;
    if (names.length > 0) return { firstToken: first, endToken: end, names, shouted: isShouted(words) };
  }
  return undefined;
}

/** "ADA, Okla.": three letters, which elsewhere are an abbreviation. */
function shortTown({ tokens, gazetteer }: Search, first: number): PlaceMatch | undefined {
  const word = tokens.text(first);
  if (tokens.text(first + 1) !== "," || !/^\p{Lu}{3}$/u.test(word) || gazetteer.find(word).length > 0) return undefined;
  const state = tokens.text(first + 2);
  const isState = gazetteer.find(tokens.text(first + 3) === "." ? `${state}.` : state).some(({ as, place }) => as === "abbreviation" || (as === "name" && place.kind === "division"));
  const names = isState ? gazetteer.find(word.charAt(0) + word.slice(1).toLowerCase()).filter(({ as, place }) => as === "name" && place.kind === "city") : [];
  return names.length > 0 ? { firstToken: first, endToken: first + 1, names, shouted: true } : undefined;
}

/** "Co Mayo", "Co. Down", as counties are written in Ireland; one that the gazetteer lacks lies around the town of its name. */
function shortCounty({ tokens, gazetteer }: Search, first: number): PlaceMatch | undefined {
  if (!/^Co\.?$/u.test(tokens.text(first)) || tokens.text(first - 1) === "&") return undefined;
  const head = tokens.text(first + 1) === "." ? first + 2 : first + 1;
  const called = tokens.isCapitalized(head) ? [`County ${tokens.text(head)}`, tokens.text(head)] : [];
  const names = called.map((words) => gazetteer.find(words).filter(({ as, place }) => as === "name" && /^(?:IE|GB)$/u.test(place.country ?? ""))).find(({ length }) => length > 0) ?? [];
  return names.length > 0 ? { firstToken: first, endToken: head + 1, names, shouted: false } : undefined;
}

/** "Friedensburg, Pa." at a sentence's end, whose stop is the abbreviation's too, and "the U.S" that lacks its last one. */
function withStop({ tokens, gazetteer }: Search, first: number): PlaceMatch | undefined {
  const words = tokens.text(first);
  const ends = tokens.text(first + 1) === "." && tokens.isJoined(first + 1) && tokens.text(first - 1) === ",";
  if (ends) {
    const names = gazetteer.find(`${words}.`).filter(({ as }) => as === "abbreviation");
    if (names.length > 0) return { firstToken: first, endToken: first + 2, names, shouted: false };
  }
  if (!words.includes(".") || !/^(?:\p{Lu}\.)+\p{Lu}$/u.test(words)) return undefined;
  const names = gazetteer.find(`${words}.`);
  return names.length > 0 ? { firstToken: first, endToken: first + 1, names, shouted: false } : undefined;
}

/** The Arabic article before a name, with which towns are written or without. */
const ARTICLE = /^(?:Al|El)[ -]/u;

/** "Al Bayda" is any of the towns of Bayda that have the article in full. */
function withArticle(names: readonly PlaceName[], short: readonly PlaceName[]): readonly PlaceName[] {
  const known = new Set(names.map(({ place }) => place));
  return [...names, ...short.filter(({ as, place }) => as === "name" && ARTICLE.test(place.name) && !known.has(place))];
}

/** What is often written small behind a name that it belongs to: "the Hudson river", "the Gaza strip". */
const FEATURE = /^(?:river|sea|ocean|lake|strip|strait|bay|gulf|valley|delta|mountains|islands?|peninsula|canal)$/u;

/** "Gaza Strip" for "Gaza strip". */
function withCapital(words: string): string {
  return words.replace(/\p{Ll}(?=\p{Ll}*$)/u, (letter) => letter.toUpperCase());
}

/** "los angeles" as a name is written. */
function withCapitals(words: string): string {
  let capitals = "";
  let from = 0;
  let inWord = false;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    // what is not plain English has rules of its own
    if (unit > 0x7f) return words.replaceAll(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase());
    const isSmall = unit >= 0x61 && unit <= 0x7a;
    if (isSmall && !inWord) {
      capitals += words.slice(from, at) + words.charAt(at).toUpperCase();
      from = at + 1;
    }
    inWord = isSmall || unit === 0x27 || (unit >= 0x41 && unit <= 0x5a);
  }
  return capitals + words.slice(from);
}

/** "eThekwini" */
function isRaisedInside({ text }: WrittenWord): boolean {
  return /^\p{Ll}\p{Lu}\p{Ll}/u.test(text);
}

/** All capitals, and too long for an abbreviation that is written so. */
function isShouted(words: string): boolean {
  return words.length > 3 && words === words.toUpperCase() && !words.includes(".");
}
