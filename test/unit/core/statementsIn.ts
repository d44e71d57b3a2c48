import { analyze, type Annotation, type Entity, type Statement } from "../../../src/core/index.js";
import { openGazetteer } from "./places/openGazetteer.js";

const gazetteer = await openGazetteer();

/** A statement in words, as a reader would tell it. */
export interface ToldStatement {
  readonly contents: string[];
  readonly cue: string | null;
  readonly source: string | null;
  /** Names of those who speak; empty where nobody can tell. */
  readonly who: string[];
  readonly when: string | null;
  readonly where: string | null;
  readonly statement: Statement;
}

/** All statements of a text, in document order. */
export function statementsIn(text: string): ToldStatement[] {
  const document = analyze({ text, published: "2022-05-11" }, { gazetteer, generator: "test 1" });
  const annotations = new Map<string, Annotation>(document.annotations.map((annotation) => [annotation.id, annotation]));
  const entities = new Map<string, Entity>(document.entities.map((entity) => [entity.id, entity]));
  const words = (id: string | null | undefined): string | null => (id ? (annotations.get(id)?.text ?? null) : null);
  return document.statements.map((statement) => ({
    contents: statement.quote.map((id) => words(id) ?? ""),
    cue: words(statement.cue),
    source: words(statement.speaker),
    who: (statement.entities ?? (statement.entity ? [statement.entity] : [])).map((id) => entities.get(id)?.name ?? ""),
    when: words(statement.when),
    where: words(statement.where),
    statement,
  }));
}
