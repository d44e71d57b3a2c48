import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";

/** Who has written an article, and where its byline says so; undefined where it names nobody, or several. */
export function authorIn({ blocks }: Article, entities: readonly FoundEntity[]): { readonly entity: number; readonly at: TextRange } | undefined {
  const authors = entities.flatMap(({ type, mentions }, entity) => {
    const signed = type === "person" ? mentions.find(({ start }) => blocks[lastStartingBy(blocks, start)]?.kind === "byline") : undefined;
    return signed ? [{ entity, at: { start: signed.start, end: signed.end } }] : [];
  });
  return authors.length === 1 ? authors[0] : undefined;
}
