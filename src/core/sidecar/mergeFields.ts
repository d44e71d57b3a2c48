import type { Note, Unknown } from "../document/annotationDocument.js";
import { isSame } from "../document/compareDocuments.js";
import { PLACE_FIELDS } from "../document/fields.js";
import { choosePlace } from "./choosePlace.js";

/** Fields that say one thing together: a speaker is not joined from two answers. */
export const TOGETHER: readonly (readonly string[])[] = [
  ["speaker", "entity", "entities", "reason", "construction"],
  ["quote", "kind", "replacedBy"],
  ["name", "aliases", "named"],
  ["type", "sense", "timex", "value", "anchoredTo", "geoname", "country", "division", "latitude", "longitude", "alternatives"],
];
/** What the program itself told, and what follows from other fields: ours stands. */
const OWN = new Set(["confidence", "evidence", "candidates"]);

/** Joined in their own way. */
const SPECIAL = new Set(["origin", "notes", ...PLACE_FIELDS]);

/** Whose version stands where both changed the same. */
export type Side = "ours" | "theirs";

/**
 * Joins two versions of one finding field by field: what only one writer changed is taken from that one; notes are joined one by one.
 * @param before what both began with.
 * @param preferred whose version of a field stands that both changed.
 * @returns undefined where both changed the same to something different, and nobody is preferred.
 */
export function mergeFields<T extends Unknown>(before: T, ours: T, theirs: T, preferred?: Side): T | undefined {
  const names = new Set([...Object.keys(before), ...Object.keys(ours), ...Object.keys(theirs)]);
  const groups = [...TOGETHER, ...[...names].filter((name) => !OWN.has(name) && !SPECIAL.has(name) && !TOGETHER.some((group) => group.includes(name))).map((name) => [name])];
  let joined: Unknown = ours;
  for (const group of groups) {
    const of = (version: Unknown): unknown[] => group.map((name) => version[name]);
    if (isSame(of(ours), of(theirs)) || isSame(of(before), of(theirs))) continue;
    const isConflict = !isSame(of(before), of(ours));
    if (isConflict && !preferred) return undefined;
    if (!isConflict || preferred === "theirs") joined = withFieldsOf(joined, theirs, group);
  }
  const place = choosePlace(before, ours, theirs);
  if (place === "conflict" && !preferred) return undefined;
  if (place === "theirs" || (place === "conflict" && preferred === "theirs")) joined = withFieldsOf(joined, theirs, PLACE_FIELDS);
  const notes = mergeNotes(notesOf(before), notesOf(ours), notesOf(theirs), preferred);
  if (!notes) return undefined;
  const isPersons = ours["origin"] === "user" || theirs["origin"] === "user";
  return { ...joined, ...(isPersons ? { origin: "user" } : {}), ...(notes.length > 0 || "notes" in joined ? { notes } : {}) } as T;
}

function withFieldsOf(target: Unknown, source: Unknown, names: readonly string[]): Unknown {
  const rest = Object.entries(target).filter(([name]) => !names.includes(name));
  return Object.fromEntries([...rest, ...names.filter((name) => name in source).map((name) => [name, source[name]] as const)]);
}

/** The notes of a finding, none where it has none. */
export function notesOf(finding: Unknown): readonly Note[] {
  return Array.isArray(finding["notes"]) ? (finding["notes"] as readonly Note[]) : [];
}

/** Notes joined one by one; undefined where both changed one note, or one deleted what the other changed, and nobody is preferred. */
export function mergeNotes(before: readonly Note[], ours: readonly Note[], theirs: readonly Note[], preferred: Side | undefined): Note[] | undefined {
  const [old, mine, others] = [byId(before), byId(ours), byId(theirs)];
  const joined: Note[] = [];
  for (const id of new Set([...mine.keys(), ...others.keys()])) {
    const [was, my, their] = [old.get(id), mine.get(id), others.get(id)];
    const chosen = isSame(was, my) ? their : isSame(was, their) || isSame(my, their) ? my : preferred === "ours" ? my : preferred === "theirs" ? their : "conflict";
    if (chosen === "conflict") return undefined;
    if (chosen) joined.push(chosen);
  }
  return joined;
}

function byId(notes: readonly Note[]): ReadonlyMap<string, Note> {
  return new Map(notes.map((note) => [note.id, note]));
}
