import { addMonths, formatDay, formatMonth, formatWeek, fromDay, parseDay, twoDigits, weekStart, type Day } from "./calendar.js";
import type { DateContext } from "./dateContext.js";
import type { Unit } from "./dateWords.js";

/** The period of a unit that holds the day, moved by a number of periods: "2021-04-06", "2021-W14", "2021-04", "2021-Q2", "2021", "202", "20". */
export function periodAt(day: Day, unit: Unit | "weekend", steps: number): string {
  const { year, month } = fromDay(day);
  switch (unit) {
    case "second":
    case "minute":
    case "hour":
      return formatDay(day);
    case "day":
      return formatDay(day + steps);
    case "week":
      return formatWeek(day + 7 * steps);
    case "weekend":
      return `${formatWeek(day + 7 * steps)}-WE`;
    case "month": {
      const to = addMonths(year, month, steps);
      return formatMonth(to.year, to.month);
    }
    case "quarter": {
      const to = addMonths(year, month, 3 * steps);
      return `${to.year}-Q${Math.ceil(to.month / 3)}`;
    }
    case "year":
      return String(year + steps);
    case "decade":
      return String(Math.floor(year / 10) + steps);
    case "century":
      return twoDigits(Math.floor(year / 100) + steps);
  }
}

/** A day that lies in the period of a value; null for values that are no point on the calendar. */
export function dayOf(value: string): Day | null {
  const week = weekStart(value);
  if (week !== null) return week;
  const quarter = /^(\d{4})-Q([1-4])/u.exec(value);
  if (quarter) return parseDay(`${quarter[1]}-${twoDigits(3 * Number(quarter[2]) - 2)}-01`);
  return parseDay(value) ?? (/^\d{4}-\d\d$/u.test(value) ? parseDay(`${value}-01`) : /^\d{4}$/u.test(value) ? parseDay(`${value}-01-01`) : null);
}

/** The same period some years on, in its own grain: "1989-Q3" a year earlier is "1988-Q3". Null where the value has no year. */
export function shiftYears(value: string, years: number): string | null {
  const match = /^(\d{4})(.*)$/su.exec(value);
  return match ? `${Number(match[1]) + years}${match[2] ?? ""}` : null;
}

/** Moves a day by a number of units, whole months and years kept within their month. */
export function moveDay(day: Day, unit: Unit, amount: number): Day {
  if (unit === "day") return day + amount;
  if (unit === "week") return day + 7 * amount;
  if (unit === "second" || unit === "minute" || unit === "hour") return day;
  const months = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[unit] * amount;
  const from = fromDay(day);
  const to = addMonths(from.year, from.month, Math.round(months));
  return parseDay(`${formatMonth(to.year, to.month)}-01`) ?? day;
}

/** Without a day to count from: the reference that TIMEX3 has for before, at and after. */
export function vagueReference(steps: number): string {
  return steps < 0 ? "PAST_REF" : steps > 0 ? "FUTURE_REF" : "PRESENT_REF";
}

/** The article's period of a unit, moved; a bare reference without an article date. */
export function period(context: DateContext, unit: Unit | "weekend", steps: number): string {
  const today = context.today();
  return today === null ? vagueReference(steps) : periodAt(today, unit, steps);
}
