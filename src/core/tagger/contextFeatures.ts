import type { TextRange } from "../document/range.js";
import type { DateMention, NameMention, PlaceMention, Quotation } from "../detect/findings.js";
import type { Article, BlockKind } from "../text/article.js";
import { CONTEXT_COLUMNS } from "./columns.js";

/** What the detectors have found block by block, before the article as a whole is consulted: an edit changes no other block's. */
export interface Surroundings {
  readonly quotations: readonly Quotation[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly names: readonly NameMention[];
}

const WIDTH = CONTEXT_COLUMNS.length;

/** One row of `CONTEXT_COLUMNS` a token. Linear in the tokens. */
export function contextFeatures(article: Article, found: Surroundings): Uint8Array {
  const rows = new Uint8Array(article.tokens.length * WIDTH);
  markQuotations(rows, article, found.quotations);
  markDistances(rows, article);
  markBlocks(rows, article);
  markMentions(rows, article, found);
  return rows;
}

/** Values of the first column: outside of quotations (0), a mark that belongs to none (1), then three each for inside, first and last token. */
const Quoted = { outside: 0, stray: 1, speech: 2, reopened: 5, inner: 6, other: 9, unclosed: 12 } as const;
/** Of quotations nested deeper nothing is told; it keeps the work linear. */
const DEEPEST = 1;

function markQuotations(rows: Uint8Array, { tokens }: Article, quotations: readonly Quotation[]): void {
  for (let index = 0; index < tokens.length; index++) if (tokens.kind(index) === "quote") rows[index * WIDTH] = Quoted.stray;
  for (const { parts, depth, role, closed } of quotations) {
    if (depth > DEEPEST) continue;
    const base = depth > 0 ? Quoted.inner : role === "speech" ? (closed ? Quoted.speech : Quoted.unclosed) : Quoted.other;
    parts.forEach((part, nth) => {
      const first = tokens.at(part.start);
      const last = tokens.at(part.end - 1);
      for (let index = first + 1; index < last; index++) rows[index * WIDTH] = base;
      rows[last * WIDTH] = nth === parts.length - 1 && closed ? base + 2 : base;
      rows[first * WIDTH] = nth > 0 ? Quoted.reopened : base + 1;
    });
  }
}

/** Bucketed distance in tokens to the nearest quotation mark of the block on either side; 7 for none. */
function markDistances(rows: Uint8Array, { blocks }: Article): void {
  for (const { firstToken, endToken } of blocks) {
    let mark = -1;
    for (let index = firstToken; index < endToken; index++) {
      rows[index * WIDTH + 1] = (mark < 0 ? 7 : distance(index - mark)) * 8;
      if (isMark(rows[index * WIDTH])) mark = index;
    }
    mark = -1;
    for (let index = endToken - 1; index >= firstToken; index--) {
      rows[index * WIDTH + 1] = (rows[index * WIDTH + 1] ?? 0) + (mark < 0 ? 7 : distance(mark - index));
      if (isMark(rows[index * WIDTH])) mark = index;
    }
  }
}

/** First or last token of a quotation in speech marks. */
function isMark(state = 0): boolean {
  return state === Quoted.speech + 1 || state === Quoted.speech + 2 || state === Quoted.reopened || state === Quoted.unclosed + 1;
}

function distance(tokens: number): number {
  return tokens < 2 ? 0 : tokens < 3 ? 1 : tokens < 5 ? 2 : tokens < 9 ? 3 : tokens < 17 ? 4 : tokens < 41 ? 5 : 6;
}

const Border = { sentenceStart: 1, sentenceEnd: 2, blockStart: 4, blockEnd: 8, joined: 16 } as const;
const KINDS: readonly BlockKind[] = ["paragraph", "heading", "header", "dateline", "byline", "caption", "teaser", "listItem", "blockQuote", "table", "code", "frontMatter", "markup"];
/** A paragraph with a transcript's label is a kind of its own. */
const LABELLED = KINDS.length;

function markBlocks(rows: Uint8Array, { blocks, sentences, tokens }: Article): void {
  let nth = 0;
  for (const block of blocks) {
    if (block.endToken === block.firstToken) continue;
    const kind = (block.label ? LABELLED : KINDS.indexOf(block.kind)) * 3 + Math.min(nth++, 2);
    for (let index = block.firstToken; index < block.endToken; index++) {
      rows[index * WIDTH + 2] = tokens.isJoined(index) ? Border.joined : 0;
      rows[index * WIDTH + 3] = kind;
    }
    add(rows, block.firstToken, Border.blockStart);
    add(rows, block.endToken - 1, Border.blockEnd);
  }
  for (const { firstToken, endToken } of sentences) {
    add(rows, firstToken, Border.sentenceStart);
    add(rows, endToken - 1, Border.sentenceEnd);
  }
}

function add(rows: Uint8Array, index: number, border: number): void {
  rows[index * WIDTH + 2] = (rows[index * WIDTH + 2] ?? 0) | border;
}

/** Two values each: first and further tokens. What is marked later outranks what stands there already. */
const Mentioned = { time: 1, duration: 3, literal: 5, associative: 7, demonym: 9, doubtfulPlace: 11, role: 13, person: 15, organization: 17, doubtfulName: 19 } as const;
const SURE = 0.5;

function markMentions(rows: Uint8Array, { tokens }: Article, { dates, places, names }: Surroundings): void {
  const mark = ({ start, end }: TextRange, value: number): void => {
    const first = tokens.at(start);
    for (let index = first; index < tokens.length && tokens.start(index) < end; index++) rows[index * WIDTH + 4] = index === first ? value : value + 1;
  };
  for (const date of dates) mark(date, date.timex === "DATE" || date.timex === "TIME" ? Mentioned.time : Mentioned.duration);
  for (const place of places) mark(place, place.confidence < SURE ? Mentioned.doubtfulPlace : Mentioned[place.sense]);
  for (const { roles } of names) for (const role of roles) mark(role, Mentioned.role);
  for (const name of names) mark(name, name.confidence < SURE ? Mentioned.doubtfulName : Mentioned[name.type]);
}
