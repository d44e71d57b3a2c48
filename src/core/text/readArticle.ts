import type { TextRange } from "../document/range.js";
import type { Article, ArticleInput, Block, BlockKind, Sentence } from "./article.js";
import { splitSentences } from "./sentences.js";
import { addTokens, TokensBuilder } from "./tokens.js";

/** A block before its sentences and tokens are known; `masked` stretches (link targets, emphasis marks) get no tokens. */
export interface RawBlock extends TextRange {
  readonly kind: BlockKind;
  readonly label?: TextRange;
  readonly masked?: readonly TextRange[];
}

/** Reads a text into blocks, sentences and tokens. Never throws; linear time and memory. */
export function readArticle(input: ArticleInput): Article {
  const { text } = input;
  const builder = new TokensBuilder(text);
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  for (const raw of plainBlocks(text)) {
    const firstToken = builder.length;
    const firstSentence = sentences.length;
    for (const sentence of splitSentences(text, raw)) {
      const first = builder.length;
      addTokens(builder, text, sentence.start, sentence.end);
      sentences.push({ ...sentence, block: blocks.length, firstToken: first, endToken: builder.length });
    }
    blocks.push({ ...raw, firstSentence, endSentence: sentences.length, firstToken, endToken: builder.length });
  }
  return { text, format: input.format ?? "plain", language: input.language ?? "en", blocks, sentences, tokens: builder.build() };
}

function* plainBlocks(text: string): Generator<RawBlock> {
  for (const match of text.matchAll(/\S[^\r\n]*/gu)) {
    yield { kind: "paragraph", start: match.index, end: match.index + match[0].trimEnd().length };
  }
}
