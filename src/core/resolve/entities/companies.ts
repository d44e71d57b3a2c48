import type { NameMention } from "../../detect/findings.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import { determiners } from "../../lexicon/wordClasses.js";
import type { Article } from "../../text/article.js";
import type { Tokens } from "../../text/tokens.js";
import { behindForeignHead, withoutLegalForm } from "./organizationChains.js";

/** What prices and sales do, before a figure: "Quantis fell 6%", "Quantis slid as much as 4 percent". */
const MOVED = /^(?:fell|rose|lost|gained|dropped|jumped|slid|slumped|climbed|shed|added|tumbled|soared|surged|plunged|sank|advanced|rallied|slipped)$/u;
const SHARE = /^(?:%|percent|pct|per)$/u;
/** Words between the verb and its figure, and between a name and the verb. */
const MOST_BETWEEN = 4;
/** Tokens between one figure's verb and a name with another figure. */
const MOST_BACK = 12;
const STOCK = /^(?:shares?|stock|bonds?)$/u;

/**
 * People that the article shows to be companies: "Nexalon" beside "Nexalon Corp", "Quantis" whose price moves or whose shares are told of, each
 * wherever the same words stand. Whoever has a first name that the lists know stays a person. Linear.
 */
export function withCompanies(article: Article, names: readonly NameMention[]): NameMention[] {
  const { tokens } = article;
  const wordsOf = ({ start, end }: NameMention): string => tokens.asRead({ start, end });
  const companies = new Set<string>();
  const starts = new Set(names.filter(({ type, start, end }) => type === "person" && hasFirstName(tokens.asRead({ start, end }))).map(({ start }) => start));
  const fullNames = new Set(names.filter(({ type, start, end }) => type === "person" && tokens.at(end - 1) > tokens.at(start)).map(({ start }) => start));
  for (const name of names) {
    const words = wordsOf(name);
    if (name.type === "organization") {
      const short = withoutLegalForm(words);
      if (short !== words) companies.add(short);
      const rest = behindForeignHead(short);
      if (rest !== undefined) companies.add(rest);
      // "Villa" after "Aston Villa"
      if (words.includes(" ") && nameWords().isOrganization(words)) companies.add(words.split(" ").at(-1) ?? words);
    } else if (!hasFirstName(words) && (isTraded(article, name) || isEmployer(article, name, starts) || hasLeader(article, name, fullNames))) companies.add(words);
  }
  // "Tessera" for "Tessera Semi"
  for (const words of companies) if (!hasFirstName(words)) companies.add(words.split(" ", 1)[0] ?? words);
  // "Quantis" is no company where "Mara Quantis" or "Mr. Quantis" is named
  for (const name of names) if (name.type === "person" && (hasFirstName(wordsOf(name)) || isAddressed(article, name))) companies.delete(wordsOf(name).split(" ").at(-1) ?? "");
  if (companies.size === 0) return [...names];
  return names.map((name) => {
    const words = wordsOf(name);
    if (name.type !== "person" || hasFirstName(words)) return name;
    if (companies.has(words)) return { ...name, type: "organization", roles: [] };
    // "Chipmaker Nexalon"
    const last = tokens.at(name.end - 1);
    const isLed = last > tokens.at(name.start) && companies.has(tokens.text(last)) && (nameWords().facts(tokens.lower(last - 1)) & Word.role) === 0;
    return isLed && tokens.lower(last - 1).endsWith("maker") ? { ...name, start: tokens.start(last), type: "organization", roles: [] } : name;
  });
}

function hasFirstName(words: string): boolean {
  const end = words.indexOf(" ");
  return end > 0 && (nameWords().facts(words.slice(0, end).toLowerCase()) & Word.firstName) !== 0;
}

/** "Quantis's Ida Brandt", "Quantis's Mr Brandt": a person is of a body or a place; of a person whom a first name tells at most. */
function isEmployer({ tokens }: Article, { start, end }: NameMention, starts: ReadonlySet<number>): boolean {
  const mark = tokens.at(end - 1) + 1;
  if (!/^['’]s$/u.test(tokens.text(mark)) || tokens.text(tokens.at(start)).endsWith(".") || isWellKnown(tokens.lower(tokens.at(start)))) return false;
  const courtesy = /^(?:Mr|Mrs|Ms)\.?$/u.test(tokens.text(mark + 1));
  // "Austen's Emma Woodhouse" is a heroine
  const isSurname = (nameWords().facts(tokens.lower(mark - 1)) & Word.surname) !== 0;
  return courtesy || (!isSurname && starts.has(tokens.start(mark + 1)));
}

/** Who a body has at its head, or in its ranks. */
const LEADER = /^(?:leader|chief|boss|chairman|chairwoman|chair|founder|co-founder|president|director|captain|coach|manager|lawmaker|senator|legislator|candidate)$/u;

/** "Zamio leader Ola Grynn", "Zamio's Ola Grynn": what has a leader is a body, where the word is nobody's name that is known. */
function hasLeader({ tokens }: Article, { start, end }: NameMention, fullNames: ReadonlySet<number>): boolean {
  const [first, behind] = [tokens.at(start), tokens.at(end - 1) + 1];
  const isUnknown = behind - first === 1 && (nameWords().facts(tokens.lower(first)) & (Word.firstName | Word.rareFirstName | Word.surname | Word.wellKnown)) === 0;
  return isUnknown && (LEADER.test(tokens.text(behind)) || /^['’]s$/u.test(tokens.text(behind))) && fullNames.has(tokens.start(behind + 1));
}

function isWellKnown(lower: string): boolean {
  return (nameWords().facts(lower) & (Word.firstName | Word.wellKnown)) !== 0;
}

/** "shares in Quantis", "Quantis stock", "Quantis fell 6%". */
function isTraded({ tokens }: Article, { start, end }: NameMention): boolean {
  const first = tokens.at(start);
  const behind = tokens.at(end - 1) + 1;
  // "Quantis shares the view", "shares with readers" what somebody has
  const isVerb = tokens.lower(behind) === "shares" && (determiners.has(tokens.lower(behind + 1)) || tokens.lower(behind + 1) === "with");
  if ((STOCK.test(tokens.lower(behind)) && !isVerb) || (STOCK.test(tokens.lower(first - 2)) && /^(?:in|of)$/u.test(tokens.lower(first - 1)))) return true;
  // "Quantis fell 6%", and "Tessera lost 4% and Quantis 6%", but "in the poll, Keller 24%"
  const most = MOVED.test(tokens.lower(behind)) ? MOST_BETWEEN : isBehindMove(tokens, first) ? 0 : -1;
  for (let token = behind; token <= behind + most; token++) if (tokens.kind(token) === "number" && SHARE.test(tokens.lower(token + 1))) return true;
  return false;
}

/** True a little behind a price that moved. */
function isBehindMove(tokens: Tokens, first: number): boolean {
  for (let token = first - 1; token >= first - MOST_BACK; token--) if (MOVED.test(tokens.lower(token))) return true;
  return false;
}

/** "Mr. Quantis" is a person. */
function isAddressed({ tokens }: Article, { start }: NameMention): boolean {
  return /^(?:mr|mrs|ms|miss|dr)\.?$/u.test(tokens.lower(tokens.at(start) - 1));
}
