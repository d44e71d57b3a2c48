import { formatDay, formatMonth, fromDay, toDay, twoDigits } from "./calendar.js";
import { readNumberWords, readOrdinal } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { DECADES, MONTH_ABBREVIATIONS, MONTHS, TIME_PREPOSITIONS, WEEKDAY_ABBREVIATIONS, WEEKDAYS } from "./dateWords.js";
import { valueOfMonth, valueOfMonthDay, valueOfWeekday } from "./openDates.js";
import type { Reading } from "./reading.js";
import type { Words } from "./words.js";

/** Month names that are given names, verbs or nouns as well: they need a sign beside them that a time is meant. */
const AMBIGUOUS_MONTHS = new Set(["march", "april", "may", "june", "august", "jan", "mar", "dec"]);
/** Verbs that follow a person, not a month. */
const PERSON_VERBS = new Set("said says told has had was is will would added insisted warned argued hopes wants faces faced met resigned and's".split(" "));
/** Words that make a weekday part of a name: newspapers and programmes. */
const AFTER_WEEKDAY_NAME = new Set(
  "times telegraph mirror mail express herald post star tribune independent world mercury age sport observer magazine sun people review night school ticket guardian independent business live".split(" "),
);
const BEFORE_WEEKDAY_NAME = new Set("bloody black super freaky casual fat cyber girl man ruby giving sheffield wild stormy".split(" "));

/** A four-digit year, in digits or as it is spoken ("nineteen ninety-six", "two thousand"). */
export function readYear(words: Words, at: number): { end: number; year: number } | undefined {
  if (words.isNumber(at)) {
    const text = words.text(at);
    if (/^(?:1[0-9]|20)\d\d$/u.test(text)) return { end: at + 1, year: Number(text) };
    // "'98": the apostrophe is the sign
    return undefined;
  }
  if (/^['’‘`]$/u.test(words.text(at)) && words.isJoined(at + 1) && /^\d\d$/u.test(words.text(at + 1))) return { end: at + 2, year: toFullYear(Number(words.text(at + 1))) };
  const century = readNumberWords(words, at);
  if (!century) return undefined;
  if (century.amount === 2000) {
    const skip = words.lower(century.end) === "and" ? 1 : 0;
    const rest = readNumberWords(words, century.end + skip);
    if (rest && rest.amount > 0 && rest.amount < 100) return { end: rest.end, year: 2000 + rest.amount };
    return { end: century.end, year: 2000 };
  }
  if (century.amount !== 19 && century.amount !== 20 && century.amount !== 18) return undefined;
  const rest = readNumberWords(words, century.end);
  return rest && rest.amount >= 10 && rest.amount < 100 ? { end: rest.end, year: century.amount * 100 + rest.amount } : undefined;
}

/** Two digits of a year: up to 2039 in this century, else in the last. */
export function toFullYear(twoDigitYear: number): number {
  return twoDigitYear < 40 ? 2000 + twoDigitYear : 1900 + twoDigitYear;
}

interface MonthName {
  readonly end: number;
  readonly month: number;
  readonly ambiguous: boolean;
  readonly abbreviated: boolean;
}

/** The name of a month, full or short; capital letter required. */
export function readMonthName(words: Words, at: number): MonthName | undefined {
  if (!words.isCapitalized(at)) return undefined;
  const word = words.bare(at);
  const full = MONTHS.get(word);
  const month = full ?? MONTH_ABBREVIATIONS.get(word);
  if (month === undefined) return undefined;
  const stop = full === undefined && words.text(at + 1) === "." && words.isJoined(at + 1) && /^\d/u.test(words.text(at + 2)) ? 1 : 0;
  return { end: at + 1 + stop, month, ambiguous: AMBIGUOUS_MONTHS.has(word), abbreviated: full === undefined };
}

/** A day of a month, in digits or as an ordinal in words. */
function readDayNumber(words: Words, at: number): { end: number; day: number } | undefined {
  const ordinal = readOrdinal(words, at);
  if (ordinal) return ordinal.amount >= 1 && ordinal.amount <= 31 ? { end: ordinal.end, day: ordinal.amount } : undefined;
  if (!words.isNumber(at) || !/^\d{1,2}$/u.test(words.text(at))) return undefined;
  const day = Number(words.text(at));
  return day >= 1 && day <= 31 ? { end: at + 1, day } : undefined;
}

/** A year that goes on with a month or day: ", 2021", "2021", "of 2021". */
function readFollowingYear(words: Words, at: number): { end: number; year: number } | undefined {
  const next = words.lower(at);
  const year = readYear(words, next === "," || next === "of" ? at + 1 : at);
  return year && year.year >= 1000 && !isQuantity(words, year.end) ? year : undefined;
}

/** "April 6", "Apr. 6, 2021", "April 6th", "March eighth". */
export function readMonthDay(words: Words, at: number): Reading | undefined {
  const name = readMonthName(words, at);
  if (!name) return undefined;
  const the = words.lower(name.end) === "the" ? 1 : 0;
  const day = readDayNumber(words, name.end + the);
  if (!day || words.text(day.end) === "%" || (words.text(day.end) === ":" && words.isJoined(day.end + 1) && words.isNumber(day.end + 1))) return undefined;
  return toDayReading(words, day.end, name.month, day.day);
}

/** "6 April", "6th of April 2021", "the 6th of April". */
export function readDayMonth(words: Words, at: number): Reading | undefined {
  const the = words.lower(at) === "the" ? 1 : 0;
  const day = readDayNumber(words, at + the);
  if (!day || (the === 1 && words.isNumber(at + 1) && /\d$/u.test(words.text(at + 1)))) return undefined;
  const of = words.lower(day.end) === "of" ? 1 : 0;
  const dash = words.isDash(day.end) && words.isJoined(day.end) ? 1 : 0;
  const name = readMonthName(words, day.end + of + dash);
  if (!name || (name.ambiguous && name.abbreviated && !readFollowingYear(words, name.end))) return undefined;
  const secondDash = dash === 1 && words.isDash(name.end) ? 1 : 0;
  return toDayReading(words, name.end + secondDash, name.month, day.day);
}

function toDayReading(words: Words, end: number, month: number, day: number, weekday?: number): Reading | undefined {
  const year = readFollowingYear(words, end);
  if (toDay(year?.year ?? 2000, month, day) === null) return undefined;
  if (year) return { end: year.end, timex: "DATE", value: () => `${year.year}-${twoDigits(month)}-${twoDigits(day)}`, confidence: 0.98, month: { month, year: year.year } };
  return { end, timex: "DATE", value: (context) => valueOfMonthDay(context, month, day, weekday), month: { month } };
}

/** "April 2021", "April of 2021", and the bare month where the words beside it tell that it is one. */
export function readMonth(words: Words, at: number): Reading | undefined {
  const name = readMonthName(words, at);
  if (!name) return undefined;
  const { month, end } = name;
  const year = readFollowingYear(words, end);
  if (year) return { end: year.end, timex: "DATE", value: () => formatMonth(year.year, month), confidence: 0.98 };
  const stepped = readSteppedYear(words, end);
  if (stepped) return { end: stepped.end, timex: "DATE", value: (context) => monthOfYear(context, month, stepped.steps), confidence: 0.95 };
  if (!isBareMonth(words, at, name)) return undefined;
  return { end, timex: "DATE", value: (context) => valueOfMonth(context, month), confidence: 0.85 };
}

const YEAR_STEPS: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/** "(June) last year", "(October) of next year". */
export function readSteppedYear(words: Words, at: number): { end: number; steps: number } | undefined {
  const of = words.lower(at) === "of" ? 1 : 0;
  const steps = words.lower(at + of + 1) === "year" ? YEAR_STEPS.get(words.lower(at + of)) : undefined;
  return steps === undefined ? undefined : { end: at + of + 2, steps };
}

function monthOfYear(context: DateContext, month: number, steps: number): string {
  const year = thisYear(context);
  return year === undefined ? `XXXX-${twoDigits(month)}` : formatMonth(year + steps, month);
}

function isBareMonth(words: Words, at: number, { end, ambiguous, abbreviated }: MonthName): boolean {
  const before = words.lower(at - 1);
  const after = words.lower(end);
  const prepared = TIME_PREPOSITIONS.has(before) || words.isDash(at - 1) || ((before === "and" || before === "or") && isMonthWord(words, at - 2));
  if (abbreviated) return prepared && words.text(at).endsWith(".");
  const nextIsName = words.isCapitalized(end) && !isMonthWord(words, end) && !WEEKDAYS.has(after);
  if (!ambiguous) return (before !== "black" && before !== "red" && after !== "revolution" && !(nextIsName && words.isSentenceStart(at))) || prepared;
  if (PERSON_VERBS.has(after) || (words.lower(at) === "may" && /^['’]s$/u.test(after))) return false;
  if (prepared) return !nextIsName || before === "in" || before === "since" || before === "last";
  // "a June agreement", "its April forecast"
  return (before === "a" || before === "an" || before === "the" || before === "its" || before === "their") && /^\p{Ll}/u.test(words.text(end)) && !NOUN_LINKS.has(after);
}

/** "the march on", "the March for": no month. */
const NOUN_LINKS = new Set(["on", "for", "to", "of", "through", "in", "against", "from", "hare", "madness"]);

function isMonthWord(words: Words, at: number): boolean {
  return MONTHS.has(words.lower(at)) || MONTH_ABBREVIATIONS.has(words.bare(at));
}

/** "Tuesday", "Tues., April 6, 2021", "Tuesday 6 April", "Tuesday the 6th of April". */
export function readWeekday(words: Words, at: number): Reading | undefined {
  if (!words.isCapitalized(at)) return undefined;
  const word = words.bare(at);
  const full = WEEKDAYS.get(word);
  const weekday = full ?? WEEKDAY_ABBREVIATIONS.get(word);
  if (weekday === undefined) return undefined;
  const end = at + 1;
  const stop = full === undefined && words.text(end) === "." ? 1 : 0;
  const comma = words.text(end + stop) === "," ? 1 : 0;
  const dayStart = end + stop + comma;
  const dated = readMonthDay(words, dayStart) ?? readDayMonth(words, dayStart);
  if (dated) {
    const { month } = dated;
    if (!month || month.year !== undefined) return dated;
    return { ...dated, value: (context) => withWeekday(dated.value(context), weekday, context) };
  }
  if (full === undefined && !(words.text(at).endsWith(".") && word !== "sun" && word !== "sat" && word !== "wed" && word !== "mon")) return undefined;
  const before = words.lower(at - 1);
  if (BEFORE_WEEKDAY_NAME.has(before) || (before === "on" && words.lower(at - 2) === "mail" && words.isCapitalized(at - 2))) return undefined;
  if (AFTER_WEEKDAY_NAME.has(words.lower(end)) && words.isCapitalized(end)) return undefined;
  return { end, timex: "DATE", value: (context) => valueOfWeekday(context, weekday) };
}

/** A weekday beside a day without a year chooses the year in which the two agree. */
function withWeekday(value: string, weekday: number, context: DateContext): string {
  const match = /-(\d\d)-(\d\d)$/u.exec(value);
  return match ? valueOfMonthDay(context, Number(match[1]), Number(match[2]), weekday) : value;
}

/** "2021-04-06", also as the head of a timestamp ("2021-04-06T10:30:00Z"), "2021/04/06", "06.04.2021", "4/6/21". */
export function readNumericDate(words: Words, at: number): Reading | undefined {
  const text = words.text(at);
  if (!/^\d/u.test(text)) return undefined;
  if (/^\d{4}$/u.test(text) && words.isDash(at + 1) && words.isJoined(at + 1) && words.isJoined(at + 2)) return readIsoDate(words, at);
  const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/u.exec(text);
  if (yearFirst) return toFixedDay(at + 1, Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d\d)$/u.exec(text);
  if (yearLast) {
    const year = yearLast[4]?.length === 2 ? toFullYear(Number(yearLast[4])) : Number(yearLast[4]);
    return toAmbiguousDay(at + 1, year, Number(yearLast[1]), Number(yearLast[3]), yearLast[2] === ".");
  }
  if (/^\d{1,2}$/u.test(text) && words.isDash(at + 1) && words.isDash(at + 3) && words.isJoined(at + 1) && words.isJoined(at + 4) && /^\d{4}$/u.test(words.text(at + 4))) {
    return toAmbiguousDay(at + 5, Number(words.text(at + 4)), Number(text), Number(words.text(at + 2)), false);
  }
  return undefined;
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

/** Things that are counted: a number before them is no year. */
const COUNTED = new Set(
  "people men women children students workers jobs employees troops soldiers shares points votes seats miles kilometers kilometres km metres meters feet acres hectares tons tonnes pounds dollars euros francs marks yen rupees rubles barrels homes houses cars vehicles units copies calories hours days weeks months years minutes seconds times percent per cases deaths volts watts square".split(" "),
);

function isQuantity(words: Words, at: number): boolean {
  return COUNTED.has(words.lower(at)) || words.text(at) === "%" || words.text(at) === "°";
}

/** A year by itself: "1998", "the year 2000". */
export function readBareYear(words: Words, at: number): Reading | undefined {
  const named = words.lower(at) === "the" && words.lower(at + 1) === "year" ? 2 : words.lower(at) === "year" ? 1 : 0;
  const year = readYear(words, at + named);
  if (!year) return undefined;
  const value = (): string => String(year.year);
  if (named > 0) return { end: year.end, timex: "DATE", value, confidence: 0.95 };
  if (year.year < 1500 || year.year > 2150) return undefined;
  const before = words.text(at - 1);
  if (/^[$£€¥#+]$/u.test(before) || /^(?:no|number|nos|chapter|page|section|about|nearly|almost|some|flight|route|room|boeing|airbus)$/u.test(words.bare(at - 1)) || isQuantity(words, year.end)) return undefined;
  // part of a number or code, but "mid-1996" and "1996-1998" are years
  if (words.isDash(at - 1) && words.isJoined(at) && !/^(?:\d{4}|mid|early|late|pre|post)$/u.test(words.lower(at - 2))) return undefined;
  if (/^[./:]$/u.test(before) && words.isJoined(at)) return undefined;
  // "1989-90", "2020/21": two years, told by the first
  const dash = words.isDash(year.end) && words.isJoined(year.end) && words.isJoined(year.end + 1) && /^\d\d$/u.test(words.text(year.end + 1));
  if (dash && Number(words.text(year.end + 1)) === (year.year + 1) % 100) return { end: year.end + 2, timex: "DATE", value, confidence: 0.7 };
  // spoken years need no preposition, bare digits are surer with one
  return { end: year.end, timex: "DATE", value, confidence: TIME_PREPOSITIONS.has(words.lower(at - 1)) ? 0.95 : 0.8 };
}

/** "1990s", "the '80s", "the nineties", "the mid-1990s", "20th century"; a "the" before is part of it. */
export function readDecade(words: Words, at: number): Reading | undefined {
  const start = words.lower(at) === "the" ? at + 1 : at;
  const part = /^(?:mid|early|late)$/u.test(words.lower(start)) ? (words.isDash(start + 1) ? 2 : 1) : 0;
  const head = start + part;
  const mark = /^['’‘`]$/u.test(words.text(head)) && words.isJoined(head + 1) ? 1 : 0;
  const match = /^(\d\d)?(\d)0['’]?s$/u.exec(words.lower(head + mark));
  if (match) {
    const century = match[1] ?? (Number(match[2]) < 3 ? "20" : "19");
    // "in his 70s" is an age; "the 70s and 80s" are two decades
    const second = /^(?:and|or|to)$/u.test(words.lower(at - 1)) && /^\d0['’]?s$/u.test(words.lower(at - 2));
    if (match[1] === undefined && mark === 0 && start === at && !second) return undefined;
    return { end: head + mark + 1, timex: "DATE", value: () => `${century}${match[2]}`, confidence: match[1] ? 0.95 : 0.8 };
  }
  const named = start > at ? DECADES.get(words.lower(head)) : undefined;
  if (named !== undefined) return { end: head + 1, timex: "DATE", value: () => `${named < 3 ? "20" : "19"}${named}`, confidence: 0.85 };
  const century = readOrdinal(words, head);
  const dash = century && words.isDash(century.end) ? 1 : 0;
  if (century && century.amount > 1 && words.lower(century.end + dash) === "century") {
    return { end: century.end + dash + 1, timex: "DATE", value: () => twoDigits(century.amount - 1), confidence: 0.9 };
  }
  return undefined;
}

/** The end of a range of days that began with a month: "July 4-6", "April 6 and 7". */
export function readRangeEnd(words: Words, at: number, { month, year }: NonNullable<Reading["month"]>): Reading | undefined {
  const link = words.lower(at);
  if (!words.isDash(at) && link !== "and" && link !== "to" && link !== "through") return undefined;
  const day = readDayNumber(words, at + 1);
  if (!day || !words.isNumber(at + 1)) return undefined;
  // "July 4 and 6 people": a number that counts something
  if (!words.isDash(at) && /^\p{L}/u.test(words.text(day.end)) && !/^(?:and|in|at|for|to|of|with|by|when|after|before)$/u.test(words.lower(day.end))) return undefined;
  const own = toDayReading(words, day.end, month, day.day);
  if (!own || own.month?.year !== undefined || year === undefined) return own;
  return { ...own, value: () => `${year}-${twoDigits(month)}-${twoDigits(day.day)}` };
}

/** The head of a range whose month comes after it: "6-8 April", "6 and 7 April 2021", "between 6 and 8 April". */
export function readRangeStart(words: Words, at: number): Reading | undefined {
  const day = readDayNumber(words, at);
  const link = day && words.lower(day.end);
  if (!day || !words.isNumber(at) || !(words.isDash(day.end) || link === "and" || link === "to")) return undefined;
  const whole = readDayMonth(words, day.end + 1);
  const { month } = whole ?? {};
  if (!month) return undefined;
  if (toDay(month.year ?? 2000, month.month, day.day) === null) return undefined;
  const value = (context: DateContext): string =>
    month.year === undefined ? valueOfMonthDay(context, month.month, day.day) : `${month.year}-${twoDigits(month.month)}-${twoDigits(day.day)}`;
  return { end: day.end, timex: "DATE", value, confidence: 0.85 };
}

/** The year of a value, where it begins with one. */
export function yearOf(value: string): number | undefined {
  const match = /^(\d{4})(?!\d)/u.exec(value);
  return match ? Number(match[1]) : undefined;
}

/** The year of the article, where it is known. */
export function thisYear(context: DateContext): number | undefined {
  const today = context.today();
  return today === null ? undefined : fromDay(today).year;
}
