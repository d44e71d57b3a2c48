import { addMonths, formatMonth, fromDay, parseDay, type Day } from "./calendar.js";
import { readDayMonth, readMonth, readMonthDay, readMonthName, readWeekday } from "./calendarDates.js";
import { readOrdinal } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { SEASONS } from "./dateWords.js";
import { valueOfMidweek, valueOfSeason } from "./openDates.js";
import type { Reading } from "./reading.js";
import { periodAt } from "./shiftValue.js";
import type { Words } from "./words.js";
import { readSeasonYears } from "./numericDates.js";
import { readBareYear, yearOf } from "./years.js";

/** Seasons, weeks and ends of months and years, as the calendar has them. */

/** "the summer", "summer 2021", "the winter of 1994", "spring": by the words beside it. */
export function readSeason(words: Words, at: number): Reading | undefined {
  const the = words.lower(at) === "the" ? 1 : 0;
  const head = at + the;
  const season = SEASONS.get(words.lower(head));
  if (season === undefined) return undefined;
  const end = head + 1;
  const of = words.lower(end) === "of" ? 1 : 0;
  const year = words.lower(head) === "fall" && of === 1 && the === 1 && !words.isNumber(end + 1) ? undefined : (readBareYear(words, end + of) ?? readSeasonYears(words, end + of));
  if (year) return { end: year.end, timex: "DATE", value: (context) => `${yearOf(year.value(context)) ?? "XXXX"}-${season}` };
  const before = words.lower(at - 1);
  const prepared = /^(?:in|during|over|since|until|by|through|throughout|before|after|into|of|for|early|late|mid|between|from)$/u.test(before);
  if (!prepared || words.text(head) !== words.lower(head) && !words.isSentenceStart(at)) return undefined;
  if (words.lower(head) === "fall" && (the === 0 ? before !== "in" && before !== "early" && before !== "late" : before === "of" || /^(?:of|in|from)$/u.test(words.lower(end)))) return undefined;
  if (words.lower(head) === "spring" && the === 0 && before !== "in" && before !== "early" && before !== "late" && before !== "since" && before !== "by") return undefined;
  if (words.lower(end) === "in" && words.lower(head) === "fall") return undefined;
  if (/^\p{Lu}/u.test(words.text(end))) return undefined;
  return { end, timex: "DATE", value: (context) => valueOfSeason(context, season), confidence: 0.75 };
}

/** "the week of April 12", "the weekend of May 1", "the week beginning 3 June", "Week of Sept. 6" as a heading: the one that holds the day. */
export function readWeekOf(words: Words, at: number): Reading | undefined {
  const head = words.lower(at) === "the" ? at + 1 : at;
  const unit = words.lower(head);
  const isBorder = unit === "week" && /^(?:beginning|starting|commencing|ending|ended)$/u.test(words.lower(head + 1));
  if ((head === at && !words.isCapitalized(at)) || (unit !== "week" && unit !== "weekend") || (words.lower(head + 1) !== "of" && !isBorder)) return undefined;
  const day = readMonthDay(words, head + 2) ?? readDayMonth(words, head + 2) ?? (isBorder ? readWeekday(words, head + 2) : undefined);
  if (!day) return undefined;
  const value = (context: DateContext): string => {
    const told = day.value(context);
    const from = parseDay(told);
    return from === null ? told : periodAt(from, unit, 0);
  };
  return { end: day.end, timex: "DATE", value, confidence: 0.85 };
}

/** "the last week of March", "the first day of May 2020", "the second weekend of June". */
export function readPartOfMonth(words: Words, at: number): Reading | undefined {
  if (words.lower(at) !== "the") return undefined;
  const ordinal = words.lower(at + 1) === "last" || words.lower(at + 1) === "final" ? { end: at + 2, amount: -1 } : readOrdinal(words, at + 1);
  const unit = ordinal && words.lower(ordinal.end);
  if (!ordinal || ordinal.amount > 31 || (unit !== "week" && unit !== "day" && unit !== "weekend") || !/^(?:of|in)$/u.test(words.lower(ordinal.end + 1))) return undefined;
  if (!readMonthName(words, ordinal.end + 2)) return undefined;
  const month = readMonth(words, ordinal.end + 2);
  if (!month) return undefined;
  return { end: month.end, timex: "DATE", value: (context) => partOfMonth(month.value(context), unit, ordinal.amount), confidence: 0.85 };
}

function partOfMonth(month: string, unit: "week" | "day" | "weekend", count: number): string {
  const first = parseDay(`${month}-01`);
  if (first === null) return month;
  const to = addMonths(fromDay(first).year, fromDay(first).month, 1);
  const last = (parseDay(`${formatMonth(to.year, to.month)}-01`) ?? first) - 1;
  const day = count < 0 ? last : first + (unit === "day" ? count - 1 : 7 * (count - 1));
  return day > last ? month : periodAt(day, unit, 0);
}

/** "year-end", "year end", "year's end". */
export function readYearEnd(words: Words, at: number): Reading | undefined {
  if (words.lower(at) !== "year") return undefined;
  const apart = words.lower(at + 1) === "end" && /^(?:by|at|around|until|before|through|since|to)$/u.test(words.lower(at - 1));
  if (apart) return { end: at + 2, timex: "DATE", value: (context) => endOfYear(context.today(), false) };
  const dashed = words.isDash(at + 1) && words.lower(at + 2) === "end";
  const possessive = /^['’]s$/u.test(words.text(at + 1)) && words.lower(at + 2) === "end";
  if (!dashed && !possessive) return undefined;
  return { end: at + 3, timex: "DATE", value: (context) => endOfYear(context.today(), possessive, words.lower(at - 1) === "since") };
}

function endOfYear(today: Day | null, whole: boolean, past = false): string {
  if (today === null) return whole ? "XXXX" : "XXXX-12-31";
  const year = fromDay(today).year - (past ? 1 : 0);
  return whole ? String(year) : `${year}-12-31`;
}

/** "He names his squad midweek.", but no "midweek game". */
export function readMidweek(words: Words, at: number): Reading | undefined {
  const isSplit = words.lower(at) === "mid" && words.isDash(at + 1) && words.lower(at + 2) === "week";
  const end = isSplit ? at + 3 : at + 1;
  const next = words.lower(end);
  if ((!isSplit && words.lower(at) !== "midweek") || (/^[\p{L}-]/u.test(next) && !/^(?:and|but|or|when|as|after|before|at|in|for|with|against|by|to|if|while|following)$/u.test(next))) return undefined;
  return { end, timex: "DATE", value: valueOfMidweek, confidence: 0.8 };
}
