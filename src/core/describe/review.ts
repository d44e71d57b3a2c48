import type { DocumentIndex, StatementParts } from "../document/documentIndex.js";

/** How many statements of an article a person has accepted or rejected. */
export interface ReviewProgress {
  readonly reviewed: number;
  readonly total: number;
}

/** Statements whose words are in the text and that no person replaced by others. */
export function reviewable(index: DocumentIndex): StatementParts[] {
  return index.document.statements
    .map(({ id }) => index.statement(id))
    .filter((parts) => parts !== undefined)
    .filter(({ statement, quotes }) => statement.replacedBy === undefined && quotes.some(({ orphaned }) => orphaned !== true))
    .sort((a, b) => firstWord(a) - firstWord(b) || lastWord(a) - lastWord(b));
}

export function isReviewed({ statement }: StatementParts): boolean {
  return statement.status === "accepted" || statement.status === "rejected";
}

export function reviewProgress(index: DocumentIndex): ReviewProgress {
  const all = reviewable(index);
  return { reviewed: all.filter(isReviewed).length, total: all.length };
}

/**
 * The next statement to review after one in the order of the article, from the start again after the last.
 * @param after id of a statement, or an offset in the text.
 * @returns undefined where all the others are reviewed.
 */
export function nextUnreviewed(index: DocumentIndex, after: string | number): StatementParts | undefined {
  const all = reviewable(index);
  const isId = typeof after === "string";
  const from = isId ? all.findIndex(({ statement }) => statement.id === after) + 1 : all.findLastIndex((parts) => firstWord(parts) < after) + 1;
  const rest = all.slice(0, isId ? Math.max(0, from - 1) : from);
  return [...all.slice(from), ...rest].find((parts) => !isReviewed(parts));
}

function firstWord({ quotes }: StatementParts): number {
  return quotes[0]?.start ?? 0;
}

function lastWord({ quotes }: StatementParts): number {
  return quotes.at(-1)?.end ?? 0;
}
