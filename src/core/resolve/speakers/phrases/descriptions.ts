import { WEEKDAYS } from "../../../detect/dates/dateWords.js";
import type { TextRange } from "../../../document/range.js";
import { entries } from "../../../lexicon/descriptions.generated.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { prepositions } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";

/** What kind of entity a noun speaks of. */
export type DescribedType = "person" | "organization" | "place";

/** A definite phrase without a name in its head: "the senator", "the New York businessman", "his former lawyer". */
export interface Description extends TextRange {
  /** The noun itself, in small letters. */
  readonly noun: string;
  /** All words before a preposition or comma but for the determiner, the noun last. */
  readonly words: readonly string[];
  readonly type: DescribedType;
  /** "she" or "he" where the noun tells. */
  readonly gender: "she" | "he" | undefined;
  /** A noun for a person that names no office. */
  readonly isPlain: boolean;
  /** Begins with "his", "their" and the like, or with an owner's name: somebody else than who owns it. */
  readonly owned: boolean;
  /** The owner's last word where it has a name, in small letters: only a role that tells of the same owner is meant. */
  readonly owner: string | undefined;
}

const classes = new Map<string, ReadonlySet<string>>();
const groups = new Map<string, ReadonlySet<string>>();
for (const entry of entries) {
  const [name = "", words = ""] = entry.split(" = ");
  if (name === "kind") continue;
  const all = new Set(words.split(" "));
  if (name !== "same") classes.set(name, all);
  else for (const word of all) groups.set(word, all);
}

/** "she" or "he" by nouns in small letters; what may be both is a woman's. */
const genders = new Map<string, "she" | "he">();
for (const name of ["man", "kinsman"]) for (const noun of classes.get(name) ?? []) genders.set(noun, "he");
for (const name of ["woman", "kinswoman"]) for (const noun of classes.get(name) ?? []) genders.set(noun, "she");

/** Nouns for companies, whatever their names say they are: a savings bank is "the company", "the thrift". */
export const BUSINESS = /^(?:company|firm|corporation|group|concern|maker|\p{L}+maker|producer|manufacturer|operator|retailer|supplier|shipbuilder|homebuilder|housebuilder|brewer|distiller|refiner|distributor|lender|insurer|thrift|bank|utility|airline|carrier|conglomerate|brokerage|chain|giant|start-?up|broadcaster|publisher)$/u;
const MODEL_OF = /^(?:fashion|top|super|glamour|catwalk|photographic|swimwear|male|female|young|old|former|retired|teenage|role)$/u;
/** Where somebody is at home, as one word or behind a hyphen. */
const BASE = /^(?:\S+-)?(?:based|headquartered)$/u;
/** How nouns for people of a trade end, of which no list has all. */
const TRADE = /(?:ologist|ographer|ician)$/u;
const DETERMINER = /^(?:the|this|that|his|her|its|their)$/u;
/** Words in which an owner's "'s" is looked for. */
const MOST_OWNER = 6;
/** No singular noun, or no word by which something known is told again. */
const OTHER = /^(?:other|others|same|latter|former|first|second|whole|rest|majority|percent)$/u;

/** Adjectives that stand behind their noun, with what they need: "an official familiar with the talks", "a diplomat close to him". */
const BEHIND_NOUN: ReadonlySet<string> = new Set(["familiar", "close", "aware", "privy", "involved", "present", "briefed", "opposed", "loyal", "able", "responsible"]);

/** Reads a source phrase as a description; undefined where it is none, or one of several people. */
export function readDescription(article: Article, phrase: TextRange): Description | undefined {
  const { tokens } = article;
  const first = tokens.at(phrase.start);
  const determiner = tokens.lower(first);
  const end = tokens.at(phrase.end - 1) + 1;
  const owner = ownerEnd(article, first, end);
  if (!DETERMINER.test(determiner) && owner === undefined) return undefined;
  const begin = behindBase(article, first, end) ?? owner ?? first + 1;
  let head = begin;
  while (head < end && !prepositions.has(tokens.lower(head)) && tokens.text(head) !== "," && !/^(?:who|which|that)$/u.test(tokens.lower(head))) head++;
  const words: string[] = [];
  for (let index = begin; index < head; index++) if (tokens.kind(index) === "word") words.push(tokens.lower(index).replace(/\.$/u, ""));
  let noun = words.at(-1);
  if (noun === undefined) return undefined;
  // "the 54-year-old"
  if (noun === "old" && words.at(-2) === "year") noun = "year-old";
  // "the mum-of-three"
  noun = noun.replace(/-of-\p{L}+$/u, "");
  // "the former Durham seamer": what somebody was before, whether the lists know it or not
  // "the hydrologist"
  const isTrade = typeOf(noun) === undefined && ((words.includes("former") && /(?:er|or|ist|ian)$/u.test(noun)) || TRADE.test(noun));
  // "the funding model" is no person, "the fashion model" and "the model" are
  const isThing = noun === "model" && words.length > 1 && !MODEL_OF.test(words.at(-2) ?? "");
  const type = isTrade ? "person" : isThing ? undefined : typeOf(noun);
  if (!type || OTHER.test(noun)) return undefined;
  const gender = genderOf(noun);
  return { start: phrase.start, end: phrase.end, noun, words, type, gender, isPlain: isTrade || classes.get("person")?.has(noun) === true, owned: owner !== undefined || !/^(?:the|this|that)$/u.test(determiner), owner: owner === undefined ? undefined : tokens.lower(owner - 2) };
}

/** Index of the token after "'s" where a phrase begins with an owner's name ("Pagliano's lawyer"). */
function ownerEnd({ tokens }: Article, first: number, end: number): number | undefined {
  for (let index = first + 1; index < Math.min(end - 1, first + MOST_OWNER); index++) {
    if (/^['’]s$/u.test(tokens.text(index))) return tokens.isCapitalized(index - 1) ? index + 1 : undefined;
  }
  return undefined;
}

/** Index of the token after "-based" in "the Dunmore, Ohio-based company", which tells where somebody is at home rather than who. */
function behindBase({ tokens }: Article, first: number, end: number): number | undefined {
  for (let index = first + 1; index < Math.min(end - 1, first + MOST_OWNER + 2); index++) if (BASE.test(tokens.lower(index))) return index + 1;
  return undefined;
}

/** True for a person whom a description does not contradict: by gender, or by an office that is another. */
export function mayBeDescribed({ gender }: Description, { agreement, roles }: FoundEntity): boolean {
  return roles.length === 0 && (gender === undefined || agreement[gender] >= 0.4);
}

/** The noun of any source phrase, in small letters: "judge" of "a New York judge". */
export function nounOf({ tokens }: Article, phrase: TextRange): string | undefined {
  let noun: string | undefined;
  for (let index = tokens.at(phrase.start); index < tokens.length && tokens.start(index) < phrase.end; index++) {
    const lower = tokens.lower(index);
    if (noun !== undefined && (prepositions.has(lower) || (BEHIND_NOUN.has(lower) && prepositions.has(tokens.lower(index + 1))) || tokens.kind(index) !== "word" || /^(?:who|which|that)$/u.test(lower) || isReduced(noun, lower, tokens.lower(index + 1)))) break;
    // "his announcement Friday of a loss"
    if (tokens.kind(index) === "word" && !(noun !== undefined && WEEKDAYS.has(lower))) noun = lower;
  }
  return noun;
}

/** "a neighbour reached by phone", "a man identified as": behind a noun for a person a participle and what it needs tell more of that one. */
function isReduced(noun: string, word: string, next: string): boolean {
  return word.length > 4 && word.endsWith("ed") && prepositions.has(next) && (typeOf(noun) === "person" || genders.has(noun));
}

/** "she" or "he" where a noun in small letters tells. */
export function genderOf(noun: string): "she" | "he" | undefined {
  return genders.get(noun);
}

/** True for a phrase that is one person, whom "it" does not mean; after a spokeswoman's words "it" is whom she speaks for. */
export function isSomebody(article: Article, phrase: TextRange): boolean {
  const noun = nounOf(article, phrase) ?? "";
  return /^s?he$/u.test(noun) || ((typeOf(noun) === "person" || genderOf(noun) !== undefined) && !noun.startsWith("spokes"));
}

/** True for a phrase that is one person without a name, whom "they" does not mean: "a resident", "one of the women". */
export function isOnePerson(article: Article, phrase: TextRange): boolean {
  const words = article.text.slice(phrase.start, phrase.end);
  return /^s?he$/iu.test(words) || (/^(?:an?|one|another) /iu.test(words) && (isSomebody(article, phrase) || nounOf(article, phrase) === "one"));
}

/** True for a phrase that is several, whom "it" does not mean: "not many", "residents". */
export function isSeveral(article: Article, phrase: TextRange): boolean {
  const noun = nounOf(article, phrase) ?? "";
  return /^(?:many|some|few|several|others|people|most|both|all|they|we|poor|rich|wealthy|elderly|young|unemployed|homeless|sick|wounded|injured|dead|police)$/u.test(noun) || (/[^s]s$/u.test(noun) && typeOf(noun.slice(0, -1)) === "person");
}

/** What kind of entity a noun in small letters speaks of; undefined for any other noun. */
export function typeOf(noun: string): DescribedType | undefined {
  const facts = nameWords().facts(noun);
  if (classes.get("organization")?.has(noun)) return "organization";
  if (classes.get("place")?.has(noun)) return "place";
  if ((facts & Word.role) !== 0 || classes.get("person")?.has(noun)) return "person";
  return undefined;
}

/** All nouns for the office of one, itself included. */
export function sameOffices(noun: string): readonly string[] {
  return [...(groups.get(noun) ?? [noun])];
}
