import type { Annotation, AnnotationDocument, Candidate, Entity, Statement, Status } from "../document/annotationDocument.js";
import { speakingEntities } from "../document/decided.js";
import { withoutFields } from "../document/fields.js";

/** Accepts or rejects statements and mentions, or takes a decision back ("proposed"). Unknown ids are passed over. */
export function setStatus(document: AnnotationDocument, ids: readonly string[], status: Status): AnnotationDocument {
  const chosen = new Set(ids);
  let isChanged = false;
  const decide = <T extends Annotation | Statement>(item: T): T => {
    if (!chosen.has(item.id) || (item.status ?? "proposed") === status) return item;
    isChanged = true;
    return { ...item, status };
  };
  const annotations = document.annotations.map(decide);
  const statements = document.statements.map(decide);
  return isChanged ? { ...document, annotations, statements } : document;
}

/** Whom a person names as speaker: an entity, someone new (with a random id from the caller), or null for nobody that could be told. */
export type ChosenSpeaker = { readonly entity: string } | { readonly name: string; readonly newId: string } | null;

/**
 * Says who speaks in a statement, which is accepted by that. Who was thought to speak becomes a candidate, so that the way back is
 * short. Returns the same document where the statement or the entity is unknown.
 */
export function setSpeaker(document: AnnotationDocument, statementId: string, chosen: ChosenSpeaker): AnnotationDocument {
  const statement = document.statements.find(({ id }) => id === statementId);
  if (!statement) return document;
  const added: Entity[] = chosen && "name" in chosen ? [{ id: chosen.newId, type: "person", name: chosen.name, origin: "user" }] : [];
  const entities = [...document.entities, ...added];
  const entity = chosen === null ? null : "name" in chosen ? chosen.newId : chosen.entity;
  if (entity !== null && !entities.some(({ id }) => id === entity)) return document;
  const candidates = withFormerSpeakers(statement, entity);
  const changed: Statement = {
    ...withoutFields(statement, "entities", "evidence", "candidates"),
    entity,
    reason: "person",
    ...(candidates.length > 0 ? { candidates } : {}),
    status: "accepted",
    confidence: 1,
  };
  const { speaker } = statement;
  const isShared = document.statements.some((other) => other !== statement && other.speaker === speaker);
  return {
    ...document,
    entities,
    annotations: isShared || typeof speaker !== "string" ? document.annotations : document.annotations.map((part) => (part.id === speaker ? withEntity(part, entity) : part)),
    statements: document.statements.map((other) => (other === statement ? changed : other)),
  };
}

function withFormerSpeakers(statement: Statement, chosen: string | null): Candidate[] {
  const former = speakingEntities(statement).map((entity): Candidate => ({ entity, confidence: statement.confidence ?? 0 }));
  const isFormer = new Set(former.map(({ entity }) => entity));
  return [...former, ...(statement.candidates ?? []).filter(({ entity }) => !isFormer.has(entity))].filter(({ entity }) => entity !== chosen);
}

function withEntity(part: Annotation, entity: string | null): Annotation {
  return entity === null ? withoutFields(part, "entity") : { ...part, entity };
}
