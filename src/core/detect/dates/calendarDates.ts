import { formatDay, formatMonth, toDay, twoDigits } from "./calendar.js";
import { readOrdinal } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { MONTH_ABBREVIATIONS, MONTHS, NUMBERS, TIME_PREPOSITIONS, WEEKDAY_ABBREVIATIONS, WEEKDAYS } from "./dateWords.js";
import { steppedWeekday, valueOfDay, valueOfMonth, valueOfMonthAfter, valueOfMonthDay, valueOfNumberedWeekday, valueOfSpanEnd, valueOfWeekday, valueOfWeekdayAfter, weekdayFrom, weekdayOfWeek, weekdaysAgo } from "./openDates.js";
import { isGivenName } from "./givenNames.js";
import type { Reading } from "./reading.js";
import { period } from "./shiftValue.js";
import type { Words } from "./words.js";
import { isQuantity, readSteppedYear, readToldYear, readYear, thisYear } from "./years.js";

/** Month names that are given names, verbs or nouns as well: they need a sign beside them that a time is meant. */
const AMBIGUOUS_MONTHS = new Set(["march", "april", "may", "june", "august", "jan", "mar", "dec"]);
/** Verbs that follow a person, not a month. */
const PERSON_VERBS = new Set("said says told has had was is will would added insisted warned argued hopes wants faces faced met resigned and's".split(" "));
/** Words that make a weekday part of a name: newspapers and programmes. */
const AFTER_WEEKDAY_NAME = new Set(
  "times telegraph mirror mail express herald post star tribune independent world mercury age sport observer magazine sun people review night school ticket guardian independent business live courier chronicle dispatch vanguard punch standard nation gazette journal advertiser monitor citizen argus".split(" "),
);
/** With a capital these make a weekday part of a name: "Black Friday", but "a black Friday" and "an armed man Monday". */
const BEFORE_WEEKDAY_NAME = new Set("good bloody black super freaky casual fat cyber ruby giving sheffield wild stormy".split(" "));

interface MonthName {
  readonly end: number;
  readonly month: number;
  readonly ambiguous: boolean;
  readonly abbreviated: boolean;
}

/** The name of a month, full or short; with a capital letter, which those who write without may leave out where it is nothing else ("june 20"). */
export function readMonthName(words: Words, at: number): MonthName | undefined {
  const word = words.bare(at);
  if (!words.isCapitalized(at) && (!MONTHS.has(word) || /^(?:march|may|august)$/u.test(word))) return undefined;
  const full = MONTHS.get(word);
  const month = full ?? MONTH_ABBREVIATIONS.get(word);
  if (month === undefined) return undefined;
  const stop = full === undefined && words.text(at + 1) === "." && words.isJoined(at + 1) && /^\d/u.test(words.text(at + 2)) ? 1 : 0;
  return { end: at + 1 + stop, month, ambiguous: AMBIGUOUS_MONTHS.has(word), abbreviated: full === undefined };
}

/** A day of a month, in digits or as an ordinal in words. */
export function readDayNumber(words: Words, at: number): { end: number; day: number } | undefined {
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
  const own = toDayReading(words, day.end, name.month, day.day);
  if (own?.month === undefined || own.month.year !== undefined) return own;
  const year = own.end === day.end ? yearOfSpan(words, at, day.end, name.month) : undefined;
  if (year !== undefined) return { ...own, value: () => `${year}-${twoDigits(name.month)}-${twoDigits(day.day)}` };
  if (!endsSpan(words, at)) return own;
  return { ...own, value: (context) => valueOfSpanEnd(context, name.month, day.day) };
}

/** The year of "Sept. 3" in "from Sept. 3 to Nov. 5, 2019" and "Sept. 3-5, 2019": that with which the span ends. */
function yearOfSpan(words: Words, at: number, end: number, month: number): number | undefined {
  const link = words.lower(end);
  if (!/^(?:to|through|until|and)$/u.test(link) && !words.isDash(end)) return undefined;
  const last = link === "and" && words.lower(at - 1) !== "between" ? undefined : readMonthName(words, end + 1);
  const day = readDayNumber(words, last?.end ?? end + 1);
  const year = day && readFollowingYear(words, day.end);
  return year && year.year - (last && last.month < month ? 1 : 0);
}

/** True before "Jan. 2" of "from Dec. 28 to Jan. 2" and "between Dec. 28 and Jan. 2". */
function endsSpan(words: Words, at: number): boolean {
  const link = words.lower(at - 1);
  const isBehindDay = words.isNumber(at - 2) && readMonthName(words, at - 3) !== undefined;
  return isBehindDay && (/^(?:to|through|until|till)$/u.test(link) || words.isDash(at - 1) || (link === "and" && words.lower(at - 4) === "between"));
}

/** "6 April", "6th of April 2021", "the 6th of April". */
export function readDayMonth(words: Words, at: number): Reading | undefined {
  const the = words.lower(at) === "the" ? 1 : 0;
  const day = readDayNumber(words, at + the);
  if (!day || (the === 1 && words.isNumber(at + 1) && /\d$/u.test(words.text(at + 1)))) return undefined;
  const of = words.lower(day.end) === "of" ? 1 : 0;
  // "the third January running"
  if (of === 0 && !/^\d/u.test(words.text(at + the)) && (the === 1 || words.lower(at - 1) === "the")) return undefined;
  const dash = words.isDash(day.end) && words.isJoined(day.end) ? 1 : 0;
  const name = readMonthName(words, day.end + of + dash);
  if (!name) return undefined;
  const secondDash = dash === 1 && words.isDash(name.end) ? 1 : 0;
  if (name.ambiguous && name.abbreviated && !readFollowingYear(words, name.end + secondDash)) return undefined;
  return toDayReading(words, name.end + secondDash, name.month, day.day);
}

/** A day of a month, with the year behind it where one stands there. */
export function toDayReading(words: Words, end: number, month: number, day: number): Reading | undefined {
  const year = readFollowingYear(words, end);
  if (toDay(year?.year ?? 2000, month, day) === null) return undefined;
  // "the Sept. 11 attacks" are those of that year
  if (!year && month === 9 && day === 11 && /^(?:attacks?|terror|terrorist|terrorists|hijackers?|hijackings|commission|memorial)$/u.test(words.lower(end))) return { end, timex: "DATE", value: () => "2001-09-11" };
  if (year) return { end: year.end, timex: "DATE", value: () => `${year.year}-${twoDigits(month)}-${twoDigits(day)}`, confidence: 0.98, month: { month, year: year.year } };
  const stepped = readSteppedYear(words, end);
  if (stepped) return { end: stepped.end, timex: "DATE", value: (context) => `${monthOfYear(context, month, stepped.steps)}-${twoDigits(day)}`, confidence: 0.95 };
  const told = readToldYear(words, end);
  if (told) return { end: told.end, timex: "DATE", value: (context) => `${told.value(context)}-${twoDigits(month)}-${twoDigits(day)}` };
  return { end, timex: "DATE", value: (context) => valueOfMonthDay(context, month, day), month: { month } };
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
  const told = readToldYear(words, end);
  if (told) return { end: told.end, timex: "DATE", value: (context) => `${told.value(context)}-${twoDigits(month)}` };
  if (!isBareMonth(words, at, name)) return undefined;
  // "from September to December 1944", "between March and May 2019"
  const link = words.lower(end);
  const last = /^(?:to|through|until)$/u.test(link) || words.isDash(end) || (link === "and" && words.lower(at - 1) === "between") ? readMonthName(words, end + 1) : undefined;
  const lastYear = last && readFollowingYear(words, last.end);
  if (last && lastYear) return { end, timex: "DATE", value: () => formatMonth(lastYear.year - (last.month < month ? 1 : 0), month) };
  // "from November to March": the next March behind it
  const isEnd = (/^(?:to|through|until|till)$/u.test(words.lower(at - 1)) || words.isDash(at - 1)) && MONTHS.has(words.lower(at - 2)) && words.isCapitalized(at - 2);
  if (isEnd) return { end, timex: "DATE", value: (context) => valueOfMonthAfter(context, month), confidence: 0.85 };
  return { end, timex: "DATE", value: (context) => valueOfMonth(context, month), confidence: 0.85 };
}

function monthOfYear(context: DateContext, month: number, steps: number): string {
  const year = thisYear(context);
  return year === undefined ? `XXXX-${twoDigits(month)}` : formatMonth(year + steps, month);
}

function isBareMonth(words: Words, at: number, { end, ambiguous, abbreviated }: MonthName): boolean {
  const before = words.lower(at - 1);
  const after = words.lower(end);
  const isAsFarAs = before === "as" && /^(?:back|early|late|recently|soon|long|ago)$/u.test(words.lower(at - 2));
  const prepared = TIME_PREPOSITIONS.has(before) || isAsFarAs || words.isDash(at - 1) || ((before === "and" || before === "or") && isMonthWord(words, at - 2));
  if (abbreviated) return prepared && words.text(at).endsWith(".");
  const nextIsName = words.isCapitalized(end) && !isMonthWord(words, end) && !WEEKDAYS.has(after);
  if (!ambiguous) return (before !== "black" && before !== "red" && after !== "revolution" && !(nextIsName && words.isSentenceStart(at))) || prepared;
  if (PERSON_VERBS.has(after) || (words.lower(at) === "may" && /^['’]s$/u.test(after)) || IN_MONTHS_NAME.test(words.text(end))) return false;
  if (prepared) return !nextIsName || before === "in" || before === "since" || before === "last";
  // "a June agreement", "its April forecast"
  return /^(?:a|an|the|its|their|his|her|our|this|['’]s)$/u.test(before) && /^\p{Ll}/u.test(words.text(end)) && !NOUN_LINKS.has(after);
}

/** "May Pen", "June Lake", "March Air Base": places that have their names from a month. */
const IN_MONTHS_NAME = /^(?:Pen|Lake|Bay|Air|Creek|Island)$/u;

/** "the march on", "the March for": no month. */
const NOUN_LINKS = new Set(["on", "for", "to", "of", "through", "in", "against", "from", "hare", "madness"]);

function isMonthWord(words: Words, at: number): boolean {
  return MONTHS.has(words.lower(at)) || MONTH_ABBREVIATIONS.has(words.bare(at));
}

/** "Tuesday", "Tues., April 6, 2021", "Tuesday 6 April", "Tuesday the 6th of April". */
export function readWeekday(words: Words, at: number): Reading | undefined {
  const word = words.bare(at);
  const full = WEEKDAYS.get(word);
  if (!words.isCapitalized(at) && full === undefined) return undefined;
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
  const spanned = readWeekdaySpan(words, dayStart);
  if (spanned) return spanned;
  const numbered = full === undefined ? undefined : readNumberedWeekday(words, comma === 1 && words.lower(dayStart) === "the" ? dayStart : end, weekday);
  if (numbered) return numbered;
  if (full === undefined && !(words.text(at).endsWith(".") && word !== "sun" && word !== "sat" && word !== "wed" && word !== "mon")) return undefined;
  // "Monday to Friday": the second day is the next such day after the first
  const isEnd = (/^(?:to|through|thru)$/u.test(words.lower(at - 1)) || words.isDash(at - 1)) && WEEKDAYS.has(words.lower(at - 2));
  if (isEnd) return { end, timex: "DATE", value: (context) => valueOfWeekdayAfter(context, weekday) };
  const before = words.lower(at - 1);
  if (BEFORE_WEEKDAY_NAME.has(before) && (words.isCapitalized(at - 1) || before === "casual")) return undefined;
  // "her man Friday"
  if (weekday === 5 && /^(?:girl|man)$/u.test(before) && /^(?:my|his|her|our|their|your)$/u.test(words.lower(at - 2))) return undefined;
  if (before === "on" && words.lower(at - 2) === "mail" && words.isCapitalized(at - 2)) return undefined;
  if (AFTER_WEEKDAY_NAME.has(words.lower(end)) && words.isCapitalized(end)) return undefined;
  if (isGivenName(words, at)) return undefined;
  // "it falls on a Saturday": any one, but "in a Friday statement" is this one's
  const next = words.lower(end);
  const isAny = isToldOf(words, at) || (before === "a" && (!/^\p{L}/u.test(next) || /^(?:last|in|of|and|or|at|when|after|before|to)$/u.test(next)));
  if (isAny) return { end, timex: "DATE", value: () => `XXXX-WXX-${weekday}`, confidence: 0.7 };
  // "on Monday week", "on Monday fortnight": a week or two after the one that comes
  const weeksAfter = next === "week" ? 1 : next === "fortnight" ? 2 : 0;
  if (weeksAfter > 0 && full !== undefined && !/^(?:['’-]|one$|two$|three$|\d)/u.test(words.text(end + 1)) && /^(?:on|until|by|from|before|for)$/u.test(before)) {
    return { end: end + 1, timex: "DATE", value: (context) => weekAfter(context, weekday, weeksAfter), confidence: 0.85 };
  }
  // "on Wednesday of last week", "on Tuesday last week"
  const of = next === "of" ? 1 : 0;
  const weeks = words.lower(end + of + 1) === "week" && !/^['’]/u.test(words.text(end + of + 2)) ? STEPS_TO.get(words.lower(end + of)) : undefined;
  if (weeks !== undefined) return { end: end + of + 2, timex: "DATE", value: (context) => weekdayOfWeek(context, weekday, weeks) };
  // "on Tuesday next", "on Tuesday last"
  const isBare = full !== undefined && before === "on" && !/^[\p{L}\d]/u.test(words.text(end + 1));
  if (isBare && (next === "next" || next === "last")) return { end: end + 1, timex: "DATE", value: (context) => steppedWeekday(context, weekday, next) };
  return { end, timex: "DATE", value: (context) => valueOfWeekday(context, weekday) };
}

/** "on a sticky Thursday": any one that was so; "in a speech Thursday" is of this one. */
function isToldOf(words: Words, at: number): boolean {
  return words.lower(at - 3) === "on" && /^(?:a|an)$/u.test(words.lower(at - 2)) && /^\p{Ll}+$/u.test(words.text(at - 1));
}

/** "(Fri) 10 - Sun 12 May", "(Friday) 10th to Sunday 12th May": the month stands behind the day with which the span ends. */
function readWeekdaySpan(words: Words, at: number): Reading | undefined {
  const day = words.isNumber(at) ? readDayNumber(words, at) : undefined;
  if (!day || !(words.isDash(day.end) || /^(?:to|and|until)$/u.test(words.lower(day.end)))) return undefined;
  const last = words.bare(day.end + 1);
  if (!WEEKDAYS.has(last) && !WEEKDAY_ABBREVIATIONS.has(last)) return undefined;
  const month = readDayMonth(words, day.end + 2)?.month;
  if (!month || toDay(month.year ?? 2000, month.month, day.day) === null) return undefined;
  const value = (context: DateContext): string => (month.year === undefined ? valueOfMonthDay(context, month.month, day.day) : `${month.year}-${twoDigits(month.month)}-${twoDigits(day.day)}`);
  return { end: day.end, timex: "DATE", value, confidence: 0.85 };
}

const STEPS_TO: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/** "(Monday) the 5th", "(Friday) 13th": the month nearest to the article in which the two agree. */
function readNumberedWeekday(words: Words, at: number, weekday: number): Reading | undefined {
  const number = words.lower(at) === "the" ? at + 1 : at;
  const day = /^\d{1,2}(?:st|nd|rd|th)$/u.test(words.lower(number)) ? Number.parseInt(words.text(number), 10) : 0;
  if (day < 1 || day > 31 || words.isDash(number + 1) || (/^[\p{L}\d]/u.test(words.text(number + 1)) && !BEHIND_DAY.test(words.lower(number + 1)))) return undefined;
  // "she finished Sunday 12th in the race"
  if (number === at && words.lower(number + 1) === "in") return undefined;
  return { end: number + 1, timex: "DATE", value: (context) => valueOfNumberedWeekday(context, day, weekday), confidence: 0.85 };
}

function weekAfter(context: DateContext, weekday: number, weeks = 1): string {
  const today = context.today();
  return today === null ? `XXXX-WXX-${weekday}` : formatDay(weekdayFrom(today + 1, weekday) + 7 * weeks);
}

/** "a week on Friday", "a fortnight on Sunday": so long after the one that comes; "jailed for a week on Friday" and "twice a week on Fridays" tell something else. */
export function readWeekOn(words: Words, at: number): Reading | undefined {
  const weeks = words.lower(at + 1) === "week" ? 1 : words.lower(at + 1) === "fortnight" ? 2 : 0;
  const weekday = words.isCapitalized(at + 3) ? WEEKDAYS.get(words.lower(at + 3)) : undefined;
  // "the next sale is a week today"
  if (weeks > 0 && words.lower(at + 2) === "today" && /^(?:is|be|until|till|from|on)$/u.test(words.lower(at - 1))) return { end: at + 3, timex: "DATE", value: (context) => period(context, "day", 7 * weeks), confidence: 0.85 };
  if (weeks === 0 || weekday === undefined || words.lower(at + 2) !== "on" || NO_WEEK_ON.test(words.lower(at - 1)) || NO_WEEK_ON.test(words.lower(at - 2))) return undefined;
  return { end: at + 4, timex: "DATE", value: (context) => weekAfter(context, weekday, weeks), confidence: 0.85 };
}

/** "two Sundays ago". */
export function readWeekdaysAgo(words: Words, at: number): Reading | undefined {
  const count = NUMBERS.get(words.lower(at));
  const weekday = words.isCapitalized(at + 1) && words.lower(at + 2) === "ago" ? WEEKDAYS.get(words.lower(at + 1).replace(/s$/u, "")) : undefined;
  return weekday === undefined || count === undefined || count === 0 ? undefined : { end: at + 3, timex: "DATE", value: (context) => weekdaysAgo(context, weekday, count), confidence: 0.85 };
}

/** Before "a week" that is a length or tells how often. */
const NO_WEEK_ON = /^(?:for|of|about|over|under|within|than|after|nearly|almost|in|once|twice|times|days?|hours?|nights?|last|lasts|lasted|spent|spend|spends|took|takes|take|every)$/u;

/** "the second Tuesday in November", "the last Friday of May 2023". */
export function readNthWeekday(words: Words, at: number): Reading | undefined {
  if (words.lower(at) !== "the") return undefined;
  const isLast = words.lower(at + 1) === "last";
  const ordinal = isLast ? { end: at + 2, amount: 5 } : readOrdinal(words, at + 1);
  const weekday = ordinal && words.isCapitalized(ordinal.end) ? WEEKDAYS.get(words.lower(ordinal.end)) : undefined;
  if (!ordinal || weekday === undefined || ordinal.amount > 5 || !/^(?:of|in)$/u.test(words.lower(ordinal.end + 1))) return undefined;
  if (/^(?:the|this)$/u.test(words.lower(ordinal.end + 2)) && words.lower(ordinal.end + 3) === "month") {
    return { end: ordinal.end + 4, timex: "DATE", value: (context) => nthWeekday(thisMonth(context), weekday, ordinal.amount) };
  }
  // "the first Monday of every month"
  const each = /^(?:every|each)$/u.test(words.lower(ordinal.end + 2)) ? EACH.get(words.lower(ordinal.end + 3)) : undefined;
  if (each !== undefined) return { end: ordinal.end + 4, timex: "SET", value: () => each };
  const month = readMonth(words, ordinal.end + 2);
  return month && { end: month.end, timex: "DATE", value: (context) => nthWeekday(month.value(context), weekday, ordinal.amount) };
}

/** How often a day comes that is counted in each of these. */
const EACH: ReadonlyMap<string, string> = new Map([
  ["month", "P1M"],
  ["year", "P1Y"],
]);

function thisMonth(context: DateContext): string {
  const today = context.today();
  return today === null ? "XXXX-XX" : formatDay(today).slice(0, 7);
}

/** Words that may follow a day of the month alone; of "the 12th floor" and "the 18th-century wars" the number counts something else. */
const BEHIND_DAY = /^(?:and|but|or|so|when|while|because|if|she|he|they|it|we|i|to|in|at|for|after|before|with|as|from|by|that|there|said|was|were|is|will)$/u;
/** What is played over holes that have numbers, too: "a bogey on the 17th". */
const GOLF = /^(?:birdies?|birdied|bogeys?|bogeyed|par|parred|eagles?|eagled|holes?|fairways?|greens?|putts?|putted|tee|tees|teed|bunkers?|chip|chipped)$/u;
/** Words around the number in which golf is looked for. */
const ROUND = 20;

/** "by the 12th", "on the 22nd": a day of the month that the text is in, or of the one before or behind where the sentence tells what was or will be. */
export function readDayOfMonth(words: Words, at: number): Reading | undefined {
  if (words.lower(at) !== "the" || !/^\d{1,2}(?:st|nd|rd|th)$/u.test(words.lower(at + 1)) || !/^(?:on|by|until|till|since|before|after|from)$/u.test(words.lower(at - 1))) return undefined;
  const day = Number.parseInt(words.text(at + 1), 10);
  if (day < 1 || day > 31 || words.isDash(at + 2) || (/^[\p{L}\d]/u.test(words.text(at + 2)) && !BEHIND_DAY.test(words.lower(at + 2)))) return undefined;
  // "the Greens", "the Eagles" play no golf
  for (let near = at - ROUND; near < at + ROUND; near++) if (GOLF.test(words.lower(near)) && !words.isCapitalized(near)) return undefined;
  return { end: at + 2, timex: "DATE", value: (context) => valueOfDay(context, day), confidence: 0.7 };
}

/** "the 12th of this month", "the 3rd of next month". */
export function readDayOfSteppedMonth(words: Words, at: number): Reading | undefined {
  const day = words.lower(at) === "the" ? readDayNumber(words, at + 1) : undefined;
  const steps = day && words.lower(day.end) === "of" && words.lower(day.end + 2) === "month" ? STEPS_TO.get(words.lower(day.end + 1)) : undefined;
  if (!day || steps === undefined || /^['’]s$/u.test(words.text(day.end + 3))) return undefined;
  return { end: day.end + 3, timex: "DATE", value: (context) => `${period(context, "month", steps).replace(/^\w+_REF$/u, "XXXX-XX")}-${twoDigits(day.day)}`, confidence: 0.85 };
}

/** Of the fifth of a month that has but four the fourth is meant, the last one. */
function nthWeekday(month: string, weekday: number, count: number): string {
  const [year, number] = month.split("-").map(Number);
  const first = toDay(year ?? 0, number ?? 0, 1);
  if (first === null) return `XXXX-WXX-${weekday}`;
  const day = weekdayFrom(first, weekday) + 7 * (count - 1);
  const isInside = formatDay(day).startsWith(month);
  return formatDay(isInside ? day : day - 7);
}

/** A weekday beside a day without a year chooses the year in which the two agree. */
function withWeekday(value: string, weekday: number, context: DateContext): string {
  const match = /-(\d\d)-(\d\d)$/u.exec(value);
  return match ? valueOfMonthDay(context, Number(match[1]), Number(match[2]), weekday) : value;
}
