import { formatDay, fromDay, parseDay } from "./calendar.js";
import { readWeekday } from "./calendarDates.js";
import { readCount, type Count } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { DURATION_SUFFIX, PLURAL_UNITS, UNITS, WEEKDAYS, type Unit } from "./dateWords.js";
import { weekdayFrom } from "./openDates.js";
import { readNamedDay, readStep } from "./periods.js";
import { yearBefore } from "./quarters.js";
import type { Reading } from "./reading.js";
import { dayOf, moveDay, periodAt, shiftYears } from "./shiftValue.js";
import { withPartOfDay } from "./times.js";
import type { Words } from "./words.js";

/** So many of a unit. */
interface Amount extends Count {
  readonly unit: Unit;
  /** "two-day": before a noun, so nothing is counted from it. */
  readonly hyphenated: boolean;
}

/** "two days", "two-day", "8-month-old", "a year and a half", "six straight days", "a couple of weeks or so". */
function readAmount(words: Words, at: number): Amount | undefined {
  const count = readRangeOfCounts(words, at) ?? readCount(words, at);
  if (!count) return undefined;
  if (words.isDash(count.end)) {
    const unit = UNITS.get(words.lower(count.end + 1)) ?? PLURAL_UNITS.get(words.lower(count.end + 1));
    // "three-quarters" is a fraction
    if (unit === undefined || unit === "quarter") return undefined;
    const old = words.isDash(count.end + 2) && /^(?:old|olds|long)$/u.test(words.lower(count.end + 3)) ? 2 : 0;
    return { end: count.end + 2 + old, amount: count.amount, unit, hyphenated: true };
  }
  const between = /^(?:straight|consecutive|full|fiscal|financial|calendar|academic|school|trading|business|working|additional|more|whole|solid|long|further|extra)$/u.test(words.lower(count.end)) ? 1 : 0;
  const head = count.end + between;
  // "the 2008 fiscal year"
  if (between === 1 && typeof count.amount === "number" && count.amount >= 1900 && words.isNumber(at)) return undefined;
  const word = words.lower(head);
  if (word === "fortnight" || word === "fortnights") return { end: head + 1, amount: count.amount === "X" ? "X" : 2 * count.amount, unit: "week", hyphenated: false };
  const unit = count.amount === 1 ? (UNITS.get(word) ?? undefined) : (PLURAL_UNITS.get(word) ?? UNITS.get(word));
  if (unit === "second" && (words.isCapitalized(head) || isSecondThing(words, head))) return undefined;
  // "calls from several quarters"
  if (unit === "quarter" && count.amount === "X" && words.lower(at - 1) === "from") return undefined;
  if (unit === undefined || (unit === "quarter" && (count.amount === 1 || count.amount === 3) && words.lower(head + 1) === "of") || (unit === "quarter" && count.amount === 1)) return undefined;
  let end = head + 1;
  let { amount } = count;
  if (words.lower(end) === "and" && words.lower(end + 1) === "a" && words.lower(end + 2) === "half" && amount !== "X") {
    amount += 0.5;
    end += 3;
  }
  // "five year low": a singular after a number stands before a noun
  return { end, amount, unit, hyphenated: amount !== "X" && amount > 1 && UNITS.has(word) };
}

/** "22 second-chance points", "three second-half goals": the next after the first rather than a part of a minute; "a 30 second-long clip". */
function isSecondThing(words: Words, at: number): boolean {
  return words.lower(at) === "second" && words.isDash(at + 1) && words.isJoined(at + 1) && words.isJoined(at + 2) && words.lower(at + 2) !== "long";
}

/** "two to three weeks", "12 to 18 months": the first number where they are close, else open. */
function readRangeOfCounts(words: Words, at: number): Count | undefined {
  const first = readCount(words, at);
  if (!first || first.amount === "X") return undefined;
  if (words.lower(first.end) === "or" && words.lower(at) !== "a") {
    const second = readCount(words, first.end + 1);
    return second && second.amount !== "X" ? { end: second.end, amount: first.amount } : undefined;
  }
  if (words.lower(first.end) !== "to" && !(words.isDash(first.end) && words.isNumber(at) && words.isNumber(first.end + 1))) return undefined;
  const second = readCount(words, first.end + 1);
  if (!second || second.amount === "X" || second.amount <= first.amount) return undefined;
  return { end: second.end, amount: second.amount - first.amount <= 2 ? first.amount : "X" };
}

/** Units from long to short, as the parts of a stretch are told. */
const FROM_LONG: readonly Unit[] = ["century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second"];
/** Parts of one stretch, at most. */
const MOST_PARTS = 4;

/** "two years and six months", "a year and a day", "an hour, 20 minutes": a stretch told in parts, ever shorter ones; undefined where it has but one. */
function readParts(words: Words, first: Amount): { end: number; value: string } | undefined {
  const parts: Amount[] = [first];
  for (let last = first; parts.length < MOST_PARTS && isWhole(last); ) {
    const comma = words.text(last.end) === "," ? 1 : 0;
    const and = words.lower(last.end + comma) === "and" ? 1 : 0;
    const next = comma + and > 0 ? readAmount(words, last.end + comma + and) : undefined;
    if (!next || !isWhole(next) || FROM_LONG.indexOf(next.unit) <= FROM_LONG.indexOf(last.unit) || leadsElsewhere(words, next.end)) break;
    parts.push(next);
    last = next;
  }
  const end = parts.at(-1)?.end;
  if (parts.length === 1 || end === undefined) return undefined;
  const isClock = ({ unit }: Amount): boolean => unit === "hour" || unit === "minute" || unit === "second";
  const write = (some: readonly Amount[]): string => some.map(({ amount, unit }) => `${amount}${DURATION_SUFFIX[unit]}`).join("");
  const [days, clock] = [parts.filter((part) => !isClock(part)), parts.filter(isClock)];
  return { end, value: `P${write(days)}${clock.length > 0 ? `T${write(clock)}` : ""}` };
}

function isWhole({ amount, hyphenated }: Amount): boolean {
  return amount !== "X" && Number.isInteger(amount) && !hyphenated;
}

/** "a year and a day later": what follows is counted from. */
function leadsElsewhere(words: Words, at: number): boolean {
  return /^(?:ago|earlier|later|from|before|after|of)$/u.test(words.lower(at));
}

/** "P2D", "PT1M30S", "P2Y6M", "PXM". */
function toDuration(amount: number | "X", unit: Unit): string {
  const isClock = unit === "second" || unit === "minute" || unit === "hour";
  const prefix = isClock ? "PT" : "P";
  if (amount === "X" || Number.isInteger(amount)) return `${prefix}${amount}${DURATION_SUFFIX[unit]}`;
  const parts: Partial<Record<Unit, [number, Unit]>> = { minute: [60, "second"], hour: [60, "minute"], day: [24, "hour"], year: [12, "month"], decade: [10, "year"], century: [10, "decade"] };
  const smaller = parts[unit];
  if (!smaller) return `${prefix}${amount}${DURATION_SUFFIX[unit]}`;
  const whole = Math.floor(amount);
  const rest = Math.round((amount - whole) * smaller[0]);
  const head = whole > 0 ? `${whole}${DURATION_SUFFIX[unit]}` : "";
  if (unit === "day") return `P${head}T${rest}H`;
  return `${prefix}${head}${rest}${DURATION_SUFFIX[smaller[1]]}`;
}

const BOUNDS = /^(?:last|past|next|first|coming|following|previous|final|latest|preceding|initial)$/u;
const APPROXIMATE = new Set(["nearly", "almost", "about", "around", "approximately", "roughly", "over", "under", "exactly"]);

/** Words that make a number of units rough: "nearly", "more than", "at least", "just over"; their end. */
export function readApproximation(words: Words, at: number): number | undefined {
  const word = words.lower(at);
  const next = words.lower(at + 1);
  if ((word === "more" || word === "less" || word === "fewer") && next === "than") return at + 2;
  if (word === "at" && (next === "least" || next === "most")) return at + 2;
  if (word === "just" && (next === "over" || next === "under")) return at + 2;
  if (word === "no" && /^(?:more|less|fewer)$/u.test(next) && words.lower(at + 2) === "than") return at + 3;
  if (word === "up" && next === "to") return at + 2;
  // "over several years": through them
  if (word === "over" && /^(?:several|many|some|few)$/u.test(next)) return undefined;
  return APPROXIMATE.has(word) ? at + 1 : undefined;
}

/** A stretch of time, and the point that it leads to with "ago", "earlier", "later". */
export function readDuration(words: Words, at: number): Reading | undefined {
  const approximate = readApproximation(words, at);
  const head = approximate ?? at;
  const the = /^(?:the|these|those|its|his|her|their|our)$/u.test(words.lower(head)) ? 1 : 0;
  const bound = BOUNDS.test(words.lower(head + the)) ? 1 : 0;
  // "over the past week": the preposition stays outside; "these two years" too
  if (approximate !== undefined && the === 1 && (words.lower(at) === "over" || words.lower(at) === "around" || words.lower(at) === "about")) return undefined;
  if (the === 1 && bound === 0 && words.lower(head) !== "the") return undefined;
  if (words.lower(head + the) === "first" && the === 0) return undefined;
  const start = head + the + bound;
  if (bound === 0 && the === 0 && approximate === undefined && /^(?:last|past|next)$/u.test(words.lower(head))) return undefined;
  const amount = readAmount(words, start);
  if (!amount) return bound === 1 && the === 1 ? readBareUnits(words, start, at) : undefined;
  let { end } = amount;
  // "the two-week crisis": the article belongs to the crisis
  if (the === 1 && bound === 0 && amount.hyphenated) return undefined;
  const isPlainCount = amount.amount === 1 && /^(?:a|an)$/u.test(words.lower(start));
  if (bound === 1 && isPlainCount) return undefined;
  const parts = readParts(words, amount);
  if (parts) return { end: parts.end, timex: "DURATION", value: () => parts.value, confidence: 0.9 };
  if (words.lower(end) === "or" && /^(?:so|two|more)$/u.test(words.lower(end + 1)) && !amount.hyphenated) end += 2;
  // "a year-earlier loss"
  if (isPlainCount && words.isDash(end) && words.isJoined(end + 1)) return undefined;
  if (amount.unit === "second" && amount.amount === 1) return undefined;
  if (!amount.hyphenated && bound === 0) {
    const point = readPoint(words, start, end, amount);
    if (point) return the === 1 ? undefined : point;
    if (amount.amount === 1 && approximate === undefined && !isStretch(words, at, end, isPlainCount)) return undefined;
  }
  if (bound === 1 && /^(?:first)$/u.test(words.lower(head + the)) && amount.unit === "quarter") {
    const half = readHalfOfYear(words, amount);
    if (half) return half;
  }
  if (words.lower(end) === "old" && (amount.unit === "year" || amount.unit === "month") && !amount.hyphenated) return { end: end + 1, timex: "DURATION", value: () => toDuration(amount.amount, amount.unit), confidence: 0.7 };
  if (/^(?:percent|ago)$/u.test(words.lower(end))) return undefined;
  if (bound === 1 && words.lower(end) === "ahead") end++;
  return { end, timex: "DURATION", value: () => toDuration(amount.amount, amount.unit), confidence: 0.9 };
}

/** "the first two quarters of 1990" is the first half of that year. */
function readHalfOfYear(words: Words, { end, amount }: Amount): Reading | undefined {
  if (amount !== 2 || words.lower(end) !== "of" || !/^(?:19|20)\d\d$/u.test(words.text(end + 1))) return undefined;
  const year = words.text(end + 1);
  return { end: end + 2, timex: "DATE", value: () => `${year}-H1` };
}

/** "a year" as a stretch ("within a year", "took a year") against "a year" as a rate and "one day" as a name for some day. */
function isStretch(words: Words, at: number, end: number, plain: boolean): boolean {
  const before = words.lower(at - 1);
  if (plain) return /^(?:in|for|within|after|over|than|nearly|of|last|lasts|lasted|take|takes|took|taken|spend|spent|every|just|only|barely|by|once|him|her|them|us|least|about|until|before|comes|came|and|during|follows|followed|with)$/u.test(before) || /^(?:after|before|or)$/u.test(words.lower(end));
  return before !== "in" || words.lower(end) !== "of";
}

/** "the past years", "the last few", "the coming months", "the first hours": plural units without a number. */
function readBareUnits(words: Words, at: number, from: number): Reading | undefined {
  if (words.lower(at) === "fortnight") return { end: at + 1, timex: "DURATION", value: () => "P2W", confidence: 0.8 };
  const unit = PLURAL_UNITS.get(words.lower(at));
  if (unit === undefined || words.lower(at - 1) === "final" || words.lower(from) !== "the") return undefined;
  const bound = words.lower(at - 1);
  if (bound === "coming" || bound === "next") return { end: at + 1, timex: "DATE", value: () => "FUTURE_REF", confidence: 0.7 };
  return { end: at + 1, timex: "DURATION", value: () => toDuration("X", unit), confidence: 0.75 };
}

/** "… ago", "… earlier", "… later", "… from now", "… before that". */
function readPoint(words: Words, start: number, at: number, { amount, unit }: Amount): Reading | undefined {
  const word = words.lower(at);
  const isClock = unit === "second" || unit === "minute" || unit === "hour";
  // "a minute later" is no day; how long it took is what it tells
  if (isClock && word !== "ago") return undefined;
  if (word === "ago") {
    const from = isClock || amount === "X" ? undefined : readStartOfCount(words, at + 1, unit);
    if (from && amount !== "X") return withPartOfDay(words, { end: from.end, timex: "DATE", value: (context) => countedBack(from.value(context), unit, amount) });
    const end = at + 1;
    // "half an hour ago", "48 hours ago": the article's hour is not known, so that a day is all that can be told
    if (isClock && amount !== "X") return { end, timex: "DATE", value: (context) => shifted(context.today(), "day", unit === "hour" ? -Math.floor(amount / 24) : 0, "PAST_REF"), confidence: 0.75 };
    if (amount === "X") return { end, timex: "DATE", value: () => "PAST_REF", confidence: 0.8 };
    if (unit === "year" && amount === 1) return { end, timex: "DATE", value: yearBefore };
    // "4,000 years ago" is rough, and before the years that a calendar counts
    if (unit === "year" && amount >= 1000) return { end, timex: "DATE", value: () => "PAST_REF", confidence: 0.8 };
    return { end, timex: "DATE", value: (context) => shifted(context.today(), unit, -amount) };
  }
  if (word === "from" && words.lower(at + 1) === "now") return { end: at + 2, timex: "DATE", value: (context) => (amount === "X" ? "FUTURE_REF" : shifted(context.today(), unit, amount)) };
  const ahead = word === "from" && (unit === "day" || unit === "week") && !LASTS.test(words.lower(start - 1)) ? (readWeekday(words, at + 1) ?? readNamedDay(words, at + 1)) : undefined;
  if (ahead?.timex === "DATE" && amount !== "X") return { end: ahead.end, timex: "DATE", value: (context) => countedOn(context, words, at + 1, ahead, unit, amount), confidence: 0.85 };
  // "ten days before that"
  const isBack = word === "before" || word === "after";
  if (isBack && words.lower(at + 1) === "that" && amount !== "X" && !words.isNumber(start - 1) && !/^[\p{L}\d]/u.test(words.text(at + 2))) {
    return { end: at + 2, timex: "DATE", value: (context) => fromMention(context, unit, word === "before" ? -amount : amount), confidence: 0.8 };
  }
  if (word !== "earlier" && word !== "later" && word !== "hence") return undefined;
  // "two days later than planned", "a year earlier in Paris": the comparison goes on, the date does not
  if (words.lower(at + 1) === "than") return undefined;
  const steps = word === "earlier" ? -1 : 1;
  if (amount === "X") return { end: at + 1, timex: "DATE", value: () => (steps < 0 ? "PAST_REF" : "FUTURE_REF"), confidence: 0.7 };
  if (unit === "year" && amount === 1 && steps < 0) return { end: at + 1, timex: "DATE", value: yearBefore };
  return { end: at + 1, timex: "DATE", value: (context) => fromMention(context, unit, steps * amount), confidence: 0.8 };
}

/** "closed for two weeks from Monday": so long, not so far ahead. */
const LASTS = /^(?:for|of|in|within|over|last|lasts|lasted|than|least|most|about)$/u;

/** "a week from Tuesday", "two days from tomorrow": from the day that is meant, or from the next such weekday. */
function countedOn(context: DateContext, words: Words, at: number, from: Reading, unit: Unit, amount: number): string {
  const today = context.today();
  const weekday = WEEKDAYS.get(words.lower(at));
  const isBare = weekday !== undefined && from.end === at + 1;
  const day = today !== null && isBare ? weekdayFrom(today, weekday) : parseDay(from.value(context));
  return shifted(day, unit, amount);
}

/** What "five years ago Monday", "a week ago today", "ten years ago next month" count back from. */
function readStartOfCount(words: Words, at: number, unit: Unit): Reading | undefined {
  const day = readWeekday(words, at) ?? readNamedDay(words, at);
  if (day) return day.timex === "DATE" ? day : undefined;
  const isPeriod = unit === "year" && /^(?:this|next|last)$/u.test(words.lower(at)) && words.lower(at + 1) !== "year";
  const period = isPeriod ? readStep(words, at) : undefined;
  return period?.timex === "DATE" ? period : undefined;
}

function countedBack(value: string, unit: Unit, amount: number): string {
  if (unit === "year" || unit === "decade") return shiftYears(value, -Math.round(unit === "year" ? amount : 10 * amount)) ?? value;
  const day = parseDay(value);
  if (day === null) return value;
  if (unit === "day" || unit === "week") return formatDay(moveDay(day, unit, -amount));
  const { day: ofMonth } = fromDay(day);
  return formatDay(moveDay(day, unit, -amount) + ofMonth - 1);
}

/** Counted in weeks and days the point is a day, in months a month, in years a year. */
function shifted(today: number | null, unit: Unit, amount: number, unknown = amount < 0 ? "PAST_REF" : "FUTURE_REF"): string {
  if (today === null) return unknown;
  if (unit === "week") return formatDay(today + Math.round(7 * amount));
  return periodAt(moveDay(today, unit, amount), unit, 0);
}

function fromMention(context: DateContext, unit: Unit, amount: number): string {
  if (unit === "day") return shifted(context.lastDay() ?? context.today(), unit, amount);
  const last = context.lastValue(unit === "year" ? /^\d{4}(?:-|$)/u : /^\d{4}-/u);
  if (last !== undefined && unit === "year" && Number.isInteger(amount)) return shiftYears(last.slice(0, 4), amount) ?? last;
  const from = last === undefined ? context.today() : dayOf(last);
  return shifted(from, unit, amount);
}

/** Plural units that stand for an unknown number: "for years", "months of talks", "recent weeks", "months ago". */
export function readVagueDuration(words: Words, at: number): Reading | undefined {
  const unit = PLURAL_UNITS.get(words.lower(at));
  if (unit === undefined || unit === "second" || unit === "quarter") return undefined;
  const before = words.lower(at - 1);
  const after = words.lower(at + 1);
  // "Minutes of the meeting", "minutes from its last session"
  if (unit === "minute" && ((after === "of" && (before === "the" || words.isCapitalized(at))) || isOfMeeting(words, at))) return undefined;
  const duration: Reading = { end: at + 1, timex: "DURATION", value: () => toDuration("X", unit), confidence: 0.7 };
  if (after === "ago") return { end: at + 2, timex: "DATE", value: () => "PAST_REF", confidence: 0.75 };
  if (after === "later" || after === "earlier" || (after === "of" && !/^(?:the|small|wee|early|late|morning|evening|office|business|peak|school)$/u.test(before) && !words.isNumber(at - 1))) return duration;
  // "the shares fell 3% after hours"
  if (unit === "hour" && before === "after" && isOnMarket(words, at)) return undefined;
  if (before === "for" || (before === "in" && !/^(?:of|and)$/u.test(after)) || before === "after" || before === "within" || before === "over") return duration;
  return undefined;
}

/** True for minutes that tell what a meeting has said. */
function isOfMeeting(words: Words, at: number): boolean {
  if (!/^(?:of|from)$/u.test(words.lower(at + 1))) return false;
  for (let next = at + 2; next < at + 2 + MOST_OF_MEETING; next++) if (/^(?:meetings?|sessions?|hearings?|assembly|talks)$/u.test(words.lower(next))) return true;
  return false;
}

/** Words up to the noun for the meeting. */
const MOST_OF_MEETING = 6;

/** Behind the hours in which shares are traded. */
function isOnMarket(words: Words, hours: number): boolean {
  if (/^\p{L}/u.test(words.text(hours + 1)) && words.lower(hours + 1) !== "trading") return false;
  for (let at = hours - 2; at >= hours - REACH && at >= words.first; at--) if (/^(?:shares?|stocks?|trading|traded|nasdaq|percent|%)$/u.test(words.lower(at))) return true;
  return false;
}

/** Words from the shares to the hours. */
const REACH = 10;

/** "decades-long", "years-long", "weeklong", "yearlong". */
export function readLong(words: Words, at: number): Reading | undefined {
  const word = words.lower(at);
  const joined = /^(day|week|month|year|decade|century)long$/u.exec(word)?.[1];
  const single = joined === undefined ? undefined : UNITS.get(joined);
  if (single !== undefined) return { end: at + 1, timex: "DURATION", value: () => toDuration(1, single), confidence: 0.85 };
  if (!words.isDash(at + 1) || words.lower(at + 2) !== "long") return undefined;
  const plural = PLURAL_UNITS.get(word);
  const one = UNITS.get(word);
  if (plural !== undefined) return { end: at + 3, timex: "DURATION", value: () => toDuration("X", plural), confidence: 0.85 };
  return one === undefined || one === "second" || one === "quarter" ? undefined : { end: at + 3, timex: "DURATION", value: () => toDuration(1, one), confidence: 0.85 };
}
