/**
 * - `word`: letters, with inner apostrophes, hyphens kept apart ("Russia", "-", "China"), abbreviations whole ("U.S.", "Mr."),
 *   addresses whole ("https://example.org/a", "jane@example.org", "example.com")
 * - `number`: digits with separators inside ("3,000", "2021", "9.5", "1990s", "6th"); a unit is a word of its own ("8" "pm", "3" "bn")
 * - `quote`: any quotation mark or apostrophe that stands alone, and the pairs "``" and "''"
 * - `mark`: any other single character that is no white space
 */
export type TokenKind = "word" | "number" | "quote" | "mark";

/** What is known of a token by its letters alone. */
export interface WrittenWord {
  readonly text: string;
  /** In small letters. */
  readonly lower: string;
  readonly kind: TokenKind;
  /** True where it begins with a capital letter. */
  readonly isCapitalized: boolean;
}

/**
 * Stands where there is no token. The one word that is always there: a host forgets what it has compiled for words when it finds
 * none left between two articles, and that is half of the program.
 */
export const NO_WORD: WrittenWord = { text: "", lower: "", kind: "mark", isCapitalized: false };

/**
 * The different tokens of an article, each kept once: most words stand in a text many times, and what follows from their letters
 * is asked for again and again.
 */
export class Vocabulary {
  private readonly indices = new Map<string, number>();
  private readonly words: WrittenWord[] = [];
  /** By the function that tells them. */
  private readonly facts = new Map<unknown, unknown[]>();

  get size(): number {
    return this.words.length;
  }

  /** The index of a token as it is written; `kindOf` is asked for its kind the first time. */
  indexOf(text: string, kindOf: (text: string) => TokenKind): number {
    const known = this.indices.get(text);
    if (known !== undefined) return known;
    const index = this.words.length;
    this.words.push({ text, lower: text.toLowerCase(), kind: kindOf(text), isCapitalized: CAPITAL.test(text) });
    this.indices.set(text, index);
    return index;
  }

  has(text: string): boolean {
    return this.indices.has(text);
  }

  at(index: number): WrittenWord | undefined {
    return this.words[index];
  }

  /** The facts that `tell` has told so far, by the index of their word. Who asks with the same function gets the same list. */
  factsBy<T>(tell: (word: WrittenWord) => T): (T | undefined)[] {
    let known = this.facts.get(tell);
    if (!known) this.facts.set(tell, (known = []));
    return known as (T | undefined)[];
  }
}

const CAPITAL = /^\p{Lu}/u;
