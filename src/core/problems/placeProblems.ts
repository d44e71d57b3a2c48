import type { Entity } from "../document/annotationDocument.js";
import type { DocumentIndex } from "../document/documentIndex.js";
import { isNear } from "../places/distance.js";
import type { Problem } from "./problem.js";
import { isSettled } from "./settled.js";

/** Below this the choice among places of one name is told as a question. */
const UNSURE = 0.5;
/** Kilometres within which a city and the district that has its name from it lie. */
const SAME = 60;

/** Places whose name several bear, where nothing in the article tells clearly which is meant. */
export function placeProblems(index: DocumentIndex): readonly Problem[] {
  return index.document.entities.flatMap((entity): Problem[] => {
    const isUnsure = entity.type === "place" && !isSettled(entity) && liesElsewhere(entity) && (entity.confidence ?? 1) < UNSURE;
    const [annotation] = index.mentions(entity.id);
    return isUnsure && annotation && !isSettled(annotation) ? [{ kind: "ambiguous place", annotation, entity }] : [];
  });
}

/** True where one of the others is not the district around the town of that name, or the town in it. */
function liesElsewhere(entity: Entity): boolean {
  return entity.alternatives?.some((other) => other.country !== entity.country || !(isNear(entity, other, SAME) || isAround(entity, other) || isAround(other, entity))) === true;
}

/** "New York" the state around New York the city: whoever reads it knows of both. */
function isAround({ division }: Pick<Entity, "division">, { kind, name }: { readonly kind?: string; readonly name?: string }): boolean {
  return kind === "division" && name !== undefined && name === division;
}
