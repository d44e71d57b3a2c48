import { overlaps, type TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { Antecedent } from "./antecedents.js";
import type { MentionIndex } from "./mentionIndex.js";
import { isPossessive } from "./sourceNames.js";
import { isQuoted } from "./withoutSource.js";

/** Marks of quotations inside another. */
const MARK = /[‘’“”'"]/gu;
/** Behind a name that tells whose they are. */
const FOLLOWED = /^ (?:supporters?|campaign|voters?|backers|fans|rally|rallies|administration|people)\b/u;
const LONGEST_FOLLOWING = 20;
/** Where nearly all speaks for those who are named in the words, the others are hardly likelier than before. */
const LEAST_LEFT = 0.2;

/** Whom a quotation names: hardly anybody speaks of himself by name, but for his supporters, and what others call him. */
export function namedIn(article: Article, mentions: MentionIndex, contents: readonly TextRange[]): ReadonlySet<number> {
  const { text } = article;
  const named = new Set<number>();
  for (const content of contents) {
    if (!isQuoted(article, content)) continue;
    const nested = nestedIn(text.slice(content.start, content.end));
    let at = 0;
    for (const { start, end, entity } of mentions.within(content)) {
      while ((nested[at]?.end ?? Number.POSITIVE_INFINITY) < start - content.start) at++;
      const isNested = (nested[at]?.start ?? Number.POSITIVE_INFINITY) < start - content.start;
      if (!isNested && !FOLLOWED.test(text.slice(end, end + LONGEST_FOLLOWING))) named.add(entity);
    }
  }
  return named;
}

/** Where a clause may end behind which the pronoun's own name may stand, or what tells who one is: "When he left, Denning said …", "said he was Denning". */
const CLAUSE_END = /[,;:()–—]|--|\bname (?:is|was)\b|\b(?:him|her)self as\b|\bs?he (?:is|was|had been) (?:the )?(?=\p{Lu})|\b(?:born|known as|(?:is|was) called)\b/u;
/** "the Denning family": a name that tells which. */
const ATTRIBUTIVE = /\bthe\s$/iu;
/** Code units of such a clause that are read. */
const CLAUSE_REACH = 500;
/** The same behind words that have been said: "“All true,” he said after it was read to Denning". */
const ASIDE = /[,;:()–—]|--|\b(?:after|before|when|while|as|until)\b/u;

/**
 * Whom "he" or "she" cannot be, as grammar has it: who is named behind it in its own clause by the article itself ("He told Denning that …", "He admitted that
 * Denning was there").
 */
export function namedBehind(article: Article, mentions: MentionIndex, pronoun: TextRange, contents: readonly TextRange[]): ReadonlySet<number> {
  const { text, sentences } = article;
  if (!/^s?he$/iu.test(text.slice(pronoun.start, pronoun.end))) return new Set();
  const rest = text.slice(pronoun.end, Math.min(sentences[lastStartingBy(sentences, pronoun.start)]?.end ?? pronoun.end, pronoun.end + CLAUSE_REACH));
  const isBefore = contents.every(({ end }) => end <= pronoun.start);
  const clause = rest.search(isBefore ? ASIDE : CLAUSE_END);
  const end = pronoun.end + (clause < 0 ? rest.length : clause);
  const quoted = contents.filter((content) => isQuoted(article, content));
  return new Set(mentions.within({ start: pronoun.end, end }).filter((mention) => !ATTRIBUTIVE.test(text.slice(Math.max(0, mention.start - 5), mention.start)) && !quoted.some((content) => overlaps(content, mention))).map(({ entity }) => entity));
}

/** Opens a sentence with what its subject does, or with what is done to it. */
const OPENING = /^(?:(?:after|before|by|in|on|without)\s)?(?:\p{L}\p{Ll}*(?<!th)ing|asked|pressed|questioned|interviewed|quizzed|challenged|flanked|accompanied|joined|introduced|surrounded)\s/iu;
/** "According to", and what begins a clause of its own. */
const NO_OPENING = /^according\b|\b(?:who|which|that|if|whether|when|while|as|what|how|why|said|says|told|is|was|are|were|has|had|have)\b|["“”;:–—]/iu;

/**
 * Whom "he" cannot be by what its sentence opens with: "Speaking with Peter Denning, he said", as whoever does something does it to others; but for an owner
 * ("Speaking at Denning’s house, he said").
 */
export function namedInOpening(article: Article, mentions: MentionIndex, pronoun: TextRange): ReadonlySet<number> {
  const { text, sentences } = article;
  const start = sentences[lastStartingBy(sentences, pronoun.start)]?.start ?? pronoun.start;
  const opening = text.slice(Math.max(start, pronoun.start - CLAUSE_REACH), pronoun.start);
  const isBarring = /^s?he$/iu.test(text.slice(pronoun.start, pronoun.end)) && /,\s$/u.test(opening) && OPENING.test(opening) && !NO_OPENING.test(opening);
  return new Set(isBarring ? mentions.within({ start, end: pronoun.start }).filter((mention) => !isPossessive(article, mention)).map(({ entity }) => entity) : []);
}

/** The quotations inside a quotation, in one pass over its marks; one that is not closed goes on to the end. */
function nestedIn(words: string): TextRange[] {
  const found: TextRange[] = [];
  let open = -1;
  for (const { index, 0: mark } of words.matchAll(MARK)) {
    const opens = index > 1 && /\s/u.test(words.charAt(index - 1)) && mark !== "’" && mark !== "”";
    if (open >= 0 && mark !== "‘" && mark !== "“") found.push({ start: open, end: index });
    if (opens) open = open >= 0 && (mark === "‘" || mark === "“") ? open : index;
    else if (mark !== "‘" && mark !== "“") open = -1;
  }
  if (open >= 0) found.push({ start: open, end: words.length });
  return found;
}

/** The antecedents that are left, as likely beside each other as before. Of 15 pronouns in 440 articles of PolNeAR train that it gives to another, 12 are put right. */
export function withoutNamed(antecedents: readonly Antecedent[], named: ReadonlySet<number>): readonly Antecedent[] {
  const others = antecedents.filter(({ entity }) => !named.has(entity));
  if (others.length === antecedents.length) return antecedents;
  const left = 1 - antecedents.reduce((sum, { entity, probability }) => sum + (named.has(entity) ? probability : 0), 0);
  return others.map((antecedent) => ({ ...antecedent, probability: antecedent.probability / Math.max(left, LEAST_LEFT) }));
}
