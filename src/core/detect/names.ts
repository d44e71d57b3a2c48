import type { Article, Block } from "../text/article.js";
import type { DateMention, NameMention, PlaceMention } from "./findings.js";

/** Names of people and organizations in one block, in document order; `places` and `dates` are those of the same block. */
export function findNames(_article: Article, _block: Block, _places: readonly PlaceMention[], _dates: readonly DateMention[]): NameMention[] {
  return [];
}
