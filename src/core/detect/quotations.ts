import { pushAll } from "../common/pushAll.js";
import { compareRanges, type TextRange } from "../document/range.js";
import { holdsMentions, type Article, type Block } from "../text/article.js";
import type { Quotation } from "./findings.js";
import type { Tokens } from "../text/tokens.js";
import { readMarks, type MarkFamily, type QuotationMark } from "./quotations/quotationMarks.js";
import { endOfUnclosed, isCutByCue } from "./quotations/quotationRepair.js";
import { roleOf } from "./quotations/quotationRoles.js";

/** A quotation whose closing mark has not come yet. */
interface OpenQuotation {
  readonly mark: QuotationMark;
  readonly block: number;
  /** Where it stands in its paragraph now: its opening mark, or the one that reopens it. */
  readonly from: number;
  /** Its earlier paragraphs; grows where it goes on in a further one. */
  readonly parts: TextRange[];
  /** The token at which the next quotation in marks of its family begins, while this one is still open: it ends before that. */
  limit?: number;
}

type Found = Omit<Quotation, "depth" | "role">;

/**
 * All stretches in quotation marks, in document order (an outer one before those inside it). One state machine a block: a
 * quotation leaves its block only where the next paragraph opens with the same mark again. A mark that is never closed ends
 * within its paragraph. Linear in the number of tokens.
 */
export function findQuotations(article: Article): Quotation[] {
  const found: Found[] = [];
  let carried: readonly OpenQuotation[] = [];
  for (const [index, block] of article.blocks.entries()) if (holdsMentions(block)) carried = findInBlock(article, block, index, carried, found);
  return nest(article, found);
}

/** Adds the quotations of a block; returns what goes on in the next one. */
function findInBlock(article: Article, block: Block, index: number, before: readonly OpenQuotation[], found: Found[]): readonly OpenQuotation[] {
  const marks = readMarks(article.tokens, block);
  if (marks.length === 0) return before;
  const next = article.blocks[index + 1];
  const { closed, open } = matchMarks({ article, marks, block, index, carried: before });
  const reopened = continues(article, open, block, next) ? reopenedCount(article, open, next) : 0;
  const carried = open.slice(0, reopened);
  for (const { from, parts } of carried) parts.push({ start: article.tokens.start(from), end: block.end });
  pushAll(found, closed);
  pushAll(found, repair(article, block, open.slice(reopened)));
  return carried;
}

interface BlockMarks {
  readonly article: Article;
  readonly marks: readonly QuotationMark[];
  readonly block: Block;
  readonly index: number;
  readonly carried: readonly OpenQuotation[];
}

interface MatchedMarks {
  readonly closed: Found[];
  /** Still open at the block's end, outermost first. */
  readonly open: readonly OpenQuotation[];
}

/** Pairs the marks of a block as brackets are paired. */
function matchMarks({ article, marks, block, index, carried }: BlockMarks): MatchedMarks {
  const { tokens } = article;
  const closed: Found[] = [];
  // the first marks of the block reopen what the paragraph before left open
  const stack: OpenQuotation[] = carried.map(({ mark, block: begun, parts }, nth) => ({ mark, block: begun, parts, from: block.firstToken + nth }));
  const openCount: Record<MarkFamily, number> = { double: 0, single: 0, guillemet: 0, singleGuillemet: 0 };
  for (const { mark } of stack) openCount[mark.family]++;

  for (const mark of marks.slice(carried.length)) {
    if (!closesOne(mark)) {
      if (mark.opens) {
        const outer = openCount[mark.family] > 0 ? stack.findLast((open) => open.mark.family === mark.family) : undefined;
        // curly marks inside straight ones are nested, not the next quotation
        if (outer !== undefined && isStraight(tokens, outer.mark) === isStraight(tokens, mark)) outer.limit ??= mark.token;
        stack.push({ mark, block: index, from: mark.token, parts: [] });
        openCount[mark.family]++;
      }
      continue;
    }
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      openCount[top.mark.family]--;
      if (top.mark.family === mark.family) {
        closed.push(finish(article, top, tokens.end(mark.token), true));
        break;
      }
      // the outer one closes: what is still open inside it ends here at the latest
      if (isKeptUnclosed(article, top)) closed.push(finish(article, top, endOfUnclosed(article, top.from, top.limit ?? mark.token), false));
    }
  }
  return { closed, open: stack };

  function closesOne(mark: QuotationMark): boolean {
    if (!mark.closes || openCount[mark.family] === 0) return false;
    const top = stack.at(-1);
    if (top === undefined) return false;
    if (mark.family === "guillemet" || mark.family === "singleGuillemet") {
      return top.mark.family !== mark.family || tokens.text(top.mark.token) !== tokens.text(mark.token) || tokens.isJoined(mark.token);
    }
    // inside a quotation in double marks, a single one that follows a letter is an apostrophe
    if (mark.family === "single" && top.mark.family !== "single") return /^[.,!?…—]$/u.test(tokens.text(mark.token - 1));
    return true;
  }
}

function isStraight(tokens: Tokens, mark: QuotationMark): boolean {
  return tokens.text(mark.token) === '"';
}

function finish(article: Article, open: OpenQuotation, end: number, closed: boolean): Found {
  const { tokens } = article;
  const parts = [...open.parts, { start: tokens.start(open.from), end }];
  const isSingle = open.mark.family === "single" || open.mark.family === "singleGuillemet";
  return { start: parts[0]?.start ?? tokens.start(open.from), end, parts, marks: isSingle ? "single" : "double", closed, block: open.block };
}

/** True where what is open at the block's end may go on in the next one: nothing else was quoted after it, and no cue ends it. */
function continues(article: Article, open: readonly OpenQuotation[], block: Block, next: Block | undefined): next is Block {
  const outer = open[0];
  if (outer === undefined || outer.limit !== undefined || next === undefined) return false;
  return block.kind === next.kind && next.label === undefined && !isCutByCue(article, block, outer.from);
}

/** How many of the open quotations the next block's first marks open again. */
function reopenedCount(article: Article, open: readonly OpenQuotation[], next: Block): number {
  const marks = readMarks(article.tokens, next);
  let count = 0;
  while (count < open.length) {
    const mark = marks[count];
    const begun = open[count]?.mark;
    if (mark === undefined || !mark.opens || mark.token !== next.firstToken + count || mark.family !== begun?.family) break;
    // “curly” marks after a straight one are a quotation inside an excerpt
    if (isStraight(article.tokens, mark) !== isStraight(article.tokens, begun)) break;
    count++;
  }
  return count;
}

function repair(article: Article, block: Block, open: readonly OpenQuotation[]): Found[] {
  return open
    .filter((one) => isKeptUnclosed(article, one))
    .map((one) => finish(article, one, endOfUnclosed(article, one.from, one.limit ?? block.endToken), false));
}

/** A single mark that never closes is most often an apostrophe; it is kept where its shape or place says otherwise. */
function isKeptUnclosed(article: Article, { mark, from, parts }: OpenQuotation): boolean {
  if (mark.isSurelyOpening || parts.length > 0) return true;
  const { tokens } = article;
  return mark.opens && !mark.closes && tokens.isCapitalized(from + 1) && /^[,:]$/u.test(tokens.text(from - 1));
}

/** Sorts, tells how deep each lies in others and what it is for; of two that cross (both repaired), the later one goes. */
function nest(article: Article, found: readonly Found[]): Quotation[] {
  const quotations: Quotation[] = [];
  const around: TextRange[] = [];
  for (const one of [...found].sort(compareRanges)) {
    while ((around.at(-1)?.end ?? Infinity) <= one.start) around.pop();
    if ((around.at(-1)?.end ?? Infinity) < one.end) continue;
    const { start, end, parts, marks, closed, block } = one;
    quotations.push({ start, end, parts, marks, depth: around.length, role: roleOf(article, one), closed, block });
    around.push(one);
  }
  return quotations;
}
