import type { TextRange } from "../document/range.js";

/**
 * - `word`: letters, with inner apostrophes, hyphens kept apart ("Russia", "-", "China"), abbreviations whole ("U.S.", "Mr.")
 * - `number`: digits with separators inside ("3,000", "2021", "9.5", "1990s", "6th")
 * - `quote`: any quotation mark or apostrophe that stands alone
 * - `mark`: any other single character that is no white space
 */
export type TokenKind = "word" | "number" | "quote" | "mark";

const KINDS: readonly TokenKind[] = ["word", "number", "quote", "mark"];

/**
 * The tokens of an article in document order, as columns (nine bytes a token, so that a book fits). A possessive `'s` is a token
 * of its own. Indices run from 0 to `length - 1`.
 */
export class Tokens {
  readonly length: number;

  constructor(
    private readonly source: string,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
    private readonly kinds: Uint8Array,
  ) {
    this.length = starts.length;
  }

  /** Start offset; the text's length where there is no such token. */
  start(index: number): number {
    return this.starts[index] ?? this.source.length;
  }

  /** End offset; the text's length where there is no such token. */
  end(index: number): number {
    return this.ends[index] ?? this.source.length;
  }

  range(index: number): TextRange {
    return { start: this.start(index), end: this.end(index) };
  }

  /** From the start of token `first` to the end of token `end - 1`. */
  span(first: number, end: number): TextRange {
    return { start: this.start(first), end: this.end(end - 1) };
  }

  /** The token as it is written; "" where there is no such token. */
  text(index: number): string {
    return index < 0 || index >= this.length ? "" : this.source.slice(this.starts[index], this.ends[index]);
  }

  /** The token in small letters. */
  lower(index: number): string {
    return this.text(index).toLowerCase();
  }

  kind(index: number): TokenKind | undefined {
    const kind = this.kinds[index];
    return kind === undefined ? undefined : KINDS[kind];
  }

  /** True for a token that begins with a capital letter. */
  isCapitalized(index: number): boolean {
    return /^\p{Lu}/u.test(this.text(index));
  }

  /** True where no white space is between this token and the one before it. */
  isJoined(index: number): boolean {
    return index > 0 && this.starts[index] === this.ends[index - 1];
  }

  /** Index of the first token that ends after `offset` (`length` where there is none). */
  at(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** Collects tokens; the columns grow as needed. */
export class TokensBuilder {
  private starts = new Int32Array(1024);
  private ends = new Int32Array(1024);
  private kinds = new Uint8Array(1024);
  private count = 0;

  constructor(private readonly source: string) {}

  get length(): number {
    return this.count;
  }

  add(kind: TokenKind, start: number, end: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.kinds[this.count] = KINDS.indexOf(kind);
    this.count++;
  }

  build(): Tokens {
    return new Tokens(this.source, this.starts.slice(0, this.count), this.ends.slice(0, this.count), this.kinds.slice(0, this.count));
  }

  private grow(): void {
    const size = this.starts.length * 2;
    const starts = new Int32Array(size);
    const ends = new Int32Array(size);
    const kinds = new Uint8Array(size);
    starts.set(this.starts);
    ends.set(this.ends);
    kinds.set(this.kinds);
    this.starts = starts;
    this.ends = ends;
    this.kinds = kinds;
  }
}

const ABBREVIATION =
  String.raw`(?:\p{Lu}\.(?:\p{Lu}\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Rev|Hon|Pres|Jr|Sr|St|Mt|Ft|No|vs|etc|Inc|Corp|Co|Ltd|Bros|Dept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\.(?=[\s,;:)\]]|$))`;
const TOKEN = new RegExp(
  [
    String.raw`(?<number>\p{N}+(?:[.,:/]\p{N}+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{N}]))`,
    String.raw`(?<word>${ABBREVIATION}|\p{Lu}\.(?=\s*\p{Lu})|[ap]\.m\.|[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:&[\p{L}\p{N}]+)?(?:['’](?!(?:s|S)(?![\p{L}\p{N}]))[\p{L}\p{M}]+)*)`,
    String.raw`(?<possessive>['’][sS](?![\p{L}\p{N}]))`,
    String.raw`(?<quote>["'“”„‟«»‹›‘’‚‛\u0060]|''|\u0060\u0060)`,
    String.raw`(?<mark>[^\s])`,
  ].join("|"),
  "gu",
);

/** Adds the tokens of `text.slice(start, end)`; linear in the length of the stretch. */
export function addTokens(builder: TokensBuilder, text: string, start: number, end: number): void {
  const stretch = start === 0 && end === text.length ? text : text.slice(start, end);
  for (const match of stretch.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const kind: TokenKind = groups["number"] ? "number" : groups["word"] || groups["possessive"] ? "word" : groups["quote"] ? "quote" : "mark";
    builder.add(kind, start + match.index, start + match.index + match[0].length);
  }
}
