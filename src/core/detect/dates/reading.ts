import type { Timex } from "../../document/annotationDocument.js";
import type { DateContext } from "./dateContext.js";
import type { Words } from "./words.js";

/** Words read as a time expression; its value waits until the context is known. */
export interface Reading {
  /** One past its last token. */
  readonly end: number;
  readonly timex: Timex;
  /** The TIMEX3 value. */
  readonly value: (context: DateContext) => string;
  /** 0 to 1; 0.9 where it is not given. */
  readonly confidence?: number;
  /** One past the last token that tells its day, where it stands further behind: "5" of "5 to 7 p.m. Thursday". */
  readonly dayEnd?: number;
  /** Of a day of a month: the month, which a range goes on with ("July 4-6", "6 and 7 April"). */
  readonly month?: { readonly month: number; readonly year?: number };
}

/** Reads an expression that begins at a token; undefined where none does. */
export type Pattern = (words: Words, at: number) => Reading | undefined;

/** The one that covers most; the earlier pattern wins a tie. */
export function longest(words: Words, at: number, patterns: readonly Pattern[]): Reading | undefined {
  let best: Reading | undefined;
  for (const pattern of patterns) {
    const reading = pattern(words, at);
    if (reading && (!best || reading.end > best.end)) best = reading;
  }
  return best;
}
