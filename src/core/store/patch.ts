import type { Annotation, AnnotationDocument, Entity, Source, Statement, Unknown } from "../document/annotationDocument.js";
import { isDecided, referredAnnotations } from "../document/decided.js";
import { referredEntities } from "../document/references.js";
import { mergeNotes, notesOf } from "../sidecar/mergeFields.js";
import { commonEnds, isSame } from "../document/compareDocuments.js";
import { PLACE_FIELDS } from "../document/fields.js";

/**
 * What a decision changed, item by item and field by field, so that it can be taken back in a document that has changed since: fields
 * that the decision did not touch (above all the places of annotations, which move with every edit) stay as they are.
 */
export interface DocumentPatch {
  readonly source: FieldChange | undefined;
  readonly entities: readonly ItemChange<Entity>[];
  readonly annotations: readonly ItemChange<Annotation>[];
  readonly statements: readonly ItemChange<Statement>[];
  /** What changed items referred to before or after, to be put back where a new analysis has dropped it meanwhile. */
  readonly referred: Readonly<Record<PatchSide, Referred>>;
}

interface Referred {
  readonly entities: readonly Entity[];
  readonly annotations: readonly Annotation[];
}

export type PatchSide = "before" | "after";

interface FieldChange {
  readonly fields: readonly string[];
  readonly before: Unknown;
  readonly after: Unknown;
}

export interface ItemChange<T> {
  readonly id: string;
  /** Fields that differ; empty where the item was added or removed, or only moved. */
  readonly fields: readonly string[];
  readonly before: T | undefined;
  readonly after: T | undefined;
  /** Where the item has another place in its list: the id of the one before it on each side, null at the start. */
  readonly place: Readonly<Record<PatchSide, string | null>> | undefined;
}

type Item = Entity | Annotation | Statement;

/** What follows from the text and no decision changes. */
const TEXT_FIELDS: ReadonlySet<string> = new Set(["length", "sha256"]);

/** What leads from one document to the other; undefined where nothing does. */
export function createPatch(before: AnnotationDocument, after: AnnotationDocument): DocumentPatch | undefined {
  const source = compareSource(before.source, after.source);
  const entities = compareItems(before.entities, after.entities);
  const annotations = compareItems(before.annotations, after.annotations);
  const statements = compareItems(before.statements, after.statements);
  if (!source && entities.length + annotations.length + statements.length === 0) return undefined;
  const changes = { annotations, statements };
  return { source, entities, annotations, statements, referred: { before: referredBy(before, "before", changes), after: referredBy(after, "after", changes) } };
}

/** The document as it is on one side of the patch. What it would leave without a referent stays. */
export function applyPatch(document: AnnotationDocument, patch: DocumentPatch, side: PatchSide): AnnotationDocument {
  const statements = applyItems(document.statements, patch.statements, side, new Set());
  const annotations = applyItems(document.annotations, patch.annotations, side, referencesToAnnotations(statements, document, patch, side));
  const entities = applyItems(document.entities, patch.entities, side, referredEntities(statements, annotations));
  const next: AnnotationDocument = {
    ...document,
    source: patch.source ? withFields(document.source, patch.source, side) : document.source,
    entities,
    annotations,
    statements,
  };
  return withReferred(next, patch, patch.referred[side]);
}

function compareSource(before: Source, after: Source): FieldChange | undefined {
  const fields = differingFields(before, after).filter((field) => !TEXT_FIELDS.has(field));
  return fields.length > 0 ? { fields, before, after } : undefined;
}

function compareItems<T extends Item>(before: readonly T[], after: readonly T[]): ItemChange<T>[] {
  const { first, last } = commonEnds(before, after);
  // of a decision in a book nearly all is the same on both sides
  return first + last === Math.max(before.length, after.length) ? [] : compareMiddles(before.slice(first, before.length - last), after.slice(first, after.length - last), before[first - 1]?.id ?? null);
}

/** Between the same items on both sides; `behind` is the id of the last one before, null at the start. */
function compareMiddles<T extends Item>(before: readonly T[], after: readonly T[], behind: string | null): ItemChange<T>[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const present = new Map(after.map((item) => [item.id, item]));
  const fields = new Map<string, readonly string[]>();
  for (const item of after) {
    const known = old.get(item.id);
    if (!known || known === item) continue;
    const differing = differingFields(known, item);
    if (differing.length > 0) fields.set(item.id, differing);
  }
  // mostly nothing but the changed items has moved, and mostly not even these
  const isCommon = ({ id }: T): boolean => old.has(id) && present.has(id);
  const isStill = (item: T): boolean => isCommon(item) && !fields.has(item.id);
  const hasMoved = !isSameOrder(before.filter(isCommon), after.filter(isCommon));
  const haveOthersMoved = hasMoved && !isSameOrder(before.filter(isStill), after.filter(isStill));
  const left = new Map(before.map(({ id }, index) => [id, before[index - 1]?.id ?? behind]));
  const right = new Map(after.map(({ id }, index) => [id, after[index - 1]?.id ?? behind]));
  const change = (id: string): ItemChange<T> | undefined => {
    const [was, is] = [old.get(id), present.get(id)];
    const isPlaced = was === undefined || is === undefined || haveOthersMoved || (hasMoved && fields.has(id));
    const differing = was && is ? (fields.get(id) ?? []) : [];
    if (!isPlaced && differing.length === 0) return undefined;
    return { id, fields: differing, before: was, after: is, place: isPlaced ? { before: left.get(id) ?? null, after: right.get(id) ?? null } : undefined };
  };
  const ids = new Set([...before, ...after].map(({ id }) => id));
  return [...ids].map(change).filter((each) => each !== undefined);
}

function isSameOrder(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
}

function differingFields(before: Unknown, after: Unknown): string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !isSame(before[field], after[field]));
  // a place is restored as a whole or not at all
  return fields.some((field) => PLACE_FIELDS.includes(field)) ? [...fields.filter((field) => !PLACE_FIELDS.includes(field)), ...PLACE_FIELDS] : fields;
}

function withFields<T extends Unknown>(item: T, { fields, ...sides }: FieldChange, side: PatchSide): T {
  const wanted = sides[side];
  const next = Object.fromEntries(Object.entries(item).filter(([field]) => !fields.includes(field)));
  for (const field of fields) {
    const value = field === "notes" ? notesWithout(item, sides[side === "before" ? "after" : "before"], wanted) : wanted[field];
    if (value !== undefined) next[field] = value;
  }
  return next as T;
}

/** The notes of one side, with those that somebody else has written or changed since the other one. */
function notesWithout(present: Unknown, other: Unknown, wanted: Unknown): unknown {
  if (isSame(present["notes"], other["notes"])) return wanted["notes"];
  const notes = mergeNotes(notesOf(other), notesOf(present), notesOf(wanted), "ours") ?? [];
  return notes.length > 0 ? notes : undefined;
}

function applyItems<T extends Item>(items: readonly T[], changes: readonly ItemChange<T>[], side: PatchSide, referred: ReadonlySet<string>): readonly T[] {
  if (changes.length === 0) return items;
  const byId = new Map(changes.map((change) => [change.id, change]));
  const rest: T[] = [];
  const placed = new Map<string, T>();
  const seen = new Set<string>();
  for (const item of items) {
    const change = byId.get(item.id);
    seen.add(item.id);
    if (!change) rest.push(item);
    else if (change[side] === undefined) {
      // something newer leans on it: it stays, as if the analysis had found it
      if (referred.has(item.id)) rest.push({ ...item, origin: "auto", ...("status" in item ? { status: "proposed" } : {}) });
    } else {
      const { before, after } = change;
      const next = before && after ? (change.fields.length > 0 ? withFields(item, { fields: change.fields, before, after }, side) : item) : change[side];
      if (change.place) placed.set(item.id, next);
      else rest.push(next);
    }
  }
  for (const { id, place, [side]: wanted } of changes) {
    if (seen.has(id) || wanted === undefined) continue;
    // what an analysis dropped meanwhile comes back for a decision only
    if (place || isDecided(wanted)) placed.set(id, wanted);
  }
  return placed.size > 0 ? placeItems(rest, placed, byId, side) : rest;
}

/** Puts each item behind the one that it stood behind; where that is gone, at the end of what is there. */
function placeItems<T extends Item>(rest: readonly T[], placed: ReadonlyMap<string, T>, changes: ReadonlyMap<string, ItemChange<T>>, side: PatchSide): T[] {
  const known = new Set([...rest.map(({ id }) => id), ...placed.keys()]);
  const following = new Map<string | null | undefined, T>();
  const lost: T[] = [];
  for (const [id, item] of placed) {
    const place = changes.get(id)?.place?.[side];
    if (place === undefined || (place !== null && !known.has(place)) || following.has(place)) lost.push(item);
    else following.set(place, item);
  }
  const result: T[] = [];
  const done = new Set<string>();
  const addFollowing = (id: string | null): void => {
    for (let next = following.get(id); next && !done.has(next.id); next = following.get(next.id)) {
      result.push(next);
      done.add(next.id);
    }
  };
  addFollowing(null);
  for (const item of [...rest, ...lost]) {
    result.push(item);
    addFollowing(item.id);
  }
  // a ring of items that stand behind each other is in no document that was compared
  for (const item of placed.values()) if (!done.has(item.id) && !lost.includes(item)) result.push(item);
  return result;
}

/** What the changed items refer to in the document of one side. */
function referredBy(document: AnnotationDocument, side: PatchSide, changes: Pick<DocumentPatch, "annotations" | "statements">): Referred {
  const statements = changes.statements.map((change) => change[side]).filter((statement) => statement !== undefined);
  const annotationIds = new Set(statements.flatMap(referredAnnotations));
  const annotations = document.annotations.filter(({ id }) => annotationIds.has(id));
  const changed = changes.annotations.map((change) => change[side]).filter((annotation) => annotation !== undefined);
  const entityIds = referredEntities(statements, [...annotations, ...changed]);
  return { annotations, entities: document.entities.filter(({ id }) => entityIds.has(id)) };
}

function referencesToAnnotations(statements: readonly Statement[], document: AnnotationDocument, patch: DocumentPatch, side: PatchSide): Set<string> {
  const ids = new Set(statements.flatMap(referredAnnotations));
  const entities = new Map(patch.entities.map((change) => [change.id, change]));
  for (const entity of document.entities) {
    const change = entities.get(entity.id);
    const roles = change?.fields.includes("roles") ? change[side]?.roles : entity.roles;
    for (const { annotation } of roles ?? []) if (annotation !== undefined) ids.add(annotation);
  }
  return ids;
}

function withReferred(document: AnnotationDocument, { annotations, statements }: DocumentPatch, referred: Referred): AnnotationDocument {
  const changed = new Set([...annotations, ...statements].map(({ id }) => id));
  const needed = new Set(document.statements.filter(({ id }) => changed.has(id)).flatMap(referredAnnotations));
  const known = new Set(document.annotations.map(({ id }) => id));
  const missing = referred.annotations.filter(({ id }) => needed.has(id) && !known.has(id));
  const all = missing.length > 0 ? [...document.annotations, ...missing] : document.annotations;
  const neededEntities = referredEntities(document.statements.filter(({ id }) => changed.has(id)), [...all.filter(({ id }) => changed.has(id)), ...missing]);
  const knownEntities = new Set(document.entities.map(({ id }) => id));
  const missingEntities = referred.entities.filter(({ id }) => neededEntities.has(id) && !knownEntities.has(id));
  if (missing.length + missingEntities.length === 0) return document;
  return { ...document, annotations: all, entities: [...document.entities, ...missingEntities] };
}
