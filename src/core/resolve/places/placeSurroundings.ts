import type { PlaceMention } from "../../detect/findings.js";
import { placeContext } from "../../lexicon/placeContext.js";
import { isNear } from "../../places/distance.js";
import type { Place } from "../../places/gazetteer.js";
import type { Article, Sentence } from "../../text/article.js";
import { isCounty } from "./placeCompany.js";

/** As much of the container's confidence does a place get that is known only to lie in it or near it. */
const NEARBY = 0.6;
/** The same of a place that is only known to be in the article's area, or somewhere in the division that the text names. */
const SOMEWHERE = 0.4;
/** So large a part of the towns and counties that an article names lies around one of them in a local story. */
const LOCAL = 0.75;
/** So sure must a place inside another name be for unknown ones to be put there; it is a place by half at most. */
const SURE_HINT = 0.35;
/** Places between the two at most, so that a list as long as a book stays linear. */
const MOST_BETWEEN = 10;
/** Tokens from the comma to the container, as in "Visbek, a small market town in Germany". */
const LONGEST_APPOSITION = 7;
/** What is known far beyond its shores: "the Aleutian Islands" are near no town of the article for that. */
const FAR_FLUNG = /^(?:Islands|Isles|Sea|Ocean|Gulf|Strait|Mountains|Desert|Peninsula|Archipelago|Coast)$/u;
const SETTLEMENT = /^(?:city|town|township|village|hamlet|suburb|resort|port|settlement|community|district)$/u;

/** Around what a place lies, and how sure that is. */
interface Surroundings {
  readonly container: PlaceMention;
  /** True where the sentence tells it of the place itself. */
  readonly told: boolean;
  readonly sureness: number;
}

/**
 * Puts places that the gazetteer lacks ("Kingsley Road", "Visbek") where the town or county is that the text names with them: one soon
 * behind them in their sentence ("in Visbek, near Vechta"), else the last one before in their paragraph, else, for a street or a building,
 * the town that the article is about, else the area around which all its towns lie, or the division behind them ("Thackerville, Okla."); they
 * stay without candidates where there is none. `hints` are places inside other names, which tell it where no town is named. What they get is a point nearby, no entry of the gazetteer. `places` are resolved and in document order; linear.
 */
export function locateUnknown(article: Article, places: readonly PlaceMention[], hints: readonly PlaceMention[] = []): PlaceMention[] {
  const { text, tokens, sentences, blocks } = article;
  const main = mainTown(places);
  // "River Avenue", where but the "Winnipeg Fire Paramedic Service" tells the town
  const area = mainArea(places.some(isSmall) ? places : hints.filter(({ confidence }) => confidence >= SURE_HINT));
  const towns = new Map(places.filter((place) => isSmall(place) || isLandmark(place)).map((place) => [wordsOf(place), place]));
  const told = new Map<string, Surroundings>();
  const found = new Map<PlaceMention, Surroundings>();
  let sentence = 0;
  for (const [index, place] of places.entries()) {
    if (!isUnknown(place)) continue;
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= place.start) sentence++;
    const around = surroundingsOf(index, sentences[sentence]);
    if (!around) continue;
    found.set(place, around);
    if (around.told && !told.has(keyOf(place))) told.set(keyOf(place), around);
  }
  return places.map((place) => {
    // where it is told once is where it is
    const around = isUnknown(place) ? (told.get(keyOf(place)) ?? found.get(place)) : undefined;
    const where = around?.container.candidates[0];
    if (!around || !where) return place;
    const { start, end, sense, confidence } = place;
    return { start, end, sense, candidates: [nearby(text.slice(start, end), where)], confidence: confidence * around.container.confidence * around.sureness };
  });

  function surroundingsOf(index: number, here: Sentence | undefined): Surroundings | undefined {
    const place = places[index];
    if (!place || !here) return undefined;
    const wider = containerOf(index);
    const behind = nextIn(index, here.end);
    const named = ownTown(place) ?? behind ?? (isFarFlung(place) ? undefined : previousIn(index, blocks[here.block]?.start ?? here.start)) ?? (isInTown(tokens.text(tokens.at(place.end - 1))) ? main : undefined);
    const container = [named, isHere(place) ? area?.mention : undefined].find((one) => one && isWithin(one, wider)) ?? (isDivision(wider) ? wider : undefined);
    if (!container) return undefined;
    return { container, told: container === behind || container === wider, sureness: container === named ? NEARBY : SOMEWHERE };
  }

  function isFarFlung({ end }: Pick<PlaceMention, "end">): boolean {
    return FAR_FLUNG.test(tokens.text(tokens.at(end - 1)));
  }

  function wordsOf({ start, end }: PlaceMention): string {
    return text.slice(start, end);
  }

  function keyOf(place: PlaceMention): string {
    return wordsOf(place).toLowerCase();
  }

  /** "Vatican" of "Vatican Gardens", where the article names it elsewhere. */
  function ownTown(place: PlaceMention): PlaceMention | undefined {
    const first = tokens.at(place.start);
    for (let last = tokens.at(place.end - 1) - 1; last >= first; last--) {
      const town = towns.get(text.slice(place.start, tokens.end(last)));
      if (town) return town;
    }
    return undefined;
  }

  /** What has a name of several words ("Thames Valley") is told for where the story is; a bare "Xville" may be anywhere, unless the area is told again and again. */
  function isHere({ start, end }: PlaceMention): boolean {
    return area !== undefined && !isFarFlung({ end }) && (area.count > 1 || tokens.at(end - 1) > tokens.at(start));
  }

  /** "Germany" of "Visbek, Germany", "Visbek, a market town in Germany", "Visbek in northern Germany" or "Germany's Visbek". */
  function containerOf(index: number): PlaceMention | undefined {
    const previous = places[index - 1];
    const first = tokens.at(places[index]?.start ?? 0);
    if (previous && tokens.end(first - 2) === previous.end && /^['’]s$/u.test(tokens.text(first - 1))) return previous;
    const next = places[index + 1];
    const mark = tokens.at(places[index]?.end ?? 0);
    if (!next) return undefined;
    const start = tokens.at(next.start);
    const before = placeContext.part.has(tokens.lower(start - 1)) ? start - 2 : start - 1;
    if (tokens.lower(before) === "in" && (before === mark || (before === mark + 1 && tokens.text(mark) === ","))) return next;
    if (tokens.text(mark) !== ",") return undefined;
    if (start === mark + 1) return next;
    const isApposed = start - mark <= LONGEST_APPOSITION && /^an?$/u.test(tokens.lower(mark + 1)) && /^(?:in|of)$/u.test(tokens.lower(start - 1)) && SETTLEMENT.test(tokens.lower(start - 2));
    return isApposed ? next : undefined;
  }

  function nextIn(index: number, end: number): PlaceMention | undefined {
    const first = tokens.at(places[index]?.end ?? 0);
    for (let at = index + 1; at < places.length; at++) {
      const other = places[at];
      if (!other || other.start >= end || tokens.at(other.start) - first > 6 || isParted(first, tokens.at(other.start))) return undefined;
      if (isSmall(other) || isLandmark(other)) return other;
    }
    return undefined;
  }

  /** "at the Hale Hall; he blamed Kyiv": another clause is of another place. */
  function isParted(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (tokens.text(at) === ";") return true;
    return false;
  }

  function previousIn(index: number, start: number): PlaceMention | undefined {
    for (let at = index - 1; at >= Math.max(0, index - MOST_BETWEEN); at--) {
      const other = places[at];
      if (!other || other.end <= start) return undefined;
      if (isSmall(other)) return other;
    }
    return undefined;
  }
}

function isUnknown({ candidates, sense }: PlaceMention): boolean {
  return candidates.length === 0 && sense === "literal";
}

/** "the Vatican", "Heathrow": a point. */
function isLandmark({ candidates: [place], sense }: PlaceMention): boolean {
  return sense === "literal" && place?.kind === "other" && place.latitude !== undefined;
}

/** A city or a county: so small that a point in it is not far off. */
function isSmall({ candidates: [place], sense }: PlaceMention): boolean {
  return sense === "literal" && place !== undefined && place.latitude !== undefined && (place.kind === "city" || isCounty(place));
}

/** False where the text tells another division or country around it: of "Visbek, Germany" nothing in France is near. */
function isWithin({ candidates: [place] }: PlaceMention, wider: PlaceMention | undefined): boolean {
  const [around] = wider?.candidates ?? [];
  if (!place || !around || (around.kind !== "country" && around.kind !== "division")) return true;
  return around.country === place.country && (around.kind === "country" || around.division === place.division);
}

function isDivision(wider: PlaceMention | undefined): wider is PlaceMention {
  return wider?.candidates[0]?.kind === "division";
}

/** A street or a building. */
function isInTown(head: string): boolean {
  return placeContext.street.has(head) || placeContext.venue.has(head) || /^(?:Square|Plaza|Courthouse|Stadium|Arena|Cathedral|Basilica|Palace|Jail|Park)$/u.test(head);
}

/** The town that more than half of an article's mentions of towns mean, where it is named at least twice. */
function mainTown(places: readonly PlaceMention[]): PlaceMention | undefined {
  const counts = new Map<Place, number>();
  let all = 0;
  let main: PlaceMention | undefined;
  for (const mention of places) {
    const [place] = mention.candidates;
    if (place?.kind !== "city") continue;
    all++;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    const most = main?.candidates[0];
    if (!most || count > (counts.get(most) ?? 0)) main = mention;
  }
  const place = main?.candidates[0];
  const count = place ? (counts.get(place) ?? 0) : 0;
  return count > 1 && count * 2 > all ? main : undefined;
}

/** A town or county, and how often the article names it. */
interface Area {
  readonly mention: PlaceMention;
  readonly count: number;
}

/**
 * The town or county named most often, where nearly all others of the article lie around it: a local story, in which what is unknown
 * lies there, too.
 */
function mainArea(places: readonly PlaceMention[]): Area | undefined {
  const counts = new Map<Place, Area>();
  let all = 0;
  for (const mention of places) {
    const [place] = mention.candidates;
    if (!place || !isSmall(mention)) continue;
    all++;
    const known = counts.get(place);
    counts.set(place, { mention, count: (known?.count ?? 0) + 1 });
  }
  let most: Area | undefined;
  for (const known of counts.values()) if (!most || known.count > most.count) most = known;
  const middle = most?.mention.candidates[0];
  if (!most || !middle) return undefined;
  let near = 0;
  for (const [place, { count }] of counts) if (isNear(place, middle)) near += count;
  return near >= LOCAL * all ? most : undefined;
}

function nearby(name: string, { country, division, divisionName, latitude, longitude }: Place): Place {
  return { geoname: undefined, name, kind: "other", country, division, divisionName, latitude, longitude, population: 0, capital: false };
}
