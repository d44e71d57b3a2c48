import { pushAll } from "../common/pushAll.js";
import type { TextRange } from "../document/range.js";
import type { Article, Block } from "../text/article.js";
import type { DateMention, NameMention, PlaceMention } from "./findings.js";
import { introducedAcronym, introducedNames } from "./names/introducedAcronyms.js";
import type { Candidate } from "./names/nameClasses.js";
import { readRun } from "./names/nameParts.js";
import { officeBeforeComma, roleBefore } from "./names/nameRoles.js";
import { nameRuns } from "./names/nameRuns.js";
import { nameTokens, type NameToken } from "./names/nameTokens.js";
import { joinRuns } from "./names/organizationNames.js";
import { roleAfter } from "./names/rolesBehindNames.js";

/** Names less sure than this are kept only where the rest of the article bears them out (`settleMentions`). */
export const SURE_NAME = 0.5;

/** Names of people and organizations in one block, in document order; `places` and `dates` are those of the same block. */
export function findNames(article: Article, block: Block, places: readonly PlaceMention[], dates: readonly DateMention[]): NameMention[] {
  const tokens = nameTokens(article, block, places, dates);
  const candidates: Candidate[] = [];
  let from = 0;
  for (const run of joinRuns(tokens, nameRuns(tokens))) {
    if (run.first < from) continue;
    pushAll(candidates, readRun(tokens, run));
    from = run.end;
  }
  const mentions: NameMention[] = [];
  for (const candidate of joinOrganizations(tokens, withIntroduced(candidates, introducedNames(tokens)))) {
    const [name, ...others] = toMentions(tokens, candidate);
    const before = mentions.at(-1);
    // an acronym in brackets came with its full name
    if (!name || name.start < (before?.end ?? 0)) continue;
    // "Ida Brandt, novelist Paul Hale's wife" is his
    const isOwner = /^['’]s/u.test(article.text.slice(name.end, name.end + 2));
    if (before && before.roles.length > 0 && !isOwner) mentions[mentions.length - 1] = withoutRolesOfNext(before, name, ({ start, end }) => !PART_OF.test(article.text.slice(start, end)));
    mentions.push(withWholeRoles(name, before), ...others);
  }
  return mentions;
}

/** In an office that goes on with whose it is ("director of Hale Keane Trust"), but for those that are one term. */
const PART_OF = /\b(?:of|for|at|in)\b(?! (?:Staff|State|Police|Defen[cs]e|Justice)\b)/u;

/** "Ida Brandt, Superintendent of Police Paul Hale": in a list what stands between two names is the second one's, where it is an office before that. */
function withoutRolesOfNext(name: NameMention, next: NameMention, isOffice: (role: TextRange) => boolean): NameMention {
  const roles = name.roles.filter((role) => !next.roles.some((own) => own.start === role.start && role.end >= next.end && isOffice(own)));
  return roles.length === name.roles.length ? name : { ...name, roles };
}

/** "Port Authority Director": what a role begins within belongs to it as a whole. */
function withWholeRoles(name: NameMention, before: NameMention | undefined): NameMention {
  if (!before || !name.roles.some(({ start }) => start > before.start && start < before.end)) return name;
  return { ...name, roles: name.roles.map((role) => (role.start > before.start && role.start < before.end ? { ...role, start: before.start } : role)) };
}

/**
 * What letters in brackets tell of a body's name goes before what its words look like, unless these tell more of it ("U.S. Food and Drug
 * Administration (FDA)"). Both in order, none overlapping another of its list. Linear.
 */
function withIntroduced(candidates: readonly Candidate[], introduced: readonly Candidate[]): readonly Candidate[] {
  let at = 0;
  const news = introduced.filter((name) => {
    while ((candidates[at]?.end ?? Infinity) < name.end) at++;
    const known = candidates[at];
    return !(known?.type === "organization" && known.first <= name.first);
  });
  if (news.length === 0) return candidates;
  let next = 0;
  const others = candidates.filter(({ first, end }) => {
    while ((news[next]?.end ?? Infinity) <= first) next++;
    return (news[next]?.first ?? Infinity) >= end;
  });
  return [...others, ...news].sort((a, b) => a.first - b.first);
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
function toMentions(tokens: readonly NameToken[], { first, end: behind, type, confidence }: Candidate): NameMention[] {
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
  const own = before && office && office.start <= before.start && office.end >= before.end ? undefined : before;
  const roles = [own, office, after && before && isNextKin(tokens, first, behind) ? undefined : after].filter((role) => role !== undefined);
  // "the ambassador to Kenya, Ana Grynn": an office leaves no doubt of whose the words beside it are
  const least = roles.length === 0 ? 0 : behind - first > 1 ? 0.95 : 0.85;
  return [{ start, end, type, roles, confidence: Math.max(confidence, least) }];
}

/** "his son, Paul, his daughter, Anna": what is behind the name tells of the next one, as what is before it does of this. */
function isNextKin(tokens: readonly NameToken[], first: number, end: number): boolean {
  return tokens[first - 1]?.text === "," && /^(?:his|her|their)$/u.test(tokens[end + 1]?.lower ?? "") && tokens[end + 3]?.text === "," && tokens[end + 4]?.capital === true;
}
