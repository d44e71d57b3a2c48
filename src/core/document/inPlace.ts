import type { AnnotationDocument } from "./annotationDocument.js";

/** True where every annotation that is no orphan covers the words that it tells of. */
export function isInPlace({ annotations }: AnnotationDocument, text: string): boolean {
  return annotations.every(({ start, end, text: words, orphaned }) => orphaned === true || text.slice(start, end) === words);
}
