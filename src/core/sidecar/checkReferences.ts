import type { Annotation, AnnotationDocument, AnnotationType, Statement } from "../document/annotationDocument.js";
import { referredAnnotations, speakingEntities } from "../document/decided.js";

/** Something about a document that fits the schema and still is not right. An error means that it cannot be worked with. */
export interface Problem {
  readonly severity: "error" | "warning";
  /** One English sentence without full stop. */
  readonly message: string;
  /** Id of the finding it is about, if any. */
  readonly id?: string;
}

/** Checks what a schema cannot: ids once only, references to what is there, ranges within the text. Linear time. */
export function checkReferences(document: AnnotationDocument): Problem[] {
  return [...findProblems(document)];
}

/** The first of the problems that are errors; keeps no other, of which a hostile file has more than fit into memory. */
export function firstError(document: AnnotationDocument): Problem | undefined {
  for (const problem of findProblems(document)) if (problem.severity === "error") return problem;
  return undefined;
}

function* findProblems(document: AnnotationDocument): Generator<Problem> {
  const annotations = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const entities = new Set(document.entities.map(({ id }) => id));
  yield* checkIds(document);
  for (const annotation of document.annotations) yield* checkAnnotation(annotation, document, entities);
  for (const { id, roles = [] } of document.entities) {
    for (const { annotation } of roles) {
      if (annotation !== undefined && !annotations.has(annotation)) yield { severity: "warning", id, message: `a role of entity "${id}" refers to annotation "${annotation}", which is not there` };
    }
  }
  for (const statement of document.statements) yield* checkStatement(statement, annotations, entities);
}

function* checkIds({ entities, annotations, statements }: AnnotationDocument): Generator<Problem> {
  for (const [list, items] of Object.entries({ entities, annotations, statements })) {
    const seen = new Set<string>();
    for (const { id } of items) {
      if (seen.has(id)) yield { severity: "error", id, message: `the id "${id}" stands twice in ${list}` };
      seen.add(id);
    }
  }
}

function* checkAnnotation({ id, start, end, text, entity, orphaned }: Annotation, { source }: AnnotationDocument, entities: ReadonlySet<string>): Generator<Problem> {
  if (start > end) yield { severity: "error", id, message: `annotation "${id}" ends before it starts` };
  else if (orphaned !== true && end > source.length) yield { severity: "error", id, message: `annotation "${id}" ends at ${end}, but the text has only ${source.length} code units` };
  else if (text.length !== end - start && orphaned !== true) yield { severity: "warning", id, message: `annotation "${id}" covers ${end - start} code units, but its text has ${text.length}` };
  if (entity !== undefined && !entities.has(entity)) yield { severity: "warning", id, message: `annotation "${id}" refers to entity "${entity}", which is not there` };
}

function* checkStatement(statement: Statement, annotations: ReadonlyMap<string, Annotation>, entities: ReadonlySet<string>): Generator<Problem> {
  const { id } = statement;
  const missing = referredAnnotations(statement).filter((part) => !annotations.has(part));
  if (statement.quote.every((part) => !annotations.has(part))) yield { severity: "error", id, message: `no quote of statement "${id}" is there` };
  for (const part of missing) yield { severity: "warning", id, message: `statement "${id}" refers to annotation "${part}", which is not there` };
  const expected: [AnnotationType, readonly (string | null | undefined)[]][] = [
    ["quote", statement.quote],
    ["cue", [statement.cue]],
    ["speaker", [statement.speaker]],
    ["date", [statement.when]],
    ["place", [statement.where]],
  ];
  for (const [type, parts] of expected) {
    for (const part of parts) {
      const found = annotations.get(part ?? "");
      if (found && found.type !== type) yield { severity: "warning", id, message: `statement "${id}" uses the ${found.type} "${found.id}" as a ${type}` };
    }
  }
  const speaking = [...speakingEntities(statement), ...(statement.candidates ?? []).map(({ entity }) => entity)];
  for (const entity of speaking) {
    if (!entities.has(entity)) yield { severity: "warning", id, message: `statement "${id}" refers to entity "${entity}", which is not there` };
  }
}
