import type { PlaceKind } from "../document/annotationDocument.js";

/**
 * A place of the gazetteer. The same place is always the same object. All of them have all fields, since the code that reads so many is
 * fastest where they are alike.
 */
export interface Place {
  /** GeoNames id; absent for regions and seas of our own list. */
  readonly geoname?: number | undefined;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2 code; absent for what belongs to no one country. */
  readonly country?: string | undefined;
  /** First-level division's code within its country ("CA" for California), GeoNames' admin1. */
  readonly division?: string | undefined;
  /** That division's name ("California"); absent for the division itself and where there is none. */
  readonly divisionName?: string | undefined;
  /** Degrees, to a hundredth (about a kilometre). */
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  /** People, to a tenth; 0 where it is not known. */
  readonly population: number;
  /** True for the capital of a country. */
  readonly capital?: boolean;
}

/** People of a city or region that everybody knows. */
const WELL_KNOWN = 100_000;

/** True for a place that is meant, not a word or a village, where someone without capitals writes its name. */
export function isWellKnown({ kind, population }: Pick<Place, "kind" | "population">): boolean {
  return kind === "country" || population >= WELL_KNOWN;
}

/** What else the words of a place name may be, as a reason for doubt. */
export type OtherUse = "word" | "given name" | "surname";

/** What a written form may mean. */
export interface PlaceName {
  readonly place: Place;
  /**
   * "demonym" for "Russian", "associative" for "the Kremlin", "abbreviation" for "Ky." (a place only behind the name of a city),
   * "name" for the place's other names.
   */
  readonly as: "name" | "demonym" | "associative" | "abbreviation";
  readonly otherUses: readonly OtherUse[];
}

/** Looks places up by the words that name them; made once from the packed table, read only. */
export interface Gazetteer {
  /**
   * What the words mean, likelier first; empty where they name no place. Case counts, but four letters and more all in
   * capitals ("NEW DELHI") are found whatever the case of the name.
   */
  find(words: string): readonly PlaceName[];
  /**
   * Length in UTF-16 code units of the longest name that begins with this token; 0 where none does. Case does not count.
   *
   * @param wellKnown true to ask for names of well-known places only
   */
  longest(firstToken: string, wellKnown?: boolean): number;
}
