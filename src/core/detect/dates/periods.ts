import { formatDay, formatMonth, fromDay, toDay, twoDigits } from "./calendar.js";
import { readMonthDay, readMonthName } from "./calendarDates.js";
import type { DateContext } from "./dateContext.js";
import { DAY_PARTS, SEASONS, UNITS, WEEKDAYS, type Unit } from "./dateWords.js";
import { afterMention } from "./mentionedPeriods.js";
import { SEASON_START, steppedWeekday, valueOfWeekend, weekdayBeforeLast } from "./openDates.js";
import { readPartOfYear } from "./quarters.js";
import type { Reading } from "./reading.js";
import { period } from "./shiftValue.js";
import type { Words } from "./words.js";

/** Days and periods counted from the article's day. */

/** "today", "yesterday", "tomorrow", "the day before yesterday". */
export function readNamedDay(words: Words, at: number): Reading | undefined {
  if (words.lower(at) === "the" && words.lower(at + 1) === "day") {
    const inner = words.lower(at + 2) === "before" && words.lower(at + 3) === "yesterday" ? -2 : words.lower(at + 2) === "after" && words.lower(at + 3) === "tomorrow" ? 2 : 0;
    return inner === 0 ? undefined : { end: at + 4, timex: "DATE", value: (context) => period(context, "day", inner) };
  }
  const steps = NAMED_DAYS.get(words.lower(at));
  if (steps === undefined || (words.lower(at) === "today" && words.text(at) === "Today" && /^(?:USA|Show|show|programme|program)$/u.test(words.text(at + 1)))) return undefined;
  if (words.text(at) === "TODAY" && words.text(at - 1) === "USA") return undefined;
  return { end: at + 1, timex: "DATE", value: (context) => period(context, "day", steps), confidence: 0.95 };
}

const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["yesterday", -1],
  ["tomorrow", 1],
]);

type Step = "last" | "this" | "next" | "coming";

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["last", "last"],
  ["past", "last"],
  ["this", "this"],
  ["current", "this"],
  ["next", "next"],
  ["coming", "coming"],
  ["upcoming", "coming"],
]);

/** "last week", "this summer", "next March", "this coming Sunday", "the current fiscal year", "this year's third quarter". */
export function readStep(words: Words, at: number): Reading | undefined {
  const the = words.lower(at) === "the" || words.lower(at) === "its" || words.lower(at) === "our" ? 1 : 0;
  let head = at + the;
  let step = STEPS.get(words.lower(head));
  if (step === undefined) return undefined;
  // "the lockdown would go on past April 3": beyond it
  const isBeyond = words.lower(head) === "past" && the === 0;
  // "this past spring", "this coming Sunday"
  const second = STEPS.get(words.lower(head + 1));
  if (step === "this" && second !== undefined && words.lower(head + 1) !== "current") {
    step = second;
    head++;
  }
  if (the === 1 && step === "this" && words.lower(head) === "this") return undefined;
  head++;
  const fiscal = /^(?:fiscal|financial|calendar|full|entire|school|academic)$/u.test(words.lower(head)) ? 1 : 0;
  head += fiscal;
  const word = words.lower(head);
  const unit = UNITS.get(word);
  // "This Week" is a programme
  if (unit !== undefined && words.isCapitalized(head) && words.text(head) !== words.text(head).toUpperCase()) return undefined;
  if (unit !== undefined && fiscal === 1 && unit !== "year" && unit !== "quarter") return undefined;
  if (unit !== undefined) return unit === "second" || unit === "minute" || (unit === "hour" && step !== "this") ? undefined : readUnitStep(words, head, unit, step, the === 1);
  if (word === "weekend") return { end: head + 1, timex: "DATE", value: (context) => valueOfWeekend(context, step) };
  const season = SEASONS.get(word);
  if (season !== undefined) return { end: head + 1, timex: "DATE", value: (context) => steppedSeason(context, season, step) };
  const part = DAY_PARTS.get(word);
  if (part !== undefined) return the === 1 || step === "coming" ? undefined : { end: head + 1, timex: "TIME", value: (context) => steppedPart(context, part, step) };
  const weekday = WEEKDAYS.get(words.bare(head));
  if (weekday !== undefined) {
    const dated = readMonthDay(words, words.text(head + 1) === "," ? head + 2 : head + 1);
    return dated ?? { end: head + 1, timex: "DATE", value: (context) => steppedWeekday(context, weekday, step) };
  }
  const month = isBeyond && words.lower(head - 2) !== "this" ? undefined : readMonthName(words, head);
  // "next Feb. 29", "last April 6"
  const monthDay = month && readMonthDay(words, head);
  if (month && monthDay?.month && monthDay.month.year === undefined) {
    return { end: monthDay.end, timex: "DATE", value: (context) => steppedDay(context, month.month, monthDay.value(context).slice(-2), step) };
  }
  if (month && !(month.abbreviated && month.ambiguous)) return { end: month.end, timex: "DATE", value: (context) => steppedMonth(context, month.month, step) };
  return undefined;
}

/** "last June 21": of this month where it is over, "next June 21" where it is to come. */
function steppedDay(context: DateContext, month: number, day: string, step: Step): string {
  const today = context.today();
  const now = today === null ? undefined : fromDay(today);
  const isThisMonth = now?.month === month && ((step === "last" && Number(day) < now.day) || (step === "next" && Number(day) > now.day));
  return dayOfMonth(isThisMonth ? formatMonth(now.year, month) : steppedMonth(context, month, step), day);
}

/** The day of that month, of a leap year where the year has no such day. */
function dayOfMonth(yearAndMonth: string, day: string): string {
  const [year, month] = yearAndMonth.split("-").map(Number);
  if (!year || !month) return `${yearAndMonth}-${day}`;
  let leap = year;
  while (leap < year + 8 && toDay(leap, month, Number(day)) === null) leap++;
  return `${leap}-${twoDigits(month)}-${day}`;
}

function readUnitStep(words: Words, at: number, unit: Unit, step: Step, the: boolean): Reading | undefined {
  const end = at + 1;
  // "the past year", "the coming decade": the stretch that ends or begins now, not the calendar's
  if (the && (step === "coming" || words.lower(at - 1) === "past")) {
    const letter = { second: "", minute: "", hour: "", day: "P1D", week: "P1W", month: "P1M", quarter: "P1Q", year: "P1Y", decade: "P1DE", century: "P1CE" }[unit];
    return letter === "" ? undefined : { end, timex: "DURATION", value: () => letter };
  }
  const steps = step === "last" ? -1 : step === "this" ? 0 : 1;
  if (unit === "day" && (step === "last" || step === "coming")) return undefined;
  if (unit === "day" && step === "next") return { end, timex: "DATE", value: (context) => afterMention(context, "day", 1) };
  if (unit === "day" && the) return undefined;
  // "the last week of March", "this week of talks"
  if (the && words.lower(end) === "of") return undefined;
  const own: Reading = { end, timex: "DATE", value: (context) => period(context, unit, steps) };
  if (unit !== "year" || !/^['’]s$/u.test(words.text(end))) return own;
  return readPartOfYear(words, end + 1, own) ?? own;
}

function steppedMonth(context: DateContext, month: number, step: Step): string {
  const today = context.today();
  if (today === null) return `XXXX-${String(month).padStart(2, "0")}`;
  const now = fromDay(today);
  if (step === "this") return formatMonth(now.year, month);
  if (step === "last") return formatMonth(month < now.month ? now.year : now.year - 1, month);
  return formatMonth(month > now.month ? now.year : now.year + 1, month);
}

function steppedSeason(context: DateContext, season: string, step: Step): string {
  const today = context.today();
  if (today === null) return `XXXX-${season}`;
  const now = fromDay(today);
  if (step === "this") return `${now.year}-${season}`;
  const order = ["WI", "SP", "SU", "FA"];
  const current = now.month === 12 ? 4 : Math.floor(now.month / 3);
  const place = order.indexOf(season);
  // a winter goes by the year in which it begins: in March the last one is that of the year before
  if (season === "WI" && now.month < 12) return `${step === "next" ? now.year : now.month < (SEASON_START["SP"] ?? 3) ? now.year - 2 : now.year - 1}-WI`;
  if (step === "last") return `${place < current ? now.year : now.year - 1}-${season}`;
  return `${place > current ? now.year : now.year + 1}-${season}`;
}

function steppedPart(context: DateContext, part: string, step: Step): string {
  const today = context.today();
  if (today === null) return part;
  return `${formatDay(today + (step === "last" ? -1 : step === "next" ? 1 : 0))}${part}`;
}

/** "the week before last", "the weekend after next", "the Sunday before last". */
export function readPeriodButOne(words: Words, at: number): Reading | undefined {
  const word = words.lower(at + 1);
  const unit = word === "weekend" ? word : UNITS.get(word);
  const weekday = words.isCapitalized(at + 1) ? WEEKDAYS.get(word) : undefined;
  if (words.lower(at) === "the" && weekday !== undefined && words.lower(at + 2) === "before" && words.lower(at + 3) === "last") return { end: at + 4, timex: "DATE", value: (context) => weekdayBeforeLast(context, weekday), confidence: 0.85 };
  const steps = words.lower(at + 2) === "before" && words.lower(at + 3) === "last" ? -2 : words.lower(at + 2) === "after" && words.lower(at + 3) === "next" ? 2 : 0;
  if (words.lower(at) !== "the" || !/^(?:week|weekend|month|year)$/u.test(word) || unit === undefined || steps === 0) return undefined;
  return { end: at + 4, timex: "DATE", value: (context) => period(context, unit, steps), confidence: 0.85 };
}
