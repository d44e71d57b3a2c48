import { pushAll } from "../../common/pushAll.js";
import type { NameMention, PlaceMention } from "../../detect/findings.js";
import { compareRanges, type TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import { isStation } from "../../detect/names/nameRuns.js";
import { auxiliaries, determiners, pastVerbs, prepositions } from "../../lexicon/wordClasses.js";
import { placeContext } from "../../lexicon/placeContext.js";
import type { Gazetteer, Place, PlaceName } from "../../places/gazetteer.js";
import type { Article } from "../../text/article.js";
import { withSingleSpaces } from "../../text/singleSpaces.js";
import type { Tokens } from "../../text/tokens.js";
import { acronymsBehind } from "./acronymsBehind.js";
import type { SettledMentions } from "../mentions.js";
import { ruledOut } from "./noNames.js";
import { NAMED, type NameCandidate } from "./nameCandidate.js";
import { kindEvidence, nameCandidates, rivalsOf, wordEvidence, type NameSources } from "./nameEvidence.js";
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

/** People of a division that goes by a name of two halves. */
const LARGE_DIVISION = 500_000;

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
  const { tokens } = article;
  const taken = new Uint8Array(tokens.length);
  for (const { start, end } of sources.others ?? []) taken.fill(1, tokens.at(start), tokens.at(end - 1) + 1);
  const chosen = chooseReadings(readingsOf(article, sources), taken);
  const isFree = ({ start, end }: TextRange): boolean => !isTaken(taken, tokens.at(start), tokens.at(end - 1) + 1);
  const names = chosen.flatMap((reading) => toName(article, reading));
  pushAll(names, namesOfRules(article, sources.names, gazetteer).filter(isFree));
  pushAll(names, repeatedSurnames(article, sources.names, names).filter(isFree));
  for (const name of acronymsBehind(article, names)) if (isFree(name)) names.push(name);
  const places = new Set<PlaceMention>();
  const calledSo = surnamesOf(article, names);
  for (const place of [...chosen.flatMap((reading) => toPlaces(article, reading, gazetteer)), ...sources.places.filter((known) => isSure(known) && isFree(known))]) {
    if (calledSo.has(wordsOf(article, place)) && (place.sense === "demonym" ? standsAlone(article, place) : isSpeaking(tokens, place))) names.push({ start: place.start, end: place.end, type: "person", roles: [], confidence: SURE_PLACE });
    else places.add(place);
  }
  for (const { start, end } of names) taken.fill(1, tokens.at(start), tokens.at(end - 1) + 1);
  // what the article tells of a place in one sentence outweighs what the network makes of its next
  const repeated = repeatPlaces(article, [...places].sort(compareRanges)).filter((place) => places.has(place) || isFree(place));
  return { names: withoutTitles(article, names).sort(compareRanges), places: repeated };
}

/** Whatever is likely enough that a candidate names. */
function readingsOf(article: Article, sources: NameSources): Reading[] {
  const candidates = nameCandidates(article, sources);
  const rivals = rivalsOf(candidates);
  const isPart = partsOfSure(article, candidates, sources.places);
  const isRuledOut = ruledOut(article, candidates);
  const all: Reading[] = [];
  candidates.forEach((candidate, index) => {
    const against = rivals[index];
    if (!against || isPart(candidate)) return;
    const isKnown = isListed(article, candidate);
    const words = wordEvidence(article, candidate);
    for (let kind = 0; kind < NAMED.length; kind++) {
      const probability = isKnown ? listed(kind) : weigh(kind, kindEvidence(candidate, against, kind), words);
      // most are so unlikely that nothing more needs to be asked
      if ((isLikely(kind, probability) || isSettledAs(candidate, kind)) && !isRuledOut(candidate, NAMED[kind])) all.push({ candidate, kind, probability });
    }
  });
  return asElsewhere(article, all).filter(({ kind, probability }) => isLikely(kind, probability));
}

function isLikely(kind: number, probability: number): boolean {
  return probability >= (LEAST_PROBABILITY[kind] ?? 1);
}

/** True for a name of several words that the rules have as just that: it may be surer elsewhere. */
function isSettledAs({ first, end, name, settled }: NameCandidate, kind: number): boolean {
  return settled && end - first > 1 && name?.type === NAMED[kind];
}

/** The likeliest readings that share no word with a likelier one, the likeliest first; marks their words as taken. */
function chooseReadings(readings: readonly Reading[], taken: Uint8Array): Reading[] {
  const ranked = readings.map((reading) => ({ reading, rank: rank(reading) }));
  ranked.sort((a, b) => b.rank - a.rank || a.reading.candidate.first - b.reading.candidate.first);
  const chosen: Reading[] = [];
  for (const { reading } of ranked) {
    const { first, end } = reading.candidate;
    if (isTaken(taken, first, end)) continue;
    taken.fill(1, first, end);
    chosen.push(reading);
  }
  return chosen;
}

function isTaken(taken: Uint8Array, first: number, end: number): boolean {
  for (let token = first; token < end; token++) if (taken[token] === 1) return true;
  return false;
}

/** The names of which the rules are sure, whatever the network says. */
function namesOfRules(article: Article, names: readonly NameMention[], gazetteer: Gazetteer): NameMention[] {
  const surely = new Set<string>();
  for (const name of names) {
    if (name.confidence < SURE_NAME) continue;
    const words = wordsOf(article, name);
    if (words.includes(" ") || isCoined(name, words, gazetteer)) surely.add(words);
  }
  return names.filter((name) => name.confidence >= SURE_NAME || surely.has(wordsOf(article, name)) || isShortForm(article, name));
}

/** "Mareterra", as "the start-up Mareterra" has told: a body's name that nobody and nothing else has. */
function isCoined({ type }: NameMention, words: string, gazetteer: Gazetteer): boolean {
  const lists = nameWords();
  if (type !== "organization" || words.length < SHORTEST_COINED || isCommonWord(lists, words.toLowerCase())) return false;
  return (lists.facts(words.toLowerCase()) & (Word.firstName | Word.rareFirstName | Word.surname | Word.thing | Word.people)) === 0 && gazetteer.find(words).length === 0;
}

/** "Brass" after "Ida Brass": what the article calls somebody is a name wherever the rules have settled on it, though the word is a common one. */
function repeatedSurnames(article: Article, names: readonly NameMention[], known: readonly NameMention[]): NameMention[] {
  const surnames = surnamesOf(article, known);
  return names.filter((name) => isPerson(name) && surnames.has(wordsOf(article, name)));
}

/** The last words of people's full names, and the first one where it is the family's ("Park Ji-hoon"). */
function surnamesOf(article: Article, names: readonly NameMention[]): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const name of names) {
    const words = isPerson(name) ? wordsOf(article, name) : "";
    const space = words.lastIndexOf(" ");
    if (space < 0) continue;
    surnames.add(words.slice(space + 1));
    if (isFamilyBefore(words)) surnames.add(words.slice(0, space));
  }
  return surnames;
}

/** True for "Park Ji-hoon": a family name before a given name of two syllables. */
function isFamilyBefore(words: string): boolean {
  const [first = "", second = "", third] = words.split(" ");
  return third === undefined && /^\p{Lu}\p{Ll}+-\p{L}\p{Ll}+$/u.test(second) && (nameWords().facts(first.toLowerCase()) & Word.familyFirst) !== 0;
}

/** "“It is late,” Cuban said", where the article names an Ann Cuban: what stands without an article, and before no noun, is her surname. */
function standsAlone({ tokens, sentences }: Article, { start, end }: TextRange): boolean {
  const [first, behind] = [tokens.at(start), tokens.at(end - 1) + 1];
  const [before, next] = [tokens.lower(first - 1), tokens.lower(behind)];
  const title = (before === "." ? tokens.lower(first - 2) : before).replace(/\.$/u, "");
  if (SAID.test(before) || (nameWords().facts(title) & Word.honorific) !== 0) return true;
  if (determiners.has(before) || prepositions.has(before)) return false;
  const isHead = sentences[lastStartingBy(sentences, start)]?.start === start;
  return (isHead && tokens.text(behind) === ",") || /^['’]s$/u.test(next) || SAID.test(next) || auxiliaries.has(next) || pastVerbs.has(next);
}

/** "“It is late,” Harlow said", "said Harlow", where the article names a Paul Harlow; a country or its capital may speak for itself. */
function isSpeaking(tokens: Tokens, { start, end, candidates: [place] }: PlaceMention): boolean {
  if (place?.kind === "country" || place?.capital === true) return false;
  return SAID.test(tokens.lower(tokens.at(end - 1) + 1)) || SAID.test(tokens.lower(tokens.at(start) - 1));
}

const SAID = /^(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|replied|replies)$/u;

/** Without the letters that the article uses for an office. */
function withoutTitles(article: Article, names: readonly NameMention[]): NameMention[] {
  const titles = titleAcronyms(article, names);
  // "Thanks. MHC": whoever signs with such letters is a person
  const signs = (name: NameMention): boolean => isPerson(name) && /^[.!?]$/u.test(article.tokens.text(article.tokens.at(name.start) - 1));
  return names.filter((name) => !titles.has(wordsOf(article, name)) || signs(name));
}

function isPerson({ type }: NameMention): boolean {
  return type === "person";
}

function isSure({ sense, confidence, candidates }: PlaceMention): boolean {
  return sense === "demonym" || confidence >= (candidates.length > 0 ? SURE_PLACE : SURELY_TOLD);
}

function wordsOf({ text }: Article, { start, end }: TextRange): string {
  return text.slice(start, end);
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
  const best = new Map<string, number>();
  const keys = readings.map(({ candidate, kind, probability }) => {
    if (!isSettledAs(candidate, kind)) return "";
    const { first, end } = candidate;
    const key = `${kind} ${text.slice(tokens.start(first), tokens.end(end - 1))}`;
    best.set(key, Math.max(best.get(key) ?? 0, probability));
    return key;
  });
  return readings.map((reading, index) => {
    const probability = best.get(keys[index] ?? "");
    return probability === undefined ? reading : { ...reading, probability };
  });
}

/**
 * Tells whether a candidate lies within a longer one of which the rules are sure: there is no George in "Prince George, B.C.", and no
 * Moody where the company is that ends in a possessive.
 */
function partsOfSure({ tokens }: Article, candidates: readonly NameCandidate[], places: readonly PlaceMention[]): (candidate: NameCandidate) => boolean {
  const wholes = new Map<number, Pick<NameCandidate, "first" | "end">>();
  const add = (whole: Pick<NameCandidate, "first" | "end">): void => {
    for (let token = whole.first; token < whole.end; token++) wholes.set(token, whole);
  };
  // no Lankan is named in "Sri Lankans"
  for (const { start, end, sense } of places) if (sense === "demonym") add({ first: tokens.at(start), end: tokens.at(end - 1) + 1 });
  for (const candidate of candidates) if (isSureWhole(tokens, candidate)) add(candidate);
  return ({ first, end }) => {
    const whole = wholes.get(first);
    return whole !== undefined && whole === wholes.get(end - 1) && whole.end - whole.first > end - first;
  };
}

/** Several words of which the rules are sure that they name one: "Ida Brandt", "Hale's", "CBS Detroit", "Brandt & Hale". */
function isSureWhole(tokens: Tokens, { first, end, name, place, settled }: NameCandidate): boolean {
  if (!settled || end - first < 2) return false;
  if (name !== undefined && name.confidence >= SURE_NAME && (name.type === "person" || /^['’]s$/u.test(tokens.text(end - 1)) || (isStation(tokens.text(first)) && end - first < 4) || tokens.text(first + 1) === "&")) return true;
  if (place === undefined || place.candidates.length === 0) return false;
  if (isLargeDivision(place) && tokens.text(first + 1) === "and") return true;
  return place.confidence >= SURELY_PLACED && (isCountry(place) || !joinsTwo(tokens, first, end));
}

/** "Trinidad and Tobago" is one. */
function isCountry({ candidates: [place] }: PlaceMention): boolean {
  return place?.kind === "country";
}

/** "Jammu and Kashmir", "Newfoundland and Labrador" are one, of which half is another place. */
function isLargeDivision({ candidates: [place] }: PlaceMention): boolean {
  return place?.kind === "division" && place.population >= LARGE_DIVISION;
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

/** The logistic function of all figures, those of the kind first: two lists, since one that joins them would be made for each of very many. */
function weigh(kind: number, ofKind: readonly number[], ofWords: readonly number[]): number {
  const weights = NAME_WEIGHTS[kind] ?? [];
  let sum = 0;
  for (let at = 0; at < ofKind.length; at++) sum += (ofKind[at] ?? 0) * (weights[at] ?? 0);
  for (let at = 0; at < ofWords.length; at++) sum += (ofWords[at] ?? 0) * (weights[ofKind.length + at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The name of a person or an organization, if the reading is one. */
function toName({ tokens }: Article, { candidate: { first, end, name }, kind, probability }: Reading): NameMention[] {
  const type = NAMED[kind];
  if (type === undefined || type === "place") return [];
  const confidence = Math.max(LEAST_CONFIDENCE, probability);
  if (name?.type === type) return [{ start: name.start, end: name.end, type, roles: name.roles, acronym: name.acronym, confidence }];
  return [{ start: tokens.start(first), end: tokens.end(end - 1), type, roles: [], acronym: undefined, confidence }];
}

/** The place or places, if the reading is of any. */
function toPlaces(article: Article, { candidate, kind, probability }: Reading, gazetteer: Gazetteer): PlaceMention[] {
  if (NAMED[kind] !== "place") return [];
  const confidence = Math.max(LEAST_CONFIDENCE, probability);
  return townAndState(article, candidate, confidence, gazetteer) ?? [toPlace(article, candidate, confidence, gazetteer)];
}

/** "Houston Texas" without a comma: a town and the state or country in which it lies, as two places; undefined for what is one, or unknown. */
function townAndState({ text, tokens }: Article, { first, end, place }: NameCandidate, confidence: number, gazetteer: Gazetteer): PlaceMention[] | undefined {
  if (end - first < 2 || (place?.candidates.length ?? 0) > 0) return undefined;
  const find = (from: number, to: number): readonly PlaceName[] => gazetteer.find(withSingleSpaces(text.slice(tokens.start(from), tokens.end(to - 1))));
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

/** How a country calls itself. */
const STATE_OF = /^(?:(?:Islamic|Federal|People['’]s|Democratic|Bolivarian|Arab|Plurinational|United|Socialist) ){0,3}(?:Republic|Kingdom|Commonwealth|Sultanate|Principality|Emirate|State) of (?:the )?/u;

/** What may be in a town, written small behind its name: "a Lancaster park" is no park of that name, while "Sand Hill park" may be. */
const IN_TOWN = /^(?:park|hospital|clinic|stadium|station|terminal|school|mosque|mart|apartments|garrison)$/u;

/** Where the country ends in "U.S. House", which is a body of it and no place, and the town in "Lancaster park". */
function withoutBody({ text, tokens }: Article, first: number, end: number, gazetteer: Gazetteer): number {
  const isInTown = end - first > 1 && IN_TOWN.test(tokens.text(end - 1)) && tokens.isCapitalized(first);
  if (isInTown && gazetteer.find(text.slice(tokens.start(first), tokens.end(end - 2))).some(({ as, otherUses }) => as === "name" && !otherUses.includes("word"))) return end - 1;
  const isBody = end - first === 2 && (placeContext.organization.has(tokens.text(end - 1)) || /^(?:District|Circuit)$/u.test(tokens.text(end - 1)));
  return isBody && gazetteer.find(tokens.text(first)).some(({ as, place }) => as === "name" && place.kind === "country") ? first + 1 : end;
}

function toPlace(article: Article, { first, end, place }: NameCandidate, confidence: number, gazetteer: Gazetteer): PlaceMention {
  const { text, tokens } = article;
  if (place) return { start: place.start, end: place.end, sense: place.sense, candidates: place.candidates, confidence };
  const range = tokens.span(first, withoutBody(article, first, end, gazetteer));
  const find = (start: number, until = range.end): PlaceName[] => gazetteer.find(withSingleSpaces(text.slice(start, until))).filter(({ as }) => as === "name" || as === "abbreviation");
  const whole = find(range.start);
  const isPart = placeContext.part.has(tokens.lower(first));
  const isInside = placeContext.inside.has(tokens.text(end - 1));
  // "north Georgia" lies in Georgia, "Gaza City" in Gaza, "the Republic of Kenya" is Kenya
  const land = STATE_OF.exec(text.slice(range.start, range.end))?.[0].length;
  const known = whole.length > 0 || end - first < 2 ? whole : land !== undefined ? find(range.start + land).filter(({ place: state }) => state.kind === "country") : isPart ? find(tokens.start(first + 1)) : isInside ? find(range.start, tokens.end(end - 2)) : whole;
  return { start: range.start, end: range.end, sense: "literal", candidates: [...new Set<Place>(known.map((name) => name.place))], confidence };
}
