import type { Annotation, AnnotationDocument, Statement } from "./annotationDocument.js";
import { referredAnnotations, speakingEntities } from "./decided.js";
import { withoutFields } from "./fields.js";

/** Ids of the annotations that a statement, a role, a date or the article's date refers to. Linear. */
function allReferredAnnotations({ source, entities, annotations, statements }: AnnotationDocument): Set<string> {
  const referred = new Set(statements.flatMap(referredAnnotations));
  for (const { roles = [] } of entities) for (const { annotation } of roles) if (annotation !== undefined) referred.add(annotation);
  for (const { anchoredTo } of annotations) if (anchoredTo !== undefined) referred.add(anchoredTo);
  if (source.publishedAnnotation !== undefined) referred.add(source.publishedAnnotation);
  return referred;
}

/** Ids of the entities that speak, may speak or are mentioned in these. */
export function referredEntities(statements: readonly Statement[], annotations: readonly Annotation[]): Set<string> {
  const ids = new Set<string>();
  for (const { entity } of annotations) if (entity !== undefined) ids.add(entity);
  for (const statement of statements) for (const id of [...speakingEntities(statement), ...(statement.candidates ?? []).map(({ entity }) => entity)]) ids.add(id);
  return ids;
}

/** The document without those of the given annotations that nothing refers to. */
export function withoutUnreferred(document: AnnotationDocument, ids: ReadonlySet<string>): AnnotationDocument {
  if (ids.size === 0) return document;
  const referred = allReferredAnnotations(document);
  return { ...document, annotations: document.annotations.filter(({ id }) => !ids.has(id) || referred.has(id)) };
}

/** The document without some annotations, and nothing left that refers to them. */
export function withoutAnnotations(document: AnnotationDocument, gone: ReadonlySet<string>): AnnotationDocument {
  const isGone = (id: unknown): boolean => typeof id === "string" && gone.has(id);
  return {
    ...document,
    source: isGone(document.source.publishedAnnotation) ? withoutFields(document.source, "publishedAnnotation") : document.source,
    entities: document.entities.map((entity) => (entity.roles?.some(({ annotation }) => isGone(annotation)) ? { ...entity, roles: entity.roles.map((role) => (isGone(role.annotation) ? withoutFields(role, "annotation") : role)) } : entity)),
    annotations: document.annotations.filter(({ id }) => !gone.has(id)).map((annotation) => (isGone(annotation.anchoredTo) ? withoutFields(annotation, "anchoredTo") : annotation)),
    statements: document.statements.map((statement) => {
      const lost = (["cue", "speaker", "when", "where"] as const).filter((field) => isGone(statement[field]));
      const isWhole = lost.length === 0 && !statement.quote.some(isGone) && !statement.evidence?.some(isGone);
      if (isWhole) return statement;
      return {
        ...statement,
        quote: statement.quote.filter((id) => !gone.has(id)),
        ...Object.fromEntries(lost.map((field) => [field, null])),
        ...(statement.evidence ? { evidence: statement.evidence.filter((piece) => !isGone(piece)) } : {}),
      };
    }),
  };
}
