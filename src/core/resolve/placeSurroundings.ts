import type { PlaceMention } from "../detect/findings.js";
import { placeContext } from "../lexicon/placeContext.js";
import type { Place } from "../places/gazetteer.js";
import type { Article } from "../text/article.js";

/** As much of the container's confidence does a place get that is known only to lie in it or near it. */
const NEARBY = 0.6;
/** Places between the two at most, so that a list as long as a book stays linear. */
const MOST_BETWEEN = 10;

/**
 * Puts places that the gazetteer lacks ("Kingsley Road", "Visbek") where the town or county is that the text names with them: one soon
 * behind them in their sentence ("in Visbek, near Vechta"), else the last one before in their paragraph, else, for a street or a building,
 * the town that the article is about; they stay without candidates where there is none. What they get is a point nearby, no entry of the gazetteer. `places` are resolved and in document order; linear.
 */
export function locateUnknown({ text, tokens, sentences, blocks }: Article, places: readonly PlaceMention[]): PlaceMention[] {
  const located: PlaceMention[] = [];
  let sentence = 0;
  const main = mainTown(places);
  for (const [index, place] of places.entries()) {
    if (place.candidates.length > 0 || place.sense !== "literal") {
      located.push(place);
      continue;
    }
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= place.start) sentence++;
    const here = sentences[sentence];
    const container = here && (nextIn(index, here.end) ?? previousIn(index, blocks[here.block]?.start ?? here.start) ?? (isInTown(tokens.text(tokens.at(place.end - 1))) ? main : undefined));
    const where = container?.candidates[0];
    if (!container || !where) {
      located.push(place);
      continue;
    }
    located.push({ ...place, candidates: [nearby(text.slice(place.start, place.end), where)], confidence: place.confidence * container.confidence * NEARBY });
  }
  return located;

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
