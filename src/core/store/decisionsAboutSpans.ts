import type { Annotation, AnnotationDocument, Entity, EntityType, MentionType, Timex } from "../document/annotationDocument.js";
import { decidedIds } from "../document/decided.js";
import { withoutFields } from "../document/fields.js";
import { overlapShare, SAME_FROM } from "../document/pairing.js";
import type { TextRange } from "../document/range.js";
import { withoutAnnotations } from "../document/references.js";
import { trimRange } from "../document/trimRange.js";
import { withoutUnused } from "../document/withoutUnused.js";
import { setWords } from "./decisionsAboutStatements.js";
import { madeByHand, withAnnotations, withSpan } from "./spans.js";

/**
 * Extends or shrinks an annotation to a selection and accepts it; white space at the edges of the selection stays outside. With a quote
 * its statements are accepted (see `setWords`, also for what `newId` is needed for). Returns the same document where the selection
 * holds no words or the annotation is unknown.
 */
export function setSpan(document: AnnotationDocument, annotationId: string, range: TextRange, newId: string, text: string): AnnotationDocument {
  const annotation = document.annotations.find(({ id }) => id === annotationId);
  const span = trimRange(text, range);
  if (!annotation || span.start >= span.end) return document;
  if (annotation.start === span.start && annotation.end === span.end && annotation.orphaned !== true) return document;
  const statement = annotation.type === "quote" ? document.statements.find(({ quote }) => quote.includes(annotationId)) : undefined;
  if (statement && annotation.orphaned !== true && span.start < annotation.end && annotation.start < span.end) return setWords(document, statement.id, span, newId, text);
  const changed = withSpan(document, annotationId, span, text);
  const isMention = annotation.type !== "quote" && annotation.type !== "cue" && annotation.type !== "speaker";
  // as with statements: the old words stay, rejected, where an analysis would not know them in the new ones
  if (!isMention || annotation.origin === "user" || annotation.orphaned === true || overlapShare([annotation], [span]) >= SAME_FROM) return changed;
  return withAnnotations(changed, [{ ...annotation, id: newId, status: "rejected" }]);
}

/**
 * Gives an orphan a place again: the selection, whatever words stand there. Returns the same document for what is no orphan.
 */
export function reattach(document: AnnotationDocument, annotationId: string, range: TextRange, text: string): AnnotationDocument {
  const span = trimRange(text, range);
  if (span.start >= span.end || !document.annotations.some(({ id, orphaned }) => id === annotationId && orphaned === true)) return document;
  return withSpan(document, annotationId, span, text);
}

export interface NewMention {
  /** Random. */
  readonly newId: string;
  readonly range: TextRange;
  readonly type: MentionType;
  /** The entity that is mentioned, one that is there or a new one; a date has none. */
  readonly entity?: string | { readonly newId: string; readonly name?: string };
  /** Of a date. */
  readonly timex?: Timex;
  readonly value?: string;
}

/** Adds a mention by hand. A new entity has the words as its name where none is given. Returns the same document where the range holds no words. */
export function addMention(document: AnnotationDocument, { newId, range, type, entity, timex, value }: NewMention, text: string): AnnotationDocument {
  const span = trimRange(text, range);
  if (span.start >= span.end) return document;
  const mention = madeByHand(newId, type, span, text);
  const isNew = typeof entity === "object";
  const entityId = isNew ? entity.newId : entity;
  const entityType: EntityType = type === "organization" || type === "place" ? type : "person";
  const added: Entity[] = isNew ? [{ id: entity.newId, type: entityType, name: entity.name ?? mention.text, origin: "user" }] : [];
  if (entityId !== undefined && !isNew && !document.entities.some(({ id }) => id === entityId)) return document;
  const full: Annotation = {
    ...mention,
    ...(entityId === undefined ? {} : { entity: entityId }),
    ...(timex === undefined ? {} : { timex }),
    ...(value === undefined ? {} : { value }),
  };
  return withAnnotations(added.length > 0 ? { ...document, entities: [...document.entities, ...added] } : document, [full]);
}

/** Sets what day or time a date means (TIMEX3, "2021-04-06", "P2D") and accepts it. */
export function setDateValue(document: AnnotationDocument, annotationId: string, value: string, timex?: Timex): AnnotationDocument {
  let isChanged = false;
  const annotations = document.annotations.map((date): Annotation => {
    if (date.id !== annotationId || date.type !== "date" || (date.value === value && (timex === undefined || date.timex === timex))) return date;
    isChanged = true;
    return { ...withoutFields(date, "anchoredTo"), ...(timex === undefined ? {} : { timex }), value, status: "accepted", confidence: 1 };
  });
  return isChanged ? { ...document, annotations } : document;
}

/**
 * Deletes orphans and what a person made, annotations and statements alike; a statement goes with the last of its quotes, its quotes go
 * with a statement. Findings of the analysis that are in the text are passed over: they would come back, `setStatus` rejects them.
 */
export function deleteFindings(document: AnnotationDocument, ids: readonly string[]): AnnotationDocument {
  const chosen = new Set(ids);
  const orphans = new Set(document.annotations.filter(({ orphaned }) => orphaned === true).map(({ id }) => id));
  const gone = new Set(document.annotations.filter(({ id, origin }) => chosen.has(id) && (orphans.has(id) || origin === "user")).map(({ id }) => id));
  const isGone = (quote: readonly string[]): boolean => quote.every((id) => gone.has(id));
  const isLost = (quote: readonly string[]): boolean => quote.every((id) => orphans.has(id));
  const statements = document.statements.filter(({ id, quote, origin }) => !isGone(quote) && !(chosen.has(id) && (origin === "user" || isLost(quote))));
  if (gone.size === 0 && statements.length === document.statements.length) return document;
  // parts that belonged to these statements alone
  const remaining = new Set(statements);
  const parts = new Set(document.statements.filter((statement) => !remaining.has(statement)).flatMap(({ quote, cue, speaker }) => [...quote, cue, speaker]));
  for (const { quote, cue, speaker } of statements) for (const id of [...quote, cue, speaker]) parts.delete(id);
  for (const id of parts) if (typeof id === "string") gone.add(id);
  return withoutAnnotations({ ...document, statements }, gone);
}

/** Which orphans are deleted: those that no decision holds, or every one. */
export type OrphansToDelete = "undecided" | "all";

/** Deletes orphans as `deleteFindings` does, and the entities that only they mentioned. */
export function deleteOrphans(document: AnnotationDocument, which: OrphansToDelete): AnnotationDocument {
  const held = which === "all" ? new Set<string>() : decidedIds(document);
  const orphans = document.annotations.filter(({ id, orphaned }) => orphaned === true && !held.has(id)).map(({ id }) => id);
  const after = deleteFindings(document, orphans);
  return after === document ? document : { ...after, entities: withoutUnused(after.entities, after.annotations, after.statements) };
}
