import { entries as commonEntries } from "./commonWords.generated.js";
import { entries as familyFirstEntries } from "./familyFirstNames.generated.js";
import { entries as firstNameEntries } from "./firstNames.generated.js";
import { entries as honorificEntries } from "./honorifics.generated.js";
import { entries as mixedFirstNameEntries } from "./mixedFirstNames.generated.js";
import { entries as nicknameEntries } from "./nicknames.generated.js";
import { entries as nonNameEntries } from "./nonNames.generated.js";
import { entries as headEntries } from "./organizationHeads.generated.js";
import { entries as organizationEntries } from "./organizations.generated.js";
import { entries as bodyNounEntries } from "./organizationNouns.generated.js";
import { entries as particleEntries } from "./particles.generated.js";
import { entries as modifierEntries } from "./roleModifiers.generated.js";
import { entries as rareFirstNameEntries } from "./rareFirstNames.generated.js";
import { entries as roleEntries } from "./roles.generated.js";
import { entries as surnameEntries } from "./surnames.generated.js";
import { entries as titledEntries } from "./titledNames.generated.js";
import { entries as wellKnownEntries } from "./wellKnownPeople.generated.js";
import { entries as wordSurnameEntries } from "./wordSurnames.generated.js";

/** What the word lists say of a word, as bits: a word may be several things ("Baker"). */
export const Word = {
  firstName: 1,
  surname: 1 << 1,
  common: 1 << 2,
  honorific: 1 << 3,
  role: 1 << 4,
  roleModifier: 1 << 5,
  particle: 1 << 6,
  /** Last word of an organization's name. */
  organizationHead: 1 << 7,
  /** Organization word that "of" or "for" may follow. */
  organizationOf: 1 << 8,
  function: 1 << 9,
  time: 1 << 10,
  people: 1 << 11,
  place: 1 << 12,
  event: 1 << 13,
  law: 1 << 14,
  work: 1 << 15,
  thing: 1 << 16,
  /** A role in the plural ("Senators"). */
  roles: 1 << 17,
  /** An organization head that common words before it do not make a name. */
  weakHead: 1 << 18,
  /** The surname of someone whom everybody knows. */
  wellKnown: 1 << 19,
  /** Letters after a name: "KC", "PhD". */
  postNominal: 1 << 20,
  /** A family name that stands first: "Li" Wenjing. */
  familyFirst: 1 << 21,
  /** A noun that tells what body the name behind it is of: "carmaker". */
  bodyNoun: 1 << 22,
  /** One that a clause may follow, too: "the company". */
  looseBodyNoun: 1 << 23,
  /** A surname behind a first name only, another word elsewhere: "Power". */
  wordSurname: 1 << 24,
  /** A first name that tells a person only where another name follows: "Noto". */
  rareFirstName: 1 << 25,
} as const;

/** Heads of names that are neither people nor organizations. */
export const OTHER_HEAD = Word.place | Word.event | Word.law | Word.work;

/** The word lists, looked up by words in small letters. */
export interface NameWords {
  /** Bits of `Word`; 0 for a word of no list. */
  facts(lower: string): number;
  /** 0 (men) to 1 (women) of those who bear this first name, or whose courtesy title this is; undefined where the lists do not tell. */
  womenShare(lower: string): number | undefined;
  /** The same for those who hold an office or title that tells it ("actress", "King"); undefined for "judge" and "general", which are first names, too. */
  titleShare(lower: string): number | undefined;
  /** True for a title's word before one that makes a name of the two ("Lady", "Gaga"). */
  isTitledName(lower: string, next: string): boolean;
  /** True for a well-known organization's name, as written; joined by single spaces. */
  isOrganization(name: string): boolean;
  /** First names that a short form may stand for ("Bill": William). */
  fullFirstNames(lower: string): readonly string[];
  /** The full name of a well-known acronym or short form. */
  fullName(acronym: string): string | undefined;
  /** Words in the longest well-known organization that begins with this word, as written; 0 where none does. */
  longestOrganization(firstWord: string): number;
}

let words: NameWords | undefined;

/** The word lists, unpacked at the first call: a cache of constant tables, no state. */
export function nameWords(): NameWords {
  words ??= unpack();
  return words;
}

function unpack(): NameWords {
  const facts = new Map<string, number>();
  const shares = new Map<string, number>();
  const titleShares = new Map<string, number>();
  const mark = (word: string, bits: number): void => {
    facts.set(word, (facts.get(word) ?? 0) | bits);
  };
  const markAll = (entries: readonly string[], bits: number): void => {
    for (const entry of entries) {
      // most of the hundred thousand have no note
      const tab = entry.indexOf("\t");
      const lower = (tab < 0 ? entry : entry.slice(0, tab)).toLowerCase();
      mark(lower, bits);
      if (tab < 0) continue;
      const note = entry.slice(tab + 1);
      const share = note === "f" ? 1 : note === "m" ? 0 : Number(note) / 100;
      if (Number.isNaN(share)) continue;
      if (!shares.has(lower)) shares.set(lower, share);
      if ((bits & (Word.honorific | Word.role)) !== 0) titleShares.set(lower, share);
    }
  };
  // titles before first names: "Prince", "King" and "Sister" are rare first names, too
  markAll(honorificEntries, Word.honorific);
  markAll(roleEntries, Word.role);
  markAll(mixedFirstNameEntries, Word.firstName);
  markAll(firstNameEntries, Word.firstName);
  markAll(rareFirstNameEntries, Word.rareFirstName);
  markAll(surnameEntries, Word.surname);
  markAll(wordSurnameEntries, Word.wordSurname);
  markAll(wellKnownEntries.filter((name) => !name.includes(" ")), Word.wellKnown | Word.surname);
  markAll(familyFirstEntries, Word.familyFirst);
  markAll(commonEntries, Word.common);
  markAll(modifierEntries, Word.roleModifier);
  markAll(particleEntries, Word.particle);
  for (const entry of headEntries) {
    const [word = "", notes = ""] = entry.split("\t");
    mark(word.toLowerCase(), Word.organizationHead | (notes.includes("of") ? Word.organizationOf : 0) | (notes.includes("weak") ? Word.weakHead : 0));
  }
  for (const entry of bodyNounEntries) {
    const [word = "", note] = entry.split("\t");
    mark(word, Word.bodyNoun | (note === "loose" ? Word.looseBodyNoun : 0));
  }
  for (const line of nonNameEntries) {
    const [group = "", list = ""] = line.split(" = ");
    const bits = group in Word ? Word[group as keyof typeof Word] : 0;
    for (const word of list.split(" ")) mark(word, bits);
  }
  const nicknames = new Map<string, readonly string[]>();
  for (const line of nicknameEntries) {
    const [form = "", names = ""] = line.split(" = ");
    nicknames.set(form, names.split(" "));
    mark(form, Word.firstName);
  }
  const titled = new Set(titledEntries.map((name) => name.toLowerCase()));
  const organizations = new Map<string, string | undefined>();
  const longest = new Map<string, number>();
  for (const entry of organizationEntries) {
    const [name = "", full] = entry.split("\t");
    organizations.set(name, full);
    const [first = ""] = name.split(/[ -]|(?=['’]s\b)/u);
    longest.set(first, Math.max(longest.get(first) ?? 0, tokenCount(name)));
  }
  return {
    facts: (lower) => facts.get(lower) ?? withoutMarks(lower, (plain) => (facts.get(plain) ?? 0) & PERSONAL) ?? 0,
    titleShare: (lower) => titleShares.get(lower),
    womenShare: (lower) => shares.get(lower) ?? withoutMarks(lower, (plain) => (((facts.get(plain) ?? 0) & PERSONAL) === 0 ? undefined : shares.get(plain))),
    isTitledName: (lower, next) => titled.has(`${lower} ${next}`),
    isOrganization: (name) => organizations.has(name),
    fullFirstNames: (lower) => nicknames.get(lower) ?? [],
    fullName: (acronym) => organizations.get(acronym),
    longestOrganization: (firstWord) => longest.get(firstWord) ?? 0,
  };
}

/** What a word of people's names keeps without its accents. */
const PERSONAL = Word.firstName | Word.rareFirstName | Word.surname;

/** "Chlöe" is looked up as "Chloe" where the lists lack it; "Itâ" of "Itâ€™s" is what a wrong encoding left. */
function withoutMarks<T>(lower: string, find: (plain: string) => T): T | undefined {
  return /[\u00c0-\u024f]/u.test(lower) && !/[âã]$/u.test(lower) ? find(lower.normalize("NFD").replaceAll(/\p{M}/gu, "")) : undefined;
}

/** Hyphens, ampersands and a possessive are tokens of their own. */
function tokenCount(name: string): number {
  return name.split(/ |(?=-)|(?<=-)|(?=['’]s\b)/u).length;
}

/** True for a word that texts write in small letters, inflected, contracted or not ("supporters", "exploiting", "she'd"). */
export function isCommonWord(lists: NameWords, lower: string): boolean {
  const is = (word: string): boolean => (lists.facts(word) & (Word.common | Word.function)) !== 0;
  if (is(lower) || (/['’]/u.test(lower) && is(lower.replace(/['’](?:d|ll|m|re|s|ve)$/u, "")))) return true;
  if (!/[sdgy]$/u.test(lower)) return false;
  const [, stem = "", ending = ""] = /^(.{2,}?)(ies|ied|es|s|ed|d|ings|ing|ly)$/u.exec(lower) ?? [];
  return stem !== "" && stemsOf(stem, ending).some((word) => word.length > 2 && is(word));
}

/** What a word with this ending may be a form of: "places" of "place", "running" of "run"; "Ons" is none of "one", nor "Ashling" of "ash". */
function stemsOf(stem: string, ending: string): readonly string[] {
  switch (ending) {
    case "ies":
    case "ied":
      return [`${stem}y`, `${stem}ie`];
    case "es":
      return /(?:[sxzo]|[cs]h)$/u.test(stem) ? [stem, `${stem}e`] : [`${stem}e`];
    case "s":
    case "d":
    case "ly":
      return [stem];
    default:
      return [stem, `${stem}e`, /(.)\1$/u.test(stem) ? stem.slice(0, -1) : stem];
  }
}
