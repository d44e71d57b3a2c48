import type { TextRange } from "../document/range.js";
import { firstEndingAfter } from "../document/sortedRanges.js";
import { Tokens } from "./tokens.js";

/** What a file's text is written in. */
export type ArticleFormat = "plain" | "markdown";

/** What comes in: one article as it stands in its file, decoded, without byte order mark, line ends as stored. */
export interface ArticleInput {
  readonly text: string;
  /** "plain" where it is not given. */
  readonly format?: ArticleFormat;
  /** File name or path, for dates in names and for the document's `source.file`. */
  readonly file?: string;
  /** Name in a stream. */
  readonly id?: string;
  /** The day of the article, "2021-04-06", where the caller knows it; it outranks what the text says. */
  readonly published?: string | null;
  /** BCP 47 tag; "en" where it is not given. */
  readonly language?: string;
  /** Where the outlet is at home, "Springfield, Missouri"; front matter that tells it outranks this. */
  readonly home?: string;
}

/**
 * What a block of text is. Names, dates and places are looked for in all but `code`, `frontMatter` and `markup`;
 * statements in `paragraph`, `listItem` and `blockQuote` alone.
 *
 * - `header`: a line about the article: "date 2021-04-06", "Published: 6 April 2021", "LINK: …"
 * - `dateline`: "NEW DELHI, April 6 (Reuters) —" at the head of the first paragraph
 * - `byline`: "By Jane Doe, Staff Writer"
 * - `teaser`: a link to another story: "READ | …", "Also read: …"; may stand inside a paragraph's line
 * - `markup`: HTML tags, link definitions, rules
 */
export type BlockKind =
  | "paragraph"
  | "heading"
  | "header"
  | "dateline"
  | "byline"
  | "caption"
  | "teaser"
  | "listItem"
  | "blockQuote"
  | "table"
  | "code"
  | "frontMatter"
  | "markup";

/** A stretch of the article with one purpose. Blocks follow each other in the text and never overlap; only white space is between them. */
export interface Block extends TextRange {
  readonly kind: BlockKind;
  /** Index of the block's first sentence in `Article.sentences`, and one past its last. */
  readonly firstSentence: number;
  readonly endSentence: number;
  /** Index of the block's first token in `Article.tokens`, and one past its last. */
  readonly firstToken: number;
  readonly endToken: number;
  /** A transcript's label at the head of the block ("LAVROV:", "**Jane Doe:**"), without colon and marks. */
  readonly label?: TextRange | undefined;
}

/** A sentence lies within one block. */
export interface Sentence extends TextRange {
  /** Index of its block. */
  readonly block: number;
  readonly firstToken: number;
  readonly endToken: number;
}

/** An article read into blocks, sentences and tokens: what every detector works on. Nothing in it is changed later. */
export interface Article {
  readonly text: string;
  readonly format: ArticleFormat;
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly tokens: Tokens;
}

/** The article without a word. */
export const NO_ARTICLE: Article = { text: "", format: "plain", language: "en", blocks: [], sentences: [], tokens: Tokens.none };

/** Kinds of block in which people speak. */
export function holdsStatements({ kind }: Block): boolean {
  return kind === "paragraph" || kind === "listItem" || kind === "blockQuote";
}

/** Kinds of block in which names, places and dates are looked for. */
export function holdsMentions({ kind }: Block): boolean {
  return kind !== "code" && kind !== "frontMatter" && kind !== "markup";
}

/** The sentence that holds `offset` or, between sentences, the next one; undefined after the last. */
export function sentenceAt({ sentences }: Article, offset: number): Sentence | undefined {
  return sentences[firstEndingAfter(sentences, offset)];
}
