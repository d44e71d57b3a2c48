import type { Gazetteer } from "../places/gazetteer.js";
import type { Article, Block } from "../text/article.js";
import type { PlaceMention } from "./findings.js";

/** Place names and demonyms of one block, in document order, with all that they may mean. */
export function findPlaces(_article: Article, _block: Block, _gazetteer: Gazetteer): PlaceMention[] {
  return [];
}
