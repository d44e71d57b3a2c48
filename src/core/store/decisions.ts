import type { Annotation, AnnotationDocument, Candidate, Entity, EntityType, Statement, Status } from "../document/annotationDocument.js";
import { speakingEntities } from "../document/decided.js";
import { withoutFields } from "../document/fields.js";
import { statementChain } from "./statementChain.js";

// Every correction is a pure function from one document to the next; `AnnotationStore.change` makes it one step to undo and tells what
// came along. It hands back the very same document where there is nothing to do: ids that are not there, a value that is there already.
// Correcting a finding accepts it. New ids come from the caller and are random, so that two people's additions never collide; a function
// that makes several things of one `newId` adds to it. `text` is the article as the document's offsets mean it.
//
//   decisions.ts                  setStatus, setSpeaker
//   decisionsAboutStatements.ts   setKind, setPart (cue, source phrase, when, where), setWords, addStatement, splitStatement,
//                                 joinStatements, addNote, editNote, deleteNote
//   decisionsAboutSpans.ts        setSpan, addMention, setDateValue, reattach, deleteFindings
//   decisionsAboutEntities.ts     renameEntity, mergeEntities, splitMentions, setEntityType, setPlace
//   decisionsAboutArticle.ts      setPublished

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

/** Whom a person names as speaker: an entity, several together, someone new (a person unless told), or null for nobody that could be told. */
export type ChosenSpeaker =
  | { readonly entity: string }
  | { readonly entities: readonly string[] }
  | { readonly name: string; readonly newId: string; readonly type?: EntityType }
  | null;

/**
 * Says who speaks in a statement, which is accepted by that. Who was thought to speak becomes a candidate, so that the way back is
 * short. With `scope` "chain" the other statements of the same source follow (see `statementChain`): they count as changed by a person
 * and are still to be reviewed. Returns the same document where the statement or an entity is unknown.
 */
export function setSpeaker(document: AnnotationDocument, statementId: string, chosen: ChosenSpeaker, scope: "statement" | "chain" = "chain"): AnnotationDocument {
  const statement = document.statements.find(({ id }) => id === statementId);
  if (!statement) return document;
  const isNew = chosen !== null && "name" in chosen && !document.entities.some(({ id }) => id === chosen.newId);
  const added: Entity[] = isNew ? [{ id: chosen.newId, type: chosen.type ?? "person", name: chosen.name, origin: "user" }] : [];
  const entities = isNew ? [...document.entities, ...added] : document.entities;
  const speakers = [...new Set(chosenIds(chosen))];
  const known = new Set(entities.map(({ id }) => id));
  if (!speakers.every((id) => known.has(id))) return document;
  const chain = new Set(scope === "chain" ? statementChain(document, statement) : []);
  const changed = new Map<string, Statement>();
  for (const other of document.statements) {
    if (other === statement) changed.set(other.id, { ...withSpeakers(other, speakers), status: "accepted" });
    else if (chain.has(other.id)) changed.set(other.id, { ...withSpeakers(other, speakers), origin: "user" });
  }
  return {
    ...document,
    entities,
    annotations: withSourcePhrases(document, changed, speakers),
    statements: document.statements.map((other) => changed.get(other.id) ?? other),
  };
}

function chosenIds(chosen: ChosenSpeaker): readonly string[] {
  if (chosen === null) return [];
  if ("entities" in chosen) return chosen.entities;
  return ["name" in chosen ? chosen.newId : chosen.entity];
}

function withSpeakers(statement: Statement, speakers: readonly string[]): Statement {
  const candidates = withFormerSpeakers(statement, speakers);
  return {
    ...withoutFields(statement, "entity", "entities", "evidence", "candidates"),
    ...(speakers.length > 1 ? { entities: speakers } : { entity: speakers[0] ?? null }),
    reason: "person",
    ...(candidates.length > 0 ? { candidates } : {}),
    confidence: 1,
  };
}

function withFormerSpeakers(statement: Statement, chosen: readonly string[]): Candidate[] {
  const former = speakingEntities(statement).map((entity): Candidate => ({ entity, confidence: statement.confidence ?? 0 }));
  const isFormer = new Set(former.map(({ entity }) => entity));
  return [...former, ...(statement.candidates ?? []).filter(({ entity }) => !isFormer.has(entity))].filter(({ entity }) => !chosen.includes(entity));
}

/** The source phrases of the changed statements name their new speaker, unless other statements use them too. */
function withSourcePhrases({ annotations, statements }: AnnotationDocument, changed: ReadonlyMap<string, Statement>, speakers: readonly string[]): readonly Annotation[] {
  const phrases = new Set([...changed.values()].map(({ speaker }) => speaker));
  for (const { id, speaker } of statements) if (!changed.has(id)) phrases.delete(speaker);
  const [entity] = speakers.length === 1 ? speakers : [];
  return annotations.map((part) => (phrases.has(part.id) ? (entity === undefined ? withoutFields(part, "entity") : { ...part, entity }) : part));
}
