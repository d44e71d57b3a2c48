import type { Annotation, AnnotationDocument, Statement } from "../document/annotationDocument.js";
import { coverOf } from "../document/covers.js";
import { withoutFields } from "../document/fields.js";
import { compareAnnotations } from "../document/order.js";
import { overlapShare, SAME_FROM } from "../document/pairing.js";

/**
 * Where a person moved the words of a statement so far that a new analysis would take the old ones for another statement, the old
 * words stay as a rejected statement `newId`, so that they are not proposed again. `before` and `after` are the documents around the
 * decision; where the old words are still recognized, `after` is handed back as it is.
 */
export function keepReplaced(before: AnnotationDocument, after: AnnotationDocument, statementId: string, newId: string, replacedBy: readonly string[] = [statementId]): AnnotationDocument {
  const old = before.statements.find(({ id }) => id === statementId);
  const changed = after.statements.find(({ id }) => id === statementId);
  // what a person made is in no analysis
  if (!old || !changed || old.origin === "user") return after;
  const annotations = new Map(before.annotations.map((annotation) => [annotation.id, annotation]));
  const cover = coverOf(old, annotations);
  if (cover.length === 0 || overlapShare(cover, coverOf(changed, new Map(after.annotations.map((annotation) => [annotation.id, annotation])))) >= SAME_FROM) return after;
  const quotes = old.quote
    .map((id) => annotations.get(id))
    .filter((quote) => quote !== undefined)
    .map((quote, index): Annotation => ({ ...quote, id: `${newId}-old-${index + 1}` }));
  const trace: Statement = { ...withoutFields(old, "notes"), id: newId, quote: quotes.map(({ id }) => id), status: "rejected", replacedBy };
  return {
    ...after,
    annotations: [...after.annotations, ...quotes].sort(compareAnnotations),
    statements: after.statements.flatMap((statement) => (statement === changed ? [trace, statement] : [statement])),
  };
}
