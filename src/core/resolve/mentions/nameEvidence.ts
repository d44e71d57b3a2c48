import type { NameMention, PlaceMention } from "../../detect/findings.js";
import type { TextRange } from "../../document/range.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import type { Article } from "../../text/article.js";
import { Tokens } from "../../text/tokens.js";
import { isBehindPlace, isPause, isPostNominal, learnedSpans, LONGEST, MOST_ODDS, nameEnd, nothingOdds, spanOdds, type SpanFacts } from "./learnedSpans.js";
import { NAMED, type NameCandidate } from "./nameCandidate.js";
import { isAddress, isLone, isOffice, isTitle } from "./noNames.js";

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
  const found = new FoundNames(article.tokens);
  found.addFindings(sources.doubtfulNames, sources.doubtfulPlaces, false);
  found.addFindings(sources.names, sources.places, true);
  found.addLearned(article, sources);
  found.splitOwners();
  const ordered = found.inOrder();
  const odds = ordered.map((one) => oddsOfKinds(article.tokens, sources.probabilities, one));
  return describeCandidates(article, sources.probabilities, ordered, odds);
}

/** The stretches that may be names, each once. */
class FoundNames {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new FoundNames(Tokens.none);

  private readonly byKey = new Map<number, Found>();

  constructor(private readonly tokens: Tokens) {}

  addFindings(names: readonly NameMention[], places: readonly PlaceMention[], settled: boolean): void {
    for (const name of names) {
      const one = this.locate(name);
      one.name = name;
      one.settled = settled;
    }
    for (const place of places) {
      if (place.sense === "demonym") continue;
      const one = this.locate(place);
      one.place = place;
      one.settled ||= settled;
    }
  }

  addLearned(article: Article, { probabilities, doubtfulPlaces }: NameSources): void {
    const { tokens } = this;
    // "Friedensburg, Pa." at a sentence's end: the network knows the stop as the sentence's alone
    const stopped = new Set<number>();
    for (const { first, end, place } of this.byKey.values()) if (place && tokens.text(end - 1) === ".") stopped.add(first);
    const demonyms = new Set<number>();
    for (const { sense, start } of doubtfulPlaces) if (sense === "demonym") demonyms.add(tokens.at(start));
    for (const [first, end] of learnedSpans(article, probabilities)) {
      if (end - first === 1 && (demonyms.has(first) || stopped.has(first))) continue;
      if (!isTitle(tokens, first, end) && !isOffice(tokens, first, end) && !isLone(tokens, first, end)) this.at(first, end);
    }
  }

  /** "NASA's Voyager Ghor", where the rules surely have the body before the possessive, is two names, of which the network made one. */
  splitOwners(): void {
    for (const one of this.byKey.values()) {
      const owner = one.settled ? 0 : this.ownerOf(one);
      if (owner === 0) continue;
      this.byKey.delete(keyOf(one.first, one.end));
      this.at(owner + 1, one.end);
    }
  }

  inOrder(): Found[] {
    return [...this.byKey.values()].filter(({ first }) => !isAddress(this.tokens, first)).sort((a, b) => a.first - b.first || a.end - b.end);
  }

  /** Index of the possessive behind such a body; 0 where there is none. */
  private ownerOf({ first, end }: Found): number {
    for (let mark = first + 1; mark < end - 1; mark++) {
      if (!/^['’]s?$/u.test(this.tokens.text(mark))) continue;
      const owner = this.byKey.get(keyOf(first, mark));
      return owner?.settled && owner.name?.type === "organization" && owner.name.confidence >= SURE_OWNER ? mark : 0;
    }
    return 0;
  }

  private locate({ start, end }: TextRange): Found {
    const first = this.tokens.at(start);
    return this.at(first, Math.min(this.tokens.at(end - 1) + 1, first + LONGEST));
  }

  private at(first: number, end: number): Found {
    const key = keyOf(first, end);
    let one = this.byKey.get(key);
    if (!one) this.byKey.set(key, (one = { first, end, name: undefined, place: undefined, settled: false }));
    return one;
  }
}

/** Logarithms of odds by the network, in the order of `NAMED`. */
function oddsOfKinds(tokens: Tokens, probabilities: Float32Array, { first, end, name, settled }: Found): number[] {
  const last = nameEnd(tokens, first, end);
  const sure: SpanFacts = {
    isOne: settled && name !== undefined,
    beginsHere: isPause(tokens, first) || /^\d{1,5}$/u.test(tokens.text(first - 1)),
    endsHere: isPostNominal(tokens, end) || isPause(tokens, end + 1) || isBehindPlace(tokens.text(end)) || end > last,
  };
  return NAMED.map((_, kind) => spanOdds(probabilities, first, last, kind, sure));
}

/** What all candidates with the same words have of odds, in the order of `NAMED`. */
interface SharedOdds {
  count: number;
  readonly sums: number[];
  readonly most: number[];
}

function describeCandidates(article: Article, probabilities: Float32Array, ordered: readonly Found[], odds: readonly (readonly number[])[]): NameCandidate[] {
  const { tokens } = article;
  const byPart = oddsByPart(tokens, ordered, odds);
  const shared = sharedOdds(article, ordered, odds);
  return ordered.map(({ first, end, name, place, settled }, index) => {
    const { count, sums, most } = shared[index] ?? NO_ODDS;
    return {
      first,
      end,
      name,
      place,
      settled,
      odds: odds[index] ?? [],
      shared: sums.map((sum) => sum / count),
      most,
      longer: (end - first === 1 && byPart.get(tokens.word(first))) || NONE,
      unusual: nothingOdds(probabilities, first, end),
    };
  });
}

const NONE: readonly number[] = [0, 0, 0];
const NO_ODDS: SharedOdds = { count: 1, sums: [0, 0, 0], most: [0, 0, 0] };

/** The best odds of the candidates of several words that begin or end with a word. */
function oddsByPart(tokens: Tokens, ordered: readonly Found[], odds: readonly (readonly number[])[]): ReadonlyMap<number, readonly number[]> {
  const byPart = new Map<number, number[]>();
  ordered.forEach(({ first, end }, index) => {
    if (end - first === 1) return;
    for (const part of [tokens.word(first), tokens.word(end - 1)]) {
      let best = byPart.get(part);
      if (!best) byPart.set(part, (best = [0, 0, 0]));
      raise(best, odds[index] ?? NONE);
    }
  });
  return byPart;
}

/** Of each candidate what all with its words have. */
function sharedOdds(article: Article, ordered: readonly Found[], odds: readonly (readonly number[])[]): SharedOdds[] {
  const byWords = new Map<string, SharedOdds>();
  return ordered.map(({ first, end }, index) => {
    const key = wordsOf(article, first, end);
    let shared = byWords.get(key);
    if (!shared) byWords.set(key, (shared = { count: 0, sums: [0, 0, 0], most: [-MOST_ODDS, -MOST_ODDS, -MOST_ODDS] }));
    const own = odds[index] ?? NONE;
    shared.count++;
    for (let kind = 0; kind < NAMED.length; kind++) shared.sums[kind] = (shared.sums[kind] ?? 0) + (own[kind] ?? 0);
    raise(shared.most, own);
    return shared;
  });
}

/** Makes each figure as great as the other one in its place. */
function raise(most: number[], figures: readonly number[]): void {
  for (let at = 0; at < most.length; at++) most[at] = Math.max(most[at] ?? 0, figures[at] ?? 0);
}

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
export function wordEvidence({ tokens }: Article, { first, end, place }: NameCandidate): number[] {
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
  const words = wordEvidence(article, candidate);
  return NAMED.map((_, kind) => [...kindEvidence(candidate, rivals, kind), ...words]);
}

/** The figures that depend on what the candidate is taken for: those before the ones of `wordEvidence`. */
export function kindEvidence({ name, place, settled, odds, shared, unusual, longer, most }: NameCandidate, rivals: Rivals, kind: number): number[] {
  const type = NAMED[kind];
  const own = type === "place" ? place : name?.type === type ? name : undefined;
  const others = own ? 0 : (name?.confidence ?? place?.confidence ?? 0);
  const sureness = own ? oddsOf(own.confidence) : 0;
  return [
    1,
    odds[kind] ?? 0,
    shared[kind] ?? 0,
    Math.max(odds[(kind + 1) % 3] ?? 0, odds[(kind + 2) % 3] ?? 0),
    unusual,
    own && settled ? 1 : 0,
    settled ? sureness : 0,
    own && !settled ? 1 : 0,
    settled ? 0 : sureness,
    own && own.confidence >= SURE ? 1 : 0,
    others > 0 && settled ? 1 : 0,
    others,
    rivals.odds,
    longer[kind] ?? 0,
    most[kind] ?? 0,
    rivals.alike[kind] ? 1 : 0,
    rivals.other[kind] ? 1 : 0,
  ];
}

function oddsOf(confidence: number): number {
  const sure = Math.min(0.98, Math.max(0.05, confidence));
  return Math.log(sure / (1 - sure));
}

/** What each candidate has to hold its own against. Linear but for overlaps, of which a token has few. */
export function rivalsOf(candidates: readonly NameCandidate[]): Rivals[] {
  const result = candidates.map((): Rivals => ({ odds: -MOST_ODDS, alike: [false, false, false], other: [false, false, false] }));
  candidates.forEach((a, index) => {
    for (let at = index + 1; at < candidates.length; at++) {
      const b = candidates[at];
      if (!b || b.first >= a.end) break;
      tell(result[index], b);
      tell(result[at], a);
    }
  });
  return result;
}

function tell(rivals: Rivals | undefined, { odds, settled, place, name }: NameCandidate): void {
  if (!rivals) return;
  rivals.odds = Math.max(rivals.odds, ...odds);
  if (!settled) return;
  NAMED.forEach((type, kind) => {
    const alike = type === "place" ? place !== undefined : name?.type === type;
    (alike ? rivals.alike : rivals.other)[kind] = true;
  });
}
