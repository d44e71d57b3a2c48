import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../../lexicon/nameWords.js";
import type { NameMention } from "../findings.js";
import { isRole } from "./nameRoles.js";
import { isNamedByFamily, isSuffix } from "./nameRuns.js";
import { isDoubleTitle, isHyphened, isTitleHead, type NameToken, type NameRun } from "./nameTokens.js";
import { endsAsOrganization } from "./organizationNames.js";

type NameType = NameMention["type"];

/** A name as token indices, before its roles are known. */
export interface Candidate extends NameRun {
  readonly type: NameType;
  readonly confidence: number;
}

/** Letters of the longest Korean family name. */
const LONGEST_FAMILY = 5;
/** How sure a name is whose form leaves no doubt. */
const SURE = 0.95;
const SPEECH = new Set(
  "said says say told tells asked added adds wrote writes tweeted insisted insists argued argues claimed claims noted notes explained explains recalled replied responded testified warned warns acknowledged admitted announced believes thinks knows wants".split(" "),
);
const LOCATIVE = new Set(["in", "at", "near", "from", "to", "into", "across", "outside", "inside", "around", "throughout", "toward", "towards", "via", "on"]);
/** What a run without titles is; undefined where it names neither a person nor an organization. */
export function classify(tokens: readonly NameToken[], run: NameRun, titled: boolean): Candidate | undefined {
  const found = classifyRun(tokens, run, titled);
  if (found?.type !== "person" || titled) return found;
  // "the Albert Einstein hospital" has its name from him
  const [before, noun, behind] = [tokens[found.first - 1], tokens[found.end], tokens[found.end + 1]];
  const isNamedAfter = before?.lower === "the" && noun && !noun.capital && NAMED_AFTER.test(noun.lower) && noun.sentence === before.sentence && !behind?.capital;
  return isNamedAfter ? { first: found.first, end: found.end + 1, type: "organization", confidence: SURE } : found;
}

/** Words of an office. */
const TITLE = Word.role | Word.roles | Word.roleModifier | Word.honorific;

/** With what bodies' names end, and surnames too. */
const SURNAME_TOO = /^(?:guardian|herald|post|star|sun|bank|church|hall|park|court|house|union|press|temple|abbey|lodge|chambers)$/u;

/** "Don Guardian", who is somebody where a title stands before it. */
export function mayBeSurname(tokens: readonly NameToken[], run: NameRun): boolean {
  return isAfterFirstName(tokens, run) && SURNAME_TOO.test(tokens[run.end - 1]?.lower ?? "");
}

function isAfterFirstName(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const [name, family] = [tokens[first], tokens[end - 1]];
  return end - first === 2 && isFirstName(name) && ((name?.facts ?? 0) & Word.common) === 0 && !name?.place && family?.capital === true;
}

/** Bodies that have their names from people, as some newspapers write them. */
const NAMED_AFTER = /^(?:hospital|clinic|university|institute|foundation|academy)$/u;

function classifyRun(tokens: readonly NameToken[], run: NameRun, titled: boolean): Candidate | undefined {
  const { end } = run;
  // "North Charleston Police Department"
  const endsInHead = ((tokens[end - 1]?.facts ?? 0) & Word.organizationHead) !== 0 && endsAsOrganization(tokens, run);
  const first = titled || endsInHead ? run.first : afterLabel(tokens, run);
  const start = tokens[first];
  const last = tokens[end - 1];
  if (!start || !last) return undefined;
  const as = (type: NameType, confidence: number): Candidate => ({ first, end, type, confidence });
  const lists = nameWords();
  // "Linda Daily": a paper has its name from a place or a thing
  if ((last.lower === "daily" && isAfterFirstName(tokens, { first, end })) || (titled && mayBeSurname(tokens, { first, end }))) return as("person", 0.9);
  if (endsInHead || endsAsOrganization(tokens, { first, end })) return as("organization", start.loose ? 0.5 : isSurelyOrganization(tokens, { first, end }) ? SURE : 0.8);
  // "(R-Utah)", "X-ray", "U-turn"
  if (start.text.length === 1 && tokens[first + 1]?.text === "-" && tokens[first + 1]?.joined) return undefined;
  // the whole is a place
  if (start.place && start.place.start <= start.start && start.place.end >= last.end) return titled ? as("person", 0.5) : undefined;
  const words = tokens.slice(first, end).filter((token, index) => token.capital || isHyphened(tokens, first + index));
  const head = words[0];
  if (!head) return undefined;
  if (!titled && words.length <= 3 && isEmployer(tokens, { first, end })) return as("organization", words.length > 1 && ANALYST.test(tokens[first - 2]?.lower ?? "") ? SURE : 0.8);
  if (!titled && words.length <= 2 && isHeaded(tokens, { first, end }, head)) return as("organization", SURE);
  if (words.length === 1) return classifyWord(tokens, first, end, titled);
  // "the Chief Press Secretary"
  if (words.every(({ facts }) => (facts & TITLE) !== 0 && (facts & (Word.firstName | Word.surname)) === 0)) return undefined;
  const suffixed = isSuffix(last);
  const family = words[words.length - (suffixed ? 2 : 1)] ?? last;
  const named = isFirstName(head);
  // "the Resident Electoral Commissioner"
  if (!named && isRole(family) && (family.facts & (Word.firstName | Word.surname | Word.wordSurname)) === 0) return undefined;
  // "James Clerk Maxwell Telescope", "Queen Anne Stakes", "Foreign Agents Registration Act": what looks like a title is part of the name of a thing
  if (titled && (family.facts & (Word.work | Word.event | Word.law)) !== 0 && (family.facts & (Word.surname | Word.firstName | Word.wordSurname)) === 0) return undefined;
  if ((family.facts & OTHER_HEAD) !== 0 && !titled && !isHyphened(tokens, end - 1) && !(named && (family.facts & (Word.surname | Word.wordSurname)) !== 0)) return undefined;
  if (words.some((word) => (word.facts & Word.people) !== 0 && (word.facts & (Word.firstName | Word.surname)) === 0)) return undefined;
  // "Pittsburgh Pirates"
  if (head.place && /[^s]s$/u.test(last.text) && words.length === 2 && !named) return as("organization", 0.6);
  const common = (word: NameToken): boolean => isCommonWord(lists, word.lower) && (word.facts & (Word.firstName | Word.surname)) === 0 && !word.initial;
  const unusual = words.filter((word) => !common(word)).length;
  const doubtful = head.maybePlace || last.maybePlace;
  // "Mohammed bin Abdulrahman bin Jassim Al Thani"
  const isDescent = tokens.slice(first, end).filter(({ lower }) => /^(?:bin|bint|ibn)$/u.test(lower)).length > 0;
  // "Min Seo-yun": two syllables behind a short family name, the second one small
  if (end - first === 4 && isHyphened(tokens, end - 1) && !last.capital && head.text.length <= LONGEST_FAMILY && !head.shouted) return as("person", (head.facts & Word.familyFirst) !== 0 && !head.opening ? SURE : 0.8);
  // "Hargreave & Denby": nobody's name has an ampersand
  if (!titled && unusual > 0 && tokens[first + 1]?.text === "&") return as("organization", start.loose ? 0.5 : PARTNERS.test(tokens[end]?.text ?? "") ? SURE : 0.8);
  // "Teacher Retirement Plans": the noun before it is no title
  if (titled && unusual === 0) return undefined;
  if (titled || suffixed) return words.filter((word) => !word.initial && !isSuffix(word)).length <= (isDescent ? 7 : 4) ? as("person", unusual > 0 ? 0.9 : 0.4) : undefined;
  if (words.length > (isDescent ? 7 : 5)) return undefined;
  if (isNamedByFamily(tokens, first) && words.length === 2) return as("person", SURE);
  // "Tan Mei Ling, 45, was"
  if (words.length > 1 && !last.loose && isAged(tokens, end) && words.every(({ facts, place }) => !place && (facts & (Word.organizationHead | OTHER_HEAD)) === 0)) return as("person", SURE);
  if (isSurelyPersonal(tokens, { first, end }, head, family)) return as("person", SURE);
  if (tokens[first - 1]?.lower === "the") {
    // "the Paul Denning campaign", "the Paul Denning-led party"
    const [next, second] = [tokens[end], tokens[end + 1]];
    const used = next && ((next.isWord && !next.capital && (next.facts & Word.common) !== 0) || (next.text === "-" && next.joined && second?.joined));
    if (named && used && unusual === words.length) return as("person", 0.7);
    return unusual === words.length && !named ? as("organization", 0.45) : undefined;
  }
  const initials = head.initial || (head.shouted && !head.loose && head.text.length === 2 && !last.shouted && !head.place);
  if (initials && words.length <= 4 && !family.initial && (!common(family) || words.length > 2)) return as("person", head.initial ? 0.85 : 0.6);
  if (head.shouted && !head.loose && !last.shouted) return undefined;
  const after = tokens[end];
  // "Titan Operating said": a business by what it does; nobody's surname is a participle
  if (words.length === 2 && !(named && isRole(tokens[first - 1])) && common(family) && family.lower.endsWith("ing") && after !== undefined && SPEECH.has(after.lower)) return as("organization", 0.5);
  if (named && unusual >= words.length - 1 && !((head.facts & Word.common) !== 0 && common(family))) {
    if (head.place && (family.facts & (Word.surname | Word.firstName)) === 0) return as("person", 0.45);
    return as("person", start.loose && common(family) ? 0.45 : doubtful ? 0.7 : 0.9);
  }
  if (after !== undefined && SPEECH.has(after.lower) && unusual > 0) return as("person", 0.6);
  if (words.some(({ place }) => place) || doubtful) return undefined;
  // "Osama bin Laden"
  if (tokens.slice(first, end).some(({ facts, capital, lower }) => (!capital || /^(?:bin|ibn|abu|von|van|de|al|el)$/u.test(lower)) && (facts & Word.particle) !== 0)) return as("person", unusual > 0 ? 0.8 : 0.4);
  // "Lim Boon Wan": of the two syllables behind a Chinese family name one may be a word
  const isChinese = words.length === 3 && end - first === 3 && !start.loose && (head.facts & Word.familyFirst) !== 0 && !common(head) && !words.some(({ text, shouted }) => shouted || text.length > LONGEST_SYLLABLE);
  if (isChinese && unusual > 1) return as("person", SURE);
  if (unusual === words.length && words.length <= 3) return as("person", (family.facts & Word.surname) !== 0 ? 0.7 : 0.6);
  return undefined;
}

/** Who have a firm together, behind its name. */
export const PARTNERS = /^(?:solicitors|lawyers|attorneys|accountants|architects|auctioneers|surveyors)$/u;

/** Letters of a syllable of a Chinese name. */
const LONGEST_SYLLABLE = 5;

/** ", 45," behind a name: nothing but a person has an age there. */
function isAged(tokens: readonly NameToken[], end: number): boolean {
  return tokens[end]?.text === "," && /^[1-9]\d$/u.test(tokens[end + 1]?.text ?? "") && tokens[end + 2]?.text === ",";
}

/** "Sinéad O'Connor", "Ann McBride", 'William "Bill" Ames': what only people's names have. */
function isSurelyPersonal(tokens: readonly NameToken[], { first, end }: NameRun, head: NameToken, family: NameToken): boolean {
  if (family.loose || family.shouted || head.place) return false;
  // "J.K. Rowling", "M. Night Shyamalan"
  const isPlain = tokens.slice(first + 1, end).every(({ facts }) => (facts & (Word.organizationHead | OTHER_HEAD)) === 0);
  if (head.initial && head.text.endsWith(".") && isPlain && family.capital && family.text.length > 2 && !family.initial && !isCommonWord(nameWords(), family.lower) && !family.place) return true;
  if (/^O['’]\p{Lu}\p{Ll}+$/u.test(family.text) && !isCommonWord(nameWords(), head.lower)) return true;
  // "NASA's Fenno Koskela said": who is whose
  // "the Brindle Labour Party's (BLP) Fenno Koskela"
  const mark = tokens[first - 1]?.text === ")" && tokens[first - 3]?.text === "(" ? first - 4 : first - 1;
  const owner = tokens[mark - 1];
  const isOwned = /^['’]s$/u.test(tokens[mark]?.text ?? "") && owner !== undefined && (owner.place !== undefined || (owner.shouted && !owner.loose) || (owner.facts & Word.organizationHead) !== 0) && end - first === 2;
  const isPersonal = (family.facts & (Word.surname | Word.firstName)) !== 0 && !isCommonWord(nameWords(), family.lower);
  if (isOwned && isFirstName(head) && (family.facts & Word.wordSurname) !== 0) return true;
  if (isOwned && isPlain && isPersonal && (isFirstName(head) || !isCommonWord(nameWords(), head.lower))) return true;
  const nicknamed = tokens.slice(first + 1, end - 1).some(({ isWord, text }) => !isWord && /^["“”‘’'(]$/u.test(text));
  return isFirstName(head) && (nicknamed || /^(?:Mac|Mc)\p{Lu}\p{Ll}+$/u.test(family.text));
}

/** Who works at a firm or an institute rather than at a place. */
const EMPLOYEE = /^(?:economist|strategist|analyst|trader|partner|executive|researcher|scientist|engineer|lawyer|attorney|fellow|officer|adviser|advisor|broker|consultant)s?$/u;

/** Who is at the head of a company, behind its name. */
const HEAD = /^(?:ceo|cfo|coo|chairman|chairwoman|founder|co-founder|cofounder)$/u;

/** "Cinia chief executive Ari Knaap": no person has one, and a town's is hardly named so. */
function isHeaded(tokens: readonly NameToken[], { first, end }: NameRun, head: NameToken): boolean {
  const [role, next] = [tokens[end], tokens[end + 1]];
  if (!role || head.loose || role.sentence !== head.sentence || /^['’]s$/u.test(role.text)) return false;
  const last = role.lower === "chief" && /^(?:executive|financial|operating)$/u.test(next?.lower ?? "") ? (next?.lower === "executive" ? end + 2 : end + 3) : HEAD.test(role.lower) && (!role.capital || role.shouted) ? end + 1 : 0;
  if (last === 0 || tokens[last]?.capital !== true || tokens[last]?.sentence !== head.sentence) return false;
  return tokens.slice(first, end).every(({ facts, lower, place, capital }) => capital && !place && !isCommonWord(nameWords(), lower) && (facts & (Word.people | Word.time | Word.role | Word.honorific | Word.firstName | OTHER_HEAD)) === 0);
}

/** Who works at no place. */
const ANALYST = /^(?:economist|strategist|analyst|trader|broker)s?$/u;

/** "chief economist at Quorn" */
function isEmployer(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const [name, preposition, role] = [tokens[first], tokens[first - 1], tokens[first - 2]];
  if (preposition?.lower === "and" && end - first === 1) return isSecondEmployer(tokens, first);
  if (!name || name.place || (name.maybePlace && end - first === 1) || name.loose || preposition?.lower !== "at" || role?.sentence !== name.sentence) return false;
  if (!EMPLOYEE.test(role.lower)) return false;
  // "an analyst at Hale Capital Markets"
  if (tokens.slice(first + 1, end).some(({ facts, lower }) => (facts & Word.organizationHead) !== 0 || lower === "markets")) return true;
  // "analysts at Peel Hunt"
  if (ANALYST.test(role.lower)) return tokens.slice(first, end).every(({ facts }) => (facts & (Word.people | Word.time)) === 0);
  return tokens.slice(first, end).every(({ facts }) => (facts & (Word.firstName | OTHER_HEAD | Word.people | Word.time)) === 0);
}

/** Words of the first of two employers. */
const LONGEST_EMPLOYER = 4;

/** "analysts at Hale Securities and Quorl" */
function isSecondEmployer(tokens: readonly NameToken[], index: number): boolean {
  const name = tokens[index];
  if (!name || name.place || name.maybePlace || name.loose || tokens[index + 1]?.capital || (name.facts & (Word.people | Word.time | Word.firstName | OTHER_HEAD)) !== 0) return false;
  let at = index - 2;
  while (at > index - 2 - LONGEST_EMPLOYER && tokens[at]?.capital) at--;
  return at < index - 2 && tokens[at]?.lower === "at" && ANALYST.test(tokens[at - 1]?.lower ?? "") && tokens[at]?.sentence === name.sentence;
}

/** Heads that are always of a body, in whatever sentence: "the Kenya Medical Research Institute". */
const BODIES = new Set("institute commission ministry university federation foundation association agency bureau corporation consortium confederation police constabulary hospital infirmary fc afc inc inc. corp corp. ltd ltd. llc llp plc gmbh".split(" "));

/** The same of two words: "Ipswich Crown Court", "Rushcliffe Borough Council", "Harris County Sheriff's Office", while there is more than one thing that is a court or a council. */
const KINDS_OF: ReadonlyMap<string, RegExp> = new Map([
  ["court", /^(?:['’]s?|district|county|sheriff|federal|combined|family|youth|crown|high|supreme|superior|circuit|magistrates|appeals?)$/u],
  ["office", /^['’]s$/u],
  ["department", /^(?:police|fire|health)$/u],
  ["council", /^(?:borough|city|county|town|district|parish|municipal)$/u],
]);

/** Three words or more, or a name before it: "Uppsala University", not "the Committee" or "Executive Committee". */
function isSurelyOrganization(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const last = tokens[end - 1];
  // "Ida Brandt Co.": no person and no place has a legal form, but "Clay Co." may be the county
  if (last && end - first > (/^co\.?$/u.test(last.lower) ? 2 : 1) && COMPANY_FORM.test(last.text) && !tokens[end]?.capital) return true;
  // "American-Scandinavian Foundation" is cut at its hyphen
  if (!last || !(BODIES.has(last.lower) || KINDS_OF.get(last.lower)?.test(tokens[end - 2]?.lower ?? "")) || tokens[end]?.capital || tokens[first]?.joined) return false;
  const words = tokens.slice(first, end - 1).filter(({ capital }) => capital);
  const lists = nameWords();
  // "Victoria Police"
  if (last.lower === "police" && words.some(({ place }) => place !== undefined)) return true;
  return words.length > 1 || words.some(({ lower, opening, facts }) => !opening && !isCommonWord(lists, lower) && (facts & (Word.role | Word.people | Word.firstName)) === 0);
}

/** Legal forms that nothing else is written as. */
const COMPANY_FORM = /^(?:Inc|Corp|Co|Cos|Ltd|LLC|LLP)\.?$/u;

/** A first name's list holds some articles and particles, too ("La"). */
export function isFirstName(token: NameToken | undefined): boolean {
  const facts = token?.facts ?? 0;
  return (facts & (Word.firstName | Word.rareFirstName)) !== 0 && (facts & Word.particle) === 0;
}

/** Leaves out what describes the person before a first name: "Russian Sergey Lavrov", "Education Stefania Giannini", "YouTuber Julien Solomita", "CMO Ann Bell". */
function afterLabel(tokens: readonly NameToken[], { first, end }: NameRun): number {
  const lists = nameWords();
  for (let index = first + 1; index + 1 < end; index++) {
    const token = tokens[index];
    if (!token?.capital || !isFirstName(token) || (token.facts & Word.common) !== 0) continue;
    const labels = tokens.slice(first, index);
    // "Canucks G Tatcher Demske": where a player stands
    if (index - first > 1 && POSITION.test(tokens[index - 1]?.text ?? "") && !isFirstName(tokens[index - 2])) return index;
    // "Min" of "Min Seo-yun" is a family name, whatever else the word is
    const isLabel = (label: NameToken): boolean => (label.facts & Word.familyFirst) === 0 && !isFirstName(label) && ((label.facts & (Word.people | Word.organizationHead)) !== 0 || label.place !== undefined || isCommonWord(lists, label.lower) || !label.capital || (label.shouted && !label.loose && !label.initial));
    if (labels.every(isLabel)) return index;
    return first;
  }
  return first;
}

/** Titles of people that begin the name of nothing else. */
const COURTESY = /^(?:Mr|Mrs|Ms)\.?$/u;

/** Letters for a player's position. */
const POSITION = /^(?:[CDFG]|LW|RW|QB|RB|WR|TE|CB|LB|DE|DT|SS|OF|RHP|LHP)$/u;

/** A single capitalised word. */
function classifyWord(tokens: readonly NameToken[], first: number, end: number, titled: boolean): Candidate | undefined {
  const token = tokens[first]?.capital ? tokens[first] : tokens[end - 1];
  if (!token) return undefined;
  const as = (type: NameType, confidence: number): Candidate => ({ first, end, type, confidence });
  const { facts } = token;
  const before = tokens[first - 1];
  const after = tokens[end];
  const common = isCommonWord(nameWords(), token.lower);
  // "told The Post": a capital within the sentence makes the article part of a newspaper's name
  if (before?.text === "The" && !before.opening && !token.loose && /^(?:told|tells)$/u.test(tokens[first - 2]?.lower ?? "") && !after?.capital && !(after?.lower === "and" && tokens[end + 1]?.capital)) return as("organization", SURE);
  if (titled && !token.initial && ((facts & (Word.people | Word.time)) === 0 || ((facts & Word.time) !== 0 && before !== undefined && COURTESY.test(before.text)))) {
    if (isTitleHead(token)) return undefined;
    // "Ms Furlong", whatever else the word is
    // "Mrs Justice Furlong"
    const isJudge = before?.text === "Justice" && isDoubleTitle(tokens[first - 2]?.lower, before.lower, token.lower);
    if (before && (COURTESY.test(before.text) || isJudge) && !token.loose && !token.shouted) return as("person", SURE);
    // "Executive Session", "Teen Choice": a title's words begin other things, too
    const plain = common && (facts & (Word.firstName | Word.surname)) === 0;
    return as("person", plain && (!before || (before.facts & Word.honorific) === 0 || (facts & Word.organizationHead) !== 0) ? 0.4 : 0.85);
  }
  if (token.initial || (facts & (Word.people | Word.time | Word.thing | OTHER_HEAD | Word.function)) !== 0 || token.place) return undefined;
  if (token.shouted && !token.loose) return /^[\p{Lu}&.-]{2,7}$/u.test(token.text) && (!common || (before?.lower === "the" && isSurelyActing(tokens, first, end))) ? as("organization", isSurelyActing(tokens, first, end) ? SURE : actsAsOrganization(tokens, first, end) ? 0.5 : 0.4) : undefined;
  // "London-based Norvale", but "oat-based Crunchos"
  if (before?.lower === "based" && tokens[first - 2]?.text === "-" && tokens[first - 3]?.capital && !common && !after?.capital && (facts & (Word.firstName | Word.surname)) === 0) return as("organization", SURE);
  const speaks = after !== undefined && (SPEECH.has(after.lower) || after.lower === "who");
  // "farmer Smith", "spokeswoman Sakharova"
  if (isRole(before) && before && !before.capital && !common) return as("person", 0.85);
  if ((facts & (Word.role | Word.roles | Word.roleModifier | Word.honorific | Word.organizationHead)) !== 0) return undefined;
  if ((facts & Word.wellKnown) !== 0 && !(token.opening && common && !speaks)) return as("person", 0.7);
  if (token.loose) return undefined;
  if (token.opening && common) return speaks && (facts & Word.firstName) !== 0 ? as("person", 0.45) : undefined;
  if (before?.lower === "the") return as("organization", 0.3);
  const named = isFirstName(token) && (facts & Word.firstName) !== 0;
  if (named && !common) return as("person", speaks ? 0.8 : token.maybePlace ? 0.4 : 0.6);
  // "ScotRail warned": a capital inside that is no "Mac" or "La"
  if (/^\p{Lu}\p{Ll}{2,}\p{Lu}/u.test(token.text) && !/^(?:Mac|Mc|Fitz|Van|Von|Del|Des|Dos|Della|Abu)\p{Lu}/u.test(token.text) && !/^[#@]$/u.test(before?.text ?? "") && (facts & Word.surname) === 0) return as("organization", 0.6);
  if (speaks) return as("person", 0.55);
  // "met Mark on Monday": in the midst of a sentence a common word has a capital for being a name
  if (common && named && !token.opening && !token.maybePlace && (facts & Word.surname) === 0 && !after?.capital && after?.lower !== "of" && !before?.capital) return as("person", 0.5);
  if (common) return as("person", 0.1);
  if (token.maybePlace || LOCATIVE.has(before?.lower ?? "")) return as("organization", 0.2);
  return as("person", (facts & Word.surname) !== 0 && !common ? 0.5 : 0.3);
}

/** "the CRTC said", "DAB's Starry Lee", "the GHRA spokesman": three letters or more that speak, or have somebody, in a sentence in which capitals tell something. */
function isSurelyActing(tokens: readonly NameToken[], first: number, end: number): boolean {
  const token = tokens[first];
  const after = tokens[end];
  if (!token || !after || token.loose || token.text.length < 3 || after.sentence !== token.sentence) return false;
  if (SPEECH.has(after.lower) || (isRole(after) && !after.capital)) return true;
  // "the GHRA, led by Ann Bell,"
  if (after.text === "," && /^(?:led|headed|chaired)$/u.test(tokens[end + 1]?.lower ?? "") && tokens[end + 2]?.lower === "by") return true;
  const owned = tokens[end + 1];
  return /^['’]s$/u.test(after.text) && owned !== undefined && (isRole(owned) || (owned.capital && !owned.shouted));
}

/** Verbs of an agent or of what is owned, after "the GHRA". */
const ACTING = /^(?:has|have|had|is|was|will|would|could|may|must|should|can|which|whose)$/u;

/**
 * What tells an acronym of an organization from one of anything else ("ICT", "the EPM test"): it speaks or acts, owns something, has
 * a director or a spokesman. Without that it is one only where the rest of the article says so.
 */
function actsAsOrganization(tokens: readonly NameToken[], first: number, end: number): boolean {
  const after = tokens[end];
  const before = tokens[first - 1];
  if (after && after.sentence === tokens[first]?.sentence) {
    if (SPEECH.has(after.lower) || /^['’]s$/u.test(after.text) || isRole(after)) return true;
    if (before?.lower === "the" && ACTING.test(after.lower)) return true;
  }
  // "director of the GHRA"
  const link = before?.lower === "the" ? tokens[first - 2] : before;
  const noun = before?.lower === "the" ? tokens[first - 3] : tokens[first - 2];
  return link !== undefined && /^(?:of|for|at|with|from|by)$/u.test(link.lower) && isRole(noun);
}
