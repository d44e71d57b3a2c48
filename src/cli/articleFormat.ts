import type { ArticleFormat } from "../core/text/article.js";

/** What a file is written in, by its name. */
export function toArticleFormat(file: string): ArticleFormat {
  return /\.(?:md|markdown|mdown|mkd)$/iu.test(file) ? "markdown" : "plain";
}
