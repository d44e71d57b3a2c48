import type { TextRange } from "../../document/range.js";
import { addTokens, TokensBuilder } from "../../text/tokens.js";
import { readDayMonth, readMonthDay, readWeekday } from "../dates/calendarDates.js";
import { readNumericDate } from "../dates/numericDates.js";
import { DateContext } from "../dates/dateContext.js";
import { longest } from "../dates/reading.js";
import { Words } from "../dates/words.js";

/** A day that something outside the prose tells. */
export interface DateClue {
  /** "2021-04-06", or "XXXX-04-06" without a year. */
  readonly value: string;
  readonly from: "text" | "front matter" | "file name";
  readonly range?: TextRange;
}

/** A day read in a stretch of a text. */
export interface ReadDay {
  readonly value: string;
  /** Index of its first token in `words` and one past its last. */
  readonly first: number;
  readonly end: number;
}

/** The tokens of a stretch of any text with their offsets into it. Front matter and file names have no tokens in the article. */
export function wordsOf(text: string, { start, end }: TextRange): { words: Words; range(first: number, end: number): TextRange } {
  // of a long text no more is looked at than the stretch
  const stretch = text.slice(start, end);
  const builder = new TokensBuilder(stretch);
  addTokens(builder, stretch, 0, stretch.length);
  const tokens = builder.build();
  return { words: new Words(tokens, 0, tokens.length), range: (first, last) => ({ start: start + tokens.start(first), end: start + tokens.end(last - 1) }) };
}

/** The day that begins at a token: year, month and day, or month and day without a year ("XXXX-04-06"). */
export function readDay(words: Words, at: number): ReadDay | undefined {
  const reading = longest(words, at, [readWeekday, readMonthDay, readDayMonth, readNumericDate]);
  if (!reading) return undefined;
  const value = /^(?:\d{4}|XXXX)-\d\d-\d\d/u.exec(reading.value(DateContext.none))?.[0];
  return value === undefined ? undefined : { value, first: at, end: reading.end };
}

/** The first day in a stretch. */
export function findDay(words: Words): ReadDay | undefined {
  for (let at = words.first; at < words.end; at++) {
    const day = readDay(words, at);
    if (day) return day;
  }
  return undefined;
}
