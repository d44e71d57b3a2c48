import type { Annotation, AnnotationDocument, Entity, Statement } from "./annotationDocument.js";

/**
 * True for what a person made, accepted, rejected or wrote a note on; a new analysis never replaces it. Where no origin is told,
 * somebody else made it: our analysis always tells.
 */
export function isDecided(finding: Annotation | Statement | Entity): boolean {
  const notes: unknown = finding["notes"];
  return finding.origin !== "auto" || finding["status"] === "accepted" || finding["status"] === "rejected" || (Array.isArray(notes) && notes.length > 0);
}

/** Ids of the annotations that a statement is made of or points at. */
export function referredAnnotations(statement: Statement): string[] {
  const single = [statement.cue, statement.speaker, statement.when, statement.where].filter((id) => typeof id === "string");
  const evidence = (statement.evidence ?? []).filter((piece) => typeof piece === "string");
  return [...statement.quote, ...single, ...evidence];
}

/** Ids of the entities that speak in a statement; empty for an unattributed one. */
export function speakingEntities(statement: Statement): readonly string[] {
  return statement.entities ?? (typeof statement.entity === "string" ? [statement.entity] : []);
}

/**
 * Ids of all that a person's decisions hold: what was decided itself, the annotations that make up a decided statement, and the
 * entities that these refer to. What `others` names is held in the same way.
 */
export function decidedIds({ entities, annotations, statements }: AnnotationDocument, others?: ReadonlySet<string>): Set<string> {
  const held = new Set<string>();
  const isHeld = (finding: Annotation | Statement): boolean => isDecided(finding) || others?.has(finding.id) === true;
  for (const statement of statements) {
    if (!isHeld(statement)) continue;
    held.add(statement.id);
    for (const id of referredAnnotations(statement)) held.add(id);
    for (const id of speakingEntities(statement)) held.add(id);
    for (const { entity } of statement.candidates ?? []) held.add(entity);
  }
  for (const entity of entities) {
    if (!isDecided(entity)) continue;
    held.add(entity.id);
    for (const { annotation } of entity.roles ?? []) if (annotation !== undefined) held.add(annotation);
  }
  for (const annotation of annotations) {
    if (!isHeld(annotation) && !held.has(annotation.id)) continue;
    held.add(annotation.id);
    if (annotation.entity !== undefined) held.add(annotation.entity);
  }
  return held;
}
