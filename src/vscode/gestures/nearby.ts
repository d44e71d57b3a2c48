import type { DocumentIndex, StatementParts } from "../../core/document/documentIndex.js";
import type { TextRange } from "../../core/document/range.js";

/** Speakers that are listed as likely for words that a person marked. */
const MOST_SPEAKERS = 4;

/** The statements of the paragraph that a stretch stands in, the nearest first; those right beside it where the paragraph has none. */
export function statementsAround(index: DocumentIndex, range: TextRange, text: string): StatementParts[] {
  const paragraph = paragraphAround(text, range);
  const near = index.statements.map((parts) => ({ parts, distance: distance(parts.range, range) })).sort((a, b) => a.distance - b.distance);
  const within = near.filter(({ parts }) => parts.range.start < paragraph.end && paragraph.start < parts.range.end);
  return (within.length > 0 ? within : near.slice(0, 2)).map(({ parts }) => parts);
}

/** Ids of the people and organizations that are named nearest to a stretch or speak there. */
export function nearestSpeakers(index: DocumentIndex, range: TextRange): string[] {
  const named = index.annotations.filter(({ type, entity }) => entity !== undefined && (type === "person" || type === "organization" || type === "speaker"));
  const near = named.map((annotation) => ({ entity: annotation.entity ?? "", distance: distance(annotation, range) })).sort((a, b) => a.distance - b.distance);
  return [...new Set(near.map(({ entity }) => entity))].slice(0, MOST_SPEAKERS);
}

/** True where another statement begins further on in the article. */
export function hasNext(index: DocumentIndex, { range }: StatementParts): boolean {
  return index.statements.some((other) => other.range.start > range.start);
}

/** Code units between two stretches; 0 where they touch. */
export function distance(a: TextRange, b: TextRange): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function paragraphAround(text: string, { start, end }: TextRange): TextRange {
  const after = text.slice(end).search(/\r?\n[^\S\n]*\r?\n/u);
  const lead = text.slice(0, start);
  return { start: Math.max(lead.lastIndexOf("\n\n"), lead.lastIndexOf("\n\r\n")) + 1, end: after < 0 ? text.length : end + after };
}
