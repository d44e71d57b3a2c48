import type { Article, Block } from "../text/article.js";
import { readRangeEnd } from "./dates/dayRanges.js";
import { parseDay } from "./dates/calendar.js";
import { DateContext, MEMORY } from "./dates/dateContext.js";
import { findDirection, isDone, isStillOpen } from "./dates/direction.js";
import { mayBeginExpression, readExpression } from "./dates/grammar.js";
import type { Reading } from "./dates/reading.js";
import { Words } from "./dates/words.js";
import type { ArticleDate, DateMention } from "./findings.js";

/**
 * The TIMEX3 expressions of one block, in document order, none overlapping another. Values follow TimeML 1.2.1: what the article's
 * date resolves is resolved, all else stays open ("XXXX-WXX-2", "PAST_REF"). `earlier` are the mentions of the blocks before, from
 * which "the next day" is counted.
 */
export function findDates(article: Article, block: Block, published: ArticleDate | null, earlier: readonly DateMention[] = []): DateMention[] {
  const words = new Words(article.tokens, block.firstToken, block.endToken);
  const today = published && parseDay(published.value);
  const mentions: DateMention[] = earlier.slice(-MEMORY);
  const known = mentions.length;
  const add = (at: number, reading: Reading): void => {
    const context = new DateContext(today, mentions, { direction: () => findDirection(words, at, reading.dayEnd ?? reading.end), isStillOpen: () => isStillOpen(words, at), isDone: () => isDone(words, at) });
    const value = reading.value(context);
    const { anchoredTo } = context;
    const { start, end } = article.tokens.span(at, reading.end);
    const { timex, confidence = 0.9 } = reading;
    mentions.push(anchoredTo === undefined ? { start, end, timex, value, confidence } : { start, end, timex, value, anchoredTo, confidence });
  };
  const mayBegin = article.tokens.perWord(mayBeginExpression);
  let at = block.firstToken;
  while (at < block.endToken) {
    const reading = mayBegin(at) ? readExpression(words, at) : undefined;
    if (!reading) {
      at++;
      continue;
    }
    add(at, reading);
    at = reading.end;
    for (let rest = reading.month && readRangeEnd(words, at, reading.month); rest && reading.month; rest = readRangeEnd(words, at, reading.month)) {
      add(at + 1, rest);
      at = rest.end;
    }
  }
  return mentions.slice(known);
}
