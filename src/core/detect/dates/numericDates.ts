import { formatDay, formatMonth, toDay } from "./calendar.js";
import type { DateContext } from "./dateContext.js";
import type { Reading } from "./reading.js";
import type { Words } from "./words.js";
import { toFullYear } from "./years.js";

/** "2021-04-06", also as the head of a timestamp ("2021-04-06T10:30:00Z"), "2021/04/06", "06.04.2021", "4/6/21". */
export function readNumericDate(words: Words, at: number): Reading | undefined {
  const text = words.text(at);
  if (!/^\d/u.test(text)) return undefined;
  if (/^\d{4}$/u.test(text) && words.isDash(at + 1) && words.isJoined(at + 1) && words.isJoined(at + 2)) return readIsoDate(words, at);
  // the day of the attacks, whose year nobody writes
  if (text === "9/11") return { end: at + 1, timex: "DATE", value: () => "2001-09-11", confidence: 0.8 };
  const seasonYears = readSeasonYears(words, at);
  if (seasonYears) return seasonYears;
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u.exec(text);
  if (yearFirst) return toFixedDay(at + 1, Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)$/u.exec(text);
  if (yearLast) {
    const year = yearLast[4]?.length === 2 ? toFullYear(Number(yearLast[4])) : Number(yearLast[4]);
    return toAmbiguousDay(at + 1, year, Number(yearLast[1]), Number(yearLast[3]), yearLast[2] === "." || isDayFirst(words, at + 1));
  }
  if (/^\d{1,2}$/u.test(text) && words.isDash(at + 1) && words.isDash(at + 3) && words.isJoined(at + 1) && words.isJoined(at + 4) && /^\d{4}$/u.test(words.text(at + 4))) {
    return toAmbiguousDay(at + 5, Number(words.text(at + 4)), Number(text), Number(words.text(at + 2)), isDayFirst(words, at + 5));
  }
  return undefined;
}

/** "2022/23": two years, told by the first. */
export function readSeasonYears(words: Words, at: number): Reading | undefined {
  const years = /^((?:19|20)\d\d)\/(\d\d)$/u.exec(words.text(at));
  if (!years || (Number(years[1]) + 1) % 100 !== Number(years[2])) return undefined;
  return { end: at + 1, timex: "DATE", value: () => String(years[1]), confidence: 0.7 };
}

/** Zones of countries that write the day before the month. */
const DAY_FIRST = /^(?:ist|gmt|bst|cet|cest|eet|eest|wet|msk|sgt|pkt|aest|aedt|acst|awst|nzst|nzdt|sast|wat|eat)$/u;
/** Words between a date and the zone of its time: "| 15:19:30 IST". */
const ZONE_REACH = 7;

/** "03-08-2023 15:19 IST": the zone behind the time tells where the date was written. */
function isDayFirst(words: Words, end: number): boolean {
  for (let at = end; at < end + ZONE_REACH; at++) {
    if (DAY_FIRST.test(words.lower(at)) && words.text(at) === words.text(at).toUpperCase()) return true;
    if (/^\p{L}{3,}$/u.test(words.text(at))) return false;
  }
  return false;
}

function readIsoDate(words: Words, at: number): Reading | undefined {
  const year = Number(words.text(at));
  const month = /^\d\d$/u.test(words.text(at + 2)) ? Number(words.text(at + 2)) : 0;
  if (month < 1 || month > 12 || year < 1000 || year > 2199) return undefined;
  const last = /^(\d\d)(?:T(\d\d))?$/u.exec(words.text(at + 4));
  if (!words.isDash(at + 3) || !words.isJoined(at + 3) || !words.isJoined(at + 4) || !last) {
    // "2021-04" and "2010-12" look alike: only what cannot be a range of years is a month
    return 2000 + month > year ? undefined : { end: at + 3, timex: "DATE", value: () => formatMonth(year, month), confidence: 0.6 };
  }
  const day = toFixedDay(at + 5, year, month, Number(last[1]));
  return day && last[2] !== undefined ? readIsoTime(words, day, at + 4) : day;
}

/** The time of day in "…-06T10:30:00.000+05:30": the token of day and hour, then minutes and seconds, then the zone. */
function readIsoTime(words: Words, day: Reading, at: number): Reading {
  let end = at + 1;
  let clock = words.text(at).slice(3);
  while (words.text(end) === ":" && words.isJoined(end) && /^\d\d(?::\d\d)?(?:\.\d+)?Z?$/u.test(words.text(end + 1)) && words.isJoined(end + 1)) {
    clock += `:${words.text(end + 1).replace(/\..*|Z/u, "")}`;
    end += 2;
  }
  if (words.text(end) === "Z" && words.isJoined(end)) end++;
  if (/^[+-]$/u.test(words.text(end)) && words.isJoined(end) && /^\d\d:?\d\d$/u.test(words.text(end + 1))) end += 2;
  return { ...day, end, timex: "TIME", value: (context) => `${day.value(context)}T${clock}` };
}

function toFixedDay(end: number, year: number, month: number, day: number): Reading | undefined {
  const at = toDay(year, month, day);
  return at === null ? undefined : { end, timex: "DATE", value: () => formatDay(at), confidence: 0.98 };
}

/** Day and month in either order: the one that the calendar allows, else the one nearer to the article; American order where nothing tells. */
function toAmbiguousDay(end: number, year: number, first: number, second: number, dayFirst: boolean): Reading | undefined {
  const american = toDay(year, first, second);
  const european = toDay(year, second, first);
  if (american === null || european === null || american === european) {
    const only = american ?? european;
    return only === null ? undefined : { end, timex: "DATE", value: () => formatDay(only), confidence: 0.95 };
  }
  const choose = (context: DateContext): string => {
    if (dayFirst) return formatDay(european);
    const today = context.today();
    if (today === null) return formatDay(american);
    return formatDay(Math.abs(european - today) < Math.abs(american - today) ? european : american);
  };
  return { end, timex: "DATE", value: choose, confidence: 0.75 };
}
