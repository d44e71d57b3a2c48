import type { TextRange } from "../../../document/range.js";
import { isCommonWord, nameWords, Word } from "../../../lexicon/nameWords.js";
import { prepositions } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { Tokens } from "../../../text/tokens.js";
import { isPossessive } from "../mentionForms.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import { typeOf } from "./descriptions.js";
import { bracketEnd, isInside, isMark } from "./phraseParts.js";

/** Begins what those are who are named behind a comma or a dash: "the practitioners, …", "three economists – …". */
const SEVERAL = /^(?:the|these|its|his|her|their|both|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})$/u;

/** "Smith and Jones", "Smith, Jones and Brown": the mentions that are joined, if all parts end in one. */
export function jointMentions(article: Article, source: TextRange, mentions: readonly IndexedMention[]): IndexedMention[] {
  const { tokens } = article;
  const final = beforeRelative(article, source);
  const opening = tokens.at(source.start);
  const found: IndexedMention[] = [];
  let part = opening;
  let joined = false;
  let isFirst = true;
  let beforeBracket = -1;
  for (let index = opening; index <= final + 1; index++) {
    // "Smith (Vt.) and Jones"
    const close = index <= final ? bracketEnd(tokens, index) : undefined;
    if (close !== undefined && close <= final) {
      beforeBracket = index - 1;
      index = close;
      continue;
    }
    const lower = tokens.lower(index);
    const isDash = index <= final && isMark(tokens, index) && lower !== ",";
    const cut = index > final || lower === "and" || lower === "or" || lower === "," || lower === "&" || isDash;
    // "the Food and Drug Administration and the mayor"
    if (!cut || (index <= final && isInside(mentions, tokens.start(index)))) continue;
    const until = beforeBracket >= part && tokens.text(index - 1) === ")" ? beforeBracket : index - 1;
    const last = mentions.find(({ end }) => end === tokens.end(until));
    // "Mary Collins of Hale Ltd and Paul Denning"
    const mention = last && (mentions.find(({ start, end }) => start >= tokens.start(part) && end < last.start && /^(?:at|of|from)$/u.test(tokens.lower(tokens.at(end - 1) + 1))) ?? last);
    const isOwn = mention !== undefined && !isGoverned(tokens, part, tokens.at(mention.start), part === opening);
    part = index + 1;
    // "The practitioners, Mary Collins and Paul Denning"
    if (!isOwn && (isDash || lower === ",") && isFirst && (SEVERAL.test(tokens.lower(opening)) || areSeveral(tokens, opening, until))) {
      isFirst = false;
      continue;
    }
    isFirst = false;
    // "Mary Collins, an adviser to Paul Denning and …" tells what she is, "aides to Denning" are not he
    if (!isOwn || isPossessive(article, mention)) return [];
    found.push(mention);
    joined ||= lower === "and" || lower === "or" || lower === "&";
    // "Mary Collins and Paul Denning – two members –"
    if (isDash) break;
  }
  return joined && new Set(found.map(({ entity }) => entity)).size > 1 && !isOneBody(article, found) ? found : [];
}

/** "both members who voted for it – Mary Collins and Paul Denning –", "the two (Mary Collins and Paul Denning)": those who are named behind a dash or in brackets, in a phrase that tells of several. */
export function namedBehindMark(article: Article, source: TextRange, mentions: MentionIndex): IndexedMention[] {
  const { tokens } = article;
  const last = tokens.at(source.end - 1);
  if (!SEVERAL.test(tokens.lower(tokens.at(source.start)))) return [];
  for (let index = tokens.at(source.start) + 1; index < last; index++) {
    if (!isMark(tokens, index) || tokens.text(index) === ",") continue;
    const closes = tokens.text(last) === ")" || isMark(tokens, last);
    const list = tokens.span(index + 1, closes ? last : last + 1);
    return jointMentions(article, list, mentions.within(list));
  }
  return [];
}

/** "Coalition lawyers", not "aides to lawyers", before those whom it is about: "…, Mary Collins and Paul Denning". */
function areSeveral(tokens: Tokens, first: number, noun: number): boolean {
  for (let index = first; index < noun; index++) if (prepositions.has(tokens.lower(index))) return false;
  return /[^s]s$/u.test(tokens.lower(noun)) && typeOf(tokens.lower(noun).slice(0, -1)) === "person";
}

/** True where a name is another's: "an aide to | President Denning", "officials in | Leeds"; not where it is an example, an author, or behind the title that it bears: "Secretary of State | Mary Collins". */
function isGoverned(tokens: Tokens, first: number, name: number, isFirst: boolean): boolean {
  for (let index = first; index < name; index++) {
    if (!prepositions.has(tokens.lower(index))) continue;
    const isPersons = (nameWords().facts(tokens.lower(index - 1)) & (Word.role | Word.roles)) !== 0;
    const isAuthor = isFirst && (/^(?:like|including|by)$/u.test(tokens.lower(index)) || (tokens.lower(index) === "from" && !isPersons));
    const isOffice = isPersons && index < name - 1 && (nameWords().facts(tokens.lower(name - 1).replace(/\.$/u, "")) & (Word.role | Word.honorific)) === 0;
    if (!isAuthor && !isOffice) return true;
  }
  return false;
}

/** The last token of a phrase without the relative clause at its end: "Smith and Jones, who monitor the treaty". */
function beforeRelative({ tokens }: Article, source: TextRange): number {
  const last = tokens.at(source.end - 1);
  for (let index = tokens.at(source.start) + 1; index < last; index++) if (tokens.text(index) === "," && /^(?:who|both)$/u.test(tokens.lower(index + 1))) return index - 1;
  return last;
}

/** "House Oversight and Government Reform Committee": of two names one has the noun for a body, the other is common words that say what it is for. */
export function isOneBody({ text }: Article, names: readonly IndexedMention[]): boolean {
  if (names.length !== 2) return false;
  const lists = nameWords();
  const words = names.map(({ start, end }) => text.slice(start, end));
  const bodies = words.map((name) => {
    const parts = name.toLowerCase().split(/\s+/u);
    return parts.some((word, index) => (lists.facts(word) & Word.organizationHead) !== 0 && /^(?:|of|on|for)$/u.test(parts[index + 1] ?? ""));
  });
  // "the European Union and Japan": what ends with its noun is whole
  if (bodies[0] === true && !/ (?:of|on|for) /u.test(words[0] ?? "")) return false;
  const other = words[bodies[0] === true ? 1 : 0] ?? "";
  const parts = other.toLowerCase().split(/\s+/u);
  return bodies[0] !== bodies[1] && !lists.isOrganization(other) && (parts.length > 1 ? parts.every((word) => (lists.facts(word) & Word.firstName) === 0) : isCommonWord(lists, parts[0] ?? ""));
}
