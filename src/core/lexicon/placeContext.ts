import { entries } from "./placeContext.generated.js";
import { readClasses } from "./readClasses.js";

const classes = readClasses(entries);

function wordsOf(name: string): ReadonlySet<string> {
  return new Set(classes.get(name));
}

/** Words beside a place name that tell whether it is one, by class. */
export const placeContext = {
  locative: wordsOf("locative"),
  loose: wordsOf("loose"),
  part: wordsOf("part"),
  kindOf: wordsOf("kindOf"),
  placeNoun: wordsOf("placeNoun"),
  role: wordsOf("role"),
  title: wordsOf("title"),
  feature: wordsOf("feature"),
  doubtful: wordsOf("doubtful"),
  inside: wordsOf("inside"),
  featureBefore: wordsOf("featureBefore"),
  villageBefore: wordsOf("villageBefore"),
  venue: wordsOf("venue"),
  organization: wordsOf("organization"),
  street: wordsOf("street"),
  act: wordsOf("act"),
  trust: wordsOf("trust"),
  never: wordsOf("never"),
  lone: wordsOf("lone"),
  language: wordsOf("language"),
  american: wordsOf("american"),
  british: wordsOf("british"),
} as const;
