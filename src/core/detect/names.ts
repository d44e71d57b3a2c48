import type { TextRange } from "../document/range.js";
import type { Article, Block } from "../text/article.js";
import type { DateMention, NameMention, PlaceMention } from "./findings.js";
import type { Candidate } from "./nameClasses.js";
import { readRun } from "./nameParts.js";
import { officeBeforeComma, roleAfter, roleBefore } from "./nameRoles.js";
import { nameRuns } from "./nameRuns.js";
import { isTitleHead, nameTokens, type NameToken } from "./nameTokens.js";
import { joinRuns } from "./organizationNames.js";


/** Names less sure than this are kept only where the rest of the article bears them out (`settleMentions`). */
export const SURE_NAME = 0.5;

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

/** A candidate with its roles, and the acronym in brackets that the text gives for it. */
function toMentions(tokens: readonly NameToken[], { first: begin, end: behind, type, confidence }: Candidate): NameMention[] {
  const first = type === "organization" ? beginByLetters(tokens, begin, behind) : begin;
  const start = tokens[first]?.start;
  const end = tokens[behind - 1]?.end;
  if (start === undefined || end === undefined) return [];
  const acronym = type === "organization" ? introducedAcronym(tokens, first, behind) : undefined;
  if (acronym) {
    return [
      { start, end, type, roles: [], acronym, confidence: 0.95 },
      { start: acronym.start, end: acronym.end, type, roles: [], confidence: 0.95 },
    ];
  }
  if (type === "organization") return [{ start, end, type, roles: [], confidence }];
  const before = roleBefore(tokens, first, behind);
  const after = roleAfter(tokens, behind);
  const office = officeBeforeComma(tokens, first, behind);
  // "the secretary to the governor, Paul Hale" is no governor
  const own = before && office && office.start < before.start && office.end >= before.end ? undefined : before;
  const roles = [own, office, after && before && isNextKin(tokens, first, behind) ? undefined : after].filter((role) => role !== undefined);
  // "the ambassador to Kenya, Ana Grynn": an office leaves no doubt of whose the words beside it are
  const least = roles.length === 0 ? 0 : behind - first > 1 ? 0.95 : 0.85;
  return [{ start, end, type, roles, confidence: Math.max(confidence, least) }];
}

/** "his son, Paul, his daughter, Anna": what is behind the name tells of the next one, as what is before it does of this. */
function isNextKin(tokens: readonly NameToken[], first: number, end: number): boolean {
  return tokens[first - 1]?.text === "," && /^(?:his|her|their)$/u.test(tokens[end + 1]?.lower ?? "") && tokens[end + 3]?.text === "," && tokens[end + 4]?.capital === true;
}

/** Words that stand between the capitals of a body's name. */
const SMALL = /^(?:and|of|for|the|on|&)$/u;
/** Words that the letters in brackets may add before a name. */
const MOST_ADDED = 6;

/** Where the name begins whose letters stand behind it in brackets: "Ethics and Anti-Graft Commission (EAGC)" at its "Ethics". */
function beginByLetters(tokens: readonly NameToken[], first: number, end: number): number {
  const letters = tokens[end + 1]?.text ?? "";
  if (tokens[end]?.text !== "(" || tokens[end + 2]?.text !== ")" || !/^\p{Lu}{3,8}$/u.test(letters)) return first;
  let initials = "";
  for (let at = first; at < end; at++) if (tokens[at]?.capital) initials += tokens[at]?.text.charAt(0) ?? "";
  for (let at = first - 1; at >= first - MOST_ADDED && initials.length < letters.length; at--) {
    const token = tokens[at];
    // "Member of the Legislative Assembly (MLA)" is nobody's name
    if (!token || token.sentence !== tokens[first]?.sentence || (isTitleHead(token) && tokens[at + 1]?.lower === "of")) return first;
    if (SMALL.test(token.lower)) continue;
    if (!token.capital) return first;
    initials = token.text.charAt(0) + initials;
    if (initials === letters) return at;
  }
  return first;
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
