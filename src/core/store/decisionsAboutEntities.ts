import type { Annotation, AnnotationDocument, Entity, EntityType, PlaceAlternative, Statement } from "../document/annotationDocument.js";
import { speakingEntities } from "../document/decided.js";
import { withoutFields } from "../document/fields.js";
import { withMentionType } from "../document/mentionTypes.js";

/** Renames an entity everywhere it is shown; the article is not touched, and the old name stays among the other forms. */
export function renameEntity(document: AnnotationDocument, entityId: string, name: string): AnnotationDocument {
  const wanted = name.trim();
  if (wanted === "") return document;
  return changeEntity(document, entityId, (entity) => {
    if (entity.name === wanted) return entity;
    const aliases = [...new Set([entity.name, ...(entity.aliases ?? [])])].filter((alias) => alias !== wanted);
    return { ...entity, name: wanted, named: true, aliases, origin: "user" };
  });
}

/**
 * Makes one entity of several: all mentions, statements and candidates of `ids` move to `into`, which keeps its name and type and takes
 * their names (`aliases`, `mergedFrom`) and roles. A new analysis finds them here again.
 */
export function mergeEntities(document: AnnotationDocument, into: string, ids: readonly string[]): AnnotationDocument {
  const kept = document.entities.find(({ id }) => id === into);
  const chosen = new Set(ids.filter((id) => id !== into));
  const merged = document.entities.filter(({ id }) => chosen.has(id));
  if (!kept || merged.length === 0) return document;
  const names = merged.flatMap(({ name, mergedFrom = [] }) => [name, ...mergedFrom]);
  const aliases = [...new Set([...(kept.aliases ?? []), ...merged.flatMap((entity) => [...(entity.named === false ? [] : [entity.name]), ...(entity.aliases ?? [])])])].filter((alias) => alias !== kept.name);
  const roles = [...(kept.roles ?? []), ...merged.flatMap((entity) => entity.roles ?? [])];
  const joined: Entity = {
    ...kept,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    origin: "user",
    mergedFrom: [...new Set([...(kept.mergedFrom ?? []), ...names])],
  };
  const gone = new Set(merged.map(({ id }) => id));
  const moved = moveReferences(document, (id) => (gone.has(id) ? into : id));
  const entities = document.entities.filter(({ id }) => !gone.has(id)).map((entity) => (entity === kept ? joined : entity));
  return withMentionType({ ...moved, entities }, into, kept.type);
}

/**
 * Makes an entity of its own of some mentions of another; statements whose source phrase holds one of them (or is one of them) come
 * along. `name` is the words of the first mention where left out. What moved counts as accepted or as changed by a person.
 */
export function splitMentions(document: AnnotationDocument, mentionIds: readonly string[], newId: string, name?: string): AnnotationDocument {
  const chosen = new Set(mentionIds);
  const mentions = document.annotations.filter(({ id, entity }) => chosen.has(id) && entity !== undefined);
  const [first] = mentions;
  const from = document.entities.find(({ id }) => id === first?.entity);
  if (!first || !from || document.entities.some(({ id }) => id === newId)) return document;
  const isMoved = (annotation: Annotation): boolean => annotation.entity === from.id && (chosen.has(annotation.id) || (annotation.type === "speaker" && mentions.some(({ start, end }) => annotation.start <= start && end <= annotation.end)));
  const moved = new Set(document.annotations.filter(isMoved).map(({ id }) => id));
  const roles = (from.roles ?? []).filter(({ annotation }) => annotation !== undefined && moved.has(annotation));
  const entity: Entity = { id: newId, type: from.type, name: name ?? first.text, ...(roles.length > 0 ? { roles } : {}), origin: "user" };
  const rest = roles.length > 0 ? { ...from, roles: (from.roles ?? []).filter((role) => !roles.includes(role)) } : from;
  const speaks = ({ speaker, entity: speaking }: Statement): boolean => typeof speaker === "string" && moved.has(speaker) && speaking === from.id;
  return {
    ...document,
    entities: document.entities.flatMap((other) => (other === from ? [rest, entity] : [other])),
    annotations: document.annotations.map((annotation) => (moved.has(annotation.id) ? { ...annotation, entity: newId, status: "accepted" as const } : annotation)),
    statements: document.statements.map((statement) => (speaks(statement) ? { ...statement, entity: newId, reason: "person" as const, origin: "user" as const } : statement)),
  };
}

/** Says what an entity is; its mentions change with it. */
export function setEntityType(document: AnnotationDocument, entityId: string, type: EntityType): AnnotationDocument {
  const entity = document.entities.find(({ id }) => id === entityId);
  if (!entity || entity.type === type) return document;
  const placeFields = type === "place" ? [] : ["kind", "geoname", "country", "division", "latitude", "longitude", "alternatives", "confidence"];
  const changed = changeEntity(document, entityId, (other) => ({ ...withoutFields(other, ...placeFields), type, origin: "user" }));
  return withMentionType(changed, entityId, type);
}

/**
 * Says which place of the gazetteer a place is: one of its alternatives or one that was looked up. The place of before becomes the first
 * alternative.
 */
export function setPlace(document: AnnotationDocument, entityId: string, place: PlaceAlternative): AnnotationDocument {
  return changeEntity(document, entityId, (entity) => {
    if (entity.type !== "place" || (place.geoname !== undefined && place.geoname === entity.geoname)) return entity;
    const before: PlaceAlternative = { name: entity.name, ...placeFieldsOf(entity) };
    const isChosen = (other: PlaceAlternative): boolean => other === place || (other.geoname !== undefined && other.geoname === place.geoname);
    const alternatives = [...(entity.geoname === undefined && entity.latitude === undefined ? [] : [before]), ...(entity.alternatives ?? []).filter((other) => !isChosen(other))];
    const rest = withoutFields(entity, ...PLACE_FIELDS, "alternatives", "confidence");
    return { ...rest, ...placeFieldsOf(place), confidence: 1, ...(alternatives.length > 0 ? { alternatives } : {}), origin: "user" };
  });
}

const PLACE_FIELDS = ["kind", "geoname", "country", "division", "latitude", "longitude"] as const;

function placeFieldsOf(place: Entity | PlaceAlternative): Partial<Entity> {
  return Object.fromEntries(PLACE_FIELDS.filter((field) => place[field] !== undefined).map((field) => [field, place[field]]));
}

function changeEntity(document: AnnotationDocument, entityId: string, change: (entity: Entity) => Entity): AnnotationDocument {
  let isChanged = false;
  const entities = document.entities.map((entity) => {
    const next = entity.id === entityId ? change(entity) : entity;
    isChanged ||= next !== entity;
    return next;
  });
  return isChanged ? { ...document, entities } : document;
}

/** Lets everything that refers to an entity refer to another. */
function moveReferences(document: AnnotationDocument, to: (id: string) => string): AnnotationDocument {
  const isMoved = (id: string): boolean => to(id) !== id;
  return {
    ...document,
    annotations: document.annotations.map((annotation) => (annotation.entity !== undefined && isMoved(annotation.entity) ? { ...annotation, entity: to(annotation.entity) } : annotation)),
    statements: document.statements.map((statement) => {
      const candidates = statement.candidates ?? [];
      if (!speakingEntities(statement).some(isMoved) && !candidates.some(({ entity }) => isMoved(entity))) return statement;
      const speakers = [...new Set(speakingEntities(statement).map(to))];
      const seen = new Set(speakers);
      const left = candidates.map((candidate) => ({ ...candidate, entity: to(candidate.entity) })).filter(({ entity }) => !seen.has(entity) && seen.add(entity));
      return {
        ...withoutFields(statement, "entity", "entities", "candidates"),
        ...(speakers.length > 1 ? { entities: speakers } : { entity: speakers[0] ?? null }),
        ...(left.length > 0 ? { candidates: left } : {}),
      };
    }),
  };
}
