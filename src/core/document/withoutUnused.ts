import type { Annotation, Entity, Statement } from "./annotationDocument.js";
import { isDecided, speakingEntities } from "./decided.js";

/** Entities without those that the analysis made and nothing refers to any longer. */
export function withoutUnused(entities: readonly Entity[], annotations: readonly Annotation[], statements: readonly Statement[]): Entity[] {
  const used = new Set<string>();
  for (const { entity } of annotations) if (entity !== undefined) used.add(entity);
  for (const statement of statements) {
    for (const id of speakingEntities(statement)) used.add(id);
    for (const { entity } of statement.candidates ?? []) used.add(entity);
  }
  return entities.filter((entity) => used.has(entity.id) || isDecided(entity));
}
