import { countWhile } from "../common/countWhile.js";
import type { Article } from "../text/article.js";
import { Tokens } from "../text/tokens.js";
import { COLUMNS, CONTEXT_COLUMNS, WORD_COLUMNS } from "./columns.js";
import type { Spans, TokenSpan } from "./decode.js";
import type { Features } from "./features.js";

/** A statement as spans of tokens. */
export interface LinkedStatement {
  readonly cue: TokenSpan;
  readonly source: TokenSpan | undefined;
  /** In document order. */
  readonly contents: readonly TokenSpan[];
  /** Of each content, the logarithm of its cue's probability among the cues that it could have. */
  readonly contentOdds: readonly number[];
  /** The same of the source among those that the cue could have, none among them. */
  readonly sourceOdds: number;
}

/** Weights of hashed features: of a content with a cue, then of a cue with a source, `LINK_BUCKETS` each. */
export type LinkWeights = Float32Array;
export const LINK_BUCKETS = 16384;

/** Candidates that are compared, the nearest first, and how many blocks away they may lie. */
const CANDIDATES = 10;
const BLOCKS_AWAY = 3;
/** A further content of a cue must score as much. */
const SECOND = -2;
const DISTANCES = [0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100];

/**
 * Gives each content its cue and each cue its source: the best by a trained sum of feature weights. The features are those of
 * training/links.py, number for number.
 */
export function linkSpans(article: Article, features: Features, spans: Spans, weights: LinkWeights): LinkedStatement[] {
  const reading = new LinkReading(article, features, spans, weights);
  const chosen: { content: TokenSpan; cue: TokenSpan; score: number; odds: number }[] = [];
  for (const content of spans.contents) {
    const best = highest(reading.nearest(content.first, spans.cues), (cue) => reading.scoreContent(content, cue));
    if (best) chosen.push({ content, cue: best.item, score: best.score, odds: best.odds });
  }
  const first = new Map<TokenSpan, { content: TokenSpan; score: number }>();
  for (const one of chosen) if (one.score > (first.get(one.cue)?.score ?? Number.NEGATIVE_INFINITY)) first.set(one.cue, one);
  const contents = new Map<TokenSpan, { content: TokenSpan; odds: number }[]>();
  for (const one of chosen) {
    if (first.get(one.cue)?.content !== one.content && one.score < SECOND) continue;
    const known = contents.get(one.cue);
    if (known) known.push(one);
    else contents.set(one.cue, [one]);
  }
  const linked: LinkedStatement[] = [];
  for (const cue of spans.cues) {
    const said = contents.get(cue);
    if (!said) continue;
    const sources = [undefined, ...reading.nearest(cue.first, spans.sources)];
    const source = highest(sources, (each) => reading.scoreSource(cue, each));
    linked.push({ cue, source: source?.item, contents: said.map(({ content }) => content), contentOdds: said.map(({ odds }) => odds), sourceOdds: source?.odds ?? 0 });
  }
  return linked;
}

/** The first of the best, with the logarithm of its share in the exponentials of all scores. */
function highest<T>(items: readonly T[], score: (item: T) => number): { item: T; score: number; odds: number } | undefined {
  const scores = items.map(score);
  const most = Math.max(...scores);
  const at = scores.indexOf(most);
  if (at < 0) return undefined;
  return { item: items[at] as T, score: most, odds: -Math.log(scores.reduce((sum, each) => sum + Math.exp(each - most), 0)) };
}

const BEFORE = 0;
const AFTER = 1;
const PRONOUN = 3;
/** Stands for "no word". */
const NONE = -1;
/** Above all word ids: several words stand between, told by the quotation state of the first. */
const SEVERAL = 1_000_000;

/** What the scorer reads of an article. */
class LinkReading {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new LinkReading({ tokens: Tokens.none, sentences: [] }, { wordOf: new Int32Array(), words: new Int32Array(), wordCount: 0, context: new Uint8Array() }, { cues: [], sources: [], contents: [] }, new Float32Array());

  private readonly blockOf: Int32Array;
  private readonly sentenceOf: Int32Array;
  /** How many spans of each kind begin before a token. */
  private readonly before: Readonly<Record<keyof Spans, Int32Array>>;
  /** The first token from one on that is a quotation mark. */
  private readonly nextMark: Int32Array;

  constructor(
    article: Pick<Article, "tokens" | "sentences">,
    private readonly features: Features,
    private readonly spans: Spans,
    private readonly weights: LinkWeights,
  ) {
    this.blockOf = new Int32Array(article.tokens.length);
    this.sentenceOf = new Int32Array(article.tokens.length);
    article.sentences.forEach(({ block, firstToken, endToken }, index) => {
      this.blockOf.fill(block, firstToken, endToken);
      this.sentenceOf.fill(index, firstToken, endToken);
    });
    const { length } = article.tokens;
    this.before = { cues: countBefore(spans.cues, length), contents: countBefore(spans.contents, length), sources: countBefore(spans.sources, length) };
    this.nextMark = new Int32Array(length + 1).fill(length);
    for (let token = length - 1; token >= 0; token--) this.nextMark[token] = isMark(this.quotation(token)) ? token : (this.nextMark[token + 1] ?? length);
  }

  /** The nearest spans around a token, the earlier of two that are as near first. */
  nearest(token: number, spans: readonly TokenSpan[]): TokenSpan[] {
    const found: TokenSpan[] = [];
    let after = startingFrom(spans, token);
    let before = after - 1;
    while (found.length < CANDIDATES) {
      const left = this.within(token, spans[before]);
      const right = this.within(token, spans[after]);
      if (left && !(right && right.first - token < token - left.first)) {
        found.push(left);
        before--;
      } else if (right) {
        found.push(right);
        after++;
      } else break;
    }
    return found;
  }

  /** A span that lies few blocks away from a token. */
  private within(token: number, span: TokenSpan | undefined): TokenSpan | undefined {
    return span && Math.abs(this.block(span.first) - this.block(token)) <= BLOCKS_AWAY ? span : undefined;
  }

  /** The sum of the weights of a content with a cue. */
  scoreContent(content: TokenSpan, cue: TokenSpan): number {
    const side = cue.first < content.first ? BEFORE : AFTER;
    const [first, end] = side === BEFORE ? [cue.end, content.first] : [content.end, cue.first];
    const gap = Math.max(0, end - first);
    const near = Math.min(3, gap);
    const sentences = Math.min(3, Math.abs(side === BEFORE ? this.sentence(content.first) - this.sentence(cue.first) : this.sentence(cue.first) - this.sentence(content.end - 1)));
    const few = Math.min(2, sentences);
    const blocks = Math.max(-2, Math.min(2, this.block(content.first) - this.block(cue.first)));
    const { cues, contents, sources } = this.between(first, end);
    const state = this.quotation(content.first);
    const quoted = Number((state >= 2 && state <= 8) || state >= 12);
    const [what, marked] = this.gap(first, end);
    const verb = this.word(cue.end - 1);
    return (
      this.ofContent(1, side, distance(gap)) +
      this.ofContent(2, side, sentences, cues) +
      this.ofContent(3, side, blocks) +
      this.ofContent(4, side, cues, contents, sources) +
      this.ofContent(5, side, what, marked) +
      this.ofContent(6, side, verb) +
      this.ofContent(7, side, verb, near) +
      this.ofContent(8, side, this.word(content.first), near) +
      this.ofContent(9, side, quoted, distance(gap)) +
      this.ofContent(10, side, this.word(content.end - 1), Math.min(4, gap)) +
      this.ofContent(11, side, Number(this.hasContentBeside(cue, content)), few, quoted) +
      this.ofContent(12, side, this.quotation(cue.first), state) +
      this.ofContent(13, side, quoted, few, blocks) +
      this.ofContent(14, side, this.ofWord(content.first, CASE)) +
      this.ofContent(15, side, this.word(cue.end), near) +
      this.ofContent(16, side, this.ofWord(cue.end - 1, CUE), few) +
      this.ofContent(17, side, this.ofWord(content.first, GRAMMAR), near) +
      this.ofContent(18, side, this.word(cue.first), this.word(content.first))
    );
  }

  /** The sum of the weights of a cue with a source, or with none. */
  scoreSource(cue: TokenSpan, source: TokenSpan | undefined): number {
    const verb = this.word(cue.end - 1);
    const opening = this.word(cue.first);
    if (!source) {
      const here = this.nearest(cue.first, this.spans.sources).filter(({ first }) => this.sentence(first) === this.sentence(cue.first)).length;
      return (
        this.ofSource(40) +
        this.ofSource(41, verb) +
        this.ofSource(42, opening) +
        this.ofSource(43, Number(cue.end - cue.first > 1)) +
        this.ofSource(44, this.word(cue.first - 1)) +
        this.ofSource(45, Math.min(3, here)) +
        this.ofSource(46, this.ofWord(cue.end - 1, CUE), Math.min(1, here)) +
        this.ofSource(47, cue.first > 0 ? this.ofWord(cue.first - 1, GRAMMAR) : NONE, Math.min(1, here))
      );
    }
    const side = source.first < cue.first ? BEFORE : AFTER;
    const [first, end] = side === BEFORE ? [source.end, cue.first] : [cue.end, source.first];
    const gap = Math.max(0, end - first);
    const sentences = Math.min(3, Math.abs(this.sentence(source.first) - this.sentence(cue.first)));
    const few = Math.min(2, sentences);
    const blocks = Math.min(2, Math.abs(this.block(source.first) - this.block(cue.first)));
    const { cues, contents, sources } = this.between(first, end);
    const [what, marked] = this.gap(first, end);
    const [opens, closes] = end > first ? [this.word(first), this.word(end - 1)] : [NONE, NONE];
    return (
      this.ofSource(60) +
      this.ofSource(61, side, distance(gap)) +
      this.ofSource(62, side, Math.min(6, gap), verb) +
      this.ofSource(63, side, cues, contents, sources) +
      this.ofSource(64, side, sentences) +
      this.ofSource(65, side, blocks) +
      this.ofSource(66, side, what, marked) +
      this.ofSource(67, side, opens, closes) +
      this.ofSource(68, side, Number(this.ofWord(source.end - 1, GRAMMAR) === PRONOUN), distance(gap)) +
      this.ofSource(69, side, opening, few) +
      this.ofSource(70, side, verb, few) +
      this.ofSource(71, side, sources, few) +
      this.ofSource(72, side, cues, sources, Math.min(1, sentences)) +
      this.ofSource(73, side, this.ofPlace(source.end - 1, MENTION), few) +
      this.ofSource(74, side, this.ofWord(cue.end - 1, CUE), this.quotation(cue.end - 1), few) +
      this.ofSource(75, side, this.quotation(source.first), this.quotation(cue.first))
    );
  }

  /** How many spans of each kind begin between two tokens, counted up to 2. */
  private between(first: number, end: number): Record<keyof Spans, number> {
    const { cues, contents, sources } = this.before;
    return { cues: countBetween(cues, first, end), contents: countBetween(contents, first, end), sources: countBetween(sources, first, end) };
  }

  /** True where another content stands directly before or after the cue. */
  private hasContentBeside(cue: TokenSpan, content: TokenSpan): boolean {
    const { contents } = this.spans;
    for (let index = Math.max(0, (this.before.contents[cue.first] ?? 0) - 2), end = (this.before.contents[cue.end] ?? 0) + 2; index < end; index++) {
      const other = contents[index];
      if (other && other !== content && ((cue.first >= other.end && cue.first - other.end <= 2) || (other.first >= cue.end && other.first - cue.end <= 1))) return true;
    }
    return false;
  }

  /** What stands between two tokens: nothing, one word or more; and 1 where a quotation mark is among the first of them. */
  private gap(first: number, end: number): readonly [what: number, marked: number] {
    if (end <= first) return [NONE, 0];
    const marked = Number((this.nextMark[first] ?? end) < Math.min(end, first + 60));
    return [end - first === 1 ? this.word(first) : SEVERAL + this.quotation(first), marked];
  }

  private ofContent(kind: number, side: number, third: number, fourth = NO_VALUE, fifth = NO_VALUE): number {
    return this.weights[bucket(kind, side, third, fourth, fifth)] ?? 0;
  }

  private ofSource(kind: number, second = NO_VALUE, third = NO_VALUE, fourth = NO_VALUE, fifth = NO_VALUE): number {
    return this.weights[LINK_BUCKETS + bucket(kind, second, third, fourth, fifth)] ?? 0;
  }

  private block(token: number): number {
    return this.blockOf[token] ?? 0;
  }

  private sentence(token: number): number {
    return this.sentenceOf[token] ?? 0;
  }

  private word(token: number): number {
    return token < 0 || token >= this.features.wordOf.length ? NONE : this.ofWord(token, WORD);
  }

  private quotation(token: number): number {
    return this.ofPlace(token, QUOTATION);
  }

  private ofWord(token: number, column: number): number {
    return this.features.words[(this.features.wordOf[token] ?? 0) * WORD_COLUMNS.length + column] ?? 0;
  }

  private ofPlace(token: number, column: number): number {
    return this.features.context[token * CONTEXT_COLUMNS.length + column] ?? 0;
  }
}

function columnOf(name: string): number {
  return COLUMNS.findIndex((column) => column.name === name);
}
const [WORD, CASE, CUE, GRAMMAR] = [columnOf("word"), columnOf("case"), columnOf("cue"), columnOf("grammar")];
const [QUOTATION, MENTION] = [columnOf("quotation") - WORD_COLUMNS.length, columnOf("mention") - WORD_COLUMNS.length];

/** First, last or stray mark of a quotation. */
function isMark(state: number): boolean {
  return state === 1 || state === 3 || state === 4 || state === 5 || state === 7 || state === 8 || state === 10 || state === 11 || state >= 13;
}

function distance(tokens: number): number {
  let at = 0;
  while (tokens > (DISTANCES[at] ?? Infinity)) at++;
  return at;
}

/** For each token, and the end of the text, how many of the spans begin before it. */
function countBefore(spans: readonly TokenSpan[], length: number): Int32Array {
  const counts = new Int32Array(length + 1);
  let count = 0;
  for (let token = 0; token <= length; token++) {
    while ((spans[count]?.first ?? token) < token) count++;
    counts[token] = count;
  }
  return counts;
}

function countBetween(before: Int32Array, first: number, end: number): number {
  return Math.min(2, (before[end] ?? 0) - (before[first] ?? 0));
}

/** Index of the first span that begins at or after a token. */
function startingFrom(spans: readonly TokenSpan[], token: number): number {
  return countWhile(spans.length, (index) => (spans[index]?.first ?? 0) < token);
}

/** Stands for a value that a feature lacks; what is missing lacks all that follow. */
const NO_VALUE = -0x80000000;

/** The bucket of a feature, given by one to five small integers. One by one, since it is asked so often that a list would cost. */
function bucket(kind: number, second: number, third: number, fourth: number, fifth: number): number {
  let hash = mixed(OFFSET, kind);
  if (second !== NO_VALUE) hash = mixed(hash, second);
  if (third !== NO_VALUE) hash = mixed(hash, third);
  if (fourth !== NO_VALUE) hash = mixed(hash, fourth);
  if (fifth !== NO_VALUE) hash = mixed(hash, fifth);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & (LINK_BUCKETS - 1);
}

const OFFSET = 0x811c9dc5 | 0;

function mixed(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193);
}
