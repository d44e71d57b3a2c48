import { addMonths, formatDay, formatMonth, fromDay, parseDay, toDay, twoDigits, weekdayOf, type Day } from "./calendar.js";
import { MEMORY, NEAR, type DateContext } from "./dateContext.js";
import { periodAt } from "./shiftValue.js";

/** Values of dates that leave a part open: no year, only a weekday. Without an article date the open part stays X. */

/** A day without a year belongs to a story that the text has dated in full, where it lies within these many days of that. */
const SAME_STORY = 31;

/** Days around the article within which a day of a month is that of this year whatever weekday is told with it. */
const SLIP = 35;

/** A day of a month without a year: that of a story told just before, by the tense the last or the next one, else the one nearest to the article. */
export function valueOfMonthDay(context: DateContext, month: number, day: number, weekday?: number): string {
  const story = weekday === undefined ? sameStory(context, month, day) : undefined;
  if (story !== undefined) return formatDay(story);
  const today = context.today();
  if (today === null) return `XXXX-${twoDigits(month)}-${twoDigits(day)}`;
  const { year } = fromDay(today);
  const days = [year - 1, year, year + 1].map((candidate) => toDay(candidate, month, day)).filter((candidate) => candidate !== null);
  // a few weeks around the article a weekday that contradicts its day is a slip, farther off it tells the year
  const isNear = days.some((candidate) => Math.abs(candidate - today) <= SLIP);
  const onWeekday = weekday === undefined || isNear ? [] : days.filter((candidate) => weekdayOf(candidate) === weekday);
  const chosen = chooseDay(onWeekday.length > 0 ? onWeekday : days, today, context);
  return chosen === undefined ? `XXXX-${twoDigits(month)}-${twoDigits(day)}` : formatDay(chosen);
}

/** The day on which a span ends: the next such day behind the one with which it begins. */
export function valueOfSpanEnd(context: DateContext, month: number, day: number): string {
  const first = context.lastDay(1);
  const year = first === undefined ? 0 : fromDay(first).year;
  const end = first === undefined ? undefined : [year, year + 1].map((candidate) => toDay(candidate, month, day)).find((candidate) => candidate !== null && candidate > first);
  return end === undefined || end === null ? valueOfMonthDay(context, month, day) : formatDay(end);
}

function sameStory(context: DateContext, month: number, day: number): Day | undefined {
  let story: Day | undefined;
  // what happened in another year is told by the way where the article's own day is as near
  const isNow = context.isNear(month, day, SAME_STORY);
  context.lastFullDay((known) => {
    // "terms that expire on March 31, 2024; the April 6 meeting": what lies ahead by years tells no story
    if (isNow && context.isAhead(formatDay(known))) return false;
    const { year } = fromDay(known);
    const days = [year - 1, year, year + 1].map((candidate) => toDay(candidate, month, day));
    story = days.find((candidate) => candidate !== null && Math.abs(candidate - known) <= SAME_STORY) ?? undefined;
    return story !== undefined;
  }, isNow ? NEAR : MEMORY);
  return story;
}

/** Days ahead of which a report that is early may tell as over. */
const SOON = 7;

function chooseDay(days: readonly Day[], today: Day, context: DateContext): Day | undefined {
  const byDistance = [...days].sort((a, b) => Math.abs(a - today) - Math.abs(b - today));
  const [nearest] = byDistance;
  // "Runs until December 31" in January
  if (context.isStillOpen) return byDistance.find((day) => day >= today) ?? nearest;
  // "they peaked on 10 February" in January
  if (nearest !== undefined && nearest > today + SOON && context.isDone) return byDistance.find((day) => day <= today) ?? nearest;
  // two months around the article nearness tells more than the tense of a neighbouring verb
  if (nearest === undefined || Math.abs(nearest - today) <= 60) return nearest;
  const { direction } = context;
  if (direction < 0) return byDistance.find((day) => day <= today) ?? nearest;
  if (direction > 0) return byDistance.find((day) => day >= today) ?? nearest;
  return nearest;
}

/** A month without a year. */
export function valueOfMonth(context: DateContext, month: number): string {
  const today = context.today();
  if (today === null) return `XXXX-${twoDigits(month)}`;
  const now = fromDay(today);
  const { direction } = context;
  if (direction > 0) return formatMonth(month < now.month ? now.year + 1 : now.year, month);
  const ahead = (((month - now.month) % 12) + 12) % 12;
  // the month to come is hardly named for the one eleven months ago
  if (direction < 0 && ahead !== 1) return formatMonth(month > now.month ? now.year - 1 : now.year, month);
  // nothing tells: news looks back further than ahead
  if (ahead === 0 || ahead <= 3) return formatMonth(month < now.month ? now.year + 1 : now.year, month);
  return formatMonth(month > now.month ? now.year - 1 : now.year, month);
}

/** The first such month behind the one that was named directly before. */
export function valueOfMonthAfter(context: DateContext, month: number): string {
  const first = context.lastMonth();
  if (first === undefined) return valueOfMonth(context, month);
  const [year = 0, from = 0] = first.split("-").map(Number);
  return formatMonth(month > from ? year : year + 1, month);
}

/** A day of the month alone: of the month that was named just before, else of the last or the next such day by the tense, else of this month. */
export function valueOfDay(context: DateContext, day: number): string {
  const open = `XXXX-XX-${twoDigits(day)}`;
  const inMonth = (month: string | undefined): string | undefined => (month !== undefined && parseDay(`${month}-${twoDigits(day)}`) !== null ? `${month}-${twoDigits(day)}` : undefined);
  const named = inMonth(context.lastMonth());
  // "she is 90 in October; the boat was cancelled on the 8th": what was is in no month to come
  const isAhead = named !== undefined && context.isAhead(named) && context.direction < 0;
  if (named !== undefined && !isAhead) return named;
  const today = context.today();
  if (today === null) return open;
  const now = fromDay(today);
  const { direction } = context;
  const steps = direction < 0 && day > now.day ? -1 : direction > 0 && day < now.day ? 1 : 0;
  // no month of thirty days has a 31st, but one of those beside it does
  for (const further of [0, steps || 1, -1]) {
    const to = addMonths(now.year, now.month, steps + further);
    const found = inMonth(formatMonth(to.year, to.month));
    if (found !== undefined) return found;
  }
  return open;
}

/** Months around the article in which a day of the month is looked for that falls on a weekday. */
const NEAR_MONTHS = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6] as const;

/** A weekday with its day of the month: of the nearest month in which the two agree. */
export function valueOfNumberedWeekday(context: DateContext, day: number, weekday: number): string {
  const today = context.today();
  if (today === null) return `XXXX-XX-${twoDigits(day)}`;
  const now = fromDay(today);
  for (const steps of NEAR_MONTHS) {
    const { year, month } = addMonths(now.year, now.month, steps);
    const candidate = toDay(year, month, day);
    if (candidate !== null && weekdayOf(candidate) === weekday) return formatDay(candidate);
  }
  return valueOfDay(context, day);
}

/** Days in which a weekday is looked for: the last seven with today, or the next seven with today. */
export function valueOfWeekday(context: DateContext, weekday: number): string {
  const today = context.today();
  if (today === null) return `XXXX-WXX-${weekday}`;
  return formatDay(context.direction > 0 ? weekdayFrom(today, weekday) : weekdayUntil(today, weekday));
}

/** "last Friday", "this Friday", "next Friday", "on Friday next". */
export function steppedWeekday(context: DateContext, weekday: number, step: "last" | "this" | "next" | "coming"): string {
  const today = context.today();
  if (today === null) return `XXXX-WXX-${weekday}`;
  if (step === "last") return formatDay(weekdayUntil(today - 1, weekday));
  if (step === "this") return weekdayOfWeek(context, weekday, 0);
  const day = weekdayFrom(today + 1, weekday);
  // of tomorrow nobody says "next Thursday"
  return formatDay(step === "next" && day === today + 1 ? day + 7 : day);
}

/** "two Sundays ago": so many of them back, today's not counted. */
export function weekdaysAgo(context: DateContext, weekday: number, count: number): string {
  const today = context.today();
  return today === null ? `XXXX-WXX-${weekday}` : formatDay(weekdayUntil(today - 1, weekday) - 7 * (count - 1));
}

/** "the Sunday before last". */
export function weekdayBeforeLast(context: DateContext, weekday: number): string {
  const today = context.today();
  return today === null ? `XXXX-WXX-${weekday}` : formatDay(weekdayUntil(today - 1, weekday) - 7);
}

/** "Friday of last week". */
export function weekdayOfWeek(context: DateContext, weekday: number, weeks: number): string {
  const today = context.today();
  return today === null ? `XXXX-WXX-${weekday}` : formatDay(today - weekdayOf(today) + weekday + 7 * weeks);
}

/** The first such weekday after the day that was named before ("Monday to Friday"). */
export function valueOfWeekdayAfter(context: DateContext, weekday: number): string {
  const last = context.lastDay();
  return last === undefined ? valueOfWeekday(context, weekday) : formatDay(weekdayFrom(last + 1, weekday));
}

/** The first such weekday on or after a day. */
export function weekdayFrom(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7);
}

/** The last such weekday on or before a day. */
export function weekdayUntil(day: Day, weekday: number): Day {
  return day - ((weekdayOf(day) - weekday + 7) % 7);
}

/** Months in which the seasons of the northern half of the earth begin; the code is TIMEX3's. */
export const SEASON_START: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** A season without a year. */
export function valueOfSeason(context: DateContext, season: string): string {
  const today = context.today();
  if (today === null) return `XXXX-${season}`;
  const now = fromDay(today);
  const start = SEASON_START[season] ?? 1;
  const { direction } = context;
  if (direction < 0 && start > now.month) return `${now.year - 1}-${season}`;
  if (direction > 0 && start + 2 < now.month) return `${now.year + 1}-${season}`;
  return `${now.year}-${season}`;
}

/** A quarter without a year: the one that began nearest to the article, and before it where the sentence tells what was. */
export function valueOfQuarter(context: DateContext, quarter: number): string {
  const today = context.today();
  if (today === null) return `XXXX-Q${quarter}`;
  const now = fromDay(today);
  const ahead = 3 * quarter - 2 - now.month;
  const furthest = context.direction < 0 ? 0 : 6;
  return `${ahead > furthest ? now.year - 1 : ahead < -9 ? now.year + 1 : now.year}-Q${quarter}`;
}

/** A half of a year that is told of: the last one that is over, or nearly so, unless the sentence speaks of what will be. */
export function valueOfHalf(context: DateContext, half: number): string {
  const today = context.today();
  if (today === null) return `XXXX-H${half}`;
  const { year, month } = fromDay(today);
  const isOver = half === 1 ? month >= 6 : month === 12;
  return `${isOver || context.direction > 0 ? year : year - 1}-H${half}`;
}

/** The weekend of this week is still to come until it is Saturday; what lies behind is the one before. */
export function valueOfWeekend(context: DateContext, step: "last" | "this" | "next" | "coming" | "the"): string {
  const today = context.today();
  if (today === null) return step === "last" ? "PAST_REF" : step === "next" ? "FUTURE_REF" : "XXXX-WXX-WE";
  const isWeekend = weekdayOf(today) >= 6;
  if (step === "last") return periodAt(today, "weekend", -1);
  if (step === "next") return periodAt(today, "weekend", 1);
  if (step === "coming" || isWeekend) return periodAt(today, "weekend", 0);
  if (step === "the") return periodAt(today, "weekend", context.direction > 0 ? 0 : -1);
  return periodAt(today, "weekend", context.direction < 0 && weekdayOf(today) <= 2 ? -1 : 0);
}

/** "midweek": the week whose Wednesday is meant, the nearest where no tense tells. */
export function valueOfMidweek(context: DateContext): string {
  const today = context.today();
  if (today === null) return "XXXX-WXX";
  const { direction } = context;
  const wednesday = weekdayUntil(direction > 0 ? today + 6 : direction < 0 ? today : today + 3, WEDNESDAY);
  return periodAt(wednesday, "week", 0);
}

const WEDNESDAY = 3;
