import { perObject } from "../common/perObject.js";
import type { AnnotationDocument, Statement } from "./annotationDocument.js";

/**
 * The document as it is read by those who look for what was said and written alone: without thoughts that no person made, decided on or
 * noted something about, and without the words that only such thoughts mark. Made once for each document.
 */
export const withoutThoughts = perObject((document: AnnotationDocument): AnnotationDocument => {
  const statements = document.statements.filter((statement) => !isBareThought(statement));
  if (statements.length === document.statements.length) return document;
  const kept = new Set(statements.flatMap(partsOf));
  const gone = new Set(document.statements.flatMap(partsOf).filter((id) => !kept.has(id)));
  const isPart = new Set(["speaker", "cue", "quote"]);
  return { ...document, statements, annotations: document.annotations.filter(({ id, type }) => !gone.has(id) || !isPart.has(type)) };
});

function isBareThought({ mode, status, origin, notes }: Statement): boolean {
  return mode === "thought" && origin !== "user" && (status === undefined || status === "proposed") && (notes?.length ?? 0) === 0;
}

function partsOf({ quote, cue, speaker }: Statement): string[] {
  return [...quote, cue, speaker].filter((id) => typeof id === "string");
}
