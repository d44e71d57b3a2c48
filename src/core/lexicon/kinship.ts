import { entries } from "./kinship.generated.js";
import { readClasses } from "./readClasses.js";

const classes = readClasses(entries);

/** Relatives that only women are, and only men. */
export const kinswomen: ReadonlySet<string> = new Set(classes.get("kinswoman"));
export const kinsmen: ReadonlySet<string> = new Set(classes.get("kinsman"));
/** Nouns for one relative or partner of somebody, in small letters: "mother", "son-in-law", "cousin". */
export const kinNouns: ReadonlySet<string> = new Set([...kinswomen, ...kinsmen, ...(classes.get("kin") ?? [])]);

/** True where a phrase has such a noun: "his late brother", "Wife". */
export function tellsKin(phrase: string): boolean {
  return phrase.toLowerCase().split(/[^\p{L}-]+/u).some((word) => kinNouns.has(word));
}
