import { entries } from "./bracketed.generated.js";
import { readClasses } from "./readClasses.js";

const classes = readClasses(entries);

function wordsOf(...names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => classes.get(name) ?? []));
}

/** News agencies, as they are written in datelines and credits. */
export const newsAgencies = wordsOf("agency");
/** The same with those of pictures alone. */
export const photoAgencies = wordsOf("agency", "photoAgency");
/** Stock exchanges, as they are written before the letters of a share: "(NYSE: DOE)". */
export const exchanges = wordsOf("exchange");

const asides = new Set([...classes.values()].flat().map((word) => word.toUpperCase()));

/** True for letters that in brackets behind a body's name are none of its own: a credit, an exchange, a country. */
export function isAside(letters: string): boolean {
  return asides.has(letters.toUpperCase());
}
