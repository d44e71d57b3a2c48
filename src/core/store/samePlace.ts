import type { Annotation } from "../document/annotationDocument.js";

/** True where two states of an annotation have the same words at the same place, or are both without one. */
export function isSamePlace(a: Annotation, b: Annotation): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text && a.orphaned === b.orphaned;
}
