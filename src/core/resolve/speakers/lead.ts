import { holdsStatements, type Article } from "../../text/article.js";

/** Tokens of a paragraph that is no headline, byline or the like. */
const LEAST_LEAD = 20;

/** Index of the first paragraph that is no headline or byline: the first long one, or the first where all are short. */
export function firstParagraph({ blocks }: Article): number {
  const long = blocks.findIndex((block) => holdsStatements(block) && block.endToken - block.firstToken >= LEAST_LEAD);
  return long < 0 ? blocks.findIndex(holdsStatements) : long;
}
