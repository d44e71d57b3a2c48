import type { TextRange } from "../../document/range.js";
import type { Article, Block } from "../../text/article.js";
import type { DateMention, Quotation } from "../findings.js";

/** A token of a block, or a whole quotation in it: what the constructions are made of. */
export interface Piece extends TextRange {
  readonly kind: "word" | "number" | "quotation" | "mark";
  /** As written. */
  readonly text: string;
  readonly lower: string;
  /** True for the first piece of a sentence; what is inside a quotation begins none. */
  readonly opens: boolean;
  /** True where no white space stands before it. */
  readonly joined: boolean;
  readonly capital: boolean;
  /** The date or time that it belongs to. */
  readonly date?: DateMention | undefined;
  readonly quotation?: Quotation;
}

/** Findings of one kind in document order, asked with offsets that only grow: linear over the article. */
export class Cursor<T extends TextRange> {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new Cursor([]);

  private next = 0;

  constructor(private readonly items: readonly T[]) {}

  /** The item that holds the offset. */
  at(offset: number): T | undefined {
    while ((this.items[this.next]?.end ?? Infinity) <= offset) this.next++;
    const item = this.items[this.next];
    return item && item.start <= offset ? item : undefined;
  }
}

/** The findings that pieces carry, walked through once from the first block to the last. */
export interface Cursors {
  /** One range for each paragraph of each outermost quotation of speech. */
  readonly quotations: Cursor<TextRange & { readonly quotation: Quotation }>;
  readonly dates: Cursor<DateMention>;
}

/**
 * The pieces of a block. Sentences are joined where their border lies inside a quotation: for who said what, a quotation is one
 * thing however many sentences it holds.
 */
export function readPieces(article: Article, block: Block, cursors: Cursors): Piece[] {
  const { tokens } = article;
  const pieces: Piece[] = [];
  let sentence = block.firstSentence;
  let quotedUntil = -1;
  for (let index = block.firstToken; index < block.endToken; index++) {
    const start = tokens.start(index);
    if (start < quotedUntil) continue;
    let opens = pieces.length === 0;
    while (sentence < block.endSentence && (article.sentences[sentence]?.start ?? Infinity) <= start) {
      opens ||= article.sentences[sentence]?.start === start;
      sentence++;
    }
    const quoted = cursors.quotations.at(start);
    const joined = tokens.isJoined(index);
    if (quoted) {
      quotedUntil = quoted.end;
      pieces.push({ kind: "quotation", start: quoted.start, end: quoted.end, text: article.text.slice(quoted.start, quoted.end), lower: "", opens, joined, capital: false, quotation: quoted.quotation });
      continue;
    }
    const kind = tokens.kind(index);
    const date = cursors.dates.at(start);
    pieces.push({
      kind: kind === "quote" || kind === undefined ? "mark" : kind,
      start,
      end: tokens.end(index),
      text: tokens.text(index),
      lower: tokens.lower(index),
      opens,
      joined,
      capital: tokens.isCapitalized(index),
      date,
    });
  }
  return pieces;
}
