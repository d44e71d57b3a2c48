import type { Article, ArticleInput, Block, Sentence } from "./article.js";
import { plainBlocks } from "./blocks.js";
import { runRange, splitSentences } from "./sentences.js";
import { addTokens, TokensBuilder } from "./tokens.js";

/** Reads a text into blocks, sentences and tokens. Never throws; linear time and memory. */
export function readArticle(input: ArticleInput): Article {
  const { text } = input;
  const format = input.format ?? "plain";
  const builder = new TokensBuilder(text);
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  for (const { kind, start, end, label, masked } of plainBlocks(text)) {
    const firstToken = builder.length;
    const firstSentence = sentences.length;
    if (kind !== "code" && kind !== "frontMatter" && kind !== "markup") {
      addTokens(builder, text, start, end, masked);
      const tokens = builder.build();
      for (const run of splitSentences(tokens, { first: firstToken, end: builder.length })) {
        sentences.push({ ...runRange(tokens, run), block: blocks.length, firstToken: run.first, endToken: run.end });
      }
    }
    const block = { kind, start, end, firstSentence, endSentence: sentences.length, firstToken, endToken: builder.length };
    blocks.push(label === undefined ? block : { ...block, label });
  }
  return { text, format, language: input.language ?? "en", blocks, sentences, tokens: builder.build() };
}
