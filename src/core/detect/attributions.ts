import type { Article } from "../text/article.js";
import type { Attribution, DateMention, NameMention, PlaceMention, Quotation } from "./findings.js";

/** What the finding of attributions may look at. */
export interface Findings {
  readonly quotations: readonly Quotation[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly names: readonly NameMention[];
}

/**
 * Cue, source and content spans of every statement, in document order of their first span. This is the one place that a learned
 * tagger takes over; all that follows works on its result.
 */
export function findAttributions(_article: Article, _found: Findings): Attribution[] {
  return [];
}
