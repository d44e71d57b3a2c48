/** A day as the number of days since 1970-01-01 in the Gregorian calendar. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

export interface CalendarDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The day of a date; null where the calendar has no such date. Years 1000 to 9999. */
export function toDay(year: number, month: number, day: number): Day | null {
  if (!(year >= 1000 && year <= 9999)) return null;
  const at = Date.UTC(year, month - 1, day) / MS_PER_DAY;
  const back = fromDay(at);
  return back.year === year && back.month === month && back.day === day ? at : null;
}

export function fromDay(day: Day): CalendarDay {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Reads "2021-04-06", also at the head of a longer ISO timestamp; null for all else. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?!\d)/u.exec(iso);
  return match ? toDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** "2021-04-06". */
export function formatDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO week that holds a day: "2021-W14". */
export function formatWeek(day: Day): string {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = fromDay(thursday);
  const first = Date.UTC(year, 0, 1) / MS_PER_DAY;
  return `${year}-W${twoDigits(Math.floor((thursday - first) / 7) + 1)}`;
}

/** Monday of an ISO week ("2021-W14"); null where it is none. */
export function weekStart(week: string): Day | null {
  const match = /^(\d{4})-W(\d\d)/u.exec(week);
  if (!match) return null;
  const fourth = toDay(Number(match[1]), 1, 4);
  return fourth === null ? null : fourth - weekdayOf(fourth) + 1 + 7 * (Number(match[2]) - 1);
}

/** "2021-04". */
export function formatMonth(year: number, month: number): string {
  return `${year}-${twoDigits(month)}`;
}

/** Year and month, `steps` months on. */
export function addMonths(year: number, month: number, steps: number): { year: number; month: number } {
  const count = year * 12 + month - 1 + steps;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
