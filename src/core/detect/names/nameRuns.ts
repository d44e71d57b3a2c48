import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../../lexicon/nameWords.js";
import { pastVerbs } from "../../lexicon/wordClasses.js";
import { WEEKDAYS } from "../dates/dateWords.js";
import { isGivenName } from "../dates/givenNames.js";
import type { NameRun, NameToken } from "./nameTokens.js";
import { knownOrganization } from "./organizationNames.js";

const HYPHENS = new Set(["-", "‐", "‑"]);
const STATIONS = /^(?:ABC|BBC|CBC|CBS|CTV|Fox|FOX|ITV|KING|KTLA|NBC|NPR|PBS|RTÉ|Sky|WGN)$/u;
const NICKNAME_MARKS = new Set(['"', "“", "”", "‘", "’", "'"]);
const OPENING_PARTICLES: ReadonlySet<string> = new Set(["de", "bin", "van", "von", "der", "di", "du", "da", "das", "dos", "del", "della"]);
const SUFFIXES = /^(?:Jr|Sr|II|III|IV|Esq)\.?$/u;
/** Capitalised words longer than this are no name but a list or a shout; bounds the work on any text. */
const LONGEST_RUN = 24;

/** Tokens in which the mark of a question is looked for. */
const LONGEST_QUESTION = 60;

/** All runs of a block, in order. */
export function nameRuns(tokens: readonly NameToken[]): NameRun[] {
  const runs: NameRun[] = [];
  for (let index = 0; index < tokens.length; ) {
    const first = startsRun(tokens, index);
    if (first < 0) {
      index++;
      continue;
    }
    let end = first + 1;
    while (end - index < LONGEST_RUN) {
      const next = continuation(tokens, end);
      if (next <= end) break;
      end = next;
    }
    runs.push({ first: index, end });
    index = end;
  }
  return runs;
}

/** True for what names a broadcaster that has stations of its name: "NBC". */
export function isStation(text: string): boolean {
  return STATIONS.test(text);
}

/** True for "Jr.", "III". */
export function isSuffix(token: NameToken | undefined): boolean {
  return token !== undefined && isSuffixWord(token.text);
}

/** The same of a word as it is written. */
export function isSuffixWord(text: string): boolean {
  return SUFFIXES.test(text);
}

/** "KC" after "Catrin Rees", "PhD" after "Ann Bell,": letters that belong to no name and are none. */
function isPostNominal(tokens: readonly NameToken[], index: number): boolean {
  const token = tokens[index];
  if (!token || (token.facts & Word.postNominal) === 0 || !/\p{Lu}.*\p{Lu}/u.test(token.text) || token.loose) return false;
  const family = index - (tokens[index - 1]?.text === "," ? 2 : 1);
  const name = tokens[family];
  const next = tokens[index + 1];
  return name?.capital === true && !name.shouted && name.place === undefined && name.sentence === token.sentence && tokens[family - 1]?.capital === true && next?.capital !== true;
}

/** Index of the capitalised token with which a run from `index` begins ("al-Assad" begins before it); -1 where none does. */
function startsRun(tokens: readonly NameToken[], index: number): number {
  const token = tokens[index];
  if (!token || isPostNominal(tokens, index)) return -1;
  if (canBelong(tokens, index)) return index;
  // "All Blacks"
  const body = token.capital && token.organizationLength > 1 && token.lower !== "the" ? knownOrganization(tokens, index, index + LONGEST_RUN) : 0;
  if (body > index + 1 && body >= knownOrganization(tokens, index + 1, index + LONGEST_RUN)) return index;
  // "20th Century Fox"
  if (!token.isWord && /^\d/u.test(token.text)) {
    const known = knownOrganization(tokens, index, index + LONGEST_RUN) - 1;
    return known < 0 && isNumberedUnit(tokens, index) ? index + 1 : known;
  }
  // "al-Assad", "el-Sisi": the article in small letters is the name's first part
  if ((token.lower === "al" || token.lower === "el") && isHyphen(tokens[index + 1]) && canBelong(tokens, index + 2)) return index + 2;
  // "de Blasio", "bin Laden", "van Gogh": without the first name
  if (token.isWord && OPENING_PARTICLES.has(token.text)) {
    const next = skipParticles(tokens, index);
    if (next > index && canBelong(tokens, next) && tokens[next]?.place === undefined) return next;
  }
  return -1;
}

/** Words of a unit's name between its number and its kind. */
const LONGEST_UNIT = 5;
const UNIT = /^(?:airborne|armou?red|army|battalion|brigade|cavalry|corps|division|fleet|infantry|marines|regiment|squadron|wing|court)$/u;

/** "101st Airborne Division", "7th Fleet", "367th District Court": a unit or a court by its number. */
export function isNumberedUnit(tokens: readonly NameToken[], index: number): boolean {
  const number = tokens[index];
  if (!number || !/^\d{1,3}(?:st|nd|rd|th)$/u.test(number.text)) return false;
  let end = index + 1;
  while (end <= index + LONGEST_UNIT && tokens[end]?.capital && tokens[end]?.sentence === number.sentence && !tokens[end]?.loose) end++;
  // "7th Army Road" is a street
  return UNIT.test(tokens[end - 1]?.lower ?? "");
}

/** "the Brandt-led party", "the Brandt-era law". */
const TAIL = /^(?:led|era|run|old)$/u;
/** Second syllables of Cantonese and Korean names that are English words of more letters: "Connie Lam Wai-king". */
const SYLLABLE = /^(?:king|wing|sing|sang|long|hung|ping|ding|pang|hang|bong|fung|moon|soon|young|sung|sook)$/u;

/** Words of a body's name behind the peoples it begins with. */
const LONGEST_BODY = 5;

/** "the Russian-American | Chamber of Commerce": two peoples with which the name of a body begins. */
function isBodysPeople(tokens: readonly NameToken[], people: number): boolean {
  const { sentence } = tokens[people] ?? {};
  for (let index = people + 1; index <= people + LONGEST_BODY; index++) {
    const token = tokens[index];
    if (!token?.capital || token.sentence !== sentence || token.joined) return false;
    if ((token.facts & Word.organizationHead) !== 0) return (token.facts & Word.weakHead) === 0 && !token.lower.endsWith("s");
  }
  return false;
}

/** Index after what goes on with the run that ends before `end`; `end` where nothing does. */
function continuation(tokens: readonly NameToken[], end: number): number {
  const token = tokens[end];
  const before = tokens[end - 1];
  if (!token || !before || token.sentence !== before.sentence) return end;
  if (canBelong(tokens, end)) return isBorder(before, token) || isBehindContainer(tokens, end) || isPostNominal(tokens, end) || isAddressed(tokens, end) || isBehindOffice(tokens, end) ? end : end + 1;
  if (isHyphen(token) && token.joined) {
    const next = tokens[end + 1];
    if (!next?.joined || !next.isWord) return end;
    if (next.capital) return before.place && next.place && !isBodysPeople(tokens, end + 1) ? end : end + 2;
    // "Kim Jong-un", not "Trump-backed"
    if (TAIL.test(next.text)) return end;
    const syllable = (next.text.length <= 3 || SYLLABLE.test(next.text)) && tokens[end - 2]?.capital === true;
    return (isCommonWord(nameWords(), next.lower) && !syllable) || next.place ? end : end + 2;
  }
  if ((token.facts & Word.particle) !== 0 && token.text === token.lower) {
    const next = skipParticles(tokens, end);
    return next > end && canBelong(tokens, next) ? next + 1 : end;
  }
  if (NICKNAME_MARKS.has(token.text)) {
    const close = closeOfNickname(tokens, end);
    if (close === 0 || token.joined || !tokens[end + 1]?.capital) return end;
    // "Peter “Jo” Go": behind it a surname may be any word
    const isFamily = canBelong(tokens, close + 1) || (tokens[close + 1]?.capital === true && (before.facts & Word.firstName) !== 0);
    if (isFamily && tokens[close + 1]?.joined === false) return close + 2;
    return isBracketedName(tokens, close + 1, before) ? close + 5 : end;
  }
  // 'Lucille D. "Lou" Hathaway': the stop of the initial
  if (token.text === "." && token.joined && /^\p{Lu}$/u.test(before.text) && NICKNAME_MARKS.has(tokens[end + 1]?.text ?? "")) {
    const behind = continuation(tokens, end + 1);
    return behind > end + 1 ? behind : end;
  }
  // "the 2nd Marine Division, II Marine Force" are two
  if (token.text === "," && isSuffix(tokens[end + 1]) && (before.facts & Word.organizationHead) === 0) return end + 2;
  // "Hale Foods plc"
  if (token.text === "plc") return end + 1;
  if (isBracketedName(tokens, end)) return end + 4;
  // "Fox 5 Atlanta", "ABC 7 News"
  if (isStation(before.text) && /^\d{1,2}$/u.test(token.text) && tokens[end + 1]?.capital) return end + 2;
  return end;
}

/** Index of the mark behind a nickname of one word or two ("Six Nine", "K-Dub"); 0 where none closes one. */
function closeOfNickname(tokens: readonly NameToken[], open: number): number {
  const isMark = (index: number): boolean => NICKNAME_MARKS.has(tokens[index]?.text ?? "");
  if (isMark(open + 2)) return open + 2;
  if (isMark(open + 3)) return open + 3;
  return isHyphen(tokens[open + 2]) && tokens[open + 3]?.joined === true && isMark(open + 4) ? open + 4 : 0;
}

/** "(Moore)" of "Mary Ellen (Moore) Hayes", as obituaries write a maiden name. */
function isBracketedName(tokens: readonly NameToken[], at: number, given = tokens[at - 1]): boolean {
  const [open, inner, close, family] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (open?.text !== "(" || close?.text !== ")" || !given || !inner || !family || !inner.capital || inner.shouted || inner.initial || !family.capital || family.place) return false;
  const isName = ((inner.facts & (Word.firstName | Word.surname)) !== 0 && !inner.place) || !isCommonWord(nameWords(), inner.lower);
  return isName && (given.facts & Word.firstName) !== 0 && (family.facts & Word.surname) !== 0 && family.sentence === given.sentence;
}

/** True for a capitalised token that may be part of a name. */
function canBelong(tokens: readonly NameToken[], index: number): boolean {
  const token = tokens[index];
  if (!token?.capital) return false;
  if (token.text.length === 2 && /^['’]s$/iu.test(token.text)) return false;
  if ((token.facts & (Word.function | Word.time)) === 0) return true;
  if (token.text === "I") return isFirstOfName(tokens, index);
  if (token.shouted && !token.loose && (token.place !== undefined || nameWords().isOrganization(token.text))) return true;
  const after = tokens[index + 1];
  const before = tokens[index - 1];
  // "Kevin A. Boone", "A. Noel Kramer"
  if (token.initial && token.text.endsWith(".") && after?.capital) return true;
  if ((token.facts & Word.firstName) !== 0 && after?.capital && (after.facts & (Word.function | Word.common | Word.time)) === 0 && !after.shouted) return true;
  if (isNamedByFamily(tokens, index)) return true;
  // "Friday Osanebi, a lawmaker,": the finding of dates has left it to the names
  if ((WEEKDAYS.has(token.lower) || token.lower === "eid") && after?.capital && isGivenName(rowOf(tokens), index)) return true;
  // "Lee Do-woon"
  if (!token.opening && before?.capital === true && isHyphen(after) && after?.joined === true && tokens[index + 2]?.joined === true && isSyllable(tokens[index + 2])) return true;
  // "Will Young sang.": only a question begins with the verb
  if (token.lower === "will" && token.opening && !token.loose && after?.capital && after.sentence === token.sentence && (after.facts & (Word.surname | Word.firstName)) !== 0 && !isQuestion(tokens, index)) return true;
  // "Mrs May"
  if (!token.opening && (token.facts & Word.time) !== 0 && before?.capital === true && /^(?:mrs|mr|ms)\.?$/u.test(before.lower)) return true;
  // "Theresa May", "Clarence Day", "Tamer Ramadan"
  const isSurname = (token.facts & (Word.firstName | Word.surname | Word.wordSurname)) !== 0;
  return !token.opening && isSurname && before?.capital === true && (before.facts & Word.firstName) !== 0 && (before.facts & Word.common) === 0;
}

/** "I" of "Queen Elizabeth I", "Henry I of England": the first of that name, and no pronoun as in "I told Henry I left". */
function isFirstOfName(tokens: readonly NameToken[], index: number): boolean {
  const [name, next] = [tokens[index - 1], tokens[index + 1]];
  if (!name?.capital || name.opening || (name.facts & Word.firstName) === 0 || name.sentence !== tokens[index]?.sentence) return false;
  const [title, before] = [tokens[index - 2], tokens[index - 3]];
  if (MONARCH.test(title?.lower ?? "") || (title?.capital === true && MONARCH.test(before?.lower ?? ""))) return true;
  return next !== undefined && next.sentence === name.sentence && /^(?:of|['’]s|reigned|ruled)$/u.test(next.lower);
}

const MONARCH = /^(?:king|queen|emperor|empress|pope|tsar|czar|kaiser|sultan|shah|pharaoh|prince|princess)$/u;

/** "He" of "He Lifeng": a family name that is also a pronoun, before a given name; a pronoun has no capital behind it but at the head of a sentence, before a verb that somebody made of a name. */
export function isNamedByFamily(tokens: readonly NameToken[], index: number): boolean {
  const [family, given] = [tokens[index], tokens[index + 1]];
  if (!family?.capital || !given?.capital || family.loose || given.shouted || given.place || given.sentence !== family.sentence) return false;
  // "Sun Yat-sen"
  const isDay = (family.facts & Word.time) !== 0 && isHyphen(tokens[index + 2]) && tokens[index + 2]?.joined === true;
  const isBoth = (family.facts & Word.familyFirst) !== 0 && ((family.facts & Word.function) !== 0 || isDay);
  return isBoth && !isCommonWord(nameWords(), given.lower) && !given.lower.endsWith("ed") && (given.facts & ~(Word.firstName | Word.rareFirstName)) === 0;
}

/** "woon" of "Do-woon". */
function isSyllable(token: NameToken | undefined): boolean {
  return token !== undefined && token.isWord && !token.capital && token.text.length <= 5 && !isCommonWord(nameWords(), token.lower);
}

function rowOf(tokens: readonly NameToken[]): Parameters<typeof isGivenName>[0] {
  const text = (at: number): string => tokens[at]?.text ?? "";
  return { text, lower: (at) => tokens[at]?.lower ?? "", isCapitalized: (at) => tokens[at]?.capital === true };
}

/** True in a sentence that ends with a question mark. */
function isQuestion(tokens: readonly NameToken[], index: number): boolean {
  const sentence = tokens[index]?.sentence;
  let end = index;
  while (end - index < LONGEST_QUESTION && tokens[end + 1]?.sentence === sentence) end++;
  return tokens.slice(index, end + 1).some(({ text }) => text === "?") || end - index === LONGEST_QUESTION;
}

/** "Selma, Ala. Ralph Abernathy followed": the stop of the state is the sentence's, too. */
function isBehindContainer(tokens: readonly NameToken[], index: number): boolean {
  const [mark, state] = [tokens[index - 2], tokens[index - 1]];
  return state?.place !== undefined && state.text.endsWith(".") && (mark?.text === "," || (mark?.text === "-" && state.joined));
}

/** Of such words none has itself behind it, as "Wagga Wagga" has. */
function isCommonOrPersonal({ facts, lower }: NameToken): boolean {
  return (facts & (Word.firstName | Word.surname)) !== 0 || isCommonWord(nameWords(), lower);
}

/** Two capitalised words that no name holds side by side. */
function isBorder(before: NameToken, token: NameToken): boolean {
  // signatures: "Traci Traci"
  if (isSuffix(before) || (before.lower === token.lower && !token.initial && isCommonOrPersonal(token))) return true;
  if (isSuffix(token) && (before.facts & OTHER_HEAD) !== 0) return true;
  // headings: common words part the names
  return divides(before) !== divides(token);
}

/** "Phillip Jim, Take a look": behind the signature of one letter the greeting of the next. */
function isAddressed(tokens: readonly NameToken[], index: number): boolean {
  const [name, mark, next] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!name || !next?.capital || mark?.text !== "," || (name.facts & (Word.firstName | Word.surname | Word.common)) !== Word.firstName) return false;
  return (next.facts & (Word.firstName | Word.surname | Word.role | Word.honorific)) === 0 && isCommonWord(nameWords(), next.lower) && next.place === undefined;
}

/** "the mayor of Bristol Paul Denning", "ambassador to Egypt Mary Collins": an office of a place is followed by who holds it. */
function isBehindOffice(tokens: readonly NameToken[], index: number): boolean {
  const place = tokens[index - 1]?.place;
  const [name, next] = [tokens[index], tokens[index + 1]];
  if (!place || !name || name.place || !next?.capital || next.sentence !== name.sentence) return false;
  let before = index - 1;
  while (before > 0 && tokens[before - 1]?.place === place) before--;
  // "MP for Kent Paul Denning"
  const isSeat = tokens[before - 1]?.lower === "for" && /^(?:mp|parliament|councillor|senator|mca|mla|msp|td)$/u.test(tokens[before - 2]?.lower ?? "");
  const isOffice = isSeat || (/^(?:of|to)$/u.test(tokens[before - 1]?.lower ?? "") && ((tokens[before - 2]?.facts ?? 0) & Word.role) !== 0);
  const isPerson = (name.facts & Word.firstName) !== 0 || ((name.facts | next.facts) & (Word.common | Word.organizationHead | OTHER_HEAD | Word.function)) === 0;
  return isOffice && isPerson && (next.facts & (Word.organizationHead | OTHER_HEAD)) === 0;
}

/** A common word of a heading that begins or ends no name. */
function divides(token: NameToken): boolean {
  const naming = Word.role | Word.roleModifier | Word.honorific | Word.firstName | Word.organizationHead | OTHER_HEAD;
  return token.loose && !token.place && (token.facts & naming) === 0 && (isCommonWord(nameWords(), token.lower) || pastVerbs.has(token.lower));
}

function skipParticles(tokens: readonly NameToken[], index: number): number {
  let next = index;
  while (next - index < 4 && tokens[next] && ((tokens[next]?.facts ?? 0) & Word.particle) !== 0 && tokens[next]?.text === tokens[next]?.lower) {
    next++;
    if (isHyphen(tokens[next])) next++;
  }
  return next;
}

export function isHyphen(token: NameToken | undefined): boolean {
  return token !== undefined && HYPHENS.has(token.text);
}
