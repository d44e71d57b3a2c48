import { entries } from "./placeContext.generated.js";

const classes = new Map(
  entries.map((entry) => {
    const [name = "", list = ""] = entry.split(" = ");
    return [name, new Set(list.split(" "))] as const;
  }),
);

function wordsOf(name: string): ReadonlySet<string> {
  return classes.get(name) ?? new Set();
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
