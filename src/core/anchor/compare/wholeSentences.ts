import { cut, firstReaching, isEqual, type Block } from "./blocks.js";

/** Sentences may end, or begin, with so many of the same letters. */
const LONGEST_END = 32;
const SENTENCE_END = /[.!?]['")\]]? $/u;

/**
 * The blocks so that the first letters of a sentence go with the rest of it, which went elsewhere, where another one that begins alike came in its place: “Hale wrote”,
 * “Hale said” in the other order. Where the rest has no such letters before it they stay.
 */
export function withWholeStarts(blocks: readonly Block[], before: string, after: string): Block[] {
  const whole = [...blocks];
  const taken = [...whole.keys()].sort((a, b) => (whole[a]?.after ?? 0) - (whole[b]?.after ?? 0));
  const ranks = new Map(taken.map((index, rank) => [index, rank]));
  const nextTo = (index: number, step: 1 | -1): number => taken[(ranks.get(index) ?? 0) + step] ?? -1;
  const starts: { readonly index: number; readonly length: number }[] = [];
  for (let index = 0; index + 1 < blocks.length; index++) {
    const [left, next] = [blocks[index], blocks[index + 1]];
    if (!left || !next || next.before !== left.before + left.length || nextTo(index, 1) === index + 1) continue;
    const length = startLength(before.slice(left.before, next.before));
    if (length > 0) starts.push({ index, length });
  }
  for (const { index, length } of starts) whole[index] = cut(blocks[index] as Block, 0, length);
  const extend = (index: number, most: number): void => {
    const block = whole[index];
    if (!block) return;
    const [oldEnd, newEnd] = [endOf(whole[index - 1], "before"), endOf(whole[nextTo(index, -1)], "after")];
    let head = 0;
    while (head < most && block.before - head > oldEnd && block.after - head > newEnd && isEqual(before, block.before - head - 1, after, block.after - head - 1)) head++;
    whole[index] = cut(block, -head, 0);
  };
  // those that go with the rest come first, then those with what came in its place
  for (const { index, length } of starts) extend(index + 1, length);
  for (const { index, length } of starts) extend(nextTo(index, 1), length);
  for (const { index, length } of starts) {
    const left = whole[index] as Block;
    const [oldEnd, newEnd] = [whole[index + 1]?.before ?? 0, whole[nextTo(index, 1)]?.after ?? after.length];
    whole[index] = cut(left, 0, -Math.min(length, oldEnd - left.before - left.length, newEnd - left.after - left.length));
  }
  return whole;
}

function endOf(block: Block | undefined, side: "before" | "after"): number {
  return block ? block[side] + block.length : 0;
}

/** How many letters at the end of a text, but not all of it, begin a sentence. */
function startLength(text: string): number {
  for (let length = 1; length <= LONGEST_END && length < text.length; length++) if (SENTENCE_END.test(text.slice(Math.max(0, text.length - length - 3), text.length - length))) return length;
  return 0;
}

/** The blocks so that the last words of a sentence, which another one may end with too, go with the rest of it where what stood behind went elsewhere. */
export function withWholeEnds(blocks: readonly Block[], before: string, after: string): Block[] {
  const taken = blocks.toSorted((a, b) => a.after - b.after);
  const whole: Block[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    const [oldEnd, newEnd] = last ? [last.before + last.length, last.after + last.length] : [0, 0];
    const isParted = last !== undefined && oldEnd === block.before && (last.isMoved || block.isMoved) && last.length > LONGEST_END;
    const room = isParted ? Math.min(LONGEST_END, block.length - 1, (taken[firstReaching(taken, newEnd, "after")]?.after ?? after.length) - newEnd) : 0;
    let ahead = 0;
    while (ahead < room && isEqual(before, oldEnd + ahead, after, newEnd + ahead)) ahead++;
    const end = /^.*[.!?]['")\]]? /u.exec(before.slice(oldEnd, oldEnd + ahead))?.[0].length ?? 0;
    if (last && end > 0) whole[whole.length - 1] = cut(last, 0, -end);
    whole.push(end > 0 ? cut(block, end, 0) : block);
  }
  return whole;
}

