import { perObject } from "../common/perObject.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";
import { indexOf } from "../document/documentIndex.js";
import { dateProblems } from "./dateProblems.js";
import { nameProblems } from "./nameProblems.js";
import { placeProblems } from "./placeProblems.js";
import type { Problem } from "./problem.js";

/**
 * What a person should look at in an article: dates that do not resolve or contradict themselves, places and names that may mean
 * several. What a person has accepted or corrected is settled and never told again. In document order; linear in the
 * annotations, and done once for each document.
 */
export const findProblems = perObject((document: AnnotationDocument): readonly Problem[] => {
  const index = indexOf(document);
  return [...dateProblems(index), ...placeProblems(index), ...nameProblems(index)].sort((a, b) => a.annotation.start - b.annotation.start || a.annotation.end - b.annotation.end);
});
