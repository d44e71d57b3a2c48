import { Tokens } from "../../text/tokens.js";

/** The tokens of one stretch as a grammar reads them; outside it there is nothing. Indices are those of the article's tokens. */
export class Words {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new Words(Tokens.none, 0, 0);

  constructor(
    private readonly tokens: Tokens,
    readonly first: number,
    readonly end: number,
  ) {}

  /** The token as it is written; "" outside. */
  text(at: number): string {
    return at < this.first || at >= this.end ? "" : this.tokens.text(at);
  }

  /** The token in small letters; "" outside. */
  lower(at: number): string {
    return at < this.first || at >= this.end ? "" : this.tokens.lower(at);
  }

  /** The token in small letters without the full stop of an abbreviation. */
  bare(at: number): string {
    const word = this.lower(at);
    return word.length > 1 && word.endsWith(".") && word.indexOf(".") === word.length - 1 ? word.slice(0, -1) : word;
  }

  isNumber(at: number): boolean {
    return at >= this.first && at < this.end && this.tokens.kind(at) === "number";
  }

  /** True for a hyphen or dash. */
  isDash(at: number): boolean {
    return DASHES.has(this.text(at));
  }

  isCapitalized(at: number): boolean {
    return at >= this.first && at < this.end && this.tokens.isCapitalized(at);
  }

  /** True where no white space stands before the token. */
  isJoined(at: number): boolean {
    return this.tokens.isJoined(at);
  }

  /** True at the head of the stretch and after a mark that ends a sentence or opens a quotation. */
  isSentenceStart(at: number): boolean {
    return at <= this.first || /^[.!?:;"'“‘`”’]+$/u.test(this.text(at - 1));
  }
}

const DASHES: ReadonlySet<string> = new Set("-‐‑–—");
