import { pushAll } from "../../common/pushAll.js";
import type { TextRange } from "../../document/range.js";
import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../../lexicon/nameWords.js";
import type { Article, Sentence } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import type { WrittenWord } from "../../text/vocabulary.js";
import type { PlaceMention } from "../findings.js";
import { bringsInTitle, titleOfWork } from "./workTitles.js";

/** Letters before a ship's name. */
const SHIP_PREFIX = new Set("HMS USS RMS SS MV M/V HMCS HMAS HMNZS USNS USCGC USAT INS BRP TCG RRS FV F/V ARA PNS".split(" "));
/** What is called by a name of its own that stands directly behind it. */
const VESSEL = new Set("ship ships vessel tanker ferry yacht freighter trawler submarine liner warship battleship cruiser frigate destroyer corvette carrier cutter schooner sloop tugboat tug barge bulker sailboat icebreaker lifeboat steamer steamship gunboat minesweeper spacecraft spaceship shuttle rover probe lander satellite capsule".split(" "));
/** Carriers that are no ships. */
const NO_SHIP = /^(?:mail|postal|letter|newspaper|paper|rural|flag|budget|cost|air|national|wireless|telecoms?|mobile|insurance)$/u;
const AIRLINE = /^(?:Air|Airlines?|Airways|Jet|Aviation)$/u;
const STORM = new Set("hurricane typhoon cyclone storm superstorm hurricanes typhoons cyclones storms".split(" "));
/** Makers whose name with a number or a name behind it is a thing that they make. */
const AIRCRAFT = new Set("boeing airbus embraer bombardier cessna fokker sukhoi antonov tupolev ilyushin".split(" "));
const MAKERS = new Set("toyota honda ford nissan bmw mercedes audi volkswagen tesla hyundai kia mazda porsche samsung nokia dodge chevrolet chevy jeep gmc buick pontiac subaru chrysler lexus acura cadillac peugeot renault vauxhall skoda".split(" "));
/** What is played or shown under a place's name. */
const COMPETITION = new Set("Open Marathon Biennale Masters Giro Vuelta".split(" "));
/** Kinds of things that have their name from a place or a body, which they are not. */
const NAMESAKES: ReadonlyMap<string, RegExp> = new Map([
  ["brent", /^(?:crude|futures|oil)$/],
  ["guinea", /^(?:pigs?|fowls?|worms?)$/u],
  ["brussels", /^sprouts?$/u],
  ["union", /^budgets?$/u],
  ["aaa", /^(?:credit|ratings?|status|bonds?|games?)$/u],
  ["nile", /^(?:virus|perch|crocodiles?)$/u],
  ["marburg", /^(?:virus|disease|fever)$/u],
  ["lassa", /^(?:fever|virus)$/u],
  ["lyme", /^disease$/u],
  ["cayenne", /^pepper$/u],
  ["panama", /^hats?$/u],
  ["bermuda", /^(?:shorts|grass)$/u],
  ["worcestershire", /^sauce$/u],
  ["labrador", /^(?:retrievers?|pupp(?:y|ies)|dogs?|mix)$/u],
  ["shetland", /^(?:pon(?:y|ies)|sheepdogs?)$/u],
  ["jersey", /^(?:cows?|calf|calves|cattle)$/u],
  ["manila", /^(?:envelopes?|folders?)$/u],
]);
/** People whose names illnesses bear, of two the last word, and what they are called. */
const EPONYMS: ReadonlySet<string> = new Set(["parkinson", "alzheimer", "crohn", "hodgkin", "huntington", "asperger", "down", "tourette", "bell", "addison", "cushing", "raynaud", "gehrig", "marfan", "barré", "jakob"]);
const ILLNESS = /^(?:disease|syndrome|lymphoma|palsy|phenomenon)$/u;
/** Words of the longest name of a ship. */
const LONGEST = 4;

/**
 * Names of what is neither a person nor an organization nor a place, told by the words beside them: ships ("the USS Cole", "the tanker
 * Exxon Valdez"), storms ("Hurricane Katrina"), works ('the film "Saving Private Ryan"'), court cases ("Roe v. Wade"), models ("737" of
 * "Boeing 737") and what has its name from a place ("Guinea pigs"). A ship or a storm that the article has told of is found again by its name alone ("the Cole", "Katrina"). In document
 * order; linear.
 */
export function findOtherNames({ tokens, sentences }: Article, places: readonly PlaceMention[]): TextRange[] {
  const countries = new Set(places.filter(({ candidates: [place] }) => place?.kind === "country").map(({ start }) => start));
  const found: TextRange[] = [];
  const ships = new Map<string, number>();
  const storms = new Set<string>();
  const bringsIn = tokens.perWord(mayBringIn);
  for (const sentence of sentences) {
    for (let index = sentence.firstToken; index < sentence.endToken; index++) {
      if (!bringsIn(index)) continue;
      const ship = endOfShip(tokens, sentence, index, countries);
      if (ship) {
        found.push(tokens.span(tokens.isCapitalized(index) ? index : index + 1, ship));
        for (let first = index + 1; first < ship; first++) ships.set(nameOf(tokens, first, ship), ship - first);
        index = ship - 1;
        continue;
      }
      if (isStorm(tokens, sentence, index)) {
        found.push(tokens.span(index, index + 2));
        storms.add(tokens.text(index + 1));
        // "Storms Ashley and Bert"
        if (tokens.lower(index).endsWith("s") && tokens.lower(index + 2) === "and" && isNamePart(tokens, index + 3, sentence)) storms.add(tokens.text(index + 3));
        continue;
      }
      const range = competition(tokens, sentence, index) ?? titleOfWork(tokens, sentence, index) ?? courtCase(tokens, index) ?? model(tokens, sentence, index) ?? namesake(tokens, index);
      if (range) found.push(range);
    }
  }
  if (ships.size > 0 || storms.size > 0) pushAll(found, repeated(tokens, ships, storms));
  return found.sort((a, b) => a.start - b.start);
}

/** Most words bring in no such name wherever they stand. */
function mayBringIn({ text, lower }: WrittenWord): boolean {
  return SHIP_PREFIX.has(text) || VESSEL.has(text) || STORM.has(lower) || AIRCRAFT.has(lower) || MAKERS.has(lower) || bringsInTitle(text) || text === "v" || text === "v." || COMPETITION.has(text) || CHILDREN.test(text) || NAMESAKES.has(lower) || EPONYMS.has(lower) || lower === "plaster" || text === "Bowl";
}

/** Currents of the Pacific, behind "El" and "La". */
const CHILDREN = /^(?:Niño|Nino|Niña|Nina)$/u;

/** "Super Bowl LIX", "Guinea" of "Guinea pigs", "West Nile" of "West Nile virus", "Paris" of "plaster of Paris". */
function namesake(tokens: Tokens, index: number): TextRange | undefined {
  // "El Niño rains", while "La Nina Hale" may be somebody
  if (CHILDREN.test(tokens.text(index))) return /^(?:El|La)$/u.test(tokens.text(index - 1)) && !tokens.isCapitalized(index + 1) ? tokens.span(index - 1, index + 1) : undefined;
  if (tokens.lower(index) === "plaster") return tokens.lower(index + 1) === "of" && tokens.text(index + 2) === "Paris" ? tokens.span(index + 2, index + 3) : undefined;
  // "Super Bowl LIX"
  if (tokens.text(index) === "Bowl") return tokens.text(index - 1) === "Super" ? tokens.span(index - 1, /^[IVXLC]+$/u.test(tokens.text(index + 1)) ? index + 2 : index + 1) : undefined;
  // "Parkinson's disease"
  const noun = /^['’]s$/u.test(tokens.text(index + 1)) ? index + 2 : index + 1;
  if (EPONYMS.has(tokens.lower(index)) && tokens.isCapitalized(index) && ILLNESS.test(tokens.lower(noun))) return tokens.span(index, index + 1);
  if (!NAMESAKES.get(tokens.lower(index))?.test(tokens.lower(index + 1))) return undefined;
  return tokens.span(tokens.text(index - 1) === "West" ? index - 1 : index, index + 1);
}

/** "USS Cole", "container ship Ever Given": where the ship's name ends that the word at `index` brings in; 0 where it brings in none. */
function endOfShip(tokens: Tokens, sentence: Sentence, index: number, countries: ReadonlySet<number>): number {
  const isPrefix = SHIP_PREFIX.has(tokens.text(index));
  // "mail carrier Ann Bell", "the carrier Hale Air"
  if (tokens.text(index) === "carrier" && (NO_SHIP.test(tokens.lower(index - 1)) || AIRLINE.test(tokens.text(index + 1)) || AIRLINE.test(tokens.text(index + 2)))) return 0;
  if (!isPrefix && !(VESSEL.has(tokens.text(index)) && !/^an?$/u.test(tokens.lower(index - 1)))) return 0;
  const first = index + 1;
  const facts = nameWords().facts(tokens.lower(first));
  // "the ship Captain Jones steered", but "HMS Queen Elizabeth"
  if (!isNamePart(tokens, first, sentence) || (!isPrefix && (facts & (Word.role | Word.roles | Word.honorific | Word.function | Word.people)) !== 0)) return 0;
  let end = first + 1;
  while (end - first < LONGEST && isNamePart(tokens, end, sentence)) end++;
  // "the ship Israel had seized"
  if (!isPrefix && end - first === 1 && (countries.has(tokens.start(first)) || nameWords().isOrganization(tokens.text(first)))) return 0;
  return end;
}

function isNamePart(tokens: Tokens, index: number, { endToken }: Sentence): boolean {
  return index < endToken && tokens.kind(index) === "word" && tokens.isCapitalized(index) && !/^['’]s$/iu.test(tokens.text(index)) && (nameWords().facts(tokens.lower(index)) & Word.time) === 0;
}

/** "Hurricane Katrina", not "Hurricane Center" or "Storm Lake". */
function isStorm(tokens: Tokens, sentence: Sentence, index: number): boolean {
  if (!STORM.has(tokens.lower(index)) || !tokens.isCapitalized(index) || !isNamePart(tokens, index + 1, sentence) || isNamePart(tokens, index + 2, sentence)) return false;
  const lists = nameWords();
  const name = tokens.lower(index + 1);
  const facts = lists.facts(name);
  return (facts & (Word.organizationHead | OTHER_HEAD | Word.role | Word.function)) === 0 && ((facts & Word.firstName) !== 0 || !isCommonWord(lists, name));
}

/** "Madrid Open", "Venice Biennale", "Giro d'Italia": what is held somewhere is no place. */
function competition(tokens: Tokens, sentence: Sentence, index: number): TextRange | undefined {
  if (tokens.text(index) === "Giro" || tokens.text(index) === "Vuelta") return /^(?:d['’]\p{Lu}\p{L}+|a)$/u.test(tokens.text(index + 1)) ? tokens.span(index, tokens.text(index + 1) === "a" ? index + 3 : index + 2) : undefined;
  if (!COMPETITION.has(tokens.text(index)) || tokens.isCapitalized(index + 1)) return undefined;
  let first = index;
  while (index - first < LONGEST - 1 && isNamePart(tokens, first - 1, sentence) && first - 1 > sentence.firstToken) first--;
  // "Edgar Masters" is a person
  if ((nameWords().facts(tokens.lower(first)) & (Word.firstName | Word.common)) === Word.firstName) return undefined;
  return first < index && !/^(?:The|This|That|His|Her|Their)$/u.test(tokens.text(first)) ? tokens.span(first, index + 1) : undefined;
}

/** "Roe v. Wade": the parties of a case, as courts write it; "Arsenal v Chelsea" is a match. A sentence may seem to end with the stop. */
function courtCase(tokens: Tokens, index: number): TextRange | undefined {
  const isSplit = tokens.text(index) === "v" && tokens.text(index + 1) === "." && tokens.isJoined(index + 1);
  if (tokens.text(index) !== "v." && !isSplit) return undefined;
  let first = index;
  while (index - first < LONGEST && isParty(tokens, first - 1)) first--;
  const begin = isSplit ? index + 2 : index + 1;
  let end = begin;
  while (end - begin < LONGEST && isParty(tokens, end)) end++;
  return first < index && end > begin ? tokens.span(first, end) : undefined;
}

function isParty(tokens: Tokens, index: number): boolean {
  return tokens.kind(index) === "word" && tokens.isCapitalized(index) && (nameWords().facts(tokens.lower(index)) & Word.function) === 0 && !/^['’]s$/iu.test(tokens.text(index));
}

/** What follows the maker in "Boeing 737", "Airbus A320", "Toyota C-HR", "Tesla Model 3", "a Dodge Caravan"; the maker stays one. */
function model(tokens: Tokens, { endToken }: Sentence, index: number): TextRange | undefined {
  const maker = tokens.lower(index);
  const isAircraft = AIRCRAFT.has(maker);
  if (!tokens.isCapitalized(index) || !(isAircraft || MAKERS.has(maker)) || index + 1 >= endToken) return undefined;
  const next = tokens.text(index + 1);
  const isCode = /^\p{Lu}{1,3}-?\d{1,4}\p{L}{0,3}$/u.test(next) || (isAircraft && /^\d{3}(?:-\d+)?$/u.test(next));
  const isNamed = next === "Model" && /^[\p{Lu}\d]/u.test(tokens.text(index + 2));
  const isSplit = /^\p{Lu}$/u.test(next) && tokens.text(index + 2) === "-" && /^\d/u.test(tokens.text(index + 3));
  const end = isCode ? index + 2 : isNamed ? index + 3 : isSplit ? index + 4 : !isAircraft && isCar(tokens, index, endToken) ? index + 2 : 0;
  return end > 0 ? tokens.span(index + 1, end) : undefined;
}

/** "a Dodge Caravan", "her 2004 Honda Civic": one of many of that name; "a Ford Foundation grant" is a body's. */
function isCar(tokens: Tokens, index: number, endToken: number): boolean {
  const isOne = /^(?:an?|his|her|their|my|your)$/u.test(tokens.lower(index - 1)) || /^(?:19|20)\d\d$/u.test(tokens.text(index - 1));
  const next = tokens.lower(index + 1);
  const facts = nameWords().facts(next);
  if (!isOne || index + 1 >= endToken || !tokens.isCapitalized(index + 1) || tokens.isCapitalized(index + 2)) return false;
  return !/^(?:['’]s|motors?|co\.?|company|credit|financial|dealer|field|center|centre|park)$/u.test(next) && (facts & (Word.organizationHead | Word.role | Word.roles | Word.event | Word.time)) === 0;
}

/** "the Cole", "aboard Ever Given", "Katrina" where no longer name holds them. */
function* repeated(tokens: Tokens, ships: ReadonlyMap<string, number>, storms: ReadonlySet<string>): Generator<TextRange> {
  for (let index = 0; index < tokens.length; index++) {
    if (!tokens.isCapitalized(index)) continue;
    const before = tokens.lower(index - 1);
    const determined = before === "the" || before === "aboard";
    if (tokens.isCapitalized(index - 1) && !determined) continue;
    if (storms.has(tokens.text(index)) && !tokens.isCapitalized(index + 1)) yield tokens.span(index, index + 1);
    if (!determined) continue;
    for (let length = LONGEST; length > 0; length--) {
      if (ships.get(nameOf(tokens, index, index + length)) === length && !tokens.isCapitalized(index + length)) {
        yield tokens.span(index, index + length);
        break;
      }
    }
  }
}

function nameOf(tokens: Tokens, first: number, end: number): string {
  let name = "";
  for (let index = first; index < end; index++) name += `${tokens.text(index)} `;
  return name;
}
