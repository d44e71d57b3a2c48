import { firstFrom, isEqual, type Block } from "../compare/blocks.js";
import type { NormalizedText } from "../compare/normalizedText.js";
import { gapsOf, type KnownText } from "../oldText/sketch.js";

/** By so many letters a known stretch is found behind one that is not known. */
const LEAD_LENGTH = 32;
/** A stretch that nobody knows is as long as it was, but for so much and this part of it: line ends and marks have more forms than one. */
const SLACK = 16;
const SLACK_SHARE = 0.02;

/** How far a text reads as another one did: what is known of that is the same up to `before`, and stands up to `after` now. */
export interface Reading {
  /** The stretches that are known, in order. */
  readonly blocks: readonly Block[];
  readonly before: number;
  readonly after: number;
  /** True where it does to the end. */
  readonly isWhole: boolean;
}

/** An old text, of which something may not be known, and a new one, read in one of the two directions. */
interface View {
  readonly old: string;
  readonly present: string;
  /** Lengths of the texts as they are, and offsets in them of a unit, or of the end of the one before it. */
  readonly oldLength: number;
  readonly newLength: number;
  startOf(unit: number): number;
  endOf(unit: number): number;
  newEndOf(unit: number): number;
  /** The first unit of the new text from an offset on. */
  unitAt(offset: number): number;
}

/** Reads the new text from its start on, as far as it reads as the old one did. */
export function readFromStart(known: KnownText, old: NormalizedText, oldLength: number, present: NormalizedText): Reading {
  return read(viewOf(known, old, oldLength, present));
}

/** Reads the new text from its end back, as far as it reads as the old one did. */
export function readFromEnd(known: KnownText, old: NormalizedText, oldLength: number, present: NormalizedText): Reading {
  const { blocks, before, after, isWhole } = read(turned(viewOf(known, old, oldLength, present), present));
  const [oldEnd, newEnd] = [old.text.length, present.text.length];
  const turn = (block: Block): Block => ({ ...block, before: oldEnd - block.before - block.length, after: newEnd - block.after - block.length });
  return { blocks: blocks.map(turn).reverse(), before: oldEnd - before, after: newEnd - after, isWhole };
}

function read(view: View): Reading {
  const { old, present, oldLength, newLength } = view;
  const blocks: Block[] = [];
  const gaps = gapsOf(old);
  let [before, after] = [0, 0];
  for (let run = 0; run <= gaps.length; run++) {
    const [start, end] = [(gaps[run - 1] ?? -1) + 1, gaps[run] ?? old.length];
    if (start >= end) continue;
    const at = start === 0 ? 0 : findBehind(view, before, after, start, end);
    if (at === undefined) return { blocks, before, after, isWhole: false };
    let length = 0;
    while (start + length < end && isEqual(old, start + length, present, at + length)) length++;
    if (length > 0) blocks.push({ before: start, after: at, length, isMoved: false });
    [before, after] = [start + length, at + length];
    if (before < end) return { blocks, before, after, isWhole: false };
  }
  const left = oldLength - view.endOf(before);
  return { blocks, before, after, isWhole: left === 0 ? after === present.length : Math.abs(newLength - view.newEndOf(after) - left) <= slackOf(left) };
}

/**
 * Where a known stretch begins in the new text, behind one that is not known: at the one place where its first letters stand about as far away as they did. Undefined
 * also for a few letters that end before the text does: a name of which nothing around is known may be another one.
 */
function findBehind(view: View, before: number, after: number, start: number, end: number): number | undefined {
  if (end - start < LEAD_LENGTH && end < view.old.length) return undefined;
  const gap = view.startOf(start) - view.endOf(before);
  const lead = view.old.slice(start, Math.min(end, start + LEAD_LENGTH));
  const [near, slack] = [view.newEndOf(after) + gap, slackOf(gap)];
  const from = Math.max(after, view.unitAt(near - slack));
  const window = view.present.slice(from, view.unitAt(near + slack) + lead.length);
  const at = window.indexOf(lead);
  return at < 0 || window.lastIndexOf(lead) !== at ? undefined : from + at;
}

/** By how much a stretch of some length, of which nothing is known, may be shorter or longer now. */
function slackOf(length: number): number {
  return SLACK + SLACK_SHARE * length;
}

function viewOf(known: KnownText, old: NormalizedText, oldLength: number, present: NormalizedText): View {
  return {
    old: old.text,
    present: present.text,
    oldLength,
    newLength: present.original.length,
    startOf: (unit) => (unit >= old.text.length ? oldLength : known.offsetOf(old.offsets[unit] ?? 0)),
    endOf: (unit) => (unit <= 0 ? 0 : known.offsetOf(old.ends[unit - 1] ?? 0)),
    newEndOf: (unit) => (unit <= 0 ? 0 : (present.ends[unit - 1] ?? 0)),
    unitAt: (offset) => firstFrom(present.offsets, offset),
  };
}

function turned(view: View, { offsets, text }: NormalizedText): View {
  const { old, present, oldLength, newLength } = view;
  return {
    ...view,
    old: backwards(old),
    present: backwards(present),
    startOf: (unit) => oldLength - view.endOf(old.length - unit),
    endOf: (unit) => oldLength - view.startOf(old.length - unit),
    newEndOf: (unit) => newLength - (offsets[text.length - unit] ?? newLength),
    unitAt: (offset) => text.length - view.unitAt(newLength - offset),
  };
}

function backwards(text: string): string {
  return text.split("").reverse().join("");
}
