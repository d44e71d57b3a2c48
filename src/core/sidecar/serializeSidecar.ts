import type { Annotation, AnnotationDocument, Entity, Statement, Unknown } from "../document/annotationDocument.js";
import { FIELDS, unknownFields, type Part } from "../document/fields.js";

/**
 * The document as a file: two spaces, one property a line, fields in one fixed order with unknown ones after them, a line end at the
 * end. Equal documents give equal bytes, and what a person changes in one finding changes lines of that finding alone.
 */
export function serializeSidecar(document: AnnotationDocument): string {
  return `${JSON.stringify(orderDocument(document), undefined, 2)}\n`;
}

/** The document as one line of a stream, without line end. */
export function serializeLine(document: AnnotationDocument): string {
  return JSON.stringify(orderDocument(document));
}

function orderDocument(document: AnnotationDocument): Unknown {
  const { source, entities, annotations, statements } = document;
  return order("document", {
    ...document,
    source: order("source", source),
    entities: entities.map(orderEntity),
    annotations: annotations.map((annotation: Annotation) => order("annotation", annotation)),
    statements: statements.map(orderStatement),
  });
}

function orderEntity(entity: Entity): Unknown {
  return order("entity", {
    ...entity,
    ...orderList("role", "roles", entity.roles),
    ...orderList("placeAlternative", "alternatives", entity.alternatives),
  });
}

function orderStatement(statement: Statement): Unknown {
  return order("statement", {
    ...statement,
    ...orderList("evidence", "evidence", statement.evidence),
    ...orderList("candidate", "candidates", statement.candidates),
    ...orderList("note", "notes", statement.notes),
  });
}

function orderList(part: Part, field: string, items: readonly (Unknown | string)[] | undefined): Unknown {
  return items ? { [field]: items.map((item) => (typeof item === "string" ? item : order(part, item))) } : {};
}

function order(part: Part, object: Unknown): Unknown {
  // what was read or made by this program mostly is in order
  if (isInOrder(part, object)) return object;
  const known = FIELDS[part].filter((field) => object[field] !== undefined).map((field) => [field, object[field]]);
  return { ...Object.fromEntries(known), ...unknownFields(part, object) };
}

function isInOrder(part: Part, object: Unknown): boolean {
  const fields: readonly string[] = FIELDS[part];
  let next = 0;
  for (const field in object) {
    const at = fields.indexOf(field, next);
    if (at >= 0) next = at + 1;
    else if (fields.includes(field)) return false;
    // behind all that are known
    else next = fields.length;
  }
  return true;
}
