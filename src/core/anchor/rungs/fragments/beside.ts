import { NEXT_LENGTH, PARTED_AT_MOST, SEED_LENGTH, type Claim, type Fragment } from "./claims.js";
import type { NormalizedText } from "../../compare/normalizedText.js";
import { SIMILARITY_FLOOR } from "../resolve.js";
import { commonPrefix, commonSuffix, similarity } from "../../compare/similarity.js";

/** Two stretches side by side are twins where this much of them is alike; so many are tried around words. */
const TWIN_SHARE = 0.8;
const STRETCHES = 8;
const LONGEST_PARAGRAPH = 4000;
/** About so many pieces of this length are looked up before, where there are enough of them to tell. */
const PROBES = 12;
const PROBES_AT_LEAST = 6;
const PROBE_LENGTH = 8;

/** Judges a place that words may have by what stands right beside it and stood beside them. */
export class Beside {
  constructor(
    private readonly old: NormalizedText,
    private readonly present: NormalizedText,
  ) {}

  /** True where what stands at a place in other words is what stood next to them, and is missing there: they were taken out, and what is there are the others. */
  isOther({ words, from, to }: Fragment, { range, isSame }: Claim): boolean {
    if (isSame || !range) return false;
    const { text } = this.present;
    const found = text.slice(range.start, range.end);
    const before = countBeside(found, this.old.text.slice(from, words.start), this.old.text.slice(words.end, to));
    return before > 0 && countBeside(found, text.slice(Math.max(0, range.start - PARTED_AT_MOST), range.start), text.slice(range.end, range.end + PARTED_AT_MOST)) < before;
  }

  /** True where something that stands right before or behind the line of some words, and did not before, is like that line: it may be the old one, mistyped. */
  hasTwin({ words, line, from, to }: Fragment, { range }: Claim): boolean {
    if (!line || !range) return false;
    const text = this.old.text.slice(line.start, line.end);
    const [start, end] = [range.start - (words.start - line.start), range.end + line.end - words.end];
    const before = this.present.text.slice(Math.max(0, start - 1 - text.length), Math.max(0, start - 1));
    const behind = this.present.text.slice(end + 1, end + 1 + text.length);
    const [oldBefore, oldBehind] = [this.old.text.slice(Math.max(from, line.start - 1 - before.length), Math.max(from, line.start - 1)), this.old.text.slice(line.end + 1, Math.min(to, line.end + 1 + behind.length))];
    // of what stood there only a part may be known
    const isNew = (now: string, then: string, shared: number): boolean => similarity(now, text) >= SIMILARITY_FLOOR && similarity(now, then) < SIMILARITY_FLOOR && (then.length < SEED_LENGTH || shared < then.length);
    return isNew(before, oldBefore, commonSuffix(before, oldBefore)) || isNew(behind, oldBehind, commonPrefix(behind, oldBehind));
  }

  /** True where two places of some words are in two paragraphs or shorter stretches that stand one right behind the other and are much alike. */
  areSideBySide({ start }: Claim, other: Claim): boolean {
    const [first, length] = [Math.min(start, other.start), Math.abs(start - other.start)];
    if (length < NEXT_LENGTH || length > LONGEST_PARAGRAPH) return false;
    const { text } = this.present;
    for (let part = 0; part <= STRETCHES; part++) {
      const from = first - Math.floor((part * length) / STRETCHES);
      if (from >= 0 && areTwins(text.slice(from, from + length), text.slice(from + length, from + 2 * length))) return true;
    }
    return false;
  }
}

/** True where most of two stretches is the same. Of others hardly a piece of the one stands in the other, which is found out before they are compared letter by letter. */
function areTwins(one: string, other: string): boolean {
  const step = Math.max(PROBE_LENGTH, Math.floor(one.length / PROBES));
  let [missed, probed] = [0, 0];
  for (let at = 0; at + PROBE_LENGTH <= one.length; at += step, probed++) if (!other.includes(one.slice(at, at + PROBE_LENGTH))) missed++;
  return (probed < PROBES_AT_LEAST || missed * 2 <= probed) && similarity(one, other) >= TWIN_SHARE;
}

/** How often words stand in what is known on both sides of a place, also where a little of them is beyond that. */
function countBeside(words: string, left: string, right: string): number {
  const most = words.length - Math.ceil(words.length * SIMILARITY_FLOOR);
  const isCut = (isThere: (size: number) => boolean): number => (Array.from({ length: most }, (_, index) => words.length - 1 - index).some(isThere) ? 1 : 0);
  const [head, tail] = [isCut((size) => left.startsWith(words.slice(-size))), isCut((size) => right.endsWith(words.slice(0, size)))];
  return left.split(words).length + right.split(words).length - 2 + head + tail;
}
