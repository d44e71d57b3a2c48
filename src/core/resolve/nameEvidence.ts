import type { NameMention, PlaceMention } from "../detect/findings.js";
import type { TextRange } from "../document/range.js";
import { isCommonWord, nameWords, Word } from "../lexicon/nameWords.js";
import { placeContext } from "../lexicon/placeContext.js";
import type { Article } from "../text/article.js";
import { isBehindPlace, isPause, isPostNominal, learnedSpans, LONGEST, MOST_ODDS, nameEnd, nothingOdds, spanOdds, type SpanFacts } from "./learnedSpans.js";
import { isAddress, isLone, isOffice, isTitle } from "./noNames.js";

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

/** From here on the rules have seen what leaves no doubt: a container, a dateline, a title. */
const SURE = 0.95;
/** So sure of a body that what is behind its possessive is another name. */
const SURE_OWNER = 0.9;

function keyOf(first: number, end: number): number {
  return first * (LONGEST + 1) + end - first;
}

/** All stretches that the rules or the network take for a name, in document order, those that overlap too. Linear. */
export function nameCandidates(article: Article, sources: NameSources): NameCandidate[] {
  const { tokens } = article;
  const { probabilities } = sources;
  const found = new Map<number, Found>();
  const at = (first: number, end: number): Found => {
    const key = keyOf(first, end);
    const known = found.get(key);
    if (known) return known;
    const made: Found = { first, end, name: undefined, place: undefined, settled: false };
    found.set(key, made);
    return made;
  };
  /** Index of the possessive in "NASA's Voyager Ghor" where the rules surely have the body before it: two names, of which the network made one; else 0. */
  const ownerOf = ({ first, end }: Found): number => {
    for (let mark = first + 1; mark < end - 1; mark++) {
      if (!/^['’]s?$/u.test(tokens.text(mark))) continue;
      const owner = found.get(keyOf(first, mark));
      return owner?.settled && owner.name?.type === "organization" && owner.name.confidence >= SURE_OWNER ? mark : 0;
    }
    return 0;
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
  for (const [first, end] of learnedSpans(article, probabilities)) if (!(end - first === 1 && demonyms.has(first)) && (end - first > 1 || !stopped.has(first)) && !isTitle(tokens, first, end) && !isOffice(tokens, first, end) && !isLone(tokens, first, end)) at(first, end);
  for (const one of found.values()) {
    const owner = one.settled ? 0 : ownerOf(one);
    if (owner === 0) continue;
    found.delete(keyOf(one.first, one.end));
    at(owner + 1, one.end);
  }
  const ordered = [...found.values()].filter(({ first }) => !isAddress(tokens, first)).sort((a, b) => a.first - b.first || a.end - b.end);
  const odds = ordered.map(({ first, end, name, settled }) => {
    const sure: SpanFacts = { isOne: settled && name !== undefined, beginsHere: isPause(tokens, first) || /^\d{1,5}$/u.test(tokens.text(first - 1)), endsHere: isPostNominal(tokens, end) || isPause(tokens, end + 1) || isBehindPlace(tokens.text(end)) || end > nameEnd(tokens, first, end) };
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

function wordsOf({ tokens }: Article, first: number, end: number): string {
  let words = "";
  for (let index = first; index < end; index++) words += `${tokens.lower(index)} `;
  return words;
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
    (lists.facts(tokens.lower(first)) & (single ? Word.firstName : Word.firstName | Word.rareFirstName)) !== 0 ? 1 : 0,
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
