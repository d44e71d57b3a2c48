import type { Article, ArticleInput } from "../text/article.js";
import { findDay, wordsOf, type DateClue } from "./articleDate/dateClue.js";
import { dayInPath, findCopyrightYear, findDateLines } from "./articleDate/dateLines.js";
import { findFrontMatterDate } from "./articleDate/frontMatter.js";
import { parseDay } from "./dates/calendar.js";
import type { ArticleDate } from "./findings.js";

/**
 * The day of the article: the caller's, else what front matter, lines about the article (published, date, dateline, byline, updated,
 * address) and the file name tell, in this order; null where nothing tells. Never from a date in running prose. A date of the
 * caller's keeps its place in the text where the text tells the same day.
 */
export function findArticleDate(article: Article, input: ArticleInput): ArticleDate | null {
  const clues = findClues(article.text, input.file);
  const known = input.published ? parseDay(input.published) : null;
  if (input.published && known !== null) {
    const value = input.published.slice(0, 10);
    const told = clues.find((clue) => clue.value === value && clue.range !== undefined);
    return { value, from: "user", ...(told?.range ? { range: told.range } : {}) };
  }
  const [first] = clues;
  return first ? { value: first.value, from: first.from, ...(first.range ? { range: first.range } : {}) } : null;
}

/** All that tells a whole day, surest first. A dateline without a year takes it from what else tells one. */
function findClues(text: string, file: string | undefined): DateClue[] {
  const frontMatter = findFrontMatterDate(text);
  const named = file === undefined ? undefined : findFileNameDate(file);
  const clues: DateClue[] = [...(frontMatter ? [frontMatter] : []), ...findDateLines(text), ...(named ? [named] : [])];
  const whole = clues.find(({ value }) => !value.startsWith("X"));
  return clues.flatMap((clue) => {
    if (!clue.value.startsWith("X")) return [clue];
    const value = completeYear(clue.value.slice(5), whole?.value, () => findCopyrightYear(text) ?? findYearInName(file));
    return value === undefined ? [] : [{ ...clue, value }];
  });
}

/** Puts a year before "04-06": the one that brings it nearest to a day known from elsewhere, else a year known from elsewhere. */
function completeYear(monthDay: string, known: string | undefined, findYear: () => number | undefined): string | undefined {
  const near = known === undefined ? null : parseDay(known);
  if (near === null) {
    const year = findYear();
    return year === undefined || parseDay(`${year}-${monthDay}`) === null ? undefined : `${year}-${monthDay}`;
  }
  const year = Number(known?.slice(0, 4));
  const days = [year - 1, year, year + 1].map((candidate) => `${candidate}-${monthDay}`);
  const distance = (value: string): number => Math.abs((parseDay(value) ?? Number.POSITIVE_INFINITY) - near);
  return days.filter((value) => parseDay(value) !== null).sort((a, b) => distance(a) - distance(b))[0];
}

/** "2021-04-06-story.md", "20210406_x.txt", "news/2021/04/06/story.txt", "story-april-6-2021.txt". */
function findFileNameDate(file: string): DateClue | undefined {
  const path = file.replaceAll("\\", "/");
  const inPath = dayInPath(path);
  if (inPath) return { value: inPath.value, from: "file name" };
  // month names are read with a capital letter alone
  const name = path
    .slice(path.lastIndexOf("/") + 1)
    .slice(0, 200)
    .replace(/[_.-]+/gu, " ")
    .replace(/(^|[^\p{L}])(\p{Ll})/gu, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`);
  const day = findDay(wordsOf(name, { start: 0, end: name.length }).words);
  return day && !day.value.startsWith("X") ? { value: day.value, from: "file name" } : undefined;
}

function findYearInName(file: string | undefined): number | undefined {
  const match = /(?<!\d)((?:19|20)\d\d)(?!\d)/u.exec(file ?? "");
  return match ? Number(match[1]) : undefined;
}
