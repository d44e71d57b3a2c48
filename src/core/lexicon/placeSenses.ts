import { cueForms } from "./cues.js";
import { inflect, type VerbForm } from "./inflect.js";
import { entries } from "./placeSenses.generated.js";
import { readClasses } from "./readClasses.js";

const classes = readClasses(entries);

/** Words around the name of a place that tell whether the place itself is meant or who acts for it, by class; see lexicon/placeSenses.txt. */
export const placeSenses = {
  /** Written forms of verbs whose subject acts, those of saying and thinking included. */
  acts: formsOf("acts"),
  /** Written forms of verbs whose object acts. */
  patient: formsOf("patient"),
  partner: new Set(classes.get("partner")),
  aimed: new Set(classes.get("aimed")),
  given: new Set(classes.get("given")),
  possession: new Set(classes.get("possession")),
  office: new Set(classes.get("office")),
  ground: new Set(classes.get("ground")),
} as const;

function formsOf(name: "acts" | "patient"): ReadonlyMap<string, ReadonlySet<VerbForm>> {
  const irregular = new Map((classes.get("irregular") ?? []).map((entry) => [entry.split("/")[0] ?? "", entry.split("/").slice(1)] as const));
  const table = new Map<string, Set<VerbForm>>();
  const add = (written: string, forms: ReadonlySet<VerbForm>): void => void table.set(written, new Set([...(table.get(written) ?? []), ...forms]));
  for (const verb of classes.get(name) ?? []) for (const [written, forms] of inflect(verb, irregular.get(verb))) add(written, forms);
  if (name === "acts") for (const [written, known] of cueForms) for (const { cue, forms } of known) if (cue.particle === undefined) add(written, forms);
  return table;
}
