import { pushAll } from "../common/pushAll.js";
import type { PlaceSense } from "../document/annotationDocument.js";
import { placeContext } from "../lexicon/placeContext.js";
import { isNear } from "../places/distance.js";
import { isWellKnown, type Gazetteer, type Place, type PlaceName } from "../places/gazetteer.js";
import type { Article, Block, Sentence } from "../text/article.js";
import type { WrittenWord } from "../text/vocabulary.js";
import type { PlaceMention } from "./findings.js";
import { governs, NO_PLACE, weighPlace, type PlaceNeighbours, type PlaceSetting } from "./places/placeEvidence.js";
import { findPlacePatterns, type PlacePattern } from "./places/placePatterns.js";
import { matchPlaces, type PlaceMatch } from "./places/placeMatches.js";
import { distinct, enthroned, governed, LEAST_STATE, partly, reported, statesInLists } from "./places/statesMeant.js";

/** Below this nothing is kept; what lies between this and one half waits for the rest of the article. */
const LEAST_CONFIDENCE = 0.1;
/** People of a district that goes by its town's name, at most. */
const LARGEST_DISTRICT = 300_000;
/** "DALLAS (AP) -", "NEW DELHI, April 6 —", "OAKLAND, Calif. (AP) -" at the head of a block. */
const DATELINE = /^[\p{Lu}][^.!?:"“()\n]{1,40}(?:\.[^!?:"“()\n]{0,20})?(?:\(\p{Lu}[^()\n]{1,30}\)\s*[-–—:]?|\s[-–—]{1,2}\s|—)/u;

/** Place names and demonyms of one block, in document order, with all that they may mean. */
export function findPlaces(article: Article, block: Block, gazetteer: Gazetteer): PlaceMention[] {
  const datelineEnd = endOfDateline(article, block);
  const mentions: PlaceMention[] = [];
  for (let index = block.firstSentence; index < block.endSentence; index++) {
    const sentence = article.sentences[index];
    if (sentence) pushAll(mentions, placesOfSentence(article, sentence, gazetteer, datelineEnd));
  }
  return mentions;
}

function placesOfSentence(article: Article, sentence: Sentence, gazetteer: Gazetteer, datelineEnd: number): PlaceMention[] {
  const matches = matchPlaces(article, sentence, gazetteer);
  const shouted = isShouted(article, sentence);
  const patterns = shouted ? [] : findPlacePatterns(article, sentence, matches);
  const mentions = weighMatches(article, matches, { article, sentence, shouted, datelineEnd }, gazetteer).concat(patterns.map((pattern) => toMention(article, pattern)));
  return withoutOverlap(mentions);
}

function weighMatches(article: Article, found: readonly PlaceMatch[], setting: PlaceSetting, gazetteer: Gazetteer): PlaceMention[] {
  if (found.length === 0) return [];
  const { tokens } = article;
  const matches = found.map((match) => asTown(article, match, setting.sentence));
  const links = matches.map((match, index) => linkTo(article, match, matches[index + 1], matches[index + 2]));
  const asked: boolean[] = [];
  for (const [index, { firstToken }] of matches.entries()) {
    const before = tokens.lower(firstToken - 1);
    asked.push(links[index - 1]?.kind === "list" ? asked[index - 1] === true : placeContext.locative.has(before) && !placeContext.trust.has(tokens.lower(firstToken - 2)));
  }
  const counties = countiesIn(article, matches, links, gazetteer);
  const states = statesInLists(article, matches, (index) => links[index]?.kind === "list");
  const mentions: PlaceMention[] = [];
  for (const [index, match] of matches.entries()) {
    const neighbours: PlaceNeighbours = {
      contained: links[index]?.kind === "container",
      containing: links[index - 1]?.kind === "container",
      behindName: isBehindName(article, match, setting.sentence),
      listed: links[index]?.kind === "list" || links[index - 1]?.kind === "list",
      asked: counties.has(match) || (links[index - 1]?.kind === "list" && asked[index] === true),
    };
    const weight = weighPlace(match, neighbours, setting);
    const confidence = weight === NO_PLACE ? 0 : 1 / (1 + Math.exp(-weight));
    if (confidence < LEAST_CONFIDENCE) continue;
    mentions.push({
      start: article.tokens.start(firstOf(article, match, setting.sentence)),
      end: article.tokens.end(lastOf(article, match, setting.sentence)),
      sense: senseOf(article, match),
      candidates: links[index]?.candidates ?? links[index - 1]?.containers ?? ownedBy(article, match, matches[index - 1]) ?? counties.get(match) ?? quarterOf(article, match, matches[index - 1]) ?? states.get(match) ?? governed(article, match) ?? enthroned(article, match) ?? reported(article, match) ?? urban(article, match, setting.datelineEnd) ?? partly(article, match) ?? flowing(article, match) ?? distinct(match.names),
      confidence,
    });
  }
  return mentions;
}

/** "in Nixa and Ozark": where no noun follows, a preposition or "and" asks for the town rather than for those of the region. */
function asTown({ tokens }: Article, match: PlaceMatch, sentence: Sentence): PlaceMatch {
  const { firstToken, endToken, names } = match;
  const towns = names[0]?.as === "demonym" ? names.filter(({ as }) => as === "name") : [];
  const before = tokens.lower(firstToken - 1);
  const asked = placeContext.locative.has(before) || ((before === "and" || before === ",") && tokens.isCapitalized(firstToken - 2));
  const isAlone = endToken >= sentence.endToken || tokens.kind(endToken) !== "word" || /^(?:and|or|said|says|on|in|at|were|was|is|are)$/u.test(tokens.lower(endToken));
  return towns.length > 0 && asked && isAlone ? { ...match, names: towns } : match;
}

/** "South" of "South Los Angeles" belongs to the name; so it does not where any word would have its capital. */
function firstOf({ tokens }: Article, { firstToken, names, shouted }: PlaceMatch, sentence: Sentence): number {
  const part = firstToken - 1;
  const belongs = part > sentence.firstToken && !shouted && names[0]?.as === "name" && !names[0].otherUses.includes("word") && tokens.isCapitalized(part) && /^(?:North|South|East|West|Central|Upper|Lower|Greater|Inner|Northern|Southern|Eastern|Western)$/u.test(tokens.text(part));
  return belongs ? part : firstToken;
}

/** "South" of "Dublin Bay South", as seats are called; not of "Georgia South Carolina's". */
function lastOf({ tokens }: Article, { endToken, names, shouted }: PlaceMatch, sentence: Sentence): number {
  const isPart = (index: number): boolean => index < sentence.endToken && /^(?:North|South|East|West|Central)$/u.test(tokens.text(index));
  const end = isPart(endToken) ? (isPart(endToken + 1) ? endToken + 2 : endToken + 1) : endToken;
  return end > endToken && !shouted && names[0]?.as === "name" && names[0].place.kind !== "country" && !tokens.isCapitalized(end) && !/^['’-]/u.test(tokens.text(end)) ? end - 1 : endToken - 1;
}

function toMention({ tokens }: Article, { firstToken, endToken, names, confidence }: PlacePattern): PlaceMention {
  return { start: tokens.start(firstToken), end: tokens.end(endToken - 1), sense: "literal", candidates: distinct(names), confidence };
}

/** Of two that share words the longer one where it is likely, else the surer one. */
function withoutOverlap(mentions: PlaceMention[]): PlaceMention[] {
  const kept: PlaceMention[] = [];
  for (const mention of mentions.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || last.end <= mention.start) kept.push(mention);
    else if (rank(mention) > rank(last)) kept[kept.length - 1] = mention;
  }
  return kept;
}

function rank({ start, end, confidence }: PlaceMention): number {
  return confidence >= 0.5 ? end - start : confidence;
}

/** "Kent" of "Brands Hatch, Kent": behind a comma and a capitalized word. */
function isBehindName({ tokens }: Article, { firstToken, endToken }: PlaceMatch, sentence: Sentence): boolean {
  return firstToken - 2 > sentence.firstToken && tokens.text(firstToken - 1) === "," && tokens.isCapitalized(firstToken - 2) && (endToken >= sentence.endToken || !tokens.isCapitalized(endToken));
}

/** How a match stands to the next one. */
interface Link {
  readonly kind: "container" | "list";
  /** What the first can mean, where the second is its container, */
  readonly candidates?: readonly Place[];
  /** and what the second can mean. */
  readonly containers?: readonly Place[];
}

function linkTo(article: Article, match: PlaceMatch, next: PlaceMatch | undefined, afterNext: PlaceMatch | undefined): Link | undefined {
  const { tokens } = article;
  if (!next) return undefined;
  const gap = next.firstToken - match.endToken;
  const mark = tokens.text(match.endToken);
  // "Nashua N.H."
  if (gap === 0 && next.names[0]?.as === "abbreviation") return inside(match, next);
  if (gap === 1 && (mark === "," || mark === "(")) {
    // "Washington, Pennsylvania and California" are three states
    const isList = mark === "," && isAmongStates(article, [match, next, afterNext]);
    const link = isList ? undefined : inside(match, next);
    if (link) return link;
    // "Rockingham, Northamptonshire": the gazetteer knows others of that name only; "a Bradford, Ontario court" likewise
    const isOne = next.names[0]?.as === "abbreviation" || /^(?:[.,;)–—-]|)$/u.test(tokens.text(next.endToken)) || (/^an?$/u.test(tokens.lower(match.firstToken - 1)) && /^\p{Ll}/u.test(tokens.text(next.endToken)));
    if (isElsewhere(match.names, next.names) && !isList && isOne) return { kind: "container", candidates: [] };
    if (mark === "," && isAbroad(article, match, next)) return { kind: "container", candidates: [] };
  }
  if (gap === 2 && mark === "," && placeContext.part.has(tokens.lower(next.firstToken - 1))) {
    const quarters = quartersOf(match.names, next.names[0]?.place);
    if (quarters) return { kind: "container", candidates: quarters };
  }
  // "from Savannah to Macon"
  if (gap === 1 && mark === "to" && tokens.lower(match.firstToken - 1) === "from") return { kind: "list" };
  const joined = gap === 1 && (mark === "," || mark === "-" || mark === "–" || mark === "/" || mark === "and" || mark === "or");
  const lastOfList = gap === 2 && mark === "," && /^(?:and|or)$/u.test(tokens.text(match.endToken + 1));
  return joined || lastOfList ? { kind: "list" } : undefined;
}

/** How a place stands to the container behind it; undefined where it has none of its name. */
function inside(match: PlaceMatch, next: PlaceMatch): Link | undefined {
  const candidates = containedIn(match.names, next.names);
  return candidates.length > 0 ? { kind: "container", candidates, containers: distinct(next.names).filter((container) => candidates.some((place) => contains(container, place))) } : undefined;
}

/** True where three states or three countries stand in a list, the last behind "and" or a comma. */
function isAmongStates({ tokens }: Article, [first, second, third]: readonly (PlaceMatch | undefined)[]): boolean {
  const best = second?.names[0];
  if (!first || !second || !third || !best) return false;
  const comma = tokens.text(second.endToken) === "," ? second.endToken + 1 : second.endToken;
  const and = /^(?:and|or)$/u.test(tokens.text(comma)) ? comma + 1 : comma;
  if (and === second.endToken || third.firstToken !== and || writtenAlike(first, second)) return false;
  const isAlike = ({ as, place }: PlaceName): boolean => as === "name" && place.kind === best.place.kind && (place.kind === "country" || (place.country === best.place.country && !COUNTY.test(place.name)));
  return isAlike(best) && first.names.some(isAlike) && third.names[0] !== undefined && isAlike(third.names[0]);
}

/** "New York, New York" is a city and its state. */
function writtenAlike(one: PlaceMatch, other: PlaceMatch): boolean {
  return one.names.length === other.names.length && one.names.every(({ place }, index) => place === other.names[index]?.place);
}

/** Tokens between two counties of a list. */
const LONGEST_LIST = 10;

/** "Navarro, Henderson and Ellis counties": what each of the list means. */
function countiesIn({ text, tokens }: Article, matches: readonly PlaceMatch[], links: readonly (Link | undefined)[], gazetteer: Gazetteer): ReadonlyMap<PlaceMatch, readonly Place[]> {
  const found = new Map<PlaceMatch, readonly Place[]>();
  let goesOn = false;
  let inList = false;
  for (let index = matches.length - 1; index >= 0; index--) {
    const match = matches[index];
    if (!match) continue;
    goesOn = tokens.lower(match.endToken) === "counties" || (goesOn && (links[index]?.kind === "list" || isListed(match.endToken, matches[index + 1]?.firstToken ?? 0)));
    if (!goesOn) continue;
    add(match);
  }
  // "counties Donegal, Cavan and Monaghan"
  for (let index = 0; index < matches.length; index++) {
    const match = matches[index];
    const isFirst = match !== undefined && (tokens.lower(match.firstToken - 1) === "counties" || isAmongCounties(match.firstToken - 1));
    inList = isFirst || (inList && links[index - 1]?.kind === "list");
    if (match && inList) add(match);
  }
  return found;

  /** "14 counties, including", "the counties of" */
  function isAmongCounties(link: number): boolean {
    if (!/^(?:including|of|like)$/u.test(tokens.lower(link))) return false;
    return tokens.lower(tokens.text(link - 1) === "," ? link - 2 : link - 1) === "counties";
  }

  /** ", Wakulla and" of "Leon, Wakulla and Taylor counties": others between two whose bare names the gazetteer lacks. */
  function isListed(from: number, to: number): boolean {
    if (tokens.text(from) !== "," || to - from > LONGEST_LIST) return false;
    for (let at = from; at < to; at++) if (!/^(?:,|and)$/u.test(tokens.text(at)) && !tokens.isCapitalized(at)) return false;
    return true;
  }

  function add(match: PlaceMatch): void {
    const words = text.slice(tokens.start(match.firstToken), tokens.end(match.endToken - 1));
    const names = [`${words} County`, `County ${words}`].flatMap((name) => gazetteer.find(name)).filter(({ as }) => as === "name");
    if (names.length > 0) found.set(match, distinct(names));
  }
}

/** Kilometres from a metropolis to its suburbs. */
const SUBURBAN = 40;
/** People of a town that is nobody's quarter. */
const LARGEST_QUARTER = 300_000;

/** What the first can mean in "North Kensington, west London", none where its namesakes are all elsewhere; undefined where the second is no metropolis. */
function quartersOf(names: readonly PlaceName[], city: Place | undefined): Place[] | undefined {
  if (city?.kind !== "city" || city.population < LEAST_STATE || !isTown(names)) return undefined;
  return distinct(names).filter((place) => place.country === city.country && isNear(place, city, SUBURBAN));
}

/** What "Dayton" can mean in "Ohio's Dayton"; undefined where nobody's is told. */
function ownedBy({ tokens }: Article, match: PlaceMatch, owner: PlaceMatch | undefined): Place[] | undefined {
  if (!owner || match.firstToken !== owner.endToken + 1 || !/^['’]s$/u.test(tokens.text(owner.endToken))) return undefined;
  const candidates = containedIn(match.names, owner.names);
  if (candidates.length > 0) return candidates;
  return isElsewhere(match.names, owner.names) ? [] : undefined;
}

/** What "Makeni" can mean in "Lusaka's Makeni area"; undefined where nobody's is told, or one that is no quarter ("Washington's Baghdad embassy"). */
function quarterOf({ tokens }: Article, match: PlaceMatch, owner: PlaceMatch | undefined): Place[] | undefined {
  if (!owner || match.firstToken !== owner.endToken + 1 || !/^['’]s$/u.test(tokens.text(owner.endToken))) return undefined;
  return match.names.some(({ place }) => place.capital === true || place.population >= LARGEST_QUARTER) ? undefined : quartersOf(match.names, owner.names[0]?.place);
}

/** The places of these names that lie in a country or division of those. */
function containedIn(names: readonly PlaceName[], containers: readonly PlaceName[]): Place[] {
  const wider = containers.filter(({ as, place }) => (as === "name" || as === "abbreviation") && (place.kind === "country" || place.kind === "division" || place.kind === "region")).map(({ place }) => place);
  return distinct(names).filter((place) => wider.some((container) => contains(container, place)));
}

/** True where the second can only be a division of a country in which none of the first lies. */
function isElsewhere(names: readonly PlaceName[], containers: readonly PlaceName[]): boolean {
  const [best] = containers;
  const kind = best?.place.country === undefined ? undefined : best.place.kind;
  if (!best || (kind !== "division" && kind !== "region") || best.as === "demonym" || best.otherUses.includes("word") || names[0]?.as !== "name" || !isTown(names)) return false;
  // "Grantville, Pennsylvania": a state, and no city that may stand in a list of them
  const isState = best.as === "abbreviation" || (kind === "division" && best.place.population >= LEAST_STATE && containers.every(({ place }) => place.kind !== "city" || place.population < LEAST_STATE));
  return names.every(({ place }) => place.country !== best.place.country || (isState && place.division !== best.place.division));
}

/** "in San Juan, Trinidad,": of a town and a country in which the gazetteer has none of that name, where no list of towns and countries goes on. */
function isAbroad({ tokens }: Article, { names, firstToken }: PlaceMatch, { names: [country], endToken }: PlaceMatch): boolean {
  if (country?.as !== "name" || country.place.kind !== "country" || !isTown(names) || names.some(({ as, place }) => as !== "name" || place.country === country.place.country)) return false;
  const isAsked = /^(?:in|near|at|from|to)$/u.test(tokens.lower(firstToken - 1));
  const mark = tokens.text(endToken);
  return isAsked && (/^[.;)]$/u.test(mark) || (mark === "," && !tokens.isCapitalized(endToken + 1) && !/^(?:and|or)$/u.test(tokens.text(endToken + 1))));
}

/** A town, or the district that has its name from one: no state, for states stand in lists. */
function isTown(names: readonly PlaceName[]): boolean {
  const [best] = names;
  return best?.place.kind === "city" || (best?.place.kind === "division" && best.place.population < LARGEST_DISTRICT && names.some(({ place }) => place.kind === "city"));
}

function contains(container: Place, place: Place): boolean {
  if (container === place || container.country !== place.country || place.country === undefined) return false;
  // "Croft, Yorkshire": of a region but its middle is known
  if (container.kind === "region") return place.kind === "city" && isNear(container, place);
  if (container.kind === "country") return place.kind !== "country";
  if (container.division !== place.division) return false;
  // "Seminole County, Georgia"
  return place.kind === "city" || (place.kind === "division" && COUNTY.test(place.name) && !COUNTY.test(container.name));
}

const COUNTY = / (?:County|Parish|Borough)$/u;

function senseOf({ tokens }: Article, { names, firstToken, endToken }: PlaceMatch): PlaceSense {
  const best = names[0];
  if (best?.as === "demonym" || best?.as === "associative") return best.as;
  // "officials in Washington said": the preposition governs the place, not the verb
  const isInside = placeContext.locative.has(tokens.lower(firstToken - 1)) || /^(?:of|to)$/u.test(tokens.lower(firstToken - 1));
  return governs(best) && !isInside && placeContext.act.has(tokens.text(endToken)) ? "associative" : "literal";
}

/** What is done, and who is, where a government sits. */
const AT_SEAT = /^(?:speaking|spoke|speaks|testified|testifying|officials?|lawmakers?|politicians?|diplomats?|lobbyists?|reporters|journalists|talks|met|meet|meeting|meetings|summit|hearing|briefing|embassy)$/u;

/** "WASHINGTON (AP)", "speaking in Washington" and "Washington-based" are of the city, where it is a large one; undefined where nothing tells. */
function urban({ tokens }: Article, { names, firstToken, endToken }: PlaceMatch, datelineEnd: number): Place[] | undefined {
  const isBased = tokens.text(endToken) === "-" && tokens.text(endToken + 1) === "based";
  const isSeat = tokens.lower(firstToken - 1) === "in" && AT_SEAT.test(tokens.lower(firstToken - 2)) && names.some(({ place }) => place.capital);
  if (!isBased && !isSeat && tokens.start(firstToken) >= datelineEnd) return undefined;
  const cities = distinct(names.filter(({ as, place }) => as === "name" && place.kind === "city"));
  return cities.some(({ population, capital }) => population >= LEAST_STATE || capital === true) && names.some(({ place }) => place.kind === "division") ? cities : undefined;
}

/** "the bank of the Dnipro" is a river's, and "in Dnipro" the city of that name; "the Dnipro mayor" is the city's, too. Undefined for a name that is not of both. */
function flowing({ tokens }: Article, { names, firstToken, endToken }: PlaceMatch): Place[] | undefined {
  // "of Atlantic," is no ocean, which has an article
  const isAsked = /^(?:in|of|to|from|near|at)$/u.test(tokens.lower(firstToken - 1)) && /^[.,;:)]$/u.test(tokens.text(endToken));
  const [rivers, cities] = [names.filter(({ place }) => place.kind === "water"), names.filter(({ as, place }) => as === "name" && place.kind === "city" && (isAsked || isWellKnown(place)))];
  if (rivers.length === 0 || cities.length === 0) return undefined;
  const isOfCity = placeContext.placeNoun.has(tokens.lower(endToken)) || tokens.isCapitalized(endToken) || tokens.text(endToken) === "-";
  return distinct(tokens.lower(firstToken - 1) === "the" && !isOfCity ? rivers : cities);
}

function endOfDateline({ text }: Article, block: Block): number {
  if (block.kind === "dateline") return block.end;
  const match = DATELINE.exec(text.slice(block.start, Math.min(block.end, block.start + 110)));
  return match ? block.start + match[0].length : 0;
}

function isUpperCase({ text }: WrittenWord): boolean {
  return !SMALL_LETTER.test(text) && text === text.toUpperCase();
}

const SMALL_LETTER = /[a-z]/u;

/** True where most words of a sentence of some length are in capitals: capitals then tell nothing. */
function isShouted({ tokens }: Article, { firstToken, endToken }: Sentence): boolean {
  let words = 0;
  let capital = 0;
  const isUpper = tokens.perWord(isUpperCase);
  for (let index = firstToken; index < endToken; index++) {
    if (tokens.kind(index) !== "word") continue;
    words++;
    if (isUpper(index)) capital++;
  }
  return words > 3 && capital > 0.7 * words;
}
