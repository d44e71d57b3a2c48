import type { TokenKind } from "./tokens.js";

/** What is known of a token by its letters alone. */
interface Entry {
  readonly text: string;
  /** In small letters. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** True where it begins with a capital letter. */
  readonly isCapitalized: boolean;
}

/**
 * The different tokens of an article, each kept once: most words stand in a text many times, and what follows from their letters
 * is asked for again and again.
 */
export class Vocabulary {
  private readonly indices = new Map<string, number>();
  private readonly entries: Entry[] = [];

  get size(): number {
    return this.entries.length;
  }

  /** The index of a token as it is written; `kindOf` is asked for its kind the first time. */
  indexOf(text: string, kindOf: (text: string) => TokenKind): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    const index = this.entries.length;
    this.entries.push({ text, lower: text.toLowerCase(), kind: kindOf(text), isCapitalized: CAPITAL.test(text) });
    this.indices.set(text, index);
    return index;
  }

  at(index: number): Entry | undefined {
    return this.entries[index];
  }
}

const CAPITAL = /^\p{Lu}/u;
