import type { TextRange } from "../document/range.js";
import { isCommonWord, nameWords, OTHER_HEAD, Word } from "../lexicon/nameWords.js";
import type { Article, Block } from "../text/article.js";
import type { DateMention, NameMention, PlaceMention } from "./findings.js";
import { isRole, roleAfter, roleBefore } from "./nameRoles.js";
import { isSuffix, nameRuns, type NameRun } from "./nameRuns.js";
import { nameTokens, type NameToken } from "./nameTokens.js";

/** Names less sure than this are kept only where the rest of the article bears them out (`settleMentions`). */
export const SURE_NAME = 0.5;

type NameType = NameMention["type"];

/** A name as token indices, before its roles are known. */
interface Candidate extends NameRun {
  readonly type: NameType;
  readonly confidence: number;
}

const SPEECH = new Set(
  "said says say told tells asked added adds wrote writes tweeted insisted insists argued argues claimed claims noted notes explained explains recalled replied responded testified warned warns acknowledged admitted announced believes thinks knows wants".split(" "),
);
const LOCATIVE = new Set(["in", "at", "near", "from", "to", "into", "across", "outside", "inside", "around", "throughout", "toward", "towards", "via", "on"]);
/** Family names among the words that end names of places, laws and organizations ("Faith Hill", "Charlotte Church"). */
const FAMILY_WORDS = new Set(
  "hill hall park lake wood woods field fields day law battle west winter summer bush book church post house court guard press knights banks young rice price baker king pope bishop cook page stone may march brook brooks forest marsh heath moss cliff ford".split(" "),
);

/** Names of people and organizations in one block, in document order; `places` and `dates` are those of the same block. */
export function findNames(article: Article, block: Block, places: readonly PlaceMention[], dates: readonly DateMention[]): NameMention[] {
  const tokens = nameTokens(article, block, places, dates);
  const candidates: Candidate[] = [];
  let from = 0;
  for (const run of joinRuns(tokens, nameRuns(tokens))) {
    if (run.first < from) continue;
    candidates.push(...readRun(tokens, run));
    from = run.end;
  }
  const mentions: NameMention[] = [];
  for (const candidate of joinOrganizations(tokens, candidates)) {
    const [name, ...others] = toMentions(tokens, candidate);
    // an acronym in brackets came with its full name
    if (name && name.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(name, ...others);
  }
  return mentions;
}

/** "UN" and "General Assembly" side by side are one. */
function joinOrganizations(tokens: readonly NameToken[], candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const last = joined.at(-1);
    const adjacent = last?.end === candidate.first && tokens[candidate.first]?.capital === true && tokens[candidate.first]?.sentence === tokens[candidate.first - 1]?.sentence;
    if (last && adjacent && last.type === "organization" && candidate.type === "organization" && !tokens[last.first]?.loose) {
      joined[joined.length - 1] = { ...last, end: candidate.end, confidence: Math.max(last.confidence, candidate.confidence) };
    } else joined.push(candidate);
  }
  return joined;
}

/** Joins runs over "of", "and", "&" and a possessive where an organization's name goes on. */
function* joinRuns(tokens: readonly NameToken[], runs: readonly NameRun[]): Generator<NameRun> {
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

function goesOn(tokens: readonly NameToken[], left: NameRun, right: NameRun): boolean {
  const last = tokens[left.end - 1];
  if (!last || tokens[right.first]?.sentence !== last.sentence || right.first - left.end > 3 || right.end - left.first > 14) return false;
  const gap = tokens.slice(left.end, right.first).map(({ lower }) => lower).join(" ");
  if (gap === "&") return true;
  if (gap === "," && isLegalForm(tokens[right.first]) && right.end - right.first === 1) return true;
  const head = tokens[right.end - 1];
  const rightIsHead = head !== undefined && (head.facts & Word.organizationHead) !== 0;
  if (/^(?:of|for|on|of the|for the|and|to)$/u.test(gap) && takesOf(last) && gap !== "and") return !isRole(last) || rightIsHead;
  if (gap === "and") {
    const inside = tokens.slice(left.first, left.end).some((token) => takesOf(token)) && tokens.slice(left.first, left.end).some(({ lower }) => lower === "of" || lower === "for");
    const plain = tokens.slice(right.first, right.end).every((token) => (isCommonWord(nameWords(), token.lower) || (inside && right.end - right.first === 1 && !token.place && !token.shouted && (token.facts & Word.firstName) === 0)) && !isRole(token));
    const leftPlain = tokens.slice(left.first, left.end).every((token) => isCommonWord(nameWords(), token.lower) || token.place !== undefined || (token.facts & Word.people) !== 0);
    return plain && (inside || (rightIsHead && right.end - right.first > 1 && leftPlain));
  }
  return /^(?:['’]s?)$/u.test(gap) && rightIsHead && isCommonWord(nameWords(), last.lower);
}

function isLegalForm(token: NameToken | undefined): boolean {
  return token !== undefined && /^(?:Inc|Corp|Ltd|LLC|LLP|L\.P|L\.L\.C|Co|PLC)\.?$/u.test(token.text);
}

/** An organization word that "of" may follow, also in the plural ("Centers for Disease Control"). */
function takesOf({ facts, lower }: NameToken): boolean {
  return ((facts | nameWords().facts(lower.replace(/s$/u, ""))) & Word.organizationOf) !== 0;
}

/** The names in one run: well-known organizations cut out, then titles, then what is left. */
function* readRun(tokens: readonly NameToken[], run: NameRun): Generator<Candidate> {
  for (let index = run.first; index < run.end; index++) {
    const end = knownOrganization(tokens, index, run.end);
    if (end === 0) continue;
    // "Fox News Channel", "Harvard Law School", "Google Books"
    let last = end;
    for (let at = end; at < run.end; at++) {
      const token = tokens[at];
      if (!token || isRole(token)) break;
      if ((token.facts & Word.organizationHead) !== 0) last = at + 1;
    }
    // "U.S. Supreme Court", "Boston Red Sox", "Creative Commons": what says where or which belongs to the name
    let start = index;
    while (start > run.first && belongsToOrganization(tokens, start - 1)) start--;
    const single = index + 1 === end && !tokens[index]?.shouted;
    if (start > run.first) yield* readPart(tokens, trimTail(tokens, { first: run.first, end: start }));
    yield { first: start, end: last, type: "organization", confidence: single && tokens[index]?.opening && isCommonWord(nameWords(), tokens[index]?.lower ?? "") ? 0.4 : 0.9 };
    if (last < run.end) yield* readRun(tokens, { first: last, end: run.end });
    return;
  }
  yield* readPart(tokens, run);
}

/** A place, a nationality or a word that no person has for a name, before an organization's name. */
function belongsToOrganization(tokens: readonly NameToken[], index: number): boolean {
  const token = tokens[index];
  if (!token?.capital || token.loose || isTitleHead(token)) return false;
  if ((token.facts & Word.people) !== 0 && !tokens[index + 2]?.capital) return false;
  if (token.place) return token.place.sense !== "demonym" || !tokens[index + 1]?.shouted;
  return (token.facts & (Word.firstName | Word.surname | Word.function | Word.roleModifier)) === 0 && !token.opening;
}

/** Without a hyphen, a particle or "of" at the end. */
function trimTail(tokens: readonly NameToken[], { first, end }: NameRun): NameRun {
  let last = end;
  while (last > first && !tokens[last - 1]?.capital && !hyphened(tokens, last - 1)) last--;
  return { first, end: last };
}

/** The second half of "Jong-un". */
function hyphened(tokens: readonly NameToken[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && token.isWord && token.joined && tokens[index - 1]?.text === "-" && tokens[index - 1]?.joined === true;
}

/** End of the longest well-known organization that begins at `index`; 0 where none does. */
function knownOrganization(tokens: readonly NameToken[], index: number, limit: number): number {
  const token = tokens[index];
  if (!token?.isWord) return 0;
  const lists = nameWords();
  const longest = lists.longestOrganization(token.text);
  for (let length = longest; length > 0; length--) {
    // "Macy's", "Moody's": the possessive lies outside the run
    const end = index + length;
    if (end > limit && !(end === limit + 1 && /^['’]s$/u.test(tokens[limit]?.text ?? ""))) continue;
    if (!lists.isOrganization(written(tokens, index, end))) continue;
    const next = tokens[end];
    // "Ford" in "Harrison Ford", "Target Shooting"
    if (length === 1 && !token.shouted && (index > 0 && tokens[index - 1]?.capital && (tokens[index - 1]?.facts ?? 0) & Word.firstName)) continue;
    if (length === 1 && (token.facts & Word.common) !== 0 && next?.capital && end < limit && !isRole(next) && (next.facts & Word.organizationHead) === 0) continue;
    if (length === 1 && token.loose && (token.facts & Word.common) !== 0) continue;
    return end;
  }
  return 0;
}

function written(tokens: readonly NameToken[], first: number, end: number): string {
  let text = "";
  for (let index = first; index < end; index++) {
    const token = tokens[index];
    if (token) text += index === first || token.joined ? token.text : ` ${token.text}`;
  }
  return text.replaceAll("’", "'");
}

/** Titles cut off, the rest classified. */
function* readPart(tokens: readonly NameToken[], run: NameRun): Generator<Candidate> {
  let { first } = run;
  const { end } = run;
  if (end <= first) return;
  // "Miller & Sons" is one, "Jean & Thane" are two
  const and = tokens.findIndex((token, index) => index > first && index < end && token.text === "&");
  if (and >= 0 && !endsAsOrganization(tokens, run) && (isFirstName(tokens[first]) || isFirstName(tokens[and + 1]))) {
    yield* readPart(tokens, { first, end: and });
    yield* readPart(tokens, { first: and + 1, end });
    return;
  }
  let titled = false;
  if (tokens[first - 1]?.lower === "of" && isTitleHead(tokens[first - 2])) {
    // "Secretary of State John Kerry"
    const name = afterOffice(tokens, run);
    if (name > first) {
      first = name;
      titled = true;
    }
  }
  if (!titled && !endsAsOrganization(tokens, run)) {
    for (let index = end - 2; index >= first; index--) {
      const token = tokens[index];
      if (!token || !isTitleAt(tokens, index, first)) continue;
      if (index > first) yield* readPart(tokens, withoutTitle(tokens, { first, end: index }));
      first = index + 1;
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

function isTitleHead(token: NameToken | undefined): boolean {
  return token !== undefined && (token.facts & (Word.role | Word.roles | Word.honorific)) !== 0;
}

/** Where the name begins in a run that follows "Minister of": after the words of the office; the run's start where all are. */
function afterOffice(tokens: readonly NameToken[], { first, end }: NameRun): number {
  const lists = nameWords();
  for (let index = first + 1; index < end; index++) {
    const token = tokens[index];
    if (!token?.capital || !isCommonWord(lists, tokens[index - 1]?.lower ?? "") || token.facts & Word.organizationHead) continue;
    if (token.initial || (token.facts & Word.firstName) !== 0 ? index + 1 < end && (token.facts & Word.common) === 0 : index + 1 === end && !isCommonWord(lists, token.lower)) return index;
  }
  return first;
}

/** Where a full name ends in a run that goes on with other words ("Patty Lee Corporate Tax"); the run's end where it does not. */
function endOfPerson(tokens: readonly NameToken[], { first, end }: NameRun): number {
  const lists = nameWords();
  const head = tokens[first];
  if (!head || end - first < 3 || !isFirstName(head) || (head.facts & Word.common) !== 0 || head.place || head.loose || head.shouted || endsAsOrganization(tokens, { first, end })) return end;
  for (let index = first + 1; index < end; index++) {
    const token = tokens[index];
    if (!token?.capital || token.initial || token.joined || isSuffix(token)) continue;
    if (token.facts & (Word.organizationHead | OTHER_HEAD)) return end;
    const plain = isCommonWord(lists, token.lower) && (token.facts & (Word.firstName | Word.surname)) === 0;
    if (plain || token.shouted) return index - first > 1 && index + 1 <= end ? index : end;
  }
  return end;
}

/** A title or role at `index` that is no part of a name: "Judge Aaron Smith", but "Aaron Judge". */
function isTitleAt(tokens: readonly NameToken[], index: number, first: number): boolean {
  const token = tokens[index];
  if (!token || !isTitleHead(token)) return false;
  if (token.shouted && !token.loose && token.text.length < 4) return (token.facts & Word.role) !== 0;
  const before = index > first ? tokens[index - 1] : undefined;
  return !before || before.place !== undefined || (before.facts & Word.firstName) === 0 || (before.facts & (Word.common | Word.role | Word.roleModifier)) !== 0;
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

function endsAsOrganization(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  for (let index = first; index < end; index++) {
    const next = tokens[index + 1]?.lower;
    const token = tokens[index];
    if (token && index + 1 < end && (next === "of" || next === "for" || next === "on") && takesOf(token)) return true;
  }
  const last = tokens[end - 1];
  if (!last || (last.facts & Word.organizationHead) === 0 || end - first < 2) return false;
  const start = tokens[first];
  if ((last.facts & Word.weakHead) !== 0 && tokens[first - 1]?.lower !== "the" && onlyCommon(tokens, first, end)) return false;
  return !(end - first === 2 && FAMILY_WORDS.has(last.lower) && start !== undefined && (start.facts & Word.firstName) !== 0 && !start.place);
}

function onlyCommon(tokens: readonly NameToken[], first: number, end: number): boolean {
  const lists = nameWords();
  for (let index = first; index < end; index++) {
    const token = tokens[index];
    if (token?.isWord && (token.place || !isCommonWord(lists, token.lower))) return false;
  }
  return true;
}

function looksLikePerson(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const start = tokens[first];
  return end - first > 1 && start !== undefined && (start.facts & Word.firstName) !== 0 && (start.facts & Word.common) === 0 && !start.place;
}

/** What a run without titles is; undefined where it names neither a person nor an organization. */
function classify(tokens: readonly NameToken[], run: NameRun, titled: boolean): Candidate | undefined {
  const { end } = run;
  const first = titled ? run.first : afterLabel(tokens, run);
  const start = tokens[first];
  const last = tokens[end - 1];
  if (!start || !last) return undefined;
  const as = (type: NameType, confidence: number): Candidate => ({ first, end, type, confidence });
  const lists = nameWords();
  if (endsAsOrganization(tokens, { first, end })) return as("organization", start.loose ? 0.5 : 0.8);
  // "(R-Utah)", "X-ray", "U-turn"
  if (start.text.length === 1 && tokens[first + 1]?.text === "-" && tokens[first + 1]?.joined) return undefined;
  // the whole is a place
  if (start.place && start.place.start <= start.start && start.place.end >= last.end) return titled ? as("person", 0.5) : undefined;
  const words = tokens.slice(first, end).filter((token, index) => token.capital || hyphened(tokens, first + index));
  const head = words[0];
  if (!head) return undefined;
  if (words.length === 1) return classifyWord(tokens, first, end, titled);
  const suffixed = isSuffix(last);
  const family = words[words.length - (suffixed ? 2 : 1)] ?? last;
  const named = isFirstName(head);
  if ((family.facts & OTHER_HEAD) !== 0 && !titled && !(named && FAMILY_WORDS.has(family.lower))) return undefined;
  if (words.some((word) => (word.facts & Word.people) !== 0 && (word.facts & (Word.firstName | Word.surname)) === 0)) return undefined;
  // "Pittsburgh Pirates"
  if (head.place && /[^s]s$/u.test(last.text) && words.length === 2 && !named) return as("organization", 0.6);
  const common = (word: NameToken): boolean => isCommonWord(lists, word.lower) && (word.facts & (Word.firstName | Word.surname)) === 0 && !word.initial;
  const unusual = words.filter((word) => !common(word)).length;
  const doubtful = head.maybePlace || last.maybePlace;
  if (titled || suffixed) return words.length <= 4 ? as("person", unusual > 0 ? 0.9 : 0.4) : undefined;
  if (words.length > 5) return undefined;
  if (tokens[first - 1]?.lower === "the") {
    // "the Paul Denning campaign"
    const used = tokens[end]?.isWord === true && !tokens[end]?.capital && (tokens[end]?.facts ?? 0) & Word.common;
    if (named && used && unusual === words.length) return as("person", 0.7);
    return unusual === words.length && !named ? as("organization", 0.45) : undefined;
  }
  const initials = head.initial || (head.shouted && !head.loose && head.text.length === 2 && !last.shouted && !head.place);
  if (initials && words.length <= 4 && !family.initial && (!common(family) || words.length > 2)) return as("person", head.initial ? 0.85 : 0.6);
  if (head.shouted && !head.loose && !last.shouted) return undefined;
  if (named && unusual >= words.length - 1 && !((head.facts & Word.common) !== 0 && common(family))) {
    if (head.place && (family.facts & (Word.surname | Word.firstName)) === 0) return as("person", 0.45);
    return as("person", start.loose && common(family) ? 0.45 : doubtful ? 0.7 : 0.9);
  }
  const after = tokens[end];
  if (after !== undefined && SPEECH.has(after.lower) && unusual > 0) return as("person", 0.6);
  if (words.some(({ place }) => place) || doubtful) return undefined;
  // "Osama bin Laden"
  if (tokens.slice(first, end).some(({ facts, capital, lower }) => (!capital || /^(?:bin|ibn|abu|von|van|de|al|el)$/u.test(lower)) && (facts & Word.particle) !== 0)) return as("person", unusual > 0 ? 0.8 : 0.4);
  if (unusual === words.length && words.length <= 3) return as("person", (family.facts & Word.surname) !== 0 ? 0.7 : 0.6);
  return undefined;
}

/** A first name's list holds some articles and particles, too ("La"). */
function isFirstName(token: NameToken | undefined): boolean {
  const facts = token?.facts ?? 0;
  return (facts & Word.firstName) !== 0 && (facts & Word.particle) === 0;
}

/** Leaves out what describes the person before a first name: "Russian Sergey Lavrov", "Education Stefania Giannini", "YouTuber Julien Solomita". */
function afterLabel(tokens: readonly NameToken[], { first, end }: NameRun): number {
  const lists = nameWords();
  for (let index = first + 1; index + 1 < end; index++) {
    const token = tokens[index];
    if (!token?.capital || !isFirstName(token) || (token.facts & Word.common) !== 0) continue;
    const labels = tokens.slice(first, index);
    const isLabel = (label: NameToken): boolean => !isFirstName(label) && ((label.facts & (Word.people | Word.organizationHead)) !== 0 || label.place !== undefined || isCommonWord(lists, label.lower) || !label.capital);
    if (labels.every(isLabel)) return index;
    return first;
  }
  return first;
}

/** A single capitalised word. */
function classifyWord(tokens: readonly NameToken[], first: number, end: number, titled: boolean): Candidate | undefined {
  const token = tokens[first]?.capital ? tokens[first] : tokens[end - 1];
  if (!token) return undefined;
  const as = (type: NameType, confidence: number): Candidate => ({ first, end, type, confidence });
  const { facts } = token;
  const before = tokens[first - 1];
  const after = tokens[end];
  const common = isCommonWord(nameWords(), token.lower);
  if (titled && !token.initial && (facts & (Word.people | Word.time)) === 0) {
    if (isTitleHead(token)) return undefined;
    // "Executive Session", "Teen Choice": a title's words begin other things, too
    const plain = common && (facts & (Word.firstName | Word.surname)) === 0;
    return as("person", plain && (!before || (before.facts & Word.honorific) === 0 || (facts & Word.organizationHead) !== 0) ? 0.4 : 0.85);
  }
  if (token.initial || (facts & (Word.people | Word.time | Word.thing | OTHER_HEAD | Word.function)) !== 0 || token.place) return undefined;
  if (token.shouted && !token.loose) return /^[\p{Lu}&.-]{2,7}$/u.test(token.text) && !common ? as("organization", 0.5) : undefined;
  const speaks = after !== undefined && (SPEECH.has(after.lower) || after.lower === "who");
  // "farmer Smith", "spokeswoman Sakharova"
  if (isRole(before) && before && !before.capital && !common) return as("person", 0.85);
  if ((facts & (Word.role | Word.roles | Word.roleModifier | Word.honorific | Word.organizationHead)) !== 0) return undefined;
  if ((facts & Word.wellKnown) !== 0 && !(token.opening && common && !speaks)) return as("person", 0.7);
  if (token.loose) return undefined;
  if (token.opening && common) return speaks && (facts & Word.firstName) !== 0 ? as("person", 0.45) : undefined;
  if (before?.lower === "the") return as("organization", 0.3);
  if (isFirstName(token) && !common) return as("person", speaks ? 0.8 : token.maybePlace ? 0.4 : 0.6);
  if (speaks) return as("person", 0.55);
  if (common) return as("person", 0.1);
  if (token.maybePlace || LOCATIVE.has(before?.lower ?? "")) return as("organization", 0.2);
  return as("person", (facts & Word.surname) !== 0 && !common ? 0.5 : 0.3);
}

/** A candidate with its roles, and the acronym in brackets that the text gives for it. */
function toMentions(tokens: readonly NameToken[], { first, end, type, confidence }: Candidate): NameMention[] {
  const start = tokens[first]?.start;
  const last = tokens[end - 1];
  if (start === undefined || !last) return [];
  const range: TextRange = { start, end: last.end };
  const acronym = type === "organization" ? introducedAcronym(tokens, first, end) : undefined;
  if (acronym) {
    return [
      { ...range, type, roles: [], acronym, confidence: 0.95 },
      { ...acronym, type, roles: [], confidence: 0.95 },
    ];
  }
  if (type === "organization") return [{ ...range, type, roles: [], confidence }];
  const roles = [roleBefore(tokens, first), roleAfter(tokens, end)].filter((role) => role !== undefined);
  return [{ ...range, type, roles, confidence: roles.length > 0 ? Math.max(confidence, 0.85) : confidence }];
}

/** "(NATO)" after a name whose words begin with these letters. */
function introducedAcronym(tokens: readonly NameToken[], first: number, end: number): TextRange | undefined {
  const acronym = tokens[end + 1];
  if (tokens[end]?.text !== "(" || tokens[end + 2]?.text !== ")" || !acronym?.isWord || !/^[\p{L}.&]{2,10}$/u.test(acronym.text)) return undefined;
  const letters = acronym.text.replace(/[^\p{Lu}]/gu, "").toLowerCase();
  let at = 0;
  for (let index = first; index < end && at < letters.length; index++) {
    if (tokens[index]?.lower.startsWith(letters.charAt(at))) at++;
  }
  return letters.length > 1 && at >= letters.length - 1 ? { start: acronym.start, end: acronym.end } : undefined;
}
