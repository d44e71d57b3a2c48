import type { TextRange } from "../../document/range.js";
import { kinNouns } from "../../lexicon/kinship.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import { pastVerbs } from "../../lexicon/wordClasses.js";
import { isTitleHead, type NameToken } from "./nameTokens.js";

/** Tokens looked at on either side of a name for what the person is. */
export const REACH = 14;
export const DETERMINERS = new Set(["the", "a", "an", "his", "her", "their", "its", "our", "my"]);
export const LINKS = new Set(["of", "for", "from", "at", "in", "to", "and", "on", "with", "the"]);

/** True for a noun that tells what a person is, also in the plural and as "-in-chief" would have it. */
export function isRole(token: NameToken | undefined): boolean {
  return token !== undefined && (token.facts & Word.role) !== 0;
}

/** Roles that stand directly before a name that begins at token `first` ("Russia Foreign Minister", "the actor") or, with a comma, before it. */
export function roleBefore(tokens: readonly NameToken[], name: number, end: number): TextRange | undefined {
  const first = beforeAside(tokens, name);
  let head = first - 1;
  let title = first;
  while (title > 0 && isCourtesy(tokens[title - 1])) title--;
  const inside = officeInside(tokens, title);
  const office = inside >= 0 ? inside : officeBefore(tokens, first);
  if (office >= 0) head = office;
  // "Prime Minister Dr Keith Rowley"
  else if (isCourtesy(tokens[head])) {
    let behind = head;
    while (behind > 0 && isCourtesy(tokens[behind])) behind--;
    // "The Senate President, Dr. Ida Brandt": the office tells more than the degree
    const beforeComma = tokens[behind]?.text === "," ? roleBefore(tokens, behind + 1, end) : undefined;
    if (beforeComma) return beforeComma;
    const isOffice = isRole(tokens[behind]) && tokens[behind]?.sentence === tokens[first]?.sentence;
    const last = tokens[head];
    if (isOffice || !last || !isTitle(last)) head = behind;
  }
  const comma = tokens[head]?.text === ",";
  if (comma) head--;
  // "Mayor-elect Ida Brandt"
  const isElect = tokens[head]?.lower === "elect" && tokens[head - 1]?.text === "-";
  // "Bishop Emeritus Ida Brandt"
  const isBehind = /^(?:emeritus|emerita|designate)$/u.test(tokens[head]?.lower ?? "");
  // "editor in chief Ida Brandt"
  const isInChief = tokens[head]?.lower === "chief" && tokens[head - 1]?.lower === "in" && isRole(tokens[head - 2]);
  const noun = isElect || isInChief ? head - 2 : isBehind ? head - 1 : head;
  const last = tokens[noun];
  const titled = last !== undefined && isTitle(last);
  // "In the Lords, Lord Hale": their house
  if (last && (isVerb(last, tokens[noun - 1]) || (comma && last.text === "Lords"))) return undefined;
  if (!last || ((last.facts & (Word.role | Word.roles)) === 0 && !titled) || last.sentence !== tokens[first]?.sentence) return undefined;
  let start = startOfRole(tokens, isInChief ? noun : head, last.sentence);
  const twofold = comma ? -1 : startOfFirst(tokens, start);
  if (twofold >= 0) start = twofold;
  // "the minister, Sergey Lavrov": without an article before it the comma parts two things
  if (comma && !DETERMINERS.has(tokens[start - 1]?.lower ?? "") && !((isRole(last) && isOwned(tokens, start, head) && isSetOff(tokens[end], last.sentence)) || isOfficeSetOff(tokens, head, name, end))) return undefined;
  // "the late Sir Peter Hale" has died, but holds no late knighthood
  while (start < head && (!tokens[start]?.isWord || (tokens[start]?.lower === "late" && KNIGHTED.test(last.lower)))) start++;
  // "'Queen of Soul' Aretha Franklin": the mark that closes is none of it
  let until = inside >= 0 ? title - 1 : office >= 0 ? first - 1 : head;
  while (until > head && !tokens[until]?.isWord) until--;
  return { start: tokens[start]?.start ?? last.start, end: tokens[until]?.end ?? last.end };
}

/** Tokens in brackets between an office and a name. */
const LONGEST_ASIDE = 4;

/** Where an aside of one word in brackets begins that ends before the name at `first`, with a comma or without: "Attorney General (AG) Ida Brandt", "Brigadier (Ret'd) Ida Brandt". The name's own index where none does. */
function beforeAside(tokens: readonly NameToken[], first: number): number {
  const close = tokens[first - 1]?.text === "," ? first - 2 : first - 1;
  if (tokens[close]?.text !== ")") return first;
  for (let open = close - 2; open >= close - LONGEST_ASIDE; open--) if (tokens[open]?.text === "(") return isTitleHead(tokens[open - 1]) || tokens[open - 1]?.capital ? open : first;
  return first;
}

/** Index of the first word of the role that ends with the noun at `head`: "former" of "former US Secretary". */
function startOfRole(tokens: readonly NameToken[], head: number, sentence: number): number {
  let start = head;
  while (start > 0 && head - start < REACH) {
    const before = tokens[start - 1];
    if (!before || before.sentence !== sentence) break;
    // "with responsibility for Finance Dr. Ida Brandt": a degree is of nothing
    if ((DEGREE.test(tokens[head]?.lower ?? "") || KNIGHTED.test(tokens[head]?.lower ?? "")) && !isTitle(before)) break;
    // "under President Ida Brandt", "under incoming President Ida Brandt", but "under secretary Ida Brandt"
    if (before.text === "under" && (tokens[start]?.capital || tokens[start]?.lower !== "secretary")) break;
    const belongs =
      (before.facts & (Word.role | Word.roles | Word.roleModifier | Word.people)) !== 0 ||
      before.place !== undefined ||
      isTitle(before) ||
      isPortfolio(tokens, start - 1) ||
      (before.capital && (!before.opening || /^['’]s$/u.test(tokens[start]?.text ?? "")) && (before.facts & (Word.function | Word.honorific)) === 0) ||
      (/^['’]s$/u.test(before.text) && tokens[start - 2]?.capital === true) ||
      (before.text === "-" && before.joined) ||
      (before.text === "&" && tokens[start - 2]?.capital === true) ||
      isInsideBody(tokens, start - 1) ||
      isInsideName(tokens, start - 1);
    if (!belongs) break;
    start--;
  }
  return start;
}

const DEGREE = /^dr\.?$/u;
/** Nouns of which two before a name are two people, beside relatives. */
const SOMEBODY = /^(?:man|woman|boy|girl|victim)$/u;
function isSomebodyElse(lower: string): boolean {
  return kinNouns.has(lower) || SOMEBODY.test(lower);
}

/** Roles that are no single person's: "he has no legal counsel and attorney Paul Hale". */
const UNCOUNTED = /^(?:counsel|staff|crew|faculty|clergy|police|personnel|management)$/u;

/**
 * Index of the first word of "Actor and" in "Actor and director Paul Hale": a noun that counts has no article only where it stands before a name, so
 * both tell of one person. "The mayor and Senator Hale" and, in a heading, "Mayor and senator meet" may be two. -1 where nothing of the kind stands there.
 */
function startOfFirst(tokens: readonly NameToken[], second: number): number {
  const [noun, link, next] = [tokens[second - 2], tokens[second - 1], tokens[second]];
  if (!noun || !link || !next || !/^(?:and|&)$/u.test(link.lower) || noun.sentence !== next.sentence || noun.loose) return -1;
  if ((noun.facts & Word.role) === 0 || (noun.facts & Word.roles) !== 0 || isSomebodyElse(noun.lower) || UNCOUNTED.test(noun.lower) || isVerb(noun, tokens[second - 3])) return -1;
  // "Tom Baker and Senator Hale" are two, as are "Hale's aide and Senator Trent"
  if (noun.capital && !noun.opening && (noun.facts & (Word.surname | Word.firstName)) !== 0) return -1;
  const first = startOfRole(tokens, second - 2, noun.sentence);
  if (isOwned(tokens, first, second)) return -1;
  const before = tokens[first - 1];
  if (before?.sentence !== noun.sentence) return first;
  return DETERMINERS.has(before.lower) || /^(?:['’]s?|both|between|every|each|no|any|some|another|of|-)$/u.test(before.lower) || before.capital ? -1 : first;
}

/** "Electricity Minister", "Climate Change Minister" at the head of a sentence. */
function isPortfolio(tokens: readonly NameToken[], index: number): boolean {
  const word = tokens[index];
  let office = index + 1;
  while (office - index < 3 && tokens[office]?.capital && tokens[office + 1]?.capital && !PORTFOLIO.test(tokens[office]?.lower ?? "")) office++;
  if (!word?.opening || !word.capital || !tokens[office]?.capital || !PORTFOLIO.test(tokens[office]?.lower ?? "")) return false;
  return (word.facts & (Word.function | Word.time | Word.honorific)) === 0 && !word.lower.endsWith("ly") && isCommonWord(nameWords(), word.lower);
}

/** "will host Peter Hollis", "to coach Hollis": what is no noun there; "adviser to president Hollis" is. */
function isVerb(role: NameToken, before: NameToken | undefined): boolean {
  if (role.capital || before?.sentence !== role.sentence) return false;
  // "which stars Ann Hale"
  if (/^(?:who|which|that)$/u.test(before.lower) && /^(?:stars|hosts|heads|captains|coaches|partners|guards|leads)$/u.test(role.lower)) return true;
  // '"Harbour Nights" stars Ann Hale'
  if (/^(?:["”’]|'')$/u.test(before.text) && /^(?:stars|hosts|heads|captains|coaches|partners|guards)$/u.test(role.lower)) return true;
  if (/^(?:will|would|can|could|may|might|must|should|did|does|do|not|['’]ll|cannot)$/u.test(before.lower)) return true;
  return before.lower === "to" && /^(?:host|guard|partner|coach|judge|head|lead|captain|star|champion|doctor|nurse|pilot|author|model|escort|rival|chair|father|mother|manage|marshal)$/u.test(role.lower);
}

const PORTFOLIO = /^(?:minister|secretary|commissioner|correspondent|editor)$/u;

const OF = /^(?:of|on|for)$/u;

/** "of" of "Bank of Japan governor", "on" of "Commission on Human Rights chairwoman", and "Bank" itself. */
function isInsideBody(tokens: readonly NameToken[], index: number): boolean {
  const at = OF.test(tokens[index]?.lower ?? "") ? index : index + 1;
  const head = tokens[at - 1];
  return OF.test(tokens[at]?.lower ?? "") && head?.capital === true && !isRole(head) && tokens[at + 1]?.capital === true && (head.facts & Word.organizationOf) !== 0;
}

/** The head of a sentence that is the head of a name ("Samsung Electronics vice chairman"), "e" of "Tehreek-e-Insaf", "de" of "Bill de Blasio's wife". */
function isInsideName(tokens: readonly NameToken[], index: number): boolean {
  const [before, token, next] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (!token?.isWord || !next) return false;
  if (next.text === "-" && next.joined) return true;
  const isParticle = (next.facts & Word.particle) !== 0 && !next.capital;
  if (isParticle) return token.capital && (token.facts & Word.firstName) !== 0;
  // "Marks & Spencer's boss"
  if (next.text === "&") return token.capital;
  if (!next.capital) return false;
  // "Fine Gael"
  if (token.opening && nameWords().isOrganization(`${token.text} ${next.text}`)) return true;
  if (!token.capital) return (token.facts & Word.particle) !== 0 && before?.capital === true && before.sentence === token.sentence;
  return token.opening && (token.facts & (Word.function | Word.honorific | Word.time)) === 0 && !isCommonWord(nameWords(), token.lower);
}

/** "by ZPU Secretary-General, Ida Brandt,": an office with a capital is nobody's list but that of whom the commas set off, in full. */
function isOfficeSetOff(tokens: readonly NameToken[], head: number, name: number, end: number): boolean {
  const [office, next] = [tokens[head], tokens[end]];
  if (!office?.capital || office.loose || office.shouted || !isRole(office) || end - name < 2 || next?.sentence !== office.sentence) return false;
  return next.text === "," && tokens[end + 1]?.sentence === office.sentence && !tokens[end + 1]?.capital && !/^(?:and|or)$/u.test(tokens[end + 1]?.lower ?? "");
}

/** "Apple's chief financial officer, ": whose it is stands before it. */
function isOwned(tokens: readonly NameToken[], start: number, head: number): boolean {
  return tokens.slice(Math.max(0, start - 1), head).some(({ text }) => /^['’]s$/u.test(text));
}

/** True where a comma or the sentence's end follows, so that a name stands in apposition: "After meeting Ann's lawyer, Jones left" goes on. */
function isSetOff(next: NameToken | undefined, sentence: number): boolean {
  return next === undefined || next.sentence !== sentence || !next.isWord;
}

/** "Dr.", "Prof.", "Lt.": a rank or degree, which tells what someone is as "Mr." does not. */
function isTitle(token: NameToken): boolean {
  return token.capital && (token.facts & Word.honorific) !== 0 && !COURTESY.test(token.lower);
}

const KNIGHTED = /^(?:sir|dame|lord|lady)$/u;
const COURTESY = /^(?:mr|mrs|ms|miss|mister|mx|mme|madame|madam|mademoiselle|mlle|monsieur|herr|frau|señora?|senora?|signora?|sri|shri|smt|pak|ibu|don|doña)\.?$/u;

/** A courtesy title that is no office: "Dr", "Mrs". */
function isCourtesy(token: NameToken | undefined): boolean {
  return token !== undefined && token.capital && (token.facts & Word.honorific) !== 0 && !isRole(token);
}

/** Index of the title's noun in "Secretary of State" before `first`; -1 where no such office stands there. */
function officeBefore(tokens: readonly NameToken[], first: number): number {
  // "the Duchess of Hale and Lady Ida Brandt" are two
  if (tokens[first - 2]?.lower === "and" && ((tokens[first - 1]?.facts ?? 0) & Word.honorific) !== 0) return -1;
  // "the governor of Hale County called Ida Brandt"
  const previous = tokens[first - 1];
  // "the Member of Parliament for Hale East" is not called so
  if (previous?.capital === false && /^(?:of|for|from|in|at|to|by|with)$/u.test(previous.lower)) return -1;
  if (previous?.capital === false && (pastVerbs.has(previous.lower) || previous.lower.endsWith("ed"))) return -1;
  for (let index = first - 2; index > 0 && first - index < 5; index--) {
    const token = tokens[index];
    if (!token) return -1;
    // "Mother of Harlow man Paul Hale" is not he, "Father of three Paul Hale" is
    if (token.lower === "of" && isSomebodyElse(tokens[index - 1]?.lower ?? "") && first - index > 2) return -1;
    if (token.lower === "of") return isRole(tokens[index - 1]) ? index - 1 : -1;
    // "a spokesman for Senator Hollis" is not the senator
    if (token.lower === "for") {
      // "Minister of State for Home Affairs Ida Brandt"
      const office = tokens[index - 1]?.lower === "state" && tokens[index - 2]?.lower === "of" ? index - 3 : index - 1;
      return /^(?:secretary|minister|commissioner)$/u.test(tokens[office]?.lower ?? "") ? office : -1;
    }
    if (!token.capital && token.lower !== "and" && token.lower !== "the") return -1;
  }
  return -1;
}

/** Index of "Minister" in "Minister in the Prime Minister's Department", "Minister of State in the Treasury", which end before token `end`; -1 where no such office does. */
function officeInside(tokens: readonly NameToken[], end: number): number {
  for (let index = end - 1; index > 0 && end - index < REACH; index--) {
    const token = tokens[index];
    if (token?.lower === "in") {
      const office = tokens[index - 1]?.lower === "state" && tokens[index - 2]?.lower === "of" ? index - 3 : index - 1;
      return end - index > 1 && /^(?:minister|secretary)$/u.test(tokens[office]?.lower ?? "") ? office : -1;
    }
    if (!token?.capital && token?.lower !== "the" && token?.lower !== "of" && !/^['’]s?$/u.test(token?.text ?? "")) return -1;
  }
  return -1;
}

/**
 * The office before a comma, with what it is of: "an attorney for the family, Peter Hollis, said", "Minister of Health, Dr Peter Hollis has said". Only of
 * full names, and inside a clause that goes on where the name is set off by commas: "After talks with the head of the union, Hollis left".
 */
export function officeBeforeComma(tokens: readonly NameToken[], name: number, end: number): TextRange | undefined {
  if (end - name < 2) return undefined;
  let comma = name - 1;
  while (comma > 0 && tokens[comma]?.capital && (isRole(tokens[comma]) || isCourtesy(tokens[comma]))) comma--;
  const sentence = tokens[name]?.sentence;
  if (tokens[comma]?.text !== "," || tokens[comma]?.sentence !== sentence) return undefined;
  const head = headBefore(tokens, comma);
  const role = tokens[head];
  if (!role || role.sentence !== sentence) return undefined;
  let start = head;
  while (start > 0 && head - start < REACH && tokens[start - 1]?.sentence === sentence && qualifies(tokens[start - 1])) start--;
  const determiner = tokens[start - 1];
  const isDetermined = determiner?.sentence === sentence && DETERMINERS.has(determiner.lower);
  const first = isDetermined ? start - 1 : ownerBefore(tokens, start);
  const opens = first === 0 || tokens[first - 1]?.sentence !== sentence;
  const before = tokens[first - 1];
  const isInside = before?.sentence === sentence;
  if (first === start && !opens && before?.lower !== "of") return undefined;
  // "Paul Hale, the head of the union, Peter Hollis …" are three things at once
  if (isInside && before.text === "," && tokens[first - 2]?.capital) return undefined;
  const next = tokens[end];
  if (isInside && !isSetOff(next, role.sentence)) return undefined;
  const last = tokens[comma - 1] ?? role;
  const isTold = isDetermined ? /^an?$/u.test(determiner.lower) : tokens[first]?.capital && !DETERMINERS.has(tokens[first].lower);
  const opening = isTold ? tokens[first] : tokens[start];
  return { start: opening?.start ?? role.start, end: last.end };
}

/** Index of the first word of whose office it is: "Ethiopia" of "Ethiopia's ambassador", "the" of "the island's governor"; that of the office where nobody's. */
function ownerBefore(tokens: readonly NameToken[], office: number): number {
  const sentence = tokens[office]?.sentence;
  if (!/^['’]s?$/u.test(tokens[office - 1]?.text ?? "") || tokens[office - 1]?.sentence !== sentence) return office;
  let first = office - 2;
  while (first > 0 && office - first < REACH && tokens[first]?.capital && tokens[first - 1]?.capital && tokens[first - 1]?.sentence === sentence) first--;
  const before = tokens[first - 1];
  return before && before.sentence === sentence && DETERMINERS.has(before.lower) ? first - 1 : Math.max(first, 0);
}

/** Index of the noun of an office with what it is of, which ends before a comma: "minister" of "the minister of health"; -1 where none does. */
function headBefore(tokens: readonly NameToken[], comma: number): number {
  for (let index = comma - 2; index >= 0 && comma - index < REACH; index--) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (!token || token.sentence !== tokens[comma]?.sentence || (!token.isWord && token.text !== "-" && !/^['’]s?$/u.test(token.text))) return -1;
    if (isRole(token) && next && LINKS.has(next.lower) && next.lower !== "and" && next.lower !== "the") return index;
    if ((token.facts & Word.function) !== 0 && !LINKS.has(token.lower)) return -1;
  }
  return -1;
}

/** Belongs to an office that follows: "former", "deputy", "French". */
function qualifies(token: NameToken | undefined): boolean {
  if (!token?.isWord || (token.facts & (Word.function | Word.honorific)) !== 0) return false;
  return (token.facts & (Word.role | Word.roleModifier | Word.people)) !== 0 || token.place !== undefined || (token.capital && !token.opening) || /^(?:permanent|chief|general|managing|executive|senior|junior|principal|first|top)$/u.test(token.lower);
}
