import type { AnnotationDocument } from "../document/annotationDocument.js";
import { mergeEntities } from "../store/decisionsAboutEntities.js";

/**
 * The document with the entities merged that another writer merged since `base`: what was decided about one of them meanwhile goes with
 * all the rest, rather than be the only thing that is left of it.
 */
export function followMerges(document: AnnotationDocument, other: AnnotationDocument, base: AnnotationDocument | undefined): AnnotationDocument {
  const before = new Map((base?.entities ?? []).map(({ id, mergedFrom = [] }) => [id, mergedFrom]));
  const into = new Map<string, string>();
  for (const { id, mergedFrom = [] } of other.entities) for (const name of mergedFrom) if (!before.get(id)?.includes(name)) into.set(name, id);
  if (into.size === 0) return document;
  const there = new Set(other.entities.map(({ id }) => id));
  return document.entities.filter(({ id, name }) => !there.has(id) && into.has(name)).reduce((merged, { id, name }) => mergeEntities(merged, into.get(name) ?? "", [id]), document);
}
