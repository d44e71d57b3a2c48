import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import { genderOf } from "../phrases/descriptions.js";

/** Sentences and tokens looked back on, and words between the article and its noun. */
const MOST_SENTENCES = 3;
const MOST_TOKENS = 120;
const MOST_BETWEEN = 3;
const ONE = /^(?:an?|one|another)$/u;
/** Before what somebody is only likened to: "like a man", "not a woman", "than one man". */
const LIKENS = /^(?:like|as|than|not|no|such|what|is|was|be|being|become|became|for)$/u;

/**
 * One person without a name whom "she" or "he" tells again: the nearest noun of that gender behind "a" or "one" in the pronoun's sentence or the
 * ones before ("One woman had cancer … “I can’t give her up,” she said"), up to the noun. Undefined where none stands there outside of quotations.
 */
export function personBefore({ tokens, sentences }: Article, pronoun: TextRange, spoken: (offset: number) => boolean): TextRange | undefined {
  const own = lastStartingBy(sentences, pronoun.start);
  const last = tokens.at(pronoun.start);
  const first = Math.max(sentences[Math.max(0, own - MOST_SENTENCES)]?.firstToken ?? 0, last - MOST_TOKENS);
  const gender = tokens.lower(last);
  for (let noun = last - 1; noun > first; noun--) {
    if (genderOf(tokens.lower(noun)) !== gender || spoken(tokens.start(noun))) continue;
    for (let at = noun - 1; at >= Math.max(first, noun - 1 - MOST_BETWEEN) && tokens.kind(at) === "word"; at--) {
      if (ONE.test(tokens.lower(at))) return LIKENS.test(tokens.lower(at - 1)) ? undefined : tokens.span(at, noun + 1);
    }
  }
  return undefined;
}
