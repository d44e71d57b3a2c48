import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../../lexicon/nameWords.js";
import { classify, isFirstName, mayBeSurname, PARTNERS, type Candidate } from "./nameClasses.js";
import { isRole } from "./nameRoles.js";
import { isHyphen, isNumberedUnit, isStation, isSuffix } from "./nameRuns.js";
import { isHyphened, isTitleHead, type NameToken, type NameRun } from "./nameTokens.js";
import { belongsToOrganization, endsAsOrganization, hasForeignHead, hasLegalForm, isBehindNickname, isFormBehind, isOfSaint, isPartnership, isToldBody, knownOrganization, takesOf } from "./organizationNames.js";

/** How sure a body is that the words beside its name tell of. */
const SURE = 0.95;

/** The names in one run: well-known organizations cut out, then titles, then what is left. */
export function* readRun(tokens: readonly NameToken[], run: NameRun): Generator<Candidate> {
  if (isOfSaint(tokens, run)) {
    yield { ...run, type: "organization", confidence: SURE };
    return;
  }
  for (let index = run.first; index < run.end; index++) {
    const end = knownOrganization(tokens, index, run.end);
    if (end === 0 || isInPlace(tokens, index, end)) continue;
    // "Fox News Channel", "Harvard Law School", "Google Books"
    let last = end;
    for (let at = end; at < run.end; at++) {
      const token = tokens[at];
      if (!token || isRole(token)) break;
      if ((token.facts & Word.organizationHead) !== 0 || isFormBehind(tokens, at)) last = at + 1;
    }
    // "Christian Democratic Union of Germany", "Senate Committee on Foreign Relations"
    if (takesOf(tokens[last - 1]) && /^(?:of|for|on)$/u.test(tokens[last]?.lower ?? "")) last = endOfSubject(tokens, last, run.end);
    // "BBC Scotland", "NBC New York", "Fox 5 Atlanta"
    if (end === index + 1 && isStation(tokens[index]?.text ?? "") && /^\d/u.test(tokens[last]?.text ?? "") && last + 1 < run.end) last++;
    const isBranched = end === last && isBranch(tokens, last, run.end);
    if (isBranched) do last++; while (last < run.end && tokens[last]?.place !== undefined && tokens[last]?.place === tokens[end]?.place);
    // "U.S. Supreme Court", "Boston Red Sox", "Creative Commons": what says where or which belongs to the name
    let start = index;
    while (start > run.first && belongsToOrganization(tokens, start - 1)) start--;
    if (start > run.first) yield* readPart(tokens, trimTail(tokens, { first: run.first, end: start }));
    yield { first: start, end: last, type: "organization", confidence: sureness(tokens, { first: start, end: last }, index, end) };
    if (last < run.end) yield* readRun(tokens, { first: last, end: run.end });
    return;
  }
  yield* readPart(tokens, run);
}

/** "RAI" of "CHIANG RAI": a body's letters inside a longer name of a place. */
function isInPlace(tokens: readonly NameToken[], first: number, end: number): boolean {
  const [token, last] = [tokens[first], tokens[end - 1]];
  const place = token?.place;
  return end - first === 1 && token !== undefined && last !== undefined && place !== undefined && (place.start < token.start || place.end > last.end);
}

/** "BBC Scotland", "Entergy New Orleans": a body of some country or town goes by its name, where the place ends the run. */
function isBranch(tokens: readonly NameToken[], first: number, limit: number): boolean {
  const [before, token, last] = [tokens[first - 1], tokens[first], tokens[limit - 1]];
  const place = token?.place;
  if (first >= limit || before?.loose || isRole(before)) return false;
  // "CTV Regina", though somebody may be called so
  if (!place) return token?.maybePlace === true && first + 1 === limit && isStation(before?.text ?? "");
  if (place.sense === "demonym") return false;
  return place.start === token.start && (last?.place === place || isStation(before?.text ?? ""));
}

/** What nobody but a person or a body does. */
const ACTS = /^(?:said|says|told|announced|announces|reported|plans|sold|sells|bought|acquired|launched|unveiled|agreed|declined|confirmed|denied|posted|hired|sued)$/u;

/** "Upjohn Co. said": what speaks is the company, where "Platte Co." alone may be the county. */
function isActingCompany(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const [name, form, next] = [tokens[first], tokens[end - 1], tokens[end]];
  const isOfTwo = end - first === 2 && name?.capital === true && !name.loose && !name.place && !isCommonWord(nameWords(), name.lower) && form !== undefined && /^Cos?\.?$/u.test(form.text);
  return isOfTwo && next !== undefined && next.sentence === form.sentence && ACTS.test(next.lower);
}

/** "Brindle Town 2-1 Hale", "Brindle Town's unbeaten run": the team of a town, by its score or by what a team has. */
function isTownTeam(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const [name, head, next] = [tokens[first], tokens[end - 1], tokens[end]];
  if (head?.text !== "Town" || end - first < 2 || end - first > 3 || next?.sentence !== name?.sentence) return false;
  if (/^['’]s?$/u.test(next?.text ?? "")) return TEAMS.test(tokens[end + 1]?.lower ?? "");
  return TEAMS.test(next?.lower ?? "") || (/^\d{1,2}$/u.test(next?.text ?? "") && isHyphen(tokens[end + 1]) && /^\d{1,2}$/u.test(tokens[end + 2]?.text ?? ""));
}

/** What a team has, and what it has of people. */
const TEAMS = /^(?:unbeaten|winless|defeat|victory|win|equaliser|goalkeeper|keeper|striker|midfielder|defender|winger|captain|skipper|boss|manager|fans|supporters|defence)$/u;

/** How sure a name is that the list holds from `known` to `knownEnd`: two words of which one is no plain one are never anything else. */
function sureness(tokens: readonly NameToken[], { first, end }: NameRun, known: number, knownEnd: number): number {
  const head = tokens[known];
  if (!head) return 0;
  // "Target said", while a target has an article
  if (knownEnd - known === 1 && !head.shouted && head.opening && isCommonWord(nameWords(), head.lower)) return !head.loose && ACTS.test(tokens[end]?.text ?? "") ? SURE : 0.4;
  const isLong = knownEnd - known > 2 || (end - first > 1 && tokens.slice(first, end).some(({ capital, lower }) => capital && !isCommonWord(nameWords(), lower)));
  return isLong && !head.loose ? 0.95 : 0.9;
}

/** One past what the body is "of": up to the title of a person behind it. */
function endOfSubject(tokens: readonly NameToken[], first: number, limit: number): number {
  // "Institute for Marine Biology": the sea's, of whom no soldier tells
  let end = tokens[first + 1]?.lower === "marine" && tokens[first + 2]?.capital && !isFirstName(tokens[first + 2]) ? first + 3 : first + 1;
  while (end < limit && !isTitleHead(tokens[end])) end++;
  return end > first + 1 ? trimTail(tokens, { first, end }).end : first;
}

/** Without a hyphen, a particle or "of" at the end. */
function trimTail(tokens: readonly NameToken[], { first, end }: NameRun): NameRun {
  let last = end;
  while (last > first && !tokens[last - 1]?.capital && tokens[last - 1]?.text !== "plc" && !isHyphened(tokens, last - 1)) last--;
  return { first, end: last };
}

/** Titles cut off, the rest classified. */
function* readPart(tokens: readonly NameToken[], run: NameRun): Generator<Candidate> {
  let { first } = run;
  const { end } = run;
  if (end <= first) return;
  if (isNumberedUnit(tokens, first) || isPartnership(tokens, run) || isToldBody(tokens, run) || hasLegalForm(tokens, run) || hasForeignHead(tokens, run) || isActingCompany(tokens, run) || isTownTeam(tokens, run)) {
    yield { ...trimTail(tokens, run), type: "organization", confidence: SURE };
    return;
  }
  // "Miller & Sons" is one, "Jean & Thane" are two
  let and = first + 1;
  while (and < end && tokens[and]?.text !== "&") and++;
  if (and < end && !endsAsOrganization(tokens, run) && !isFirm(tokens, run, and) && (isFirstName(tokens[first]) || isFirstName(tokens[and + 1]))) {
    yield* readPart(tokens, { first, end: and });
    yield* readPart(tokens, { first: and + 1, end });
    return;
  }
  let titled = false;
  const seat = endOfSeat(tokens, run);
  if (seat > first) {
    first = seat;
    titled = true;
  }
  // "Minister of State for Defence Ida Brandt"
  const isOfState = tokens[first - 2]?.lower === "state" && tokens[first - 3]?.lower === "of";
  if (/^(?:of|for)$/u.test(tokens[first - 1]?.lower ?? "") && isTitleHead(tokens[isOfState ? first - 4 : first - 2])) {
    // "Secretary of State John Kerry", "Secretary for Security Chris Tang"
    const name = afterOffice(tokens, run);
    if (name > first) {
      first = name;
      titled = true;
    }
  }
  // "Lake City Mayor Don Guardian"
  const isTitled = isTitleAt(tokens, end - 3, first) && mayBeSurname(tokens, { first: end - 2, end });
  if (!titled && (isTitled || !endsAsOrganization(tokens, run))) {
    for (let index = end - 2; index >= first; index--) {
      const token = tokens[index];
      if (!token || !isTitleAt(tokens, index, first)) continue;
      if (isForOthers(tokens, index, end)) {
        yield { first: index, end, type: "organization", confidence: 0.8 };
        return;
      }
      if (index > first) yield* readPart(tokens, withoutTitle(tokens, { first, end: index }));
      // "Bishop Emeritus Ola Hale"
      first = /^(?:emeritus|emerita|designate)$/u.test(tokens[index + 1]?.lower ?? "") && index + 2 < end ? index + 2 : index + 1;
      titled = true;
      break;
    }
  }
  while (first < end && !isNameStart(tokens[first])) first++;
  const rest = trimTail(tokens, { first, end });
  if (rest.end <= rest.first) return;
  const last = tokens[rest.end - 1];
  if (!titled && last && isTitleAt(tokens, rest.end - 1, rest.first) && !endsAsOrganization(tokens, rest) && !looksLikePerson(tokens, rest)) {
    yield* readPart(tokens, withoutTitle(tokens, rest));
    return;
  }
  const cut = titled ? rest.end : endOfPerson(tokens, rest);
  if (cut < rest.end) {
    yield { first: rest.first, end: cut, type: "person", confidence: 0.8 };
    yield* readRun(tokens, { first: cut, end: rest.end });
    return;
  }
  const candidate = classify(tokens, rest, titled);
  if (candidate) yield candidate;
}

/** "Simon & Schuster": one surname on either side, in a sentence that is no heading and no signature; "Jean & Thane" are first names, but for "Jean & Thane solicitors". */
function isFirm(tokens: readonly NameToken[], { first, end }: NameRun, and: number): boolean {
  const [left, right] = [tokens[first], tokens[and + 1]];
  if (and - first !== 1 || end - and !== 2 || !left || !right || left.loose) return false;
  if (PARTNERS.test(tokens[end]?.text ?? "")) return true;
  if (isFirstName(left) === isFirstName(right)) return false;
  const other = isFirstName(left) ? right : left;
  return (other.facts & Word.surname) !== 0 && (tokens[end]?.isWord === true || tokens[first - 1]?.isWord === true);
}

/** "da" of "Luiz Inácio Lula da Silva". */
function isParticle(token: NameToken | undefined): boolean {
  return token !== undefined && !token.capital && (token.facts & Word.particle) !== 0;
}

/** Where a full name ends in a run that goes on with other words ("Patty Lee Corporate Tax"); the run's end where it does not. */
function endOfPerson(tokens: readonly NameToken[], { first, end }: NameRun): number {
  const lists = nameWords();
  const head = tokens[first];
  if (!head || end - first < 3 || !isFirstName(head) || (head.facts & Word.common) !== 0 || head.place || head.loose || head.shouted || endsAsOrganization(tokens, { first, end })) return end;
  let isQuoted = false;
  for (let index = first + 1; index < end; index++) {
    const token = tokens[index];
    if (/^["“”]$/u.test(token?.text ?? "")) isQuoted = !isQuoted;
    // 'Sam "Six Nine" Hale'
    if (!token?.capital || token.initial || token.joined || isQuoted || isSuffix(token) || isBehindNickname(tokens, index)) continue;
    if (token.facts & (Word.organizationHead | OTHER_HEAD)) return end;
    // "Lisa Gilette Kristen Quinn": a full name is over where the next begins
    if (index - first === 2 && ((tokens[index + 1]?.capital && index + 1 < end) || tokens[index + 1]?.text === ":") && tokens[index - 1]?.capital && !tokens[index - 1]?.initial && !isParticle(tokens[index + 1]) && isFirstName(token) && (token.facts & (Word.surname | Word.common)) === 0 && !isFirstName(tokens[index - 1])) return index;
    // "Martin B. Hedge": an initial needs a surname behind it
    if (tokens[index - 1]?.initial && index + 1 === end && !token.shouted) return end;
    const plain = isCommonWord(lists, token.lower) && (token.facts & (Word.firstName | Word.surname)) === 0;
    if (plain || token.shouted) return index - first > 1 && index + 1 <= end ? index : end;
  }
  return end;
}

/** Where the name begins in a run that follows "Minister of": after the words of the office; the run's start where all are. */
function afterOffice(tokens: readonly NameToken[], { first, end }: NameRun): number {
  const lists = nameWords();
  for (let index = first + 1; index < end; index++) {
    const token = tokens[index];
    const before = tokens[index - 1];
    // "a rival of Lady Gaga"
    const isOfOffice = (isCommonWord(lists, before?.lower ?? "") || PORTFOLIO.test(before?.lower ?? "") || ((before?.facts ?? 0) & Word.roleModifier) !== 0) && before?.facts !== Word.firstName;
    if (!token?.capital || !isOfOffice || token.facts & Word.organizationHead) continue;
    // "Minister of Defence Rajnath Singh": a first name that no list has, before a surname
    const family = tokens[index + 1];
    // "Secretary for Health Lo Chung-mau"
    const isWhole = index + 2 === end || (index + 4 === end && tokens[index + 2]?.text === "-");
    if (isWhole && family && ((family.facts & Word.surname) !== 0 || PORTFOLIO.test(before?.lower ?? "")) && !isCommonWord(lists, token.lower) && !isCommonWord(lists, family.lower) && (token.facts & (Word.people | Word.time | Word.honorific)) === 0 && !token.place && !family.place) return index;
    if (token.initial || (token.facts & Word.firstName) !== 0 ? index + 1 < end && (token.facts & Word.common) === 0 : index + 1 === end && !isCommonWord(lists, token.lower)) return index;
  }
  return first;
}

/** Ends the name of a seat. */
const QUARTER = /^(?:north|south|east|west|northern|southern|eastern|western|central|north-east|north-west|south-east|south-west)$/u;

/** "Member of Parliament for Hale Central | Ida Brandt": where the name begins behind a seat that ends with a quarter; the run's start where it does not. */
function endOfSeat(tokens: readonly NameToken[], { first, end }: NameRun): number {
  if (tokens[first - 1]?.lower !== "for" || !/^(?:mp|mps|parliament|councillor|senator|mca|mna|mpp|mla|td|msp)$/u.test(tokens[first - 2]?.lower ?? "")) return first;
  for (let index = first + 1; index < end - 2; index++) {
    const isName = isFirstName(tokens[index + 1]) || (index + 3 === end && !isCommonWord(nameWords(), tokens[index + 1]?.lower ?? ""));
    if (QUARTER.test(tokens[index]?.lower ?? "") && isName) return index + 1;
  }
  return first;
}

/** What a minister is for, as one word. */
const PORTFOLIO = /^(?:interior|defen[cs]e|finance|justice|health|education|agriculture|transport|trade|labou?r|energy|environment|culture|tourism|sports?|housing|planning|information|communications?|railways?|commerce|industry|water|power|affairs|state|development|security|technology|revenue|law|religion|youth|women|mines|petroleum|fisheries|forestry|lands?)$/u;

/** A title or role at `index` that is no part of a name: "Judge Aaron Smith", but "Aaron Judge". */
function isTitleAt(tokens: readonly NameToken[], index: number, first: number): boolean {
  const token = tokens[index];
  if (token && isYearOfSchool(tokens, index)) return true;
  // "Lam Wai-king" is no king
  if (!token || !isTitleHead(token) || (!token.capital && isHyphened(tokens, index) && tokens[index - 2]?.capital)) return false;
  if (token.shouted && !token.loose && token.text.length < 4) return (token.facts & Word.role) !== 0;
  const before = index > first ? tokens[index - 1] : undefined;
  // William "Skipper" Oake
  if (before && !before.isWord && before.text !== "-") return false;
  // "Rada Chairman Andriy Parubiy": no name goes on with a title that is no surname
  if ((token.facts & (Word.firstName | Word.surname)) === 0 && tokens[index + 1]?.capital === true) return true;
  return !before || before.place !== undefined || (before.facts & Word.firstName) === 0 || (before.facts & (Word.common | Word.role | Word.roleModifier)) !== 0;
}

/** "Harlow Senior Peter Brandt": in his last year there; "Paul Denning Senior" is a father. */
function isYearOfSchool(tokens: readonly NameToken[], index: number): boolean {
  const [year, given, family] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!/^(?:Senior|Junior)$/u.test(year?.text ?? "") || !given?.capital || !family?.capital || family.sentence !== year?.sentence) return false;
  return (given.facts & (Word.firstName | Word.common)) === Word.firstName && (family.facts & (Word.role | Word.organizationHead | OTHER_HEAD)) === 0;
}

/** "Child Protective Services", "Officer Training School": whom a body is for, before plain words for what it does. */
function isForOthers(tokens: readonly NameToken[], index: number, end: number): boolean {
  const [whom, last] = [tokens[index], tokens[end - 1]];
  if (!whom || !last || end - index < 3 || whom.loose || (whom.facts & Word.honorific) !== 0 || (last.facts & Word.organizationHead) === 0) return false;
  const lists = nameWords();
  return tokens.slice(index + 1, end).every(({ capital, lower, facts }) => capital && isCommonWord(lists, lower) && (facts & (Word.firstName | Word.surname | Word.wordSurname | Word.role)) === 0);
}

function withoutTitle(tokens: readonly NameToken[], { first, end }: NameRun): NameRun {
  let last = end;
  while (last > first) {
    const token = tokens[last - 1];
    if (!token || (token.capital && (token.facts & (Word.role | Word.roles | Word.roleModifier | Word.honorific)) === 0)) break;
    last--;
  }
  return { first, end: last };
}

function isNameStart(token: NameToken | undefined): boolean {
  return token !== undefined && token.isWord && !/^['’]s$/iu.test(token.text);
}

function looksLikePerson(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const start = tokens[first];
  return end - first > 1 && start !== undefined && (start.facts & Word.firstName) !== 0 && (start.facts & Word.common) === 0 && !start.place;
}
