import type { PlaceMention } from "../detect/findings.js";
import type { Place } from "../places/gazetteer.js";
import type { Article } from "../text/article.js";

/** As much of the container's confidence does a place get that is known only to lie in it or near it. */
const NEARBY = 0.6;
/** Places between the two at most, so that a list as long as a book stays linear. */
const MOST_BETWEEN = 10;

/**
 * Puts places that the gazetteer lacks ("Kingsley Road", "Visbek") where the city is that the text names with them: one soon behind them in
 * their sentence ("in Visbek, near Vechta"), else the last one before in their paragraph; they stay without candidates where there
 * is none. What they get is a point nearby, no entry of the gazetteer. `places` are resolved and in document order; linear.
 */
export function locateUnknown({ text, tokens, sentences, blocks }: Article, places: readonly PlaceMention[]): PlaceMention[] {
  const located: PlaceMention[] = [];
  let sentence = 0;
  for (const [index, place] of places.entries()) {
    if (place.candidates.length > 0 || place.sense !== "literal") {
      located.push(place);
      continue;
    }
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= place.start) sentence++;
    const here = sentences[sentence];
    const container = here && (nextIn(index, here.end) ?? previousIn(index, blocks[here.block]?.start ?? here.start));
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

/** A city: so small that a point in it is not far off. */
function isSmall({ candidates: [place], sense }: PlaceMention): boolean {
  return sense === "literal" && place?.kind === "city" && place.latitude !== undefined;
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
