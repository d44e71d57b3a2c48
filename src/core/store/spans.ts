import type { Annotation, AnnotationDocument, AnnotationType } from "../document/annotationDocument.js";
import { describeRange } from "../document/context.js";
import { withoutFields } from "../document/fields.js";
import { compareAnnotations } from "../document/order.js";
import type { TextRange } from "../document/range.js";

/** Moves an annotation to a range of the text, with its words and context as they are there, and accepts it. */
export function withSpan(document: AnnotationDocument, annotationId: string, { start, end }: TextRange, text: string): AnnotationDocument {
  const annotations = document.annotations.map((annotation): Annotation => {
    if (annotation.id !== annotationId) return annotation;
    return { ...withoutFields(annotation, "orphaned"), start, end, ...describeRange(text, { start, end }), status: "accepted" };
  });
  return { ...document, annotations: annotations.sort(compareAnnotations) };
}

/** An annotation that a person made. */
export function madeByHand(id: string, type: AnnotationType, range: TextRange, text: string): Annotation {
  return { id, type, start: range.start, end: range.end, ...describeRange(text, range), origin: "user", status: "accepted" };
}

/** The document with more annotations, each in its place. */
export function withAnnotations(document: AnnotationDocument, added: readonly Annotation[]): AnnotationDocument {
  return added.length === 0 ? document : { ...document, annotations: [...document.annotations, ...added].sort(compareAnnotations) };
}
