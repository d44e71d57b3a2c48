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
  /** The same number for all tokens that are written alike; they are counted from 0 as they first stand in the article. */
  readonly index: number;
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
export const NO_WORD: WrittenWord = { index: -1, text: "", lower: "", kind: "mark", isCapitalized: false };

/**
 * The different tokens of an article, each kept once: most words stand in a text many times, and what follows from their letters
 * is asked for again and again.
 */
export class Vocabulary {
  private readonly words = new Map<string, WrittenWord>();
  /** By the function that tells them. */
  private readonly facts = new Map<unknown, unknown[]>();

  get size(): number {
    return this.words.size;
  }

  /** The word of a token as it is written; `kindOf` is asked for its kind the first time. */
  wordOf(text: string, kindOf: (text: string) => TokenKind): WrittenWord {
    let word = this.words.get(text);
    if (!word) this.words.set(text, (word = { index: this.words.size, text, lower: SMALL.test(text) ? text : text.toLowerCase(), kind: kindOf(text), isCapitalized: CAPITAL.test(text) }));
    return word;
  }

  all(): Iterable<WrittenWord> {
    return this.words.values();
  }

  has(text: string): boolean {
    return this.words.has(text);
  }

  /**
   * The facts that `tell` has told so far, by the index of their word, when all words are known. Who asks with the same function gets the
   * same list; it has room for all from the start, since hosts are slow with lists that are filled here and there.
   */
  factsBy<T>(tell: (word: WrittenWord) => T): (T | undefined)[] {
    let known = this.facts.get(tell);
    if (!known) {
      this.facts.set(tell, (known = []));
      for (let index = 0; index < this.size; index++) known.push(undefined);
    }
    return known as (T | undefined)[];
  }
}

const CAPITAL = /^\p{Lu}/u;
const SMALL = /^[a-z]+$/u;
