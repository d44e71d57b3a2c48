import type { NameMention, PlaceMention } from "../detect/findings.js";
import { compareRanges, type TextRange } from "../document/range.js";
import { isCommonWord, nameWords, Word } from "../lexicon/nameWords.js";
import { placeContext } from "../lexicon/placeContext.js";
import type { Gazetteer, Place, PlaceName } from "../places/gazetteer.js";
import type { Article } from "../text/article.js";
import type { Tokens } from "../text/tokens.js";
import { acronymsBehind } from "./acronymsBehind.js";
import type { SettledMentions } from "./mentions.js";
import { ruledOut } from "./noNames.js";
import { evidenceFor, nameCandidates, NAMED, rivalsOf, type NameCandidate, type NameSources } from "./nameEvidence.js";
import { repeatPlaces } from "./repeatedPlaces.js";
import { LEAST_PROBABILITY, NAME_WEIGHTS } from "./nameWeights.js";
import { titleAcronyms } from "./titleAcronyms.js";

/** A candidate as what it is likeliest to name. */
interface Reading {
  readonly candidate: NameCandidate;
  readonly kind: number;
  readonly probability: number;
}

/** Shorter ones are letters that may stand for something else. */
const SHORTEST_COINED = 4;
/** What is chosen is likelier a name than not to those who read the confidence: resolvers leave out what lies below. */
const LEAST_CONFIDENCE = 0.5;
/** So sure are the rules of a name whose form or introduction leaves no doubt ("Sinéad O'Connor"). */
const SURE_NAME = 0.95;
/** So sure are the rules of a place that the gazetteer knows that the network's doubt alone takes nothing away: it has not seen every town. */
const SURE_PLACE = 0.85;

/** The same of a place that it lacks, but whose neighbours tell of one: "MP for Hale East". */
const SURELY_TOLD = 0.96;

/** So sure are they of one whose own words hold no other name, whatever they are elsewhere. */
const SURELY_PLACED = 0.97;

/** People of a state that someone writes behind a town's name. */
const LEAST_STATE = 500_000;

/** What the whole of a name has ahead of its parts: a street is rather one place than a person and a word. */
const WHOLE_PERSON = 0.1;
const WHOLE_PLACE = 0.3;

/**
 * Weighs what the rules found against what the network has learned of each token, and chooses the likeliest names that share no
 * word. Demonyms are the rules' alone: no corpus of names knows them. Linear but for one sort.
 */
export function weighNames(article: Article, sources: NameSources, gazetteer: Gazetteer): SettledMentions {
  const candidates = nameCandidates(article, sources);
  const rivals = rivalsOf(candidates);
  const isPart = partsOfSure(article, candidates, sources.places);
  const isRuledOut = ruledOut(article, candidates);
  const all: Reading[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const against = rivals[index];
    if (!against || isPart(candidate)) continue;
    for (const [kind, evidence] of evidenceFor(article, candidate, against).entries()) if (!isRuledOut(candidate, NAMED[kind])) all.push({ candidate, kind, probability: isListed(article, candidate) ? listed(kind) : weigh(kind, evidence) });
  }
  const readings = asElsewhere(article, all).filter(({ kind, probability }) => probability >= (LEAST_PROBABILITY[kind] ?? 1));
  const taken = new Uint8Array(article.tokens.length);
  for (const { start, end } of sources.others ?? []) taken.fill(1, article.tokens.at(start), article.tokens.at(end - 1) + 1);
  const names: NameMention[] = [];
  const places: PlaceMention[] = [];
  for (const { candidate, kind, probability } of readings.sort((a, b) => rank(b) - rank(a) || a.candidate.first - b.candidate.first)) {
    const { first, end } = candidate;
    if (taken.subarray(first, end).includes(1)) continue;
    taken.fill(1, first, end);
    const confidence = Math.max(LEAST_CONFIDENCE, probability);
    const type = NAMED[kind];
    if (type === "place") places.push(...(townAndState(article, candidate, confidence, gazetteer) ?? [toPlace(article, candidate, confidence, gazetteer)]));
    else if (type) names.push(toName(article, candidate, type, confidence));
  }
  for (const place of sources.places) {
    const isSure = place.sense === "demonym" || place.confidence >= (place.candidates.length > 0 ? SURE_PLACE : SURELY_TOLD);
    if (isSure && isFree(place)) places.push(place);
  }
  const wordsOf = ({ start, end }: TextRange): string => article.text.slice(start, end);
  const surely = new Set(sources.names.filter(({ confidence }) => confidence >= SURE_NAME).filter((name) => wordsOf(name).includes(" ") || isCoined(name)).map(wordsOf));
  for (const name of sources.names) if ((name.confidence >= SURE_NAME || surely.has(wordsOf(name)) || isShortForm(article, name)) && isFree(name)) names.push(name);
  // "Brass" after "Ida Brass": what the article calls somebody is a name wherever the rules have settled on it, though the word is a common one
  const surnames = new Set(names.filter(({ type }) => type === "person").map((name) => / (\S+)$/u.exec(wordsOf(name))?.[1]));
  for (const name of sources.names) if (name.type === "person" && surnames.has(wordsOf(name)) && isFree(name)) names.push(name);
  for (const name of acronymsBehind(article, names)) if (isFree(name)) names.push(name);
  // what the article tells of a place in one sentence outweighs what the network makes of its next
  const chosen = new Set(places);
  const repeated = repeatPlaces(article, places.sort(compareRanges)).filter((place) => chosen.has(place) || isFree(place));
  const titles = titleAcronyms(article, names);
  // "Thanks. MHC": whoever signs with such letters is a person
  const signs = ({ type, start }: NameMention): boolean => type === "person" && /^[.!?]$/u.test(article.tokens.text(article.tokens.at(start) - 1));
  const bodies = names.filter((name) => signs(name) || !titles.has(wordsOf(name)));
  return { names: bodies.sort(compareRanges), places: repeated };

  /** "Mareterra", as "the start-up Mareterra" has told: a body's name that nobody and nothing else has. */
  function isCoined(name: NameMention): boolean {
    const words = wordsOf(name);
    const lists = nameWords();
    if (name.type !== "organization" || words.length < SHORTEST_COINED || isCommonWord(lists, words.toLowerCase())) return false;
    return (lists.facts(words.toLowerCase()) & (Word.firstName | Word.rareFirstName | Word.surname | Word.thing | Word.people)) === 0 && gazetteer.find(words).length === 0;
  }

  function isFree({ start, end }: TextRange): boolean {
    return !taken.subarray(article.tokens.at(start), article.tokens.at(end - 1) + 1).includes(1);
  }
}

/** "Manchester City": a name of several words that the list of organizations has, however much it sounds like a town. */
function isListed({ text, tokens }: Article, { first, end, name, settled }: NameCandidate): boolean {
  return settled && end - first > 1 && name?.type === "organization" && name.confidence >= SURE_NAME && nameWords().isOrganization(text.slice(tokens.start(first), tokens.end(end - 1)));
}

function listed(kind: number): number {
  return NAMED[kind] === "organization" ? SURE_NAME : 0;
}

/** A name of several words that the rules have in two places is in both as sure as in the surer one. */
function asElsewhere({ text, tokens }: Article, readings: readonly Reading[]): Reading[] {
  const keyOf = ({ candidate: { first, end, name, settled }, kind }: Reading): string | undefined =>
    settled && end - first > 1 && name?.type === NAMED[kind] ? `${kind} ${text.slice(tokens.start(first), tokens.end(end - 1))}` : undefined;
  const best = new Map<string, number>();
  for (const reading of readings) {
    const key = keyOf(reading);
    if (key !== undefined) best.set(key, Math.max(best.get(key) ?? 0, reading.probability));
  }
  return readings.map((reading) => ({ ...reading, probability: best.get(keyOf(reading) ?? "") ?? reading.probability }));
}

/**
 * Tells whether a candidate lies within a longer one of which the rules are sure: there is no George in "Prince George, B.C.", and no
 * Moody where the company is that ends in a possessive.
 */
function partsOfSure({ tokens }: Article, candidates: readonly NameCandidate[], places: readonly PlaceMention[]): (candidate: NameCandidate) => boolean {
  const wholes = new Map<number, Pick<NameCandidate, "first" | "end">>();
  // no Lankan is named in "Sri Lankans"
  for (const { start, end, sense } of places) {
    if (sense !== "demonym") continue;
    const whole = { first: tokens.at(start), end: tokens.at(end - 1) + 1 };
    for (let token = whole.first; token < whole.end; token++) wholes.set(token, whole);
  }
  for (const candidate of candidates) {
    const { first, end, name, place, settled } = candidate;
    const isPlace = place !== undefined && place.confidence >= SURELY_PLACED && place.candidates.length > 0 && (isCountry(place) || !joinsTwo(tokens, first, end));
    const isName = name !== undefined && name.confidence >= SURE_NAME && (name.type === "person" || /^['’]s$/u.test(tokens.text(end - 1)));
    const isSure = isPlace || isName;
    if (settled && isSure && end - first > 1) for (let token = first; token < end; token++) wholes.set(token, candidate);
  }
  return ({ first, end }) => {
    const whole = wholes.get(first);
    return whole !== undefined && whole === wholes.get(end - 1) && whole.end - whole.first > end - first;
  };
}

/** "Trinidad and Tobago" is one. */
function isCountry({ candidates: [place] }: PlaceMention): boolean {
  return place?.kind === "country";
}

/** "Andaman and Nicobar Islands", "Washington, DC": one place, which may as well be told as two. */
function joinsTwo(tokens: Tokens, first: number, end: number): boolean {
  for (let token = first + 1; token < end; token++) if (/^(?:and|,)$/u.test(tokens.text(token))) return true;
  return false;
}

/** What speaks for one reading against another that shares words with it: its probability, more where a name of several words would fall apart. */
function rank({ candidate: { first, end, settled }, kind, probability }: Reading): number {
  if (end - first === 1) return probability;
  // "Ola" and "Grynn" side by side are one person where the rules have found "Ola Grynn"
  if (NAMED[kind] === "person") return probability + (settled ? WHOLE_PERSON : 0);
  return NAMED[kind] === "place" ? probability + WHOLE_PLACE : probability;
}

/** "the Ministry" after "Ministry of Transport", as the rules have settled it: no corpus of names marks it, but the article tells who it is. */
function isShortForm({ tokens }: Article, { start, end, type }: NameMention): boolean {
  const word = tokens.at(start);
  return type === "organization" && tokens.end(word) === end && tokens.lower(word - 1) === "the" && (nameWords().facts(tokens.lower(word)) & Word.organizationOf) !== 0;
}

function weigh(kind: number, evidence: readonly number[]): number {
  const weights = NAME_WEIGHTS[kind] ?? [];
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (evidence[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function toName({ tokens }: Article, { first, end, name }: NameCandidate, type: NameMention["type"], confidence: number): NameMention {
  if (name?.type === type) return { start: name.start, end: name.end, type, roles: name.roles, acronym: name.acronym, confidence };
  return { start: tokens.start(first), end: tokens.end(end - 1), type, roles: [], acronym: undefined, confidence };
}

/** "Houston Texas" without a comma: a town and the state or country in which it lies, as two places; undefined for what is one, or unknown. */
function townAndState({ text, tokens }: Article, { first, end, place }: NameCandidate, confidence: number, gazetteer: Gazetteer): PlaceMention[] | undefined {
  if (end - first < 2 || (place?.candidates.length ?? 0) > 0) return undefined;
  const find = (from: number, to: number): readonly PlaceName[] => gazetteer.find(text.slice(tokens.start(from), tokens.end(to - 1)).replace(/\s+/gu, " "));
  if (find(first, end).length > 0) return undefined;
  for (let container = first + 1; container < end; container++) {
    // "San Rafael Ca"
    const written = /^\p{Lu}\p{Ll}$/u.test(tokens.text(container)) ? gazetteer.find(tokens.text(container).toUpperCase()) : find(container, end);
    const wider = written.filter(({ as, place: around }) => (as === "name" || as === "abbreviation") && (around.kind === "country" || around.kind === "division") && around.population >= LEAST_STATE).map(({ place: around }) => around);
    const towns = find(first, container)
      .filter(({ as, place: town }) => as === "name" && town.kind === "city" && wider.some(({ country, division, kind }) => country === town.country && (kind === "country" || division === town.division)))
      .map(({ place: town }) => town);
    // "Miramar California" of a town that the gazetteer lacks there
    const isUnknown = towns.length === 0 && container === end - 1 && tokens.text(container).length > 2 && wider.some(isState) && !isPartOf(tokens, first);
    if (towns.length === 0 && !isUnknown) continue;
    return [
      { ...tokens.span(first, container), sense: "literal", candidates: towns, confidence },
      { ...tokens.span(container, end), sense: "literal", candidates: isUnknown ? wider.filter(isState) : wider, confidence },
    ];
  }
  return undefined;
}

/** Of the countries in which a town's state is written behind it. */
function isState({ kind, country }: Place): boolean {
  return kind === "division" && (country === "US" || country === "CA" || country === "AU");
}

/** "Southern California", "Baja California": what names no town, but a part of the state or another. */
function isPartOf(tokens: Tokens, first: number): boolean {
  return placeContext.part.has(tokens.lower(first)) || placeContext.featureBefore.has(tokens.text(first)) || /^(?:New|Old|Baja|Gulf|Mid|Far|State|Republic|University|Bank|Port)$/u.test(tokens.text(first));
}

/** What may be in a town, written small behind its name: "a Lancaster park" is no park of that name, while "Sand Hill park" may be. */
const IN_TOWN = /^(?:park|hospital|clinic|stadium|station|terminal|school|mosque|mart|apartments|garrison)$/u;

/** Where the country ends in "U.S. House", which is a body of it and no place, and the town in "Lancaster park". */
function withoutBody({ text, tokens }: Article, first: number, end: number, gazetteer: Gazetteer): number {
  const isInTown = end - first > 1 && IN_TOWN.test(tokens.text(end - 1)) && tokens.isCapitalized(first);
  if (isInTown && gazetteer.find(text.slice(tokens.start(first), tokens.end(end - 2))).some(({ as, otherUses }) => as === "name" && !otherUses.includes("word"))) return end - 1;
  const isBody = end - first === 2 && placeContext.organization.has(tokens.text(end - 1));
  return isBody && gazetteer.find(tokens.text(first)).some(({ as, place }) => as === "name" && place.kind === "country") ? first + 1 : end;
}

function toPlace(article: Article, { first, end, place }: NameCandidate, confidence: number, gazetteer: Gazetteer): PlaceMention {
  const { text, tokens } = article;
  if (place) return { start: place.start, end: place.end, sense: place.sense, candidates: place.candidates, confidence };
  const range = tokens.span(first, withoutBody(article, first, end, gazetteer));
  const find = (start: number, until = range.end): PlaceName[] => gazetteer.find(text.slice(start, until).replace(/\s+/gu, " ")).filter(({ as }) => as === "name" || as === "abbreviation");
  const whole = find(range.start);
  const isPart = placeContext.part.has(tokens.lower(first));
  const isInside = placeContext.inside.has(tokens.text(end - 1));
  // "north Georgia" lies in Georgia, "Gaza City" in Gaza
  const known = whole.length > 0 || end - first < 2 ? whole : isPart ? find(tokens.start(first + 1)) : isInside ? find(range.start, tokens.end(end - 2)) : whole;
  return { start: range.start, end: range.end, sense: "literal", candidates: [...new Set<Place>(known.map((name) => name.place))], confidence };
}
