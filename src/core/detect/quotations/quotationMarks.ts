import type { Block } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";

/** Marks that pair with each other: straight and curly double ones, single ones, and the two sizes of guillemets. */
export type MarkFamily = "double" | "single" | "guillemet" | "singleGuillemet";

/** What a mark may be, judged by itself and what stands directly beside it. */
export interface QuotationMark {
  /** Index of its token. */
  readonly token: number;
  readonly family: MarkFamily;
  readonly opens: boolean;
  readonly closes: boolean;
  /**
   * Closes only if nothing better comes: it may be a plural's apostrophe ("the workers' demands") or a measure ("a 12\" pipe").
   */
  readonly isWeak: boolean;
  /** Shape and spacing both say that it opens (‘ after a space): if it never closes, it still is a quotation mark. */
  readonly isSurelyOpening: boolean;
}

const DOUBLE = /^(?:["“”„‟]|''|``)$/u;
const SINGLE = /^['‘’‚‛`]$/u;
/** After one of these a mark can open although no space is between. */
const BEFORE_OPENING = /^[([{—–\-―‒/:=>*|]$/u;
/** Before one of these a mark cannot open. */
const CLOSING_PUNCTUATION = /^[,;:!?)\]}]$/u;
/** Written without their first letters; "'n'" between two words. */
const ELIDED = /^(?:em|n|til|tis|twas|twere|cause|cos|bout|round|neath|nuff|fraid|sup)$/u;

/** The marks of one block that can begin or end a quotation, in order; apostrophes and signs of measure are left out. Linear. */
export function readMarks(tokens: Tokens, block: Block): QuotationMark[] {
  const marks: QuotationMark[] = [];
  for (let index = block.firstToken; index < block.endToken; index++) {
    if (tokens.kind(index) !== "quote") continue;
    const mark = readMark(tokens, block, index);
    if (mark !== undefined) marks.push(mark);
  }
  return settleWeakMarks(marks);
}

function familyOf(text: string): MarkFamily {
  if (DOUBLE.test(text)) return "double";
  if (SINGLE.test(text)) return "single";
  return text === "«" || text === "»" ? "guillemet" : "singleGuillemet";
}

function readMark(tokens: Tokens, block: Block, index: number): QuotationMark | undefined {
  const text = tokens.text(index);
  const family = familyOf(text);
  const hasBefore = index > block.firstToken;
  const hasAfter = index + 1 < block.endToken;
  const isJoinedBefore = hasBefore && tokens.isJoined(index);
  const isJoinedAfter = hasAfter && tokens.isJoined(index + 1);
  const before = hasBefore ? tokens.text(index - 1) : "";
  const after = hasAfter ? tokens.text(index + 1) : "";
  const kindBefore = hasBefore ? tokens.kind(index - 1) : undefined;
  const kindAfter = hasAfter ? tokens.kind(index + 1) : undefined;
  const isWordBefore = isJoinedBefore && (kindBefore === "word" || kindBefore === "number");
  const isWordAfter = isJoinedAfter && (kindAfter === "word" || kindAfter === "number");

  if (family === "guillemet" || family === "singleGuillemet") {
    // French, German and Danish use them in three ways, with spaces or without: which is open decides
    return { token: index, family, opens: true, closes: true, isWeak: false, isSurelyOpening: false };
  }
  if (isMeasure(tokens, block, index, text)) return undefined;
  if (family === "single" && isApostrophe({ tokens, index, text, after, isJoinedBefore, isJoinedAfter, isWordBefore, isWordAfter })) return undefined;

  const fitsOpening = !isJoinedBefore || BEFORE_OPENING.test(before) || (kindBefore === "quote" && !isWordBefore);
  const isPunctuationAfter = isJoinedAfter && CLOSING_PUNCTUATION.test(after);
  const isLoneStopAfter = isJoinedAfter && after === "." && !(index + 2 < block.endToken && tokens.text(index + 2) === ".");
  let opens = fitsOpening && isJoinedAfter && !isPunctuationAfter && !isLoneStopAfter;
  let closes = isJoinedBefore && !isWordAfter && !(kindBefore === "mark" && /^[([{]$/u.test(before));
  if (!opens && !closes) {
    // spaces on both sides, or none: the mark's shape and what is open decide
    opens = true;
    closes = hasBefore;
  } else if (opens && closes) {
    if (/^(?:[“„‟‘‚‛]|``)$/u.test(text)) closes = false;
    else if (/^[”’]$/u.test(text)) opens = false;
  }
  if (text === "„" || text === "‚" || text === "‟" || text === "``") closes = false;
  const isLetterBefore = isWordBefore && (kindBefore === "number" || /[sSzZx]$/u.test(before));
  const isSpaceAfter = hasAfter && !isJoinedAfter && (kindAfter === "word" || kindAfter === "number");
  const isWeak = closes && !opens && isLetterBefore && isSpaceAfter && (family === "single" ? text !== "‘" : kindBefore === "number" && text === '"');
  const isSurelyOpening = opens && !closes && (family === "double" || text === "‘" || text === "‚" || text === "`");
  return { token: index, family, opens, closes, isWeak, isSurelyOpening };
}

/** 6'2", 6' 2", 5'11": feet and inches; the figure before stands directly at the mark. */
function isMeasure(tokens: Tokens, block: Block, index: number, text: string): boolean {
  if (index === block.firstToken || tokens.kind(index - 1) !== "number" || !tokens.isJoined(index)) return false;
  if (/^['’]$/u.test(text)) {
    return (
      index + 2 < block.endToken &&
      tokens.kind(index + 1) === "number" &&
      (tokens.isJoined(index + 1) || /^(?:["”]|'')$/u.test(tokens.text(index + 2))) &&
      tokens.end(index + 1) - tokens.start(index + 1) <= 4
    );
  }
  if (!/^(?:["”]|'')$/u.test(text)) return false;
  return index - 3 >= block.firstToken && /^['’]$/u.test(tokens.text(index - 2)) && tokens.kind(index - 3) === "number" && tokens.isJoined(index - 2);
}

interface SingleMark {
  readonly tokens: Tokens;
  readonly index: number;
  readonly text: string;
  readonly after: string;
  readonly isJoinedBefore: boolean;
  readonly isJoinedAfter: boolean;
  readonly isWordBefore: boolean;
  readonly isWordAfter: boolean;
}

function isApostrophe({ tokens, index, text, after, isJoinedBefore, isJoinedAfter, isWordBefore, isWordAfter }: SingleMark): boolean {
  // inside a word
  if (isWordBefore && isWordAfter) return true;
  if (!isJoinedBefore && isJoinedAfter && text !== "‚") {
    // '80s, and 'tis: in front of a short form; ‘em with a mark turned the wrong way by a word processor
    if (/^\d\ds?$/u.test(after) && !/^['’]$/u.test(tokens.text(index + 2))) return true;
    if (ELIDED.test(after)) return true;
    if (/^(?:Tis|Twas|Til)$/u.test(after)) return true;
  }
  // rock 'n' roll, singin' in the rain
  if (!isWordBefore || isJoinedAfter) return false;
  const before = tokens.lower(index - 1);
  if (before === "n" && /^['’‘]$/u.test(tokens.text(index - 2))) return true;
  return /^(?:o|ol|th)$/u.test(before);
}

/**
 * A weak closing mark is dropped where the next mark of its family closes too: that one ends the quotation
 * ('I heard the workers' demands,' he said).
 */
function settleWeakMarks(marks: readonly QuotationMark[]): QuotationMark[] {
  const kept: QuotationMark[] = [];
  const next = new Map<MarkFamily, QuotationMark>();
  for (let index = marks.length - 1; index >= 0; index--) {
    const mark = marks[index];
    if (mark === undefined) continue;
    const following = next.get(mark.family);
    if (mark.isWeak && following !== undefined && following.closes && !following.opens) continue;
    kept.push(mark);
    next.set(mark.family, mark);
  }
  return kept.reverse();
}
