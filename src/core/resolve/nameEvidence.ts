import type { NameMention, PlaceMention } from "../detect/findings.js";
import { isSuffixWord } from "../detect/nameRuns.js";
import { PARTY } from "../detect/placeEvidence.js";
import type { TextRange } from "../document/range.js";
import { isCommonWord, nameWords, Word } from "../lexicon/nameWords.js";
import { placeContext } from "../lexicon/placeContext.js";
import { NAME_LABELS } from "../tagger/nameProbabilities.js";
import type { Article } from "../text/article.js";
import type { Tokens } from "../text/tokens.js";
import { isAddress, isLone, isTitle } from "./noNames.js";

/** What a stretch may name. */
export const NAMED = ["person", "organization", "place"] as const;

/** Names and places as rules found them, and what the network says of each token. */
export interface NameSources {
  /** Settled over the whole article. */
  readonly names: readonly NameMention[];
  readonly places: readonly PlaceMention[];
  /** As found block by block, doubtful ones too. */
  readonly doubtfulNames: readonly NameMention[];
  readonly doubtfulPlaces: readonly PlaceMention[];
  /** Names of what is neither a person nor an organization nor a place. */
  readonly others?: readonly TextRange[];
  /** As of `Reading.names`. */
  readonly probabilities: Float32Array;
}

/** A stretch of tokens that may be a name, end exclusive, with what speaks for each kind. */
export interface NameCandidate {
  readonly first: number;
  readonly end: number;
  /** The rules' finding of these very words, if they have one. */
  readonly name: NameMention | undefined;
  readonly place: PlaceMention | undefined;
  readonly settled: boolean;
  /** Logarithms of odds by the network, in the order of `NAMED`. */
  readonly odds: readonly number[];
  /** The mean of that over all candidates with the same words. */
  readonly shared: readonly number[];
  /** The greatest of that. */
  readonly most: readonly number[];
  /** The best odds of a longer candidate that begins or ends with this one's word ("Ola Grynn" for "Grynn"); 0 where none is likely or the words are several. */
  readonly longer: readonly number[];
  /** Logarithm of the odds that the words are no plain ones. */
  readonly unusual: number;
}

/** A candidate whose figures are not known yet. */
interface Found {
  readonly first: number;
  readonly end: number;
  name: NameMention | undefined;
  place: PlaceMention | undefined;
  settled: boolean;
}

const LABELS = NAME_LABELS.length;
/** Index in `NAMED`. */
const PERSON = 0;
const PLACE = 2;
/** So sure may the network be that a token is no part of a name for it to begin or go on with one. */
const MOST_NOTHING = Math.log(0.75);
const MOST_ODDS = 4;
/** From here on the rules have seen what leaves no doubt: a container, a dateline, a title. */
const SURE = 0.95;
/** No name is longer, and it bounds the work. */
const LONGEST = 16;

/** All stretches that the rules or the network take for a name, in document order, those that overlap too. Linear. */
export function nameCandidates(article: Article, sources: NameSources): NameCandidate[] {
  const { tokens } = article;
  const { probabilities } = sources;
  const found = new Map<number, Found>();
  const at = (first: number, end: number): Found => {
    const key = first * (LONGEST + 1) + end - first;
    const known = found.get(key);
    if (known) return known;
    const made: Found = { first, end, name: undefined, place: undefined, settled: false };
    found.set(key, made);
    return made;
  };
  const locate = ({ start, end }: TextRange): Found => {
    const first = tokens.at(start);
    return at(first, Math.min(tokens.at(end - 1) + 1, first + LONGEST));
  };
  for (const [names, places, settled] of [
    [sources.doubtfulNames, sources.doubtfulPlaces, false],
    [sources.names, sources.places, true],
  ] as const) {
    for (const name of names) {
      const one = locate(name);
      one.name = name;
      one.settled = settled;
    }
    for (const place of places) {
      if (place.sense === "demonym") continue;
      const one = locate(place);
      one.place = place;
      one.settled ||= settled;
    }
  }
  // "Friedensburg, Pa." at a sentence's end: the network knows the stop as the sentence's alone
  const stopped = new Set([...found.values()].filter(({ end, place }) => place && tokens.text(end - 1) === ".").map(({ first }) => first));
  const demonyms = new Set(sources.doubtfulPlaces.filter(({ sense }) => sense === "demonym").map(({ start }) => tokens.at(start)));
  for (const [first, end] of learnedSpans(article, probabilities)) if (!(end - first === 1 && demonyms.has(first)) && (end - first > 1 || !stopped.has(first)) && !isTitle(tokens, first, end) && !isLone(tokens, first, end)) at(first, end);
  const ordered = [...found.values()].filter(({ first }) => !isAddress(tokens, first)).sort((a, b) => a.first - b.first || a.end - b.end);
  const odds = ordered.map(({ first, end, name, settled }) => {
    const sure: SpanFacts = { isOne: settled && name !== undefined, endsHere: isPostNominal(tokens, end) || isKindOfPlace(tokens.text(end)) || end > nameEnd(tokens, first, end) };
    return NAMED.map((_, kind) => spanOdds(probabilities, first, nameEnd(tokens, first, end), kind, sure));
  });
  const byPart = new Map<number, number[]>();
  for (const [index, { first, end }] of ordered.entries()) {
    if (end - first === 1) continue;
    for (const part of [tokens.word(first), tokens.word(end - 1)]) {
      const best = byPart.get(part) ?? [0, 0, 0];
      byPart.set(part, best);
      odds[index]?.forEach((value, kind) => (best[kind] = Math.max(best[kind] ?? 0, value)));
    }
  }
  const sums = new Map<string, number[]>();
  const keys = ordered.map(({ first, end }) => wordsOf(article, first, end));
  for (const [index, key] of keys.entries()) {
    const sum = sums.get(key) ?? [];
    sums.set(key, sum);
    odds[index]?.forEach((value, kind) => (sum[kind] = (sum[kind] ?? 0) + value));
    sum[COUNT] = (sum[COUNT] ?? 0) + 1;
    odds[index]?.forEach((value, kind) => (sum[MOST + kind] = Math.max(sum[MOST + kind] ?? -MOST_ODDS, value)));
  }
  return ordered.map(({ first, end, name, place, settled }, index) => {
    const sum = sums.get(keys[index] ?? "") ?? [];
    return {
      first,
      end,
      name,
      place,
      settled,
      odds: odds[index] ?? [],
      shared: NAMED.map((_, kind) => (sum[kind] ?? 0) / (sum[COUNT] ?? 1)),
      most: NAMED.map((_, kind) => sum[MOST + kind] ?? 0),
      longer: (end - first === 1 && byPart.get(tokens.word(first))) || NONE,
      unusual: nothingOdds(probabilities, first, end),
    };
  });
}

/** Where the count and the greatest odds stand behind the sums of all candidates with the same words. */
const COUNT = 3;
const MOST = 4;
const NONE: readonly number[] = [0, 0, 0];

/** "KC" after "Catrin Rees", the "P.S." below a signature: letters behind a name that are none of it. */
function isPostNominal(tokens: Tokens, index: number): boolean {
  if (/^P\.?S\.?$/u.test(tokens.text(index))) return true;
  return (nameWords().facts(tokens.lower(index)) & Word.postNominal) !== 0 && /^\p{Lu}.*\p{Lu}/u.test(tokens.text(index));
}

function wordsOf({ tokens }: Article, first: number, end: number): string {
  let words = "";
  for (let index = first; index < end; index++) words += `${tokens.lower(index)} `;
  return words;
}

/** Stretches that the network labels as one name, by the likeliest labels but for "nothing" where that is doubtful. */
function* learnedSpans({ tokens, blocks }: Article, logs: Float32Array): Generator<readonly [number, number]> {
  const length = Math.min(tokens.length, logs.length / LABELS);
  let first = -1;
  let kind = -1;
  let block = 0;
  for (let token = 0; token <= length; token++) {
    let best = 0;
    while (token >= (blocks[block]?.endToken ?? Number.POSITIVE_INFINITY)) block++;
    // a headline's last name is none with the dateline below it
    const opensBlock = token === blocks[block]?.firstToken;
    if (token < length && !isAddress(tokens, token) && (logs[token * LABELS] ?? 0) < MOST_NOTHING) {
      best = 1;
      for (let label = 2; label < LABELS; label++) if ((logs[token * LABELS + label] ?? 0) > (logs[token * LABELS + best] ?? 0)) best = label;
    }
    const goesOn = first >= 0 && !opensBlock && best === kind * 2 + 2 && token - first < LONGEST;
    if (goesOn) continue;
    if (first >= 0 && !isSuffixWord(tokens.text(first))) {
      const end = kind === PLACE ? withoutNoun(tokens, first, token) : token;
      if (kind === PLACE) first = afterKind(tokens, first, end);
      yield [first, end - first > 1 && isPostNominal(tokens, end - 1) ? end - 1 : kind === PERSON ? afterSuffix(tokens, end) : end];
    }
    // "R-Westfield": the letter of a party is no part of the place
    const isParty = PARTY.test(tokens.text(token)) && tokens.text(token + 1) === "-" && tokens.isJoined(token + 1);
    first = best > 0 && tokens.kind(token) !== "mark" && !isParty ? token : -1;
    kind = Math.floor((best - 1) / 2);
  }
}

/** Where a place's name begins that the network has with what is before it: "Limburg" of "Dutch province of Limburg". */
function afterKind(tokens: Tokens, first: number, end: number): number {
  for (let of = first + 1; of + 1 < end; of++) if (tokens.text(of) === "of" && !tokens.isCapitalized(of - 1) && isKindOfPlace(tokens.text(of - 1))) return of + 1;
  return first;
}

/** Where a place's name ends that the network has with what kind of place it is: "Kirkuk" of "Kirkuk province", but "Washington state". */
function withoutNoun(tokens: Tokens, first: number, end: number): number {
  // "Dutch province of"
  let last = tokens.text(end - 1) === "of" ? end - 1 : end;
  while (last - first > 1 && isKindOfPlace(tokens.text(last - 1))) last--;
  return last;
}

function isKindOfPlace(word: string): boolean {
  return word !== "state" && placeContext.placeNoun.has(word);
}

/** Where a person's name ends that "Jr." or ", Jr." may follow. */
function afterSuffix(tokens: Tokens, end: number): number {
  const suffix = tokens.text(end) === "," ? end + 1 : end;
  return isSuffixWord(tokens.text(suffix)) ? suffix + 1 : end;
}

/** The same the other way round: the end of a name without ", Jr." and without the stop that is the sentence's, too, of which corpora differ. */
function nameEnd(tokens: Tokens, first: number, end: number): number {
  if (end - first === 2 && tokens.text(end - 1) === ".") return end - 1;
  if (end - first < 3 || !isSuffixWord(tokens.text(end - 1))) return end;
  return tokens.text(end - 2) === "," ? end - 2 : end - 1;
}

/** What the rules leave no doubt of, whatever the network says. */
interface SpanFacts {
  /** The tokens are of one name: another that begins in it is none. */
  readonly isOne: boolean;
  /** The next token is no part of it. */
  readonly endsHere: boolean;
}

/** Logarithm of the odds that a name of this kind is just these tokens: as sure as its most doubtful token or border. */
function spanOdds(logs: Float32Array, first: number, end: number, kind: number, { isOne, endsHere }: SpanFacts): number {
  const [begin, inner] = [1 + 2 * kind, 2 + 2 * kind];
  let least = logs[first * LABELS + begin] ?? Number.NEGATIVE_INFINITY;
  for (let token = first + 1; token < end; token++) {
    const inside = logs[token * LABELS + inner] ?? Number.NEGATIVE_INFINITY;
    const anew = logs[token * LABELS + begin] ?? Number.NEGATIVE_INFINITY;
    least = Math.min(least, isOne ? Math.log(Math.exp(inside) + Math.exp(anew)) : inside);
  }
  const after = endsHere ? undefined : logs[end * LABELS + inner];
  if (after !== undefined) least = Math.min(least, Math.log1p(-Math.min(Math.exp(after), 0.999)));
  return toOdds(least);
}

function nothingOdds(logs: Float32Array, first: number, end: number): number {
  let sum = 0;
  for (let token = first; token < end; token++) sum += Math.exp(logs[token * LABELS] ?? 0);
  return toOdds(Math.log(Math.max(1e-4, 1 - sum / (end - first))));
}

function toOdds(log: number): number {
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, log - Math.log1p(-Math.min(Math.exp(log), 0.9999))));
}

/** How the candidates that share some words with one stand to it. */
export interface Rivals {
  /** The network's best odds for one of them. */
  odds: number;
  /** Whether the rules hold one of them for sure: the same kind, another; in the order of `NAMED`. */
  readonly alike: boolean[];
  readonly other: boolean[];
}

/** What the words of a candidate are whatever it is taken for. */
function wordEvidence({ tokens }: Article, { first, end, place }: NameCandidate): number[] {
  const lists = nameWords();
  const single = end - first === 1;
  const last = tokens.text(end - 1);
  return [
    tokens.isCapitalized(end - 1) || tokens.isCapitalized(first) ? 0 : 1,
    single && isCommonWord(lists, tokens.lower(first)) ? 1 : 0,
    single ? 1 : 0,
    end - first > 3 ? 1 : 0,
    (lists.facts(tokens.lower(first)) & Word.firstName) !== 0 ? 1 : 0,
    place && place.candidates.length > 0 ? 1 : 0,
    // "Barclays Center", "Olt County"
    !single && (placeContext.feature.has(last) || placeContext.doubtful.has(last) || placeContext.venue.has(last)) ? 1 : 0,
    !single && (lists.facts(tokens.lower(end - 1)) & Word.organizationHead) !== 0 ? 1 : 0,
    placeContext.locative.has(tokens.lower(tokens.lower(first - 1) === "the" ? first - 2 : first - 1)) ? 1 : 0,
  ];
}

/** Which figures of `evidenceFor` are the network's own odds, where training blurs them. */
export const NETWORK_FIGURES = { own: 1, shared: 2, others: [3, 4, 12, 14] } as const;

/** Figures by which a candidate is weighed, a row for each of `NAMED`; their weights stand in nameWeights.ts in this order. */
export function evidenceFor(article: Article, candidate: NameCandidate, rivals: Rivals): number[][] {
  const { name, place, settled, odds } = candidate;
  const words = wordEvidence(article, candidate);
  return NAMED.map((type, kind) => {
    const own = type === "place" ? place : name?.type === type ? name : undefined;
    const others = own ? 0 : (name?.confidence ?? place?.confidence ?? 0);
    const [a = 0, b = 0] = [odds[(kind + 1) % 3], odds[(kind + 2) % 3]];
    const sureness = own ? oddsOf(own.confidence) : 0;
    return [
      1,
      odds[kind] ?? 0,
      candidate.shared[kind] ?? 0,
      Math.max(a, b),
      candidate.unusual,
      own && settled ? 1 : 0,
      settled ? sureness : 0,
      own && !settled ? 1 : 0,
      settled ? 0 : sureness,
      own && own.confidence >= SURE ? 1 : 0,
      others > 0 && settled ? 1 : 0,
      others,
      rivals.odds,
      candidate.longer[kind] ?? 0,
      candidate.most[kind] ?? 0,
      rivals.alike[kind] ? 1 : 0,
      rivals.other[kind] ? 1 : 0,
      ...words,
    ];
  });
}

function oddsOf(confidence: number): number {
  const sure = Math.min(0.98, Math.max(0.05, confidence));
  return Math.log(sure / (1 - sure));
}

/** What each candidate has to hold its own against. Linear but for overlaps, of which a token has few. */
export function rivalsOf(candidates: readonly NameCandidate[]): Rivals[] {
  const result = candidates.map((): Rivals => ({ odds: -MOST_ODDS, alike: [false, false, false], other: [false, false, false] }));
  for (const [index, a] of candidates.entries()) {
    for (let at = index + 1; at < candidates.length; at++) {
      const b = candidates[at];
      if (!b || b.first >= a.end) break;
      tell(result[index], b);
      tell(result[at], a);
    }
  }
  return result;
}

function tell(rivals: Rivals | undefined, { odds, settled, place, name }: NameCandidate): void {
  if (!rivals) return;
  rivals.odds = Math.max(rivals.odds, ...odds);
  if (!settled) return;
  for (const [kind, type] of NAMED.entries()) {
    const alike = type === "place" ? place !== undefined : name?.type === type;
    (alike ? rivals.alike : rivals.other)[kind] = true;
  }
}
