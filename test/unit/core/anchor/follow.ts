import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { documentOf } from "./revisions.js";

/** Words of an old text, and where they stand in it. */
export interface Mark {
  readonly words: string;
  readonly start: number;
}

/** Where the first of some words went that alone are marked: their offset in the new text, -1 for an orphan. */
export function followAt(before: string, after: string, marks: readonly Mark[], isBaseKnown = false): number {
  const spans = marks.map(({ words, start }) => ({ start, end: start + words.length }));
  const [found] = anchorDocument(documentOf(before, spans), after, isBaseKnown ? before : undefined).document.annotations;
  return found === undefined || found.orphaned === true ? -1 : found.start;
}
