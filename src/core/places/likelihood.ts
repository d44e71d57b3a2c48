import type { Place } from "./gazetteer.js";

/** People that a continent, a region, a sea or a landmark counts for: whoever reads of the Midwest means no village of that name. */
const REVIEWED_WEIGHT = 3e7;

/**
 * How likely a newspaper means this place when it writes a name that several places share, knowing nothing else: the logarithm
 * (base 10) of its people, raised for what has a government. Only differences count; one is about a factor of ten.
 */
export function likelihood(place: Place): number {
  const people = Math.log10(1 + (place.population || (isReviewed(place) ? REVIEWED_WEIGHT : 100)));
  switch (place.kind) {
    case "country":
      return people + 2;
    case "division":
      // of a city and the district around it, the bare name means the city
      return people - 0.6 + (isFirstLevelOfUnion(place) ? 0.6 : 0);
    default:
      return people + (place.capital ? 1.5 : 0);
  }
}

/** States and nations that newspapers in English know by their bare names. */
function isFirstLevelOfUnion({ country }: Place): boolean {
  return country === "US" || country === "GB" || country === "CA" || country === "AU";
}

/** True for what stands in our own list of regions, seas and landmarks rather than in a table of towns. */
export function isReviewed({ geoname, kind }: Place): boolean {
  return geoname === undefined || kind === "region" || kind === "water" || kind === "other";
}
