import type { TextRange } from "../../document/range.js";
import { findDay, wordsOf, type DateClue } from "./dateClue.js";

/** Keys under which front matter tells when the article came out, written without case and joints; the surer first. */
const KEYS = [
  "date",
  "published",
  "publishdate",
  "publisheddate",
  "datepublished",
  "pubdate",
  "publicationdate",
  "publishedat",
  "publishedon",
  "publishedtime",
  "articlepublishedtime",
  "issued",
  "created",
  "createdat",
  "updated",
  "updatedat",
  "modified",
  "lastmod",
  "lastmodified",
];

/** So many lines of front matter are looked at. */
const MAX_LINES = 200;

/** The day that the front matter (YAML between "---", TOML between "+++") tells. */
export function findFrontMatterDate(text: string): DateClue | undefined {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/u.exec(text);
  if (!fence) return undefined;
  let best: { clue: DateClue; rank: number } | undefined;
  let start = fence[0].length;
  for (let count = 0; count < MAX_LINES && start < text.length; count++) {
    const stop = text.indexOf("\n", start);
    const end = stop < 0 ? text.length : stop;
    const line = text.slice(start, end).trimEnd();
    if (line === fence[1] || line === "...") return best?.clue;
    const pair = /^[ \t]*["']?([\p{L}][\p{L}\d_:. -]{0,40}?)["']?[ \t]*[:=][ \t]*(?=\S)/u.exec(line);
    const rank = pair ? KEYS.indexOf((pair[1] ?? "").toLowerCase().replace(/[^\p{L}]/gu, "")) : -1;
    if (pair && rank >= 0 && (!best || rank < best.rank)) {
      const clue = readValue(text, { start: start + pair[0].length, end: start + line.length });
      if (clue) best = { clue, rank };
    }
    start = end + 1;
  }
  // never closed: that was a rule above prose, no front matter
  return undefined;
}

function readValue(text: string, value: TextRange): DateClue | undefined {
  const { words, range } = wordsOf(text, value);
  const day = findDay(words);
  return day && !day.value.startsWith("X") ? { value: day.value, from: "front matter", range: range(day.first, day.end) } : undefined;
}
