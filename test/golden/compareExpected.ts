import type { Annotation, AnnotationDocument, Entity, Statement } from "../../src/core/document/annotationDocument.js";
import { overlaps, type TextRange } from "../../src/core/document/range.js";
import type { Aspect, Expected, ExpectedSpeaker, ExpectedStatement } from "../fixtures/expected/readExpected.js";

/** How many are right, and in words what is not. */
export interface Agreement {
  readonly right: number;
  readonly wrong: readonly string[];
}

/** Holds an analysis against what a reader found, by the rules in the README of `test/fixtures/expected`. */
export function compareExpected(expected: Expected, found: AnnotationDocument): Readonly<Record<Aspect, Agreement>> {
  const document = new DocumentView(expected.text, found);
  const told = (range: TextRange | undefined): string => (range ? expected.text.slice(range.start, range.end) : "");
  return {
    published: agreement([expected.published], (published) => {
      const actual = found.source.published ?? null;
      return actual === published ? null : `${published} expected, ${actual} found`;
    }),
    statements: agreement(expected.statements, (statement) => {
      const shortfall = statementShortfall(statement, document);
      return shortfall && `${told(statement.content[0])}: ${shortfall}`;
    }),
    notSaid: agreement(expected.notSaid, (range) => (document.contents.some((content) => overlaps(content, range)) ? told(range) : null)),
    people: agreement(Object.entries(expected.people), ([name, mentions]) => {
      const person = found.entities.find((entity) => entity.type === "person" && entity.name === name);
      const actual = person ? found.annotations.filter(({ type, entity }) => type === "person" && entity === person.id).length : 0;
      return actual === mentions ? null : `${name}: ${mentions} mentions expected, ${actual} found`;
    }),
    places: agreement(expected.places, ({ name, country }) => {
      const mention = found.annotations.find(({ type, text }) => type === "place" && text === name);
      const actual = document.entity(mention?.entity)?.country ?? null;
      return mention && actual === country ? null : `${name}: ${country} expected, ${mention ? actual : "no place"} found`;
    }),
    dates: agreement(expected.dates, (date) => {
      const values = found.annotations.filter((mention) => mention.type === "date" && overlaps(mention, date)).map(({ value }) => value);
      return values.includes(date.value) ? null : `${told(date)}: ${date.value} expected, ${values.join(", ") || "nothing"} found`;
    }),
  };
}

/** How a speaker is written in messages; several speakers in an order of their own, unnamed ones marked as such. */
function speakerName(speaker: ExpectedSpeaker): string {
  if (speaker === null) return "nobody";
  if (typeof speaker === "string") return speaker;
  return "unnamed" in speaker ? `unnamed: ${speaker.unnamed}` : [...speaker].sort().join(" + ");
}

function agreement<T>(expectations: readonly T[], shortfall: (expectation: T) => string | null): Agreement {
  const wrong = expectations.map(shortfall).filter((words) => words !== null);
  return { right: expectations.length - wrong.length, wrong };
}

/** What is wrong with the statement of the same words; null if nothing is. */
function statementShortfall(expected: ExpectedStatement, document: DocumentView): string | null {
  const statement = document.statementWith(expected.content);
  if (!statement) return "no statement of these words";
  const wanted = speakerName(expected.speaker);
  const speaker = document.speaker(statement);
  const shortfalls = [
    ...(["kind", "mode", "factuality"] as const)
      .filter((field) => statement[field] !== expected[field])
      .map((field) => `${field} ${expected[field]} expected, ${statement[field]} found`),
    ...(["cue", "when", "where"] as const).map((field) => document.partShortfall(field, expected[field], statement[field])),
    document.partShortfall("source", expected.source, statement.speaker),
    speaker.toLowerCase() === wanted.toLowerCase() ? null : `speaker ${wanted} expected, ${speaker} found`,
  ].filter((words) => words !== null);
  return shortfalls.length > 0 ? shortfalls.join("; ") : null;
}

/** Looks things up in a document by id and by words. */
class DocumentView {
  /** Every part of every statement's content. */
  readonly contents: readonly TextRange[];
  private readonly annotations: ReadonlyMap<string, Annotation>;
  private readonly entities: ReadonlyMap<string, Entity>;
  private readonly statements: ReadonlyMap<string, Statement>;

  constructor(
    private readonly text: string,
    found: AnnotationDocument,
  ) {
    this.annotations = new Map(found.annotations.map((annotation) => [annotation.id, annotation]));
    this.entities = new Map(found.entities.map((entity) => [entity.id, entity]));
    this.statements = new Map(found.statements.map((statement) => [this.words(this.content(statement)), statement]));
    this.contents = found.statements.flatMap((statement) => this.content(statement));
  }

  entity(id: string | null | undefined): Entity | undefined {
    return id ? this.entities.get(id) : undefined;
  }

  /** The statement whose content holds these words and no others, however it is cut into parts. */
  statementWith(content: readonly TextRange[]): Statement | undefined {
    return this.statements.get(this.words(content));
  }

  speaker({ entity, entities }: Statement): string {
    const speakers = [...(entities ?? []), entity].map((id) => this.entity(id)).filter((speaker) => speaker !== undefined);
    const [first, ...others] = speakers;
    if (!first) return speakerName(null);
    if (others.length > 0) return speakerName(speakers.map(({ name }) => name));
    return speakerName(first.named === false ? { unnamed: first.name } : first.name);
  }

  /** What is wrong with a part of a statement, given by its annotation's id. */
  partShortfall(part: string, expected: TextRange | null, id: string | null | undefined): string | null {
    const actual = id ? this.annotations.get(id) : undefined;
    if (expected ? actual && overlaps(actual, expected) : !actual) return null;
    return `${part} ${expected ? this.text.slice(expected.start, expected.end) : "nothing"} expected, ${actual?.text ?? "nothing"} found`;
  }

  private content({ quote }: Statement): TextRange[] {
    return quote.map((id) => this.annotations.get(id)).filter((part) => part !== undefined);
  }

  /** Where the words of these ranges begin: the same for the same words, whatever marks and white space stand around them. */
  private words(ranges: readonly TextRange[]): string {
    return ranges.flatMap(({ start, end }) => [...this.text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index)).join(" ");
  }
}
