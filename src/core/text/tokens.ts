import type { TextRange } from "../document/range.js";
import { ABBREVIATION_PATTERN } from "./abbreviations.js";
import { NO_WORD, Vocabulary, type TokenKind, type WrittenWord } from "./vocabulary.js";

/**
 * The tokens of an article in document order, as columns (twenty-one bytes a token, so that a book fits). A possessive `'s` is a
 * token of its own. Indices run from 0 to `length - 1`.
 */
export class Tokens {
  /**
   * The tokens of no text, always there for the same reason as `NO_WORD`: a host that finds no object of a class left, as between
   * two articles, throws away the code that it has compiled for the class and for all who use it.
   */
  static readonly none = new Tokens("", new Int32Array(), new Int32Array(), new Int32Array(), [], new Uint8Array(), new Vocabulary());

  readonly length: number;
  /** By every eighth offset the first token that ends behind it: tokens are asked for by offset all the time. */
  private readonly landmarks: Int32Array;

  constructor(
    private readonly source: string,
    private readonly starts: Int32Array,
    private readonly ends: Int32Array,
    private readonly numbers: Int32Array,
    private readonly words: readonly WrittenWord[],
    private readonly joined: Uint8Array,
    private readonly vocabulary: Vocabulary,
  ) {
    this.length = starts.length;
    this.landmarks = landmarksOf(ends, source.length);
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
    return (this.words[index] ?? NO_WORD).text;
  }

  /** The token in small letters. */
  lower(index: number): string {
    return (this.words[index] ?? NO_WORD).lower;
  }

  kind(index: number): TokenKind | undefined {
    return this.words[index]?.kind;
  }

  /** The same number, below `wordCount`, for all tokens that are written alike; -1 where there is no such token. */
  word(index: number): number {
    return this.numbers[index] ?? -1;
  }

  /**
   * A function that says of the token with an index what `tell` says of its word; `tell` is asked once for words that are written
   * alike, in whatever article. It depends on nothing but the word, and is one function for all calls rather than made anew.
   */
  perWord<T>(tell: (word: WrittenWord) => T): (index: number) => T | undefined {
    const { vocabulary, words } = this;
    const known = vocabulary.factsBy(tell);
    return (index) => {
      const word = words[index];
      return word && (known[word.id] ??= tell(word));
    };
  }

  /** The words of all tokens, each once. */
  written(): readonly WrittenWord[] {
    return this.vocabulary.all();
  }

  /** True where some token is written so. */
  holds(text: string): boolean {
    return this.vocabulary.has(text);
  }

  /** How many differently written tokens there are. */
  get wordCount(): number {
    return this.vocabulary.size;
  }

  /** True for a token that begins with a capital letter. */
  isCapitalized(index: number): boolean {
    return (this.words[index] ?? NO_WORD).isCapitalized;
  }

  /** True where no white space is between this token and the one before it; masked marks between them ("**Putin**'s") do not count. */
  isJoined(index: number): boolean {
    return this.joined[index] === 1;
  }

  /** The words of a range as they are read: single spaces, and nothing of what is masked between them ("Maria **Keller**"). */
  asRead({ start, end }: TextRange): string {
    let words = "";
    for (let index = this.at(start); index < this.length && this.start(index) < end; index++) words += words === "" || this.isJoined(index) ? this.text(index) : ` ${this.text(index)}`;
    return words;
  }

  /** Index of the first token that ends after `offset` (`length` where there is none). */
  at(offset: number): number {
    if (!(offset < this.source.length)) return this.length;
    let index = offset < 0 ? 0 : (this.landmarks[offset >> LANDMARK_BITS] ?? this.length);
    while (index < this.length && (this.ends[index] ?? 0) <= offset) index++;
    return index;
  }
}

const LANDMARK_BITS = 3;

function landmarksOf(ends: Int32Array, length: number): Int32Array {
  const landmarks = new Int32Array((length >> LANDMARK_BITS) + 1);
  let index = 0;
  for (let at = 0; at < landmarks.length; at++) {
    while (index < ends.length && (ends[index] ?? 0) <= at << LANDMARK_BITS) index++;
    landmarks[at] = index;
  }
  return landmarks;
}

/** A stretch that is no part of the words: emphasis marks, link targets, tags. No token is made of it. */
export interface Mask extends TextRange {
  /** True where it parts words as white space does (a line break tag). */
  readonly isSpace?: boolean;
  /** The one character that is read instead: the quotation mark of "&quot;". Its token takes all of the stretch. */
  readonly as?: string;
}

/** Collects tokens; the columns grow as needed. */
export class TokensBuilder {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new TokensBuilder("");

  private starts: Int32Array;
  private ends: Int32Array;
  private numbers: Int32Array;
  private readonly words: WrittenWord[] = [];
  private joined: Uint8Array;
  private readonly vocabulary = new Vocabulary();
  private count = 0;

  constructor(private readonly source: string) {
    const room = 16 + (source.length >> 2);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.numbers = new Int32Array(room);
    this.joined = new Uint8Array(room);
  }

  get length(): number {
    return this.count;
  }

  /**
   * @param text the token as it stands from `start` to `end`
   * @param joined true where no white space stands before the token
   */
  add(text: string, start: number, end: number, joined: boolean): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    const number = this.vocabulary.numberOf(text, kindOf);
    this.numbers[this.count] = number;
    this.words.push(this.vocabulary.all()[number] ?? NO_WORD);
    this.joined[this.count] = joined ? 1 : 0;
    this.count++;
  }

  build(): Tokens {
    const { count } = this;
    return new Tokens(this.source, this.starts.slice(0, count), this.ends.slice(0, count), this.numbers.slice(0, count), this.words, this.joined.slice(0, count), this.vocabulary);
  }

  private grow(): void {
    const size = this.starts.length * 2;
    this.starts = widened(this.starts, new Int32Array(size));
    this.ends = widened(this.ends, new Int32Array(size));
    this.numbers = widened(this.numbers, new Int32Array(size));
    this.joined = widened(this.joined, new Uint8Array(size));
  }
}

function widened<T extends Int32Array | Uint8Array>(column: T, wider: T): T {
  wider.set(column);
  return wider;
}

// inside a word: combining marks, soft hyphens and joiners besides letters and digits
const INNER = String.raw`\p{L}\p{N}\p{M}_\u00AD\u200C\u200D\u2060`;
// properties of characters stand in square brackets, as in `ABBREVIATION_PATTERN`
const TOKEN_SOURCE = [
  // digits; what follows must not make a word of it ("5G"), but a unit may follow ("8pm", "3bn")
  String.raw`[\p{N}]+(?:[.,:/][\p{N}]+)*(?:(?:st|nd|rd|th|s)(?![\p{L}\p{N}])|(?=(?:[ap]m|[AP]M|[mk]|bn|tn|km|kg|cm|mm|mph|ft)(?![\p{L}\p{N}]))|(?![\p{L}\p{N}]))`,
  String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}]`,
  ABBREVIATION_PATTERN,
  // a word; the rest of an address ("@example.org", ".com") belongs to it
  String.raw`[\p{L}\p{N}_][${INNER}]*(?:&[\p{L}\p{N}]+)?(?:['’](?![sS](?![\p{L}\p{N}]))[\p{L}\p{M}]+)*(?:@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|\.(?:com|org|net|gov|edu|co\.uk)(?![\p{L}\p{N}]))?`,
  String.raw`['’][sS](?![\p{L}\p{N}])`,
  String.raw`''|\u0060\u0060|["'“”„‟«»‹›‘’‚‛\u0060]`,
  String.raw`[^\s\x85]`,
].join("|");
const TOKEN = new RegExp(TOKEN_SOURCE, "uy");

/** The same for text without letters and digits beyond ASCII: with all of Unicode a host needs many times as long to make it as an article to read. */
const PLAIN_TOKEN = new RegExp(
  [
    ["{L}", "A-Za-z"],
    ["{Lu}", "A-Z"],
    ["{Ll}", "a-z"],
    ["{N}", "0-9"],
    ["{M}", ""],
  ].reduce((source, [property = "", range = ""]) => source.replaceAll(String.raw`\p${property}`, range), TOKEN_SOURCE),
  "uy",
);
const PLAIN = /^[\p{ASCII}‘’“”–—…]*$/u;


/** Adds the tokens of `text.slice(start, end)`; `masked` stretches are in order and lie within it. Linear in the length of the stretch. */
export function addTokens(builder: TokensBuilder, text: string, start: number, end: number, masked: readonly Mask[] = []): void {
  const stretch = masked.length > 0 ? blankOut(text, start, end, masked) : text.slice(start, end);
  const pattern = PLAIN.test(stretch) ? PLAIN_TOKEN : TOKEN;
  const written = new Map(masked.flatMap((one) => (one.as === undefined ? [] : [[one.start, one.end] as const])));
  let mask = 0;
  let previous = -1;
  for (let from = skipSpace(stretch, 0), to = from; from < stretch.length; from = skipSpace(stretch, to)) {
    to = endOfToken(stretch, from, pattern);
    const found = stretch.slice(from, to);
    const at = start + from;
    let joined = at === previous;
    if (!joined && mask < masked.length) {
      // walks from mask to mask over the gap
      let reached = previous;
      for (let next = masked[mask]; next !== undefined && next.start < at; next = masked[++mask]) {
        if (next.start === reached && next.isSpace !== true) reached = next.end;
      }
      joined = reached === at;
    }
    previous = written.get(at) ?? at + found.length;
    builder.add(found, at, previous, joined);
  }
}

/** Most tokens are plain words or plain marks: what no expression needs to be asked about. */
function endOfToken(stretch: string, from: number, pattern: RegExp): number {
  let at = from;
  while (at < stretch.length && isPlainLetter(stretch.charCodeAt(at))) at++;
  if (at === from ? isPlainMark(stretch.charCodeAt(at)) : at < stretch.length && endsPlainWord(stretch.charCodeAt(at))) return Math.max(at, from + 1);
  pattern.lastIndex = from;
  pattern.test(stretch);
  // whatever is no white space is a token
  return Math.max(pattern.lastIndex, from + 1);
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}

/** Marks of ASCII, and quotation marks and dashes, that are a token of their own whatever follows: no apostrophe, no accent. */
function isPlainMark(unit: number): boolean {
  if (unit > 0x7f) return unit === 0x201c || unit === 0x201d || unit === 0x2013 || unit === 0x2014;
  return unit > 0x20 && unit < 0x7f && unit !== 0x27 && unit !== 0x5f && unit !== 0x60 && !(unit >= 0x30 && unit <= 0x39) && !isPlainLetter(unit);
}

/** What neither goes on with a word of plain letters nor makes an abbreviation, a company ("AT&T") or an address of it. */
function endsPlainWord(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || (unit !== 0x2e && unit !== 0x26 && unit !== 0x40 && unit !== 0x3a && isPlainMark(unit));
}

function skipSpace(stretch: string, from: number): number {
  let at = from;
  while (at < stretch.length) {
    const unit = stretch.charCodeAt(at);
    if (unit !== 0x20 && !(unit >= 0x09 && unit <= 0x0d) && !(unit > 0x7f && SPACE.test(stretch.charAt(at)))) break;
    at++;
  }
  return at;
}

const SPACE = /^[\s\x85]/u;

/** The stretch with its masks as spaces, or as the characters that they stand for, so that offsets stay. */
export function blankOut(text: string, start: number, end: number, masked: readonly Mask[]): string {
  const pieces: string[] = [];
  let from = start;
  for (const mask of masked) {
    const { as: read = "" } = mask;
    pieces.push(text.slice(from, mask.start), read, " ".repeat(mask.end - mask.start - read.length));
    from = mask.end;
  }
  pieces.push(text.slice(from, end));
  return pieces.join("");
}

const DIGIT = /^\p{N}/u;
const LETTER = /[\p{L}_]/u;

function kindOf(token: string): TokenKind {
  const first = token.charCodeAt(0);
  if ((first >= 0x61 && first <= 0x7a) || (first >= 0x41 && first <= 0x5a)) return "word";
  if (first < 0x80 && token.length === 1) {
    if (first >= 0x30 && first <= 0x39) return "number";
    return first === 0x22 || first === 0x27 || first === 0x60 ? "quote" : first === 0x5f ? "word" : "mark";
  }
  if (QUOTES.has(token)) return "quote";
  if (DIGIT.test(token)) return LETTER.test(token) && !/^\p{N}[\p{N}.,:/]*(?:st|nd|rd|th|s)$/u.test(token) ? "word" : "number";
  return LETTER.test(token) ? "word" : "mark";
}

const QUOTES: ReadonlySet<string> = new Set(["''", "``", ...`"'“”„‟«»‹›‘’‚‛\``]);
