import { anchorDocument } from "../anchor/anchorDocument.js";
import type { ShiftedDocument } from "../anchor/shift/shiftDocument.js";
import { commonPrefix, commonSuffix } from "../anchor/compare/similarity.js";
import type { Annotation, AnnotationDocument, Statement } from "../document/annotationDocument.js";
import { decidedIds, isDecided } from "../document/decided.js";
import { withoutFields } from "../document/fields.js";
import type { TextRange } from "../document/range.js";
import { withoutAnnotations } from "../document/references.js";

/** Words with fewer of the letters around them than this may be the same by chance. */
const LEAST_AROUND = 12;

/**
 * Where much of an article was replaced at once, the letters of an annotation that both texts happen to share are not the annotation.
 * One whose words changed, went elsewhere or stand alone among others stands where they are found again, as in an article that changed unseen; else it is lost, with the cue
 * and the source of a statement of which no words are left. `shifted` is `before` moved through the edits.
 */
export function settleRewritten(before: AnnotationDocument, shifted: ShiftedDocument, newText: string, oldText: string, kept?: ReadonlySet<string>): ShiftedDocument {
  const touched = new Set(shifted.updated);
  const known = new Map(before.annotations.map((annotation) => [annotation.id, annotation]));
  const isInDoubt = (annotation: Annotation): boolean => {
    const was = known.get(annotation.id);
    return was !== undefined && was.orphaned !== true && (touched.has(annotation.id) || sharedAround(oldText, was, newText, annotation) < LEAST_AROUND);
  };
  const doubted = new Set(shifted.document.annotations.filter(isInDoubt).map(({ id }) => id));
  if (doubted.size === 0) return shifted;
  const found = new Map(anchorDocument(before, newText, oldText).document.annotations.map((annotation) => [annotation.id, annotation]));
  const isLost = (id: string | null | undefined): boolean => found.get(id ?? "")?.orphaned === true;
  const lost = new Set([...doubted].filter(isLost));
  const orphans = new Set(shifted.document.annotations.filter(({ orphaned }) => orphaned === true).map(({ id }) => id));
  for (const { quote, cue, speaker } of shifted.document.statements) {
    if (quote.some((id) => lost.has(id)) && quote.every((id) => lost.has(id) || orphans.has(id))) for (const id of [cue, speaker]) if (typeof id === "string" && isLost(id)) lost.add(id);
  }
  const held = decidedIds(before, kept);
  const removed = new Set([...lost].filter((id) => !held.has(id)));
  const annotations = shifted.document.annotations.map((annotation): Annotation => {
    const [was, is] = [known.get(annotation.id), found.get(annotation.id)];
    if (lost.has(annotation.id)) return { ...(was ?? annotation), orphaned: true };
    return doubted.has(annotation.id) && is ? { ...withoutFields(annotation, "orphaned"), start: is.start, end: is.end, text: is.text } : annotation;
  });
  const updated = new Set([...touched, ...doubted, ...lost]);
  const document = withoutAnnotations({ ...shifted.document, annotations }, removed);
  const statements = document.statements.filter(isLeft);
  const emptied = document.statements.filter((statement) => !isLeft(statement)).map(({ id }) => id);
  return { document: { ...document, statements }, updated: [...updated].filter((id) => !removed.has(id)), removed: [...shifted.removed, ...removed, ...emptied] };
}

function isLeft(statement: Statement): boolean {
  return statement.quote.length > 0 || isDecided(statement);
}

/** How many letters next to a range are those next to another one. */
function sharedAround(text: string, { start, end }: TextRange, otherText: string, other: TextRange): number {
  const before = commonSuffix(text.slice(Math.max(0, start - LEAST_AROUND), start), otherText.slice(Math.max(0, other.start - LEAST_AROUND), other.start));
  return before + commonPrefix(text.slice(end, end + LEAST_AROUND), otherText.slice(other.end, other.end + LEAST_AROUND));
}
