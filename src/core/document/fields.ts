import type { Annotation, AnnotationDocument, Candidate, Entity, EvidenceSpan, Note, PlaceAlternative, Role, Source, Statement, Unknown } from "./annotationDocument.js";

/** The fields of each part of a document in the order in which they are written; a test compares them with the schema. */
export const FIELDS = {
  document: keys<AnnotationDocument>()("format", "version", "generator", "source", "entities", "annotations", "statements"),
  source: keys<Source>()("file", "id", "sha256", "length", "language", "published", "publishedFrom", "publishedAnnotation"),
  entity: keys<Entity>()(
    "id", "type", "name", "named", "aliases", "roles", "kind", "geoname", "country", "division", "latitude", "longitude", "confidence", "alternatives", "origin",
    "mergedFrom",
  ),
  placeAlternative: keys<PlaceAlternative>()("geoname", "name", "kind", "country", "division", "latitude", "longitude"),
  role: keys<Role>()("text", "annotation"),
  annotation: keys<Annotation>()(
    "id", "type", "start", "end", "text", "prefix", "suffix", "copies", "alike", "entity", "sense", "timex", "value", "anchoredTo", "origin", "status", "confidence", "orphaned",
  ),
  statement: keys<Statement>()(
    "id", "kind", "quote", "cue", "speaker", "entity", "entities", "mode", "factuality", "when", "where", "reason", "construction", "evidence", "candidates",
    "notes", "origin", "status", "confidence", "replacedBy",
  ),
  evidence: keys<EvidenceSpan>()("start", "end", "text"),
  candidate: keys<Candidate>()("entity", "confidence"),
  note: keys<Note>()("id", "text", "created"),
} as const;

/** Where an annotation stands and what tells of that place: all of it changes together, and follows from the text where no person chose other words. */
export const PLACE_FIELDS: readonly string[] = ["start", "end", "text", "prefix", "suffix", "copies", "alike", "orphaned"] satisfies readonly (keyof Annotation)[];

export type Part = keyof typeof FIELDS;

/** The fields of an object that this version does not know. */
export function unknownFields(part: Part, object: Unknown): Unknown {
  const known: readonly string[] = FIELDS[part];
  return Object.fromEntries(Object.entries(object).filter(([field]) => !known.includes(field)));
}

/** A copy without some of its optional fields. */
export function withoutFields<T extends Unknown>(object: T, ...fields: readonly string[]): T {
  return Object.fromEntries(Object.entries(object).filter(([field]) => !fields.includes(field))) as T;
}

/** The names of the fields that a type declares itself, checked by the compiler. */
function keys<T>() {
  return <const K extends readonly (keyof { [F in keyof T as string extends F ? never : F]: T[F] })[]>(...names: K): K => names;
}
