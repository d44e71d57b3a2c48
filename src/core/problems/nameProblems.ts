import type { Annotation, Entity } from "../document/annotationDocument.js";
import type { DocumentIndex } from "../document/documentIndex.js";
import { tellsKin } from "../lexicon/kinship.js";
import { isWellKnownName } from "../lexicon/wellKnown.js";
import type { Problem } from "./problem.js";
import { isSettled } from "./settled.js";
import { spellingProblems } from "./spellingProblems.js";

/** People of whom the article never gives more than one name, and names that are probably one in two spellings. */
export function nameProblems(index: DocumentIndex): readonly Problem[] {
  return [...singleNames(index), ...spellingProblems(index)];
}

/** Whom newspapers call by one name, as everybody knows the rest: "President Obama", "Hitler", "God". */
function isWellKnown({ name }: Entity): boolean {
  return isWellKnownName(name) || /^(?:God|Allah|Jesus|Buddha)$/u.test(name);
}

/** "the Clintons": more than one. */
function isFamily({ text, prefix }: Annotation): boolean {
  return /[^s']s$/u.test(text) && /\b[Tt]he\s$/u.test(prefix ?? "");
}

/** "Charles" of "Charles and Kathleen Moore": the surname of both stands behind the second. */
const SHARES_SURNAME = /^\s(?:and|&)\s\p{Lu}[\p{L}'’-]+\s\p{Lu}\p{Ll}/u;

/** "their children, | Ann": the noun may stand in the plural. */
const KIN_BEFORE = /(\p{L}+?)(?:s|ren)?(?: of \S+ years)?(?: ?[,:—–-])*\s$/u;
/** Between two names of a list. */
const LISTED = /^(?:, (?:and )?| and | & )$/u;
const LONGEST_GAP = 6;

/** "his wife, Laura", "their sons Paul, Adam and Tom": of relatives a first name is told on purpose. */
function relativesIn({ annotations }: DocumentIndex): ReadonlySet<string | undefined> {
  const relatives = new Set(annotations.flatMap(({ type, entity, text }) => (type === "role" && tellsKin(text) ? [entity] : [])));
  let before: Annotation | undefined;
  for (const annotation of annotations) {
    if (annotation.type !== "person") continue;
    const { start, prefix = "", entity } = annotation;
    const gap = before && start - before.end <= LONGEST_GAP ? prefix.slice(prefix.length - (start - before.end)) : "";
    if (tellsKin(KIN_BEFORE.exec(prefix)?.[1] ?? "") || (before && relatives.has(before.entity) && LISTED.test(gap))) relatives.add(entity);
    before = annotation;
  }
  return relatives;
}

function singleNames(index: DocumentIndex): readonly Problem[] {
  const relatives = relativesIn(index);
  return index.document.entities.flatMap((entity): Problem[] => {
    if (relatives.has(entity.id) || entity.type !== "person" || entity.named === false || isSettled(entity)) return [];
    const mentions = index.mentions(entity.id);
    const [annotation] = mentions;
    if (isWellKnown(entity)) return [];
    const isSingle = [entity.name, ...mentions.map(({ text }) => text)].every((name) => !/[\s.]\S/u.test(name.trim()));
    return annotation && isSingle && !isSettled(annotation) && !isFamily(annotation) && !SHARES_SURNAME.test(annotation.suffix ?? "") ? [{ kind: "single name", annotation, entity }] : [];
  });
}
