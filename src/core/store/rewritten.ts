import { anchorDocument } from "../anchor/anchorDocument.js";
import type { ShiftedDocument } from "../anchor/shiftDocument.js";
import type { Annotation, AnnotationDocument } from "../document/annotationDocument.js";
import { decidedIds, isDecided } from "../document/decided.js";
import { withoutFields } from "../document/fields.js";
import { withoutAnnotations } from "../document/references.js";

/**
 * Where much of an article was replaced at once, the letters of an annotation that both texts happen to share are not the annotation.
 * One whose words changed, or went elsewhere, stands where they are found again, as in an article that changed unseen; else it is lost, with the cue
 * and the source of a statement of which no words are left. `shifted` is `before` moved through the edits.
 */
export function settleRewritten(before: AnnotationDocument, shifted: ShiftedDocument, newText: string, oldText: string, kept?: ReadonlySet<string>): ShiftedDocument {
  const updated = new Set(shifted.updated);
  const known = new Map(before.annotations.map((annotation) => [annotation.id, annotation]));
  const isInDoubt = ({ id }: Annotation): boolean => updated.has(id) && known.get(id)?.orphaned !== true;
  if (!shifted.document.annotations.some(isInDoubt)) return shifted;
  const found = new Map(anchorDocument(before, newText, oldText).document.annotations.map((annotation) => [annotation.id, annotation]));
  const isLost = (id: string | null | undefined): boolean => found.get(id ?? "")?.orphaned === true;
  const lost = new Set(shifted.document.annotations.filter((annotation) => isInDoubt(annotation) && isLost(annotation.id)).map(({ id }) => id));
  const orphans = new Set(shifted.document.annotations.filter(({ orphaned }) => orphaned === true).map(({ id }) => id));
  for (const { quote, cue, speaker } of shifted.document.statements) {
    if (quote.some((id) => lost.has(id)) && quote.every((id) => lost.has(id) || orphans.has(id))) for (const id of [cue, speaker]) if (typeof id === "string" && isLost(id)) lost.add(id);
  }
  const held = decidedIds(before, kept);
  const removed = new Set([...lost].filter((id) => !held.has(id)));
  const annotations = shifted.document.annotations.map((annotation): Annotation => {
    const [was, is] = [known.get(annotation.id), found.get(annotation.id)];
    if (lost.has(annotation.id)) return { ...(was ?? annotation), orphaned: true };
    return isInDoubt(annotation) && is ? { ...withoutFields(annotation, "orphaned"), start: is.start, end: is.end, text: is.text } : annotation;
  });
  for (const id of lost) updated.add(id);
  const document = withoutAnnotations({ ...shifted.document, annotations }, removed);
  const statements = document.statements.filter((statement) => statement.quote.length > 0 || isDecided(statement));
  const emptied = document.statements.filter((statement) => !statements.includes(statement)).map(({ id }) => id);
  return { document: { ...document, statements }, updated: [...updated].filter((id) => !removed.has(id)), removed: [...shifted.removed, ...removed, ...emptied] };
}
