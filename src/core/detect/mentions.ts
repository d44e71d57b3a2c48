import type { Gazetteer } from "../places/gazetteer.js";
import type { Article, Block } from "../text/article.js";
import { findDates } from "./dates.js";
import type { ArticleDate, DateMention, NameMention, PlaceMention } from "./findings.js";
import { findNames } from "./names.js";
import { findPlaces } from "./places.js";

/** What is mentioned in an article so far, in document order. */
export interface Mentions {
  readonly dates: DateMention[];
  readonly places: PlaceMention[];
  readonly names: NameMention[];
}

/** Adds what one block mentions; blocks come in document order. */
export function addMentions({ dates, places, names }: Mentions, article: Article, block: Block, published: ArticleDate | null, gazetteer: Gazetteer): void {
  const blockDates = findDates(article, block, published, dates);
  const blockPlaces = findPlaces(article, block, gazetteer);
  // one by one: a block may be a whole book on one line, more than a call takes arguments
  for (const date of blockDates) dates.push(date);
  for (const place of blockPlaces) places.push(place);
  // after places and dates: what is surely one of those is no name
  for (const name of findNames(article, block, blockPlaces, blockDates)) names.push(name);
}
