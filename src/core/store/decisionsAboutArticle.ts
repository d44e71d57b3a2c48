import type { AnnotationDocument } from "../document/annotationDocument.js";
import { withoutFields } from "../document/fields.js";

/**
 * Sets the day of the article ("2021-04-06", null for unknown). Dates that are counted from it are right only after the next analysis,
 * which the caller starts with this day.
 */
export function setPublished(document: AnnotationDocument, published: string | null): AnnotationDocument {
  const { source } = document;
  if (source.published === published && source.publishedFrom === "user") return document;
  return { ...document, source: { ...withoutFields(source, "publishedAnnotation"), published, publishedFrom: "user" } };
}
