import type { PlaceMention } from "../detect/findings.js";
import { placeContext } from "../lexicon/placeContext.js";
import type { Place } from "../places/gazetteer.js";
import type { Article } from "../text/article.js";
import { isNear } from "./placeCompany.js";

/** As much of the container's confidence does a place get that is known only to lie in it or near it. */
const NEARBY = 0.6;
/** The same of a place that is only known to be in the article's area, or somewhere in the division that the text names. */
const SOMEWHERE = 0.4;
/** So large a part of the towns and counties that an article names lies around one of them in a local story. */
const LOCAL = 0.75;
/** Places between the two at most, so that a list as long as a book stays linear. */
const MOST_BETWEEN = 10;

/**
 * Puts places that the gazetteer lacks ("Kingsley Road", "Visbek") where the town or county is that the text names with them: one soon
 * behind them in their sentence ("in Visbek, near Vechta"), else the last one before in their paragraph, else, for a street or a building,
 * the town that the article is about, else the area around which all its towns lie, or the division behind them ("Thackerville, Okla."); they
 * stay without candidates where there is none. What they get is a point nearby, no entry of the gazetteer. `places` are resolved and in document order; linear.
 */
export function locateUnknown({ text, tokens, sentences, blocks }: Article, places: readonly PlaceMention[]): PlaceMention[] {
  const located: PlaceMention[] = [];
  let sentence = 0;
  const main = mainTown(places);
  const area = mainArea(places);
  for (const [index, place] of places.entries()) {
    if (place.candidates.length > 0 || place.sense !== "literal") {
      located.push(place);
      continue;
    }
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= place.start) sentence++;
    const here = sentences[sentence];
    const wider = containerOf(index);
    const named = here && (nextIn(index, here.end) ?? previousIn(index, blocks[here.block]?.start ?? here.start) ?? (isInTown(tokens.text(tokens.at(place.end - 1))) ? main : undefined));
    const container = [named, isHere(place) ? area?.mention : undefined].find((one) => one && isWithin(one, wider)) ?? (isDivision(wider) ? wider : undefined);
    const where = container?.candidates[0];
    if (!container || !where) {
      located.push(place);
      continue;
    }
    const sureness = container === named ? NEARBY : SOMEWHERE;
    const { start, end, sense, confidence } = place;
    located.push({ start, end, sense, candidates: [nearby(text.slice(start, end), where)], confidence: confidence * container.confidence * sureness });
  }
  return located;

  /** What has a name of several words ("Thames Valley") is told for where the story is; a bare "Xville" may be anywhere, unless the area is told again and again. */
  function isHere({ start, end }: PlaceMention): boolean {
    return area !== undefined && (area.count > 1 || tokens.at(end - 1) > tokens.at(start));
  }

  /** "Germany" behind "Visbek, Germany". */
  function containerOf(index: number): PlaceMention | undefined {
    const next = places[index + 1];
    const mark = tokens.at(places[index]?.end ?? 0);
    return next && tokens.text(mark) === "," && tokens.at(next.start) === mark + 1 ? next : undefined;
  }

  function nextIn(index: number, end: number): PlaceMention | undefined {
    for (let at = index + 1; at < places.length; at++) {
      const other = places[at];
      if (!other || other.start >= end || tokens.at(other.start) - tokens.at(places[index]?.end ?? 0) > 6) return undefined;
      if (isSmall(other)) return other;
    }
    return undefined;
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

const NATIONS = /^(?:England|Scotland|Wales|Northern Ireland)$/u;

function isCounty({ kind, country, name }: Place): boolean {
  if (kind !== "division" && kind !== "region") return false;
  return country === "IE" || (country === "GB" && !NATIONS.test(name)) || /\b(?:County|Parish|Borough)$/u.test(name);
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

function nearby(name: string, { country, division, latitude, longitude }: Place): Place {
  return {
    name,
    kind: "other",
    ...(country === undefined ? {} : { country }),
    ...(division === undefined ? {} : { division }),
    ...(latitude === undefined ? {} : { latitude }),
    ...(longitude === undefined ? {} : { longitude }),
    population: 0,
  };
}
