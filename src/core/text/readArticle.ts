import type { Article, ArticleInput, Block, Sentence } from "./article.js";
import { plainBlocks } from "./blocks.js";
import { detectLanguage } from "./language.js";
import { markdownBlocks } from "./markdown.js";
import { runRange, splitSentences } from "./sentences.js";
import { addTokens, TokensBuilder } from "./tokens.js";

/** Reads a text into blocks, sentences and tokens. Never throws; linear time and memory. */
export function readArticle(input: ArticleInput): Article {
  const { text } = input;
  const format = input.format ?? "plain";
  const raws = format === "markdown" ? markdownBlocks(text) : plainBlocks(text);
  const builder = new TokensBuilder(text);
  const ends = raws.map(({ kind, start, end, masked }) => {
    if (kind !== "code" && kind !== "frontMatter" && kind !== "markup") addTokens(builder, text, start, end, masked);
    return builder.length;
  });
  const tokens = builder.build();
  const sentences: Sentence[] = [];
  const blocks = raws.map(({ kind, start, end, label }, index): Block => {
    const firstToken = ends[index - 1] ?? 0;
    const endToken = ends[index] ?? firstToken;
    const firstSentence = sentences.length;
    for (const run of splitSentences(tokens, { first: firstToken, end: endToken })) {
      const range = runRange(tokens, run);
      sentences.push({ start: range.start, end: range.end, block: index, firstToken: run.first, endToken: run.end });
    }
    return { kind, start, end, firstSentence, endSentence: sentences.length, firstToken, endToken, label };
  });
  return { text, format, language: input.language ?? detectLanguage(tokens, text), blocks, sentences, tokens };
}
