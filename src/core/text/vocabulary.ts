/**
 * - `word`: letters, with inner apostrophes, hyphens kept apart ("Russia", "-", "China"), abbreviations whole ("U.S.", "Mr."),
 *   addresses whole ("https://example.org/a", "jane@example.org", "example.com")
 * - `number`: digits with separators inside ("3,000", "2021", "9.5", "1990s", "6th"); a unit is a word of its own ("8" "pm", "3" "bn")
 * - `quote`: any quotation mark or apostrophe that stands alone, and the pairs "``" and "''"
 * - `mark`: any other single character that is no white space
 */
export type TokenKind = "word" | "number" | "quote" | "mark";

/** What is known of a token by its letters alone. The same word is one object in all articles. */
export interface WrittenWord {
  /** Its place among the known words. */
  readonly id: number;
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
export const NO_WORD: WrittenWord = { id: -1, text: "", lower: "", kind: "mark", isCapitalized: false };

/**
 * The words of the articles that were read lately, and what follows from their letters: most words of an article have stood in the one
 * before. It changes the time that is taken, never the result.
 */
class KnownWords {
  private readonly words = new Map<string, WrittenWord>();
  /** By the function that tells them. */
  private readonly facts = new Map<unknown, unknown[]>();

  get size(): number {
    return this.words.size;
  }

  wordOf(written: string, kindOf: (text: string) => TokenKind): WrittenWord {
    const known = this.words.get(written);
    if (known) return known;
    const text = detached(written);
    const word: WrittenWord = { id: this.words.size, text, lower: SMALL.test(text) ? text : text.toLowerCase(), kind: kindOf(text), isCapitalized: CAPITAL.test(text) };
    this.words.set(text, word);
    return word;
  }

  /** What `tell` has told so far, by the id of the word; there is room for all words, since hosts are slow with lists that are filled here and there. */
  factsBy<T>(tell: (word: WrittenWord) => T): (T | undefined)[] {
    const known = this.facts.get(tell) ?? [];
    this.facts.set(tell, known);
    while (known.length < this.size) known.push(undefined);
    return known as (T | undefined)[];
  }
}

/** More words are not kept for the next article, which then begins anew. */
const MOST_KNOWN = 16_384;
let knownWords = new KnownWords();

/** Its own copy of a piece of an article: of longer pieces hosts keep all of the text that they are cut from. */
function detached(text: string): string {
  return text.length < 13 ? text : [...text].join("");
}

/** The different tokens of an article, numbered from 0 as they first stand there: most words stand in a text many times. */
export class Vocabulary {
  private readonly known = (knownWords = knownWords.size < MOST_KNOWN ? knownWords : new KnownWords());
  private readonly numbers = new Map<string, number>();
  private readonly words: WrittenWord[] = [];

  get size(): number {
    return this.words.length;
  }

  /** The number of a token as it is written; `kindOf` is asked for its kind where nobody knows it. */
  numberOf(text: string, kindOf: (text: string) => TokenKind): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      const word = this.known.wordOf(text, kindOf);
      this.numbers.set(word.text, (number = this.words.length));
      this.words.push(word);
    }
    return number;
  }

  /** By their numbers. */
  all(): readonly WrittenWord[] {
    return this.words;
  }

  has(text: string): boolean {
    return this.numbers.has(text);
  }

  /** The facts that `tell` has told so far of any article's words, by their ids. Who asks with the same function gets the same list. */
  factsBy<T>(tell: (word: WrittenWord) => T): (T | undefined)[] {
    return this.known.factsBy(tell);
  }
}

const CAPITAL = /^\p{Lu}/u;
const SMALL = /^[a-z]+$/u;
