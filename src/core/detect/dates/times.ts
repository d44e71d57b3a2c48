import { formatDay, parseDay, twoDigits } from "./calendar.js";
import { readNumberWords } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { DAY_PARTS, TIME_ZONES, WEEKDAYS } from "./dateWords.js";
import { valueOfWeekdayAfter, weekdayFrom } from "./openDates.js";
import type { Pattern, Reading } from "./reading.js";
import { repeatedWeekday } from "./sets.js";
import type { Words } from "./words.js";

/** A time of the day without its day: "T17:00", "T12:00", "TMO". */
interface Clock {
  readonly end: number;
  readonly value: string;
  /** False for what is a time only beside other signs of one ("10:30"). */
  readonly sure: boolean;
}

/** "5 p.m.", "5pm", "10:30 a.m.", "17:30", "five o'clock", "noon", "midnight", with a zone after it. */
function readClock(words: Words, at: number): Clock | undefined {
  const clock = readNamedHour(words, at) ?? readDigits(words, at) ?? readPastHour(words, at) ?? readSpokenHour(words, at);
  return clock && readZone(words, withHalf(words, clock));
}

/** "half past seven in the evening", "six o'clock in the morning", "ten o'clock at night". */
function withHalf(words: Words, clock: Clock): Clock {
  const { end, value } = clock;
  const part = words.lower(end) === "in" && words.lower(end + 1) === "the" ? words.lower(end + 2) : words.lower(end) === "at" && words.lower(end + 1) === "night" ? "night" : "";
  if (!/^(?:morning|afternoon|evening|night)$/u.test(part)) return clock;
  const hour = Number(value.slice(1, 3));
  const isLater = hour < 12 && part !== "morning" && (part !== "night" || hour > 5);
  return { end: part === "night" ? end + 2 : end + 3, value: isLater ? `T${twoDigits(hour + 12)}${value.slice(3)}` : value, sure: true };
}

function readNamedHour(words: Words, at: number): Clock | undefined {
  // "12 noon"
  if (words.text(at) === "12" && /^(?:noon|midday|midnight)$/u.test(words.lower(at + 1))) return readNamedHour(words, at + 1);
  const word = words.lower(at);
  if (word === "noon" || word === "midday") return { end: at + 1, value: "T12:00", sure: true };
  return word === "midnight" ? { end: at + 1, value: "T24:00", sure: true } : undefined;
}

function readDigits(words: Words, at: number): Clock | undefined {
  // "0800 UTC"
  const military = /^([01]\d|2[0-4])([0-5]\d)$/u.exec(words.text(at));
  // "at 1530 hours"
  const shortly = /^([01]\d|2[0-4])([0-5]\d)(?:hrs|h)$/u.exec(words.lower(at));
  if (shortly) return { end: at + 1, value: `T${shortly[1]}:${shortly[2]}`, sure: true };
  if (military && /^(?:hrs|hours)$/u.test(words.lower(at + 1)) && (words.text(at).startsWith("0") || TIME_ZONES.has(words.lower(at + 2)) || /^(?:at|by|around|about|until|from|before|after)$/u.test(words.lower(at - 1)))) {
    return { end: at + 2, value: `T${military[1]}:${military[2]}`, sure: true };
  }
  if (military) return TIME_ZONES.has(words.lower(at + 1)) ? { end: at + 1, value: `T${military[1]}:${military[2]}`, sure: true } : undefined;
  const match = /^(\d{1,2})(?:[:.](\d\d))?(?::(\d\d))?([ap]m)?$/u.exec(words.lower(at));
  if (!match) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (hour > 24 || minute > 59) return undefined;
  let end = at + 1;
  let half = match[4];
  if (half === undefined) {
    const next = words.lower(end).replaceAll(".", "");
    if (next === "am" || next === "pm") {
      half = next;
      end += 1;
    } else if (words.lower(end).replaceAll(".", "") === "a" && words.lower(end + 1).replaceAll(".", "") === "m" && words.text(end).endsWith(".")) {
      half = "am";
      end += 2;
    }
  }
  if (half !== undefined && hour > 12) return undefined;
  if (half === undefined && hour >= 1 && hour <= 12) {
    const later = secondHour(words, at);
    if (later) return { end: at + 1, value: toClock((hour % 12) + (later.isAfternoon && (hour % 12) <= later.hour % 12 ? 12 : 0), minute), sure: true };
  }
  if (half === undefined) {
    const oClock = /^o['’]clock$/u.test(words.lower(end));
    if (oClock) return { end: end + 1, value: toClock(hour, minute), sure: true };
    // "at 9.30 on Tuesday": with a stop a number is a time where it is asked for and a day follows
    const isStopped = /^\d{1,2}\./u.test(words.text(at)) && /^(?:at|by|around|until|from|before|after)$/u.test(words.lower(at - 1)) && (words.lower(end) === "on" ? WEEKDAYS.has(words.lower(end + 1)) : WEEKDAYS.has(words.lower(end)));
    if (match[2] === undefined || !(isStopped || /^\d{1,2}:/u.test(words.text(at)))) return undefined;
    return { end, value: toClock(hour, minute), sure: false };
  }
  return { end, value: toClock((hour % 12) + (half === "pm" ? 12 : 0), minute), sure: true };
}

/** The hour behind "8" of "between 8 and 10 p.m." and "6-7 p.m.", which tells the first's half of the day. */
function secondHour(words: Words, at: number): { hour: number; isAfternoon: boolean } | undefined {
  const link = words.lower(at + 1);
  const isLink = link === "to" || (link === "and" && words.lower(at - 1) === "between") || (words.isDash(at + 1) && words.isJoined(at + 1));
  const match = isLink ? /^(\d{1,2})(?:[:.]\d\d)?([ap]m)?$/u.exec(words.lower(at + 2)) : null;
  const half = match?.[2] ?? words.lower(at + 3).replaceAll(".", "");
  const hour = Number(match?.[1] ?? 0);
  return match && hour <= 12 && (half === "am" || half === "pm") ? { hour, isAfternoon: half === "pm" } : undefined;
}

/** "half past three", "a quarter to nine", "ten past five". */
function readPastHour(words: Words, at: number): Clock | undefined {
  const part = words.lower(at);
  const link = words.lower(at + 1);
  const count = MINUTES.get(part);
  if ((part !== "half" && part !== "quarter" && count === undefined) || (link !== "past" && !(link === "to" && part === "quarter"))) return undefined;
  const hour = words.isNumber(at + 2) ? { end: at + 3, amount: Number(words.text(at + 2)) } : readNumberWords(words, at + 2);
  if (!hour || !(hour.amount >= 1 && hour.amount <= 12) || words.isDash(hour.end)) return undefined;
  if (count !== undefined) return { end: hour.end, value: toClock(hour.amount, count), sure: true };
  const minutes = part === "half" ? 30 : link === "past" ? 15 : -15;
  const total = (hour.amount * 60 + minutes + 720) % 720;
  return { end: hour.end, value: toClock(Math.floor(total / 60) || 12, total % 60), sure: true };
}

const MINUTES: ReadonlyMap<string, number> = new Map([
  ["five", 5],
  ["ten", 10],
  ["twenty", 20],
]);

function readSpokenHour(words: Words, at: number): Clock | undefined {
  const hour = readNumberWords(words, at);
  if (!hour || hour.amount < 1 || hour.amount > 12) return undefined;
  if (/^o['’]clock$/u.test(words.lower(hour.end))) return { end: hour.end + 1, value: toClock(hour.amount, 0), sure: true };
  const half = words.lower(hour.end).replaceAll(".", "");
  return half === "am" && words.text(hour.end).includes(".") || half === "pm" ? { end: hour.end + 1, value: toClock((hour.amount % 12) + (half === "pm" ? 12 : 0), 0), sure: true } : undefined;
}

function toClock(hour: number, minute: number): string {
  return `T${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** A zone belongs to the time; UTC has a sign in TIMEX3, and what is told as so many hours from it has its offset. */
function readZone(words: Words, clock: Clock): Clock {
  const { end } = clock;
  const bracket = words.text(end) === "(" ? 1 : 0;
  const zone = words.lower(end + bracket).replaceAll(".", "");
  if (zone === "local" && words.lower(end + 1) === "time") return { ...clock, end: end + 2, sure: true };
  const named = endOfNamedZone(words, end);
  if (named !== undefined) return { ...clock, end: named, sure: true };
  if (/^(?:hrs|hours)$/u.test(zone) && !clock.sure) return { ...clock, end: end + 1, sure: true };
  if (!TIME_ZONES.has(zone) || words.text(end + bracket) !== words.text(end + bracket).toUpperCase()) return clock;
  let after = end + bracket + 1;
  const isUniversal = zone === "utc" || zone === "gmt" || zone === "z";
  const sign = words.text(after);
  const hours = /^(\d{1,2})(?::?([0-5]\d))?$/u.exec(words.text(after + 1));
  const isShifted = /^[+−–-]$/u.test(sign) && hours !== null && Number(hours[1]) <= 14;
  if (isShifted) after += 2;
  if (bracket === 1) {
    if (words.text(after) !== ")") return clock;
    after++;
  }
  const offset = isShifted ? `${sign === "+" ? "+" : "-"}${twoDigits(Number(hours[1]))}:${hours[2] ?? "00"}` : "Z";
  return { end: after, value: isUniversal ? `${clock.value}${offset}` : clock.value, sure: true };
}

/** Where "Pacific" ends behind an hour, "Eastern Time", "Central Daylight Time": no ocean, and none of "Pacific Gas". */
function endOfNamedZone(words: Words, at: number): number | undefined {
  if (!/^(?:Eastern|Central|Mountain|Pacific|Atlantic)$/u.test(words.text(at))) return undefined;
  const time = at + (/^(?:standard|daylight)$/u.test(words.lower(at + 1)) ? 2 : 1);
  if (words.lower(time) === "time") return time + 1;
  return words.isCapitalized(at + 1) ? undefined : at + 1;
}

/** A time of day, with the day that follows it: "5 p.m. EST, Nov. 9", "noon Saturday", "10:30 on Tuesday". */
export function readTime(words: Words, at: number, readDay: Pattern): Reading | undefined {
  const prefix = /^(?:around|about|shortly)$/u.test(words.lower(at)) ? 1 : 0;
  const clock = readClock(words, at + prefix);
  if (!clock) return undefined;
  const comma = words.text(clock.end) === "," ? 1 : words.lower(clock.end) === "on" ? 1 : 0;
  const day = readDay(words, clock.end + comma);
  const before = words.lower(at - 1);
  const evident = clock.sure || (day !== undefined && comma === 0) || /^(?:at|by|around|until|from|about|since|before|after)$/u.test(before);
  if (!evident) return undefined;
  const weekday = words.text(at - 1) === "(" && day?.end === clock.end + comma + 1 ? WEEKDAYS.get(words.lower(day.end - 1)) : undefined;
  if (day && weekday !== undefined) return { end: day.end, timex: "TIME", value: (context) => withClock(nearbyWeekday(context, weekday) ?? day.value(context), clock.value) };
  // "9 p.m. Tuesday to 3 a.m. Thursday": the next such day after the first
  const last = /^(?:to|until|till)$/u.test(before) && WEEKDAYS.has(words.lower(at - 2)) && day?.end === clock.end + comma + 1 ? WEEKDAYS.get(words.lower(day.end - 1)) : undefined;
  if (day && last !== undefined) return { end: day.end, timex: "TIME", value: (context) => withClock(valueOfWeekdayAfter(context, last), clock.value) };
  if (day && day.timex !== "DURATION") return { end: day.end, timex: day.timex === "SET" ? "SET" : "TIME", value: (context) => withClock(day.value(context), clock.value) };
  const repeated = repeatedWeekday(words, at);
  if (repeated !== undefined) return { end: clock.end, timex: "SET", value: () => `XXXX-WXX-${repeated}${clock.value}` };
  // an hour that is a paragraph of its own heads what was reported at it, on the article's own day
  if (at === words.first && clock.end + 1 >= words.end) return { end: clock.end, timex: "TIME", value: (context) => onToday(context, clock.value) };
  const told = dayBehindBracket(words, clock.end, readDay) ?? dayBehindSpan(words, at, clock.end, readDay);
  if (told) return { end: clock.end, timex: "TIME", value: (context) => withClock(told.value(context), clock.value), dayEnd: told.end };
  if (words.lower(at) === "noon" && words.isCapitalized(at) && !words.isSentenceStart(at)) return undefined;
  const isAttributive = /^(?:a|an|the|his|her|their|its)$/u.test(before);
  const isEnd = endsHours(words, at);
  return { end: clock.end, timex: "TIME", value: (context) => (isEnd ? onNightBehind(context, clock.value) : undefined) ?? onLastDay(context, clock.value, isAttributive), confidence: 0.85 };
}

/** "04:17 (0117 GMT) on Monday": the day behind what the hour is elsewhere. */
function dayBehindBracket(words: Words, at: number, readDay: Pattern): Reading | undefined {
  if (words.text(at) !== "(") return undefined;
  let end = at + 1;
  while (end - at < LONGEST_BRACKET && words.text(end) !== ")") end++;
  if (words.text(end) !== ")") return undefined;
  const day = readDay(words, words.lower(end + 1) === "on" ? end + 2 : end + 1);
  return day?.timex === "DATE" ? day : undefined;
}

const LONGEST_BRACKET = 8;

/** "5 to 7 p.m. Thursday", "9 a.m. until noon on May 3": the day behind the second hour is that of the first. */
function dayBehindSpan(words: Words, at: number, end: number, readDay: Pattern): Reading | undefined {
  const link = words.lower(end);
  if (!/^(?:to|until|till)$/u.test(link) && !words.isDash(end) && !(link === "and" && words.lower(at - 1) === "between")) return undefined;
  const second = readClock(words, end + 1);
  const day = second && readDay(words, words.lower(second.end) === "on" || words.text(second.end) === "," ? second.end + 1 : second.end);
  return day?.timex === "DATE" ? day : undefined;
}

/** True before "4am" of "10pm–4am", "from 10 p.m. to 4 a.m." and "between 10 p.m. and 4 a.m.". */
function endsHours(words: Words, at: number): boolean {
  const link = words.lower(at - 1);
  const isLink = words.isDash(at - 1) || /^(?:to|until|till)$/u.test(link) || (link === "and" && (words.lower(at - 3) === "between" || words.lower(at - 4) === "between"));
  return isLink && /^(?:[ap]\.?m\.?|\d{1,2}(?:[:.]\d\d)?(?:[ap]m)?|noon|midnight)$/u.test(words.lower(at - 2));
}

/** "from 10 p.m. to 4 a.m.": an hour earlier than the one with which the span began is the next day's. */
function onNightBehind(context: DateContext, clock: string): string | undefined {
  const [day = "", first = ""] = context.lastValue(/^\d{4}-\d\d-\d\dT\d\d:\d\d/u, 1)?.split("T") ?? [];
  const from = parseDay(day);
  return from === null || clock.slice(1) >= first ? undefined : `${formatDay(from + 1)}${clock}`;
}

/** "10 p.m. Monday (0300 GMT Tuesday)": in brackets the hour is another zone's, the day the same or one beside it. */
function nearbyWeekday(context: DateContext, weekday: number): string | undefined {
  const day = context.lastDay(1);
  return day === undefined ? undefined : formatDay(weekdayFrom(day - 3, weekday));
}

function withClock(day: string, clock: string): string {
  return `${/^(?:\d{4}|XXXX)-(?:\d\d|XX|WXX)-\d\d?$/u.test(day) ? day : "XXXX-XX-XX"}${clock}`;
}

/** How many mentions back a day is still the one of an hour. */
const SAME_DAY = 3;

/** A time without a day is on the day that the text last spoke of, else on the article's. */
function onLastDay(context: DateContext, clock: string, isAttributive = false): string {
  const last = context.lastDay(SAME_DAY);
  // "… through Saturday. She said at a 9 a.m. briefing": where somebody did something is on no day to come
  const isOver = isAttributive && last !== undefined && context.isAhead(formatDay(last)) && context.direction < 0;
  const day = (isOver ? undefined : last) ?? context.today();
  return `${day === null ? "XXXX-XX-XX" : formatDay(day)}${clock}`;
}

/** "tonight", "overnight", "overnight Saturday", "the morning", "the night of April 6", "mid-afternoon yesterday". */
export function readPartOfDay(words: Words, at: number, readDay: Pattern): Reading | undefined {
  const word = words.lower(at);
  if (word === "tonight") return { end: at + 1, timex: "TIME", value: (context) => onToday(context, "TNI"), confidence: 0.95 };
  const night = word === "overnight" && WEEKDAYS.has(words.lower(at + 1)) ? readDay(words, at + 1) : undefined;
  if (night?.timex === "DATE") return { end: night.end, timex: "TIME", value: (context) => withClock(night.value(context), "TNI") };
  if (word === "overnight") return words.lower(at - 1) === "the" ? undefined : { end: at + 1, timex: "TIME", value: (context) => onToday(context, "TNI"), confidence: 0.7 };
  const the = word === "the" ? 1 : 0;
  const mid = /^(?:mid|early|late)$/u.test(words.lower(at + the)) ? (words.isDash(at + the + 1) ? 2 : 1) : 0;
  const head = at + the + mid;
  const part = DAY_PARTS.get(words.lower(head));
  // "the morning-after pill"
  if (part === undefined || (the === 0 && mid === 0) || (words.isDash(head + 1) && words.lower(head + 2) === "after")) return undefined;
  const end = head + 1;
  const of = words.lower(end) === "of" ? 1 : 0;
  const day = readDay(words, end + of);
  if (day && day.timex === "DATE") return { end: day.end, timex: "TIME", value: (context) => withClock(day.value(context), part) };
  if (the === 1 && mid === 0 && !/^(?:in|during|through|for|until|by|of)$/u.test(words.lower(at - 1))) return undefined;
  if (of === 1 || (words.isCapitalized(head) && !words.isSentenceStart(at))) return undefined;
  return { end, timex: "TIME", value: (context) => onLastDay(context, part), confidence: 0.7 };
}

/** "the wee hours of Sunday", "the early hours": the part before the morning. */
export function readSmallHours(words: Words, at: number, readDay: Pattern): Reading | undefined {
  if (words.lower(at) !== "the" || !/^(?:small|wee|early)$/u.test(words.lower(at + 1))) return undefined;
  const morning = words.lower(at + 2) === "morning" ? 1 : 0;
  if (words.lower(at + 2 + morning) !== "hours") return undefined;
  const end = at + 3 + morning;
  const day = words.lower(end) === "of" ? readDay(words, end + 1) : undefined;
  if (day?.timex === "DATE") return { end: words.lower(day.end) === "morning" ? day.end + 1 : day.end, timex: "TIME", value: (context) => withClock(day.value(context), "TMO"), confidence: 0.85 };
  return words.lower(end) === "of" ? undefined : { end, timex: "TIME", value: (context) => onLastDay(context, "TMO"), confidence: 0.75 };
}

function onToday(context: DateContext, part: string): string {
  const today = context.today();
  return today === null ? part : `${formatDay(today)}${part}`;
}

/** The part of the day after its day: "Tuesday morning", "yesterday afternoon", "April 6 evening". */
export function withPartOfDay(words: Words, day: Reading): Reading {
  const mid = words.lower(day.end) === "mid" || words.lower(day.end) === "early" || words.lower(day.end) === "late" ? (words.isDash(day.end + 1) ? 2 : 1) : 0;
  const head = day.end + mid;
  const part = DAY_PARTS.get(words.lower(head)) ?? (words.lower(head) === "noon" ? "T12:00" : words.lower(head) === "midnight" ? "T24:00" : undefined);
  if (part === undefined || words.isCapitalized(head)) return day;
  return { end: head + 1, timex: "TIME", value: (context) => withClock(day.value(context), part), confidence: day.confidence ?? 0.9 };
}
