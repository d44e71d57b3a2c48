import type { TextRange } from "../../../document/range.js";
import { holdsStatements, type Article, type Block } from "../../../text/article.js";
import { isTiming } from "../../../text/newsroom.js";
import type { Attribution } from "../../findings.js";

/** What a transcript's labels tell, and the blocks that they speak for. */
interface Transcript {
  readonly attributions: readonly Attribution[];
  readonly blocks: ReadonlySet<Block>;
}

/** After a label: its colon, emphasis marks and a stage direction ("(laughs)"). */
const LABEL_END = /^(?:[,/][^:\n]{1,45}(?=:))?[\s:：.*_\]>–—]*(?:\([^()]{1,40}\)[\s:：*_]*){0,3}/u;
/** A block that is quoted as a whole, and one that is nothing but a stage direction. */
const QUOTED = /^["“]/u;
const CLOSED = /^["”]/u;
/** A colon and words that are quoted whole. */
const QUOTES = /^:\s*["“][^"“”]*["”]$/u;
/** The end of a sentence. */
const ENDS = /[.!?…]["”’'»)\]]*$/u;
const STAGE_DIRECTION = /^["“]?\s*\([^()]{1,60}\)["”.]*$|^[^\p{L}\p{N}]*$/u;

/** Behind a label that stands on a line of its own: the time. */
const ALONE = /^[\s:*_]*(?:[([]?\d{1,2}:\d{2}(?::\d{2})?[)\]]?)?[\s:*_]*$/u;
/** Characters of what stands behind such a label. */
const LONGEST_BEHIND = 40;
/** "Denning: 2,316.": a result and nothing that anybody says. */
const FIGURE = /^[\s:*_]*[$€£]?\d[\d.,]*\s?%?[.;]?$/u;

/** A text with so many labels may be a transcript. */
const LEAST_LABELS = 4;

/**
 * Paragraphs without a label that follow one which has it, where a text is little else: a turn goes on in them. None where such a paragraph names
 * whoever would speak it: then the article tells of the talk in between.
 */
function goingOn({ blocks, text }: Article): ReadonlySet<Block> {
  const wordsOf = ({ label }: Block): string => (label === undefined ? "" : text.slice(label.start, label.end).toLowerCase());
  // what the first block has before its colon may be a headline's
  const first = blocks.findIndex((block, index) => block.label !== undefined && (index > 0 || blocks.slice(1).some((other) => wordsOf(other) === wordsOf(block))));
  const last = blocks.findLastIndex(({ label }) => label !== undefined);
  const further = new Set<Block>();
  let labelled = 0;
  let name = "";
  /** The last label's words are quoted, as those are that an article tells between its own paragraphs. */
  let isQuoting = false;
  for (const block of blocks.slice(Math.max(first, 0), last + 1)) {
    if (block.kind === "heading") name = "";
    if (!holdsStatements(block)) continue;
    if (block.label) {
      labelled++;
      name = wordsOf(block).split(/\s+/u).at(-1) ?? "";
      isQuoting = QUOTES.test(text.slice(block.label.end, block.end));
      continue;
    }
    const words = text.slice(block.start, block.end).toLowerCase();
    if (name.length > 1 && words.split(/[^\p{L}\p{M}'’-]+/u).includes(name)) return new Set();
    if (isQuoting && !QUOTED.test(text.slice(block.start, block.start + 1))) continue;
    // "Later in the talk:" is nobody's turn
    if (name !== "" && !words.endsWith(":")) further.add(block);
  }
  return labelled >= LEAST_LABELS && labelled >= further.size ? further : new Set();
}

/**
 * `LAVROV: …`: a label says who speaks its whole block. Where a transcript is quoted, with a mark at the head of each paragraph, it speaks for the
 * paragraphs without a label that follow, too; on a line of its own, for all up to the next one; in a text that is a transcript, for those between two labels;
 * in subtitles for those over which its sentence goes on.
 */
export function readLabels(article: Article): Transcript {
  const { text } = article;
  const attributions: Attribution[] = [];
  const blocks = new Set<Block>();
  /** What the last label's words are so far, and whether a quotation in them is open. */
  let open: TextRange[] | undefined;
  let isUnclosed = false;
  /** The label above the paragraphs that are read. */
  let above: TextRange | undefined;
  let isTimed = false;
  const further = goingOn(article);
  for (const block of article.blocks) {
    if (block.kind === "heading") above = undefined;
    if (!holdsStatements(block)) {
      isTimed = isTiming(text.slice(block.start, block.end));
      continue;
    }
    const isQuoted = QUOTED.test(text.slice(block.start, block.start + 1));
    if (block.label) {
      const behind = text.slice(block.label.end, Math.min(block.end, block.label.end + LONGEST_BEHIND));
      above = ALONE.test(behind) ? block.label : undefined;
      const content = above || FIGURE.test(behind) ? undefined : contentOf(text, block, block.label.end);
      open = content ? [content] : undefined;
      if (open) attributions.push({ contents: open, cue: markBehind(text, block.label, content?.start ?? 0), source: block.label, construction: "label", confidence: 0.95 });
    } else if (above && !open) {
      open = [{ start: block.start, end: block.end }];
      attributions.push({ contents: open, cue: null, source: above, construction: "label", confidence: 0.95 });
    } else if (open && (above || further.has(block) || (isQuoted && isUnclosed) || (isTimed && !ENDS.test(text.slice(open.at(-1)?.start, open.at(-1)?.end))))) {
      if (!STAGE_DIRECTION.test(text.slice(block.start, Math.min(block.end, block.start + 100)))) open.push({ start: block.start, end: block.end });
    } else {
      open = undefined;
      continue;
    }
    blocks.add(block);
    isUnclosed = isQuoted && !CLOSED.test(text.slice(block.end - 1, block.end));
  }
  return { attributions, blocks };
}

/** The colon or dash that stands between a label and its words is their cue, as people mark them (35 of 46 in PolNeAR train). */
function markBehind(text: string, label: TextRange, end: number): TextRange | null {
  const at = text.slice(label.end, end).search(/[:：–—]/u);
  return at < 0 ? null : { start: label.end + at, end: label.end + at + 1 };
}

function contentOf(text: string, block: Block, labelEnd: number): { start: number; end: number } | undefined {
  const skipped = LABEL_END.exec(text.slice(labelEnd, block.end))?.[0].length ?? 0;
  const start = labelEnd + skipped;
  return start < block.end ? { start, end: block.end } : undefined;
}
