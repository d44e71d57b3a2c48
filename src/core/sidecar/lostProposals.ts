import { normalizeText } from "../anchor/compare/normalizedText.js";
import type { Annotation, AnnotationDocument, Statement } from "../document/annotationDocument.js";
import { decidedIds, isDecided, referredAnnotations } from "../document/decided.js";
import { isMention } from "../document/documentIndex.js";
import { withoutUnused } from "../document/withoutUnused.js";

/**
 * Ids of the statements and mentions that nobody decided on and whose words are gone from the text: orphans, which stay until a person
 * deletes them. What `found`, a fresh analysis, finds again with the same words is no longer one of them, so that nothing is listed twice.
 */
export function lostProposals(kept: AnnotationDocument, found?: AnnotationDocument): Set<string> {
  const orphans = new Map(kept.annotations.filter(({ orphaned }) => orphaned === true).map((annotation) => [annotation.id, annotation]));
  if (orphans.size === 0) return new Set();
  const said = new Set(found && wordsOfStatements(found));
  const mentioned = new Set(found?.annotations.filter(isMention).map(wordsOfMention));
  const isLost = (statement: Statement): boolean => !isDecided(statement) && statement.quote.length > 0 && statement.quote.every((id) => orphans.has(id));
  const statements = kept.statements.filter((statement) => isLost(statement) && !said.has(wordsOf(statement, orphans)));
  const mentions = [...orphans.values()].filter((annotation) => isMention(annotation) && !isDecided(annotation) && !mentioned.has(wordsOfMention(annotation)));
  return new Set([...statements, ...mentions].map(({ id }) => id));
}

/** The document as it tells of the present text alone: without such orphans and the people and places that only they mention. */
export function withoutLostProposals(document: AnnotationDocument): AnnotationDocument {
  const lost = lostProposals(document);
  if (lost.size === 0) return document;
  const statements = document.statements.filter(({ id }) => !lost.has(id));
  const held = decidedIds(document);
  for (const id of statements.flatMap(referredAnnotations)) held.add(id);
  const annotations = document.annotations.filter(({ id, orphaned }) => orphaned !== true || held.has(id));
  return { ...document, entities: withoutUnused(document.entities, annotations, statements), annotations, statements };
}

function wordsOfStatements({ annotations, statements }: AnnotationDocument): string[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  return statements.map((statement) => wordsOf(statement, byId));
}

function wordsOf({ quote }: Statement, annotations: ReadonlyMap<string, Annotation>): string {
  return normalizeText(quote.map((id) => annotations.get(id)?.text ?? "").join("\n")).text;
}

function wordsOfMention({ type, text }: Annotation): string {
  return `${type}:${normalizeText(text).text}`;
}
