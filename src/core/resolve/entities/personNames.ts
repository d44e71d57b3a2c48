import type { NameMention } from "../../detect/findings.js";
import type { TextRange } from "../../document/range.js";
import { kinNouns, kinsmen, kinswomen, tellsKin } from "../../lexicon/kinship.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";

/** A person's name taken apart; words in small letters without full stops. */
export interface ReadName {
  readonly mention: NameMention;
  readonly words: string;
  /** First and middle names and initials, nickname included; empty for a surname alone. */
  readonly given: readonly string[];
  /** The last word ("lavrov"), particles apart. */
  readonly family: string;
  readonly suffix: string;
  /** Behind a title that goes with the first name: "Sir Keir", "Dame Sharon", "Prince Faisal". */
  readonly isFirst: boolean;
  /** Behind "King", "Princess", "Pope". */
  readonly isRoyal: boolean;
  /** Told as someone's wife, father or the like. */
  readonly relative: boolean;
  /** From a courtesy title before the name: share of women, undefined without one. */
  readonly titleShare: number | undefined;
  /** From a role that only women or only men have ("spokeswoman"), or from a spouse. */
  readonly roleShare: number | undefined;
  /** The same from what somebody is to a relative, which tells more than any first name: "Hale's mother, Amal". */
  readonly kinShare: number | undefined;
  /** The title directly before the name, in full ("governor" for "Gov."); empty without one. */
  readonly office: string;
  /** "Tom Hale" of "Tom and Mary Hale". */
  readonly whole?: string;
}

/** What a name's words tell wherever it stands. */
interface NameParts extends Pick<ReadName, "given" | "family" | "suffix"> {
  readonly isSingle: boolean;
}

/** Reads mentions taken apart, with what the words before them and their roles tell; the words of a name are taken apart once. */
export function readNames(article: Article, mentions: readonly NameMention[]): ReadName[] {
  const known = new Map<string, NameParts>();
  return mentions.map((mention) => {
    const words = article.tokens.asRead(mention);
    let parts = known.get(words);
    if (!parts) known.set(words, (parts = partsOf(words)));
    return readName(article, mention, words, parts);
  });
}

function partsOf(words: string): NameParts {
  // "T.Hale" is "T. Hale"
  const parts = words.replace(/["“”,]/gu, "").replace(/(?<!\p{L})(\p{Lu}\.)(?=\p{Lu}\p{Ll})/gu, "$1 ").split(" ");
  const suffix = parts.length > 1 && /^(?:Jr|Sr|II|III|IV|Esq)\.?$/u.test(parts.at(-1) ?? "") ? (parts.pop() ?? "") : "";
  const lower = parts.map((part) => withoutAccents(part.toLowerCase()).replaceAll(".", "").replaceAll("’", "'"));
  // "Faisal bin Nayef" is no Nayef: that is his father's name
  const isSon = SON_OF.test(lower.at(-2) ?? "");
  let family = lower.length - (isSon ? 2 : 1);
  while (family > 1 && /^\p{Ll}/u.test(parts[family - 1] ?? "")) family--;
  // "bin Laden", "de la Rosa" alone: the particles are no first name
  const father = lower.findIndex((part, index) => index > 0 && SON_OF.test(part));
  // "Hamdan bin Rashid Al Keane" is no Rashid either
  const given = lower.slice(0, father > 0 ? Math.min(father, family) : family).filter((_, index) => /^[^\p{Ll}]/u.test(parts[index] ?? ""));
  return {
    given,
    family: isSon ? lower.slice(-2).join(" ") : (lower.at(-1) ?? "").replace(/^(?:al|el)-/u, ""),
    suffix: suffix.replace(".", ""),
    isSingle: lower.length === 1,
  };
}

function readName(article: Article, mention: NameMention, words: string, { given, family, suffix, isSingle }: NameParts): ReadName {
  const { text, tokens } = article;
  const first = tokens.at(mention.start);
  const before = tokens.lower(first - 1);
  return {
    mention,
    words,
    given,
    family,
    suffix,
    isFirst: isSingle && (FIRST_NAME_TITLES.test(before) || ROYAL.test(before)),
    isRoyal: ROYAL.test(before) && tokens.isCapitalized(first - 1),
    relative: mention.roles.some(({ start, end }) => tellsKin(text.slice(start, end))),
    // "Brother Anselm", but "Keane's brother Paul"
    titleShare: tokens.isCapitalized(first - 1) ? courtesyShare(before) : undefined,
    roleShare: roleShare(text, mention) ?? kinBefore(article, mention) ?? spouseShare(article, mention),
    kinShare: mention.roles.map(({ start, end }) => kinShare(text.slice(start, end).toLowerCase().split(/\s/u).at(-1) ?? "")).find((share) => share !== undefined),
    office: officeBefore(before),
  };
}

const SON_OF = /^(?:bin|ibn|bint)$/u;
const FIRST_NAME_TITLES = /^(?:sir|dame)$/u;
const ROYAL = /^(?:king|queen|prince|princess|pope)$/u;

/** "De la Cruz" at the head of a sentence after "María José de la Cruz", "Le Drian" after "Jean-Yves Le Drian": the particles are no first name. */
export function withoutGivenParticles(names: readonly ReadName[]): ReadName[] {
  const lists = nameWords();
  // "Mac" is a first name, too, and a particle in "Mac Giolla Phádraig"; "St." is one in "Ashley St. Germaine"
  const isParticle = (word: string): boolean => /^(?:mac|ste?\.?)$/u.test(word) || (lists.facts(word) & Word.particle) !== 0;
  const families = new Set<string>();
  for (const { words, given } of names) {
    const parts = words.split(" ");
    const particle = parts.findIndex((part, index) => index > 0 && index + 1 < parts.length && isParticle(part.toLowerCase()));
    if (particle > 0 && given.length > 0) families.add(parts.slice(particle).join(" ").toLowerCase());
  }
  return names.map((name) => (name.given.length > 0 && name.given.every(isParticle) && families.has(name.words.toLowerCase()) ? { ...name, given: [] } : name));
}

/**
 * "Freemason Hale Joins Race", in the capitals of a headline, and "Andrew Hale" in the text: what somebody is, rather than a first name; a common word, or one
 * that no list of first names knows and that only the headline has.
 */
export function withoutGivenNouns({ sentences, tokens }: Article, names: readonly ReadName[]): ReadName[] {
  const lists = nameWords();
  const headline = sentences[0]?.end ?? 0;
  const told = new Map<string, number>();
  const families = new Set<string>();
  for (const { given, family } of names) {
    const [first] = given;
    if (first === undefined) continue;
    told.set(first, (told.get(first) ?? 0) + 1);
    if ((lists.facts(first) & Word.firstName) !== 0) families.add(family);
  }
  return names.map((name) => {
    const [first, ...others] = name.given;
    if (first === undefined || others.length > 0 || first.length < 2 || !families.has(name.family) || (lists.facts(first) & (Word.firstName | Word.rareFirstName)) !== 0) return name;
    const isNoun = (lists.facts(first) & Word.common) !== 0 || (name.mention.start < headline && told.get(first) === 1 && tokens.isCapitalized(tokens.at(name.mention.end - 1) + 1));
    return isNoun ? { ...name, given: [], words: name.words.split(" ").at(-1) ?? name.words } : name;
  });
}

/** Mentions of somebody whom the first name alone rather means. */
const PROMINENT = 3;

/**
 * "Tom and Mary Hale": a first name directly before another's full name has the same surname, unless somebody has it for a surname or the article
 * is about somebody else of that first name ("Hillary and Tim Kaine").
 */
export function withSharedFamily({ text }: Article, names: readonly ReadName[]): ReadName[] {
  const lists = nameWords();
  const isGivenName = (word: string | undefined): boolean => word !== undefined && (lists.facts(word) & (Word.firstName | Word.wellKnown)) === Word.firstName;
  const full = names.filter(({ given }) => given.length > 0);
  const families = new Set(full.map(({ family }) => family));
  const counts = new Map<string, number>();
  for (const { family } of names) counts.set(family, (counts.get(family) ?? 0) + 1);
  const prominent = new Map(full.filter(({ family }) => (counts.get(family) ?? 0) >= PROMINENT).map(({ given: [first = ""], family }) => [first, family]));
  return names.map((name, index) => {
    const next = names[index + 1];
    if (!next || name.given.length > 0 || name.titleShare !== undefined || name.office !== "" || !isGivenName(name.family) || !isGivenName(next.given[0]) || families.has(name.family)) return name;
    if ((prominent.get(name.family) ?? next.family) !== next.family || !/^\s+(?:and|&)\s+$/u.test(text.slice(name.mention.end, next.mention.start))) return name;
    return { ...name, given: [name.family], family: next.family, whole: `${name.words} ${next.words.split(" ").at(-1) ?? ""}` };
  });
}

/** "Chuck [Todd]", "[Gov. Chris] Christie": an editor has told the other half of a name that a speaker has left out. */
export function withBracketedHalf({ text }: Article, names: readonly ReadName[]): ReadName[] {
  const isSingle = ({ given, words }: ReadName): boolean => given.length === 0 && !words.includes(" ");
  const joined = [...names];
  for (const [index, second] of names.entries()) {
    const first = names[index - 1];
    if (!first || !isSingle(first) || !isSingle(second)) continue;
    const gap = text.slice(first.mention.end, second.mention.start);
    // "Madiba [Mandela]" is what they call Nelson Mandela
    const isTold = gap === " [" && text.charAt(second.mention.end) === "]" && names.every(({ given, family }) => family !== second.family || given.length === 0 || given.includes(first.family));
    if (gap !== "] " && !isTold) continue;
    const whole = { given: [first.family], family: second.family, whole: `${first.words} ${second.words}` };
    joined[index - 1] = { ...first, ...whole };
    joined[index] = { ...second, ...whole };
  }
  return joined;
}

/** Letters of one part of a Chinese given name that is written as two. */
const LONGEST_SYLLABLE = 5;

/** "Li Wenjing", "Moon Jae-in", "Han Kang": two words, or three short ones, the first a family name that no one has for a last one's first name, or both such names. */
export function isFamilyFirst({ given, family }: Pick<ReadName, "given" | "family">): boolean {
  const lists = nameWords();
  if (isEastern(given, family)) return true;
  if ((lists.facts(given[0] ?? "") & Word.familyFirst) === 0) return false;
  // "Lim Boon Heng"
  if (given.length === 2) return [given[1] ?? "", family].every((part) => part.length <= LONGEST_SYLLABLE && (lists.facts(part) & Word.firstName) === 0);
  if (given.length !== 1) return false;
  return (lists.facts(family) & (Word.surname | Word.common)) === 0 || (lists.facts(family) & Word.familyFirst) !== 0;
}

/** "Lee Kuan Yew", "Kim Jong-un": first names elsewhere, but family names before two syllables that are nobody's names; "Lee Ann Hale" and "Kim Hale-Brown" are read as usual. */
function isEastern(given: readonly string[], family: string): boolean {
  if (!/^(?:lee|kim)$/u.test(given[0] ?? "")) return false;
  const syllables = given.length === 2 ? [given[1] ?? "", family] : given.length === 1 ? family.split("-") : [];
  return syllables.length === 2 && syllables.every((part) => part.length > 1 && part.length <= LONGEST_SYLLABLE && (nameWords().facts(part) & (Word.firstName | Word.surname | Word.particle | Word.common)) === 0);
}

/** "Joe", "Joseph R." and "J. R." may be one; "Bill" and "Hillary" are not. */
export function sameGiven(one: readonly string[], other: readonly string[]): boolean {
  const [a = "", b = ""] = [one[0], other[0]];
  // "K Chandran Rao" and "K T Rao" share an initial and no name
  if (a === b && a.length === 1 && one.length > 1 && other.length > 1 && one[1]?.charAt(0) !== other[1]?.charAt(0)) return false;
  if (a === b) return one.length < 2 || other.length < 2 || compatible(one[1] ?? "", other[1] ?? "");
  // "A.C. Hale" is no Adam, who would be Adam C.
  if ((a.length === 2) !== (b.length === 2) && a.length > 1 && b.length > 1 && (a.length === 2 ? other : one).length === 1 && isInitials(a.length === 2 ? a : b)) return false;
  if (a.length <= 2 || b.length <= 2) return a.startsWith(b.charAt(0)) && b.startsWith(a.charAt(0));
  const lists = nameWords();
  const full = (name: string): readonly string[] => [name, ...lists.fullFirstNames(name)];
  if (full(a).some((name) => full(b).includes(name))) return true;
  // a nickname or middle name that the fuller form holds
  return one.includes(b) || other.includes(a) || (a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a)));
}

/** Letters that are no first name: "ac", not "jo". */
function isInitials(letters: string): boolean {
  return (nameWords().facts(letters) & (Word.firstName | Word.rareFirstName)) === 0;
}

function compatible(one: string, other: string): boolean {
  return one === "" || other === "" || one === other || ((one.length <= 2 || other.length <= 2) && one.charAt(0) === other.charAt(0)) || one.length > 2;
}

const COURTESY = new Set(["mr", "mrs", "ms", "miss", "sir", "lady", "lord", "madame", "dame", "king", "queen", "prince", "princess", "sheikh", "pope", "father", "sister", "brother"]);

function courtesyShare(before: string): number | undefined {
  const title = before.replace(/\.$/u, "");
  return COURTESY.has(title) ? nameWords().womenShare(title) : undefined;
}

/** Titles as newspapers shorten them. */
const SHORT_OFFICES: ReadonlyMap<string, string> = new Map(
  Object.entries({ gov: "governor", sen: "senator", rep: "representative", pres: "president", prof: "professor", dr: "doctor", gen: "general", col: "colonel", maj: "major", capt: "captain", cmdr: "commander", adm: "admiral", lt: "lieutenant", sgt: "sergeant", cpl: "corporal", det: "detective", rev: "reverend", amb: "ambassador", cllr: "councillor", pm: "minister" }),
);

function officeBefore(before: string): string {
  const title = before.replace(/\.$/u, "");
  const facts = nameWords().facts(title);
  if ((facts & (Word.role | Word.honorific)) === 0 || COURTESY.has(title)) return "";
  return SHORT_OFFICES.get(title) ?? title;
}

function kinShare(word: string): number | undefined {
  if (kinswomen.has(word)) return 1;
  return kinsmen.has(word) ? 0 : undefined;
}

/** "his uncle John Doe", "the brothers' uncle, John Doe". */
function kinBefore({ tokens }: Article, { start }: TextRange): number | undefined {
  const first = tokens.at(start);
  return kinShare(tokens.lower(tokens.text(first - 1) === "," ? first - 2 : first - 1));
}

/** Words from the possessive to the name of the kin. */
const LONGEST_KINSHIP = 4;

/** "Hale's wife, Ann Hale", "Hale's late brother Jim": two people of whom the first is told by the other. */
export function isKinOf({ tokens }: Article, owner: ReadName, relative: ReadName): boolean {
  const mark = tokens.at(owner.mention.end - 1) + 1;
  const first = tokens.at(relative.mention.start);
  if (!/^['’]s?$/u.test(tokens.text(mark)) || first - mark > LONGEST_KINSHIP) return false;
  for (let at = mark + 1; at < first; at++) if (kinNouns.has(tokens.lower(at))) return true;
  return false;
}

/** "husband of Jane Doe", "Jane Doe's late husband". */
function spouseShare({ tokens }: Article, { start, end }: TextRange): number | undefined {
  const before = tokens.at(start) - 1;
  let after = tokens.at(end - 1) + 1;
  const owns = /^['’]s$/u.test(tokens.text(after));
  if (/^(?:late|former|then|ex)$/u.test(tokens.lower(after + 1))) after++;
  // "the wife of Jane Doe's brother" is not hers
  const spouse = owns ? tokens.lower(after + 1) : tokens.lower(before) === "of" ? tokens.lower(before - 1) : "";
  return spouse === "husband" || spouse === "wife" ? (spouse === "husband" ? 1 : 0) : undefined;
}

/** Share of women among those who hold an office by a man's name and whose first name does not tell: a "chairman" may be one. */
const OFFICE_OF_MEN = 0.25;

function roleShare(text: string, { roles }: NameMention): number | undefined {
  const lists = nameWords();
  for (const { start, end } of roles) {
    for (const word of text.slice(start, end).toLowerCase().split(/[^\p{L}-]+/u)) {
      const kin = kinShare(word);
      if (kin !== undefined) return kin;
      const share = (lists.facts(word) & Word.role) !== 0 ? lists.titleShare(word) : undefined;
      if (share === 0 && word.endsWith("man")) return OFFICE_OF_MEN;
      if (share === 0 || share === 1) return share;
    }
  }
  return undefined;
}

/** "Guzman" is Guzmán, written by another hand. */
function withoutAccents(word: string): string {
  return /[^\p{ASCII}]/u.test(word) ? word.normalize("NFD").replaceAll(/\p{M}/gu, "") : word;
}
