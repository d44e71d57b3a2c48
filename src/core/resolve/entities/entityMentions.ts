import type { TextRange } from "../../document/range.js";
import type { EntityMention } from "../foundEntity.js";

/** The distinct forms but for the name, in order of first use. */
export function otherForms(forms: readonly string[], name: string): string[] {
  return [...new Set(forms)].filter((form) => form !== name);
}

/** A mention's range and how sure it is. */
export function toEntityMention({ start, end, confidence }: TextRange & { readonly confidence: number }): EntityMention {
  return { start, end, confidence };
}
