import type { FeatureDependencies } from "../features/feature.js";

/**
 * Takes the last decision on an article back, or makes it again, and answers its label; undefined where there is none. Dates are counted
 * from the day of the article: where a person had set that, it is read again.
 */
export function stepInHistory({ store, articles }: Pick<FeatureDependencies, "store" | "articles">, uri: string, step: "undo" | "redo"): string | undefined {
  const dayOf = (): string | null | undefined => store.get(uri)?.source.published;
  const day = dayOf();
  const label = store[step](uri);
  const article = articles.document(uri);
  if (article && dayOf() !== day) articles.analyzeAgain(article);
  return label;
}
