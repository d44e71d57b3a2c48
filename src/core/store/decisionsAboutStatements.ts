import type { Annotation, AnnotationDocument, AnnotationType, Note, Statement, StatementKind } from "../document/annotationDocument.js";
import { withoutFields } from "../document/fields.js";
import { inDocumentOrder } from "../document/order.js";
import { overlaps, type TextRange } from "../document/range.js";
import { withoutUnreferred } from "../document/references.js";
import { trimRange } from "../document/trimRange.js";
import { keepReplaced } from "./keepReplaced.js";
import { madeByHand, withAnnotations, withSpan } from "./spans.js";

/** Says what kind of statement it is; accepts it. */
export function setKind(document: AnnotationDocument, ids: readonly string[], kind: StatementKind): AnnotationDocument {
  const chosen = new Set(ids);
  const isOther = (statement: Statement): boolean => chosen.has(statement.id) && statement.kind !== kind;
  return changeStatements(document, isOther, (statement) => ({ ...statement, kind, status: "accepted" }));
}

/** The parts of a statement that a person sets beside its words and its speaker. */
export type StatementPart = "cue" | "speaker" | "when" | "where";

/** What a part is: an annotation that is there, a stretch of the text (a new annotation with a random id), or nothing. */
export type ChosenPart = { readonly annotation: string } | { readonly range: TextRange; readonly newId: string } | null;

const PART_TYPE: Readonly<Record<StatementPart, AnnotationType>> = { cue: "cue", speaker: "speaker", when: "date", where: "place" };

/**
 * Sets the cue, the source phrase, the date or the place of a statement and accepts it. A stretch that an annotation of that type covers
 * already is that annotation. A source phrase tells nothing about who speaks: `setSpeaker` does.
 */
export function setPart(document: AnnotationDocument, statementId: string, part: StatementPart, chosen: ChosenPart, text: string): AnnotationDocument {
  const statement = document.statements.find(({ id }) => id === statementId);
  if (!statement) return document;
  const type = PART_TYPE[part];
  let next = document;
  let id: string | null = null;
  if (chosen && "annotation" in chosen) {
    if (!document.annotations.some((annotation) => annotation.id === chosen.annotation && annotation.type === type)) return document;
    id = chosen.annotation;
  } else if (chosen) {
    const range = trimRange(text, chosen.range);
    if (range.start >= range.end) return document;
    const known = document.annotations.find((annotation) => annotation.type === type && annotation.start === range.start && annotation.end === range.end && annotation.orphaned !== true);
    id = known?.id ?? chosen.newId;
    if (!known) next = withAnnotations(document, [madeByHand(id, type, range, text)]);
  }
  if ((statement[part] ?? null) === id) return document;
  return changeStatements(next, (other) => other.id === statementId, (other) => ({ ...other, [part]: id, status: "accepted" }));
}

export interface NewStatement {
  /** Random; the annotation of its words gets "-1" after it. */
  readonly newId: string;
  readonly range: TextRange;
  /** Told from the quotation marks where left out. */
  readonly kind?: StatementKind;
}

/** Adds a statement by hand, nobody's until `setSpeaker` says whose. Returns the same document where the range holds no words. */
export function addStatement(document: AnnotationDocument, { newId, range, kind }: NewStatement, text: string): AnnotationDocument {
  const words = trimRange(text, range);
  if (words.start >= words.end) return document;
  const quote = madeByHand(`${newId}-1`, "quote", words, text);
  const statement: Statement = { id: newId, kind: kind ?? kindOf([quote.text]), quote: [quote.id], cue: null, speaker: null, entity: null, origin: "user", status: "accepted" };
  return inOrder({ ...withAnnotations(document, [quote]), statements: [...document.statements, statement] });
}

/**
 * Makes the words of a statement those of a selection: the quotes that it touches become this one stretch, quotes elsewhere stay; where
 * it touches none it is a further quote. Accepts the statement.
 */
export function setWords(document: AnnotationDocument, statementId: string, range: TextRange, newId: string, text: string): AnnotationDocument {
  const statement = document.statements.find(({ id }) => id === statementId);
  const words = trimRange(text, range);
  if (!statement || words.start >= words.end) return document;
  const parts = new Set(statement.quote);
  const quotes = document.annotations.filter(({ id }) => parts.has(id));
  const [kept, ...others] = quotes.filter((quote) => quote.orphaned !== true && overlaps(quote, words));
  if (kept && others.length === 0 && kept.start === words.start && kept.end === words.end) return document;
  const gone = new Set(others.map(({ id }) => id));
  const added = kept ? [] : [madeByHand(`${newId}-0`, "quote", words, text)];
  const next = withAnnotations(kept ? withSpan(document, kept.id, words, text) : document, added);
  const starts = new Map(next.annotations.map(({ id, start }) => [id, start]));
  const quote = [...statement.quote.filter((id) => !gone.has(id)), ...added.map(({ id }) => id)].sort((a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0));
  const changed = changeStatements(next, (other) => other.id === statementId, (other) => ({ ...other, quote, status: "accepted" }));
  return inOrder(keepReplaced(document, withoutUnreferred(changed, gone), statementId, newId));
}

/**
 * Makes two statements of one: what it says before the offset and what it says from there on, both with its cue and speaker, both
 * accepted. Returns the same document where either would be empty.
 */
export function splitStatement(document: AnnotationDocument, statementId: string, offset: number, newId: string, text: string): AnnotationDocument {
  const statement = document.statements.find(({ id }) => id === statementId);
  if (!statement) return document;
  const byId = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const before: string[] = [];
  const after: string[] = [];
  const added: Annotation[] = [];
  let next = document;
  for (const id of statement.quote) {
    const quote = byId.get(id);
    if (!quote || quote.orphaned === true || quote.end <= offset) before.push(id);
    else if (quote.start >= offset) after.push(id);
    else {
      const [head, tail] = [trimRange(text, { start: quote.start, end: offset }), trimRange(text, { start: offset, end: quote.end })];
      if (head.start >= head.end) after.push(id);
      else if (tail.start >= tail.end) before.push(id);
      else {
        next = withSpan(next, id, head, text);
        before.push(id);
        added.push(madeByHand(`${newId}-1`, "quote", tail, text));
        after.push(`${newId}-1`);
      }
    }
  }
  if (before.length === 0 || after.length === 0) return document;
  next = withAnnotations(next, added);
  next = changeStatements(next, (other) => other.id === statementId, (other) => ({ ...other, quote: before, status: "accepted" }));
  const second: Statement = { ...withoutFields(statement, "notes"), id: newId, quote: after, origin: "user", status: "accepted" };
  next = { ...next, statements: next.statements.flatMap((other) => (other.id === statementId ? [other, second] : [other])) };
  return inOrder(keepReplaced(document, next, statementId, `${newId}-whole`, [statementId, newId]));
}

/**
 * Makes one statement of several: the first in the article keeps its id, cue and speaker and says the words of all; it is accepted and
 * takes the notes of all. The others stay as rejected ones, so that a new analysis does not bring them back.
 */
export function joinStatements(document: AnnotationDocument, ids: readonly string[], newId: string): AnnotationDocument {
  const chosen = new Set(ids);
  const byId = new Map(document.annotations.map((annotation) => [annotation.id, annotation]));
  const startOf = (id: string | undefined): number => byId.get(id ?? "")?.start ?? 0;
  const joined = document.statements.filter(({ id }) => chosen.has(id)).sort((a, b) => startOf(a.quote[0]) - startOf(b.quote[0]));
  const [first] = joined;
  if (!first || joined.length < 2) return document;
  const quote = [...new Set(joined.flatMap((statement) => statement.quote))].sort((a, b) => startOf(a) - startOf(b));
  const notes = joined.flatMap((statement) => statement.notes ?? []);
  const kind = joined.every((statement) => statement.kind === first.kind) ? first.kind : "mixed";
  const changed: AnnotationDocument = {
    ...document,
    statements: document.statements.map((statement) => {
      if (statement === first) return { ...statement, kind, quote, ...(notes.length > 0 ? { notes } : {}), status: "accepted" };
      if (!chosen.has(statement.id)) return statement;
      return { ...withoutFields(statement, "notes"), status: "rejected", replacedBy: [first.id] };
    }),
  };
  return keepReplaced(document, changed, first.id, newId);
}

/** Adds a remark to a statement; `note.id` is random, `note.created` an ISO 8601 time. */
export function addNote(document: AnnotationDocument, statementId: string, note: Note): AnnotationDocument {
  return changeStatements(document, ({ id }) => id === statementId, (statement) => ({ ...statement, notes: [...(statement.notes ?? []), note] }));
}

/** Changes the words of a remark. */
export function editNote(document: AnnotationDocument, statementId: string, noteId: string, text: string): AnnotationDocument {
  const isMeant = ({ id, notes }: Statement): boolean => id === statementId && (notes ?? []).some((note) => note.id === noteId && note.text !== text);
  return changeStatements(document, isMeant, (statement) => ({ ...statement, notes: (statement.notes ?? []).map((note) => (note.id === noteId ? { ...note, text } : note)) }));
}

/** Takes a remark away. */
export function deleteNote(document: AnnotationDocument, statementId: string, noteId: string): AnnotationDocument {
  const isMeant = ({ id, notes }: Statement): boolean => id === statementId && (notes ?? []).some((note) => note.id === noteId);
  return changeStatements(document, isMeant, ({ notes = [], ...statement }) => {
    const left = notes.filter((note) => note.id !== noteId);
    return { ...statement, ...(left.length > 0 ? { notes: left } : {}) };
  });
}

const QUOTED = /^["“”„«»‘’'].*["“”«»‘’']$/su;

/** Direct where all the words stand in quotation marks, mixed where some do. */
export function kindOf(quotes: readonly string[]): StatementKind {
  if (quotes.every((words) => QUOTED.test(words.trim()))) return "direct";
  return quotes.some((words) => /["“”„«»]/u.test(words)) ? "mixed" : "indirect";
}

function inOrder(document: AnnotationDocument): AnnotationDocument {
  return { ...document, statements: inDocumentOrder(document.statements, document.annotations) };
}

function changeStatements(document: AnnotationDocument, isMeant: (statement: Statement) => boolean, change: (statement: Statement) => Statement): AnnotationDocument {
  let isChanged = false;
  const statements = document.statements.map((statement) => {
    if (!isMeant(statement)) return statement;
    isChanged = true;
    return change(statement);
  });
  return isChanged ? { ...document, statements } : document;
}
