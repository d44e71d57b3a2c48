import type { Annotation, AnnotationDocument, Entity, Statement, Unknown } from "../document/annotationDocument.js";
import { isDecided } from "../document/decided.js";
import { isMention } from "../document/documentIndex.js";
import { lostProposals } from "../sidecar/lostProposals.js";
import { isSame } from "../document/compareDocuments.js";

/** What follows from the text or the engine and is no decision. */
const NOT_DECIDED: ReadonlySet<string> = new Set(["start", "end", "text", "prefix", "suffix", "confidence", "candidates", "evidence", "orphaned"]);

/** How many statements, mentions and entities a person decided otherwise in one document than in the other; all where there is no other. */
export function countUnsaved(saved: AnnotationDocument | undefined, unsaved: AnnotationDocument): number {
  const before = decidedItems(saved);
  const after = decidedItems(unsaved);
  let count = saved && !isSame(publishedByPerson(saved), publishedByPerson(unsaved)) ? 1 : 0;
  for (const [id, item] of after) {
    const known = before.get(id);
    if (!known || !isSame(decision(known), decision(item))) count++;
  }
  for (const id of before.keys()) if (!after.has(id)) count++;
  if (!saved) return count;
  const present = new Set([...unsaved.statements, ...unsaved.annotations].map(({ id }) => id));
  // an orphan that is no longer there was deleted
  for (const id of lostProposals(saved)) if (!present.has(id)) count++;
  return count;
}

type Item = Annotation | Statement | Entity;

function decidedItems(document: AnnotationDocument | undefined): Map<string, Item> {
  // the parts of a statement are no decisions of their own
  const items: Item[] = document ? [...document.statements, ...document.entities, ...document.annotations.filter(isMention)] : [];
  return new Map(items.filter(isDecided).map((item) => [item.id, item]));
}

function decision(item: Item): Unknown {
  return Object.fromEntries(Object.entries(item).filter(([field]) => !NOT_DECIDED.has(field)));
}

function publishedByPerson({ source }: AnnotationDocument): unknown {
  return source.publishedFrom === "user" ? source.published : undefined;
}
