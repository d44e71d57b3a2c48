import { countWhile } from "../../common/countWhile.js";
import type { Annotation, AnnotationDocument, Evidence, Statement } from "../../document/annotationDocument.js";
import { describeRange } from "../../document/context.js";
import { decidedIds, isDecided } from "../../document/decided.js";
import { withoutFields } from "../../document/fields.js";
import type { TextRange } from "../../document/range.js";
import { withoutAnnotations } from "../../document/references.js";
import { sortEdits, type TextEdit } from "../../document/textEdit.js";
import { findReturned } from "./returned.js";
import { createShift, type ShiftedRange } from "./shift.js";

/** A document moved through edits, with the ids of what changed apart from its place. */
export interface ShiftedDocument {
  readonly document: AnnotationDocument;
  /** Words changed, came back or were lost (then `orphaned`). */
  readonly updated: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Moves every range of a document through edits of its text. Where all the words of an annotation are gone, a mere proposal goes
 * too; what a person decided on stays as an orphan with its last words, and so does what `kept` names. The hash of the source is left
 * out until the document is anchored to a text again: computing it on every keystroke would cost more than all the rest. `oldText` is the
 * text before the edits, where it is known: what is cut out as a whole then stood in it, and is found by that where it is pasted.
 */
export function shiftDocument(document: AnnotationDocument, edits: readonly TextEdit[], newText: string, kept?: ReadonlySet<string>, oldText?: string): ShiftedDocument {
  const shift = createShift(edits);
  // asked for only where something was deleted: most edits are a letter typed somewhere
  let held: ReadonlySet<string> | undefined;
  let sorted: readonly TextEdit[] | undefined;
  const updated: string[] = [];
  const removed = new Set<string>();
  const annotations: Annotation[] = [];
  for (const annotation of document.annotations) {
    const moved = moveAnnotation(annotation, shift, newText);
    if (moved === undefined) {
      held ??= decidedIds(document, kept);
      if (!held.has(annotation.id)) {
        removed.add(annotation.id);
        continue;
      }
    }
    const next = moved ?? { ...annotation, ...(oldText === undefined ? {} : contextOf(annotation, (sorted ??= sortEdits(edits)), oldText)), orphaned: true };
    if (next.text !== annotation.text || next.orphaned !== annotation.orphaned) updated.push(annotation.id);
    annotations.push(next);
  }
  for (const [index, found] of findReturned(annotations, edits, newText)) {
    annotations[index] = found;
    updated.push(found.id);
  }
  const statements: Statement[] = [];
  for (const statement of document.statements) {
    const next = moveStatement(statement, shift, removed);
    if (next.quote.length === 0 && statement.quote.length > 0 && !isDecided(statement)) removed.add(statement.id);
    else statements.push(next);
  }
  const moved = { ...document, source: { ...withoutFields(document.source, "sha256"), length: newText.length }, annotations, statements };
  return { document: removed.size > 0 ? withoutAnnotations(moved, removed) : moved, updated, removed: [...removed] };
}

/**
 * What stood around an annotation when an edit took it out with more: since it was described others may have typed there. Of what goes letter by letter, the context
 * of before tells more.
 */
function contextOf(annotation: Annotation, sorted: readonly TextEdit[], oldText: string): Pick<Annotation, "prefix" | "suffix"> {
  const { start, end } = annotation;
  const edit = sorted[countWhile(sorted.length, (index) => (sorted[index]?.end ?? 0) < end)];
  if (!edit || edit.start > start || edit.end - edit.start <= end - start) return {};
  const { prefix, suffix } = describeRange(oldText, annotation);
  return { prefix, suffix };
}

/** Undefined where nothing of its text is left. */
function moveAnnotation(annotation: Annotation, shift: (range: TextRange) => ShiftedRange, newText: string): Annotation | undefined {
  // an orphan keeps its last known place
  if (annotation.orphaned === true) return annotation;
  const { start, end, touched } = shift(annotation);
  const copies = annotation.copies && annotation.copies.map((copy) => shift({ start: copy, end: copy + 1 }).start);
  if (!touched) return start === annotation.start && !copies ? annotation : { ...annotation, start, end, ...(copies ? { copies } : {}) };
  const text = newText.slice(start, end);
  return text.trim() === "" ? undefined : { ...annotation, start, end, text };
}

function moveStatement(statement: Statement, shift: (range: TextRange) => ShiftedRange, removed: ReadonlySet<string>): Statement {
  const evidence = statement.evidence && moveEvidence(statement.evidence, shift, removed);
  const isLost = (id: string | null | undefined): boolean => typeof id === "string" && removed.has(id);
  const lostFields = (["cue", "speaker", "when", "where"] as const).filter((field) => isLost(statement[field]));
  const isSameQuote = !statement.quote.some(isLost);
  if (isSameQuote && lostFields.length === 0 && evidence === statement.evidence) return statement;
  return {
    ...statement,
    ...(isSameQuote ? {} : { quote: statement.quote.filter((id) => !isLost(id)) }),
    ...Object.fromEntries(lostFields.map((field) => [field, null])),
    ...(evidence ? { evidence } : {}),
  };
}

/** The same list where nothing moved. */
function moveEvidence(evidence: readonly Evidence[], shift: (range: TextRange) => ShiftedRange, removed: ReadonlySet<string>): readonly Evidence[] {
  let isChanged = false;
  const moved: Evidence[] = [];
  for (const piece of evidence) {
    const next = typeof piece === "string" ? (removed.has(piece) ? undefined : piece) : moveSpan(piece, shift);
    if (next !== piece) isChanged = true;
    if (next !== undefined) moved.push(next);
  }
  return isChanged ? moved : evidence;
}

function moveSpan(span: Exclude<Evidence, string>, shift: (range: TextRange) => ShiftedRange): Evidence | undefined {
  const { start, end, touched } = shift(span);
  // words that were changed no longer are what the rule saw
  if (touched) return undefined;
  return start === span.start ? span : { ...span, start, end };
}
