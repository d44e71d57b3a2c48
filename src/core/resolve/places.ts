import type { PlaceMention } from "../detect/findings.js";
import { isNear } from "../places/distance.js";
import type { Place } from "../places/gazetteer.js";
import { likelihood } from "../places/likelihood.js";
import type { Article } from "../text/article.js";
import { withSingleSpaces } from "../text/singleSpaces.js";
import { PlaceCompany, type Company, type Spread } from "./places/placeCompany.js";
import { locateUnknown } from "./places/placeSurroundings.js";
import { hintsOfWording } from "./places/placeWording.js";

/** What is less likely a place than not is none. */
const LEAST_CONFIDENCE = 0.5;
/** A doubtful place is one where the article elsewhere surely names a place with these words. */
const DOUBTFUL = 0.2;
const SURE = 0.8;
/** What is less likely one of the gazetteer's than a place that it lacks is unknown. */
const LEAST_KNOWN = 0.5;
/**
 * A first choice is made without company, each later one knows the one before. The first ones trust their scores by half and less: where
 * a town and a county tell Texas only together, both must still be thought of when the other is weighed.
 */
const TRUST = [0.25, 0.5, 1, 1] as const;
/** How much one more tenfold of people is worth beside the company of other places. */
const FAME = 0.7;

/** The same of a capital whose name stands for a government: "Washington said" is of no town in England. */
const GOVERNMENT = 2;

/** All mentions of an article that are written alike: they mean one place. */
interface Namesakes {
  /** The words in small letters. */
  readonly words: string;
  readonly mentions: PlaceMention[];
  /** What all of them can mean. */
  candidates: readonly Place[];
  /** How sure each candidate is, in the same order; they add up to 1. */
  shares: readonly number[];
  /** True for "Washington" where the article elsewhere writes "Washington state". */
  isToldState?: boolean;
}

/**
 * Chooses what each place means by the whole article: how well known it is, containers ("Paris, Texas"), the company of the other
 * places; one sense an article. Returns the mentions that are likelier places than not, in the same order, their candidates likelier
 * first. `hints` are places inside other names ("Georgia State Patrol"): company, but no mentions. `home` is one more place of the article's company, as if it were named once. `confidence` becomes the chance that the words are a place and that place the right one.
 */
export function resolvePlaces(article: Article, places: readonly PlaceMention[], home?: Place, hints: readonly PlaceMention[] = []): PlaceMention[] {
  const kept = likelyPlaces(article, places).map((place) => withoutCompass(article, place));
  const groups = groupNamesakes(article, [...kept, ...hints]);
  const atHome = hintsOfWording(article, kept).map(({ place, weight }): Company => ({ candidates: [place], shares: [weight], count: 1 }));
  if (home) atHome.unshift({ candidates: [home], shares: [1], count: 1 });
  let company = new PlaceCompany(atHome);
  for (const trust of TRUST) {
    for (const group of groups) choose(group, company, trust);
    company = new PlaceCompany([...atHome, ...groups.map(({ candidates, shares, mentions }): Company => ({ candidates, shares, count: mentions.length }))]);
  }
  const groupOf = new Map<PlaceMention, Namesakes>();
  for (const group of groups) for (const mention of group.mentions) groupOf.set(mention, group);
  const resolve = (mention: PlaceMention): PlaceMention => resolvePlace(mention, groupOf.get(mention));
  return locateUnknown(article, kept.map(resolve), hints.map(resolve));
}

/** The mentions that may be of places. */
function likelyPlaces(article: Article, places: readonly PlaceMention[]): PlaceMention[] {
  const sure = new Set<string>();
  for (const place of places) if (place.confidence >= SURE) sure.add(keyOf(article, place));
  return places.filter((place) => place.confidence >= LEAST_CONFIDENCE || (place.confidence >= DOUBTFUL && sure.has(keyOf(article, place))));
}

/** "the South" is the part of a country that is told of, and no province somewhere that has its name from where it lies: 31 of 31 in American news. */
function withoutCompass(article: Article, place: PlaceMention): PlaceMention {
  return place.candidates.length > 0 && COMPASS.test(keyOf(article, place)) ? { ...place, candidates: place.candidates.filter(({ kind }) => kind === "region") } : place;
}

const COMPASS = /^(?:north|south|east|west|central|northern|southern|eastern|western)$/u;

/** A mention with what its words mean in the article. */
function resolvePlace(mention: PlaceMention, group: Namesakes | undefined): PlaceMention {
  if (!group) return mention;
  if (group.candidates.length === 0) return mention.candidates.length === 0 ? mention : { ...mention, candidates: [] };
  // "Blue Ball" in a story of Ireland is no village of Pennsylvania
  if (group.shares.reduce((total, share) => total + share, 0) < LEAST_KNOWN) return { ...mention, candidates: [] };
  const order = group.candidates.map((place, index) => ({ place, share: group.shares[index] ?? 0 })).sort((a, b) => b.share - a.share);
  const { start, end, sense, confidence } = mention;
  return { start, end, sense, candidates: order.map(({ place }) => place), confidence: confidence * shareOfSpot(order) };
}

/** Kilometres within which two entries of one name are one spot: a quarter and its landmark, a town and its district. */
const SPOT = 25;

/** How sure the likeliest place is, with those that lie where it does. */
function shareOfSpot(order: readonly { readonly place: Place; readonly share: number }[]): number {
  const [best] = order;
  if (!best) return 1;
  let share = 0;
  for (const other of order) if (other === best || (other.place.country === best.place.country && isNear(other.place, best.place, SPOT))) share += other.share;
  return Math.min(share, 1);
}

function keyOf({ text }: Article, { start, end }: PlaceMention): string {
  return withSingleSpaces(text.slice(start, end).toLowerCase());
}

function groupNamesakes(article: Article, mentions: readonly PlaceMention[]): Namesakes[] {
  const groups = new Map<string, Namesakes[]>();
  for (const mention of mentions) {
    const key = keyOf(article, mention);
    let alike = groups.get(key);
    if (!alike) groups.set(key, (alike = []));
    addNamesake(alike, mention, key);
  }
  const all = [...groups.values()].flat();
  for (const group of all) addWiderName(group, groups);
  for (const group of all) if (isTown(group) && hasUnknownTown(group)) group.candidates = [];
  for (const group of all) group.isToldState = groups.has(`${group.words} state`);
  return all;
}

/** Adds a mention to those that are written alike. */
function addNamesake(alike: Namesakes[], mention: PlaceMention, words: string): void {
  // a container that stands once holds for all, but "Paris, France" is not the other Paris of the article
  const [first] = alike;
  const group = alike.find((one) => meansSame(one, mention)) ?? (mention.candidates.length === 0 || first?.candidates.length === 0 ? first : undefined);
  if (!group) {
    // "the Old City" is of the city that the article is about
    alike.push({ words, mentions: [mention], candidates: QUARTER.test(words) ? [] : mention.candidates, shares: [] });
    return;
  }
  group.mentions.push(mention);
  const common = group.candidates.filter((place) => mention.candidates.includes(place));
  if (common.length > 0) group.candidates = common;
}

/** With what the name of a county or a town goes on that is called by its first word. */
const WIDER = ["county", "parish", "estates", "heights", "hills", "springs", "falls", "beach", "township", "grove", "lake", "lakes", "mills", "park", "village"] as const;

/** "DeKalb" beside "DeKalb County" is the county, "Avondale" beside "Avondale Estates" the town, where no other of the shorter name lies in that state. */
function addWiderName(group: Namesakes, groups: ReadonlyMap<string, readonly Namesakes[]>): void {
  if (!isTown(group) || group.words.includes(" ")) return;
  for (const wider of WIDER) {
    for (const { candidates } of groups.get(`${group.words} ${wider}`) ?? []) {
      const elsewhere = candidates.filter((place) => place.name.toLowerCase() === `${group.words} ${wider}` && !group.candidates.some((own) => own === place || (own.country === place.country && own.division === place.division)));
      group.candidates = [...group.candidates, ...elsewhere];
    }
  }
}

function meansSame({ candidates }: Namesakes, mention: PlaceMention): boolean {
  return isOfState(candidates) === isOfState(mention.candidates) && candidates.some((place) => mention.candidates.includes(place));
}

/** "Belgrade" is no capital where the article tells once of "Belgrade, Minn.", which the gazetteer lacks. */
function hasUnknownTown({ mentions }: Namesakes): boolean {
  return mentions.some(({ sense, candidates }) => sense === "literal" && candidates.length === 0);
}

function isTown({ candidates: [place] }: Namesakes): boolean {
  return place?.kind === "city";
}

/** True where only a state is meant: "New York Gov. Kathy Hochul" beside a city of that name. */
function isOfState(candidates: readonly Place[]): boolean {
  return candidates.length > 0 && candidates.every(({ kind, country }) => kind === "division" && country === "US");
}

function choose(group: Namesakes, company: PlaceCompany, trust: number): void {
  const { candidates, words } = group;
  const scores = scoresOf(group, company, trust);
  const best = Math.max(...scores);
  const odds = scores.map((score) => 10 ** (trust * (score - best)));
  const likeliest = candidates[scores.indexOf(best)];
  const isForeign = trust === 1 && likeliest !== undefined && company.isForeign(likeliest, new Set(candidates));
  const unlisted = likeliest && (isSmallTown(likeliest) || (isForeign && isLittleKnown(likeliest)) || isNearMiss(words, likeliest) || BY_DIRECTION.test(words)) ? 10 ** (trust * (FAME * UNLISTED + (isForeign ? FOREIGN : 0) + company.supportElsewhere(likeliest, new Set(candidates)) - best)) : 0;
  const sum = odds.reduce((total, value) => total + value, unlisted);
  group.shares = odds.map((value) => value / sum);
}

/** What speaks for each candidate, in the unit of `likelihood`. */
function scoresOf(group: Namesakes, company: PlaceCompany, trust: number): number[] {
  const { candidates, words, mentions } = group;
  const namesakes = new Set(candidates);
  const support = candidates.map((place) => company.support(place, namesakes));
  // a sea or a region that is of no one country keeps every company: "the Middle East" is no quarter of Baltimore
  const most = Math.max(0, ...support);
  // its neighbours are known but from the third choice on
  const hasMetro = trust === 1 && candidates.some(isMetropolis);
  const isGovernment = mentions.some(({ sense }) => sense === "associative");
  const remote = trust === 1 ? remoteness(group, company.spread(namesakes)) : () => 0;
  return candidates.map((place, index) => {
    const fame = FAME * likelihood(place) - (isNearMiss(words, place) ? OTHER_SPELLING : 0) + (isGovernment && place.capital ? GOVERNMENT : 0);
    const isOvershadowed = hasMetro && place.population > 0 && (isSmallTown(place) || isOutshone(place, candidates)) && !company.hasNeighbour(place, namesakes);
    return fame + (place.country === undefined ? most : (support[index] ?? 0)) - eclipse(place, candidates) - (isOvershadowed ? OVERSHADOWED : 0) - remote(place);
  });
}

/** How well known is a place that the gazetteer lacks, in the unit of `likelihood`. */
const UNLISTED = 2.5;
/** So much likelier is it where all else lies in another country: "Park Grove" in a story of Yorkshire is no town of Tasmania. */
const FOREIGN = 1;

/** Divisions that many countries and cities have: "the South District" of a story of Cebu is none of Lebanon. */
const BY_DIRECTION = /^(?:north|south|east|west|central|northern|southern|eastern|western)(?:east|west)? (?:district|governorate|province|region|division)$/u;

function isMetropolis({ kind, population }: Place): boolean {
  return (kind === "city" && population >= LARGE_TOWN) || (kind === "division" && population >= LARGE_DIVISION);
}

/** So much less likely is a small town of a metropolis's name, of which the article names no neighbour: "near Palermo" is no village of California for a jury in San Francisco. */
const OVERSHADOWED = 2;

/**
 * So much less likely is a town of few people beside its best-known namesake in a story of many states, and a state that shares its capital's name in one
 * that names nothing else there: "Paris" beside Iowa, Nevada and Ohio is in no state of the three.
 */
function remoteness({ candidates, isToldState }: Namesakes, { divisions, shareOf }: Spread): (place: Place) => number {
  const most = mostKnown(candidates);
  return (place) => {
    if (place.kind === "division" && isToldState !== true && sharesCapital(place, candidates)) return shareOf(place) === 0 ? CAPITAL_MEANT : 0;
    const isSmall = place.kind === "city" && place.capital !== true && place.population > 0 && place.population * SHADOW < most;
    return isSmall && divisions >= MANY && shareOf(place) <= SCATTERED ? REMOTE : 0;
  };
}

/** So many times the people of a town has the namesake that outshines it. */
const SHADOW = 8;
/** A story of so many divisions and countries is no local one, unless more than a quarter of it lies in one of them. */
const MANY = 5;
const SCATTERED = 0.25;
const REMOTE = 3;
const CAPITAL_MEANT = 1.5;
/** People of a city that is known beyond its country. */
const KNOWN_CITY = 150_000;

/** People of the largest of these that is known beyond its country; 0 where none is. */
function mostKnown(namesakes: readonly Place[]): number {
  let most = 0;
  for (const { kind, population } of namesakes) if (kind === "country" || (kind === "city" && population >= KNOWN_CITY) || (kind === "division" && population >= LARGE_DIVISION)) most = Math.max(most, population);
  return most;
}

/** People of a town that is hardly told of abroad, while villages of its name may be anywhere. */
const SMALL_TOWN = 20_000;

/** People of a town abroad that a story elsewhere hardly means. */
const LITTLE_KNOWN = 60_000;

/** "La Guardia" in a story of New York; a name of three words is nobody else's ("Sharm el Sheikh"). */
function isLittleKnown({ kind, name, population, capital }: Place): boolean {
  return kind === "city" && population < LITTLE_KNOWN && capital !== true && name.split(/[\s-]/u).length < 3;
}

/** People of a capital that all the world knows, and how many times those of a town of its name. */
const WORLD_CITY = 1_500_000;
const OUTSHONE = 40;

/** "Paris" beside Texas as a whole: so much larger is the capital. */
function isOutshone({ kind, population }: Place, namesakes: readonly Place[]): boolean {
  return kind === "city" && namesakes.some((other) => other.capital === true && other.population >= WORLD_CITY && other.population > OUTSHONE * population);
}

function isSmallTown({ kind, population, capital }: Place): boolean {
  return kind === "city" && population < SMALL_TOWN && capital !== true;
}

/** Parts that many cities have. */
const QUARTER = /^(?:the )?(?:old city|old town|old port|chinatown)$/u;
/** So much less likely is a town whose name is written in another way, where nothing speaks for its country. */
const OTHER_SPELLING = 1;

/** Letters of a name of which many differ by one: a longer one ("Marrakech") is rather the same place, and so is a larger town ("Homs"). */
const SHORT = 5;
const LARGE_TOWN = 300_000;
const LARGE_DIVISION = 1_000_000;

/** "Sion" for "Zion": the gazetteer has a short word as another spelling of a town's name, which it may be or not. */
function isNearMiss(words: string, { kind, capital, name, population }: Place): boolean {
  if (kind !== "city" || capital === true || population >= LARGE_TOWN || words.length > SHORT) return false;
  const [written, known] = [lettersOf(words), lettersOf(name)];
  let differing = 0;
  for (let at = 0; at < known.length; at++) if (written[at] !== known[at]) differing++;
  return written.length === known.length && differing === 1;
}

function lettersOf(words: string): string {
  return words.toLowerCase().normalize("NFD").replaceAll(/[^a-z]/gu, "");
}

/** So much less likely is the state of Washington than the capital where nothing else tells. */
const CAPITALS = 0.1;

/** A division that has its name from the metropolis in it: of "New York" the bare name means the city. */
function eclipse(place: Place, namesakes: readonly Place[]): number {
  if (place.kind !== "division") return 0;
  const metropolis = namesakes.some((other) => other.kind === "city" && other.country === place.country && other.division === place.division && other.population > 0.2 * place.population);
  return metropolis ? 1 : sharesCapital(place, namesakes) ? CAPITALS : 0;
}

function sharesCapital(place: Place, namesakes: readonly Place[]): boolean {
  return namesakes.some((other) => other.capital === true && other.country === place.country && other.name === place.name);
}
