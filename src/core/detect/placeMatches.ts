import type { Gazetteer, PlaceName } from "../places/gazetteer.js";
import type { Article, Sentence } from "../text/article.js";

/** A stretch of tokens that the gazetteer knows as a name. */
export interface PlaceMatch {
  readonly firstToken: number;
  readonly endToken: number;
  /** What the words may mean, likelier first; never empty. */
  readonly names: readonly PlaceName[];
  /** True where only capitals were compared ("NEW DELHI"). */
  readonly shouted: boolean;
}

/** The longest names of the gazetteer in a sentence, from left to right, none overlapping another. */
export function matchPlaces({ text, tokens }: Article, sentence: Sentence, gazetteer: Gazetteer): PlaceMatch[] {
  const matches: PlaceMatch[] = [];
  let index = sentence.firstToken;
  while (index < sentence.endToken) {
    const match = mayBegin(index) ? longestFrom(index) : undefined;
    if (match) matches.push(match);
    index = match ? match.endToken : index + 1;
  }
  return matches;

  /** Names begin with a capital, or ("sub-Saharan Africa", "10 Downing Street") have one soon after. */
  function mayBegin(first: number): boolean {
    if (tokens.isCapitalized(first)) return true;
    return tokens.kind(first) !== "mark" && tokens.kind(first) !== "quote" && (tokens.isCapitalized(first + 1) || (tokens.text(first + 1) === "-" && tokens.isCapitalized(first + 2)));
  }

  function longestFrom(first: number): PlaceMatch | undefined {
    const start = tokens.start(first);
    const reach = start + gazetteer.longest(tokens.text(first));
    let end = first;
    while (end < sentence.endToken && tokens.end(end) <= reach) end++;
    for (; end > first; end--) {
      const written = text.slice(start, tokens.end(end - 1));
      const words = UNEVEN.test(written) ? written.replace(/\s+/gu, " ") : written;
      const names = gazetteer.find(words);
      if (names.length > 0) return { firstToken: first, endToken: end, names, shouted: isShouted(words) };
    }
    return undefined;
  }
}

/** White space that is more than one space. */
const UNEVEN = /\s\s|[^\S ]/u;

/** All capitals, and too long for an abbreviation that is written so. */
function isShouted(words: string): boolean {
  return words.length > 3 && words === words.toUpperCase() && !words.includes(".");
}
