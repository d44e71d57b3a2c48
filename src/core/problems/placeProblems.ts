import type { DocumentIndex } from "../document/documentIndex.js";
import type { Problem } from "./problem.js";
import { isSettled } from "./settled.js";

/** Below this the choice among places of one name is told as a question. */
const UNSURE = 0.5;

/** Places whose name several bear, where nothing in the article tells clearly which is meant. */
export function placeProblems(index: DocumentIndex): readonly Problem[] {
  return index.document.entities.flatMap((entity): Problem[] => {
    const isUnsure = entity.type === "place" && !isSettled(entity) && (entity.alternatives?.length ?? 0) > 0 && (entity.confidence ?? 1) < UNSURE;
    const [annotation] = index.mentions(entity.id);
    return isUnsure && annotation && !isSettled(annotation) ? [{ kind: "ambiguous place", annotation, entity }] : [];
  });
}
