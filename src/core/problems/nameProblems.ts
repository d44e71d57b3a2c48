import type { DocumentIndex } from "../document/documentIndex.js";
import type { Problem } from "./problem.js";
import { isSettled } from "./settled.js";
import { spellingProblems } from "./spellingProblems.js";

/** People of whom the article never gives more than one name, and names that are probably one in two spellings. */
export function nameProblems(index: DocumentIndex): readonly Problem[] {
  return [...singleNames(index), ...spellingProblems(index)];
}

/** "Charles" of "Charles and Kathleen Moore": the surname of both stands behind the second. */
const SHARES_SURNAME = /^\s(?:and|&)\s\p{Lu}[\p{L}'’-]+\s\p{Lu}\p{Ll}/u;

function singleNames(index: DocumentIndex): readonly Problem[] {
  return index.document.entities.flatMap((entity): Problem[] => {
    if (entity.type !== "person" || entity.named === false || isSettled(entity)) return [];
    const mentions = index.mentions(entity.id);
    const [annotation] = mentions;
    const isSingle = [entity.name, ...mentions.map(({ text }) => text)].every((name) => !/[\s.]\S/u.test(name.trim()));
    return annotation && isSingle && !isSettled(annotation) && !SHARES_SURNAME.test(annotation.suffix ?? "") ? [{ kind: "single name", annotation, entity }] : [];
  });
}
