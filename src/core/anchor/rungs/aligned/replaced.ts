import type { TextRange } from "../../../document/range.js";
import type { Block } from "../../compare/blocks.js";

/** Equal stretches from this length on are no chance. */
export const SOLID_LENGTH = 24;
/** A stretch of which less than this part is left, and which is less than this part of what stands there now, was replaced. */
const KEPT_SHARE = 0.5;

/**
 * Where the old text was taken out between two stretches that are the same, and something else put in its place. What is equal there are a few letters here and there,
 * which any two sentences of one article share ("in America"): short words among them are not the same words. `common` is what two texts have in common; in order.
 */
export function findReplaced(common: readonly Block[], oldLength: number, newLength: number): TextRange[] {
  const found: TextRange[] = [];
  let [start, newStart, kept] = [0, 0, 0];
  // behind the last one both texts end
  for (const { before, after, length, isMoved } of [...common, { before: oldLength, after: newLength, length: SOLID_LENGTH, isMoved: false }]) {
    if (isMoved) continue;
    if (length < SOLID_LENGTH) {
      kept += length;
      continue;
    }
    if (kept > 0 && kept < KEPT_SHARE * (before - start) && kept < KEPT_SHARE * (after - newStart)) found.push({ start, end: before });
    [start, newStart, kept] = [before + length, after + length, 0];
  }
  return found;
}
