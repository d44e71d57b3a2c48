import { perObject } from "../../../common/perObject.js";
import type { SpeakerChoice } from "../../../detect/findings.js";
import { overlaps, type TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import { isPossessive } from "../mentionForms.js";
import { isQuoted } from "../spoken.js";

/** Whom "he" or "she" cannot be, by where they are named: behind it in its own clause, in what its sentence opens with, or as one who is dead. */
export function barredFrom(article: Article, entities: readonly FoundEntity[], mentions: MentionIndex, pronoun: TextRange, contents: readonly TextRange[]): ReadonlySet<number> {
  if (!/^s?he$/iu.test(article.text.slice(pronoun.start, pronoun.end))) return new Set();
  // "Ola Hale … / He said that Hale must speak": where two are called so, the other one
  const behind = namedBehind(article, mentions, pronoun, contents).filter((mention) => !isRatherAnother(article, entities, pronoun, mention));
  const barred = [...behind, ...namedInOpening(article, mentions, pronoun), ...deadBefore(article, entities, mentions, pronoun)];
  return new Set(barred.map(({ entity }) => entity));
}

/** People by how many bear the surname. */
const bearers = perObject((entities: readonly FoundEntity[]) => {
  const counts = new Map<string, number>();
  for (const { type, name } of entities) if (type === "person" && name.includes(" ")) counts.set(surnameOf(name), (counts.get(surnameOf(name)) ?? 0) + 1);
  return counts;
});

function surnameOf(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

/** True for a surname alone that two people bear, in a clause that depends on the pronoun's. */
function isRatherAnother({ text }: Article, entities: readonly FoundEntity[], pronoun: TextRange, { start, end }: TextRange): boolean {
  return (bearers(entities).get(text.slice(start, end)) ?? 0) > 1 && /\b(?:that|whether|if)\s(?:[^.]*\s)?$/u.test(text.slice(pronoun.end, start)) && !/\b(?:Mr|Mrs|Ms|Dr)\.?\s$/u.test(text.slice(pronoun.end, start));
}

/** Whom a phrase without a name, as "the minister", cannot mean: who is named behind it in its own clause, as for "he", but in none that depends on it. */
export function barredFromPhrase(article: Article, mentions: MentionIndex, phrase: TextRange, contents: readonly TextRange[]): ReadonlySet<number> {
  return new Set(namedBehind(article, mentions, phrase, contents, OWN_CLAUSE).map(({ entity }) => entity));
}

/** A choice, if it is of nobody who is barred. */
export function unlessBarred(barred: ReadonlySet<number>, choice: SpeakerChoice | undefined): SpeakerChoice | undefined {
  return choice?.entities.some((entity) => barred.has(entity)) ? undefined : choice;
}

/** Where a clause may end behind which the pronoun's own name may stand, or what tells who one is: "When he left, Denning said …", "said he was Denning". */
const CLAUSE_END = /[,;:()–—]|--|\bname (?:is|was)\b|\b(?:him|her)self as\b|\bs?he (?:is|was|had been) (?:the )?(?=\p{Lu})|\b(?:born|known as|(?:is|was) called)\b/u;
/** Where the clause of a phrase ends. */
const OWN_CLAUSE = /[,;:()–—]|--|\b(?:that|who|whom|whose|which|what|as|after|before|when|while|until|because|since|if|where)\b/u;
/** "the Denning family": a name that tells which. */
const ATTRIBUTIVE = /\bthe\s$/iu;
/** Code units of such a clause that are read. */
const CLAUSE_REACH = 500;
/** The same behind words that have been said: "“All true,” he said after it was read to Denning". */
const ASIDE = /[,;:()–—]|--|\b(?:after|before|when|while|as|until)\b/u;

/**
 * Whom "he", "she" or "the minister" cannot be, as grammar has it: who is named behind it in its own clause by the article itself ("He told Denning that …", "He admitted that
 * Denning was there").
 */
function namedBehind(article: Article, mentions: MentionIndex, pronoun: TextRange, contents: readonly TextRange[], clauseEnd = CLAUSE_END): IndexedMention[] {
  const { text, sentences } = article;
  const rest = text.slice(pronoun.end, Math.min(sentences[lastStartingBy(sentences, pronoun.start)]?.end ?? pronoun.end, pronoun.end + CLAUSE_REACH));
  const isBefore = contents.every(({ end }) => end <= pronoun.start);
  const clause = rest.search(isBefore ? ASIDE : clauseEnd);
  const end = pronoun.end + (clause < 0 ? rest.length : clause);
  const quoted = contents.filter((content) => isQuoted(article, content));
  return mentions.within({ start: pronoun.end, end }).filter((mention) => !ATTRIBUTIVE.test(text.slice(Math.max(0, mention.start - 5), mention.start)) && !quoted.some((content) => overlaps(content, mention)));
}

/** Opens a sentence with what its subject does, or with what is done to it. */
const OPENING = /^(?:(?:after|before|by|in|on|without)\s)?(?:\p{L}\p{Ll}*(?<!th)ing|asked|pressed|questioned|interviewed|quizzed|challenged|flanked|accompanied|joined|introduced|surrounded)\s/iu;
/** "According to", and what begins a clause of its own. */
const NO_OPENING = /^according\b|\b(?:who|which|that|if|whether|when|while|as|what|how|why|said|says|told|is|was|are|were|has|had|have)\b|["“”;:–—]/iu;

/**
 * Whom "he" cannot be by what its sentence opens with: "Speaking with Peter Denning, he said", as whoever does something does it to others; but for an owner
 * ("Speaking at Denning’s house, he said").
 */
function namedInOpening(article: Article, mentions: MentionIndex, pronoun: TextRange): IndexedMention[] {
  const { text, sentences } = article;
  const start = sentences[lastStartingBy(sentences, pronoun.start)]?.start ?? pronoun.start;
  const opening = text.slice(Math.max(start, pronoun.start - CLAUSE_REACH), pronoun.start);
  const isBarring = /,\s$/u.test(opening) && OPENING.test(opening) && !NO_OPENING.test(opening);
  return isBarring ? mentions.within({ start, end: pronoun.start }).filter((mention) => !isPossessive(article, mention)) : [];
}

/** "the late Senator | Keller". */
const LATE = /\bthe late (?:[\p{L}.'’-]+ ){0,4}$/u;
const LONGEST_LATE = 60;

/** Who is told of as dead in the pronoun's own sentence behind somebody alive: "She was sworn in to replace the late Senator Keller, but she says". */
function deadBefore({ text, sentences }: Article, entities: readonly FoundEntity[], mentions: MentionIndex, pronoun: TextRange): IndexedMention[] {
  const start = sentences[lastStartingBy(sentences, pronoun.start)]?.start ?? pronoun.start;
  const [, ...others] = mentions.within({ start, end: pronoun.start }).filter(({ entity }) => entities[entity]?.type === "person");
  return others.filter((mention) => LATE.test(text.slice(Math.max(start, mention.start - LONGEST_LATE), mention.start)));
}
