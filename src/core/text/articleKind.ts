/** What a file is judged by. */
export interface ArticleSample {
  readonly text: string;
  readonly file?: string;
  readonly languageId?: string;
}

/** Whether a text reads like prose, and why. */
export function looksLikeArticle({ text }: ArticleSample): { readonly isArticle: boolean; readonly why: "prose" | "not prose" } {
  const sentences = text.match(/\p{Ll}{2}[.!?]["”’)]?(?=\s|$)/gu)?.length ?? 0;
  return sentences >= 3 ? { isArticle: true, why: "prose" } : { isArticle: false, why: "not prose" };
}
