import type { TextRange } from "../../document/range.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import { prepositions } from "../../lexicon/wordClasses.js";
import type { Article, Sentence } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import type { NameMention, Quotation } from "../findings.js";

/** What is called by a title in quotation marks directly behind it. */
const WORK = new Set("film movie novel book memoir album song single ballad play musical opera series sitcom show documentary drama comedy thriller blockbuster bestseller painting poem biography podcast episode track hit anthem ballet classic game".split(" "));
/** Those of them that no verb and nobody is, so that a title needs no marks behind them. */
const BARE = /^(?:film|movie|novel|memoir|musical|opera|sitcom|documentary|ballet|album|thriller|blockbuster|bestseller)$/u;
/** What somebody does with a work, so that the name between is no title: "the film Denning made". */
const MADE = /^(?:made|makes|wrote|writes|directed|directs|produced|starred|sang|recorded|composed|published|played|loved|loves|chose|had|has|wanted|wants|says|said|calls|called|is|was)$/u;
/** Tokens of the longest title. */
const LONGEST_TITLE = 10;
/** Verbs and pronouns have a capital in titles. */
const SMALL_IN_TITLES = /^(?:a|an|the|of|in|on|at|to|for|and|or|with|from|by|but|de|la|le|du|von|['’]s)$/u;
/** The same of those without marks, behind which the author may stand: "the novel Emma by Jane Austen". */
const SMALL_WITHOUT_MARKS = /^(?:a|an|the|of|in|to|on|at|and|['’]s)$/u;

/** True for a word that may bring in a title. */
export function bringsInTitle(text: string): boolean {
  return WORK.has(text) || YEAR.test(text);
}

/** The title of a work that the word at `index` brings in; undefined where it brings in none. */
export function titleOfWork(tokens: Tokens, sentence: Sentence, index: number): TextRange | undefined {
  return marked(tokens, sentence, index) ?? bare(tokens, sentence, index) ?? ofYear(tokens, sentence, index);
}

/** The words of 'the film "Saving Private Ryan"': all with capitals but small ones, as no quotation has them. */
function marked(tokens: Tokens, { endToken }: Sentence, index: number): TextRange | undefined {
  if (!WORK.has(tokens.text(index)) || !/^(?:"|“|``)$/u.test(tokens.text(index + 1))) return undefined;
  const first = index + 2;
  for (let end = first; end < Math.min(endToken, first + LONGEST_TITLE); end++) {
    if (/^(?:"|”|'')$/u.test(tokens.text(end))) return end > first && tokens.isCapitalized(first) ? tokens.span(first, end) : undefined;
    if (tokens.kind(end) === "word" && !tokens.isCapitalized(end) && !SMALL_IN_TITLES.test(tokens.text(end))) return undefined;
  }
  return undefined;
}

/** "his novel Emma", "the 1961 film Breakfast at Tiffany's": a noun that tells of a work stands before its title. */
function bare(tokens: Tokens, sentence: Sentence, index: number): TextRange | undefined {
  if (!BARE.test(tokens.text(index)) || index === sentence.firstToken || !tokens.isCapitalized(index + 1) || /^(?:this|that)$/u.test(tokens.lower(index - 1))) return undefined;
  // "the film Captain Denning made", "the movie Ann Denning's mother saw"
  const end = endOfTitle(tokens, sentence, index + 1);
  const facts = nameWords().facts(tokens.lower(index + 1));
  if (end === 0 || (facts & (Word.role | Word.roles | Word.honorific | Word.people | Word.time)) !== 0 || MADE.test(tokens.lower(end)) || /^['’]s?$/u.test(tokens.text(end))) return undefined;
  // "in the film Denning meets Hale"
  const isScene = tokens.lower(index - 2) === "in" && tokens.kind(end) === "word" && !prepositions.has(tokens.lower(end)) && !/^(?:and|or|but|as|which|that)$/u.test(tokens.lower(end));
  return isScene ? undefined : tokens.span(index + 1, end);
}

const YEAR = /^(?:19|20)\d\d$/u;

/** "1969's Hamlet", "and 2006's Marie Antoinette": what is of a year is a work, where nothing is told of it. */
function ofYear(tokens: Tokens, sentence: Sentence, index: number): TextRange | undefined {
  if (!YEAR.test(tokens.text(index)) || !/^['’]s$/u.test(tokens.text(index + 1)) || !tokens.isCapitalized(index + 2)) return undefined;
  const end = endOfTitle(tokens, sentence, index + 2);
  return end > 0 && /^(?:[,.;)]|and)$/u.test(tokens.text(end)) ? tokens.span(index + 2, end) : undefined;
}

/** One past the last word of a title without marks; 0 where none stands there. */
function endOfTitle(tokens: Tokens, { endToken }: Sentence, first: number): number {
  let end = first;
  for (let at = first; at < Math.min(endToken, first + LONGEST_TITLE); at++) {
    if (tokens.isCapitalized(at)) end = at + 1;
    else if (!SMALL_WITHOUT_MARKS.test(tokens.text(at))) break;
  }
  return end === first ? 0 : end;
}

/** What is told of a work, near its title. */
const TOLD_OF_WORK = /^(?:films?|movies?|directed|director|starring|stars|album|song|songs|single|novels?|author|opera|musical|sequel|premiered?|premieres|episode|soundtrack|filmmaker|singer|songwriter|thriller|comedy|sitcom|screenplay|playwright)$/u;
/** Tokens from the title to such a word. */
const NEAR = 12;

/** People named inside a title in quotation marks, where a work is told of: "A Star for Rose" tells of nobody, while a slogan does. */
export function peopleInTitles({ tokens }: Article, quotations: readonly Quotation[], names: readonly NameMention[]): TextRange[] {
  const found: TextRange[] = [];
  let from = 0;
  for (const { start, end, role } of quotations) {
    if (role !== "title" || !isOfWork(tokens, tokens.at(start), tokens.at(end - 1))) continue;
    while (from < names.length && (names[from]?.start ?? 0) < start) from++;
    for (let at = from; at < names.length; at++) {
      const name = names[at];
      if (!name || name.end > end) break;
      if (name.type === "person") found.push({ start: name.start, end: name.end });
    }
  }
  return found;
}

function isOfWork(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first - NEAR; at <= last + NEAR; at++) if ((at < first || at > last) && TOLD_OF_WORK.test(tokens.lower(at))) return true;
  return false;
}
