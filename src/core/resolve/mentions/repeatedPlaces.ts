import type { PlaceMention } from "../../detect/findings.js";
import { compareRanges } from "../../document/range.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import { holdsMentions, type Article, type Block } from "../../text/article.js";

/** So sure must a place be to be looked for again. */
const SURE = 0.6;
/** How sure a repetition is, as part of that. */
const ECHO = 0.9;

/** "NSW" for "New South Wales", "T&T" for "Trinidad and Tobago"; undefined where nobody would write so. */
function acronymOf(words: string, { candidates: [place] }: PlaceMention): string | undefined {
  if (place === undefined || (place.kind !== "country" && place.kind !== "division" && place.kind !== "city")) return undefined;
  const letters = words.replaceAll(/\s+and\s+/gu, " & ").replaceAll(/[^\p{Lu}&\s].*?(?=\s|$)/gu, "").replaceAll(/\s+/gu, "");
  const lists = nameWords();
  const isOther = lists.isOrganization(letters) || (lists.facts(letters.toLowerCase()) & (Word.thing | Word.time | Word.function)) !== 0;
  return /^\p{Lu}(?:\p{Lu}|&\p{Lu}){1,3}$/u.test(letters) && !isOther ? letters : undefined;
}

/**
 * The places, and all other stretches with the same words as a sure one of them: what "in Toomevara" has told to be a place is one
 * in "Toomevara's mayor" too, and "NSW" after "New South Wales". In document order. Linear.
 */
export function repeatPlaces(article: Article, places: readonly PlaceMention[]): PlaceMention[] {
  const known = knownPlaces(article, places);
  const taken = places.toSorted(compareRanges);
  const idle = new Uint8Array(article.tokens.wordCount);
  const repeated: PlaceMention[] = [];
  let next = 0;
  for (const block of article.blocks) {
    if (!holdsMentions(block)) continue;
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= block.start) next++;
    repeatInBlock(article, block, known, { taken, next, idle }, repeated);
  }
  return [...places, ...repeated].sort(compareRanges);
}

/** The sure places. */
interface KnownPlaces {
  /** By their first word. */
  readonly byHead: ReadonlyMap<string, readonly PlaceMention[]>;
  readonly byAcronym: ReadonlyMap<string, PlaceMention>;
}

function knownPlaces({ text, tokens }: Article, places: readonly PlaceMention[]): KnownPlaces {
  const byHead = new Map<string, PlaceMention[]>();
  const byAcronym = new Map<string, PlaceMention>();
  const seen = new Set<string>();
  for (const place of places) {
    const words = text.slice(place.start, place.end);
    if (place.confidence < SURE || place.sense === "demonym" || seen.has(words)) continue;
    seen.add(words);
    const acronym = acronymOf(words, place);
    if (acronym !== undefined && !byAcronym.has(acronym)) byAcronym.set(acronym, place);
    const head = tokens.text(tokens.at(place.start));
    const alike = byHead.get(head);
    if (alike) alike.push(place);
    else byHead.set(head, [place]);
  }
  return { byHead, byAcronym };
}

/** What leaves no room for a repetition. */
interface Taken {
  /** In document order. */
  readonly taken: readonly PlaceMention[];
  /** The first of them that ends in the block or behind it. */
  readonly next: number;
  /** By word: 1 where nothing that is looked for begins with it, as with most. */
  readonly idle: Uint8Array;
}

function repeatInBlock(article: Article, block: Block, { byHead, byAcronym }: KnownPlaces, { taken, next: from, idle }: Taken, repeated: PlaceMention[]): void {
  const { tokens } = article;
  let next = from;
  let free = block.start;
  for (let index = block.firstToken; index < block.endToken; index++) {
    const word = tokens.word(index);
    if (idle[word] === 1) continue;
    const start = tokens.start(index);
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    if (start < free) continue;
    const token = tokens.text(index);
    const known = byHead.get(token);
    const end = taken[next]?.start ?? block.end;
    if (known) {
      const place = longestStanding(article, known, start, Math.min(block.end, end));
      if (!place) continue;
      free = start + place.end - place.start;
      repeated.push(echo(place, start, free));
      continue;
    }
    const full = byAcronym.get(token.includes(".") ? token.replaceAll(".", "") : token);
    if (!full) {
      idle[word] = 1;
      continue;
    }
    // "HK$45" is money
    const isMoney = /^[$€£¥]/u.test(tokens.text(index + 1)) && tokens.isJoined(index + 1);
    if (tokens.end(index) > end || tokens.isCapitalized(index - 1) || isMoney) continue;
    free = tokens.end(index);
    repeated.push(echo(full, start, free));
  }
}

/** The longest of some places whose words stand here before an offset. */
function longestStanding(article: Article, places: readonly PlaceMention[], start: number, end: number): PlaceMention | undefined {
  let longest: PlaceMention | undefined;
  for (const place of places) {
    const length = place.end - place.start;
    if (start + length <= end && (!longest || length > longest.end - longest.start) && stands(article, place, start)) longest = place;
  }
  return longest;
}

/** The same words, and no part of a longer name: "Jordan" not in "Michael Jordan". */
function stands({ text, tokens }: Article, place: PlaceMention, start: number): boolean {
  const end = start + place.end - place.start;
  if (!text.startsWith(text.slice(place.start, place.end), start)) return false;
  const first = tokens.at(start);
  const last = tokens.at(end - 1);
  return tokens.end(last) === end && !tokens.isCapitalized(first - 1) && !tokens.isCapitalized(last + 1);
}

function echo({ sense, candidates, confidence }: PlaceMention, start: number, end: number): PlaceMention {
  return { start, end, sense, candidates, confidence: confidence * ECHO };
}
