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
  for (const candidate of candidates) {
    const [name, ...others] = toMentions(tokens, candidate);
    // an acronym in brackets came with its full name
    if (name && name.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(name, ...others);
  }
  return mentions;
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
  const head = tokens[right.end - 1];
  const rightIsHead = head !== undefined && (head.facts & Word.organizationHead) !== 0;
  if (/^(?:of|for|on|of the|for the|and|to)$/u.test(gap) && takesOf(last) && gap !== "and") return !isRole(last) || rightIsHead;
  if (gap === "and") {
    const inside = tokens.slice(left.first, left.end).some((token) => takesOf(token)) && tokens.slice(left.first, left.end).some(({ lower }) => lower === "of" || lower === "for");
    const plain = tokens.slice(right.first, right.end).every((token) => isCommonWord(nameWords(), token.lower) && !isRole(token));
    const leftPlain = tokens.slice(left.first, left.end).every((token) => isCommonWord(nameWords(), token.lower) || token.place !== undefined || (token.facts & Word.people) !== 0);
    return plain && (inside || (rightIsHead && right.end - right.first > 1 && leftPlain));
  }
  return /^(?:['’]s?)$/u.test(gap) && rightIsHead && isCommonWord(nameWords(), last.lower);
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
    const before: NameRun = { first: run.first, end: index };
    // "Manchester United", "U.S. Supreme Court": what says where belongs to a body that many countries have
    const single = index + 1 === end && !tokens[index]?.shouted;
    if (index > run.first) yield* readPart(tokens, trimTail(tokens, before));
    yield { first: index, end: last, type: "organization", confidence: single && tokens[index]?.opening && isCommonWord(nameWords(), tokens[index]?.lower ?? "") ? 0.4 : 0.9 };
    if (last < run.end) yield* readRun(tokens, { first: last, end: run.end });
    return;
  }
  yield* readPart(tokens, run);
}

/** Without a hyphen, a particle or "of" at the end. */
function trimTail(tokens: readonly NameToken[], { first, end }: NameRun): NameRun {
  let last = end;
  while (last > first && !tokens[last - 1]?.capital) last--;
  return { first, end: last };
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
  let titled = false;
  if (!endsAsOrganization(tokens, run)) {
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
  const candidate = classify(tokens, rest, titled);
  if (candidate) yield candidate;
}

/** A title or role at `index` that is no part of a name: "Judge Aaron Smith", but "Aaron Judge". */
function isTitleAt(tokens: readonly NameToken[], index: number, first: number): boolean {
  const token = tokens[index];
  if (!token || (token.facts & (Word.role | Word.honorific)) === 0) return false;
  if (token.shouted && !token.loose && token.text.length < 4) return (token.facts & Word.role) !== 0;
  const before = index > first ? tokens[index - 1] : undefined;
  return !before || before.place !== undefined || (before.facts & Word.firstName) === 0 || (before.facts & (Word.common | Word.role | Word.roleModifier)) !== 0;
}

function withoutTitle(tokens: readonly NameToken[], { first, end }: NameRun): NameRun {
  let last = end;
  while (last > first) {
    const token = tokens[last - 1];
    if (!token || (token.capital && (token.facts & (Word.role | Word.roleModifier | Word.honorific)) === 0)) break;
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
  return !(end - first === 2 && FAMILY_WORDS.has(last.lower) && start !== undefined && (start.facts & Word.firstName) !== 0 && !start.place);
}

function looksLikePerson(tokens: readonly NameToken[], { first, end }: NameRun): boolean {
  const start = tokens[first];
  return end - first > 1 && start !== undefined && (start.facts & Word.firstName) !== 0 && (start.facts & Word.common) === 0 && !start.place;
}

/** What a run without titles is; undefined where it names neither a person nor an organization. */
function classify(tokens: readonly NameToken[], run: NameRun, titled: boolean): Candidate | undefined {
  let { first } = run;
  const { end } = run;
  const start = tokens[first];
  const last = tokens[end - 1];
  if (!start || !last) return undefined;
  const as = (type: NameType, confidence: number): Candidate => ({ first, end, type, confidence });
  const lists = nameWords();
  if (endsAsOrganization(tokens, run)) return as("organization", start.loose ? 0.5 : 0.8);
  // the whole is a place
  if (start.place && start.place.start <= start.start && start.place.end >= last.end) return titled ? as("person", 0.5) : undefined;
  // "Russian Sergey Lavrov"
  if (end - first > 2 && (start.facts & Word.people) !== 0 && (start.facts & Word.firstName) === 0) first++;
  const words = tokens.slice(first, end).filter(({ capital }) => capital);
  const head = words[0];
  if (!head) return undefined;
  const previous = tokens[first - 1]?.lower ?? "";
  const named = (head.facts & Word.firstName) !== 0;
  const suffixed = isSuffix(last);
  if (words.length === 1) return classifyWord(tokens, first, end, titled);
  const family = words[words.length - (suffixed ? 2 : 1)] ?? last;
  if ((last.facts & OTHER_HEAD) !== 0 && !titled && !(named && FAMILY_WORDS.has(last.lower))) return undefined;
  if (words.some((word) => (word.facts & Word.people) !== 0 && (word.facts & (Word.firstName | Word.surname)) === 0)) return undefined;
  // "Pittsburgh Pirates"
  if (head.place && /[^s]s$/u.test(last.text) && words.length === 2 && !named) return as("organization", 0.6);
  const unusual = words.filter((word) => !isCommonWord(lists, word.lower) || (word.facts & (Word.firstName | Word.surname)) !== 0 || word.initial).length;
  if (titled || suffixed) return words.length <= 4 ? as("person", 0.9) : undefined;
  if (head.shouted && !head.loose && !head.initial && words.length === 2 && !last.shouted) return undefined;
  if (words.length > 5) return undefined;
  if (previous === "the" && !first) return undefined;
  const after = tokens[end];
  const speaks = after !== undefined && SPEECH.has(after.lower);
  if (previous === "the") return unusual === words.length && !named ? as("organization", 0.45) : undefined;
  if (head.initial && words.length <= 4 && !family.initial && (family.facts & (Word.common | Word.function)) === 0) return as("person", 0.85);
  if (named && unusual >= words.length - 1 && !(head.facts & Word.common && isCommonWord(lists, family.lower))) {
    if (head.place && !(family.facts & (Word.surname | Word.firstName))) return as("person", 0.45);
    return as("person", start.loose && isCommonWord(lists, family.lower) ? 0.45 : 0.9);
  }
  if (speaks && unusual > 0) return as("person", 0.6);
  if (head.place || words.some(({ place }) => place)) return undefined;
  if (unusual === words.length && words.length <= 3) return as("person", (family.facts & Word.surname) !== 0 ? 0.7 : 0.6);
  return undefined;
}

/** A single capitalised word. */
function classifyWord(tokens: readonly NameToken[], first: number, end: number, titled: boolean): Candidate | undefined {
  const token = tokens[first]?.capital ? tokens[first] : tokens[end - 1];
  if (!token) return undefined;
  const as = (type: NameType, confidence: number): Candidate => ({ first, end, type, confidence });
  const { facts } = token;
  const before = tokens[first - 1];
  const after = tokens[end];
  if (titled && !token.initial && (facts & (Word.people | Word.time)) === 0) return as("person", 0.85);
  if (token.initial || (facts & (Word.people | Word.time | Word.thing | OTHER_HEAD | Word.function)) !== 0 || token.place) return undefined;
  if (token.shouted && !token.loose) return /^[\p{Lu}&.-]{2,7}$/u.test(token.text) ? as("organization", 0.5) : undefined;
  const common = isCommonWord(nameWords(), token.lower);
  const speaks = after !== undefined && (SPEECH.has(after.lower) || after.lower === "who");
  // "farmer Smith", "spokeswoman Sakharova"
  if (isRole(before) && before && !before.capital && !common) return as("person", 0.85);
  if ((facts & (Word.role | Word.roleModifier | Word.honorific | Word.organizationHead)) !== 0) return undefined;
  if (token.loose) return undefined;
  if (token.opening && common) return speaks && (facts & Word.firstName) !== 0 ? as("person", 0.45) : undefined;
  if (before?.lower === "the") return as("organization", 0.3);
  if ((facts & Word.firstName) !== 0 && !common) return as("person", speaks ? 0.8 : 0.6);
  if (speaks) return as("person", 0.55);
  if (LOCATIVE.has(before?.lower ?? "")) return as("organization", 0.2);
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
