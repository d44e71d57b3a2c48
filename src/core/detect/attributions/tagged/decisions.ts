import { lastStartingBy } from "../../../document/sortedRanges.js";
import { cueForms } from "../../../lexicon/cues.js";
import { auxiliaries } from "../../../lexicon/wordClasses.js";
import type { TaggedStatement } from "../../../tagger/tagger.js";
import type { Article } from "../../../text/article.js";
import { CLAUSE, isQuoted } from "./taggedContents.js";

/** What a maker calls back: "recalled all of its vans", "is recalling more than 40,000 toys"; a memory is "the day", "all that he saw", "thousands of people". */
const GOODS = /^(?:all (?:of )?its|(?:all |some |nearly |about |around |more than )?\d[\d,.]*|(?:thousands|millions) of(?! (?:people|men|women|children|others))|its \p{L}+s)\b/u;
const GOODS_LENGTH = 40;
const PRONOUN = /^(?:I|he|she|we|they|who|you)$/iu;

/**
 * True where the word list keeps a verb and its particle for clauses and quotations, and a thing follows: to rule out that there
 * will be a pact is a statement, to rule out a pact a decision. So is a maker's recall of goods, or showing somebody out.
 */
export function isDecision({ text, tokens, sentences }: Article, { cue, source, contents }: TaggedStatement): boolean {
  // "…,” she says as she shows me out. “…”": nobody shows by a quotation in another sentence
  const own = sentences[lastStartingBy(sentences, tokens.start(cue.first))];
  if (/^show(?:s|ed|n|ing)?$/u.test(tokens.lower(cue.end - 1)) && own && contents.every((part) => isQuoted(tokens, part) && part.first >= own.endToken)) return true;
  if (/^recall(?:s|ed|ing)?$/u.test(tokens.lower(cue.end - 1)) && contents[0]?.first === cue.end && !(source && PRONOUN.test(tokens.lower(source.first)))) {
    const start = tokens.start(cue.end);
    if (GOODS.test(text.slice(start, start + GOODS_LENGTH))) return true;
  }
  // "Some interesting quotes from Saturday:" is a noun: nobody quotes "from"
  if (cue.end - cue.first === 1 && tokens.lower(cue.first) === "quotes" && /^(?:from|of|by|about)$/u.test(tokens.lower(cue.end))) return true;
  const verb = cueForms.get(tokens.lower(cue.end - 2))?.find(({ cue: { particle } }) => particle !== undefined && particle === tokens.lower(cue.end - 1))?.cue;
  const [content] = contents;
  if (!verb || verb.patterns.has("object") || content?.first !== cue.end || CLAUSE.test(tokens.lower(cue.end))) return false;
  for (let token = content.first; token < content.end; token++) {
    const word = tokens.lower(token);
    if (tokens.kind(token) === "quote" || (auxiliaries.has(word) && word !== "to")) return false;
  }
  return true;
}
