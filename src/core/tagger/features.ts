import type { Article } from "../text/article.js";
import { CONTEXT_COLUMNS, WORD_COLUMNS } from "./columns.js";
import { contextFeatures, type Surroundings } from "./contextFeatures.js";
import { wordFeatures } from "./wordFeatures.js";

/** The features of all tokens of an article. Words are kept once each, since most stand there many times. */
export interface Features {
  /** Index of each token's word in `words`. */
  readonly wordOf: Int32Array;
  /** One row of `WORD_COLUMNS` a word as it is written, row after row. */
  readonly words: Int32Array;
  readonly wordCount: number;
  /** One row of `CONTEXT_COLUMNS` a token, row after row. */
  readonly context: Uint8Array;
}

/** Reads the features of an article: what the network sees, in training and in use. Linear in the tokens. */
export function readFeatures(article: Article, found: Surroundings): Features {
  const { tokens } = article;
  const featuresOf = tokens.perWord(wordFeatures);
  const wordOf = new Int32Array(tokens.length);
  const words = new Int32Array(tokens.wordCount * WORD_COLUMNS.length);
  let wordCount = 0;
  // words are numbered as they first stand in the text
  for (let index = 0; index < tokens.length; index++) {
    const word = tokens.word(index);
    wordOf[index] = word;
    if (word < wordCount) continue;
    wordCount = word + 1;
    const features = featuresOf(index);
    for (let column = 0; column < WORD_COLUMNS.length; column++) words[word * WORD_COLUMNS.length + column] = features?.[column] ?? 0;
  }
  return { wordOf, words, wordCount, context: contextFeatures(article, found) };
}

/** The row of one token: the ids in the order of `COLUMNS`. */
export function featureRow({ wordOf, words, context }: Features, token: number): number[] {
  const word = (wordOf[token] ?? 0) * WORD_COLUMNS.length;
  const place = token * CONTEXT_COLUMNS.length;
  return [...words.subarray(word, word + WORD_COLUMNS.length), ...context.subarray(place, place + CONTEXT_COLUMNS.length)];
}
