import type { Timex } from "./annotationDocument.js";

const TIME = String.raw`(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?|MO|MI|AF|EV|NI|DT`;
const DAY = /^(\d{4}|XXXX)-(\d{2}|XX)-(\d{2}|XX)$/u;
const POINTS: readonly RegExp[] = [
  // a century, a decade, a year; a fiscal year
  /^(?:\d{2}(?:XX)?|\d{3}X?|(?:FY)?\d{4})$/u,
  // a month, a quarter, a half, a season of a year
  /^(?:FY)?(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2]|XX|Q[1-4X]|H[1-2X]|SP|SU|FA|WI)$/u,
  // a week, its weekend or a day of it
  /^(?:\d{4}|XXXX)-W(?:0[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?:WE|[1-7]))?$/u,
  /^(?:PRESENT|PAST|FUTURE)_REF$/u,
];
const DURATION = /^P(?=[\dXT])(?:(?:\d+(?:\.\d+)?|X)(?:Y|M|W|WE|D|DE|CE|Q|H))*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?$/u;

/**
 * What kind of time a TIMEX3 value is, as this project writes them: "2021-04-06" a DATE, "2021-04-06TMO" a TIME, "P2D" a DURATION.
 * @returns undefined for what is no such value, days that are in no calendar included.
 */
export function timexOf(value: string): Timex | undefined {
  if (value.length > 40) return undefined;
  const [date = "", ...times] = value.split("T");
  if (DURATION.test(value)) return "DURATION";
  const isReference = value.endsWith("_REF");
  const point = isReference ? value : date;
  if (!isDay(point) && !POINTS.some((form) => form.test(point))) return undefined;
  if (isReference || times.length === 0) return "DATE";
  return isDay(point) && times.length === 1 && new RegExp(`^(?:${TIME})$`, "u").test(times[0] ?? "") ? "TIME" : undefined;
}

/** True for a day of the calendar, "2021-04-06", and for one of which a part is not known. */
function isDay(value: string): boolean {
  const [, year, month, day] = DAY.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year === "XXXX" || month === "XX" || day === "XX") return (month === "XX" || (Number(month) >= 1 && Number(month) <= 12)) && (day === "XX" || (Number(day) >= 1 && Number(day) <= 31));
  const time = Date.parse(`${value}T00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
