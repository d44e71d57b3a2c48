/** Characters before and after a mention that its row shows at most. */
const BEFORE = 24;
const AFTER = 40;

/** A mention in its line. */
export interface WordsAround {
  readonly text: string;
  /** Where the mention is in it. */
  readonly start: number;
  readonly end: number;
}

/** The words of a mention with some of those before and after it in its line, whole ones, as far as a row has space. */
export function wordsAround(before: string, words: string, after: string): WordsAround {
  const [mention, left, right] = [words, before, after].map((part) => part.replace(/\s+/gu, " "));
  const start = cutBefore((left ?? "").trimStart());
  return { text: `${start}${mention ?? ""}${cutAfter((right ?? "").trimEnd())}`, start: start.length, end: start.length + (mention ?? "").length };
}

function cutBefore(text: string): string {
  if (text.length <= BEFORE) return text;
  const whole = text.slice(-BEFORE - 1).replace(/^\S*\s/u, "");
  return whole === "" ? "… " : `… ${whole}`;
}

function cutAfter(text: string): string {
  if (text.length <= AFTER) return text;
  return `${text.slice(0, AFTER + 1).replace(/\s\S*$/u, "")} …`;
}
