import { kinNouns } from "../../lexicon/kinship.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import { isWellKnown, type PlaceName } from "../../places/gazetteer.js";
import type { Article, Sentence } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import { SEAT, sitsFor } from "./placeEvidence.js";
import type { PlaceMatch } from "./placeMatches.js";

/** A place that its words or its neighbours give away, whether or not the gazetteer knows it. */
export interface PlacePattern {
  readonly firstToken: number;
  readonly endToken: number;
  /** What is known of where it lies: "Kisumu" for "Kisumu County". Empty where nothing is. */
  readonly names: readonly PlaceName[];
  readonly confidence: number;
}

/** Names of places are no longer than this. */
const LONGEST_RUN = 6;
/** The doubtful heads "Park", "Hill" and their like after a preposition or an article, and without. */
const LIKELY = 0.85;
const DOUBTFUL = 0.35;
/** Words of a constituency's name. */
const LONGEST_SEAT = 3;
/** Three words or more behind "the" that end in what is built. */
const SURE = 0.96;
const BUILT = /^(?:Bridge|Tower|Towers|Palace|Park)$/u;
/** What has its town behind its name and a comma. */
const BODY = /^(?:School|College|Hospital|Church|Cathedral|Hotel|Prison|Crematorium)$/u;
/** Who has a place for a see, a parish or a people. */
const SEE = /^(?:Archbishop|archbishop|Bishop|bishop|Dean|Vicar|vicar|Rector|rector|Archdeacon|Canon|Chief|Chiefs|chief|Emir|emir|Sultan|Obong|Oba|Otunba)$/u;
const PLACES = /^(?:cities|towns|villages|districts|provinces|counties|islands|suburbs|neighbou?rhoods|municipalities|hamlets|barangays|localities|townships|parishes|wards)$/u;
const STREETS = /^(?:Streets|Avenues|Roads|Sts\.?|Aves\.?)$/u;
/** What only ground is, behind its name. */
const GROUND = /^(?:area|village|township|neighbou?rhood|suburb|slum|hamlet|mine|locality|estuary|valley|river)$/u;
/** "in Toomevara": no more is known. */
const UNKNOWN = 0.65;

/** A sentence in which patterns are looked for; functions of their own read it, as in placeMatches.ts. */
interface Search {
  readonly article: Article;
  readonly tokens: Tokens;
  readonly sentence: Sentence;
  /** Matches by their first token. */
  readonly byFirst: ReadonlyMap<number, PlaceMatch>;
}

/**
 * Places by the pattern of their capitalized words: with a feature ("Kisumu County", "Kingsley Road", "Lake Tana"), behind a preposition
 * that asks for a place ("in Toomevara"), before a container ("Visbek, Germany"). `matches` are those of the same sentence.
 */
export function findPlacePatterns(article: Article, sentence: Sentence, matches: readonly PlaceMatch[]): PlacePattern[] {
  const { tokens } = article;
  const search: Search = { article, tokens, sentence, byFirst: new Map(matches.map((match) => [match.firstToken, match])) };
  const patterns: PlacePattern[] = [];
  let index = sentence.firstToken;
  // "in villages including Tunwick, Halden and Brindle"
  let inList = false;
  while (index < sentence.endToken) {
    inList = (tokens.isCapitalized(index) && opensList(search, index)) || (inList && goesOn(search, index));
    if (!opensRun(search, index)) {
      index++;
      continue;
    }
    const end = endOfRun(search, index);
    const pattern = readSeat(search, index, end) ?? readCorner(search, index, end) ?? (inList ? readListed(search, index, end) : undefined) ?? readRun(search, afterOtherPlaces(search, index, end), end);
    if (pattern) patterns.push(withNumber(search, pattern));
    index = end;
  }
  return patterns;
}

/** "Zone 4" of "Hale Zone 4", "Purok 5": the number of what has several of its kind; "on Hale Street 12 houses" counts something. */
function withNumber({ tokens, sentence }: Search, pattern: PlacePattern): PlacePattern {
  const { endToken } = pattern;
  const isNumbered = NUMBERED.test(tokens.text(endToken - 1)) && endToken < sentence.endToken && /^\d{1,3}$/u.test(tokens.text(endToken));
  return isNumbered && !/^\p{Ll}.*s$|^[%:-]$/u.test(tokens.text(endToken + 1)) ? { ...pattern, endToken: endToken + 1 } : pattern;
}

const NUMBERED = /^(?:Zone|Sector|Purok|Phase|Ward|Block|Section|Extension|Street|Avenue|Road)$/u;

/** True at the first of several places that the noun before them tells of. */
function opensList({ tokens, sentence }: Search, at: number): boolean {
  const before = tokens.lower(at - 1);
  const link = before === "as" && tokens.lower(at - 2) === "such" ? at - 2 : /^(?:including|like|of|namely)$/u.test(before) ? at - 1 : 0;
  return link > sentence.firstToken && PLACES.test(tokens.lower(tokens.text(link - 1) === "," ? link - 2 : link - 1));
}

function goesOn({ tokens }: Search, at: number): boolean {
  return tokens.isCapitalized(at) || /^(?:,|and|&|-)$/u.test(tokens.text(at)) || tokens.isCapitalized(at - 1);
}

/** One of such a list that the gazetteer lacks. */
function readListed(search: Search, first: number, end: number): PlacePattern | undefined {
  const { tokens, sentence } = search;
  const isOne = end - first <= 3 && (tokens.text(end) === "," || /^(?:and|or)$/u.test(tokens.lower(end)) || tokens.lower(first - 1) === "and" || end >= sentence.endToken - 1);
  return isOne && !knownIn(search, first, end) && !isPlain(search, first, end) && !nameWords().isOrganization(tokens.text(first)) ? { firstToken: first, endToken: end, names: [], confidence: SURE } : undefined;
}

function opensRun(search: Search, at: number): boolean {
  const { tokens, sentence, byFirst } = search;
  if (tokens.kind(at) === "number") return tokens.isCapitalized(at + 1) && /^\d+(?:st|nd|rd|th)$/u.test(tokens.text(at));
  if (tokens.kind(at) !== "word" || !tokens.isCapitalized(at)) return false;
  const lower = tokens.lower(at);
  if (placeContext.locative.has(lower) || placeContext.loose.has(lower) || placeContext.never.has(tokens.text(at))) return false;
  // at the head of a sentence the capital tells nothing
  return at > sentence.firstToken || byFirst.get(at) !== undefined || seatBehind(search, at) > at || placeContext.villageBefore.has(tokens.text(at));
}

/** Where the office stands behind "Hale East" in "Hale East MP Ann Bell"; the same index where none does. */
function seatBehind({ tokens }: Search, first: number): number {
  for (let at = first + 1; at <= first + LONGEST_SEAT && tokens.isCapitalized(at); at++) if (SEAT.test(tokens.text(at))) return at > first && tokens.isCapitalized(at + 1) ? at : first;
  return first;
}

/** "Hale East MP Ann Bell": who sits in parliament sits for a place, or for a party, which the lists know. */
function readSeat(search: Search, first: number, end: number): PlacePattern | undefined {
  const { article, tokens, byFirst } = search;
  const seat = seatBehind(search, first);
  const known = byFirst.get(first);
  if (seat === first || seat >= end || known?.endToken === seat || isPlain(search, first, first + 1)) return undefined;
  const words = article.text.slice(tokens.start(first), tokens.end(seat - 1));
  if (!/^\p{Lu}\p{Ll}/u.test(words) || nameWords().isOrganization(words)) return undefined;
  for (let at = first; at < seat; at++) if ((nameWords().facts(tokens.lower(at)) & (Word.firstName | Word.organizationHead | Word.honorific)) !== 0 || nameWords().isOrganization(tokens.text(at))) return undefined;
  return { firstToken: first, endToken: seat, names: known?.names ?? [], confidence: SURE };
}

/** "Regent and King Streets": a corner is one place. */
function readCorner({ tokens, sentence }: Search, first: number, end: number): PlacePattern | undefined {
  if (!STREETS.test(tokens.text(end - 1)) || end - first < 2 || !/^(?:and|&)$/u.test(tokens.lower(first - 1))) return undefined;
  let begin = first - 1;
  while (begin > sentence.firstToken && first - begin <= LONGEST_RUN && (tokens.isCapitalized(begin - 1) || /^\d+(?:st|nd|rd|th)$/u.test(tokens.text(begin - 1)))) begin--;
  return begin < first - 1 ? { firstToken: begin, endToken: end, names: [], confidence: SURE } : undefined;
}

function endOfRun({ tokens, sentence, byFirst }: Search, first: number): number {
  let end = first + 1;
  for (;;) {
    while (end < sentence.endToken && tokens.kind(end) === "word" && tokens.isCapitalized(end) && !placeContext.never.has(tokens.text(end))) end++;
    // "St. Peter's Basilica"; not "Brooklyn's Barclays Center"
    const owned = end + 1 < sentence.endToken && /^['’]s$/u.test(tokens.text(end)) && isHead(tokens.text(end + 1)) && !tokens.isCapitalized(end + 2) && byFirst.get(end - 1)?.endToken !== end;
    if (!owned) return end;
    end += 2;
  }
}

/** "Maiduguri Borno State" is two places: the second begins at Borno; "Francis Scott Key Bridge" is one. */
function afterOtherPlaces({ byFirst }: Search, first: number, end: number): number {
  let from = first;
  for (;;) {
    const match = byFirst.get(from);
    const next = match?.endToken ?? end;
    if (next >= end - 1 || !byFirst.has(next) || match?.names[0]?.otherUses.includes("given name")) return from;
    from = next;
  }
}

function readRun(search: Search, first: number, end: number): PlacePattern | undefined {
  const { tokens, byFirst } = search;
  if (end - first > LONGEST_RUN || isAged(search, end)) return undefined;
  // "Kampung Haji Brandt", whoever he was
  if (isVillage(search, first, end)) return { firstToken: first, endToken: end, names: [], confidence: SURE };
  // "her granddaughter Poppy Lane"
  if (kinNouns.has(tokens.lower(first - 1))) return undefined;
  for (let at = first; at < end; at++) {
    const word = tokens.text(at);
    if (placeContext.title.has(word) || placeContext.role.has(word)) return undefined;
    if (placeContext.organization.has(word) && at + 1 < end && !placeContext.venue.has(word)) return undefined;
  }
  const head = tokens.text(end - 1);
  if (placeContext.venue.has(head) && end - first >= 2) {
    // who is at the Harlow Theatre is in a building
    return isInside(search, first) ? { firstToken: first, endToken: end, names: hallOf(search, first, end), confidence: LIKELY } : undefined;
  }
  if (placeContext.organization.has(head) || placeContext.never.has(tokens.text(first))) return undefined;
  const asked = isAskedFor(search, first);
  if (end - first >= 2) {
    if (placeContext.feature.has(head)) return { firstToken: first, endToken: end, names: insideOf(search, first, end), confidence: LIKELY };
    if (placeContext.doubtful.has(head)) {
      const names = insideOf(search, first, end);
      // "Ohio State" is a university
      if (head === "State" && names[0]?.place.country === "US") return undefined;
      const sure = head === "State" ? names[0] !== undefined : asked;
      // "the Francis Scott Key Bridge", whoever he was
      const built = end - first >= 3 && tokens.lower(first - 1) === "the" && BUILT.test(head);
      return { firstToken: first, endToken: end, names, confidence: built ? SURE : sure ? LIKELY : DOUBTFUL };
    }
    if (placeContext.featureBefore.has(tokens.text(first)) && end - first <= 3 && !byFirst.has(first)) {
      return { firstToken: first, endToken: end, names: [], confidence: asked ? LIKELY : DOUBTFUL };
    }
  }
  // "the town of Kasba Bonli" is not Kasba
  const isTold = tokens.lower(first - 1) === "of" && isSettlement(tokens.lower(first - 2)) && byFirst.get(first)?.endToken !== end;
  return knownIn(search, first, end) && !isTold ? undefined : readUnknown(search, first, end);
}

/** "Kampung Sungai Brandt", which the gazetteer lacks and no body has its name from. */
function isVillage({ tokens, byFirst }: Search, first: number, end: number): boolean {
  if (end - first < 2 || !placeContext.villageBefore.has(tokens.text(first)) || byFirst.get(first)?.endToken === end) return false;
  for (let at = first + 1; at < end; at++) if (placeContext.organization.has(tokens.text(at)) || placeContext.venue.has(tokens.text(at))) return false;
  return true;
}

/** Behind "in", or before ", Germany". */
function readUnknown(search: Search, first: number, end: number): PlacePattern | undefined {
  const { tokens, sentence, byFirst } = search;
  // "NATO", "St."; "in Modi's cabinet" is of a person
  if (end - first > 3 || first === sentence.firstToken || /^[\p{Lu}\p{N}]+$|\.$|@/u.test(tokens.text(first)) || /^['’]s$/iu.test(tokens.text(end))) return undefined;
  const previous = tokens.lower(first - 1);
  const container = tokens.text(end) === "," ? byFirst.get(end + 1)?.names[0] : undefined;
  const contained = container !== undefined && (container.as === "name" || container.as === "abbreviation") && (container.place.kind === "country" || container.place.kind === "division");
  if (contained && (placeContext.locative.has(previous) || /^(?:of|to|[:;(])$/u.test(previous))) return { firstToken: first, endToken: end, names: [], confidence: LIKELY };
  // "the Girls Secondary School, Jangebe,": where it is stands behind a body's name
  const isAddress = previous === "," && end - first === 1 && BODY.test(tokens.text(first - 2)) && /^[,.;)]$/u.test(tokens.text(end)) && tokens.end(end - 1) - tokens.start(first) > 3;
  if (isAddress) return { firstToken: first, endToken: end, names: [], confidence: LIKELY };
  // "MP for Hale East", "the Archbishop of Carrowmore": who is so called is of a place
  if (previous === "for" && sitsFor(tokens, first - 2) && end - first <= 3) return { firstToken: first, endToken: end, names: [], confidence: SURE };
  if (previous === "of" && SEE.test(tokens.text(first - 2)) && tokens.text(first - 3) !== "-" && end - first <= 2 && !isPlain(search, first, end)) return { firstToken: first, endToken: end, names: [], confidence: SURE };
  // "a nurse from Wandora in Kerala"
  const around = /^(?:in|near)$/u.test(tokens.lower(end)) ? byFirst.get(end + 1)?.names[0] : undefined;
  if (around?.as === "name" && /^(?:in|from|near)$/u.test(previous) && end - first <= 2 && !isPlain(search, first, end) && !nameWords().isOrganization(tokens.text(first))) return { firstToken: first, endToken: end, names: [], confidence: LIKELY };
  // "Speaking at Carrowmore on Tuesday"
  if (previous === "at" && /^(?:speaking|born)$/u.test(tokens.lower(first - 2)) && end - first <= 2 && !isPlain(search, first, end) && !nameWords().isOrganization(tokens.text(first))) return { firstToken: first, endToken: end, names: [], confidence: LIKELY };
  if (previous === "of" && isSettlement(tokens.lower(first - 2))) return { firstToken: first, endToken: end, names: [], confidence: LIKELY };
  if (isGround(search, first, end)) return { firstToken: first, endToken: end, names: [], confidence: SURE };
  // "published in Nature Astronomy"
  const isPrinted = end - first > 1 && (isPrint(search, first - 2) || (tokens.lower(first - 3) === "on" && isPrint(search, first - 4)));
  const asked = previous === "in" && !isPrinted && !placeContext.trust.has(tokens.lower(first - 2));
  return asked ? { firstToken: first, endToken: end, names: [], confidence: UNKNOWN } : undefined;
}

/** "of the Rose Bend area", "at Vandro Hale mine": what stands so behind a preposition is a place, though somebody may be called so. */
function isGround(search: Search, first: number, end: number): boolean {
  const { tokens } = search;
  if (!GROUND.test(tokens.text(end))) return false;
  const before = tokens.lower(first - 1) === "the" ? first - 2 : first - 1;
  const isNamed = !isPlain(search, first, end) || (end - first > 1 && (nameWords().facts(tokens.lower(first)) & Word.firstName) !== 0);
  return isNamed && /^(?:in|at|near|from|around|of|to|outside|across|into|,)$/u.test(tokens.lower(before)) && !nameWords().isOrganization(tokens.text(first));
}

function isPrint({ tokens }: Search, at: number): boolean {
  return /^(?:published|appeared|appears|appearing|printed|serialised|serialized|featured)$/u.test(tokens.lower(at));
}

function isPlain({ tokens }: Search, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (isCommonWord(nameWords(), tokens.lower(at)) || (nameWords().facts(tokens.lower(at)) & (Word.people | Word.role | Word.time)) !== 0) return true;
  return false;
}

function isAskedFor({ tokens, sentence }: Search, first: number): boolean {
  const previous = tokens.lower(first - 1);
  return first > sentence.firstToken && (placeContext.locative.has(previous) || previous === "the" || previous === "of" || previous === "to");
}

/** "Mason Mount, 22, scored": people have an age. */
function isAged({ tokens }: Search, end: number): boolean {
  return tokens.text(end) === "," && /^\d{1,2}$/u.test(tokens.text(end + 1)) && tokens.text(end + 2) === ",";
}

function isInside({ tokens, sentence }: Search, first: number): boolean {
  const before = first > sentence.firstToken && tokens.lower(first - 1) === "the" ? first - 2 : first - 1;
  return before >= sentence.firstToken && /^(?:at|in|near|outside|inside|into|behind|opposite)$/u.test(tokens.lower(before));
}

function knownIn({ byFirst }: Search, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (byFirst.has(at)) return true;
  return false;
}

/** "Seoul" of "Seoul City Hall" and of "Seoul Hospital"; a hotel or a theatre may be named after any city. */
function hallOf({ tokens, byFirst }: Search, first: number, end: number): readonly PlaceName[] {
  const match = byFirst.get(first);
  if (match?.endToken === end - 1 && tokens.text(end - 1) === "Hospital") return match.names.filter(({ as, place, otherUses }) => as === "name" && otherUses.length === 0 && isWellKnown(place));
  return match?.endToken === end - 2 && /^(?:City|Town|County|Civic)$/u.test(tokens.text(end - 2)) ? match.names.filter(({ as, place }) => as === "name" && place.kind !== "country") : [];
}

/** Of "Kisumu County" and "Durban Airport" where Kisumu and Durban are. */
function insideOf({ tokens, byFirst }: Search, first: number, end: number): readonly PlaceName[] {
  const match = byFirst.get(first);
  if (!match) return [];
  if (match.endToken === end) return match.names;
  // "St. Mary Cathedral" has its name from her, and from no parish of Jamaica
  if (tokens.text(end - 1) === "Cathedral" && /^(?:St|St\.|Saint)$/u.test(tokens.text(first))) return [];
  // "Denver International Airport"
  const head = /^(?:International|City|National|Municipal|Regional)$/u.test(tokens.text(end - 2)) ? end - 2 : end - 1;
  return match.endToken === head && placeContext.inside.has(tokens.text(end - 1)) ? match.names.filter(({ as, otherUses }) => as === "name" && (isGoverned(tokens.text(end - 1)) || !otherUses.includes("word"))) : [];
}

/** The head of a place's name that may have an owner's name before it. */
function isHead(word: string): boolean {
  return placeContext.feature.has(word) || placeContext.doubtful.has(word) || placeContext.venue.has(word);
}

/** "Airport Courthouse" is at no town of Airport, while a county is rather that of a town than of a word. */
function isGoverned(head: string): boolean {
  return /^(?:County|Province|District|Region|Governorate|Prefecture|State|Oblast|Municipality|Township|City)$/u.test(head);
}

function isSettlement(word: string): boolean {
  return /^(?:city|town|village|province|district|county|island|suburb|neighbou?rhood|municipality|hamlet|port)$/u.test(word);
}
