import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../../lexicon/nameWords.js";
import { isRole } from "./nameRoles.js";
import { isTitleHead, type NameRun, type NameToken } from "./nameTokens.js";

/** Joins runs over "of", "and", "&" and a possessive where an organization's name goes on. */
export function* joinRuns(tokens: readonly NameToken[], runs: readonly NameRun[]): Generator<NameRun> {
  for (let index = 0; index < runs.length; index++) {
    let run = runs[index];
    if (!run) return;
    for (let next = runs[index + 1]; next && goesOn(tokens, run, next); next = runs[index + 1]) {
      run = { first: run.first, end: next.end };
      index++;
    }
    yield run;
  }
}

/** What a court is for. */
const COURT_REGION = new Set(["circuit", "district"]);

function goesOn(tokens: readonly NameToken[], left: NameRun, right: NameRun): boolean {
  const last = tokens[left.end - 1];
  if (!last || tokens[right.first]?.sentence !== last.sentence || right.first - left.end > 3 || right.end - left.first > 14) return false;
  if (knownOrganization(tokens, left.first, right.end) > left.end) return true;
  const gap = tokens.slice(left.end, right.first).map(({ lower }) => lower).join(" ");
  const head = tokens[right.end - 1];
  if (gap === "&") return true;
  // "Court of Appeals for the Sixth Circuit"
  if (gap === "for the" && head !== undefined && COURT_REGION.has(head.lower)) return true;
  if (gap === "," && (listsPartners(tokens, left, right) || listsMatters(tokens, left, right))) return true;
  if (gap === "," && isLegalForm(tokens[right.first]) && right.end - right.first === 1) return true;
  const rightIsHead = head !== undefined && (head.facts & Word.organizationHead) !== 0;
  // "Member of Parliament for Hale East"
  if (gap === "for" && last.lower === "parliament" && tokens[left.end - 2]?.lower === "of") return false;
  // "Schools on Naxos are shut."
  if (left.end - left.first === 1 && last.opening && /^\p{Lu}\p{Ll}+[^su]s$/u.test(last.text)) return false;
  if (/^(?:of|for|on|of the|for the|and|to)$/u.test(gap) && takesOf(last) && gap !== "and") return !isRole(last) || rightIsHead;
  if (gap === "and") {
    // "Avon and Somerset Police", "Brighton and Hove City Council"
    if (/^(?:police|constabulary|council)$/u.test(head?.lower ?? "") && tokens[left.first - 1]?.lower !== "between" && left.end - left.first <= 2 && tokens[left.first]?.place !== undefined && tokens[right.first]?.place !== undefined) return true;
    // "Liberal Party of Canada and New Democratic Party" are two, as "Water Board and River Trust Agency" are
    if (knownOrganization(tokens, right.first, right.end) === right.end) return false;
    if (rightIsHead && right.end - right.first > 1 && left.end - left.first > 1 && WHOLE.test(last.text)) return false;
    const inside = tokens.slice(left.first, left.end).some((token) => takesOf(token)) && tokens.slice(left.first, left.end).some(({ lower }) => lower === "of" || lower === "for" || lower === "on");
    const plain = tokens.slice(right.first, right.end).every((token) => (isCommonWord(nameWords(), token.lower) || (inside && right.end - right.first === 1 && !token.place && !token.shouted && (token.facts & Word.firstName) === 0)) && !isRole(token));
    const leftPlain = tokens.slice(left.first, left.end).every((token) => isCommonWord(nameWords(), token.lower) || token.place !== undefined || (token.facts & Word.people) !== 0);
    return plain && (inside || (rightIsHead && right.end - right.first > 1 && leftPlain));
  }
  if (!/^(?:['’]s?)$/u.test(gap) || !rightIsHead || /^\d/u.test(tokens[right.first]?.text ?? "")) return false;
  // "Guy's Hospital", "St. Mary's College", "Kurdistan Workers' Party"; "the Space Agency's Orbital Express" are two
  if (left.end - left.first > 1 && gap.length > 1 && (last.facts & Word.organizationHead) !== 0) return false;
  // "Hale Fishermen's Association"
  const owner = last.lower.endsWith("men") ? `${last.lower.slice(0, -2)}an` : gap.length > 1 ? last.lower : last.lower.replace(/s$/u, "");
  return isCommonWord(nameWords(), owner) || (left.end - left.first > 1 && isOfSaint(tokens, { first: left.end - 2, end: right.end }));
}

/** With these a body's name is over. */
const WHOLE = /^(?:Authority|Agency|Commission|Council|Board|Association|Federation|Corporation|University|Bureau|Institute|Foundation|Committee|Union|Congress)$/u;

/** "St. Mary's College", "St. Mary's Catholic Church": a body that has its name from a saint. */
export function isOfSaint(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  return /^(?:St|St\.|Saint)$/u.test(tokens[first]?.text ?? "") && /^['’]s?$/u.test(tokens[first + 2]?.text ?? "") && /^(?:hospital|college|school|university|church)$/u.test(tokens[end - 1]?.lower ?? "");
}

/** Tokens of what a ministry is for. */
const LONGEST_MATTERS = 12;

/** "Department of Housing, Local Government and Heritage": what a ministry is for, plain words with commas and an "and" before the last; "the Ministry of Health, Reuters and Kenya" are three. */
function listsMatters(tokens: readonly NameToken[], left: NameRun, right: NameRun): boolean {
  if (!/^(?:department|ministry|secretariat)$/u.test(tokens[left.first]?.lower ?? "") || !/^(?:of|for)$/u.test(tokens[left.first + 1]?.lower ?? "")) return false;
  const sentence = tokens[left.first]?.sentence;
  let isLast = false;
  for (let at = right.first; at < right.first + LONGEST_MATTERS; at++) {
    const token = tokens[at];
    if (!token || token.sentence !== sentence) return false;
    if (token.text === "," && !isLast) continue;
    if (/^(?:and|&)$/u.test(token.lower)) {
      isLast = true;
      if (!isMatter(tokens[at + 1])) return false;
      continue;
    }
    if (isLast && !token.capital) return true;
    if (!isMatter(token)) return isLast && !token.capital;
  }
  return false;
}

/** "Housing", "Heritage": a plain word with a capital, which names nobody. */
function isMatter(token: NameToken | undefined): boolean {
  return token?.capital === true && token.place === undefined && !token.shouted && (isCommonWord(nameWords(), token.lower) || ABSTRACT.test(token.lower)) && (token.facts & (Word.firstName | Word.role | Word.people)) === 0 && !nameWords().isOrganization(token.text);
}

/** Endings of what is done or cared for. */
const ABSTRACT = /(?:ism|al|ics|media|tion|ment|ity|culture|tives)$/u;

/** "Smith, Jones & Partners", "Hale, Keane, Rhys & Bell": surnames, the last behind an ampersand; "Ford, Marks & Spencer" are two companies. */
function listsPartners(tokens: readonly NameToken[], left: NameRun, right: NameRun): boolean {
  const before = tokens[left.end - 1];
  if (right.end - right.first !== 1 || (left.end - left.first !== 1 && tokens[left.end - 2]?.text !== ",") || !isPartner(before)) return false;
  if (knownOrganization(tokens, right.first, tokens.length) > 0) return false;
  let at = right.first;
  for (let count = 0; count < MOST_PARTNERS && isPartner(tokens[at]); count++) {
    const mark = tokens[at + 1]?.text;
    if (mark === "&") return tokens[at + 2]?.capital === true && tokens[at + 2]?.sentence === before?.sentence;
    if (mark !== ",") return false;
    at += 2;
  }
  return false;
}

const MOST_PARTNERS = 6;

function isPartner(token: NameToken | undefined): boolean {
  const lists = nameWords();
  if (!token?.capital || token.loose || token.place !== undefined || lists.isOrganization(token.text)) return false;
  return (token.facts & Word.surname) !== 0 || !isCommonWord(lists, token.lower);
}

/** True for a run of surnames with commas and an ampersand, as `joinRuns` joins them for a firm alone. */
export function isPartnership(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  return tokens[first + 1]?.text === "," && tokens.slice(first, end).some(({ text }) => text === "&");
}

/** Verbs behind a body that the noun before it has told of, where a clause might stand instead ("the company Keane founded"). */
const BEHIND_BODY = /^(?:said|says|told|is|was|are|were|has|have|had|will|would|could|may|and|or|in|on|to|at|for|from|by|which|after|with|announced|reported)$/u;

/** "carmaker BYD", "think tank Bruegel", "the law firm of Hale Keane": a noun directly before the name tells that it is a body. */
export function isToldBody(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const [name, noun] = [tokens[first], tokens[first - 1]];
  if (!name || !noun || noun.sentence !== name.sentence || name.loose || name.place || (name.facts & (Word.people | Word.time | Word.thing)) !== 0) return false;
  if (noun.lower === "of") return tokens[first - 2]?.lower === "firm" && tokens[first - 2]?.capital === false;
  // "law firm Hale Rostock": nobody's trade is a firm
  if (noun.lower === "firm" && !noun.capital && FIRMS.test(tokens[first - 2]?.lower ?? "")) return true;
  // "grid operator Tanvik"; "crane operator Ann Bell" works for one
  if (noun.text === "operator" && OPERATED.test(tokens[first - 2]?.lower ?? "") && !(end - first > 1 && (name.facts & Word.firstName) !== 0)) return true;

  if (noun.lower === "up" && noun.joined && tokens[first - 3]?.lower === "start") return true;
  if ((noun.facts & Word.bodyNoun) === 0 || noun.capital || isTitleHead(name) || (end - first > 1 && (name.facts & Word.firstName) !== 0)) return false;
  if ((noun.facts & Word.looseBodyNoun) === 0 || !/^(?:the|an?|this|that|his|her|their)$/u.test(tokens[first - 2]?.lower ?? "")) return true;
  const next = tokens[end];
  return !next?.isWord || next.sentence !== name.sentence || BEHIND_BODY.test(next.lower);
}

/** What a firm does. */
const FIRMS = /^(?:law|consulting|consultancy|accounting|accountancy|audit|brokerage|investment|security|advisory|lobbying|equity|recruitment|architecture|engineering|research|analytics|intelligence|cybersecurity|technology)$/u;

/** What a company runs. */
const OPERATED = /^(?:grid|network|rail|train|ferry|bus|tram|metro|tour|mobile|telecoms?|pipeline|satellite|airport|port|cruise|hotel|casino|cinema|transmission|plant|system)$/u;

/** What may stand behind a comma, too. */
function isLegalForm(token: NameToken | undefined): boolean {
  return token !== undefined && /^(?:Inc|Corp|Ltd|LLC|LLP|L\.P|L\.L\.C|Co|PLC)\.?$/u.test(token.text);
}

/** Legal forms in other languages that stand before the name ("PT Kalbe", "OOO Sever"), and those behind one, written as here alone. */
const FORM_BEFORE = /^(?:PT|OOO|OAO|PAO|ZAO|UAB)$/u;
const FORM_BEHIND = /^(?:plc|AB|AG|ASA|Bhd|Berhad|BV|GmbH|KGaA|KK|Oyj?|NV|Pte|Pty|SA|S\.A\.|SE|SpA|S\.p\.A\.|Tbk)$/u;

/** True for a name with its company's legal form, which no person has. */
export function hasLegalForm(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const [start, last] = [tokens[first], tokens[end - 1]];
  if (!start || !last || end - first < 2 || start.loose) return false;
  return (FORM_BEFORE.test(start.text) && tokens[first + 1]?.isWord === true) || isFormBehind(tokens, end - 1);
}

/** What a body is, in the languages that have it before the name. */
const FOREIGN_HEAD = /^(?:Banco|Banca|Banque|Universidade?|Universit(?:é|à|ät)|Universitas|Partido|Partito|Partai|Parti|Minist(?:erio|ério|ère|ero)|Sindicato|Confedera(?:ción|cion|ção)|Confédération|Federación|Federacion|Federação|Fédération|Asociación|Asociacion|Associação|Movimiento|Movimento|Mouvement|Instituto|Istituto|Institut|Fundación|Fundacion|Fundação|Fondation|Fondazione|Société|Societe|Compagnie|Comisión|Comision)$/u;

/** True for "Banco", "Institut". */
export function isForeignHead(word: string): boolean {
  return FOREIGN_HEAD.test(word);
}

/** "Banco de Galdara", "Partido Verde Norteño", "Université Paris Diderot". */
export function hasForeignHead(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const [head, next, last] = [tokens[first], tokens[first + 1], tokens[end - 1]];
  return head !== undefined && !head.loose && end - first > 1 && isForeignHead(head.text) && next?.sentence === head.sentence && (next.capital || (next.facts & Word.particle) !== 0) && last?.capital === true;
}

/** "Tbk" of "Kalbe Farma Tbk", "AB" of "Ericsson AB"; "Edmonton AB" and "17th Avenue SE" are places. */
export function isFormBehind(tokens: readonly NameToken[], index: number): boolean {
  const [before, form] = [tokens[index - 1], tokens[index]];
  if (!before || !form || form.loose || before.sentence !== form.sentence || !FORM_BEHIND.test(form.text)) return false;
  return form.text.length > 2 || (before.place === undefined && !before.maybePlace && (before.facts & (OTHER_HEAD | Word.people)) === 0);
}

/** An organization word that "of" may follow, also in the plural ("Centers for Disease Control"). */
export function takesOf(token: NameToken | undefined): boolean {
  if (!token) return false;
  const { facts, lower } = token;
  return ((facts | nameWords().facts(lower.replace(/s$/u, ""))) & Word.organizationOf) !== 0;
}

/** A place, a nationality or a word that no person has for a name, before an organization's name. */
export function belongsToOrganization(tokens: readonly NameToken[], index: number): boolean {
  const token = tokens[index];
  if (!token?.capital || token.loose || isTitleHead(token)) return false;
  // "a West Side Taco Bell"
  if (/^(?:side|end)$/u.test(token.lower)) return false;
  if ((token.facts & Word.people) !== 0 && !tokens[index + 2]?.capital) return false;
  if (token.place) return token.place.sense !== "demonym" || !tokens[index + 1]?.shouted;
  // "the Kwara State High Court"
  if (DIVISION.test(token.lower) && tokens[index - 1]?.capital && !isTitleHead(tokens[index - 1])) return true;
  return (token.facts & (Word.firstName | Word.surname | Word.function | Word.roleModifier)) === 0 && !token.opening;
}

/** Behind the name of what has courts and boards of its own. */
const DIVISION = /^(?:state|county|city|district)$/u;

/** End of the longest well-known organization that begins at `index`; 0 where none does. */
export function knownOrganization(tokens: readonly NameToken[], index: number, limit: number): number {
  const token = tokens[index];
  if (!token || !(token.isWord || /^\d/u.test(token.text))) return 0;
  const lists = nameWords();
  // a sentence in capitals tells nothing of how the name is written
  const inCapitals = token.loose && token.shouted;
  const longest = Math.max(token.organizationLength, inCapitals ? lists.longestOrganization(toTitle(token.lower)) : 0);
  for (let length = longest; length > 0; length--) {
    // "Macy's", "Moody's": the possessive lies outside the run
    const end = index + length;
    if (end > limit && !(end === limit + 1 && /^['’]s$/u.test(tokens[limit]?.text ?? ""))) continue;
    if (!lists.isOrganization(written(tokens, index, end)) && !(inCapitals && lists.isOrganization(titled(tokens, index, end)))) continue;
    const next = tokens[end];
    // "Kohl's government" is the chancellor's
    if (length === 2 && /^['’]s$/u.test(tokens[end - 1]?.text ?? "") && !standsAlone(token, next)) continue;
    // "Otters GM Tom Hale": the letters of an office
    if (length === 1 && token.shouted && (token.facts & Word.honorific) !== 0) continue;
    // "Mr. Goldman"
    if (length === 1 && ((tokens[index - 1]?.facts ?? 0) & Word.honorific) !== 0 && tokens[index - 1]?.capital && !token.shouted) continue;
    // "Mercedes Barcha Pardo"
    if (length === 1 && !token.shouted && (token.facts & Word.firstName) !== 0 && next?.capital && tokens[end + 1]?.capital && end + 1 < limit && isUncommonName(next) && isUncommonName(tokens[end + 1])) continue;
    // "Fox" in "Michael J. Fox"
    if (length === 1 && !token.shouted && tokens[index - 1]?.initial === true && tokens[index - 1]?.capital && (tokens[index - 2]?.facts ?? 0) & Word.firstName) continue;
    // "Ford" in "Harrison Ford", "Target Shooting"
    if (length === 1 && !token.shouted && (index > 0 && tokens[index - 1]?.capital && (tokens[index - 1]?.facts ?? 0) & Word.firstName)) continue;
    // "Dunstan ‘Digger’ Ford"
    if (length === 1 && !token.shouted && isBehindNickname(tokens, index)) continue;
    if (length === 1 && (token.facts & Word.common) !== 0 && next?.capital && end < limit && !isRole(next) && (next.facts & Word.organizationHead) === 0) continue;
    if (length === 1 && token.loose && (token.facts & Word.common) !== 0) continue;
    return end;
  }
  return 0;
}

/** True behind one word in quotation marks that itself stands behind a name. */
export function isBehindNickname(tokens: readonly NameToken[], index: number): boolean {
  return /^["”’']$/u.test(tokens[index - 1]?.text ?? "") && /^["“‘']$/u.test(tokens[index - 3]?.text ?? "") && tokens[index - 2]?.capital === true && tokens[index - 4]?.capital === true;
}

/** What is rather done by a company that ends in a possessive, or is of it, than owned by a person of that name. */
const BEHIND_COMPANY = /ed$|^(?:cuts?|rose|rises|fell|falls|sees|saw|puts?|gave|gives|took|takes|made|makes|held|holds|sold|sells|plans|lowers|raises|expects|reports|warns|says|said|will|would|analysts?|ratings?|stores?|restaurants?|outlets?|branch(?:es)?|shares|parade|franchises?|shoppers|customers)$/u;

/** "Moody's cut the rating", "at Macy's." and not "Moody's wife": of a name that people have too, what follows tells. */
function standsAlone({ facts }: NameToken, next: NameToken | undefined): boolean {
  if ((facts & (Word.firstName | Word.surname)) === 0 || !next?.isWord || next.capital) return true;
  return (next.facts & Word.function) !== 0 || BEHIND_COMPANY.test(next.lower);
}

/** A word that no list holds but as a surname. */
function isUncommonName(token: NameToken | undefined): boolean {
  return token !== undefined && !token.place && !token.shouted && (token.facts & ~(Word.surname | Word.firstName)) === 0 && !isCommonWord(nameWords(), token.lower) && !/\d/u.test(token.text);
}

function written(tokens: readonly NameToken[], first: number, end: number): string {
  let text = "";
  for (let index = first; index < end; index++) {
    const token = tokens[index];
    if (token) text += index === first || token.joined ? token.text : ` ${token.text}`;
  }
  return text.replaceAll("’", "'");
}

/** "BANK OF ENGLAND" as a name is written. */
function titled(tokens: readonly NameToken[], first: number, end: number): string {
  let text = "";
  for (let index = first; index < end; index++) {
    const token = tokens[index];
    if (!token) continue;
    const isSmall = index > first && /^(?:of|the|for|and|in|on)$/u.test(token.lower);
    text += `${index === first || token.joined ? "" : " "}${isSmall ? token.lower : toTitle(token.lower)}`;
  }
  return text.replaceAll("’", "'");
}

function toTitle(lower: string): string {
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Of whom all schools of a town or a county are. */
const SCHOOLS = /^(?:public|county|city|community|catholic)$/u;

/** Bodies behind whose name the town stands that they are in. */
const LEARNED = /^(?:university|college|hospital)$/u;

export function endsAsOrganization(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  for (let index = first; index < end; index++) {
    const next = tokens[index + 1]?.lower;
    const token = tokens[index];
    if (token && index + 1 < end && (next === "of" || next === "for" || next === "on") && takesOf(token)) return true;
  }
  // "Brunel University London", "Trinity College Dublin"
  let behind = end;
  while (behind - 1 > first && tokens[behind - 1]?.place !== undefined && tokens[behind - 1]?.place === tokens[end - 1]?.place) behind--;
  if (behind < end && behind - first > 1 && LEARNED.test(tokens[behind - 1]?.lower ?? "")) return true;
  const last = tokens[end - 1];
  // "Indiana University Bloomington", though it lies in no place of the gazetteer
  const isCampus = last?.capital === true && (last.facts & (Word.role | Word.roles | Word.honorific | Word.firstName | Word.people | OTHER_HEAD)) === 0;
  if (tokens[end - 2]?.lower === "university" && end - first > 2 && isCampus) return true;
  // "Fort Worth Independent School District"
  if (last?.lower === "district" && tokens[end - 2]?.lower === "school" && end - first > 2) return true;
  // "Fairfax County Public Schools"
  if (last?.lower === "schools" && SCHOOLS.test(tokens[end - 2]?.lower ?? "") && end - first > 2) return true;
  if (!last || (last.facts & Word.organizationHead) === 0 || end - first < 2) return false;
  const start = tokens[first];
  // "Lady Reading Hospital" has its name from a person
  const isAfterSomeone = start !== undefined && end - first > 2 && /^(?:Lady|Lord|King|Queen|Prince|Princess|Sir|St|Saint)$/u.test(start.text);
  if ((last.facts & Word.weakHead) !== 0 && tokens[first - 1]?.lower !== "the" && !isAfterSomeone && onlyCommon(tokens, first, end)) return false;
  // "Samantha Power"
  const isSurname = (last.facts & (Word.surname | Word.wordSurname)) !== 0;
  return !(end - first === 2 && isSurname && start !== undefined && (start.facts & Word.firstName) !== 0 && !start.place);
}

function onlyCommon(tokens: readonly NameToken[], first: number, end: number): boolean {
  const lists = nameWords();
  for (let index = first; index < end; index++) {
    const token = tokens[index];
    if (token?.isWord && (token.place || !isCommonWord(lists, token.lower))) return false;
  }
  return true;
}
