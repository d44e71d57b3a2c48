import type { Annotation, AnnotationDocument, Entity, Statement, Unknown } from "../document/annotationDocument.js";
import { isDecided } from "../document/decided.js";
import { isMention } from "../document/documentIndex.js";
import { PLACE_FIELDS, withoutFields } from "../document/fields.js";
import { lostProposals } from "../sidecar/lostProposals.js";
import { isSame } from "../document/compareDocuments.js";

/** What follows from the text or the engine and is no decision; the words are one where a person chose others. */
const NOT_DECIDED: readonly string[] = [...PLACE_FIELDS.filter((field) => field !== "text"), "confidence", "candidates", "evidence"];

/** How many statements, mentions and entities a person decided otherwise in one document than in the other; all where there is no other. */
export function countUnsaved(saved: AnnotationDocument | undefined, unsaved: AnnotationDocument): number {
  const before = decisions(saved);
  const after = decisions(unsaved);
  let count = saved && !isSame(publishedByPerson(saved), publishedByPerson(unsaved)) ? 1 : 0;
  for (const [id, decision] of after) if (!isSame(before.get(id), decision)) count++;
  for (const id of before.keys()) if (!after.has(id)) count++;
  if (!saved) return count;
  const present = new Set([...unsaved.statements, ...unsaved.annotations].map(({ id }) => id));
  // an orphan that is no longer there was deleted
  for (const id of lostProposals(saved)) if (!present.has(id)) count++;
  return count;
}

/** True where a document holds every decision that another one does. */
export function holdsDecisionsOf(document: AnnotationDocument, other: AnnotationDocument): boolean {
  const held = decisions(document);
  const day = publishedByPerson(other);
  if (day !== undefined && !isSame(day, publishedByPerson(document))) return false;
  return [...decisions(other)].every(([id, decision]) => isSame(held.get(id), decision));
}

/** What a person decided, by the ids of statements, entities and mentions. */
function decisions(document: AnnotationDocument | undefined): Map<string, Unknown> {
  if (!document) return new Map();
  // the parts of a statement are no decisions of their own, but the words that a person gave it are a part of theirs
  const chosen = new Map(document.annotations.filter(({ type, status }) => type === "quote" && status === "accepted").map(({ id, text }) => [id, text]));
  const statements = document.statements.map((statement): Statement => ({ ...statement, words: statement.quote.map((id) => chosen.get(id)) }));
  const items: (Annotation | Statement | Entity)[] = [...statements, ...document.entities, ...document.annotations.filter(isMention)];
  return new Map(items.filter(isDecided).map((item) => [item.id, withoutFields(item, ...NOT_DECIDED)]));
}

function publishedByPerson({ source }: AnnotationDocument): unknown {
  return source.publishedFrom === "user" ? source.published : undefined;
}
