import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article, Sentence } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { BodyIndex } from "../phrases/bodies.js";
import { BUSINESS, type Description } from "../phrases/descriptions.js";
import { hasNoOffice } from "../mentionForms.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import { isHouseOfOutsider } from "./outsiders.js";

/** Sentences looked back on. */
const MOST_BACK = 2;
/** Tokens of a credit, and what it holds: "Jane Doe via Getty Images". */
const LONGEST_CREDIT = 8;
/** Nouns that tell nothing by which somebody would be known. */
const ANYBODY = /^(?:man|woman|person|boy|girl|insider|candidate|nominee|hopeful|rival|complainant|claimant|driver|presenter|native|newcomer|teenager)$/u;
const CREDIT = /^(?:via|Images|Photo|Photos|Getty|Reuters|AFP|AP)$/u;
/** Words of a description: "the airline", "the rights group". */
const MOST_WORDS = 2;
const CONFIDENCE = 0.6;
/** Who agrees less with a noun for a man or a woman is not meant by it. */
const AGREES = 0.5;
/** "the world's largest producer of fresh fruit" tells more of a company that was named, however long it is. */
const RANK = /^(?:largest|biggest|leading|top|oldest|busiest|number|no)$/u;
/** "The ESPN insider": a name between the article and the noun. */
const NAMED_KIND = /^The (?:\p{Ll}+ )?\p{Lu}[\p{L}.’'-]+(?: [\p{L}’'-]+){1,3}$/u;
/** Tokens of a sentence that tells of somebody. */
const LEAST_TOLD = 4;
/** Nouns that organizations seldom have in their names, as "court" and "ministry" are. */
const NAMED_WITHOUT = /^(?:company|firm|corporation|group|organi[sz]ation|newspaper|magazine|outlet|network|agency|publication|website|broadcaster|station|carrier|airline|\p{L}+maker|lender|insurer|regulator|watchdog|manufacturer|retailer|charity|club|think-tank)$/u;

/**
 * Whom "the airline" tells again: the one organization that the sentence so far names, else the nearest before it in this paragraph or the
 * one before. Of two nobody is chosen. Right for 18 of 20 in 440 articles of PolNeAR train.
 */
export function bodyNamedBefore(article: Article, mentions: MentionIndex, bodies: BodyIndex, description: Description): SpeakerChoice | undefined {
  const { noun, words, owned } = description;
  // "the Clinton campaign", "the 2009 study" are another one's
  const isPlain = !owned && words.length <= MOST_WORDS && NAMED_WITHOUT.test(noun) && !/\p{Lu}|\d/u.test(article.tokens.asRead(description).slice(1));
  return isPlain || (BUSINESS.test(noun) && words.some((word) => RANK.test(word))) ? onlyOneBefore(article, mentions, description, (mention) => bodies.mayBe(noun, mention.entity) && !isHouseOfOutsider(article, mention)) : undefined;
}

/** "the association" after "the Dairy Farmers Association of Norland" alone. Right for 9 of 9 in 1,882 articles. */
export function onlyBodyOf({ tokens }: Article, bodies: BodyIndex, description: Description): SpeakerChoice | undefined {
  const { start, end } = description;
  const body = tokens.at(end - 1) === tokens.at(start) + 1 ? bodies.namedBefore(description) : undefined;
  return body && { entities: [body.entity], reason: "description", evidence: [body.evidence, { start, end }], confidence: CONFIDENCE, candidates: [] };
}

/**
 * Whom "the 34-year-old nurse" or "the businessman" tells again, where nobody has spoken yet: in the same way the one person named before, unless that one has another
 * office. "The hydrologist, who …" at the head of a sentence is whom the one before it names for the first time, in full, without telling what that one is.
 */
export function personNamedBefore(article: Article, mentions: MentionIndex, entities: readonly FoundEntity[], quoted: (offset: number) => boolean, description: Description): SpeakerChoice | undefined {
  const { words, noun, owned, gender, isPlain, start } = description;
  const old = words.indexOf("old");
  // "the third-year student" is told by no age
  const isAge = old > 0 && words[old - 1] === "year";
  const isBare = isPlain && words.length === 1 && !article.tokens.asRead(description).includes(` ${noun} `);
  const isTold = isAge || (isBare && !ANYBODY.test(noun));
  const sentence = lastStartingBy(article.sentences, start);
  const before = article.sentences[sentence - 1];
  const opens = article.sentences[sentence]?.start === start && before !== undefined && words.length <= MOST_WORDS && isToldMore(article, description);
  if (owned || !(isTold || opens)) return undefined;
  return onlyOneBefore(article, mentions, description, ({ entity: index, start: named, end }) => {
    const entity = entities[index];
    if (entity?.type !== "person" || quoted(named) || (gender !== undefined && entity.agreement[gender] < AGREES)) return false;
    if (isAge && words.at(-1) === "old") return true;
    return hasNoOffice(article, entity) && (isTold || (before !== undefined && named >= before.start && entity.mentions[0]?.start === named && article.text.slice(named, end).includes(" ")));
  });
}

/** ", who …", ", a …": more is told of whoever it is, as of nobody new. */
function isToldMore({ tokens }: Article, { end }: TextRange): boolean {
  const comma = tokens.at(end - 1) + 1;
  return tokens.text(comma) === "," && /^(?:who|whose|an?)$/u.test(tokens.lower(comma + 1));
}

/**
 * "Ann Hale pulls no punches. / The Ledger columnist said …": at the head of a sentence what somebody is, with a name in it, tells more of whom the sentence before
 * begins with, if it names no other person and the article tells no other role of that one.
 */
export function subjectToldMore(article: Article, mentions: MentionIndex, entities: readonly FoundEntity[], { start, end, owned, gender, type }: Description): SpeakerChoice | undefined {
  const { sentences, text } = article;
  const own = lastStartingBy(sentences, start);
  const [sentence, before] = [sentences[own], sentences[own - 1]];
  const isHead = sentence?.start === start && NAMED_KIND.test(text.slice(start, end));
  if (owned || type !== "person" || !isHead || !before || before.block < sentence.block - 1 || before.endToken - before.firstToken < LEAST_TOLD) return undefined;
  const people = mentions.within(before).filter(({ entity }) => entities[entity]?.type === "person");
  const [first] = people;
  const person = first && entities[first.entity];
  if (!first || !person || first.start !== before.start || people.some(({ entity }) => entity !== first.entity)) return undefined;
  const fits = person.roles.length === 0 && (gender === undefined || person.agreement[gender] >= AGREES);
  return fits ? { entities: [first.entity], reason: "description", evidence: [{ start: first.start, end: first.end }, { start, end }], confidence: CONFIDENCE, candidates: [] } : undefined;
}

function onlyOneBefore(article: Article, mentions: MentionIndex, { start: at, end }: Description, fits: (mention: IndexedMention) => boolean): SpeakerChoice | undefined {
  const { sentences } = article;
  const own = lastStartingBy(sentences, at);
  const block = sentences[own]?.block ?? 0;
  for (let index = own; index >= Math.max(0, own - MOST_BACK); index--) {
    const sentence = sentences[index];
    if (!sentence || sentence.block < block - 1) return undefined;
    if (index < own && isCredit(article, sentence)) continue;
    const named = mentions.within({ start: sentence.start, end: Math.min(sentence.end, at) }).filter(fits);
    const [first] = named;
    if (!first) continue;
    if (named.some(({ entity }) => entity !== first.entity)) return undefined;
    return { entities: [first.entity], reason: "description", evidence: [{ start: first.start, end: first.end }, { start: at, end }], confidence: CONFIDENCE, candidates: [] };
  }
  return undefined;
}

function isCredit({ tokens }: Article, { firstToken, endToken }: Sentence): boolean {
  if (endToken - firstToken > LONGEST_CREDIT) return false;
  for (let token = firstToken; token < endToken; token++) if (CREDIT.test(tokens.text(token))) return true;
  return false;
}
