import type { SpeakerChoice } from "../../detect/findings.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { BodyIndex } from "./bodies.js";
import type { Description } from "./descriptions.js";
import type { MentionIndex } from "./mentionIndex.js";

/** Sentences looked back on. */
const MOST_BACK = 2;
/** Words of a description: "the airline", "the rights group". */
const MOST_WORDS = 2;
const CONFIDENCE = 0.6;
/** Nouns that organizations seldom have in their names, as "court" and "ministry" are. */
const NAMED_WITHOUT = /^(?:company|firm|corporation|group|organi[sz]ation|newspaper|magazine|outlet|network|agency|publication|website|broadcaster|station|carrier|airline|\p{L}+maker|lender|insurer|regulator|watchdog|manufacturer|retailer|charity|club|think-tank)$/u;

/**
 * Whom "the airline" tells again: the one organization that the sentence so far names, else the nearest before it in this paragraph or the
 * one before. Of two nobody is chosen. Right for 18 of 20 in 440 articles of PolNeAR train.
 */
export function bodyNamedBefore(article: Article, mentions: MentionIndex, bodies: BodyIndex, description: Description): SpeakerChoice | undefined {
  const { start: at, end, noun, words, owned } = description;
  // "the Clinton campaign", "the 2009 study" are another one's
  const isPlain = !owned && words.length <= MOST_WORDS && NAMED_WITHOUT.test(noun) && !/\p{Lu}|\d/u.test(article.tokens.asRead(description).slice(1));
  if (!isPlain) return undefined;
  const { sentences } = article;
  const own = lastStartingBy(sentences, at);
  const block = sentences[own]?.block ?? 0;
  for (let index = own; index >= Math.max(0, own - MOST_BACK); index--) {
    const sentence = sentences[index];
    if (!sentence || sentence.block < block - 1) return undefined;
    const named = mentions.within({ start: sentence.start, end: Math.min(sentence.end, at) }).filter(({ entity }) => bodies.mayBe(noun, entity));
    const [first] = named;
    if (!first) continue;
    if (named.some(({ entity }) => entity !== first.entity)) return undefined;
    return { entities: [first.entity], reason: "description", evidence: [{ start: first.start, end: first.end }, { start: at, end }], confidence: CONFIDENCE, candidates: [] };
  }
  return undefined;
}
