import type { Annotation, AnnotationDocument, Entity, EntityType, Source, Statement, Unknown } from "../document/annotationDocument.js";
import { coverOf } from "../document/covers.js";
import { decidedIds, isDecided } from "../document/decided.js";
import { unknownFields, withoutFields } from "../document/fields.js";
import { withoutPlaces } from "../document/mentionTypes.js";
import { isName } from "../document/names.js";
import { compareAnnotations, inDocumentOrder } from "../document/order.js";
import { pairByOverlap, type Covering } from "../document/pairing.js";
import { withoutUnused } from "../document/withoutUnused.js";
import { lostProposals } from "./lostProposals.js";
import { pairEntities } from "./pairEntities.js";

/**
 * Joins what is known of an article with a fresh analysis of it; both refer to the same text.
 *
 * What a person made, accepted or rejected stays as it is, with all that it refers to. Orphans stay, too; one that nobody decided on
 * only until its words are found again elsewhere. All other proposals are replaced by the fresh ones. A fresh finding that equals a
 * decided one (same type, half the words) is left out, so what was rejected is not proposed again; one that equals an old proposal takes
 * over its id. Merging the same analysis again changes nothing.
 */
export function mergeAnalysis(kept: AnnotationDocument, found: AnnotationDocument): AnnotationDocument {
  const held = decidedIds(kept, lostProposals(kept, found));
  const entityPairs = pairEntities(kept, found);
  const fresh = withDecidedTypes(found, kept, entityPairs);
  const annotationPairs = pairAnnotations(kept, fresh);
  const statementPairs = pairByOverlap(statementCovers(kept), statementCovers(fresh));

  const keptEntities = new Map(kept.entities.map((entity) => [entity.id, entity]));
  const keptAnnotations = new Map(kept.annotations.map((annotation) => [annotation.id, annotation]));
  const keptStatements = new Map(kept.statements.map((statement) => [statement.id, statement]));

  const newStatements = fresh.statements.filter(({ id }) => !held.has(statementPairs.get(id) ?? ""));
  const dropped = partsOnlyOf(fresh, new Set(newStatements));
  const newAnnotations = fresh.annotations.filter(({ id }) => !held.has(annotationPairs.get(id) ?? "") && !dropped.has(id));
  const newEntities = fresh.entities.filter(({ id }) => {
    const known = keptEntities.get(entityPairs.get(id) ?? "");
    return !known || !isDecided(known);
  });

  const taken = new Set([...held, ...entityPairs.values(), ...annotationPairs.values(), ...statementPairs.values()]);
  const entityIds = assignIds(fresh.entities, entityPairs, taken);
  const annotationIds = assignIds(fresh.annotations, annotationPairs, taken);
  const statementIds = assignIds(fresh.statements, statementPairs, taken);
  const ids: NewIds = {
    entity: (id) => entityIds.get(id) ?? id,
    annotation: (id) => annotationIds.get(id) ?? id,
    isRejected: (id) => keptAnnotations.get(annotationIds.get(id) ?? id)?.status === "rejected",
    isPlace: (id) => (keptAnnotations.get(annotationIds.get(id) ?? id)?.type ?? "place") === "place",
  };

  const replacing = new Map(newEntities.map((entity) => [ids.entity(entity.id), entity]));
  const renew = (entity: Entity): Entity => withUnknown("entity", keptEntities.get(ids.entity(entity.id)), renameEntity(entity, ids));
  // each known one in its old place, so that a decision about it changes that place of the file alone
  const entities = [
    ...kept.entities.flatMap((entity) => {
      const fresher = replacing.get(entity.id);
      return fresher ? [renew(fresher)] : held.has(entity.id) ? [entity] : [];
    }),
    ...newEntities.filter(({ id }) => !keptEntities.has(ids.entity(id))).map(renew),
  ];
  const annotations = [
    ...newAnnotations.map((annotation) => withUnknown("annotation", keptAnnotations.get(ids.annotation(annotation.id)), renameAnnotation(annotation, ids))),
    ...kept.annotations.filter(({ id }) => held.has(id)),
  ].sort(compareAnnotations);
  const statements = inDocumentOrder(
    [
      ...newStatements.map((statement) => {
        const id = statementIds.get(statement.id) ?? statement.id;
        return withUnknown("statement", keptStatements.get(id), { ...renameStatement(statement, ids), id });
      }),
      ...kept.statements.filter(({ id }) => held.has(id)),
    ],
    annotations,
  );
  return {
    ...kept,
    ...fresh,
    source: mergeSource(kept.source, fresh.source, ids),
    entities: withoutUnused(entities, annotations, statements),
    annotations,
    statements,
  };
}

/** How references of the fresh document read in the merged one. */
interface NewIds {
  entity(id: string): string;
  annotation(id: string): string;
  /** True where a person rejected what this annotation of the fresh document equals. */
  isRejected(id: string): boolean;
  /** False where a person said that what this annotation equals is no place. */
  isPlace(id: string): boolean;
}

/** The analysis with what a person said that its entities are: their mentions are of that type, and no statement was made at a person. */
function withDecidedTypes(found: AnnotationDocument, kept: AnnotationDocument, entityPairs: ReadonlyMap<string, string>): AnnotationDocument {
  const decided = new Map(kept.entities.filter(isDecided).map(({ id, type }) => [id, type]));
  const types = new Map<string, EntityType>();
  for (const { id, type } of found.entities) {
    const wanted = decided.get(entityPairs.get(id) ?? "");
    if (wanted !== undefined && wanted !== "group" && wanted !== type) types.set(id, wanted);
  }
  if (types.size === 0) return found;
  const changed = new Set<string>();
  const annotations = found.annotations.map((annotation): Annotation => {
    const type = types.get(annotation.entity ?? "");
    if (type === undefined || type === "group" || !isName(annotation.type)) return annotation;
    changed.add(annotation.id);
    return { ...withoutFields(annotation, "sense"), type };
  });
  return { ...found, annotations, statements: withoutPlaces(found.statements, changed) };
}

/** Fresh id -> known id: of the same type, else a name that a person said is something else. */
function pairAnnotations(kept: AnnotationDocument, fresh: AnnotationDocument): Map<string, string> {
  const present = kept.annotations.filter(({ orphaned }) => orphaned !== true);
  const pairs = pairByOverlap(present.map(annotationCover), fresh.annotations.map(annotationCover));
  const used = new Set(pairs.values());
  const nameCover = (annotation: Annotation): Covering => ({ ...annotationCover(annotation), group: "name" });
  const names = present.filter((annotation) => isName(annotation.type) && isDecided(annotation) && annotation.status !== "rejected" && !used.has(annotation.id));
  if (names.length === 0) return pairs;
  const rest = fresh.annotations.filter(({ id, type }) => isName(type) && !pairs.has(id));
  for (const [id, known] of pairByOverlap(names.map(nameCover), rest.map(nameCover))) pairs.set(id, known);
  return pairs;
}

function annotationCover({ id, type, start, end }: Annotation): Covering {
  return { id, group: type, ranges: [{ start, end }] };
}

/** What each statement's words cover; statements that have lost all of them cover nothing and equal none. */
function statementCovers({ annotations, statements }: AnnotationDocument): Covering[] {
  const placed = new Map(annotations.filter(({ orphaned }) => orphaned !== true).map((annotation) => [annotation.id, annotation]));
  return statements.flatMap((statement) => {
    const ranges = coverOf(statement, placed);
    return ranges.length > 0 ? [{ id: statement.id, group: "statement", ranges }] : [];
  });
}

/** Parts (quotes, cues, speakers) that only statements outside `remaining` are made of. */
function partsOnlyOf({ statements }: AnnotationDocument, remaining: ReadonlySet<Statement>): Set<string> {
  const only = new Set(statements.filter((statement) => !remaining.has(statement)).flatMap(partsOf));
  for (const id of [...remaining].flatMap(partsOf)) only.delete(id);
  return only;
}

function partsOf(statement: Statement): string[] {
  return [...statement.quote, statement.cue, statement.speaker].filter((id) => typeof id === "string");
}

/** Gives each fresh finding the id of its pair, else its own, changed where another finding has it already. */
function assignIds(items: readonly { readonly id: string }[], pairs: ReadonlyMap<string, string>, taken: Set<string>): Map<string, string> {
  const assigned = new Map<string, string>();
  for (const { id } of items) {
    let wanted = pairs.get(id);
    if (wanted === undefined) {
      wanted = id;
      for (let count = 2; taken.has(wanted); count++) wanted = `${id}-${count}`;
      taken.add(wanted);
    }
    assigned.set(id, wanted);
  }
  return assigned;
}

function withUnknown<T extends Entity | Annotation | Statement>(part: "entity" | "annotation" | "statement", old: T | undefined, fresh: T): T {
  if (!old) return fresh;
  const parts: Unknown = { ...withUnknownWithin("roles", "role", "annotation", old, fresh), ...withUnknownWithin("candidates", "candidate", "entity", old, fresh) };
  return { ...unknownFields(part, old), ...fresh, ...parts };
}

/** A list of parts with the unknown fields of the old ones that tell of the same. */
function withUnknownWithin(list: "roles" | "candidates", part: "role" | "candidate", key: string, old: Unknown, fresh: Unknown): Unknown {
  const [before, after] = [old[list], fresh[list]] as [readonly Unknown[] | undefined, readonly Unknown[] | undefined];
  if (!before || !after) return {};
  const known = new Map(before.map((item) => [item[key] ?? item["text"], item]));
  return { [list]: after.map((item) => ({ ...unknownFields(part, known.get(item[key] ?? item["text"]) ?? {}), ...item })) };
}

function renameEntity(entity: Entity, ids: NewIds): Entity {
  return {
    ...entity,
    id: ids.entity(entity.id),
    ...(entity.roles ? { roles: entity.roles.map((role) => (role.annotation === undefined ? role : { ...role, annotation: ids.annotation(role.annotation) })) } : {}),
  };
}

function renameAnnotation(annotation: Annotation, ids: NewIds): Annotation {
  const { entity, anchoredTo } = annotation;
  return {
    ...annotation,
    id: ids.annotation(annotation.id),
    ...(entity === undefined ? {} : { entity: ids.entity(entity) }),
    ...(anchoredTo === undefined || anchoredTo === "article" ? {} : { anchoredTo: ids.annotation(anchoredTo) }),
  };
}

function renameStatement(statement: Statement, ids: NewIds): Statement {
  const part = (id: string | null): string | null => (id === null ? null : ids.annotation(id));
  const circumstance = (id: string | null): string | null => (id === null || ids.isRejected(id) ? null : ids.annotation(id));
  const { cue, speaker, entity, entities, when, where, evidence, candidates } = statement;
  return {
    ...statement,
    quote: statement.quote.map(ids.annotation),
    ...(cue === undefined ? {} : { cue: part(cue) }),
    ...(speaker === undefined ? {} : { speaker: part(speaker) }),
    ...(entity === undefined ? {} : { entity: entity === null ? null : ids.entity(entity) }),
    ...(entities === undefined ? {} : { entities: entities.map(ids.entity) }),
    ...(when === undefined ? {} : { when: circumstance(when) }),
    ...(where === undefined ? {} : { where: where !== null && ids.isPlace(where) ? circumstance(where) : null }),
    ...(evidence === undefined ? {} : { evidence: evidence.map((piece) => (typeof piece === "string" ? ids.annotation(piece) : piece)) }),
    ...(candidates === undefined ? {} : { candidates: candidates.map((candidate) => ({ ...candidate, entity: ids.entity(candidate.entity) })) }),
  };
}

function mergeSource(kept: Source, fresh: Source, ids: NewIds): Source {
  const { publishedAnnotation, ...rest } = fresh;
  const merged: Source = {
    ...unknownFields("source", kept),
    ...(kept.file === undefined ? {} : { file: kept.file }),
    ...(kept.id === undefined ? {} : { id: kept.id }),
    ...rest,
  };
  if (kept.publishedFrom === "user") return { ...merged, published: kept.published ?? null, publishedFrom: "user" };
  return publishedAnnotation === undefined ? merged : { ...merged, publishedAnnotation: ids.annotation(publishedAnnotation) };
}
