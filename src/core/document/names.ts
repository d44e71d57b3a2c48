import type { AnnotationType } from "./annotationDocument.js";

/** True for mentions by name: of people, organizations and places. */
export function isName(type: AnnotationType): boolean {
  return type === "person" || type === "organization" || type === "place";
}
