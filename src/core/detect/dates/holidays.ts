import { formatDay, fromDay, parseDay, toDay, weekdayOf, type Day } from "./calendar.js";
import { WEEKDAYS } from "./dateWords.js";
import { LONG_FEASTS, MOVABLE_FEASTS } from "./movableFeasts.js";
import type { DateContext } from "./dateContext.js";
import { readSteppedYear, readYear, thisYear } from "./years.js";
import { weekdayFrom, weekdayUntil } from "./openDates.js";
import type { Reading } from "./reading.js";
import type { Words } from "./words.js";

type DayOfYear = (year: number) => Day | null;

const fixed =
  (month: number, day: number): DayOfYear =>
  (year) =>
    toDay(year, month, day);

/** The n-th such weekday of a month, counted from its first day. */
const nth =
  (month: number, weekday: number, count: number, later = 0): DayOfYear =>
  (year) => {
    const first = toDay(year, month, 1);
    return first === null ? null : weekdayFrom(first, weekday) + 7 * (count - 1) + later;
  };

const last =
  (month: number, weekday: number): DayOfYear =>
  (year) => {
    const end = toDay(year, month, 31) ?? toDay(year, month, 30);
    return end === null ? null : end - ((weekdayOf(end) - weekday + 7) % 7);
  };

const easter =
  (later: number): DayOfYear =>
  (year) => {
    const sunday = easterSunday(year);
    return sunday === null ? null : sunday + later;
  };

/** Easter Sunday of the Gregorian calendar, by the method of Gauss in the form of the anonymous computus. */
function easterSunday(year: number): Day | null {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const count = h + l - 7 * m + 114;
  return toDay(year, Math.floor(count / 31), (count % 31) + 1);
}

/** Public holidays and days that newspapers name, with the rule that finds them. */
const HOLIDAYS: readonly (readonly [string, ...DayOfYear[]])[] = [
  ["New Year's Day", fixed(1, 1)],
  ["New Year's Eve", fixed(12, 31)],
  ["Old Year's Night", fixed(12, 31)],
  ["Hogmanay", fixed(12, 31)],
  ["Martin Luther King Jr. Day", nth(1, 1, 3)],
  ["Martin Luther King Day", nth(1, 1, 3)],
  ["Makar Sankranti", fixed(1, 14)],
  ["Burns Night", fixed(1, 25)],
  ["Australia Day", fixed(1, 26)],
  ["Groundhog Day", fixed(2, 2)],
  ["Waitangi Day", fixed(2, 6)],
  // the second Sunday of February since the season has 17 weeks, the first before
  // the first Tuesday of March in the years of a presidential election; those that lay in February and the years between have none
  ["Super Tuesday", (year) => (year % 4 === 0 && year !== 2008 ? nth(3, 2, 1)(year) : null)],
  ["Super Bowl Sunday", (year) => nth(2, 7, year < 2022 ? 1 : 2)(year)],
  ["Valentine's Day", fixed(2, 14)],
  ["Presidents' Day", nth(2, 1, 3)],
  ["St. David's Day", fixed(3, 1)],
  ["St David's Day", fixed(3, 1)],
  ["International Women's Day", fixed(3, 8)],
  ["St. Patrick's Day", fixed(3, 17)],
  ["St Patrick's Day", fixed(3, 17)],
  ["Nowruz", fixed(3, 20)],
  ["April Fools' Day", fixed(4, 1)],
  ["Earth Day", fixed(4, 22)],
  ["St. George's Day", fixed(4, 23)],
  ["St George's Day", fixed(4, 23)],
  ["Shrove Tuesday", easter(-47)],
  ["Pancake Day", easter(-47)],
  ["Mardi Gras", easter(-47)],
  ["Ash Wednesday", easter(-46)],
  ["Mothering Sunday", easter(-21)],
  ["Palm Sunday", easter(-7)],
  ["Maundy Thursday", easter(-3)],
  ["Good Friday", easter(-2)],
  ["Holy Saturday", easter(-1)],
  ["Easter Sunday", easter(0)],
  ["Easter Monday", easter(1)],
  ["Easter", easter(0)],
  ["Ascension Day", easter(39)],
  ["Pentecost", easter(49)],
  ["Whitsun", easter(49)],
  ["Whit Sunday", easter(49)],
  ["Whit Monday", easter(50)],
  ["Anzac Day", fixed(4, 25)],
  ["May Day bank holiday", nth(5, 1, 1)],
  ["May Day", fixed(5, 1)],
  ["Cinco de Mayo", fixed(5, 5)],
  ["VE Day", fixed(5, 8)],
  ["Mother's Day", nth(5, 7, 2)],
  ["Victoria Day", (year) => weekdayUntil(toDay(year, 5, 24) ?? 0, 1)],
  ["Africa Day", fixed(5, 25)],
  ["Memorial Day", last(5, 1)],
  ["Madaraka Day", fixed(6, 1)],
  ["Juneteenth", fixed(6, 19)],
  ["Father's Day", nth(6, 7, 3)],
  ["Canada Day", fixed(7, 1)],
  ["Twelfth of July", fixed(7, 12)],
  ["Fourth of July", fixed(7, 4)],
  ["Bastille Day", fixed(7, 14)],
  ["Emancipation Day", fixed(8, 1)],
  ["August bank holiday", last(8, 1)],
  ["Labor Day", nth(9, 1, 1)],
  ["Gandhi Jayanti", fixed(10, 2)],
  ["Columbus Day", nth(10, 1, 2)],
  ["Indigenous Peoples' Day", nth(10, 1, 2)],
  ["Mashujaa Day", fixed(10, 20)],
  ["Halloween", fixed(10, 31)],
  ["Bonfire Night", fixed(11, 5)],
  ["Guy Fawkes Night", fixed(11, 5)],
  ["Melbourne Cup Day", nth(11, 2, 1)],
  ["All Saints' Day", fixed(11, 1)],
  ["All Souls' Day", fixed(11, 2)],
  ["Veterans Day", fixed(11, 11)],
  ["Armistice Day", fixed(11, 11)],
  ["Remembrance Day", fixed(11, 11)],
  ["Remembrance Sunday", nth(11, 7, 2)],
  ["Labour Thanksgiving Day", fixed(11, 23)],
  ["Labor Thanksgiving Day", fixed(11, 23)],
  ["Thanksgiving Day", nth(11, 4, 4)],
  ["Thanksgiving", nth(11, 4, 4)],
  ["Black Friday", nth(11, 4, 4, 1)],
  ["Cyber Monday", nth(11, 4, 4, 4)],
  ["St. Andrew's Day", fixed(11, 30)],
  ["St Andrew's Day", fixed(11, 30)],
  ["Jamhuri Day", fixed(12, 12)],
  ["Christmas Eve", fixed(12, 24)],
  ["Christmas Day", fixed(12, 25)],
  ["Christmas", fixed(12, 25)],
  ["Xmas Eve", fixed(12, 24)],
  ["Xmas Day", fixed(12, 25)],
  ["Xmas", fixed(12, 25)],
  ["Boxing Day", fixed(12, 26)],
  ["St. Stephen's Day", fixed(12, 26)],
  ["St Stephen's Day", fixed(12, 26)],
  ...MOVABLE_FEASTS,
];

interface Holiday {
  readonly words: readonly string[];
  readonly rules: readonly DayOfYear[];
}

const BY_FIRST_WORD = groupByFirstWord();

/** First words of the holidays, for the grammar's lookup. */
export const HOLIDAY_STARTS: readonly string[] = [...BY_FIRST_WORD.keys(), ...LONG_FEASTS];

function groupByFirstWord(): Map<string, Holiday[]> {
  const groups = new Map<string, Holiday[]>();
  for (const [name, ...rules] of HOLIDAYS) {
    const words = name.toLowerCase().split(/ |(?=')|(?<=-)|(?=-)/u);
    const first = words[0] ?? "";
    groups.set(first, [...(groups.get(first) ?? []), { words, rules }]);
  }
  return groups;
}

/** "Christmas Day", "Easter Sunday 2019", "New Year's Eve". */
export function readHoliday(words: Words, at: number): Reading | undefined {
  if (!words.isCapitalized(at)) return undefined;
  if (LONG_FEASTS.includes(words.lower(at))) {
    const year = readYear(words, at + 1);
    return year && { end: year.end, timex: "DATE", value: () => String(year.year), confidence: 0.8 };
  }
  for (const { words: name, rules } of BY_FIRST_WORD.get(words.lower(at)) ?? []) {
    if (!name.every((word, index) => words.lower(at + index).replace("’", "'") === word)) continue;
    const end = at + name.length;
    const year = readYear(words, words.text(end) === "," ? end + 1 : end);
    const [rule, other] = rules;
    // "Christmas last year"
    const stepped = readSteppedYear(words, end);
    if (stepped && rule && !other) {
      const value = (context: DateContext): string => {
        const now = thisYear(context);
        return now === undefined ? nearest(null, 0, rules) : formatted(rule(now + stepped.steps));
      };
      return { end: stepped.end, timex: "DATE", value };
    }
    // "Eid 2024" may be either feast of that year
    if (year) return { end: year.end, timex: "DATE", value: () => (rule && !other ? formatted(rule(year.year)) : String(year.year)) };
    // "Christmas Island", "Thanksgiving Parade", "Easter Rising"
    if (name.length === 1 && /^\p{Lu}/u.test(words.text(end))) return undefined;
    // "the Good Friday Agreement"
    if (/^(?:Agreement|Accords?|Massacre|Rising|Peace)$/u.test(words.text(end))) return undefined;
    // "prices rose days before Diwali", "in pre-Christmas trading": of a feast that is near it tells nothing that the verb is past
    const isEve = words.lower(at - 1) === "before" || (words.isDash(at - 1) && words.lower(at - 2) === "pre");
    // "Easter is on April 20", "Holi falls on a Friday": the one to come
    const isTold = /^(?:is|falls)$/u.test(words.lower(end)) && words.lower(end + 1) === "on";
    return { end, timex: "DATE", value: (context) => nearest(context.today(), isEve ? 0 : isTold ? 1 : context.direction, rules), confidence: 0.75 };
  }
  return undefined;
}

function formatted(day: Day | null): string {
  return day === null ? "XXXX" : formatDay(day);
}

/** "the day after Thanksgiving", "the eve of Diwali", "the Monday after Easter": a day that is told by the feast beside it. */
export function readDayBesideFeast(words: Words, at: number): Reading | undefined {
  if (words.lower(at) !== "the") return undefined;
  const word = words.lower(at + 1);
  const weekday = words.isCapitalized(at + 1) ? WEEKDAYS.get(word) : undefined;
  const link = words.lower(at + 2);
  const steps = link === "after" ? 1 : link === "before" || (word === "eve" && link === "of") ? -1 : 0;
  if (steps === 0 || (weekday === undefined && word !== (link === "of" ? "eve" : "day"))) return undefined;
  const feast = readHoliday(words, at + 3);
  if (!feast) return undefined;
  const value = (context: DateContext): string => {
    const day = parseDay(feast.value(context));
    if (day === null) return weekday === undefined ? "XXXX-XX-XX" : `XXXX-WXX-${weekday}`;
    return formatDay(weekday === undefined ? day + steps : steps > 0 ? weekdayFrom(day + 1, weekday) : weekdayUntil(day - 1, weekday));
  };
  return { end: feast.end, timex: "DATE", value, confidence: 0.8 };
}

/** Days after a feast in which it is still the one that is told of. */
const JUST_OVER = 3;

/** The holiday of the year that fits the tense, else the nearest. */
function nearest(today: Day | null, direction: number, rules: readonly DayOfYear[]): string {
  const daysOf = (year: number): (Day | null)[] => rules.map((rule) => rule(year));
  if (today === null) {
    const [known = null] = daysOf(2001);
    const [next = null] = daysOf(2002);
    return known !== null && next === toDay(2002, fromDay(known).month, fromDay(known).day) ? `XXXX${formatDay(known).slice(4)}` : "XXXX";
  }
  const { year } = fromDay(today);
  const days = [year - 1, year, year + 1].flatMap(daysOf).filter((candidate) => candidate !== null);
  days.sort((a, b) => Math.abs(a - today) - Math.abs(b - today));
  // who tells of a feast that was the day before yesterday does not mean next year's
  const [closest] = days;
  if (direction > 0 && closest !== undefined && closest < today && today - closest <= JUST_OVER) return formatted(closest);
  const fitting = direction < 0 ? days.find((candidate) => candidate <= today) : direction > 0 ? days.find((candidate) => candidate >= today) : days[0];
  return formatted(fitting ?? days[0] ?? null);
}
