import { formatDay, fromDay, twoDigits } from "./calendar.js";
import { readMonthName } from "./calendarDates.js";
import type { DateContext } from "./dateContext.js";
import { DAY_PARTS, SEASONS, UNITS, WEEKDAYS, type Unit } from "./dateWords.js";
import { SEASON_START, valueOfWeekend, weekdayFrom, weekdayUntil } from "./openDates.js";
import { lastQuarter, QUARTER, readYearAgo } from "./quarters.js";
import type { Reading } from "./reading.js";
import { dayOf, period, periodAt, vagueReference } from "./shiftValue.js";
import type { Words } from "./words.js";
import { thisYear, yearOf } from "./years.js";

/** Days and periods counted from what the text has named before, or that it takes as known. */

/** Values that name a period on the calendar. */
const CALENDAR = /^\d{4}(?:-(?:\d\d|W\d\d|Q[1-4]|H[12]|S[PU]|FA|WI))?(?:-\d\d|-WE)?(?:T.*)?$/u;

/** A period counted from the last date in the text: "the next day", "the following month". */
export function afterMention(context: DateContext, unit: Unit, steps: number): string {
  const value = unit === "day" ? undefined : context.lastValue(CALENDAR);
  const last = unit === "day" ? context.lastDay() : undefined;
  // "It takes effect on Friday. The peso had fallen earlier in the day": what was done is done on no day to come
  const isOver = last !== undefined && steps === 0 && context.isAhead(formatDay(last)) && context.direction < 0;
  const from = (value === undefined ? undefined : dayOf(value)) ?? (isOver ? undefined : last) ?? context.today();
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
  const part = steps === undefined ? undefined : DAY_PARTS.get(words.lower(at + 2));
  if (steps !== undefined && part !== undefined) return { end: at + 3, timex: "TIME", value: (context) => `${afterMention(context, "day", steps).replace(/^\w+_REF$/u, "")}${part}`, confidence: 0.75 };
  const season = SEASONS.get(words.lower(at + 2));
  if (steps !== undefined && season !== undefined) return { end: at + 3, timex: "DATE", value: (context) => seasonBeside(context, season, steps), confidence: 0.75 };
  // "the year previous", "the day before": not "the day before the vote"
  const own = UNITS.get(words.lower(at + 1));
  const after = AFTER_UNIT.get(words.lower(at + 2));
  if (own === undefined || after === undefined || /^\p{L}|^\d/u.test(words.text(at + 3))) return undefined;
  return { end: at + 3, timex: "DATE", value: (context) => afterMention(context, own, after), confidence: 0.7 };
}

/** "the previous autumn", "the following spring": of the year that the text is in, or of the one beside it. */
function seasonBeside(context: DateContext, season: string, steps: number): string {
  const last = context.lastValue(CALENDAR) ?? "";
  const named = SEASON_START[last.slice(5)];
  const day = (named === undefined ? dayOf(last) : dayOf(`${last.slice(0, 4)}-${twoDigits(named)}`)) ?? context.today();
  if (day === null) return `XXXX-${season}`;
  const { year, month } = fromDay(day);
  const start = SEASON_START[season] ?? 1;
  const isInside = steps < 0 ? start < month : start > month;
  return `${isInside ? year : year + steps}-${season}`;
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
  // "they hope that Night Shift returns"
  const isNamed = words.isCapitalized(at) && !words.isCapitalized(at - 1);
  const dayPart = isNamed ? undefined : DAY_PARTS.get(word);
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
  if (word === "weekend" && !fiscal) return { end, timex: "DATE", value: (context) => valueOfWeekend(context, "the"), confidence: 0.85 };
  // "the year-ago results", "the quarter-finals"
  if (words.isDash(end) && words.isJoined(end + 1)) return undefined;
  if (word === "quarter" && !/^(?:of|century|mile|final|horse)$/u.test(after)) return { end, timex: "DATE", value: lastQuarter, confidence: 0.75 };
  if (word === "period" && latest) return { end, timex: "DATE", value: lastQuarter, confidence: 0.7 };
  if (word === "year") {
    if (/^(?:ended|ending|to)$/u.test(after)) return { end, timex: "DURATION", value: () => "P1Y" };
    if (latest) return { end, timex: "DATE", value: (context) => period(context, "year", -1), confidence: 0.7 };
    // "the full year 2022"
    if (fiscal && /^(?:19|20)\d\d$/u.test(after)) return { end: end + 1, timex: "DATE", value: () => after };
    // "… for the fourth quarter of 2005 and … for the entire year"
    if (/^(?:full|entire|whole)$/u.test(words.lower(head - 1))) return { end, timex: "DATE", value: reportedYear, confidence: 0.7 };
    return /^(?:that|when|he|she|they|we|i|it|after|before|round)$/u.test(after) ? undefined : { end, timex: "DATE", value: (context) => period(context, "year", 0), confidence: 0.7 };
  }
  if (fiscal || latest) return undefined;
  const open = /^(?:that|this|when|he|she|they|we|you|i|it|after|before|of|his|her|their|our|your|its|the|my|a)$/u.test(after);
  // "Match of the Day", "the Week" are names
  const isNamed = words.isCapitalized(head) && words.text(head) !== words.text(head).toUpperCase();
  if (open || isNamed) return undefined;
  if (word === "day") return { end, timex: "DATE", value: (context) => afterMention(context, "day", 0), confidence: 0.65 };
  if (word === "week" || word === "month") return { end, timex: "DATE", value: (context) => period(context, word, 0), confidence: 0.7 };
  return undefined;
}

/** The year of the latest quarter that the text has named, else the article's. */
function reportedYear(context: DateContext): string {
  const year = yearOf(context.latestValue(QUARTER, "Y") ?? "");
  return year === undefined ? period(context, "year", 0) : String(year);
}

/** "(by the end of) the month we will know": cut from a period, the words that follow need not tell that it is one. */
export function readPeriodInside(words: Words, at: number): Reading | undefined {
  const unit = UNITS.get(words.lower(at + 1));
  if (words.lower(at) !== "the" || words.text(at + 1) !== words.lower(at + 1) || (unit !== "week" && unit !== "month" && unit !== "year")) return undefined;
  if (/^(?:that|which|of|when|before|after|['’]s)$/u.test(words.lower(at + 2)) || words.isDash(at + 2)) return undefined;
  return { end: at + 2, timex: "DATE", value: (context) => period(context, unit, 0), confidence: 0.7 };
}

/** "(the end of) the decade", "(the turn of) the century". */
export function readLongPeriod(words: Words, at: number): Reading | undefined {
  const unit = UNITS.get(words.lower(at + 1));
  if (words.lower(at) !== "the" || (unit !== "decade" && unit !== "century")) return undefined;
  return { end: at + 2, timex: "DATE", value: (context) => period(context, unit, 0), confidence: 0.7 };
}
