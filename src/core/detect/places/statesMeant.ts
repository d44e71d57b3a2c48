import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Place, PlaceName } from "../../places/gazetteer.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import type { PlaceMatch } from "./placeMatches.js";

/** States that go by one name stand in such a list at least. */
const LEAST_OTHERS = 2;

/** People of the smallest state of the union; counties of the same names have fewer, most of them. */
export const LEAST_STATE = 500_000;

/**
 * "Oregon, Washington and Idaho": of what may be a city, too, the state, where the others of the list are states and nothing else, or the list is
 * told to be of states. `isListed` tells of the index of a match whether a list goes on behind it.
 */
export function statesInLists({ tokens }: Article, matches: readonly PlaceMatch[], isListed: (index: number) => boolean): ReadonlyMap<PlaceMatch, readonly Place[]> {
  const found = new Map<PlaceMatch, readonly Place[]>();
  for (let from = 0, end = 1; from < matches.length; from = end, end++) {
    while (end < matches.length && isListed(end - 1)) end++;
    const list = matches.slice(from, end);
    const isToldOfStates = list[0] !== undefined && isAmongStates(tokens, list[0].firstToken);
    if (!isToldOfStates && list.filter(isStateAlone).length < LEAST_OTHERS) continue;
    for (const match of list) {
      const states = match.names.filter(isState);
      if (!isStateAlone(match) && states.length > 0) found.set(match, distinct(states));
    }
  }
  return found;
}

function isState({ as, place }: PlaceName): boolean {
  return as === "name" && place.kind === "division" && place.country === "US" && place.population >= LEAST_STATE;
}

/** "Idaho", but neither "Washington" nor "New York". */
function isStateAlone({ names: [best, ...others] }: PlaceMatch): boolean {
  return best !== undefined && isState(best) && others.every(({ place }) => place.kind !== "city" || place.population < LEAST_STATE);
}

/** What only a state or province has, behind its name. */
const STATE_OFFICE = /^(?:Gov|Gov\.|Governor|Lt|Lt\.|Legislature|Senate|House|governor|legislature|legislators?|lawmakers?|Attorney|attorney)$/u;

/** "New York Gov. Kathy Hochul" is of the state, as are "Sen. Kathy Hochul of New York" and what stands behind "states like"; undefined where nothing tells. */
export function governed({ tokens }: Article, { names, firstToken, endToken }: PlaceMatch): Place[] | undefined {
  const office = /^['’]s$/u.test(tokens.text(endToken)) ? endToken + 1 : endToken;
  const word = tokens.text(office);
  const isOffice = STATE_OFFICE.test(word) && (!/^attorney$/iu.test(word) || /^general$/iu.test(tokens.text(office + 1)));
  if (!isOffice && !isSentBy(tokens, firstToken) && !isAmongStates(tokens, firstToken)) return undefined;
  const states = names.filter(({ as, place }) => as === "name" && place.kind === "division" && (place.country === "US" || place.country === "NG"));
  const [state] = states;
  return state && state.place.population >= LEAST_STATE ? distinct(states) : undefined;
}

/** Whom a state sends to Congress. */
const SENT = /^(?:Sen|Sens|Senator|Senators|Rep|Reps|Representative|Congressman|Congresswoman|Gov|Governor)\.?$/u;
/** Words of a name with its initials. */
const LONGEST_NAME = 4;

/** "Sen. Kathy Hochul of" */
function isSentBy(tokens: Tokens, first: number): boolean {
  if (tokens.lower(first - 1) !== "of") return false;
  for (let at = first - 2; at > first - 2 - LONGEST_NAME - 1 && tokens.isCapitalized(at); at--) if (SENT.test(tokens.text(at))) return at < first - 2;
  return false;
}

/** "states like", "caucus states, including", "the state of" */
function isAmongStates(tokens: Tokens, first: number): boolean {
  const word = tokens.lower(first - 1);
  if (word === "of") return /^states?$/u.test(tokens.lower(first - 2));
  const isSuch = word === "as" && tokens.lower(first - 2) === "such";
  if (!isSuch && word !== "like" && word !== "including") return false;
  const before = isSuch ? first - 3 : first - 2;
  return tokens.lower(tokens.text(before) === "," ? before - 1 : before) === "states";
}

/** How a line begins that tells who made the report. */
const CREDITS = /^\(?(?:additional\s)?(?:reporting|writing|editing|written|edited|compiled)(?:\sand\s\p{L}+)?\sby\b/iu;
const CREDITS_LENGTH = 40;

/** "(Reporting by Ann Hale in Washington": of what may be a state, too, the city where reporters are; undefined where nothing tells. */
export function reported({ text, tokens, blocks }: Article, { names, firstToken }: PlaceMatch): Place[] | undefined {
  const states = names.some(({ as, place }) => as === "name" && place.kind === "division");
  if (!states || tokens.lower(firstToken - 1) !== "in") return undefined;
  const { start = 0 } = blocks[lastStartingBy(blocks, tokens.start(firstToken))] ?? {};
  if (!CREDITS.test(text.slice(start, start + CREDITS_LENGTH))) return undefined;
  const cities = names.filter(({ as, place }) => as === "name" && place.kind === "city" && (place.capital === true || place.population >= LEAST_STATE));
  return cities.length > 0 ? distinct(cities) : undefined;
}

/** Who has a city for a see or a throne. */
const OF_CITY = /^(?:Oba|Bishop|bishop|Archbishop|archbishop)$/u;

/** "the Oba of Benin", "the Bishop of Lincoln": of what may be a country, too, the city; undefined where nothing tells. */
export function enthroned({ tokens }: Article, { names, firstToken }: PlaceMatch): Place[] | undefined {
  if (tokens.lower(firstToken - 1) !== "of" || !OF_CITY.test(tokens.text(firstToken - 2))) return undefined;
  const cities = names.filter(({ as, place }) => as === "name" && place.kind === "city" && place.population >= LEAST_STATE);
  return names.some(({ place }) => place.kind === "country") && cities.length > 0 ? distinct(cities) : undefined;
}

/** "western New York" is of the state: of a city it is the west; undefined where nothing tells. */
export function partly({ tokens }: Article, { names, firstToken }: PlaceMatch): Place[] | undefined {
  if (!/^(?:(?:north|south)?(?:north|south|east|west)ern|upstate|rural)$/u.test(tokens.lower(firstToken - 1))) return undefined;
  const states = names.filter(({ as, place }) => as === "name" && place.kind === "division" && (place.country === "US" || place.country === "CA" || place.country === "AU"));
  const [state] = states;
  return state && state.place.population >= LEAST_STATE ? distinct(states) : undefined;
}

/** The places of these names, each once. */
export function distinct(names: readonly PlaceName[]): Place[] {
  return [...new Set(names.map(({ place }) => place))];
}
