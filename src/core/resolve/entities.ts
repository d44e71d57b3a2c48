import type { NameMention, PlaceMention } from "../detect/findings.js";
import type { Article } from "../text/article.js";
import type { FoundEntity } from "./foundEntity.js";

/** Who is who: chains of mentions, people first, then organizations, then places, each in order of first mention. */
export function linkEntities(_article: Article, _names: readonly NameMention[], _places: readonly PlaceMention[]): FoundEntity[] {
  return [];
}
