import type { TextRange } from "../../../document/range.js";

/** So many equal letters are no chance. */
const LEAST_LENGTH = 8;
/** A line that stands twice is no longer than this. */
const LONGEST_LINE = 100;

/** A place between two units of the old text and two of the new one. */
export interface Edge {
  readonly before: number;
  readonly after: number;
}

/** A short line right behind or before the same one, which was put in with something else. */
export function findDoubledLine(from: Edge, to: Edge, after: string): TextRange[] {
  const added = after.slice(from.after, to.after);
  const next = after.slice(to.after, to.after + LEAST_LENGTH);
  const behind = next.length < LEAST_LENGTH ? 0 : added.length - added.indexOf(next, Math.max(0, added.length - LONGEST_LINE));
  const last = after.slice(Math.max(0, from.after - LEAST_LENGTH), from.after);
  const ahead = last.length < LEAST_LENGTH ? -1 : added.slice(0, LONGEST_LINE).lastIndexOf(last);
  const found: TextRange[] = [];
  if (behind <= LONGEST_LINE && behind <= added.length && after.startsWith(added.slice(added.length - behind), to.after)) found.push({ start: to.before, end: to.before + behind });
  if (ahead >= 0 && after.slice(0, from.after).endsWith(added.slice(0, ahead + LEAST_LENGTH))) found.push({ start: from.before - ahead - LEAST_LENGTH, end: from.before });
  return found;
}
