import type { Annotation, Entity, Source, Statement, Unknown } from "../document/annotationDocument.js";
import { isDecided, referredAnnotations, speakingEntities } from "../document/decided.js";
import { TOGETHER } from "../sidecar/mergeFields.js";
import { isSame } from "../document/compareDocuments.js";
import { PLACE_FIELDS } from "../document/fields.js";
import type { DocumentPatch, ItemChange } from "./patch.js";

type Item = Entity | Annotation | Statement;

/** What the program tells by itself. Notes are joined one by one where a patch is applied. */
const NO_DECISIONS: ReadonlySet<string> = new Set(["confidence", "evidence", "candidates", "notes"]);
/** That somebody decided about a finding at all. */
const STANDING: readonly string[] = ["status", "origin"];
const DAY: readonly string[] = ["published", "publishedFrom", "publishedAnnotation"];

/**
 * What is left of a person's own decision once somebody else's came in: what was decided by them is theirs, and neither undo nor redo
 * touches it. Undefined where nothing is left.
 */
export function withoutOverruled(own: DocumentPatch, theirs: DocumentPatch): DocumentPatch | undefined {
  const statements = strip(own.statements, theirs.statements);
  // a statement that was added stays with all its parts
  const left = new Set(statements.map(({ id }) => id));
  const staying = own.statements.flatMap(({ id, before, after }) => (before === undefined && after && !left.has(id) ? [after] : []));
  const parts = new Set(staying.flatMap((statement) => [...referredAnnotations(statement), ...speakingEntities(statement)]));
  const isOfThese = ({ id, before }: ItemChange<Item>): boolean => before === undefined && parts.has(id);
  const annotations = strip(own.annotations, theirs.annotations).filter((change) => !isOfThese(change));
  const entities = strip(own.entities, theirs.entities).filter((change) => !isOfThese(change));
  const source = theirs.source && isOtherDay(theirs.source) ? withoutNames(own.source, DAY) : own.source;
  if (!source && entities.length + annotations.length + statements.length === 0) return undefined;
  return { ...own, source, entities, annotations, statements };
}

function strip<T extends Item>(own: readonly ItemChange<T>[], theirs: readonly ItemChange<T>[]): ItemChange<T>[] {
  const byId = new Map(theirs.map((change) => [change.id, change]));
  return own.flatMap((change) => {
    const overruled = overruledFields(byId.get(change.id));
    if (overruled.length === 0) return [change];
    // added or deleted by one and changed by the other: there is no part of that to take back
    if (!change.before || !change.after || overruled === ALL) return [];
    const left = withoutNames(change, overruled);
    return left ? [left] : [];
  });
}

/** Stands for a finding that was added or deleted. */
const ALL: readonly string[] = ["id"];

/** The fields of one finding that somebody else decided about, with those that tell the same thing. */
function overruledFields<T extends Item>(change: ItemChange<T> | undefined): readonly string[] {
  if (!change) return [];
  const { before, after, fields } = change;
  if (!before || !after) return [before, after].some((item) => item && isDecided(item)) ? ALL : [];
  if (!isDecided(before) && !isDecided(after)) return [];
  // annotations that were described anew are where they were
  const isMoved = !isSame((before as Unknown)["text"], (after as Unknown)["text"]);
  const changed = fields.filter((field) => !NO_DECISIONS.has(field) && (isMoved || !PLACE_FIELDS.includes(field)));
  if (changed.length === 0) return [];
  const groups = TOGETHER.filter((group) => group.some((field) => changed.includes(field)));
  return [...changed, ...groups.flat(), ...STANDING];
}

function withoutNames<T extends { readonly fields: readonly string[] }>(change: T | undefined, names: readonly string[]): T | undefined {
  const fields = change?.fields.filter((field) => !names.includes(field)) ?? [];
  return change && fields.length > 0 ? { ...change, fields } : undefined;
}

function isOtherDay({ fields, before, after }: NonNullable<DocumentPatch["source"]>): boolean {
  return fields.some((field) => DAY.includes(field)) && [before, after].some((source) => (source as Partial<Source>).publishedFrom === "user");
}
