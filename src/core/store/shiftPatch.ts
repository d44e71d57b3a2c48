import { normalizeText } from "../anchor/compare/normalizedText.js";
import { Resolver } from "../anchor/rungs/resolve.js";
import type { ShiftedRange } from "../anchor/shift/shift.js";
import type { Annotation, Evidence, Statement } from "../document/annotationDocument.js";
import { withoutFields } from "../document/fields.js";
import type { TextRange } from "../document/range.js";
import { onlyPlace } from "./onlyPlace.js";
import type { DocumentPatch, ItemChange } from "./patch.js";

export type Shift = (range: TextRange) => ShiftedRange;

/**
 * Moves the places that a patch remembers through edits made since, one after the other; `text` is the article after them. What has lost
 * its words becomes an orphan, as in the document itself, unless they are back.
 */
export function shiftPatch(patch: DocumentPatch, shifts: readonly Shift[], text: string): DocumentPatch {
  if (shifts.length === 0) return patch;
  let resolver: Resolver | undefined;
  const through = (range: TextRange): ShiftedRange => {
    let moved: ShiftedRange = { start: range.start, end: range.end, touched: false };
    for (const shift of shifts) {
      const next = shift(moved);
      moved = { ...next, touched: moved.touched || next.touched };
      if (moved.start >= moved.end) break;
    }
    return moved;
  };
  const moveAnnotation = (annotation: Annotation): Annotation => {
    const moved = annotation.orphaned === true ? undefined : through(annotation);
    if (moved && !moved.touched) return moved.start === annotation.start ? annotation : { ...annotation, start: moved.start, end: moved.end };
    const whole = moved && onlyPlace(text, annotation.text, { start: moved.end - annotation.text.length, end: moved.start + annotation.text.length });
    // what was cut out of it was put back
    if (whole !== undefined) return { ...annotation, start: whole, end: whole + annotation.text.length };
    const words = moved ? text.slice(moved.start, moved.end) : "";
    if (moved && words.trim() !== "") return { ...annotation, start: moved.start, end: moved.end, text: words };
    resolver ??= new Resolver(normalizeText(text));
    const found = resolver.resolve(annotation)?.range;
    return found ? { ...withoutFields(annotation, "orphaned"), start: found.start, end: found.end, text: text.slice(found.start, found.end) } : { ...annotation, orphaned: true };
  };
  const moveStatement = (statement: Statement): Statement => {
    if (!statement.evidence?.some((piece) => typeof piece !== "string")) return statement;
    const evidence = statement.evidence.flatMap((piece): Evidence[] => {
      if (typeof piece === "string") return [piece];
      const { start, end, touched } = through(piece);
      return touched ? [] : [{ ...piece, start, end }];
    });
    return { ...statement, evidence };
  };
  const moveReferred = (referred: DocumentPatch["referred"]["before"]): DocumentPatch["referred"]["before"] => ({ ...referred, annotations: referred.annotations.map(moveAnnotation) });
  return {
    ...patch,
    annotations: patch.annotations.map((change) => moveSides(change, moveAnnotation)),
    statements: patch.statements.map((change) => moveSides(change, moveStatement)),
    referred: { before: moveReferred(patch.referred.before), after: moveReferred(patch.referred.after) },
  };
}

function moveSides<T>(change: ItemChange<T>, move: (item: T) => T): ItemChange<T> {
  const before = change.before && move(change.before);
  const after = change.after && move(change.after);
  return before === change.before && after === change.after ? change : { ...change, before, after };
}
