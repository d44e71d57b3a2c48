import * as fc from "fast-check";
import type { AnnotationDocument, EntityType, StatementKind, Status } from "../../../../src/core/document/annotationDocument.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { setPublished } from "../../../../src/core/store/decisionsAboutArticle.js";
import { mergeEntities, renameEntity, setEntityType, setPlace, splitMentions } from "../../../../src/core/store/decisionsAboutEntities.js";
import { addMention, deleteFindings, reattach, setDateValue, setSpan } from "../../../../src/core/store/decisionsAboutSpans.js";
import { addNote, addStatement, deleteNote, editNote, joinStatements, setKind, setPart, setWords, splitStatement } from "../../../../src/core/store/decisionsAboutStatements.js";

/** A decision told by numbers, so that it means something in whatever document it meets. */
export interface Decision {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly id: string;
}

type Apply = (document: AnnotationDocument, decision: Decision, text: string) => AnnotationDocument;

const pick = <T>(items: readonly T[], at: number): T | undefined => (items.length > 0 ? items[at % items.length] : undefined);
const idOf = (items: readonly { readonly id: string }[], at: number): string => pick(items, at)?.id ?? "";
const range = (text: string, a: number, b: number): { start: number; end: number } => ({ start: a % text.length, end: Math.min(text.length, (a % text.length) + (b % 40) + 1) });
const STATUSES: readonly Status[] = ["accepted", "rejected", "proposed"];
const KINDS: readonly StatementKind[] = ["direct", "indirect", "mixed"];
const TYPES: readonly EntityType[] = ["person", "organization", "place", "group"];

const DECISIONS: readonly Apply[] = [
  (document, { a, b }) => setStatus(document, [idOf(document.statements, a)], STATUSES[b % 3] ?? "accepted"),
  (document, { a, b }) => setStatus(document, [idOf(document.annotations, a)], STATUSES[b % 3] ?? "accepted"),
  (document, { a, b }) => setSpeaker(document, idOf(document.statements, a), { entity: idOf(document.entities, b) }),
  (document, { a, id }) => setSpeaker(document, idOf(document.statements, a), { name: "Anna Ozola", newId: id }),
  (document, { a, b, c }) => setSpeaker(document, idOf(document.statements, a), { entities: [idOf(document.entities, b), idOf(document.entities, c)] }),
  (document, { a }) => setSpeaker(document, idOf(document.statements, a), null),
  (document, { a, b }) => setKind(document, [idOf(document.statements, a)], KINDS[b % 3] ?? "mixed"),
  (document, { a, b, c, id }, text) => setPart(document, idOf(document.statements, a), (["cue", "speaker", "when", "where"] as const)[b % 4] ?? "cue", { range: range(text, c, b), newId: id }, text),
  (document, { a, b }, text) => setPart(document, idOf(document.statements, a), (["cue", "speaker", "when", "where"] as const)[b % 4] ?? "cue", null, text),
  (document, { a, b, id }, text) => addStatement(document, { newId: id, range: range(text, a, b) }, text),
  (document, { a, b, c, id }, text) => setWords(document, idOf(document.statements, a), range(text, b, c), id, text),
  (document, { a, b, id }, text) => splitStatement(document, idOf(document.statements, a), b % text.length, id, text),
  (document, { a, b, id }) => joinStatements(document, [idOf(document.statements, a), idOf(document.statements, b)], id),
  (document, { a, id }) => addNote(document, idOf(document.statements, a), { id, text: "Is it so?", created: "2026-01-01T00:00:00Z" }),
  (document, { a, b }) => editNote(document, idOf(document.statements, a), idOf(pick(document.statements, a)?.notes ?? [], b), "It is so."),
  (document, { a, b }) => deleteNote(document, idOf(document.statements, a), idOf(pick(document.statements, a)?.notes ?? [], b)),
  (document, { a, b, c, id }, text) => setSpan(document, idOf(document.annotations, a), range(text, b, c), id, text),
  (document, { a, b, c, id }, text) => addMention(document, { newId: id, range: range(text, a, b), type: "person", entity: c % 2 ? idOf(document.entities, c) : { newId: `${id}-entity` } }, text),
  (document, { a }) => setDateValue(document, idOf(document.annotations.filter(({ type }) => type === "date"), a), "2020-01"),
  (document, { a, b }) => deleteFindings(document, [idOf(document.annotations, a), idOf(document.statements, b)]),
  (document, { a, b, c }, text) => reattach(document, idOf(document.annotations.filter(({ orphaned }) => orphaned === true), a), range(text, b, c), text),
  (document, { a, id }) => renameEntity(document, idOf(document.entities, a), `Name ${id}`),
  (document, { a, b }) => mergeEntities(document, idOf(document.entities, a), [idOf(document.entities, b)]),
  (document, { a, id }) => splitMentions(document, [idOf(document.annotations.filter(({ entity }) => entity !== undefined), a)], id),
  (document, { a, b }) => setEntityType(document, idOf(document.entities, a), TYPES[b % 4] ?? "group"),
  (document, { a, b }) => setPlace(document, idOf(document.entities.filter(({ type }) => type === "place"), a), { name: "Riga", geoname: 1 + b, country: "US" }),
  (document, { a }) => setPublished(document, a % 2 ? "2020-02-02" : null),
];

export function applyDecision(document: AnnotationDocument, decision: Decision, text: string): AnnotationDocument {
  return DECISIONS[decision.kind % DECISIONS.length]?.(document, decision, text) ?? document;
}

let next = 0;

export function anyDecision(): fc.Arbitrary<Decision> {
  // ids are as good as random: no two decisions share one
  return fc.record({ kind: fc.nat(DECISIONS.length - 1), a: fc.nat(400), b: fc.nat(400), c: fc.nat(400) }).map((numbers) => ({ ...numbers, id: `new-${next++}` }));
}
