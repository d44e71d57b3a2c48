import type { Annotation, Statement } from "./annotationDocument.js";
import { compareRanges, type TextRange } from "./range.js";

/** Document order; an orphan stands where its words stood last. Total: no two annotations are equal. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return compareRanges(a, b) || compareStrings(a.type, b.type) || compareStrings(a.id, b.id);
}

/** Statements by their first words; those that begin together stay as they are. */
export function inDocumentOrder(statements: readonly Statement[], annotations: readonly Annotation[]): Statement[] {
  const ranges = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const place = ({ quote }: Statement): TextRange => ranges.get(quote[0] ?? "") ?? { start: 0, end: 0 };
  return [...statements].sort((a, b) => compareRanges(place(a), place(b)));
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
