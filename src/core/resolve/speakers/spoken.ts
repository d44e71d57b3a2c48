import type { Attribution, Findings } from "../../detect/findings.js";
import { compareRanges, type TextRange } from "../../document/range.js";
import { firstEndingAfter } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";

/** Tells of an offset whether it lies inside what somebody in the article says, quoted or told. */
export function spokenIn(attributions: readonly Attribution[], { quotations }: Findings): (offset: number) => boolean {
  return within([...speechIn(quotations), ...attributions.flatMap(({ contents }) => contents)]);
}

/** Tells of an offset whether it lies in a quotation of something said. */
export function quotedIn({ quotations }: Pick<Findings, "quotations">): (offset: number) => boolean {
  return within(speechIn(quotations));
}

/** True for what begins with a quotation mark. */
export function isQuoted({ text }: Article, { start }: TextRange): boolean {
  return /^["'“‘«„`]/u.test(text.slice(start, start + 1));
}

function speechIn(quotations: Findings["quotations"]): TextRange[] {
  return quotations.filter(({ role, depth }) => role === "speech" && depth === 0).flatMap(({ parts }) => parts);
}

function within(ranges: TextRange[]): (offset: number) => boolean {
  const merged: TextRange[] = [];
  for (const range of ranges.sort(compareRanges)) {
    const last = merged.at(-1);
    if (!last || range.start >= last.end) merged.push(range);
    else if (range.end > last.end) merged[merged.length - 1] = { start: last.start, end: range.end };
  }
  return (offset) => (merged[firstEndingAfter(merged, offset)]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}
