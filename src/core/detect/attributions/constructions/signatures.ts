import type { TextRange } from "../../../document/range.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { auxiliaries } from "../../../lexicon/wordClasses.js";
import { holdsStatements, type Article, type Block } from "../../../text/article.js";
import type { Attribution, Quotation } from "../../findings.js";

const DASH = /^[-–—―]$/u;
/** Tokens of a name, and of a signature with what explains it. */
const NAME_LENGTH = 6;
const SIGNATURE_LENGTH = 24;

/** `"…"` and, in the next paragraph, `— Jane Doe, nurse`: a quotation that is a paragraph, or a block quotation, signed with a name behind a dash in the line below it. */
export function findSignatures(article: Article, quotations: readonly Quotation[]): Attribution[] {
  // few articles have any
  let byEnd: ReadonlyMap<number, Quotation> | undefined;
  return article.blocks.flatMap((block, index) => {
    const before = article.blocks[index - 1];
    const name = before && holdsStatements(before) && holdsStatements(block) ? signedName(article, block) : undefined;
    const contents = before && name && signedContents(article, index, (byEnd ??= new Map(quotations.filter(({ depth }) => depth === 0).map((quotation) => [quotation.end, quotation]))));
    return contents ? [{ contents, cue: { start: block.start, end: article.tokens.end(dashEnd(article, block) - 1) }, source: name, construction: "label", confidence: 0.85 } as const] : [];
  });
}

/** All of a quotation that ends with the block before, or of the block quotation that the signature closes. */
function signedContents({ blocks }: Article, index: number, byEnd: ReadonlyMap<number, Quotation>): readonly TextRange[] | undefined {
  const { start = 0, end = 0, kind } = blocks[index - 1] ?? {};
  const quotation = byEnd.get(end);
  if (quotation) return blocks[quotation.block]?.start === quotation.start ? quotation.parts : undefined;
  return kind === "blockQuote" && blocks[index]?.kind === "blockQuote" && blocks[index - 2]?.kind !== "blockQuote" ? [{ start, end }] : undefined;
}

function dashEnd({ tokens }: Article, { firstToken }: Block): number {
  let end = firstToken;
  while (end < firstToken + 2 && DASH.test(tokens.text(end))) end++;
  return end;
}

/** The name behind the dash, where nothing but a comma and what explains it follows; undefined for any other paragraph. */
function signedName(article: Article, block: Block): TextRange | undefined {
  const { tokens } = article;
  const first = dashEnd(article, block);
  if (first === block.firstToken || block.endToken - first > SIGNATURE_LENGTH || block.endSentence - block.firstSentence > 1 || !tokens.isCapitalized(first)) return undefined;
  let end = first;
  while (end < block.endToken && (tokens.isCapitalized(end) || (nameWords().facts(tokens.lower(end)) & Word.particle) !== 0 || (/^[.-]$/u.test(tokens.text(end)) && end + 1 < block.endToken))) end++;
  if (end - first > NAME_LENGTH || tokens.kind(end - 1) !== "word") return undefined;
  const isAlone = end === block.endToken || (end === block.endToken - 1 && tokens.text(end) === ".");
  if (!isAlone && !/^[,(]$/u.test(tokens.text(end))) return undefined;
  // "— Reed, who had been asked": it explains him; "— Trade, jobs and schools are at stake" does not
  for (let index = end; index < block.endToken; index++) {
    if (tokens.kind(index) === "quote") return undefined;
    if (auxiliaries.has(tokens.lower(index)) && !/^(?:who|which)$/u.test(tokens.lower(end + 1))) return undefined;
  }
  return tokens.span(first, end);
}
