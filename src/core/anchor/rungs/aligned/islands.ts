import type { TextRange } from "../../../document/range.js";
import type { Block } from "../../compare/blocks.js";
import { isParagraphBreak, isSentenceBreak, type NormalizedText } from "../../compare/normalizedText.js";
import { UNKNOWN } from "../../oldText/sketch.js";

/** Shorter stretches stand anywhere. */
const LEAST_LENGTH = 12;
/** Two stretches bear each other out where no more than this is between them in one of the texts: the rest was put in, or taken out. */
const BESIDE = 2;
/** Or where no more than this was replaced. */
const EDITED_AT_MOST = 32;
/** So many letters that bear each other out are no chance. */
const MAINLAND = 100;
/** A sentence of so many letters, or a paragraph, that stands as a whole among other words is no chance. */
const WHOLE_SENTENCE = 48;
const WHOLE_PARAGRAPH = 16;

/**
 * Stretches of the old text, in its order, that stand in the new one while all around them was taken out and something else put in: any two articles on one subject have
 * such words in common ("said the head of the port authority"), and they are not the same ones. `common` is what the two texts have in common, in the order of the old one.
 */
export function findIslands(common: readonly Block[], old: NormalizedText, present: string): TextRange[] {
  const blocks = common.filter(({ length }) => length >= LEAST_LENGTH);
  const land = new Land(blocks);
  for (let index = 1; index < blocks.length; index++) land.join(index - 1, index, old.text);
  const byAfter = [...blocks.keys()].sort((a, b) => (blocks[a]?.after ?? 0) - (blocks[b]?.after ?? 0));
  for (let index = 1; index < byAfter.length; index++) land.join(byAfter[index - 1] ?? 0, byAfter[index] ?? 0, old.text);
  return blocks.flatMap((block, index) => (land.sizeOf(index) < MAINLAND && isParted(block, old.text, present) ? withoutWholes(block, old) : []));
}

/** Which stretches bear each other out: trees, of which each root knows how many letters hang together. */
class Land {
  private readonly roots: Int32Array;
  private readonly sizes: number[];

  constructor(private readonly blocks: readonly Block[]) {
    this.roots = Int32Array.from(blocks.keys());
    this.sizes = blocks.map(({ length }) => length);
  }

  sizeOf(index: number): number {
    return this.sizes[this.rootOf(index)] ?? 0;
  }

  join(one: number, other: number, old: string): void {
    const [first, second] = [this.blocks[one], this.blocks[other]];
    if (!first || !second || !areBeside(first, second, old)) return;
    const [root, joined] = [this.rootOf(one), this.rootOf(other)];
    if (root === joined) return;
    this.roots[joined] = root;
    this.sizes[root] = (this.sizes[root] ?? 0) + (this.sizes[joined] ?? 0);
  }

  private rootOf(index: number): number {
    let root = index;
    while (this.roots[root] !== root) {
      this.roots[root] = this.roots[this.roots[root] ?? 0] ?? 0;
      root = this.roots[root] ?? 0;
    }
    return root;
  }
}

function areBeside(first: Block, second: Block, old: string): boolean {
  const [removed, added] = [second.before - first.before - first.length, second.after - first.after - first.length];
  const isKnown = removed < 0 || !old.slice(second.before - Math.min(removed, EDITED_AT_MOST), second.before).includes(UNKNOWN);
  return (isKnown && isNext(removed) && added >= 0) || (isNext(added) && removed >= 0) || (isKnown && removed >= 0 && added >= 0 && Math.max(removed, added) <= EDITED_AT_MOST);
}

function isNext(gap: number): boolean {
  return gap >= 0 && gap <= BESIDE;
}

/** True where a stretch ends at other words: what is known ends there too where it does not. */
function isParted({ before, after, length }: Block, old: string, present: string): boolean {
  return areOther(old.charAt(before - 1), present.charAt(after - 1)) || areOther(old.charAt(before + length), present.charAt(after + length));
}

function areOther(unit: string, other: string): boolean {
  return unit !== UNKNOWN && unit !== other;
}

/** A stretch without the whole sentences and paragraphs in it. */
function withoutWholes({ before, length }: Block, old: NormalizedText): TextRange[] {
  const end = before + length;
  const within = (isBreak: (unit: number) => boolean): TextRange => {
    let [first, last] = [before, end];
    while (first < end && !isBreak(first - 1)) first++;
    while (last > first && !isBreak(last)) last--;
    return { start: first, end: last };
  };
  const [sentences, paragraphs] = [within((unit) => isParagraphBreak(old, unit) || isSentenceBreak(old, unit)), within((unit) => isParagraphBreak(old, unit))];
  const whole = sentences.end - sentences.start >= WHOLE_SENTENCE ? sentences : paragraphs.end - paragraphs.start >= WHOLE_PARAGRAPH ? paragraphs : undefined;
  if (!whole) return [{ start: before, end }];
  return [{ start: before, end: whole.start }, { start: whole.end, end }].filter((range) => range.start < range.end);
}
