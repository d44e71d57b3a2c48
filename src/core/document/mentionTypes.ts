import type { Annotation, AnnotationDocument, EntityType, Statement } from "./annotationDocument.js";
import { withoutFields } from "./fields.js";
import { isName } from "./names.js";

/** Mentions by name of an entity are of its type, and no statement was made at one that is no place; of a group all stay as they are. */
export function withMentionType(document: AnnotationDocument, entityId: string, type: EntityType): AnnotationDocument {
  if (type === "group") return document;
  const isOther = (annotation: Annotation): boolean => annotation.entity === entityId && isName(annotation.type) && annotation.type !== type;
  const others = new Set(document.annotations.filter(isOther).map(({ id }) => id));
  if (others.size === 0) return document;
  return {
    ...document,
    annotations: document.annotations.map((annotation) => (others.has(annotation.id) ? { ...withoutFields(annotation, "sense"), type } : annotation)),
    statements: withoutPlaces(document.statements, others),
  };
}

/** Nothing was said at what is no place: the statements without a place that is one of these annotations. The same list where none is. */
export function withoutPlaces(statements: readonly Statement[], noPlaces: ReadonlySet<string>): readonly Statement[] {
  if (!statements.some(({ where }) => noPlaces.has(where ?? ""))) return statements;
  return statements.map((statement) => (noPlaces.has(statement.where ?? "") ? { ...statement, where: null } : statement));
}

/** The annotations with these ids that are no places. */
export function noPlacesAmong({ annotations }: AnnotationDocument, ids: ReadonlySet<string>): Set<string> {
  return new Set(annotations.filter(({ id, type }) => ids.has(id) && type !== "place").map(({ id }) => id));
}
