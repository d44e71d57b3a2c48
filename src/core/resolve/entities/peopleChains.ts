import { pushAll } from "../../common/pushAll.js";
import type { NameMention } from "../../detect/findings.js";
import { compareRanges, type TextRange } from "../../document/range.js";
import { kinNouns } from "../../lexicon/kinship.js";
import { nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";
import { differByALetter, withoutALetter } from "../../text/likeWords.js";
import { otherForms, toEntityMention } from "./entityMentions.js";
import type { Agreement, FoundEntity } from "../foundEntity.js";
import { aliasesIn } from "./personAliases.js";
import { isFamilyFirst, isKinOf, readNames, sameGiven, withBracketedHalf, withoutGivenNouns, withoutGivenParticles, withSharedFamily, type ReadName } from "./personNames.js";
import { isClear, pronounsBehind, shareWithPronouns } from "./pronounsBehind.js";

interface Chain {
  readonly names: ReadName[];
  given: readonly string[];
  family: string;
  suffix: string;
  /** Women among those so named, 0 to 1; undefined where nothing tells. */
  share: number | undefined;
  /** The same by a role ("her husband"). */
  roleShare: number | undefined;
  /** A title like "Mr" outranks the first name's list. */
  titled: boolean;
  /** Always told as a relative of another. */
  relative: boolean;
  /** Told as a king, a princess, a pope. */
  royal: boolean;
  /** Titles that stood before the name. */
  readonly offices: Set<string>;
  /** Mentions with a first name, and with that alone. */
  full: number;
  firsts: number;
  /** By whom this one was brought in: "Ann Hale, mother of Sean Hale". */
  kin?: ReadName;
  /** Offset of the newest mention so far. */
  last: number;
  /** Told by the first name as a relative, then by title and surname: both together. */
  whole?: string;
}

/**
 * People: a full name opens a chain; surname, first name, initials or nickname alone go to the chain that they fit, the one mentioned
 * last where they fit several; a courtesy title or a first name that contradicts keeps two people of one surname apart.
 */
export function linkPeople(article: Article, mentions: readonly NameMention[]): FoundEntity[] {
  const names = withSharedFamily(article, withBracketedHalf(article, withoutGivenNouns(article, withoutGivenParticles(readNames(article, mentions)))));
  const starts = new Set(mentions.map(({ start }) => start));
  const chains: Chain[] = [];
  const byFamily = new Map<string, Chain[]>();
  const byGiven = new Map<string, Chain[]>();
  const open = (name: ReadName): Chain => {
    const chain: Chain = { names: [], given: name.given, family: name.family, suffix: name.suffix, share: undefined, roleShare: undefined, titled: false, relative: name.relative, royal: name.isRoyal, offices: new Set(), full: 0, firsts: 0, last: -1 };
    chains.push(chain);
    push(byFamily, name.family, chain);
    // "Laden" for "Osama bin Laden", but no king: his father is another
    if (name.family.includes(" ")) push(byFamily, name.family.split(" ")[1] ?? "", chain);
    // "Ms Li" after "Li Wenjing"
    if (isFamilyFirst(name)) push(byFamily, name.given[0] ?? "", chain);
    for (const given of name.given) push(byGiven, given, chain);
    return chain;
  };
  const assigned = new Map<ReadName, Chain>();
  const aliases = aliasesIn(article, names);
  // full names first: a surname in the headline belongs to the full name in the text
  for (const name of names) {
    if (name.given.length === 0 || aliases.has(name)) continue;
    const chain = best(byFamily.get(name.family), (known) => sameGiven(known.given, name.given) && agree(known.suffix, name.suffix), name) ?? open(name);
    if (name.given.length > chain.given.length || (name.given.join("").length > chain.given.join("").length && name.given.length === chain.given.length)) {
      chain.given = name.given;
      for (const given of name.given) push(byGiven, given, chain);
    }
    learn(chain, name);
    chain.royal ||= name.isRoyal;
    if (name.whole === undefined) chain.full++;
    chain.relative ||= name.relative;
    assigned.set(name, chain);
  }
  for (const chain of chains) chain.last = -1;
  // "Walt" after "Walter Pardy", unless the article has a Walt, too
  const byFirstName = (name: ReadName, fits: (known: Chain) => boolean): Chain | undefined =>
    best(byGiven.get(name.family), fits, name) ?? best(nameWords().fullFirstNames(name.family).flatMap((given) => byGiven.get(given) ?? []), fits, name);
  const byLike = spelledLike([...chains]);
  const byInitials = initialsOf(chains);
  for (const [index, name] of names.entries()) {
    const meant = aliases.get(name);
    let chain = assigned.get(name) ?? (meant && assigned.get(meant)) ?? (name.given.length === 0 ? byInitials.get(name.words) : undefined);
    if (!chain) {
      const next = names[index + 1];
      // "President Hale's wife, Ann Hale": she is not him
      const kin = next && isKinOf(article, name, next) ? assigned.get(next) : undefined;
      const fits = (known: Chain): boolean => known !== kin && fitsShare(known, name) && !isOfOtherHouse(known, name) && (known.family === name.family || !known.family.includes(" ") || known.given[0] === name.family || (name.titleShare === undefined && name.office === ""));
      const named = best(byFamily.get(name.family), fits, name);
      // "PM Henry" is the prime minister of that first name, and not his daughter of that surname
      const holder = name.office !== "" && named?.offices.has(name.office) === false ? best(byGiven.get(name.family), (known) => fits(known) && known.offices.has(name.office), name) : undefined;
      chain = (name.isFirst ? byFirstName(name, fits) : undefined) ?? holder ?? named ?? (name.titleShare === undefined ? byFirstName(name, fits) : undefined) ?? byLike(name, fits) ?? open(name);
      learn(chain, name);
    }
    chain.names.push(name);
    const before = names[index - 1];
    if (chain.names.length === 1 && before?.family === name.family && kinNouns.has(KIN_OF.exec(article.text.slice(before.mention.end, name.mention.start))?.[1] ?? "")) chain.kin = before;
    chain.last = name.mention.start;
    chain.royal ||= name.isRoyal;
    if (name.given.length === 0 && name.family === chain.given[0] && name.family !== chain.family) chain.firsts++;
  }
  joinRelatives(article, chains, names);
  return chains
    .filter(({ names: found }) => found.length > 0)
    .sort((a, b) => firstStart(a) - firstStart(b))
    .map((chain) => toPerson(chain, chain.titled || isClear(chain.share) ? chain.share : shareWithPronouns(chain.share, pronounsBehind(article, chain.names, starts))));
}

/** Between somebody and a relative by whom she is told: ", mother of the late". */
const KIN_OF = /^,? (?:the )?(?:\p{Ll}+ )?(\p{Ll}+(?:-in-law)?) (?:of|to) (?:\S+ ){0,4}$/u;
/** Relatives told by a first name alone that are compared. */
const MOST_RELATIVES = 20;
/** Women who have another's surname with "Mrs": no daughters and sisters. */
const MARRIED = /\b(?:wife|mother|grandmother|widow|mom)\b/iu;

/** "Matthew Hale … his mother, Jackie, … Mrs Hale": a surname with a title, where another one has the same in full, is the one relative of theirs told before who fits. */
function joinRelatives({ text }: Article, chains: readonly Chain[], all: readonly ReadName[]): void {
  const relatives = chains.filter(({ names, relative, given, titled, family }) => names.length > 0 && relative && given.length === 0 && !titled && (nameWords().facts(family) & Word.firstName) !== 0).slice(0, MOST_RELATIVES);
  const families = new Set(chains.flatMap(({ names, given, family }) => (names.length > 0 && given.length > 0 ? [family] : [])));
  // "Matthew Hale … his mother, Jackie": whose mother she is stands last before her
  const firsts = new Set(relatives.map(({ names: [first] }) => first));
  const related = new Map(all.flatMap((name, index) => (firsts.has(name) ? [[name, all[index - 1]?.family] as const] : [])));
  const takes = (chain: Chain, first: ReadName): boolean => related.get(first) === chain.family && ((chain.share ?? 0) < 0.5 || first.mention.roles.some(({ start, end }) => MARRIED.test(text.slice(start, end))));
  for (const chain of relatives.length > 0 ? chains : []) {
    if (!chain.titled || chain.given.length > 0 || !families.has(chain.family)) continue;
    const fitting = relatives.filter((relative) => firstStart(relative) < firstStart(chain) && relative.whole === undefined && relative.names.slice(0, 1).some((name) => takes(chain, name)) && suitsTitle(relative, chain.share));
    const [only] = fitting;
    const [first, title] = [only?.names[0], chain.names[0]];
    if (!only || !first || !title || fitting.length > 1) continue;
    pushAll(only.names, chain.names.splice(0));
    only.names.sort((a, b) => a.mention.start - b.mention.start);
    only.whole = `${first.words} ${title.words}`;
  }
}

/** Chains kept for the letters of a name: of more than one none is meant. */
const MOST_ALIKE = 3;

/** Finds the chain of a full name whose surname differs by one letter ("Zelensky" after "Volodymyr Zelenskyy"), where it is the only one. Made at the first call. */
function spelledLike(chains: readonly Chain[]): (name: ReadName, fits: (chain: Chain) => boolean) => Chain | undefined {
  let index: Map<string, Set<Chain>> | undefined;
  return ({ family, words }, fits) => {
    if (words.includes(" ")) return undefined;
    if (!index) {
      index = new Map();
      for (const chain of chains) {
        for (const rest of withoutALetter(chain.family)) {
          const known = index.get(rest) ?? new Set();
          if (known.size < MOST_ALIKE) index.set(rest, known.add(chain));
        }
      }
    }
    const alike = new Set<Chain>();
    for (const rest of withoutALetter(family)) for (const chain of index.get(rest) ?? []) if (alike.size < 2 && differByALetter(family, chain.family)) alike.add(chain);
    const [only, other] = alike;
    return only && !other && fits(only) ? only : undefined;
  };
}

/** "FDR" for "Franklin D. Roosevelt": people by the initials of three names or more, where no two share them. */
function initialsOf(chains: readonly Chain[]): ReadonlyMap<string, Chain> {
  const found = new Map<string, Chain | undefined>();
  for (const chain of chains) {
    const parts = [...chain.given, ...chain.family.split(" ")];
    if (parts.length < 3) continue;
    const initials = parts.map((name) => name.charAt(0)).join("").toUpperCase();
    for (const form of [initials, initials.replaceAll(/./gu, "$&.")]) found.set(form, found.has(form) ? undefined : chain);
  }
  return new Map([...found].flatMap(([initials, chain]) => (chain ? [[initials, chain] as const] : [])));
}

function firstStart({ names: [first] }: Chain): number {
  return first?.mention.start ?? 0;
}

/** Where the chain was first mentioned, as far as the text has been read. */
function introducedAt({ names: [first] }: Chain): number {
  return first?.mention.start ?? Number.POSITIVE_INFINITY;
}

function push(index: Map<string, Chain[]>, key: string, chain: Chain): void {
  const known = index.get(key);
  if (!known) index.set(key, [chain]);
  else if (!known.includes(chain)) known.push(chain);
}

/** Chains of one name that are compared; the newest ones, so that a list of thousands of Smiths costs no more than one of ten. */
const MOST_COMPARED = 12;
/** Code units within which a mention before counts as near. */
const NEAR = 300;

/**
 * The chain that fits a name. Of several, newspapers give the surname alone to the main person: relatives ("his wife, Jane Doe") come
 * last, then the one named in full most often; of equals the one who was brought in first, as the story's main person is. A courtesy title outranks all that.
 */
function best(chains: readonly Chain[] | undefined, fits: (chain: Chain) => boolean, name: ReadName): Chain | undefined {
  let found: Chain | undefined;
  for (const chain of chains?.slice(-MOST_COMPARED) ?? []) {
    if (!fits(chain)) continue;
    if (!found || isLikelier(chain, found, name)) found = chain;
  }
  return found;
}

function isLikelier(chain: Chain, other: Chain, name: ReadName): boolean {
  const { mention, titleShare, office } = name;
  const at = mention.start;
  // "Mrs Beddoe" is the woman of that surname, whoever else is named more often
  const [suits, otherSuits] = [suitsTitle(chain, titleShare), suitsTitle(other, titleShare)];
  if (suits !== otherSuits) return suits;
  // "Jeremy" is who goes by "Sir Jeremy", whoever else is called so
  const isFirst = name.given.length === 0 && name.family === chain.given[0] && name.family === other.given[0];
  if (isFirst && chain.firsts > 0 !== other.firsts > 0) return chain.firsts > 0;
  // whom the text has not told of yet is nobody's surname behind another of that name
  const [isTold, isOtherTold] = [chain.last >= 0, other.last >= 0];
  if (isTold !== isOtherTold && (isTold ? chain : other).given.length > 0 && !holdsOnly(chain, other, office)) return isTold;
  // "Gov. Simon" is no senator of that name
  const [holds, otherHolds] = [chain.offices.has(office), other.offices.has(office)];
  if (holds !== otherHolds) return holds;
  // "Hussein" is the king where the other one goes by "Saddam"
  if (name.given.length === 0 && chain.royal !== other.royal && (chain.royal ? other : chain).firsts > 0) return chain.royal;
  // who has been told with "Mrs." is told so again: the bare surname is rather the other's
  if (titleShare === undefined && name.given.length === 0 && chain.titled !== other.titled) return other.titled;
  // "Ann Hale, mother of Sean Hale, … Hale": the sentence is about her
  const [told, otherTold] = [isToldBy(chain, other), isToldBy(other, chain)];
  if (told !== otherTold) return otherTold;
  if (chain.relative !== other.relative) return other.relative;
  const [weight, otherWeight] = [weightAt(chain, at), weightAt(other, at)];
  return weight === otherWeight ? introducedAt(chain) < introducedAt(other) : weight > otherWeight;
}

/** True for one of whom nothing more is told yet than whose kin another is. */
function isToldBy({ kin, names }: Chain, other: Chain): boolean {
  return kin !== undefined && names.length === 1 && other.names.includes(kin);
}

/** True where the title before a name tells which of the two is meant. */
function holdsOnly(one: Chain, other: Chain, office: string): boolean {
  return one.offices.has(office) !== other.offices.has(office);
}

function weightAt({ full, names, last }: Chain, at: number): number {
  return full + names.length + (last >= 0 && at - last < NEAR ? 2 : 0);
}

/** "King Hussein" beside "Saddam Hussein", "Queen Mary" beside "Mary Bell": such a title is told wherever its bearer is. */
function isOfOtherHouse({ given, royal }: Chain, name: ReadName): boolean {
  return name.isRoyal && !royal && given.length > 0;
}

function agree(one: string, other: string): boolean {
  return one === "" || other === "" || one === other;
}

function suitsTitle({ share }: Chain, titleShare: number | undefined): boolean {
  return titleShare !== undefined && share !== undefined && Math.abs(share - titleShare) < 0.5;
}

function fitsShare({ share, titled }: Chain, { titleShare }: ReadName): boolean {
  if (titleShare === undefined || share === undefined) return true;
  // "Father Hale" may be Lou, while "Mrs Hale" is no Peter
  return Math.abs(share - titleShare) < (titled ? 0.5 : 0.95);
}

function learn(chain: Chain, name: ReadName): void {
  if (name.titleShare !== undefined) {
    chain.share = name.titleShare;
    chain.titled = true;
  } else if (!chain.titled) {
    const share = givenNames(chain).map((given) => nameWords().womenShare(given)).find((known) => known !== undefined);
    chain.roleShare = name.roleShare ?? chain.roleShare;
    // "Andrea, her husband": a role tells more than a name of both
    chain.share = name.kinShare ?? (isClear(share) ? share : chain.roleShare ?? share ?? chain.share ?? aloneShare(chain));
  }
  if (name.suffix) chain.suffix = name.suffix;
  if (name.office !== "") chain.offices.add(name.office);
}

/** "Yusuf", by which alone somebody goes: it tells as a first name does, and half as much where it is a surname, too. */
function aloneShare({ given, family }: Chain): number | undefined {
  const facts = nameWords().facts(family);
  const share = given.length === 0 && (facts & Word.firstName) !== 0 ? nameWords().womenShare(family) : undefined;
  return share === undefined || (facts & Word.surname) === 0 ? share : (share + 0.5) / 2;
}

/** Words that tell whether a woman or a man bears them: not the family name of "Lu Kang", which is a woman's first name elsewhere. */
function givenNames({ given, family }: Chain): readonly string[] {
  return isFamilyFirst({ given, family }) ? [...given.slice(1), family] : given;
}

function toPerson({ names, whole }: Chain, share: number | undefined): FoundEntity {
  const forms = names.map(({ words }) => words);
  const fullest = forms.reduce((most, form) => (isFuller(form, most) ? form : most), "");
  const name = whole ?? (fullest.includes(" ") ? undefined : names.find((one) => one.whole)?.whole) ?? fullest;
  const roles: TextRange[] = names.flatMap(({ mention }) => [...mention.roles]).sort(compareRanges);
  return {
    type: "person",
    name,
    aliases: otherForms(forms, name),
    roles,
    mentions: names.map(({ mention }) => toEntityMention(mention)),
    named: true,
    agreement: toAgreement(share),
  };
}

/** More words, then more letters; capitals throughout are a heading's. */
function isFuller(form: string, other: string): boolean {
  const [words, otherWords] = [form.split(" ").length, other === "" ? 0 : other.split(" ").length];
  if (words !== otherWords) return words > otherWords;
  if (form === form.toUpperCase() || other === other.toUpperCase()) return form !== form.toUpperCase();
  return form.length > other.length;
}

function toAgreement(share: number | undefined): Agreement {
  if (share === undefined) return { he: 0.5, she: 0.5, they: 0.1 };
  return { he: 1 - share, she: share, they: 0.1 };
}
