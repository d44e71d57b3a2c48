import type { Annotation, Statement } from "./annotationDocument.js";
import { compareRanges, type TextRange } from "./range.js";

/** The stretches that a statement's words cover, in document order; none where all of them are orphans or unknown. */
export function coverOf({ quote }: Statement, annotations: ReadonlyMap<string, Annotation>): TextRange[] {
  return quote
    .map((part) => annotations.get(part))
    .filter((part) => part !== undefined)
    .filter(({ orphaned }) => orphaned !== true)
    .sort(compareRanges);
}
