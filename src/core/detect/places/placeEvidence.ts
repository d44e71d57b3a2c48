import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../../lexicon/nameWords.js";
import { placeContext } from "../../lexicon/placeContext.js";
import type { PlaceName } from "../../places/gazetteer.js";
import { isReviewed, likelihood } from "../../places/likelihood.js";
import type { Article, Sentence } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import { isStation, isSuffixWord } from "../names/nameRuns.js";
import { isRankLetters } from "../names/nameTokens.js";
import type { PlaceMatch } from "./placeMatches.js";
import { isTeam } from "./teams.js";

/** What a sentence is, as far as capitals and places go. */
export interface PlaceSetting {
  readonly article: Article;
  readonly sentence: Sentence;
  /** True where nearly every word is in capitals, so that they tell nothing. */
  readonly shouted: boolean;
  /** End offset of the block's dateline; 0 where it has none. */
  readonly datelineEnd: number;
}

/** How the match stands to the matches beside it. */
export interface PlaceNeighbours {
  /** "Paris" of "Paris, Texas". */
  readonly contained: boolean;
  /** "Texas" of "Paris, Texas". */
  readonly containing: boolean;
  /** Behind a comma and a capitalized word that is no known place. */
  readonly behindName: boolean;
  /** In a list or pair with another place: "Iran, Iraq and Syria", "Russia-China". */
  readonly listed: boolean;
  /** In such a list behind a preposition that asks for places: "in Nixa and Ozark", "from Savannah to Macon". */
  readonly asked: boolean;
}

/** What a town, a state or a country has and no person of that name. */
const OFFICE = /^(?:premier|governor|government|legislature|parliament|ministers?|ministry|commissioner|ombudsman|treasurer|ambassador|mayor|police|electorate|economy)$/u;
/** Words from the possessive to the office. */
const LONGEST_OFFICE = 5;
/** So many words behind a place may still be of the organization's name that it begins. */
const LONGEST_TAIL = 8;

/** Says that the words are no place whatever speaks for it. */
export const NO_PLACE = -Infinity;

/**
 * How much speaks for a match being a place (or a demonym), in natural logarithms of odds: 0 is even, 3 is about 95 %. The weights
 * were set by hand while reading what went wrong in articles of LGL, GeoVirus and GeoWebNews; none was fitted.
 */
export function weighPlace(match: PlaceMatch, neighbours: PlaceNeighbours, setting: PlaceSetting): number {
  const best = match.names[0];
  if (!best) return NO_PLACE;
  // "Friedensburg, Pa." of a town that the gazetteer lacks; "Brown, Miss." is rather the next one's title
  const isToldBehind = neighbours.behindName && setting.article.tokens.text(match.endToken - 1).endsWith(".") && !/^miss\.?$/u.test(setting.article.tokens.lower(match.firstToken));
  if (!setting.shouted && isDetective(setting.article.tokens, match.firstToken, match.endToken)) return NO_PLACE;
  if (isFederal(setting.article.tokens, match.firstToken, match.endToken)) return NO_PLACE;
  if (best.as === "abbreviation") return neighbours.containing ? 4 : isToldBehind || isBehindParty(match.firstToken, setting) || isSpelled(match, setting) ? 3 : NO_PLACE;
  return best.as === "demonym" ? weighDemonym(match, best, setting) : weighName(match, best, neighbours, setting);
}

/** "in B.C.", "B.C. Premier David Eby", "N.J.'s governor": letters with their stops that stand where a place does; "300 B.C." is a time. */
function isSpelled({ firstToken, endToken }: PlaceMatch, { article: { tokens }, shouted }: PlaceSetting): boolean {
  if (shouted || !/^(?:\p{Lu}\.){2,}$/u.test(tokens.text(firstToken))) return false;
  const previous = tokens.lower(firstToken - 1);
  const isInName = tokens.isCapitalized(firstToken - 1) && (nameWords().facts(previous) & (Word.function | Word.time)) === 0;
  // "300 B.C.", "Nestle S.A.'s unit", "the S.C. 5 bypass"
  if (tokens.kind(firstToken - 1) === "number" || isInName || tokens.kind(endToken) === "number") return false;
  if (placeContext.locative.has(previous) || placeContext.part.has(previous)) return true;
  return (placeContext.role.has(tokens.text(endToken)) && tokens.isCapitalized(endToken + 1)) || /^['’]s$/u.test(tokens.text(endToken));
}

/** "DC Martin Shaw", "a statement to DC Shaw": a detective constable before a name, and no town. */
export function isDetective(tokens: Tokens, first: number, end: number): boolean {
  if (tokens.text(first) !== "DC" || end - first !== 1) return false;
  const isBehindTown = tokens.text(first - 1) === "," || tokens.isCapitalized(first - 1) || placeContext.locative.has(tokens.lower(first - 1));
  return !isBehindTown && isRankLetters(tokens.text(first), tokens.text(end));
}

/** "Union Minister", "Union Home Secretary": of the whole of India, where the town of that name is meant by nobody. */
export function isFederal(tokens: Tokens, first: number, end: number): boolean {
  if (tokens.text(first) !== "Union" || end - first !== 1) return false;
  let office = end;
  while (office < end + LONGEST_FEDERAL && tokens.isCapitalized(office) && !FEDERAL.test(tokens.text(office))) office++;
  return FEDERAL.test(tokens.text(office));
}

const FEDERAL = /^(?:Minister|Ministers|Ministry|Government|Cabinet|Budget|Secretary|Territory|Territories|Council)$/u;
/** Words between "Union" and the office: "Union Road Transport Minister". */
const LONGEST_FEDERAL = 4;

function weighName(match: PlaceMatch, best: PlaceName, neighbours: PlaceNeighbours, setting: PlaceSetting): number {
  const { tokens } = setting.article;
  const { firstToken, endToken } = match;
  if (isOneOfMany(tokens, firstToken, endToken) || isMonarch(tokens, firstToken, endToken)) return NO_PLACE;
  const wellKnown = best.place.kind === "country" || isReviewed(best.place) || isNation(best.place);
  let weight = wellKnown ? 2.5 : Math.min(2, likelihood(best.place) - 5);
  const words = endToken - firstToken;
  if (words > 1) weight += 1.5;
  const isOfMatch = !setting.shouted && isTeam(tokens, firstToken, endToken);
  const asked = isOfMatch || neighbours.contained || neighbours.asked || placeContext.locative.has(tokens.lower(firstToken - 1));
  for (const use of best.otherUses) weight -= doubtOf(use, wellKnown) * (asked ? 0.5 : 1);

  if (isOfMatch) weight += 3;
  // "Co Mayo": nobody's name and no company's begins so
  if (words > 1 && /^Co\.?$/u.test(tokens.text(firstToken))) return 5;
  if (neighbours.contained) weight += 4;
  else if (words === 1 && (placeContext.never.has(tokens.text(firstToken)) || placeContext.lone.has(tokens.text(firstToken)))) return NO_PLACE;
  if (neighbours.containing) weight += 3;
  else if (neighbours.behindName && (best.place.kind === "division" || best.place.kind === "country")) weight += 1.5;
  if (neighbours.listed) weight += 1.5;
  if (neighbours.asked) weight += 1.5;
  if (tokens.start(firstToken) < setting.datelineEnd || opensReport(match, setting)) weight += 4;
  else if (match.shouted && !setting.shouted) weight -= tokens.end(endToken - 1) - tokens.start(firstToken) > 5 ? 1 : 4;
  return weight + before(match, setting) + after(match, neighbours, setting);
}

/** "outside a Wawa on Main Street": there is one of a place, so that what has "a" before it and no noun behind is a thing of that name. */
export function isOneOfMany(tokens: Tokens, first: number, end: number): boolean {
  return /^an?$/u.test(tokens.text(first - 1)) && PLACED.test(tokens.text(end)) && !/^an?$/u.test(tokens.text(end + 1));
}

/** "the Oba said", "the Oba of Brindle", "Oba Denning II": who reigns, though some town is called so. */
export function isMonarch(tokens: Tokens, first: number, end: number): boolean {
  // "Ewuare II"
  const isNumbered = tokens.isCapitalized(end) && isSuffixWord(tokens.text(end + 1));
  const isOffice = tokens.lower(end) === "of" || isNumbered || tokens.lower(first - 1) === "the";
  return end - first === 1 && isOffice && (nameWords().facts(tokens.lower(first)) & Word.honorific) !== 0;
}

/** Where something is, behind its name. */
const PLACED = /^(?:on|in|at|near|outside)$/u;

/** England, Scotland, Wales: as well known as countries. */
function isNation({ kind, country, name }: PlaceName["place"]): boolean {
  return kind === "division" && country === "GB" && /^(?:England|Scotland|Wales|Northern Ireland)$/u.test(name);
}

/** True for a country or the capital of one, which may stand for its government. */
export function governs(name: PlaceName | undefined): boolean {
  return name?.place.kind === "country" || name?.place.capital === true;
}

/** "DALLAS (AP)", "WASHINGTON, April 5": a dateline that does not stand at the head of its block; "LONDON Pope Francis has": one without its mark. */
function opensReport({ firstToken, endToken, shouted: inCapitals }: PlaceMatch, { article, sentence, shouted }: PlaceSetting): boolean {
  if (shouted || !inCapitals) return false;
  const { tokens, blocks } = article;
  const following = tokens.text(endToken);
  if (blocks[sentence.block]?.firstToken === firstToken && tokens.isCapitalized(endToken) && following !== following.toUpperCase()) return true;
  const mark = tokens.text(endToken);
  const next = tokens.text(endToken + 1);
  return (mark === "(" && /^\p{Lu}{2,}/u.test(next)) || (mark === "," && placeContext.never.has(next) && /^\d/u.test(tokens.text(endToken + 2)));
}

function doubtOf(use: PlaceName["otherUses"][number], wellKnown: boolean): number {
  if (wellKnown) return 0.5;
  return use === "word" ? 2 : use === "given name" ? 1.5 : 1;
}

function before({ firstToken, names }: PlaceMatch, setting: PlaceSetting): number {
  const { article: { tokens }, sentence, shouted } = setting;
  if (firstToken === sentence.firstToken) return names[0]?.otherUses.includes("word") ? -1.5 : -0.3;
  const previous = tokens.text(firstToken - 1);
  const lower = previous.toLowerCase();
  if (placeContext.locative.has(lower)) return lower === "in" && placeContext.trust.has(tokens.lower(firstToken - 2)) ? 0 : 2.5;
  // "the Prince of Wales" is a person
  if (lower === "of" && NOBLE.test(tokens.text(firstToken - 2)) && names[0]?.as === "name") return NO_PLACE;
  // "the feast of St. Joseph", "a statue of St Peter"
  if (lower === "of" && SAINTED.test(tokens.text(firstToken)) && HALLOWED.test(tokens.lower(firstToken - 2)) && names[0]?.place.kind === "city") return NO_PLACE;
  if (lower === "of" && placeContext.kindOf.has(tokens.lower(firstToken - 2))) return 3;
  // "MP for Hexham"
  if (lower === "for" && sitsFor(tokens, firstToken - 2)) return 3;
  if (placeContext.part.has(lower)) return 2;
  // "Peter Hollis, 34, of Richmond", "Peter Hollis of McLean"
  if (lower === "of" && isOfPerson(setting, firstToken - 2)) return 1.7;
  if (isBehindParty(firstToken, setting)) return 3;
  if (placeContext.loose.has(lower)) return 0.7;
  // "In March Victoria's premier": a month is no first name there
  if (shouted || !tokens.isCapitalized(firstToken - 1) || (nameWords().facts(lower) & Word.time) !== 0) return 0;
  if (placeContext.title.has(previous)) return -5;
  // "CBS Detroit"
  if (isStation(previous)) return 1;
  // "Michael Jordan"; at the head of a sentence the capital tells nothing
  const isPersonal = names[0]?.otherUses.some((use) => use !== "word") === true;
  return firstToken - 1 === sentence.firstToken && !isPersonal ? -1.5 : -3.5;
}

/** "Sen. Peter Hollis, D-Winthrop,", "(R-Ky.)" */
function isBehindParty(firstToken: number, { article: { tokens } }: PlaceSetting): boolean {
  return tokens.text(firstToken - 1) === "-" && PARTY.test(tokens.text(firstToken - 2)) && /^[,(]$/u.test(tokens.text(firstToken - 3));
}

const SAINTED = /^(?:St|St\.|Saint|San|Santa)$/u;
/** What is of a saint. */
const HALLOWED = /^(?:feast|feasts|statue|statues|icon|icons|tomb|relics?|body|church|cathedral|chapel|order|society|sisters|patron|image|life|example)$/u;
/** What has its name from one. */
const OF_SAINT = /^(?:Anglican|Catholic|Episcopal|Lutheran|Methodist|Basilica|Cathedral|Church|Chapel|Square|Hospital|Hospice|School|College|Academy|Day|Parish|Gate)$/u;

/** Who is of a school or a church. */
const SCHOOLED = /^(?:students?|pupils?|parishioners|teachers?|school|church|principal|pastor|priest)$/u;
/** Words from the saint to what has its name from one. */
const LONGEST_DEDICATION = 4;

/** "St Joseph" of "St Joseph's Catholic Church", "St Thomas' Anglican" and "St Joseph's pupils". */
export function isSaintOf(tokens: Tokens, first: number, end: number): boolean {
  if (!SAINTED.test(tokens.text(first)) || !/^['’]s?$/u.test(tokens.text(end)) || !tokens.isJoined(end)) return false;
  if (SCHOOLED.test(tokens.text(end + 1))) return true;
  for (let index = end + 1; index <= end + LONGEST_DEDICATION && tokens.isCapitalized(index); index++) if (OF_SAINT.test(tokens.text(index))) return true;
  return false;
}

/** Titles that have a place in them without a rule over it. */
const NOBLE = /^(?:Prince|Princess|Duke|Duchess|Earl|Countess|Marquess|Viscount|Baron|Baroness|Archduke)$/u;

/** Who sits for a place. */
export const SEAT = /^(?:MPs?|MLAs?|MLC|MSPs?|MEPs?|TDs?|MNA|MPP|MCA|Parliament|parliamentarian|councillor|Councillor|lawmaker|legislator|senator|Senator)$/u;

/** True for who sits for a place: "MP", and "the member" or "the federal member" as parliaments say it. */
export function sitsFor(tokens: Tokens, at: number): boolean {
  return SEAT.test(tokens.text(at)) || tokens.text(at) === "Member" || (tokens.text(at) === "member" && /^(?:the|federal|state|local|sitting|former|honourable|hon\.?)$/u.test(tokens.lower(at - 1)));
}

/** Words from the article to the noun that tells what a place is. */
const LONGEST_APPOSITION = 3;

/** ", a port on", ", the northern city": what stands so behind a name tells that it is a place's. */
export function isApposed(tokens: Tokens, end: number): boolean {
  if (tokens.text(end) !== "," || !/^(?:a|an|the)$/u.test(tokens.lower(end + 1))) return false;
  for (let at = end + 2; at <= end + 1 + LONGEST_APPOSITION; at++) {
    if (tokens.kind(at) !== "word") return false;
    if (SETTLEMENT.test(tokens.text(at))) return tokens.kind(at + 1) !== "word" || /^(?:in|on|of|near|at|where|that|which|with|about|some|north|south|east|west)$/u.test(tokens.lower(at + 1));
  }
  return false;
}

const SETTLEMENT = /^(?:city|town|village|port|suburb|resort|hamlet|settlement|township|island)$/u;

/** Letters of a party before the district or state of a politician. */
export const PARTY = /^(?:D|R|I|DFL)$/u;

/** Who comes from there: an age between commas, or a name that is no office ("Bishop of") and no body ("University of"). */
function isOfPerson({ article: { tokens }, sentence, shouted }: PlaceSetting, index: number): boolean {
  if (tokens.text(index) === ",") return /^\d{1,2}$/u.test(tokens.text(index - 1)) && tokens.text(index - 2) === ",";
  const word = tokens.text(index);
  if (shouted || index <= sentence.firstToken + 1 || !tokens.isCapitalized(index) || !tokens.isCapitalized(index - 1) || word === word.toUpperCase()) return false;
  const facts = nameWords().facts(tokens.lower(index));
  return (facts & Word.surname) !== 0 && (facts & (Word.organizationHead | Word.organizationOf | Word.role | Word.honorific | OTHER_HEAD)) === 0;
}

function after({ firstToken, endToken, names }: PlaceMatch, { contained, listed }: PlaceNeighbours, { article: { tokens }, sentence, shouted }: PlaceSetting): number {
  if (endToken >= sentence.endToken) return 0;
  const next = tokens.text(endToken);
  if (placeContext.placeNoun.has(next)) return 1.5;
  // "US-24" is a road, "US$5m" and "US $5m" money
  if (next === "$" && tokens.kind(endToken + 1) === "number" && !tokens.isCapitalized(firstToken - 1)) return NO_PLACE;
  if (tokens.isJoined(endToken) && (/^[$€£¥]/u.test(next) || (next === "-" && /^\d/u.test(tokens.text(endToken + 1))))) return NO_PLACE;
  // "on U.S. 212", but "in the U.S. 24 people"
  const isRoad = names[0]?.place.country === "US" && names[0].place.kind === "country" && /^\d{1,3}$/u.test(next) && /^(?:on|along|off|near|at|to|and|from|between|via|of)$/u.test(tokens.lower(firstToken - 1));
  if (isRoad && !/^(?:million|billion|trillion|percent|per|%|people|men|women|children|dollars|states)$/u.test(tokens.lower(endToken + 1))) return NO_PLACE;
  // "Kigali denied it"
  if (placeContext.act.has(next) && governs(names[0]) && !placeContext.locative.has(tokens.lower(firstToken - 1))) return 1;
  // "Paris, 23, is a singer", "Adriano Trevisan, 78, died"
  const family = tokens.isCapitalized(endToken) && !shouted ? endToken + 1 : endToken;
  if (tokens.text(family) === "," && /^\d{1,2}$/u.test(tokens.text(family + 1)) && tokens.text(family + 2) === "," && names[0]?.place.kind === "city") return -4;
  if (isSaintOf(tokens, firstToken, endToken)) return NO_PLACE;
  // "Kent-based"
  if (next === "-" && /^(?:based|born|bound|area|wide)$/u.test(tokens.text(endToken + 1))) return 2.5;
  if (tokens.kind(endToken) === "word" && /^['’]s$/iu.test(next)) {
    return hasOffice(endToken + 1) ? 3 : 0.3;
  }
  // "Sunderland, home to the carmaker,", "Cartagena, a port on the Caribbean,"
  if ((next === "," && tokens.text(endToken + 1) === "home" && tokens.text(endToken + 2) === "to") || isApposed(tokens, endToken)) return 3;
  if (shouted || !tokens.isCapitalized(endToken)) return 0;
  if (placeContext.street.has(next)) return NO_PLACE;
  // "Ohio State" is a university, "Washington State" and "New York State" are not
  if (next === "State" && names[0]?.place.country === "US" && !/^(?:Washington|New York)$/u.test(names[0].place.name)) return NO_PLACE;
  // "Hexham MP Ann Bell"
  if (SEAT.test(next) && tokens.isCapitalized(endToken + 1)) return 4;
  if (placeContext.role.has(next)) return 1.5;
  if (headOfRun(endToken, sentence.endToken) === "organization") return NO_PLACE;
  // "Nashua N.H."
  if (contained) return 0;
  // "Delhi-Moscow Talks" names no person
  if (listed) return -0.5;
  // "Paris Hilton", "Jordan Spieth", "Israel Adesanya"; most countries and counties are no given names
  const isGivenName = names[0]?.otherUses.includes("given name") === true && !isCommonWord(nameWords(), tokens.lower(endToken));
  return (names[0]?.place.kind === "country" && !isGivenName) || (names[0]?.place.kind === "division" && names[0].otherUses.length === 0) ? -0.7 : -3;

  /** "Victoria's emergency management commissioner", "Georgia's governor": an office that only a place has, few small words on. */
  function hasOffice(first: number): boolean {
    for (let index = first; index < first + LONGEST_OFFICE && index < sentence.endToken; index++) {
      if (OFFICE.test(tokens.lower(index))) return true;
      if (tokens.kind(index) !== "word" || tokens.isCapitalized(index) || placeContext.loose.has(tokens.lower(index))) return false;
    }
    return false;
  }

  /** What the capitalized words that follow amount to. */
  function headOfRun(first: number, end: number): "organization" | "other" {
    for (let index = first; index < Math.min(end, first + LONGEST_TAIL) && tokens.isCapitalized(index); index++) {
      if (placeContext.organization.has(tokens.text(index))) return "organization";
    }
    return "other";
  }
}

/** What the native people of America have. */
const OF_AMERICA = /^(?:reservations?|casinos?|gaming|tribes?|Affairs|Country|country)$/u;

function weighDemonym(match: PlaceMatch, best: PlaceName, { article: { tokens }, sentence, shouted }: PlaceSetting): number {
  const { firstToken, endToken } = match;
  let weight = best.otherUses.length > 0 ? 1.5 : 3;
  if (shouted) return weight - 1;
  if (match.shouted) weight -= 3;
  const next = tokens.text(endToken);
  // "American Indians", "an Indian reservation": who are of no India
  if (/^Indians?$/u.test(tokens.text(firstToken)) && (tokens.text(firstToken - 1) === "American" || OF_AMERICA.test(next))) return NO_PLACE;
  const followed = endToken < sentence.endToken && tokens.isCapitalized(endToken);
  if (followed && !placeContext.role.has(next)) weight -= placeContext.organization.has(next) ? 3 : best.otherUses.length > 0 ? 4 : 1;
  if (firstToken > sentence.firstToken) {
    const previous = tokens.text(firstToken - 1);
    if (placeContext.title.has(previous)) weight -= 5;
    else if (!followed && placeContext.language.has(previous.toLowerCase()) && endsPhrase(endToken)) weight -= 3;
  }
  return weight;

  /** "in English." but not "in English schools". */
  function endsPhrase(index: number): boolean {
    return index >= sentence.endToken || tokens.kind(index) !== "word" || /^(?:and|or|to|with|as|for|but)$/u.test(tokens.text(index));
  }
}
