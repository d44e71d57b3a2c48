import { toDay, twoDigits } from "./calendar.js";
import { readDayMonth, readDayNumber, toDayReading } from "./calendarDates.js";
import type { DateContext } from "./dateContext.js";
import { valueOfMonthDay } from "./openDates.js";
import type { Reading } from "./reading.js";
import type { Words } from "./words.js";

/** A day of a month, its year known or not. */
const OF_MONTH = /^(?:\d{4}|XXXX)-\d\d-\d\d$/u;

/** The end of a range of days that began with a month: "July 4-6", "April 6 and 7". */
export function readRangeEnd(words: Words, at: number, { month, year }: NonNullable<Reading["month"]>): Reading | undefined {
  const link = words.lower(at);
  if (!words.isDash(at) && link !== "and" && link !== "to" && link !== "through" && !(link === "," && isListOfDays(words, at))) return undefined;
  const whole = readDayMonth(words, at + 1);
  if (whole?.month) return whole.month.year === undefined ? { ...whole, value: (context) => nextAfter(context, whole) } : whole;
  const day = readDayNumber(words, at + 1);
  if (!day || !words.isNumber(at + 1)) return undefined;
  if (!words.isDash(at) && counts(words, day.end)) return undefined;
  const own = toDayReading(words, day.end, month, day.day);
  if (!own || own.month?.year !== undefined) return own;
  if (year === undefined) return { ...own, value: (context) => `${context.lastValue(OF_MONTH, 1)?.slice(0, -2) ?? `XXXX-${twoDigits(month)}-`}${twoDigits(day.day)}` };
  return { ...own, value: () => `${year}-${twoDigits(month)}-${twoDigits(day.day)}` };
}

/** "2 July" of "30 June-2 July": the first such day behind the one with which the range began. */
function nextAfter(context: DateContext, day: Reading): string {
  const [year, first] = (context.lastValue(OF_MONTH, 1) ?? "XXXX").split("-");
  const month = day.month?.month ?? 1;
  const own = day.value(context);
  if (year === undefined || year === "XXXX") return own;
  return `${month < Number(first) ? Number(year) + 1 : year}${own.slice(-6)}`;
}

/** "28 February" of "28 February – 3 March 2019": the year stands behind the day with which the range ends. */
export function readLongRangeStart(words: Words, at: number): Reading | undefined {
  const first = readDayMonth(words, at);
  if (!first?.month || first.month.year !== undefined || !(words.isDash(first.end) || words.lower(first.end) === "to")) return undefined;
  const last = readDayMonth(words, first.end + 1)?.month;
  if (last?.year === undefined) return undefined;
  const year = first.month.month > last.month ? last.year - 1 : last.year;
  return { ...first, value: (context) => `${year}${first.value(context).slice(-6)}`, confidence: 0.9 };
}

/** "July 4 and 6 | people": a number before such a word counts something. */
function counts(words: Words, at: number): boolean {
  return /^\p{L}/u.test(words.text(at)) && !/^(?:and|in|at|for|to|of|with|by|when|after|before|it|he|she|they|we|as|but|from|on)$/u.test(words.lower(at));
}

/** ", 25 and 28" of "Aug. 22, 25 and 28". */
function isListOfDays(words: Words, at: number): boolean {
  let end = at;
  while (end < at + 2 * MOST_DAYS && words.text(end) === "," && words.isNumber(end + 1) && readDayNumber(words, end + 1)) end += 2;
  const last = words.lower(end) === "and" && words.isNumber(end + 1) ? readDayNumber(words, end + 1) : undefined;
  return end > at && last !== undefined && !counts(words, last.end);
}

/** Days told in one list. */
const MOST_DAYS = 10;

/** The head of a range whose month comes after it: "6-8 April", "6 and 7 April 2021", "between 6 and 8 April". */
export function readRangeStart(words: Words, at: number): Reading | undefined {
  const day = readDayNumber(words, at);
  const link = day && words.lower(day.end);
  if (!day || !words.isNumber(at) || !(words.isDash(day.end) || link === "and" || link === "to")) return undefined;
  const whole = readDayMonth(words, day.end + 1);
  const { month } = whole ?? {};
  if (!month) return undefined;
  if (toDay(month.year ?? 2000, month.month, day.day) === null) return undefined;
  const value = (context: DateContext): string =>
    month.year === undefined ? valueOfMonthDay(context, month.month, day.day) : `${month.year}-${twoDigits(month.month)}-${twoDigits(day.day)}`;
  return { end: day.end, timex: "DATE", value, confidence: 0.85 };
}
