import { lastStartingBy } from "../../../document/sortedRanges.js";
import { determiners, prepositions } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { TextRange } from "../../../document/range.js";
import type { Attribution } from "../../findings.js";

/** A participle behind whose noun stands what that is called. */
const NAMING = /^(?:titled|entitled|headlined|subtitled|captioned|nicknamed|dubbed|called|named|labell?ed|marked|branded)$/u;
/** Tokens from the head of a phrase to its participle: "a box on the form labeled". */
const MOST_NAMED = 8;

/** `In a speech titled “Our Harbour,” the mayor said “we must act”`: what a thing is called before the cue is nothing that anybody says. Without contents where nothing else was. */
export function withoutNamedThings(article: Article, attribution: Attribution): Attribution {
  const { cue, source, contents } = attribution;
  // "In a box labeled “lost”": the box says nothing
  if (cue && source && NAMING.test(article.text.slice(cue.start, cue.end)) && isBehindPreposition(article, source, cue) && contents.every(({ start }) => /^["“‘]/u.test(article.text.slice(start)))) return { ...attribution, contents: [] };
  if (!cue || !contents.some((content) => content.end <= cue.start && isCalled(article, content))) return attribution;
  return { ...attribution, contents: contents.filter((content) => content.end > cue.start || !isCalled(article, content)) };
}

function isBehindPreposition({ tokens }: Article, source: TextRange, cue: TextRange): boolean {
  const first = tokens.at(source.start);
  return tokens.at(source.end - 1) + 1 === tokens.at(cue.start) && determiners.has(tokens.lower(first)) && prepositions.has(tokens.lower(first - 1));
}

function isCalled({ text, tokens, sentences }: Article, content: TextRange): boolean {
  if (!/["”’']$/u.test(text.slice(content.start, content.end))) return false;
  // the quotation, or that at the end of "a plan known as “Safe Start,”"
  let quote = tokens.at(content.end - 1);
  const first = tokens.at(content.start);
  while (quote > first && !/^["“‘]$/u.test(tokens.text(quote)) && tokens.start(quote) > content.start) quote--;
  const isQuote = /^["“‘]/u.test(text.slice(tokens.start(quote)));
  const as = tokens.lower(quote - 1) === "as" && tokens.lower(quote - 2) === "known";
  const participle = as ? quote - 2 : quote - 1;
  if (!isQuote || (!as && !NAMING.test(tokens.lower(participle)))) return false;
  // ", dubbed “the Seven,”"
  if (tokens.text(participle - 1) === ",") return true;
  const opening = sentences[lastStartingBy(sentences, tokens.start(participle))]?.firstToken ?? 0;
  for (let index = participle - 1; index >= Math.max(opening, participle - MOST_NAMED); index--) {
    if (tokens.kind(index) !== "word") return false;
    if (/^(?:that|which|was|is|were)$/u.test(tokens.lower(index))) continue;
    // "In what she called “a rant”" is hers; "in a speech called" is not
    if (determiners.has(tokens.lower(index)) && index < participle - 1) return index > opening && prepositions.has(tokens.lower(index - 1));
  }
  return false;
}
