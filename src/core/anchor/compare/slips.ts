import { firstReaching, isEqual, type Block } from "./blocks.js";

/** Letters may be mistyped so many at once, with so many equal ones behind them. */
const SLIPS = [[1, 1], [1, 0], [0, 1], [2, 2], [2, 0], [0, 2], [1, 2], [2, 1]] as const;
const RUN_LENGTH = 4;

/**
 * Stretches with what reads on from them on both sides but for mistyped letters, as far as nothing else that is known, in `others` or among them, has its place in
 * either text. What was moved and mistyped is found as a whole by this.
 */
export function withSlips(stretches: readonly Block[], others: readonly Block[], before: string, after: string): Block[] {
  let found = [...stretches];
  for (const step of [1, -1] as const) {
    const [byBefore, byAfter] = (["before", "after"] as const).map((side) => [...found, ...others].sort((a, b) => a[side] - b[side])) as [Block[], Block[]];
    found = found.flatMap((block) => [block, ...readOver(block, step, before, after, roomAt(block, byBefore, step, "before", before.length), roomAt(block, byAfter, step, "after", after.length))]);
  }
  return found;
}

/** How many units of a text are free next to a block, one way or the other. */
function roomAt(block: Block, blocks: readonly Block[], step: 1 | -1, side: "before" | "after", length: number): number {
  const end = block[side] + block.length;
  const index = firstReaching(blocks, step > 0 ? end : block[side], side);
  if (step > 0) return (blocks[index]?.[side] ?? length) - end;
  const last = blocks[index]?.[side] === block[side] ? blocks[index - 1] : blocks[index];
  return block[side] - (last ? last[side] + last.length : 0);
}

/** What is equal next to a block, one way or the other, behind letters that were mistyped. */
function readOver(block: Block, step: 1 | -1, before: string, after: string, room: number, newRoom: number): Block[] {
  const [old, present] = step > 0 ? [block.before + block.length, block.after + block.length] : [block.before - 1, block.after - 1];
  const isSame = (one: number, other: number): boolean => one < room && other < newRoom && isEqual(before, old + step * one, after, present + step * other);
  const runs: Block[] = [];
  let [one, other] = [0, 0];
  for (;;) {
    const slip = [[0, 0] as const, ...SLIPS].find(([left, right]) => Array.from({ length: RUN_LENGTH }, (_, index) => index).every((index) => isSame(one + left + index, other + right + index)));
    if (!slip) return runs;
    [one, other] = [one + slip[0], other + slip[1]];
    let length = 0;
    while (isSame(one + length, other + length)) length++;
    const [start, newStart] = step > 0 ? [old + one, present + other] : [old - one - length + 1, present - other - length + 1];
    runs.push({ ...block, before: start, after: newStart, length });
    [one, other] = [one + length, other + length];
  }
}
