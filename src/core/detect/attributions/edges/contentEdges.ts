import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import { MONTHS, WEEKDAYS } from "../../dates/dateWords.js";
import type { Attribution } from "../../findings.js";

/** Joins what comes next: "… was wrong and | called for a vote". */
const JOINS = /^(?:and|but|or|as|while|whereas|when)$/u;
const AS_WHEN = /^(?:recently|lately|late|early)$/u;
const BEFORE_TIME = /^(?:in|on|since|until|effective|starting|beginning)$/u;
/** A mark that parts it from what follows. */
const PARTS = /^(?:[,;(–—]|-{1,2})$/u;

/** What marks an item of a list. */
const BULLET = /^[-*•·●▪◦‣–—]$/u;

/** Contents in their usual limits: a conjunction at the end belongs to what follows (4 of 23,289 in PolNeAR train end with one), the mark of a list to nobody's words; a mark alone is no part. */
export function withUsualContent(article: Article, attribution: Attribution): Attribution {
  // "“Stay at home.” That was the message": what stands for the words is none of them
  const told = attribution.contents.filter(({ start, end }, index) => /[\p{L}\p{N}]/u.test(article.text.slice(start, end)) && (index === 0 || !/^(?:That|This)$/u.test(article.text.slice(start, end))));
  const contents = (told.length > 0 ? told : attribution.contents).map((content) => withoutOccasion(article, withoutBullet(article, withoutColons(article, withoutJoin(article, content)))));
  return contents.length === attribution.contents.length && contents.every((content, index) => content === attribution.contents[index]) ? attribution : { ...attribution, contents };
}

function withoutJoin({ tokens }: Article, content: TextRange): TextRange {
  const first = tokens.at(content.start);
  let last = tokens.at(content.end - 1);
  const end = last;
  // "… as recently as | Tuesday": the day on which it was said is no part
  if (tokens.lower(last) === "as" && AS_WHEN.test(tokens.lower(last - 1)) && tokens.lower(last - 2) === "as") last -= 3;
  else if (JOINS.test(tokens.lower(last)) && !isAskedFor(tokens, last)) last--;
  // "… an idealist in | 1974"
  if (BEFORE_TIME.test(tokens.lower(last)) && (/^\d{4}$/u.test(tokens.text(last + 1)) || WEEKDAYS.has(tokens.lower(last + 1)) || MONTHS.has(tokens.lower(last + 1)))) last--;
  if (last < end ? PARTS.test(tokens.text(last)) : tokens.text(last) === "(") last--;
  return last < end && last > first ? { start: content.start, end: tokens.end(last) } : content;
}

/** "… but leave it as it is:", ": leave it as it is" */
function withoutColons({ text }: Article, content: TextRange): TextRange {
  const start = content.start + (/^[:;,]\s*(?=.)/u.exec(text.slice(content.start, content.end))?.[0].length ?? 0);
  const end = text.charAt(content.end - 1) === ":" && content.end - 1 > start ? content.end - 1 : content.end;
  return start === content.start && end === content.end ? content : { start, end };
}

/** "telling reporters as | she left the building that it holds": what the speaker did meanwhile is no part of it. */
function withoutOccasion({ tokens }: Article, content: TextRange): TextRange {
  const first = tokens.at(content.start);
  if (!/^(?:he|she|they)$/u.test(tokens.text(first)) || !/^(?:as|while|when)$/u.test(tokens.lower(first - 1))) return content;
  for (let that = first + 2; that < first + LONGEST_OCCASION && tokens.end(that) < content.end; that++) if (tokens.text(that) === "that") return { start: tokens.start(that), end: content.end };
  return content;
}

/** Tokens of it. */
const LONGEST_OCCASION = 9;

function withoutBullet({ blocks, tokens }: Article, content: TextRange): TextRange {
  const first = tokens.at(content.start);
  if (!BULLET.test(tokens.text(first)) || tokens.end(first) >= content.end) return content;
  const block = blocks[lastStartingBy(blocks, content.start)];
  return block?.kind === "listItem" && block.firstToken === first ? { start: tokens.start(first + 1), end: content.end } : content;
}

/** "She would not say if or when", "… declined to say how and when": what is not told, rather than what comes next. */
function isAskedFor(tokens: Tokens, when: number): boolean {
  return tokens.lower(when) === "when" && (JOINS.test(tokens.lower(when - 1)) || /^(?:exactly|precisely|just)$/u.test(tokens.lower(when - 1)));
}
