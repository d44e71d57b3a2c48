import type { PlaceKind } from "../document/annotationDocument.js";

/** A place of the gazetteer. The same place is always the same object. */
export interface Place {
  /** GeoNames id; absent for regions and seas of our own list. */
  readonly geoname?: number;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2 code; absent for what belongs to no one country. */
  readonly country?: string;
  /** First-level division's code within its country ("CA" for California), GeoNames' admin1. */
  readonly division?: string;
  /** Degrees, to a hundredth (about a kilometre). */
  readonly latitude?: number;
  readonly longitude?: number;
  /** People, to a tenth; 0 where it is not known. */
  readonly population: number;
  /** True for the capital of a country. */
  readonly capital?: boolean;
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
  /** Length in UTF-16 code units of the longest name that begins with this token; 0 where none does. Case does not count. */
  longest(firstToken: string): number;
}
