import type { AnnotationDocument, Unknown } from "./annotationDocument.js";

/** Ids of entities, annotations and statements that differ between two versions of a document. */
export interface DocumentDifference {
  readonly added: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
}

type Identified = Unknown & { readonly id: string };

/** What changed from one version to the other; the context of an annotation (`prefix`, `suffix`) does not count. */
export function compareDocuments(before: AnnotationDocument | undefined, after: AnnotationDocument | undefined): DocumentDifference {
  const lists = (["entities", "annotations", "statements"] as const).map((list) => compareLists(before?.[list] ?? [], after?.[list] ?? []));
  return { added: lists.flatMap(({ added }) => added), updated: lists.flatMap(({ updated }) => updated), removed: lists.flatMap(({ removed }) => removed) };
}

/** As `compareDocuments`, for one of its lists. */
export function compareLists(before: readonly Identified[], after: readonly Identified[]): DocumentDifference {
  const added: string[] = [];
  const updated: string[] = [];
  // of a decision in a book nearly all is the same on both sides
  const { first, last } = commonEnds(before, after);
  const old = new Map(before.slice(first, before.length - last).map((item) => [item.id, item]));
  for (const item of after.slice(first, after.length - last)) {
    const known = old.get(item.id);
    if (known === undefined) added.push(item.id);
    else if (known !== item && !isSameFinding(known, item)) updated.push(item.id);
    old.delete(item.id);
  }
  return { added, updated, removed: [...old.keys()] };
}

/** How many items two lists share at their start, and at their end behind those. */
export function commonEnds<T>(before: readonly T[], after: readonly T[]): { readonly first: number; readonly last: number } {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let last = 0;
  while (last < shorter - first && before[before.length - 1 - last] === after[after.length - 1 - last]) last++;
  return { first, last };
}

/** Field by field without making copies: a book has tens of thousands of findings, compared after every analysis. */
function isSameFinding(known: Identified, item: Identified): boolean {
  for (const field in item) if (!isContext(field) && !isSame(item[field], known[field])) return false;
  for (const field in known) if (!(field in item) && !isContext(field) && known[field] !== undefined) return false;
  return true;
}

function isContext(field: string): boolean {
  return field === "prefix" || field === "suffix";
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
