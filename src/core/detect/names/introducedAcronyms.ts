import type { TextRange } from "../../document/range.js";
import { isAside } from "../../lexicon/bracketed.js";
import { nameWords } from "../../lexicon/nameWords.js";
import type { Candidate } from "./nameClasses.js";
import { isTitleHead, type NameToken } from "./nameTokens.js";
import { endsAsOrganization } from "./organizationNames.js";

/** What stands between the capitals of a name of several words. */
export const BETWEEN_CAPITALS = /^(?:and|of|for|the|on|in|&|[-‐‑]|['’]s?)$/u;
/** Words of the longest name that letters in brackets tell, and words between an office and the body that it is of. */
const LONGEST = 12;
const MOST_BETWEEN = 6;
const LETTERS = /^\p{Lu}{3,8}$/u;

/** Bodies in front of their letters in brackets, whatever their other words look like: "Food and Agriculture Organisation (FAO)". In order. */
export function introducedNames(tokens: readonly NameToken[]): Candidate[] {
  const found: Candidate[] = [];
  for (let open = 2; open + 2 < tokens.length; open++) {
    const letters = lettersBehind(tokens, open);
    const first = letters === undefined ? open : beginOfIntroduced(tokens, open, letters);
    // "United Nations High Commissioner for Refugees (UNHCR)" ends like an office, but its letters are a body's
    const isBody = letters !== undefined && nameWords().isOrganization(letters);
    if (first < open - 1 && (isBody || endsAsOrganization(tokens, { first, end: open }))) found.push({ first, end: open, type: "organization", confidence: 0.95 });
  }
  return found;
}

/** The letters in the brackets that open there; undefined where something else stands in them. */
function lettersBehind(tokens: readonly NameToken[], open: number): string | undefined {
  if (tokens[open]?.text !== "(" || tokens[open + 2]?.text !== ")") return undefined;
  const letters = tokens[open + 1]?.text ?? "";
  const isOwner = /^['’]s?$/u.test(tokens[open - 1]?.text ?? "");
  return LETTERS.test(letters) && !isOwner ? letters : undefined;
}

/** Where the words begin that the letters stand for: at the first letter or, where they are those of another language ("Kurdistan Workers' Party (PKK)"), behind "the". */
function beginOfIntroduced(tokens: readonly NameToken[], open: number, letters: string): number {
  let initials = "";
  let begin = open;
  let behindThe = open;
  for (let at = open - 1; at >= open - LONGEST; at--) {
    const token = tokens[at];
    if (!token || token.sentence !== tokens[open]?.sentence || (!token.capital && !BETWEEN_CAPITALS.test(token.lower))) break;
    if (token.lower === "the" && behindThe === open) behindThe = begin;
    if (!token.capital || token.lower === "the") continue;
    begin = at;
    initials = token.text.charAt(0) + initials;
    if (initials === letters) return isOfficeOf(tokens, at) ? open : at;
  }
  return behindThe < open && standsFor(tokens, behindThe, open) ? behindThe : open;
}

/** "Member of the Legislative Assembly (MLA)" is nobody's name. */
function isOfficeOf(tokens: readonly NameToken[], at: number): boolean {
  return isTitleHead(tokens[at]) && tokens[at + 1]?.lower === "of";
}

/** True where letters in brackets can be those of a body in another language, and of no office or place, nor an aside ("(NYSE)", "(PHOTO)"). */
function standsFor(tokens: readonly NameToken[], first: number, open: number): boolean {
  const letters = lettersBehind(tokens, open);
  if (letters === undefined || open - first < 2 || tokens[open + 1]?.place !== undefined || isAside(letters)) return false;
  for (let at = first; at < open; at++) if (isOfficeOf(tokens, at)) return false;
  let before = first - 1;
  while (before > first - MOST_BETWEEN && BETWEEN_CAPITALS.test(tokens[before]?.lower ?? "")) before--;
  return !isOfficeOf(tokens, before);
}

/** "kmt" of "kuomintang": the letters in their order, the first at its head. */
function isWithin(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === letters.charAt(at)) at++;
  return at === letters.length && word.startsWith(letters.charAt(0));
}

/** "(NATO)" after a body's name whose words begin with these letters, or "(MSF)" after one that has them in another language. */
export function introducedAcronym(tokens: readonly NameToken[], first: number, end: number): TextRange | undefined {
  const acronym = tokens[end + 1];
  if (tokens[end]?.text !== "(" || tokens[end + 2]?.text !== ")" || !acronym?.isWord || !/^[\p{L}.&]{2,10}$/u.test(acronym.text)) return undefined;
  const letters = acronym.text.replace(/[^\p{Lu}]/gu, "").toLowerCase();
  if (end - first === 1) return letters.length > 2 && isWithin(letters, tokens[first]?.lower ?? "") ? { start: acronym.start, end: acronym.end } : undefined;
  if (isClipped(tokens, first, end, acronym.text)) return { start: acronym.start, end: acronym.end };
  let at = 0;
  for (let index = first; index < end && at < letters.length; index++) {
    if (tokens[index]?.lower.startsWith(letters.charAt(at))) at++;
  }
  return (letters.length > 1 && at >= letters.length - 1) || standsFor(tokens, first, end) ? { start: acronym.start, end: acronym.end } : undefined;
}

/** Letters of the shortest name that is made of the beginnings of words. */
const SHORTEST_CLIPPED = 5;

/** "Comelec" of "Commission on Elections": the beginnings of words in their order, of the first one too. */
function isClipped(tokens: readonly NameToken[], first: number, end: number, word: string): boolean {
  if (word.length < SHORTEST_CLIPPED || !/^\p{Lu}\p{Ll}+$/u.test(word) || end - first > LONGEST) return false;
  const letters = word.toLowerCase();
  // lengths of what the words so far can make up
  let made = new Set([0]);
  for (let index = first; index < end; index++) {
    const lower = tokens[index]?.lower ?? "";
    const next = index === first ? new Set<number>() : new Set(made);
    for (const from of made) for (let length = 1; from + length <= letters.length && lower.startsWith(letters.slice(from, from + length)); length++) next.add(from + length);
    made = next;
  }
  return made.has(letters.length);
}
