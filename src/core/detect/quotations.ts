import type { Article } from "../text/article.js";
import type { Quotation } from "./findings.js";

/** All stretches in quotation marks, in document order (an outer one before those inside it). */
export function findQuotations(_article: Article): Quotation[] {
  return [];
}
