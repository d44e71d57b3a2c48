import { formatDay as isoDay, weekStart } from "../detect/dates/calendar.js";
import type { Annotation } from "../document/annotationDocument.js";
import { localFormats } from "./localFormats.js";
import type { Wording } from "./translate.js";

/**
 * A TIMEX3 value in words: "2021-04-06" is "Tuesday, 6 April 2021", "P2D" is "2 days", "2021-W14" is "the week of 5–11 April 2021".
 * @returns undefined where the value has no words of its own ("XXXX-WXX-2" of an article without date).
 */
export function describeDate({ value = "", timex }: Pick<Annotation, "value" | "timex">, wording: Wording): string | undefined {
  if (timex === "SET") return describeSet(value, wording);
  if (value.startsWith("P") && !value.endsWith("_REF")) return describeDuration(value, wording);
  return describePoint(value, wording);
}

/** What of a date without year, month or day is not known: "XXXX-WXX-2" ("Tuesday") lacks the day, "XXXX-03" ("March") the year. */
export function describeOpenDate({ value = "" }: Pick<Annotation, "value">, { t }: Wording): string | undefined {
  if (!value.startsWith("XXXX-")) return undefined;
  if (/^XXXX-(?:WXX-|XX-XX)/u.test(value)) return t("day not known");
  // not "XXXX-WI", a winter
  if (/^XXXX-W[\dX]/u.test(value)) return t("week not known");
  return value.startsWith("XXXX-XX") ? t("month not known") : t("year not known");
}

/** A day as it is written in running text, "6 April 2021"; other values in their words. */
export function describeDay(value: string, wording: Wording): string {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? formatDay(value, "day", wording.locale) : undefined;
  return day ?? describePoint(value, wording) ?? value;
}

/** True for a year, a month, a day or a time of day by the calendar, as anyone writes it: "2021-04-06", not "2021-W14" or "P2D". */
export function isCalendarDate({ value = "" }: Pick<Annotation, "value">): boolean {
  return /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}.*)?)?)?$/u.test(value);
}

/** True for a point in time that only the article's day can tell: "Tuesday" or "last week" of an article without date. */
export function isCountedFromArticle({ value = "", timex }: Pick<Annotation, "value" | "timex">): boolean {
  return timex !== "SET" && timex !== "DURATION" && (value === "" || value.startsWith("XXXX-") || value.endsWith("_REF"));
}

function describePoint(value: string, wording: Wording): string | undefined {
  const { t, locale } = wording;
  const [date = "", time] = value.split("T");
  const day = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (day) {
    const words = formatDay(date, "weekdayAndDay", locale);
    return time && words ? describeTime(words, time, wording) : words;
  }
  const month = /^(\d{4})-(\d{2})$/u.exec(date);
  if (month) return formatDay(`${date}-01`, "month", locale);
  const [, year = "", part = ""] = /^(?:FY)?(\d{4})(?:-(.+))?$/u.exec(date) ?? [];
  if (year && !part) return date.startsWith("FY") ? t("fiscal year {0}", year) : t("the year {0}", year);
  if (part.startsWith("W")) return describeWeek(date, wording);
  if (year && part) return describePartOfYear(year, part, wording);
  if (/^\d{3}X?$/u.test(date)) return t("the {0}s", `${date.slice(0, 3)}0`);
  if (/^\d{2}(?:XX)?$/u.test(date)) return t("the years {0} to {1}", `${date.slice(0, 2)}00`, `${date.slice(0, 2)}99`);
  switch (value) {
    case "PRESENT_REF":
      return t("now, when the article was written");
    case "PAST_REF":
      return t("some time in the past");
    case "FUTURE_REF":
      return t("some time in the future");
    default:
      return undefined;
  }
}

/** Undefined for a day that does not exist: a sidecar may hold any value. */
function formatDay(iso: string, as: "weekdayAndDay" | "day" | "month", locale: string): string | undefined {
  const time = Date.parse(`${iso}T00:00Z`);
  if (Number.isNaN(time)) return undefined;
  const words = localFormats(locale)[as].format(time);
  // releases of the locale data differ in the comma behind an English weekday
  return as === "weekdayAndDay" && locale.startsWith("en") ? words.replace(/^(\p{L}+) (?=\d)/u, "$1, ") : words;
}

function describeTime(day: string, time: string, { t }: Wording): string {
  switch (time) {
    case "MO":
      return t("the morning of {0}", day);
    case "MI":
      return t("noon of {0}", day);
    case "AF":
      return t("the afternoon of {0}", day);
    case "EV":
      return t("the evening of {0}", day);
    case "NI":
      return t("the night of {0}", day);
    case "DT":
      return t("the daytime of {0}", day);
    default:
      return t("{0}, at {1}", day, time.replace(/Z$/u, " UTC").replace(/(?=[+-]\d\d:\d\d$)/u, " UTC"));
  }
}

/** "2021-W14", its weekend and its days, by the days of the month: in a newsroom nobody counts the weeks of a year. */
function describeWeek(week: string, { t, locale }: Wording): string | undefined {
  const match = /^\d{4}-W\d{2}(?:-(WE|[1-7]))?$/u.exec(week);
  const monday = match && weekStart(week);
  if (monday === null) return undefined;
  const part = match?.[1];
  if (part !== undefined && part !== "WE") return formatDay(isoDay(monday + Number(part) - 1), "weekdayAndDay", locale);
  const days = localFormats(locale).day.formatRange(Date.parse(isoDay(part === "WE" ? monday + 5 : monday)), Date.parse(isoDay(monday + 6)));
  return part === "WE" ? t("the weekend of {0}", days) : t("the week of {0}", days);
}

function describePartOfYear(year: string, part: string, { t }: Wording): string | undefined {
  switch (part) {
    case "SP":
      return t("spring {0}", year);
    case "SU":
      return t("summer {0}", year);
    case "FA":
      return t("autumn {0}", year);
    case "WI":
      return t("winter {0}", year);
    case "H1":
      return t("the first half of {0}", year);
    case "H2":
      return t("the second half of {0}", year);
    default: {
      const quarter = /^Q([1-4])$/u.exec(part)?.[1];
      return quarter && t("quarter {0} of {1}", quarter, year);
    }
  }
}

/** One unit of a duration: the one sentence for one, the other for several; `X` is an unknown number. */
function describeDuration(value: string, { t }: Wording): string | undefined {
  const match = /^P(T)?(\d+(?:\.\d+)?|X+)(Y|M|W|D|H|S|DE|CE|Q|WE)$/u.exec(value);
  if (!match) return undefined;
  const [, clock, count = "", unit = ""] = match;
  const one = count === "1";
  const n = count.startsWith("X") ? t("several") : count;
  switch (`${clock ?? ""}${unit}`) {
    case "Y":
      return one ? t("1 year") : t("{0} years", n);
    case "Q":
      return one ? t("1 quarter") : t("{0} quarters", n);
    case "M":
      return one ? t("1 month") : t("{0} months", n);
    case "W":
      return one ? t("1 week") : t("{0} weeks", n);
    case "WE":
      return one ? t("1 weekend") : t("{0} weekends", n);
    case "D":
      return one ? t("1 day") : t("{0} days", n);
    case "TH":
      return one ? t("1 hour") : t("{0} hours", n);
    case "TM":
      return one ? t("1 minute") : t("{0} minutes", n);
    case "TS":
      return one ? t("1 second") : t("{0} seconds", n);
    case "DE":
      return one ? t("1 decade") : t("{0} decades", n);
    case "CE":
      return one ? t("1 century") : t("{0} centuries", n);
    default:
      return undefined;
  }
}

function describeSet(value: string, wording: Wording): string | undefined {
  const { t, locale } = wording;
  const part = /^XXXX-XX-XXT(MO|AF|EV|NI)$/u.exec(value)?.[1];
  if (part) return describeEveryPart(part, wording);
  switch (value) {
    case "P1Y":
    case "XXXX":
      return t("every year");
    case "P1M":
    case "XXXX-XX":
      return t("every month");
    case "P1W":
    case "XXXX-WXX":
      return t("every week");
    case "P1D":
    case "XXXX-XX-XX":
      return t("every day");
    default: {
      const weekday = /^XXXX-WXX-([1-7])$/u.exec(value)?.[1];
      // 1 January 2024 was a Monday
      if (weekday) return t("every {0}", localFormats(locale).weekday.format(Date.UTC(2024, 0, Number(weekday))));
      const duration = describeDuration(value, wording);
      return duration && t("every {0}", duration);
    }
  }
}

function describeEveryPart(part: string, { t }: Wording): string {
  switch (part) {
    case "MO":
      return t("every morning");
    case "AF":
      return t("every afternoon");
    case "EV":
      return t("every evening");
    default:
      return t("every night");
  }
}
