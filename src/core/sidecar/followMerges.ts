import type { AnnotationDocument } from "../document/annotationDocument.js";
import { mergeEntities } from "../store/decisionsAboutEntities.js";

/**
 * The document with the entities merged that another writer merged since `base`: what was decided about one of them meanwhile goes with
 * all the rest, rather than be the only thing that is left of it. What somebody made an entity of its own since is none of them, whatever
 * its name.
 */
export function followMerges(document: AnnotationDocument, other: AnnotationDocument, base: AnnotationDocument | undefined): AnnotationDocument {
  const before = new Map((base?.entities ?? []).map(({ id, mergedFrom = [] }) => [id, mergedFrom]));
  const into = new Map<string, string>();
  for (const { id, mergedFrom = [] } of other.entities) for (const name of mergedFrom) if (!before.get(id)?.includes(name)) into.set(name, id);
  if (into.size === 0) return document;
  const there = new Set(other.entities.map(({ id }) => id));
  const followers = new Map<string, string[]>();
  for (const { id, name } of document.entities) {
    const target = there.has(id) || (base !== undefined && !before.has(id)) ? undefined : into.get(name);
    const known = followers.get(target ?? "");
    if (known) known.push(id);
    else if (target !== undefined) followers.set(target, [id]);
  }
  return [...followers].reduce((merged, [target, ids]) => mergeEntities(merged, target, ids), document);
}
