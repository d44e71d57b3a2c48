import { pushAll } from "../../../common/pushAll.js";
import { contains, type TextRange } from "../../../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../../../document/sortedRanges.js";
import { holdsStatements, type Article, type Block } from "../../../text/article.js";
import type { Attribution } from "../../findings.js";

/** Somebody speaks of himself or of those for whom he speaks; "World War I" and "Charles I" are counted. */
const FIRST_PERSON = /(?<![\p{L}'’])(?:(?<!\b(?:War|Part|Phase|Type|Class|Volume|Charles|Elizabeth|James|Francis) )I|[Ww]e|[Mm]y|[Oo]ur|me|us)(?!\p{L})/u;
const QUOTED = /["“][^"“”]*["”]/gu;
/** The newspaper tells what it has done itself. */
const NEWSROOM = /^We(?:['’]ve| have)? (?:asked|approached|contacted|reached out)\b/u;
/** Paragraphs without a first person that may stand between two with it. */
const MOST_BETWEEN = 2;
/** Ends what a release quotes. */
const END = /^(?:\W*(?:notes? (?:to|for) editors|ends|contacts?|(?:for )?(?:more|further) information|media (?:contact|enquiries|inquiries))\b|#{2,})/iu;
const OPENING_MARK = /^["'“‘«„`]/u;

/**
 * "Minister Hale said:" at the end of a paragraph, and what was said in the next ones without marks, as press releases have it: the whole first
 * paragraph or, of a list, all its points, and those soon after it up to the last one in the first person, unless they tell of another speaker. What is told
 * within these words is left alone, as it is in quotations. Takes and gives attributions in document order.
 */
export function withWholeReleases(article: Article, attributions: readonly Attribution[]): Attribution[] {
  const cues = attributions.flatMap(({ cue, source }) => (cue ? [{ start: cue.start, end: cue.end, source }] : [])).sort((a, b) => a.start - b.start);
  const taken: TextRange[] = [];
  const owners = new Set<Attribution>();
  const whole = attributions.map((attribution) => {
    const parts = releasedBy(article, attribution, (block) => tellsOfAnother(article, cues, block));
    if (parts.length === 0) return attribution;
    const extended: Attribution = { ...attribution, contents: parts, construction: "introduced block" };
    pushAll(taken, parts);
    owners.add(extended);
    return extended;
  });
  if (taken.length === 0) return whole;
  const isTaken = (range: TextRange): boolean => {
    const part = taken[firstEndingAfter(taken, range.start)];
    return part !== undefined && contains(part, range);
  };
  return whole.filter((attribution) => owners.has(attribution) || !attribution.contents.every(isTaken));
}

/** The paragraphs of what an attribution introduces, or nothing where it introduces no such words. */
function releasedBy(article: Article, { cue, source, contents: [content] }: Attribution, tellsOther: (block: Block) => boolean): TextRange[] {
  const { blocks, text, tokens } = article;
  if (!cue || !source || !content || content.start < cue.end) return [];
  const at = lastStartingBy(blocks, cue.start);
  const own = blocks[at];
  const first = lastStartingBy(blocks, content.start);
  const next = blocks[first];
  if (!own || !next || next.start <= cue.end || !text.slice(own.start, own.end).trimEnd().endsWith(":") || content.start !== tokens.start(next.firstToken) || OPENING_MARK.test(text.slice(content.start, content.start + 1))) return [];
  if (blocks.slice(at + 1, first).some((block) => holdsStatements(block))) return [];
  const isList = next.kind === "listItem";
  let end = first + 1;
  for (let index = first + 1; index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || !holdsStatements(block)) break;
    const words = text.slice(tokens.start(block.firstToken), block.end);
    if (isList ? block.kind !== "listItem" : index > end + MOST_BETWEEN) break;
    if (OPENING_MARK.test(words) || END.test(words) || NEWSROOM.test(words) || words.trimEnd().endsWith(":") || tellsOther(block)) break;
    if (isList || isInFirstPerson(words)) end = index + 1;
  }
  // one sentence without a first person may as well be told in other words
  if (end === first + 1 && !isInFirstPerson(text.slice(content.start, next.end)) && !/[\p{L}\p{N}]/u.test(text.slice(content.end, next.end))) return [];
  return blocks.slice(first, end).filter(({ firstToken, endToken }) => firstToken < endToken).map(({ firstToken, endToken }) => tokens.span(firstToken, endToken));
}

/** True for a paragraph in which somebody else speaks, in the third person. */
function tellsOfAnother({ text }: Article, cues: readonly (TextRange & { readonly source: TextRange | null })[], block: Block): boolean {
  if (isInFirstPerson(text.slice(block.start, block.end))) return false;
  for (let index = firstEndingAfter(cues, block.start); index < cues.length; index++) {
    const cue = cues[index];
    if (!cue || cue.start >= block.end) break;
    if (cue.source) return true;
  }
  return false;
}

/** In quotation marks others may speak of themselves. */
function isInFirstPerson(words: string): boolean {
  return FIRST_PERSON.test(words.replace(QUOTED, ""));
}
