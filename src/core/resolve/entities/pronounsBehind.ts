import { prepositions } from "../../lexicon/wordClasses.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import type { ReadName } from "./personNames.js";

/** Mentions after which pronouns are looked for, and tokens looked at after each. */
const MOST_LOOKED_AT = 8;
const PRONOUN_REACH = 40;

/** Of names like these nearly all are women's, or men's: pronouns behind them are rather somebody else's. */
const CLEAR = 0.1;
/** How much likelier a pronoun behind a name is the bearer's than another's: of 4,000 behind clear names six in seven are, of "she" and "her" three in four. */
const ODDS_OF_PRONOUN = 4;

/** True where a name tells by itself whether a woman or a man bears it. */
export function isClear(share: number | undefined): boolean {
  return share !== undefined && (share <= CLEAR || share >= 1 - CLEAR);
}

/** Share of women by what the name tells and the pronouns behind it; undefined where neither tells anything. */
export function shareWithPronouns(share: number | undefined, { she, he }: Pronouns): number | undefined {
  // one pronoun alone may be somebody else's
  if (share === undefined) return she + he === 0 ? undefined : (she + 0.5) / (she + he + 1);
  const odds = (share / (1 - share)) * ODDS_OF_PRONOUN ** (she - he);
  return odds / (1 + odds);
}

/** How often each stands behind a name. */
interface Pronouns {
  readonly she: number;
  readonly he: number;
}

/**
 * How often "she" or "he" stands behind the names of one person, before anybody else is named.
 *
 * @param starts where names stand
 */
export function pronounsBehind({ tokens }: Article, names: readonly ReadName[], starts: ReadonlySet<number>): Pronouns {
  let she = 0;
  let he = 0;
  for (const { mention } of names.slice(0, MOST_LOOKED_AT)) {
    const first = tokens.at(mention.end);
    for (let index = first; index < Math.min(first + PRONOUN_REACH, tokens.length); index++) {
      if (starts.has(tokens.start(index)) || isObject(tokens, first, index)) break;
      const word = tokens.lower(index);
      if (word === "she" || word === "her" || word === "herself") she++;
      else if (word === "he" || word === "him" || word === "his" || word === "himself") he++;
      else continue;
      break;
    }
  }
  return { she, he };
}

/** "Dana Hale | told him", "had met her": whom the bearer meets is another. */
function isObject(tokens: Tokens, first: number, index: number): boolean {
  const isNext = index > first && index - first <= 2 && tokens.kind(first) === "word" && !/^['’]s?$|^and$/u.test(tokens.text(first)) && !prepositions.has(tokens.lower(index - 1)) && !prepositions.has(tokens.lower(first));
  return isNext && (tokens.lower(index) === "him" || isObjectHer(tokens, index));
}

/** "told her | that", while "told her mother" may be her own. */
export function isObjectHer(tokens: Tokens, index: number): boolean {
  return tokens.lower(index) === "her" && (tokens.kind(index + 1) !== "word" || AFTER_OBJECT.test(tokens.lower(index + 1)));
}

/** Words that begin no noun phrase of which "her" is a part. */
const AFTER_OBJECT = /^(?:that|to|as|it|she|he|they|an?|the|on|in|at|of|from|by|when|after|before|while|because|if|for|about|with|and|or|but|how|what|why|whether)$/u;
