import { addMonths, formatDay, formatMonth, fromDay, parseDay, toDay, twoDigits, weekdayOf, type Day } from "./calendar.js";
import { readDayMonth, readMonth, readMonthDay, readMonthName } from "./calendarDates.js";
import { readBareYear, thisYear, yearOf } from "./years.js";
import { readOrdinal } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { DAY_PARTS, SEASONS, UNITS, WEEKDAYS, type Unit } from "./dateWords.js";
import { valueOfSeason, weekdayFrom, weekdayUntil } from "./openDates.js";
import type { Reading } from "./reading.js";
import { lastQuarter, QUARTER, readPartOfYear, readYearAgo } from "./quarters.js";
import { dayOf, period, periodAt, vagueReference } from "./shiftValue.js";
import type { Words } from "./words.js";

/** Values that name a period on the calendar. */
const CALENDAR = /^\d{4}(?:-(?:\d\d|W\d\d|Q[1-4]|H[12]|S[PU]|FA|WI))?(?:-\d\d|-WE)?(?:T.*)?$/u;

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
  if (word === "weekend") return { end: head + 1, timex: "DATE", value: (context) => weekend(context, step) };
  const season = SEASONS.get(word);
  if (season !== undefined) return { end: head + 1, timex: "DATE", value: (context) => steppedSeason(context, season, step) };
  const part = DAY_PARTS.get(word);
  if (part !== undefined) return the === 1 || step === "coming" ? undefined : { end: head + 1, timex: "TIME", value: (context) => steppedPart(context, part, step) };
  const weekday = words.isCapitalized(head) ? WEEKDAYS.get(words.bare(head)) : undefined;
  if (weekday !== undefined) {
    const dated = readMonthDay(words, words.text(head + 1) === "," ? head + 2 : head + 1);
    return dated ?? { end: head + 1, timex: "DATE", value: (context) => steppedWeekday(context, weekday, step) };
  }
  const month = readMonthName(words, head);
  // "next Feb. 29", "last April 6"
  const monthDay = month && readMonthDay(words, head);
  if (month && monthDay?.month && monthDay.month.year === undefined) {
    return { end: monthDay.end, timex: "DATE", value: (context) => dayOfMonth(steppedMonth(context, month.month, step), monthDay.value(context).slice(-2)) };
  }
  if (month && !(month.abbreviated && month.ambiguous)) return { end: month.end, timex: "DATE", value: (context) => steppedMonth(context, month.month, step) };
  return undefined;
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

function steppedWeekday(context: DateContext, weekday: number, step: Step): string {
  const today = context.today();
  if (today === null) return `XXXX-WXX-${weekday}`;
  if (step === "last") return formatDay(weekdayUntil(today - 1, weekday));
  if (step === "this") return formatDay(today - weekdayOf(today) + weekday);
  return formatDay(weekdayFrom(today + 1, weekday));
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
  if (step === "last") return `${place < current ? now.year : now.year - 1}-${season}`;
  return `${place > current ? now.year : now.year + 1}-${season}`;
}

function steppedPart(context: DateContext, part: string, step: Step): string {
  const today = context.today();
  if (today === null) return part;
  return `${formatDay(today + (step === "last" ? -1 : step === "next" ? 1 : 0))}${part}`;
}

/** The weekend of this week is still to come until it is Saturday; what lies behind is the one before. */
function weekend(context: DateContext, step: Step | "the"): string {
  const today = context.today();
  if (today === null) return step === "last" ? "PAST_REF" : step === "next" ? "FUTURE_REF" : "XXXX-WXX-WE";
  const isWeekend = weekdayOf(today) >= 6;
  if (step === "last") return periodAt(today, "weekend", -1);
  if (step === "next") return periodAt(today, "weekend", 1);
  if (step === "coming" || isWeekend) return periodAt(today, "weekend", 0);
  if (step === "the") return periodAt(today, "weekend", context.direction > 0 ? 0 : -1);
  return periodAt(today, "weekend", context.direction < 0 && weekdayOf(today) <= 2 ? -1 : 0);
}

/** A period counted from the last date in the text: "the next day", "the following month". */
export function afterMention(context: DateContext, unit: Unit, steps: number): string {
  const value = unit === "day" ? undefined : context.lastValue(CALENDAR);
  const from = (value === undefined ? undefined : dayOf(value)) ?? (unit === "day" ? context.lastDay() : undefined) ?? context.today();
  return from === null ? vagueReference(steps) : periodAt(from, unit, steps);
}

function weekdayAfterMention(context: DateContext, weekday: number, steps: number): string {
  const value = context.lastValue(/^\d{4}-\d\d-\d\d/u);
  const from = value === undefined ? context.today() : dayOf(value);
  if (from === null) return `XXXX-WXX-${weekday}`;
  return formatDay(steps < 0 ? weekdayUntil(from - 1, weekday) : weekdayFrom(from + 1, weekday));
}

/** "the following day", "the previous year", "the same month", "that day", "the day before". */
export function readFollowing(words: Words, at: number): Reading | undefined {
  const first = words.lower(at);
  if (first === "that" || (first === "the" && words.lower(at + 1) === "same")) return readSame(words, first === "that" ? at + 1 : at + 2);
  if (first !== "the") return undefined;
  const steps = FOLLOWING.get(words.lower(at + 1));
  const unit = UNITS.get(words.lower(at + 2));
  const weekday = steps !== undefined && words.isCapitalized(at + 2) ? WEEKDAYS.get(words.lower(at + 2)) : undefined;
  if (steps !== undefined && weekday !== undefined) return { end: at + 3, timex: "DATE", value: (context) => weekdayAfterMention(context, weekday, steps) };
  if (steps !== undefined && unit !== undefined && unit !== "second" && unit !== "minute" && unit !== "hour") return { end: at + 3, timex: "DATE", value: (context) => afterMention(context, unit, steps), confidence: 0.8 };
  // "the year previous", "the day before": not "the day before the vote"
  const own = UNITS.get(words.lower(at + 1));
  const after = AFTER_UNIT.get(words.lower(at + 2));
  if (own === undefined || after === undefined || /^\p{L}|^\d/u.test(words.text(at + 3))) return undefined;
  return { end: at + 3, timex: "DATE", value: (context) => afterMention(context, own, after), confidence: 0.7 };
}

const FOLLOWING: ReadonlyMap<string, number> = new Map([
  ["following", 1],
  ["next", 1],
  ["previous", -1],
  ["preceding", -1],
  ["prior", -1],
]);
const AFTER_UNIT: ReadonlyMap<string, number> = new Map([
  ["before", -1],
  ["earlier", -1],
  ["previous", -1],
  ["after", 1],
  ["later", 1],
]);

function readSame(words: Words, at: number): Reading | undefined {
  const word = words.lower(at);
  const dayPart = DAY_PARTS.get(word);
  if (dayPart !== undefined) return { end: at + 1, timex: "TIME", value: (context) => `${afterMention(context, "day", 0).replace(/^P\w+_REF$/u, "")}${dayPart}` };
  if (word === "period" || word === "month" || word === "quarter") {
    const yearAgo = readYearAgo(words, at + 1);
    if (yearAgo) return yearAgo;
  }
  // "that fall", "that October": of the year that the text is in
  const season = SEASONS.get(word);
  const month = readMonthName(words, at);
  const part = season ?? (month && !month.abbreviated ? twoDigits(month.month) : undefined);
  if (part !== undefined && words.lower(at - 1) === "that" && (season === undefined || /^(?:$|[^\p{L}]|and$|when$|the$|he$|she$|they$)/u.test(words.lower(at + 1)))) {
    return { end: at + 1, timex: "DATE", value: (context) => `${yearOf(context.lastValue(/^\d{4}/u) ?? "") ?? thisYear(context) ?? "XXXX"}-${part}`, confidence: 0.75 };
  }
  const unit = UNITS.get(word);
  if (unit === undefined || unit === "second" || unit === "minute" || unit === "hour") return undefined;
  const grain = { day: /^\d{4}-\d\d-\d\d/u, week: CALENDAR, month: /^\d{4}-\d\d/u, quarter: QUARTER, year: CALENDAR, decade: CALENDAR, century: CALENDAR }[unit];
  const value = (context: DateContext): string => {
    const last = context.lastValue(grain);
    if (last === undefined) return period(context, unit, 0);
    const day = dayOf(last);
    return day === null ? last : periodAt(day, unit, 0);
  };
  return { end: at + 1, timex: "DATE", value, confidence: 0.75 };
}

/** Periods that the text takes as known: "the year", "the quarter", "the latest quarter", "the weekend", "the week". */
export function readKnownPeriod(words: Words, at: number): Reading | undefined {
  if (words.lower(at) !== "the") return undefined;
  let head = at + 1;
  const latest = /^(?:latest|most)$/u.test(words.lower(head));
  if (words.lower(head) === "most" && words.lower(head + 1) === "recent") head += 2;
  else if (latest) head++;
  const fiscal = /^(?:fiscal|financial|full|entire|whole|calendar)$/u.test(words.lower(head));
  if (fiscal) head++;
  const word = words.lower(head);
  const end = head + 1;
  const after = words.lower(end);
  if (word === "weekend" && !fiscal) return { end, timex: "DATE", value: (context) => weekend(context, "the"), confidence: 0.85 };
  if (word === "quarter" && !/^(?:of|century|mile|final|horse)$/u.test(after)) return { end, timex: "DATE", value: lastQuarter, confidence: 0.75 };
  if (word === "period" && latest) return { end, timex: "DATE", value: lastQuarter, confidence: 0.7 };
  // "the year-ago results"
  if (words.isDash(end) && words.isJoined(end + 1)) return undefined;
  if (word === "year") {
    if (/^(?:ended|ending|to)$/u.test(after)) return { end, timex: "DURATION", value: () => "P1Y" };
    if (latest) return { end, timex: "DATE", value: (context) => period(context, "year", -1), confidence: 0.7 };
    // "… for the fourth quarter of 2005 and … for the entire year"
    if (/^(?:full|entire|whole)$/u.test(words.lower(head - 1))) return { end, timex: "DATE", value: reportedYear, confidence: 0.7 };
    return /^(?:that|when|he|she|they|we|i|it|after|before|round)$/u.test(after) ? undefined : { end, timex: "DATE", value: (context) => period(context, "year", 0), confidence: 0.7 };
  }
  if (fiscal || latest) return undefined;
  const open = /^(?:that|this|when|he|she|they|we|you|i|it|after|before|of|his|her|their|our|your|its|the|my|a)$/u.test(after);
  if (open) return undefined;
  if (word === "day") return { end, timex: "DATE", value: (context) => afterMention(context, "day", 0), confidence: 0.65 };
  if (word === "week" || word === "month") return { end, timex: "DATE", value: (context) => period(context, word, 0), confidence: 0.7 };
  return undefined;
}

/** The year of the latest quarter that the text has named, else the article's. */
function reportedYear(context: DateContext): string {
  const year = yearOf(context.latestValue(QUARTER, "Y") ?? "");
  return year === undefined ? period(context, "year", 0) : String(year);
}

/** "(the end of) the decade", "(the turn of) the century". */
export function readLongPeriod(words: Words, at: number): Reading | undefined {
  const unit = UNITS.get(words.lower(at + 1));
  if (words.lower(at) !== "the" || (unit !== "decade" && unit !== "century")) return undefined;
  return { end: at + 2, timex: "DATE", value: (context) => period(context, unit, 0), confidence: 0.7 };
}

/** "the week before last", "the weekend before last". */
export function readBeforeLast(words: Words, at: number): Reading | undefined {
  const word = words.lower(at + 1);
  const unit = word === "weekend" ? word : UNITS.get(word);
  if (words.lower(at) !== "the" || !/^(?:week|weekend|month|year)$/u.test(word) || unit === undefined || words.lower(at + 2) !== "before" || words.lower(at + 3) !== "last") return undefined;
  return { end: at + 4, timex: "DATE", value: (context) => period(context, unit, -2), confidence: 0.85 };
}

/** "the summer", "summer 2021", "the winter of 1994", "spring": by the words beside it. */
export function readSeason(words: Words, at: number): Reading | undefined {
  const the = words.lower(at) === "the" ? 1 : 0;
  const head = at + the;
  const season = SEASONS.get(words.lower(head));
  if (season === undefined) return undefined;
  const end = head + 1;
  const of = words.lower(end) === "of" ? 1 : 0;
  const year = words.lower(head) === "fall" && of === 1 && the === 1 && !words.isNumber(end + 1) ? undefined : readBareYear(words, end + of);
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

/** "the week of April 12", "the weekend of May 1": the one that holds the day. */
export function readWeekOf(words: Words, at: number): Reading | undefined {
  const unit = words.lower(at + 1);
  if (words.lower(at) !== "the" || (unit !== "week" && unit !== "weekend") || words.lower(at + 2) !== "of") return undefined;
  const day = readMonthDay(words, at + 3) ?? readDayMonth(words, at + 3);
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
