import { readBareYear, readSteppedYear, toFullYear } from "./years.js";
import { twoDigits } from "./calendar.js";
import { readOrdinal } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { MONTHS } from "./dateWords.js";
import { valueOfHalf, valueOfMonth, valueOfQuarter } from "./openDates.js";
import type { Reading } from "./reading.js";
import { period, periodAt, shiftYears } from "./shiftValue.js";
import type { Words } from "./words.js";

/** Values that name a quarter. */
export const QUARTER = /^(?:\d{4}|XXXX)-Q[1-4]$/u;

/** "(this year's) third quarter", "(last year's) quarter". */
export function readPartOfYear(words: Words, at: number, year: Reading): Reading | undefined {
  const ordinal = readOrdinal(words, at);
  const dash = ordinal && words.isDash(ordinal.end) ? 1 : 0;
  if (ordinal && ordinal.amount <= 4 && words.lower(ordinal.end + dash) === "quarter") {
    return { end: ordinal.end + dash + 1, timex: "DATE", value: (context) => `${year.value(context)}-Q${ordinal.amount}` };
  }
  if (words.lower(at) === "quarter" || words.lower(at) === "period") {
    return { end: at + 1, timex: "DATE", value: (context) => sameQuarter(context, year.value(context)) };
  }
  return undefined;
}

/** "(the same period) last year", "(the same month) a year ago": the last such period, a year back. */
export function readYearAgo(words: Words, at: number): Reading | undefined {
  const of = words.lower(at) === "of" || words.lower(at) === "in" ? 1 : 0;
  const the = words.lower(at + of) === "the" ? 1 : 0;
  const head = at + of + the;
  const last = /^(?:last|previous|prior)$/u.test(words.lower(head)) && words.lower(head + 1) === "year";
  const ago = words.lower(head) === "a" && words.lower(head + 1) === "year" && /^(?:ago|earlier|before)$/u.test(words.lower(head + 2));
  if (last) return { end: head + 2, timex: "DATE", value: samePeriodBefore };
  return ago ? { end: head + 3, timex: "DATE", value: samePeriodBefore } : undefined;
}

/** The quarter that a report is about, a year before; without one the year before. */
export function yearBefore(context: DateContext): string {
  if (speaksOfMonths(context)) return period(context, "year", -1);
  const reported = reportedQuarter(context);
  return (reported === undefined ? null : shiftYears(reported, -1)) ?? period(context, "year", -1);
}

/** "For the nine months …": the report has left the quarter. */
function speaksOfMonths(context: DateContext): boolean {
  return context.lastValue(/^(?:\d{4}|XXXX)-Q[1-4]$|^P[69]M$/u)?.startsWith("P") === true;
}

/** The quarter that the text speaks of, in another year; that year where it speaks of no quarter. */
function sameQuarter(context: DateContext, year: string): string {
  const quarter = speaksOfMonths(context) ? undefined : context.lastValue(QUARTER)?.slice(-2);
  return quarter === undefined ? year : `${year}-${quarter}`;
}

/** "the same month last year": the last period that was named, a year before. */
function samePeriodBefore(context: DateContext): string {
  const last = context.lastValue(/^\d{4}-(?:Q[1-4]|\d\d$|H[12])/u);
  return (last === undefined ? null : shiftYears(last, -1)) ?? period(context, "year", -1);
}

/**
 * The quarter that the text reports on: the latest of those named lately, as the ones it is compared with lie before it and its
 * outlook has not begun.
 */
function reportedQuarter(context: DateContext): string | undefined {
  const today = context.today();
  return context.latestValue(QUARTER, today === null ? "Y" : periodAt(today, "quarter", -1)) ?? context.latestValue(QUARTER, "Y");
}

/** "the year-ago quarter", "the year-earlier period", "the comparable year-ago quarter", "year-earlier" before a noun. */
export function readYearEarlier(words: Words, at: number): Reading | undefined {
  const the = words.lower(at) === "the" ? 1 : 0;
  const comparable = /^(?:comparable|corresponding)$/u.test(words.lower(at + the)) ? 1 : 0;
  const head = at + the + comparable;
  if (comparable === 1 && words.lower(head) === "period") return readYearAgo(words, head + 1);
  if (words.lower(head) !== "year" || !words.isDash(head + 1) || !/^(?:ago|earlier)$/u.test(words.lower(head + 2))) return undefined;
  const ordinal = readOrdinal(words, head + 3);
  const dash = ordinal && words.isDash(ordinal.end) ? 1 : 0;
  const noun = ordinal ? ordinal.end + dash : head + 3;
  if (ordinal && words.lower(noun) === "quarter") {
    return { end: noun + 1, timex: "DATE", value: (context) => shiftYears(valueOfQuarter(context, ordinal.amount), -1) ?? `XXXX-Q${ordinal.amount}` };
  }
  if (the === 1 && (words.lower(noun) === "quarter" || words.lower(noun) === "period")) return { end: noun + 1, timex: "DATE", value: yearBefore };
  return the === 1 ? undefined : { end: head + 3, timex: "DATE", value: yearBefore, confidence: 0.8 };
}

/** "the third quarter", "third-quarter", "the fiscal first quarter", "the third quarter of 2009", "the 1988 third quarter", "the final quarter". */
export function readQuarter(words: Words, at: number): Reading | undefined {
  let head = words.lower(at) === "the" ? at + 1 : at;
  const before = words.isNumber(head) && /^(?:19|20)\d\d$/u.test(words.text(head)) ? Number(words.text(head)) : undefined;
  if (before !== undefined) head++;
  if (words.lower(head) === "fiscal") head += words.isDash(head + 1) ? 2 : 1;
  const isLast = /^(?:final|last|latter)$/u.test(words.lower(head));
  const isHalf = words.lower(head + 1) === "half";
  const ordinal = isLast && isHalf ? { end: head + 1, amount: 2 } : words.lower(head) === "final" || (isLast && isOfYear(words, head + 1)) ? { end: head + 1, amount: 4 } : readOrdinal(words, head);
  if (before !== undefined && (!ordinal || words.lower(ordinal.end) !== "quarter") && /^(?:quarter|period)$/u.test(words.lower(head)) && head > at + 1) {
    return { end: head + 1, timex: "DATE", value: (context) => sameQuarter(context, String(before)) };
  }
  if (!ordinal || ordinal.amount > 4) return undefined;
  const dash = words.isDash(ordinal.end) ? 1 : 0;
  // "the third-quarter loss": the article belongs to the loss
  if (dash === 1 && words.lower(at) === "the") return undefined;
  const noun = words.lower(ordinal.end + dash);
  if (noun === "half" && ordinal.amount <= 2) return (dash === 1 ? readReportedHalf(words, ordinal.end + 2, ordinal.amount) : undefined) ?? readHalf(words, ordinal.end + dash + 1, ordinal.amount, before);
  const end = ordinal.end + dash + 1;
  if (noun !== "quarter" || (words.isDash(end) && words.isJoined(end)) || isOfGame(words, at)) return undefined;
  if (before !== undefined) return { end, timex: "DATE", value: () => `${before}-Q${ordinal.amount}` };
  const year = readOfYear(words, end);
  if (year) return { end: year.end, timex: "DATE", value: (context) => `${year.value(context)}-Q${ordinal.amount}` };
  return { end, timex: "DATE", value: (context) => valueOfQuarter(context, ordinal.amount) };
}

/** "(the last) quarter of 2024" */
function isOfYear(words: Words, at: number): boolean {
  return words.lower(at) === "quarter" && words.lower(at + 1) === "of" && readOfYear(words, at + 1) !== undefined;
}

/** Words of games that are played in quarters. */
const GAME = /^(?:touchdowns?|quarterback|rebounds?|halftime|half-time|interceptions?|fumbled?|punt|punted|dunk|layup|jumper|three-pointers?|free-throws?|scored|outscored|tip-off|rushing|cushion|layups|coach)$/u;
/** Words around a quarter in which a game is looked for. */
const PLAY = 20;

/** Words of a business, which scores profits. */
const BUSINESS = /^(?:profits?|revenues?|sales|earnings|income|loss(?:es)?|margins?|shares?|billion|growth|[%$€£])$/u;

/** "a 21-point lead" */
function isLead(words: Words, at: number): boolean {
  return words.lower(at) === "point" && words.isDash(at - 1) && /^(?:lead|advantage|deficit|run|cushion|margin)$/u.test(words.lower(at + 1));
}

/** "a touchdown in the fourth quarter" */
function isOfGame(words: Words, at: number): boolean {
  for (let near = at - PLAY; near < at + PLAY; near++) if (BUSINESS.test(words.lower(near))) return false;
  for (let near = at - PLAY; near < at + PLAY; near++) if (GAME.test(words.lower(near)) || isLead(words, near)) return true;
  return false;
}

/** "(the first half) of 1990": without a year a half may be one of anything. */
function readHalf(words: Words, at: number, half: number, before: number | undefined): Reading | undefined {
  if (before !== undefined) return { end: at, timex: "DATE", value: () => `${before}-H${half}` };
  const year = readOfYear(words, at);
  return year ? { end: year.end, timex: "DATE", value: (context) => `${year.value(context)}-H${half}` } : undefined;
}

/** What companies report for half a year. */
const REPORTED = /^(?:profits?|pre-?tax|net|operating|earnings|sales|revenues?|turnover|results|income|loss(?:es)?|output|exports|dividend)$/u;

/** "first-half profit" */
function readReportedHalf(words: Words, at: number, half: number): Reading | undefined {
  return REPORTED.test(words.lower(at)) ? { end: at, timex: "DATE", value: (context) => valueOfHalf(context, half) } : undefined;
}

/** "of 1990", "of this year", "of last year", "1990". */
function readOfYear(words: Words, at: number): Reading | undefined {
  if (words.lower(at) !== "of" && words.lower(at) !== "in") {
    const bare = words.isNumber(at) ? readBareYear(words, at) : undefined;
    return bare;
  }
  const year = readBareYear(words, at + 1) ?? readFiscalYear(words, at + 1) ?? (words.text(at + 1).startsWith("FY") ? readShortPeriod(words, at + 1) : undefined);
  if (year) return year;
  const isThis = words.lower(at + 1) === "the" && words.lower(at + 2) === "year" && !/^(?:before|after|to|ended|ending|that|['’]s)$/u.test(words.lower(at + 3));
  if (isThis) return { end: at + 3, timex: "DATE", value: (context) => period(context, "year", 0) };
  const stepped = readSteppedYear(words, at);
  return stepped && { end: stepped.end, timex: "DATE", value: (context) => period(context, "year", stepped.steps) };
}

/** "fiscal 2019", "fiscal year 2019", "the financial year 2022-23". */
export function readFiscalYear(words: Words, at: number): Reading | undefined {
  const from = words.lower(at) === "the" ? at + 1 : at;
  if (words.lower(from) !== "fiscal" && words.lower(from) !== "financial") return undefined;
  const head = words.lower(from + 1) === "year" ? from + 2 : from + 1;
  const year = readBareYear(words, head);
  return year && { ...year, end: afterSecondYear(words, year.end), value: (context) => `FY${year.value(context)}` };
}

/** "(2022)-23": a year that goes into the next. */
function afterSecondYear(words: Words, end: number): number {
  return words.isDash(end) && words.isJoined(end) && words.isJoined(end + 1) && /^\d\d(?:\d\d)?$/u.test(words.text(end + 1)) ? end + 2 : end;
}

/** "the December quarter", "the June quarter of 2021", "the July-September quarter". */
export function readMonthQuarter(words: Words, at: number): Reading | undefined {
  const first = words.lower(at) === "the" ? at + 1 : at;
  const isSpan = words.isCapitalized(first) && MONTHS.has(words.lower(first)) && (words.isDash(first + 1) || words.lower(first + 1) === "to");
  const head = isSpan ? first + 2 : first;
  const month = words.isCapitalized(head) ? MONTHS.get(words.lower(head)) : undefined;
  if (month === undefined || words.lower(head + 1) !== "quarter") return undefined;
  const quarter = Math.ceil(month / 3);
  const year = readOfYear(words, head + 2);
  if (year) return { end: year.end, timex: "DATE", value: (context) => `${year.value(context)}-Q${quarter}` };
  return { end: head + 2, timex: "DATE", value: (context) => `${valueOfMonth(context, month).slice(0, 4)}-Q${quarter}`, confidence: 0.85 };
}

/** First words of what is written short: "Q3", "H1", "FY". */
export const SHORT_PERIODS: readonly string[] = ["q1", "q2", "q3", "q4", "h1", "h2", "fy", ...Array.from({ length: 60 }, (_, year) => `fy${1990 + year}`), ...Array.from({ length: 40 }, (_, year) => `fy${twoDigits(year)}`)];

/** "Q3", "Q1 2021", "Q4 of 2020", "H1 2020", "FY2019", "FY 2020/21": in capitals. */
export function readShortPeriod(words: Words, at: number): Reading | undefined {
  const match = /^([QH])([1-4])$|^FY(\d\d(?:\d\d)?)?$/u.exec(words.text(at));
  if (!match) return undefined;
  const [, kind, number, digits] = match;
  if (kind === undefined) {
    if (digits !== undefined) return { end: afterSecondYear(words, at + 1), timex: "DATE", value: () => `FY${digits.length === 2 ? toFullYear(Number(digits)) : digits}` };
    const pair = /^(\d{4})\/\d\d$/u.exec(words.text(at + 1));
    if (pair) return { end: at + 2, timex: "DATE", value: () => `FY${pair[1]}` };
    const year = readBareYear(words, at + 1);
    return year && { ...year, value: (context) => `FY${year.value(context)}` };
  }
  const year = readOfYear(words, at + 1) ?? readFiscalYear(words, at + 1) ?? (words.text(at + 1).startsWith("FY") ? readShortPeriod(words, at + 1) : undefined);
  if (year) return { end: year.end, timex: "DATE", value: (context) => `${year.value(context)}-${kind}${number}` };
  return kind === "Q" ? { end: at + 1, timex: "DATE", value: (context) => valueOfQuarter(context, Number(number)), confidence: 0.8 } : undefined;
}

/** The quarter that the text speaks of, else the last that was over when the article was written. */
export function lastQuarter(context: DateContext): string {
  return reportedQuarter(context) ?? period(context, "quarter", -1);
}
