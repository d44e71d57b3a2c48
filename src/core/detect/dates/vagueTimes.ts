import type { Reading } from "./reading.js";
import { PLURAL_UNITS } from "./dateWords.js";
import type { Words } from "./words.js";

/** Expressions that point at the present, the past or the future without a place on the calendar; by their words, longest first. */
const PHRASES: readonly (readonly [string, "PRESENT_REF" | "PAST_REF" | "FUTURE_REF", number])[] = [
  ["right now", "PRESENT_REF", 0.9],
  ["now", "PRESENT_REF", 0.85],
  ["currently", "PRESENT_REF", 0.85],
  ["presently", "PRESENT_REF", 0.8],
  ["nowadays", "PRESENT_REF", 0.9],
  ["these days", "PRESENT_REF", 0.9],
  ["at present", "PRESENT_REF", 0.8],
  ["the time being", "PRESENT_REF", 0.8],
  ["the present", "PRESENT_REF", 0.6],
  ["more recently", "PAST_REF", 0.85],
  ["most recently", "PAST_REF", 0.85],
  ["recently", "PAST_REF", 0.85],
  ["lately", "PAST_REF", 0.8],
  ["the recent past", "PAST_REF", 0.9],
  ["the distant past", "PAST_REF", 0.9],
  ["the past", "PAST_REF", 0.85],
  ["the near future", "FUTURE_REF", 0.9],
  ["the foreseeable future", "FUTURE_REF", 0.9],
  ["the not-too-distant future", "FUTURE_REF", 0.9],
  ["the immediate future", "FUTURE_REF", 0.9],
  ["the future", "FUTURE_REF", 0.85],
  ["the near term", "FUTURE_REF", 0.85],
  ["the short term", "FUTURE_REF", 0.85],
  ["the long term", "FUTURE_REF", 0.85],
  ["as soon as possible", "FUTURE_REF", 0.85],
  ["very soon", "FUTURE_REF", 0.8],
  ["a later date", "FUTURE_REF", 0.85],
  ["the other day", "PAST_REF", 0.8],
  ["one day", "FUTURE_REF", 0.6],
];

interface Phrase {
  readonly words: readonly string[];
  readonly value: string;
  readonly confidence: number;
}

const BY_FIRST_WORD: ReadonlyMap<string, readonly Phrase[]> = groupByFirstWord();

/** First words of the phrases, for the grammar's lookup. */
export const VAGUE_STARTS: readonly string[] = [...BY_FIRST_WORD.keys()];

function groupByFirstWord(): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const [text, value, confidence] of PHRASES) {
    const words = text.split(/ |(?=-)|(?<=-)/u);
    const first = words[0] ?? "";
    groups.set(first, [...(groups.get(first) ?? []), { words, value, confidence }]);
  }
  return groups;
}

/** "now", "recently", "the near future". */
export function readVagueTime(words: Words, at: number): Reading | undefined {
  for (const { words: phrase, value, confidence } of BY_FIRST_WORD.get(words.lower(at)) ?? []) {
    if (!phrase.every((word, index) => words.lower(at + index) === word)) continue;
    const end = at + phrase.length;
    const reading: Reading = { end, timex: "DATE", value: () => value, confidence };
    return isVagueTime(words, at, end) ? reading : undefined;
  }
  return undefined;
}

/** Words that show "past" or "future" before them to be a noun. */
const AFTER_NOUN = new Set("and but or he she it they we i you is was are has have had as to that when which who if with for in on at by than will would may might could can looks holds seems lies remains because while".split(" "));

function isVagueTime(words: Words, at: number, end: number): boolean {
  const first = words.lower(at);
  const last = words.lower(end - 1);
  if (last === "day" && first === "the") return !/^['’]s?$|^of$/u.test(words.lower(end));
  if (first === "one") return /^(?:will|would|could|may|might|to|hopes?)$/u.test(words.lower(at - 1));
  // "the past year", "the future king": a noun follows
  return !/^(?:past|present|future)$/u.test(last) || !/^\p{L}|^\d/u.test(words.text(end)) || AFTER_NOUN.has(words.lower(end));
}

/** "recent years", "coming months", "future quarters", "recent" and "current" before a noun. */
export function readVagueAdjective(words: Words, at: number): Reading | undefined {
  const word = words.lower(at);
  const unit = PLURAL_UNITS.get(words.lower(at + 1));
  if (unit !== undefined) {
    if (word === "coming" || word === "future") return { end: at + 2, timex: "DATE", value: () => "FUTURE_REF", confidence: 0.8 };
    if (word === "past") return { end: at + 2, timex: "DATE", value: () => "PAST_REF", confidence: 0.75 };
    if (word === "recent") {
      // "In recent years the company has …" is a stretch that lasts; the weeks and days just gone are told the same way
      const letter = { second: "S", minute: "M", hour: "H", day: "D", week: "W", month: "M", quarter: "Q", year: "Y", decade: "DE", century: "CE" }[unit];
      const clock = unit === "second" || unit === "minute" || unit === "hour" ? "T" : "";
      return { end: at + 2, timex: "DURATION", value: () => `P${clock}X${letter}`, confidence: 0.75 };
    }
  }
  if (words.isCapitalized(at) && !words.isSentenceStart(at)) return undefined;
  if (!/^\p{L}/u.test(words.text(at + 1))) return undefined;
  if (word === "recent" && !/^(?:more|most)$/u.test(words.lower(at - 1))) return { end: at + 1, timex: "DATE", value: () => "PAST_REF", confidence: 0.6 };
  if (word === "current") return { end: at + 1, timex: "DATE", value: () => "PRESENT_REF", confidence: 0.6 };
  return undefined;
}
