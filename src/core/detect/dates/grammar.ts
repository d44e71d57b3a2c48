import { readDayMonth, readDayOfMonth, readDayOfSteppedMonth, readMonth, readMonthDay, readNthWeekday, readWeekday, readWeekdaysAgo, readWeekOn } from "./calendarDates.js";
import { readMidweek, readPartOfMonth, readSeason, readWeekOf, readYearEnd } from "./calendarPeriods.js";
import { readLongRangeStart, readRangeStart } from "./dayRanges.js";
import { readNumericDate } from "./numericDates.js";
import { readBareYear, readDecade, readEraYear } from "./years.js";
import { DAY_PARTS, DECADES, MONTH_ABBREVIATIONS, MONTHS, NUMBERS, ORDINALS, PLURAL_UNITS, SEASONS, UNITS, WEEKDAY_ABBREVIATIONS, WEEKDAYS } from "./dateWords.js";
import { readApproximation, readDuration, readLong, readVagueDuration } from "./durations.js";
import { HOLIDAY_STARTS, readDayBesideFeast, readHoliday } from "./holidays.js";
import { readFollowing, readKnownPeriod, readLongPeriod, readPeriodInside } from "./mentionedPeriods.js";
import { readPeriodButOne, readNamedDay, readStep } from "./periods.js";
import { readFiscalYear, readMonthQuarter, readQuarter, readShortPeriod, readYearEarlier, SHORT_PERIODS } from "./quarters.js";
import { longest, type Pattern, type Reading } from "./reading.js";
import { period } from "./shiftValue.js";
import { readEvery, readFrequency, readHyphenedFrequency, readPluralDay, readRate, readTimes, SET_ADVERBS } from "./sets.js";
import { readPartOfDay, readSmallHours, readTime, withPartOfDay } from "./times.js";
import { readVagueAdjective, readVagueTime, VAGUE_STARTS } from "./vagueTimes.js";
import type { WrittenWord } from "../../text/vocabulary.js";
import type { Words } from "./words.js";

/** Patterns for what begins with a digit. */
const NUMERIC: readonly Pattern[] = [readNumericDate, readLongRangeStart, readDayMonth, readRangeStart, readBareYear, readDecade, readQuarter, readClockTime, readDuration, readTimes, readEraYear];

/** Which patterns may begin with a word. Where two read equally far, the one listed first wins. */
const BY_FIRST_WORD: ReadonlyMap<string, readonly Pattern[]> = compile([
  [[...WEEKDAYS.keys(), ...abbreviations(WEEKDAY_ABBREVIATIONS)], [readDated, readPluralDay]],
  [[...WEEKDAYS.keys()].map((name) => `${name}s`), [readPluralDay]],
  [["weekends"], [readPluralDay]],
  [[...MONTHS.keys(), ...abbreviations(MONTH_ABBREVIATIONS)], [readDated, readMonthQuarter]],
  [HOLIDAY_STARTS, [readDated]],
  [["today", "yesterday", "tomorrow"], [readDated]],
  [["tonight", "overnight", "mid", "early", "late"], [readDayPart]],
  [["mid", "midweek"], [readMidweek]],
  [["last", "this", "next", "past", "coming", "upcoming", "current"], [readDated, readVagueAdjective]],
  [["recent", "future"], [readVagueAdjective]],
  [VAGUE_STARTS, [readVagueTime]],
  [["that"], [readFollowing]],
  [
    ["the"],
    [readNamedDay, readDayBesideFeast, readStep, readWeekOf, readPeriodButOne, readFollowing, readYearEarlier, readQuarter, readMonthQuarter, readFiscalYear, readNthWeekday, readDayOfMonth, readDayOfSteppedMonth, readKnownPeriod, readPartOfMonth, readSeason, readDecade, readBareYear, readDayMonth, readDuration, readDayPart, readEdge],
  ],
  [["its", "our", "his", "her", "their", "these", "those"], [readStep, readDuration]],
  [["a", "an"], [readRate, readTimes, readWeekOn, readDuration]],
  [["per"], [readRate]],
  [["early", "earlier", "late", "later", "mid", "sometime", "around", "about", "nearly", "almost"], [readEdge]],
  [["about", "around", "nearly", "almost", "approximately", "roughly", "over", "under", "more", "less", "fewer", "at", "just", "exactly", "no", "up"], [readRoughDuration]],
  [["around", "about", "shortly", "noon", "midday", "midnight", "half", "quarter"], [readClockTime]],
  [SHORT_PERIODS, [readShortPeriod]],
  [[...NUMBERS.keys(), "several", "many", "few", "some", "dozens", "half", "numerous", "countless"], [readBareYear, readDuration, readClockTime, readWeekdaysAgo]],
  [["eighteen", "nineteen", "twenty", "two"], [readBareYear]],
  [["final", "fiscal", "financial", ...ORDINALS.keys(), "twenty", "thirty"], [readQuarter, readFiscalYear, readDecade, readDayMonth]],
  [["ad", "a.d."], [readEraYear]],
  [["week"], [readWeekOf]],
  [["year"], [readYearEnd, readYearEarlier, readBareYear]],
  [[...SEASONS.keys()], [readSeason]],
  [[...PLURAL_UNITS.keys(), ...UNITS.keys()], [readVagueDuration, readLong]],
  [["daylong", "weeklong", "monthlong", "yearlong", "decadelong"], [readLong]],
  [SET_ADVERBS, [readFrequency]],
  [["semi", "bi", "twice"], [readHyphenedFrequency]],
  [["every", "each"], [readEvery]],
  [["once", "twice", "thrice", "several", "many", "few", ...NUMBERS.keys()], [readTimes]],
  [["'", "’", "‘"], [readBareYear, readDecade]],
]);

function abbreviations(names: ReadonlyMap<string, number>): string[] {
  return [...names.keys()].flatMap((name) => [name, `${name}.`]);
}

function compile(rules: readonly (readonly [readonly string[], readonly Pattern[]])[]): Map<string, Pattern[]> {
  const patterns = new Map<string, Pattern[]>();
  for (const [starts, readers] of rules) {
    for (const start of starts) {
      const known = patterns.get(start) ?? [];
      patterns.set(start, [...known, ...readers.filter((reader) => !known.includes(reader))]);
    }
  }
  return patterns;
}

/** Words that follow "the" in a time expression, but for numbers; "the" is too frequent to try every pattern on. */
const AFTER_THE: ReadonlySet<string> = new Set([
  ...[UNITS, PLURAL_UNITS, SEASONS, ORDINALS, DECADES, NUMBERS, DAY_PARTS, MONTHS, WEEKDAYS].flatMap((words) => [...words.keys()]),
  ..."last past next coming upcoming current first final previous following preceding prior same latest most weekend eve period fiscal financial full entire whole calendar comparable corresponding initial few".split(" "),
  ..."early late mid very end beginning start turn middle close rest remainder latter recent distant present near foreseeable not immediate future short long time fourth small wee other".split(" "),
  "'",
  "’",
  "‘",
  "`",
]);

/** False for a word with which no time expression begins, as most are. */
export function mayBeginExpression({ text, lower }: WrittenWord): boolean {
  return /^\d/u.test(text) || BY_FIRST_WORD.has(lower);
}

/** The longest time expression that begins at a token; a lookup of its first word rules most tokens out. */
export function readExpression(words: Words, at: number): Reading | undefined {
  const text = words.text(at);
  const digit = text.charCodeAt(0);
  if (digit >= 48 && digit <= 57) return longest(words, at, NUMERIC);
  const first = words.lower(at);
  const patterns = BY_FIRST_WORD.get(first);
  if (!patterns || (first === "the" && !mayFollowThe(words.lower(at + 1)))) return undefined;
  return longest(words, at, patterns);
}

function mayFollowThe(next: string): boolean {
  return AFTER_THE.has(next) || /^\d/u.test(next);
}

/** A point on the calendar of a day or more. */
function readDate(words: Words, at: number): Reading | undefined {
  return longest(words, at, [readWeekday, readMonthDay, readNumericDate, readDayMonth, readMonth, readNamedDay, readHoliday]);
}

/** A day with the part of the day after it, or a period of the calendar. */
function readDated(words: Words, at: number): Reading | undefined {
  const day = readDate(words, at);
  const stepped = readStep(words, at);
  const isWeekday = stepped !== undefined && WEEKDAYS.has(words.bare(stepped.end - 1));
  return longest(words, at, [() => day && withPartOfDay(words, day), () => (isWeekday ? withPartOfDay(words, stepped) : stepped)]);
}

function readClockTime(words: Words, at: number): Reading | undefined {
  return readTime(words, at, readDayOfTime);
}

/** The day of a time, "last Friday" and "last night" too, and "Mondays". */
function readDayOfTime(words: Words, at: number): Reading | undefined {
  if (words.lower(at) === "last" && words.lower(at + 1) === "night") return { end: at + 2, timex: "DATE", value: (context) => period(context, "day", -1) };
  const first = words.lower(at);
  if (first === "that" || first === "the") {
    const day = readFollowing(words, at);
    return day?.timex === "DATE" && words.lower(day.end - 1) === "day" ? day : readDate(words, at);
  }
  return readDate(words, at) ?? (WEEKDAYS.has(first.replace(/s$/u, "")) ? readPluralDay(words, at) : undefined) ?? (/^(?:last|next|this)$/u.test(words.lower(at)) && WEEKDAYS.has(words.lower(at + 1)) ? readStep(words, at) : undefined);
}

function readDayPart(words: Words, at: number): Reading | undefined {
  return readSmallHours(words, at, readDate) ?? readPartOfDay(words, at, readDate);
}

/** "over the weekend" is no rough duration: one that begins so must be a duration or a point counted in units. */
function readRoughDuration(words: Words, at: number): Reading | undefined {
  return readApproximation(words, at) === undefined ? undefined : readDuration(words, at);
}

/** What a part of a period is cut from: "(early) next week", "(the end of) this month". */
function readWhole(words: Words, at: number): Reading | undefined {
  return longest(words, at, [readDated, readSeasonInside, readQuarter, readBareYear, readFiscalYear, readDecade, readKnownPeriod, readLongPeriod, readPeriodInside, readFollowing]);
}

/** After "early" or "the end of" a season needs no other sign. */
function readSeasonInside(words: Words, at: number): Reading | undefined {
  const the = words.lower(at) === "the" ? 1 : 0;
  return SEASONS.has(words.lower(at + the)) ? readSeason(words, at) : undefined;
}

/** "early Tuesday", "late last week", "mid-June", "earlier this year", "around Nov. 1", "the end of the year", "sometime next year". */
function readEdge(words: Words, at: number): Reading | undefined {
  const start = skipEdge(words, at);
  if (start === undefined) return undefined;
  const whole = readWhole(words, start) ?? readInnerEdge(words, start);
  if (!whole || whole.timex === "SET" || whole.timex === "DURATION") return undefined;
  return { ...whole, confidence: (whole.confidence ?? 0.9) * 0.95 };
}

/** "about (the end of) June": no deeper, so that a text of nothing but "about" is read in linear time. */
function readInnerEdge(words: Words, at: number): Reading | undefined {
  const start = skipEdge(words, at);
  return start === undefined ? undefined : readWhole(words, start);
}

function skipEdge(words: Words, at: number): number | undefined {
  const word = words.lower(at);
  const next = words.lower(at + 1);
  if (word === "the") {
    const very = next === "very" ? 1 : 0;
    const edge = words.lower(at + 1 + very);
    if (/^(?:end|beginning|start|turn|middle|close|rest|remainder)$/u.test(edge) && words.lower(at + 2 + very) === "of") return at + 3 + very;
    const part = /^(?:first|second|last|latter|final)$/u.test(next) && /^(?:half|part|week|weeks|days|month|months)$/u.test(words.lower(at + 2)) && words.lower(at + 3) === "of";
    if (part && /^(?:half|part)$/u.test(words.lower(at + 2))) return at + 4;
    return /^(?:early|late|mid)$/u.test(next) ? at + (words.isDash(at + 2) ? 3 : 2) : undefined;
  }
  if (word === "earlier" || word === "later") {
    const inThe = next === "in" && words.lower(at + 2) === "the" && /^(?:day|week|month|year|decade|century)$/u.test(words.lower(at + 3));
    return inThe ? at + 2 : at + 1;
  }
  if (word === "early" || word === "late" || word === "mid") {
    if (words.isDash(at + 1)) return at + 2;
    return next === "in" || next === "on" ? at + 2 : at + 1;
  }
  return LOOSE.has(word) ? at + 1 : undefined;
}

/** Words that make a date rough and belong to it. */
const LOOSE = new Set(["sometime", "around", "about", "nearly", "almost"]);
