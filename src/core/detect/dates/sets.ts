import { readMonthName } from "./calendarDates.js";
import { DateContext } from "./dateContext.js";
import { readCount, readOrdinal } from "./counts.js";
import { DAY_PARTS, DURATION_SUFFIX, NUMBERS, PLURAL_UNITS, SEASONS, UNITS, WEEKDAYS, type Unit } from "./dateWords.js";
import { readHoliday } from "./holidays.js";
import type { Reading } from "./reading.js";
import type { Words } from "./words.js";

const ADVERBS: ReadonlyMap<string, string> = new Map([
  ["hourly", "PT1H"],
  ["daily", "P1D"],
  ["nightly", "P1D"],
  ["weekly", "P1W"],
  ["fortnightly", "P2W"],
  ["monthly", "P1M"],
  ["quarterly", "P1Q"],
  ["annual", "P1Y"],
  ["annually", "P1Y"],
  ["yearly", "P1Y"],
  ["biweekly", "P2W"],
  ["bimonthly", "P2M"],
  ["semiannual", "P6M"],
  ["semiannually", "P6M"],
  ["biannual", "P6M"],
  ["biannually", "P6M"],
  ["biennial", "P2Y"],
]);

/** First words that tell of something repeated. */
export const SET_ADVERBS: readonly string[] = [...ADVERBS.keys()];

/** "annual", "daily", "weekly": not in names ("the Daily Mail"). */
export function readFrequency(words: Words, at: number): Reading | undefined {
  const value = ADVERBS.get(words.lower(at));
  if (value === undefined || isPaper(words, at) || (words.isCapitalized(at) && (!words.isSentenceStart(at) || words.isCapitalized(at + 1) || SUBJECTS_VERB.test(words.lower(at + 1))))) return undefined;
  return { end: at + 1, timex: "SET", value: () => value, confidence: 0.75 };
}

/** "semi-annual", "bi-weekly", "twice-yearly": a prefix set off by a hyphen. */
export function readHyphenedFrequency(words: Words, at: number): Reading | undefined {
  if (!words.isDash(at + 1) || !words.isJoined(at + 1) || words.isCapitalized(at + 2)) return undefined;
  const prefix = words.lower(at) === "twice" ? "" : words.lower(at);
  const value = ADVERBS.get(`${prefix}${words.lower(at + 2)}`);
  return value === undefined ? undefined : { end: at + 3, timex: "SET", value: () => value, confidence: 0.75 };
}

/** Behind "Daily" at the head of a sentence: a family's name does something, an adjective stands before its noun. */
const SUBJECTS_VERB = /^(?:said|says|told|is|was|has|had|will|would|also|did|added|and|who|of)$|^['’]s$/u;

/** "the Nikkei daily reported", "the weekly Der Abend said": a paper by how often it comes. */
function isPaper(words: Words, at: number): boolean {
  if (!words.isCapitalized(at - 1)) return false;
  const next = words.lower(at + 1);
  return /^newspapers?$/u.test(next) || (words.lower(at - 1) !== "a" && /^(?:said|says|reported|reports|wrote|writes|paper|tabloid|broadsheet|quoted|published)$/u.test(next));
}

/** "every Monday", "each July", "every year", "every two weeks", "every other day", "every morning", "every Christmas Eve". */
export function readEvery(words: Words, at: number): Reading | undefined {
  const word = words.lower(at + 1);
  const end = at + 2;
  if (/^of|^one/u.test(word)) return undefined;
  const weekday = WEEKDAYS.get(word);
  const part = DAY_PARTS.get(words.lower(weekday === undefined ? at + 1 : end));
  if (weekday !== undefined) return { end: part === undefined ? end : end + 1, timex: "SET", value: () => `XXXX-WXX-${weekday}${part ?? ""}` };
  if (part !== undefined) return { end, timex: "SET", value: () => `XXXX-XX-XX${part}` };
  const month = readMonthName(words, at + 1);
  if (month) return { end: month.end, timex: "SET", value: () => `XXXX-${String(month.month).padStart(2, "0")}` };
  const season = SEASONS.get(word);
  if (season !== undefined) return { end, timex: "SET", value: () => `XXXX-${season}` };
  const feast = readHoliday(words, at + 1);
  // a feast that moves comes once a year, and that is all that TIMEX3 can write
  if (feast) return { end: feast.end, timex: "SET", value: () => feast.value(DateContext.none).replace(/^XXXX$/u, "P1Y") };
  if (word === "weekend") return { end, timex: "SET", value: () => "XXXX-WXX-WE" };
  const unit = UNITS.get(word);
  if (unit !== undefined && unit !== "second") return { end, timex: "SET", value: () => toSet(1, unit) };
  if (word === "other") {
    const alternate = UNITS.get(words.lower(end));
    return alternate === undefined ? readAlternateDay(words, end) : { end: end + 1, timex: "SET", value: () => toSet(2, alternate) };
  }
  const ordinal = readOrdinal(words, at + 1);
  const count = ordinal ?? readCount(words, at + 1);
  if (!count) return undefined;
  const alternate = ordinal && readAlternateDay(words, ordinal.end);
  if (alternate) return alternate;
  const counted = PLURAL_UNITS.get(words.lower(count.end)) ?? UNITS.get(words.lower(count.end));
  return counted === undefined ? undefined : { end: count.end + 1, timex: "SET", value: () => toSet(count.amount, counted) };
}

/** "(every other) Thursday", "(every second) Sunday morning": how often the day is skipped, TIMEX3's value does not say. */
function readAlternateDay(words: Words, at: number): Reading | undefined {
  const weekday = words.isCapitalized(at) ? WEEKDAYS.get(words.lower(at)) : undefined;
  if (weekday === undefined) return undefined;
  const part = DAY_PARTS.get(words.lower(at + 1));
  return { end: part === undefined ? at + 1 : at + 2, timex: "SET", value: () => `XXXX-WXX-${weekday}${part ?? ""}` };
}

/** "fifty thousand copies (a year)": a plural with a number not far before it. */
function isCounted(words: Words, at: number): boolean {
  if (!/^\p{Ll}{3,}s$/u.test(words.text(at))) return false;
  for (let back = 1; back <= 4; back++) if (words.isNumber(at - back) || NUMBERS.has(words.lower(at - back))) return true;
  return false;
}

function toSet(amount: number | "X", unit: Unit): string {
  const clock = unit === "second" || unit === "minute" || unit === "hour" ? "T" : "";
  return `P${clock}${amount}${DURATION_SUFFIX[unit]}`;
}

/** The weekday before an hour that comes on each of it: "Mondays at (noon)", "every Monday from (9 a.m.)". */
export function repeatedWeekday(words: Words, at: number): number | undefined {
  if (!/^(?:at|from)$/u.test(words.lower(at - 1)) || !words.isCapitalized(at - 2)) return undefined;
  const day = words.lower(at - 2);
  return /^(?:every|each)$/u.test(words.lower(at - 3)) ? WEEKDAYS.get(day) : day.endsWith("s") ? WEEKDAYS.get(day.slice(0, -1)) : undefined;
}

/** "Mondays", "Monday nights", "weekends". */
export function readPluralDay(words: Words, at: number): Reading | undefined {
  const word = words.lower(at);
  if (word === "weekends") return { end: at + 1, timex: "SET", value: () => "XXXX-WXX-WE", confidence: 0.8 };
  if (!words.isCapitalized(at)) return undefined;
  const plural = word.endsWith("s") ? WEEKDAYS.get(word.slice(0, -1)) : undefined;
  // "(two) Sundays ago" is one of them
  if (plural !== undefined) return words.lower(at + 1) === "ago" ? undefined : { end: at + 1, timex: "SET", value: () => `XXXX-WXX-${plural}` };
  const single = WEEKDAYS.get(word);
  const part = words.lower(at + 1).endsWith("s") ? DAY_PARTS.get(words.lower(at + 1).slice(0, -1)) : undefined;
  return single === undefined || part === undefined ? undefined : { end: at + 2, timex: "SET", value: () => `XXXX-WXX-${single}${part}` };
}

/** "twice a week", "three times a day": how often is part of it. */
export function readTimes(words: Words, at: number): Reading | undefined {
  const first = words.lower(at);
  const once = first === "once" || first === "twice" || first === "thrice";
  const count = once ? { end: at + 1 } : readCount(words, at);
  if (!count || (!once && words.lower(count.end) !== "times")) return undefined;
  const head = once ? count.end : count.end + 1;
  const every = words.lower(head) === "every" || words.lower(head) === "each" ? readEvery(words, head) : undefined;
  if (every) return every;
  const unit = /^(?:a|an|per)$/u.test(words.lower(head)) ? UNITS.get(words.lower(head + 1)) : undefined;
  return unit === undefined || unit === "second" || unit === "quarter" ? undefined : { end: head + 2, timex: "SET", value: () => toSet(1, unit), confidence: 0.8 };
}

/** A rate: "15 a year", "twice a week", "$33 million a year". */
export function readRate(words: Words, at: number): Reading | undefined {
  const unit = UNITS.get(words.lower(at + 1));
  if (unit === undefined || unit === "second" || unit === "quarter" || !/^(?:a|an|per)$/u.test(words.lower(at))) return undefined;
  if (/^(?:ago|earlier|later|before|after|or|and|from)$/u.test(words.lower(at + 2))) return undefined;
  const before = words.lower(at - 1);
  const rate = words.isNumber(at - 1) || isCounted(words, at - 1) || /^(?:once|twice|times|million|billion|trillion|percent|%|hours|days|dollars|euros|pounds|tons|barrels|people|flights|cents)$/u.test(before);
  // "half of 2019 a year": a year before is no amount
  if (!rate || /^(?:19|20)\d\d$/u.test(words.text(at - 1))) return undefined;
  const per = words.lower(at) === "per" && unit !== "year" ? 0.6 : 0.75;
  return { end: at + 2, timex: "SET", value: () => toSet(1, unit), confidence: per };
}

