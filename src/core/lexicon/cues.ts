import type { StatementMode } from "../document/annotationDocument.js";
import { entries } from "./cues.generated.js";
import { inflect, type VerbForm } from "./inflect.js";

/** What may follow (or, for a quotation, precede) a cue; see lexicon/cues.txt. */
export type CuePattern = "that" | "bare" | "quote" | "question" | "to" | "person" | "object";

/** A verb that introduces a statement. */
export interface CueVerb {
  /** Its base form, "point" of "point out". */
  readonly verb: string;
  /** "out" of "point out". */
  readonly particle?: string;
  readonly mode: StatementMode;
  readonly patterns: ReadonlySet<CuePattern>;
}

/** What a written form may be: "read" is base, past and participle. */
export interface CueForm {
  readonly cue: CueVerb;
  readonly forms: ReadonlySet<VerbForm>;
}

const PATTERNS: readonly string[] = ["that", "bare", "quote", "question", "to", "person", "object"] satisfies CuePattern[];

/** By written form in small letters; verbs with a particle come before those without, so that the first that fits is meant. */
export const cueForms: ReadonlyMap<string, readonly CueForm[]> = readCues();

function readCues(): Map<string, CueForm[]> {
  const table = new Map<string, CueForm[]>();
  for (const entry of entries) {
    const { cue, irregular } = parseEntry(entry);
    for (const [written, forms] of inflect(cue.verb, irregular)) {
      const known = table.get(written) ?? [];
      table.set(written, cue.particle === undefined ? [...known, { cue, forms }] : [{ cue, forms }, ...known]);
    }
  }
  return table;
}

function parseEntry(entry: string): { cue: CueVerb; irregular: readonly string[] } {
  const [head = "", rest = ""] = entry.split(" = ");
  const [verb = "", particle] = head.split(" ");
  const [description = "", irregular = ""] = rest.split("; ");
  const [mode, ...patterns] = description.split(" ");
  const cue = {
    verb,
    ...(particle === undefined ? {} : { particle }),
    mode: mode === "writing" || mode === "thought" ? mode : "speech",
    patterns: new Set(patterns.filter(isPattern)),
  } satisfies CueVerb;
  return { cue, irregular: irregular.split(" ").filter((word) => word !== "") };
}

function isPattern(word: string): word is CuePattern {
  return PATTERNS.includes(word);
}
