import { countWhile } from "../common/countWhile.js";
import { perObject } from "../common/perObject.js";
import type { Annotation, AnnotationDocument, Entity, Statement } from "./annotationDocument.js";
import type { TextRange } from "./range.js";

/** A statement with its parts looked up. */
export interface StatementParts {
  readonly statement: Statement;
  /** Contents that are still in the text, in document order; the whole list where none is. */
  readonly quotes: readonly Annotation[];
  readonly cue: Annotation | undefined;
  readonly speaker: Annotation | undefined;
  readonly when: Annotation | undefined;
  readonly where: Annotation | undefined;
  /** Who speaks; empty where nobody can tell. */
  readonly entities: readonly Entity[];
  /** From the first to the last of its parts. */
  readonly range: TextRange;
}

/** Looks things up in one annotation document; made once for each document, which never changes. */
export class DocumentIndex {
  private readonly annotationsById: ReadonlyMap<string, Annotation>;
  private readonly entitiesById: ReadonlyMap<string, Entity>;
  private readonly partsById = new Map<string, StatementParts>();
  private readonly statementsByPart = new Map<string, StatementParts[]>();
  private readonly mentionsByEntity = new Map<string, Annotation[]>();
  private readonly statementsByEntity = new Map<string, StatementParts[]>();
  /** Live annotations (not orphaned, not rejected, nor only of such statements) in document order, with the furthest end of any so far. */
  private readonly live: readonly Annotation[];
  private readonly furthestEnds: readonly number[];
  /** Statements that are in the text and not rejected, in document order. */
  readonly statements: readonly StatementParts[];

  constructor(readonly document: AnnotationDocument) {
    this.annotationsById = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
    this.entitiesById = new Map(document.entities.map((entity) => [entity.id, entity]));
    for (const statement of document.statements) this.addStatement(statement);
    this.statements = [...this.partsById.values()].filter(isShown).sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    for (const parts of this.statements) for (const { id } of parts.entities) push(this.statementsByEntity, id, parts);
    const hiddenParts = this.partsOfHiddenOnly();
    this.live = document.annotations
      .filter(({ id, status, orphaned }) => status !== "rejected" && orphaned !== true && !hiddenParts.has(id))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let furthest = 0;
    this.furthestEnds = this.live.map(({ end }) => (furthest = Math.max(furthest, end)));
    for (const annotation of this.live) {
      if (annotation.entity !== undefined && isMention(annotation)) push(this.mentionsByEntity, annotation.entity, annotation);
    }
  }

  annotation(id: string | null | undefined): Annotation | undefined {
    return typeof id === "string" ? this.annotationsById.get(id) : undefined;
  }

  entity(id: string | null | undefined): Entity | undefined {
    return typeof id === "string" ? this.entitiesById.get(id) : undefined;
  }

  /** A statement by its id, a rejected one and an orphan too. */
  statement(id: string): StatementParts | undefined {
    return this.partsById.get(id);
  }

  /** Annotations that are shown in the text, in document order, a longer one before those inside it. */
  get annotations(): readonly Annotation[] {
    return this.live;
  }

  /** Mentions by name of an entity, in document order. */
  mentions(entityId: string): readonly Annotation[] {
    return this.mentionsByEntity.get(entityId) ?? [];
  }

  /** Statements of an entity that are in the text and not rejected, in document order. */
  statementsOf(entityId: string): readonly StatementParts[] {
    return this.statementsByEntity.get(entityId) ?? [];
  }

  /** Statements in the text that an annotation is a part of (content, cue or speaker), rejected ones left out. */
  statementsWith(annotationId: string): readonly StatementParts[] {
    return (this.statementsByPart.get(annotationId) ?? []).filter(isShown);
  }

  /** Shown annotations that touch an offset (their end included), the shortest first. */
  annotationsAt(offset: number): Annotation[] {
    const found: Annotation[] = [];
    for (let index = upperBound(this.live, offset) - 1; index >= 0 && (this.furthestEnds[index] ?? 0) >= offset; index--) {
      const annotation = this.live[index];
      if (annotation && annotation.end >= offset) found.push(annotation);
    }
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  /** The statement at an offset: the one whose part is there, else the one whose parts surround it. */
  statementAt(offset: number): StatementParts | undefined {
    for (const { id } of this.annotationsAt(offset)) {
      const [parts] = this.statementsWith(id);
      if (parts) return parts;
    }
    return this.statements.find(({ range }) => range.start <= offset && offset <= range.end);
  }

  private addStatement(statement: Statement): void {
    const known = statement.quote.map((id) => this.annotationsById.get(id)).filter((part) => part !== undefined);
    const present = known.filter(({ orphaned }) => orphaned !== true);
    const quotes = present.length > 0 ? present : known;
    const cue = this.annotation(statement.cue);
    const speaker = this.annotation(statement.speaker);
    const parts: StatementParts = {
      statement,
      quotes,
      cue,
      speaker,
      when: this.annotation(statement.when),
      where: this.annotation(statement.where),
      entities: (statement.entities ?? [statement.entity]).map((id) => this.entity(id)).filter((entity) => entity !== undefined),
      range: span([...quotes, cue, speaker].filter((part) => part !== undefined)),
    };
    this.partsById.set(statement.id, parts);
    for (const part of [...quotes, cue, speaker]) if (part) push(this.statementsByPart, part.id, parts);
  }

  /** Parts that belong to statements that are rejected or gone, and to no other: they are not shown. */
  private partsOfHiddenOnly(): Set<string> {
    const ids = new Set<string>();
    for (const [id, all] of this.statementsByPart) {
      if (!all.some(isShown)) ids.add(id);
    }
    return ids;
  }
}

/** The index of a document, made at first use and kept as long as the document is. */
export const indexOf = perObject((document: AnnotationDocument) => new DocumentIndex(document));

/** True where none of the statement's words is in the text any more. */
export function isOrphaned({ quotes }: StatementParts): boolean {
  return quotes.length > 0 && quotes.every(({ orphaned }) => orphaned === true);
}

function isShown(parts: StatementParts): boolean {
  return parts.statement.status !== "rejected" && !isOrphaned(parts);
}

/** True for names, places and dates; false for parts of statements and roles. */
export function isMention({ type }: Annotation): boolean {
  return type === "person" || type === "organization" || type === "place" || type === "date";
}

function span(parts: readonly TextRange[]): TextRange {
  // a sidecar may hold a statement whose parts are all unknown
  if (parts.length === 0) return { start: 0, end: 0 };
  return parts.reduce((all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }));
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Index of the first annotation that starts after `offset`. */
function upperBound(annotations: readonly Annotation[], offset: number): number {
  return countWhile(annotations.length, (index) => (annotations[index]?.start ?? 0) <= offset);
}
