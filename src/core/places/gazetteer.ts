import type { PlaceKind } from "../document/annotationDocument.js";

/** A place of the gazetteer. */
export interface Place {
  /** GeoNames id; absent for regions and seas of our own list. */
  readonly geoname?: number;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2 code; absent for what belongs to no one country. */
  readonly country?: string;
  /** First-level division's code within its country ("CA" for California), GeoNames' admin1. */
  readonly division?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** 0 where it is not known. */
  readonly population: number;
  /** True for the capital of a country. */
  readonly capital?: boolean;
}

/** What a written form may mean. */
export interface PlaceName {
  readonly place: Place;
  /** "demonym" for "Russian", "associative" for "the Kremlin", "name" for the place's own names. */
  readonly as: "name" | "demonym" | "associative";
}

/** Looks places up by the words that name them; made once from the packed table, read only. */
export interface Gazetteer {
  /** What the words mean, likelier first; empty where they name no place. `words` as written in the text, case counts. */
  find(words: string): readonly PlaceName[];
  /** Length in words of the longest name that begins with this word; 0 where none does. */
  longest(firstWord: string): number;
}
