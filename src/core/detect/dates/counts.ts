import { NUMBERS, ORDINALS } from "./dateWords.js";
import type { Words } from "./words.js";

/** How many: a number, or "X" for an unknown number ("several"). */
export interface Count {
  readonly end: number;
  readonly amount: number | "X";
}

const VAGUE = new Set(["several", "many", "some", "few", "numerous", "countless", "various"]);

const SCALES: ReadonlyMap<string, number> = new Map([
  ["million", 1e6],
  ["billion", 1e9],
]);

/** Reads a number in digits or words, "a", "a couple of", "several"; "2 1/2" and "two and a half" too. */
export function readCount(words: Words, at: number): Count | undefined {
  const whole = readWhole(words, at);
  if (!whole || whole.amount === "X") return whole;
  // "66 million years": nothing else that is counted in millions takes time
  const scale = SCALES.get(words.lower(whole.end));
  if (scale !== undefined && /^years?$/u.test(words.lower(whole.end + 1))) return { end: whole.end + 1, amount: whole.amount * scale };
  const { end, amount } = whole;
  if (/^[134]\/[248]$/u.test(words.text(end)) && words.isNumber(at)) {
    const [top, bottom] = words.text(end).split("/").map(Number);
    return { end: end + 1, amount: amount + (top ?? 0) / (bottom ?? 1) };
  }
  if (words.lower(end) === "and" && words.lower(end + 1) === "a" && words.lower(end + 2) === "half") return { end: end + 3, amount: amount + 0.5 };
  // "two-and-a-half-hour", "two-and-a-half years"
  if (words.isDash(end) && words.lower(end + 1) === "and" && words.isDash(end + 2) && words.lower(end + 3) === "a" && words.isDash(end + 4) && words.lower(end + 5) === "half") return { end: end + 6, amount: amount + 0.5 };
  return whole;
}

function readWhole(words: Words, at: number): Count | undefined {
  const first = words.lower(at);
  if (words.isNumber(at)) {
    const digits = words.text(at).replace(/,(?=\d{3})/gu, "");
    return /^\d{1,6}(?:\.\d+)?$/u.test(digits) ? { end: at + 1, amount: Number(digits) } : undefined;
  }
  if (first === "a" || first === "an") return readAfterArticle(words, at + 1);
  if (VAGUE.has(first)) return { end: at + 1, amount: "X" };
  if (first === "dozens" || first === "scores" || first === "hundreds" || first === "thousands") return words.lower(at + 1) === "of" ? { end: at + 2, amount: "X" } : undefined;
  if (first === "half") return words.lower(at + 1) === "a" || words.lower(at + 1) === "an" ? { end: at + 2, amount: 0.5 } : undefined;
  return readNumberWords(words, at);
}

/** What follows "a" or "an": "a couple of", "a few", "a hundred", else the article alone counts one. */
function readAfterArticle(words: Words, at: number): Count {
  const next = words.lower(at);
  const of = words.lower(at + 1) === "of";
  if (next === "couple") return { end: of ? at + 2 : at + 1, amount: 2 };
  if (next === "few") return { end: at + 1, amount: "X" };
  if (next === "number" && of) return { end: at + 2, amount: "X" };
  if (next === "dozen") return { end: at + 1, amount: 12 };
  if (next === "half" && words.isDash(at + 1)) return { end: at + 2, amount: 0.5 };
  if (next === "hundred") return { end: at + 1, amount: 100 };
  if (next === "thousand") return { end: at + 1, amount: 1000 };
  return { end: at, amount: 1 };
}

/** "two", "twenty-four", "twenty four", "a hundred", "two hundred", "two thousand". */
export function readNumberWords(words: Words, at: number): { end: number; amount: number } | undefined {
  const first = NUMBERS.get(words.lower(at));
  if (first === undefined) return undefined;
  let amount = first;
  let end = at + 1;
  if (first >= 20 && first % 10 === 0) {
    const dash = words.isDash(end) ? 1 : 0;
    const digit = NUMBERS.get(words.lower(end + dash));
    if (digit !== undefined && digit > 0 && digit < 10) {
      amount += digit;
      end += dash + 1;
    }
  }
  if (words.lower(end) === "hundred") return { end: end + 1, amount: amount * 100 };
  if (words.lower(end) === "thousand") return { end: end + 1, amount: amount * 1000 };
  return { end, amount };
}

/** "6th", "sixth", "twenty-first". */
export function readOrdinal(words: Words, at: number): { end: number; amount: number } | undefined {
  if (words.isNumber(at)) {
    const match = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(words.lower(at));
    return match ? { end: at + 1, amount: Number(match[1]) } : undefined;
  }
  const word = words.lower(at);
  const ordinal = ORDINALS.get(word);
  if (ordinal !== undefined) return { end: at + 1, amount: ordinal };
  if (word !== "twenty" && word !== "thirty") return undefined;
  const dash = words.isDash(at + 1) ? 1 : 0;
  const rest = ORDINALS.get(words.lower(at + 1 + dash));
  return rest !== undefined && rest < 10 ? { end: at + 2 + dash, amount: (word === "twenty" ? 20 : 30) + rest } : undefined;
}
