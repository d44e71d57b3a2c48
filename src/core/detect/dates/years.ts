import { placeContext } from "../../lexicon/placeContext.js";
import { fromDay, twoDigits } from "./calendar.js";
import { readNumberWords, readOrdinal } from "./counts.js";
import type { DateContext } from "./dateContext.js";
import { DECADES, TIME_PREPOSITIONS } from "./dateWords.js";
import type { Reading } from "./reading.js";
import type { Words } from "./words.js";

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

/** "(June) of that year", "(March) the following year": counted from the year that the text is in. */
export function readToldYear(words: Words, at: number): { end: number; value: (context: DateContext) => string } | undefined {
  const of = words.lower(at) === "of" ? 1 : 0;
  const word = words.lower(at + of);
  const head = at + of + (word === "the" ? 2 : 1);
  const steps = word === "that" ? 0 : word === "the" ? TOLD_YEAR.get(words.lower(at + of + 1)) : undefined;
  if (steps === undefined || words.lower(head) !== "year" || /^['’]s$/u.test(words.text(head + 1))) return undefined;
  const value = (context: DateContext): string => {
    const year = yearOf(context.lastValue(/^\d{4}/u) ?? "") ?? thisYear(context);
    return year === undefined ? "XXXX" : String(year + steps);
  };
  return { end: head + 1, value };
}

const TOLD_YEAR: ReadonlyMap<string, number> = new Map([
  ["same", 0],
  ["following", 1],
  ["next", 1],
  ["previous", -1],
]);

/** Things that are counted: a number before them is no year. */
const COUNTED = new Set(
  "people men women children students workers jobs employees troops soldiers shares points votes seats miles kilometers kilometres km metres meters feet acres hectares tons tonnes pounds dollars euros francs marks yen rupees rubles barrels homes houses cars vehicles units copies calories hours days weeks months years minutes seconds times percent per cases deaths volts watts square".split(" "),
);

/** True for words that make the number before them no year. */
export function isQuantity(words: Words, at: number): boolean {
  return COUNTED.has(words.lower(at)) || words.text(at) === "%" || words.text(at) === "°";
}

/** A year by itself: "1998", "the year 2000". */
export function readBareYear(words: Words, at: number): Reading | undefined {
  const named = words.lower(at) === "the" && words.lower(at + 1) === "year" ? 2 : words.lower(at) === "year" ? 1 : 0;
  const year = readYear(words, at + named) ?? readFarYear(words, at);
  if (!year) return undefined;
  const value = (): string => String(year.year);
  if (named > 0) return { end: endOfPair(words, year) ?? year.end, timex: "DATE", value, confidence: 0.95 };
  if (year.year > 2150 || (year.year < 1500 && !isEarlyYear(words, at, year.end))) return undefined;
  const before = words.text(at - 1);
  if (/^[$£€¥#+]$/u.test(before) || /^(?:no|number|nos|chapter|page|section|resolution|about|nearly|almost|some|flight|route|room|boeing|airbus)$/u.test(words.bare(at - 1)) || isQuantity(words, year.end)) return undefined;
  if (isHouseNumber(words, year.end)) return undefined;
  // "call 1800 333 000"
  if (/^\d{3}$/u.test(words.text(year.end)) && /^\d{3,4}$/u.test(words.text(year.end + 1))) return undefined;
  // part of a number or code, but "mid-1996" and "1996-1998" are years
  if (words.isDash(at - 1) && words.isJoined(at) && !/^(?:\d{4}|mid|early|late|pre|post)$/u.test(words.lower(at - 2))) return undefined;
  if (/^[./:]$/u.test(before) && words.isJoined(at)) return undefined;
  // the film “1917”
  if (/^["“‘]$/u.test(before) && /^(?:[,.]?["”’]|,|\.)$/u.test(words.text(year.end)) && words.isJoined(at)) return undefined;
  const pair = endOfPair(words, year);
  if (pair !== undefined) return { end: pair, timex: "DATE", value, confidence: 0.7 };
  // spoken years need no preposition, bare digits are surer with one
  return { end: year.end, timex: "DATE", value, confidence: TIME_PREPOSITIONS.has(words.lower(at - 1)) ? 0.95 : 0.8 };
}

/** "by 2100", to which scientists look ahead; "by 2100 GMT" is an hour. */
function readFarYear(words: Words, at: number): { end: number; year: number } | undefined {
  const isTold = words.isNumber(at) && words.text(at) === "2100" && /^(?:by|before|until|till|after|beyond|to)$/u.test(words.lower(at - 1));
  return isTold && !/^(?:gmt|utc|est|edt|et|bst|local|hours|hrs|h)$/u.test(words.lower(at + 1)) ? { end: at + 1, year: 2100 } : undefined;
}

/** "1601 F Street", "1850 North Main St.", but "a 2007 Supreme Court ruling". */
function isHouseNumber(words: Words, at: number): boolean {
  for (let end = at; end < at + LONGEST_STREET && words.isCapitalized(end); end++) if (end > at && words.text(end) !== "Court" && placeContext.street.has(words.text(end))) return true;
  return false;
}

/** Words of a street's name. */
const LONGEST_STREET = 4;

/** "in 1415,", "since 1066": what counts something has a noun behind it. */
function isEarlyYear(words: Words, at: number, end: number): boolean {
  if (!/^(?:in|since|until|circa)$/u.test(words.lower(at - 1)) || !/^\d{4}$/u.test(words.text(at))) return false;
  return !/^[\p{L}\d]/u.test(words.text(end)) || /^(?:and|or|but|by|when|at|in|to|after|before|as|the|for|with|on|he|she|it|they|was|were|had)$/u.test(words.lower(end));
}

const BEFORE_CHRIST = /^(?:bc|bce|b\.c\.?|b\.c\.e\.?)$/u;
const OF_OUR_ERA = /^(?:ad|ce|a\.d\.?|c\.e\.?)$/u;

/** "1200 BC", "AD 79", "79 AD". */
export function readEraYear(words: Words, at: number): Reading | undefined {
  const leading = OF_OUR_ERA.test(words.lower(at)) && words.text(at) === words.text(at).toUpperCase() ? 1 : 0;
  const digits = words.isNumber(at + leading) ? words.text(at + leading).replace(/,(?=\d{3}$)/u, "") : "";
  if (!/^\d{1,5}$/u.test(digits)) return undefined;
  const end = at + leading + 1;
  if (leading === 1) return digits.length <= 4 ? { end, timex: "DATE", value: () => digits.padStart(4, "0"), confidence: 0.8 } : undefined;
  const era = words.lower(end);
  if (words.text(end) !== words.text(end).toUpperCase()) return undefined;
  if (BEFORE_CHRIST.test(era)) return { end: end + 1, timex: "DATE", value: () => `BC${digits.padStart(4, "0")}`, confidence: 0.9 };
  return OF_OUR_ERA.test(era) && digits.length <= 4 ? { end: end + 1, timex: "DATE", value: () => digits.padStart(4, "0"), confidence: 0.9 } : undefined;
}

/** Where "1989-90" or "2020/21" ends: two years, told by the first; undefined where no second one follows. */
function endOfPair(words: Words, { end, year }: { end: number; year: number }): number | undefined {
  const isJoined = (words.isDash(end) || words.text(end) === "/") && words.isJoined(end) && words.isJoined(end + 1) && /^\d\d$/u.test(words.text(end + 1));
  return isJoined && Number(words.text(end + 1)) === (year + 1) % 100 ? end + 2 : undefined;
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
    // "the mid-30s" are degrees or percent before they are years
    if (match[1] === undefined && mark === 0 && (Number(match[2]) < 5 || areDegrees(words, start))) return undefined;
    // "in his 70s" is an age; "the 70s and 80s" are two decades
    const second = /^(?:and|or|to)$/u.test(words.lower(at - 1)) && /^\d0['’]?s$/u.test(words.lower(at - 2));
    if (match[1] === undefined && mark === 0 && start === at && !second) return undefined;
    return { end: head + mark + 1, timex: "DATE", value: () => `${century}${match[2]}`, confidence: match[1] ? 0.95 : 0.8 };
  }
  // "the 1920's"; "1920's best film" is of that year
  const isOwned = (start > at || part > 0) && /^1\d\d0$|^20\d0$/u.test(words.text(head)) && /^['’]s$/u.test(words.text(head + 1));
  if (isOwned && (!/^\p{Ll}{4,}/u.test(words.text(head + 2)) || BEHIND_DECADE.test(words.text(head + 2)))) return { end: head + 2, timex: "DATE", value: () => words.text(head).slice(0, 3), confidence: 0.85 };
  const named = start > at ? DECADES.get(words.lower(head)) : undefined;
  if (named !== undefined) return { end: head + 1, timex: "DATE", value: () => `${named < 3 ? "20" : "19"}${named}`, confidence: 0.85 };
  const century = readOrdinal(words, head);
  const dash = century && words.isDash(century.end) ? 1 : 0;
  if (century && century.amount > 1 && words.lower(century.end + dash) === "century") {
    const end = century.end + dash + 1;
    // "20th Century Fox"
    if (words.isCapitalized(end - 1) && words.isCapitalized(end)) return undefined;
    const isBefore = BEFORE_CHRIST.test(words.lower(end));
    return { end: isBefore ? end + 1 : end, timex: "DATE", value: () => `${isBefore ? "BC" : ""}${twoDigits(century.amount - 1)}`, confidence: 0.9 };
  }
  return undefined;
}

/** Words of four letters and more that nothing owns. */
const BEHIND_DECADE = /^(?:were|when|that|with|they|have|will|would|from|into|until|till|while|after|before|which|through|during|since|because|there)$/u;

/** "temperatures in the 50s", "highs in the upper 70s" */
function areDegrees(words: Words, at: number): boolean {
  for (let before = at - DEGREES; before < at + DEGREES; before++) if (/^(?:temperatures?|highs?|lows?|mercury|degrees|fahrenheit|celsius|forecast|sunny)$/u.test(words.lower(before))) return true;
  return false;
}

/** Words around a number in which what tells degrees is looked for. */
const DEGREES = 8;

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
