import type { Annotation, AnnotationDocument, Entity, Statement, Unknown } from "../document/annotationDocument.js";
import { compareAnnotations, inDocumentOrder } from "../document/order.js";
import { allReferredAnnotations, referredEntities } from "../document/references.js";
import { isSame } from "../store/compareDocuments.js";

/** Something that both sides changed in different ways; the merged document holds what `mine` says. */
export interface MergeConflict {
  readonly part: "source" | "entity" | "annotation" | "statement";
  /** Id of the finding; empty for the source. */
  readonly id: string;
  /** The field; "" where one side deleted what the other changed, which then stays. */
  readonly field: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface MergedSidecars {
  readonly document: AnnotationDocument;
  readonly conflicts: readonly MergeConflict[];
}

type Item = Entity | Annotation | Statement;
type Part = MergeConflict["part"];

/**
 * Joins two versions of one sidecar by id and field, so that nothing that either side added or decided is lost. All refer to the same
 * text: anchor the others to it first. `base` is the version that both started from; without it nothing counts as deleted, and where the
 * two differ a decision goes before a proposal, as a value goes before none.
 */
export function mergeSidecars(base: AnnotationDocument | undefined, mine: AnnotationDocument, theirs: AnnotationDocument): MergedSidecars {
  const conflicts: MergeConflict[] = [];
  const list = <T extends Item>(part: Part, pick: (document: AnnotationDocument) => readonly T[]): T[] => mergeItems(part, base && pick(base), pick(mine), pick(theirs), conflicts);
  const entities = list("entity", (document) => document.entities);
  const annotations = list("annotation", (document) => document.annotations).sort(compareAnnotations);
  const statements = inDocumentOrder(list("statement", (document) => document.statements), annotations);
  const source = mergeFields("source", "", base?.source, mine.source, theirs.source, conflicts);
  const rest = mergeFields("source", "", base && top(base), top(mine), top(theirs), []);
  const document = keepReferred({ ...mine, ...rest, source, entities, annotations, statements }, [mine, theirs]);
  return { document, conflicts };
}

function mergeItems<T extends Item>(part: Part, base: readonly T[] | undefined, mine: readonly T[], theirs: readonly T[], conflicts: MergeConflict[]): T[] {
  const was = new Map((base ?? []).map((item) => [item.id, item]));
  const other = new Map(theirs.map((item) => [item.id, item]));
  const own = new Map(mine.map((item) => [item.id, item]));
  const merged: T[] = [];
  for (const item of mine) {
    const known = was.get(item.id);
    const their = other.get(item.id);
    if (their) merged.push(mergeFields(part, item.id, known, item, their, conflicts));
    else if (!known) merged.push(item);
    else if (!isSame(known, item)) {
      conflicts.push({ part, id: item.id, field: "", base: known, mine: item, theirs: undefined });
      merged.push(item);
    }
  }
  for (const item of theirs) {
    if (own.has(item.id)) continue;
    const known = was.get(item.id);
    if (known && isSame(known, item)) continue;
    if (known) conflicts.push({ part, id: item.id, field: "", base: known, mine: undefined, theirs: item });
    merged.push(item);
  }
  return merged;
}

/** Fields that say one thing together: a place in the text, and who speaks. */
const GROUPS: readonly (readonly string[])[] = [
  ["start", "end", "text", "prefix", "suffix", "orphaned"],
  ["entity", "entities", "reason"],
  ["published", "publishedFrom", "publishedAnnotation"],
];
/** Lists to which both may add. */
const LISTS: ReadonlySet<string> = new Set(["notes", "aliases", "roles", "mergedFrom", "replacedBy"]);
/** Follows from the decisions beside it, or from the text: never a conflict. */
const QUIET: ReadonlySet<string> = new Set(["confidence", "candidates", "evidence", "sha256", "length", "generator", "prefix", "suffix"]);

function mergeFields<T extends Unknown>(part: Part, id: string, base: T | undefined, mine: T, theirs: T, conflicts: MergeConflict[]): T {
  if (mine === theirs) return mine;
  const merged: Record<string, unknown> = { ...mine };
  const done = new Set<string>();
  for (const field of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    if (done.has(field)) continue;
    const group = GROUPS.find((fields) => fields.includes(field)) ?? [field];
    for (const each of group) done.add(each);
    const [was, own, other] = [values(base, group), values(mine, group), values(theirs, group)];
    if (isSame(own, other)) continue;
    const isTheirs = base ? isSame(was, own) : !LISTS.has(field) && isUndecided(field, own[0]) && !isUndecided(field, other[0]);
    const isMine = base ? isSame(was, other) : !LISTS.has(field) && isUndecided(field, other[0]);
    if (isTheirs) for (const [index, each] of group.entries()) merged[each] = other[index];
    else if (isMine) continue;
    else if (LISTS.has(field)) merged[field] = joinLists(base?.[field], mine[field], theirs[field]);
    else {
      const told = group.find((each) => !QUIET.has(each) && !isSame(mine[each], theirs[each]));
      if (told !== undefined) conflicts.push({ part, id, field: told, base: base?.[told], mine: mine[told], theirs: theirs[told] });
    }
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as T;
}

function values(object: Unknown | undefined, fields: readonly string[]): unknown[] {
  return fields.map((field) => object?.[field]);
}

function isUndecided(field: string, value: unknown): boolean {
  return value === undefined || value === null || (field === "status" && value === "proposed") || (field === "origin" && value === "auto");
}

/** What either has, without what either took away; things with an id are told apart by it, and of two with one id mine stays. */
function joinLists(base: unknown, mine: unknown, theirs: unknown): unknown[] | undefined {
  const [wasBy, ownBy, otherBy] = [byKey(base), byKey(mine), byKey(theirs)];
  const kept = [...ownBy].filter(([key, item]) => otherBy.has(key) || !wasBy.has(key) || !isSame(wasBy.get(key), item)).map(([key, item]) => (isSame(item, wasBy.get(key)) ? (otherBy.get(key) ?? item) : item));
  const added = [...otherBy].filter(([key, item]) => !ownBy.has(key) && (!wasBy.has(key) || !isSame(wasBy.get(key), item))).map(([, item]) => item);
  const joined = [...kept, ...added];
  return joined.length > 0 ? joined : undefined;
}

function byKey(list: unknown): Map<string, unknown> {
  return new Map((Array.isArray(list) ? list : []).map((item: unknown) => [keyOf(item), item]));
}

function keyOf(item: unknown): string {
  const id = typeof item === "object" && item !== null && "id" in item ? item.id : undefined;
  return typeof id === "string" ? `id ${id}` : JSON.stringify(item) ?? "";
}

function top({ source: _source, entities: _entities, annotations: _annotations, statements: _statements, ...rest }: AnnotationDocument): Unknown {
  return rest;
}

/** Puts back what one side deleted and the other still refers to. */
function keepReferred(document: AnnotationDocument, sides: readonly AnnotationDocument[]): AnnotationDocument {
  const referred = allReferredAnnotations(document);
  const annotations = withMissing(document.annotations, referred, sides.map((side) => side.annotations));
  const entities = withMissing(document.entities, referredEntities(document.statements, annotations), sides.map((side) => side.entities));
  if (annotations === document.annotations && entities === document.entities) return document;
  return { ...document, annotations: [...annotations].sort(compareAnnotations), entities };
}

function withMissing<T extends Item>(items: readonly T[], wanted: ReadonlySet<string>, sides: readonly (readonly T[])[]): readonly T[] {
  const known = new Set(items.map(({ id }) => id));
  const missing = new Map<string, T>();
  for (const side of sides) for (const item of side) if (wanted.has(item.id) && !known.has(item.id) && !missing.has(item.id)) missing.set(item.id, item);
  return missing.size > 0 ? [...items, ...missing.values()] : items;
}
