import type { AnnotationDocument, Unknown } from "../document/annotationDocument.js";
import { withoutFields } from "../document/fields.js";

/** Ids of entities, annotations and statements that differ between two versions of a document. */
export interface DocumentDifference {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
}

type Identified = Unknown & { readonly id: string };

/** What changed from one version to the other; the context of an annotation (`prefix`, `suffix`) does not count. */
export function compareDocuments(before: AnnotationDocument | undefined, after: AnnotationDocument | undefined): DocumentDifference {
  const added: string[] = [];
  const updated: string[] = [];
  const removed: string[] = [];
  for (const list of ["entities", "annotations", "statements"] as const) {
    const old = new Map<string, Identified>((before?.[list] ?? []).map((item) => [item.id, item]));
    for (const item of after?.[list] ?? []) {
      const known = old.get(item.id);
      if (known === undefined) added.push(item.id);
      else if (known !== item && !isSame(withoutContext(known), withoutContext(item))) updated.push(item.id);
      old.delete(item.id);
    }
    removed.push(...old.keys());
  }
  return { added, updated, removed };
}

function withoutContext(item: Unknown): Unknown {
  return withoutFields(item, "prefix", "suffix");
}

/** Equality of JSON values; the order of fields does not count, and a field without value equals an absent one. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = a as Unknown;
  const right = b as Unknown;
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSame(left[key], right[key]));
}
