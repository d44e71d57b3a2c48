import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { kinNouns } from "../../../lexicon/kinship.js";
import { determiners, prepositions } from "../../../lexicon/wordClasses.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { Place } from "../../../places/gazetteer.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import { genderOf, sameOffices, typeOf, type Description } from "./descriptions.js";
import type { MentionIndex } from "../mentionIndex.js";

/** A role that the article gives to an entity. */
interface KnownRole {
  readonly entity: number;
  readonly range: TextRange;
  readonly words: ReadonlySet<string>;
}

/** An entity that a title stands for. */
export interface RoleMatch {
  readonly entity: number;
  /** Where the article says that it is that. */
  readonly evidence: TextRange;
  /** 0 to 1. */
  readonly confidence: number;
}

/** How much of a role a phrase tells, most first. */
const TIERS = ["whole role", "part of its role", "noun of its role", "more words than its role"] as const;
type RoleTier = (typeof TIERS)[number];

/** Begins a relative clause. */
const RELATIVE = /^(?:who|whose|which|that)$/u;
/** How much less sure another noun for the same office is ("lawmaker" for "Rep."). */
const OTHER_NOUN = 0.85;
/** How much less sure one who has had an office is to be meant by it alone ("the minister" beside a former one). */
const NO_LONGER = 0.9;
/** And one who stands in for the holder of an office ("the president" beside a deputy president). */
const NOT_QUITE = 0.7;
const LESSER = ["deputy", "vice", "assistant"] as const;
const FORMER = ["former", "ex", "ousted", "deposed", "retired", "late"] as const;
/** How sure an office is that is told by its first letters. */
const OF_INITIALS = 0.75;
/** Words of an office whose first letters are an acronym. */
const MOST_INITIALS = 4;
const NEAREST_MENTIONS = 60;
/** Mentions before "her mother" among which is whose. */
const NEAREST_OWNERS = 4;
/** Agreement below which a name speaks against a noun for a man or a woman. */
const LEAST_AGREEMENT = 0.2;
/** Different roles with one last noun that are kept, so that a book with a thousand presidents takes linear time. */
const MOST_ROLES = 100;

/**
 * Titles and roles: "the Foreign Minister", "the EAM", "the Russian Minister". The last noun must be the role's; each further word
 * must stand in the role or name the same place ("Russian" in "Russia Foreign Minister"). The whole role is surer than its
 * last noun; among equals the entity mentioned last is meant.
 */
export class RoleIndex {
  private readonly byHead = new Map<string, KnownRole[]>();
  /** By the first letters of a role's last words: "cm" of "Kerala Chief Minister". */
  private readonly byInitials = new Map<string, KnownRole[]>();
  /** By the words of a place or demonym in this article. */
  private readonly places = new Map<string, Place>();

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
  ) {
    entities.forEach((entity, index) => {
      const { roles, mentions: named, place } = entity;
      if (entity.type === "person") {
        const titles = named.flatMap((mention) => titleBefore(article, mention) ?? []).filter((title) => !isOfOther(article, roles[lastStartingBy(roles, title.end - 1)], title));
        for (const range of [...roles, ...titles]) this.learn(index, range);
      }
      if (place?.country === undefined) return;
      for (const { start, end } of named) this.places.set(article.text.slice(start, end).toLowerCase(), place);
    });
  }

  /** Entities that a phrase without a name may mean, the likelier first. Empty for indefinite phrases ("a minister"). */
  find(source: TextRange): RoleMatch[] {
    const words = wordsOf(this.article, headPart(this.article, source));
    const [first = "", ...rest] = words;
    const definite = first === "the" || determiners.has(first) ? rest : words;
    if (/^(?:a|an|some|many|several|one|another|two|three|other|no|any)$/u.test(first) || definite.length === 0) return [];
    const head = definite.at(-1) ?? "";
    if (isPlural(head)) return [];
    const known = sameOffices(head).flatMap((office) => this.byHead.get(office) ?? []);
    // "the senior diplomat" of a deputy foreign minister
    if (head === "diplomat") known.push(...(this.byHead.get("minister") ?? []).filter((role) => role.words.has("foreign")).map((role) => ({ ...role, words: new Set([...role.words, "senior", "top", "chief", "diplomat"]) })));
    // "the CM" for the Chief Minister
    const isAcronym = definite.length === 1 && /(?:^|\s)\p{Lu}{2,4}$/u.test(this.article.text.slice(source.start, source.end));
    const initials = isAcronym ? (this.byInitials.get(head) ?? []) : [];
    if (known.length === 0 && initials.length === 0) return [];
    const order = new Map<number, number>();
    this.mentions.before(source.start, NEAREST_MENTIONS).forEach(({ entity }, rank) => {
      if (!order.has(entity)) order.set(entity, rank);
    });
    const best = new Map<number, RoleMatch & { readonly rank: number }>();
    const whose = namedOwner(this.article, source);
    for (const role of known) {
      if (this.isOfOtherBody(whose, words, role)) continue;
      const confidence = this.agrees(role.entity, head, role.words) ? this.compare(definite, role) * (role.words.has(head) ? 1 : OTHER_NOUN) : 0;
      const rank = order.get(role.entity) ?? NEAREST_MENTIONS;
      const before = best.get(role.entity);
      if (confidence > 0 && (!before || before.confidence < confidence)) best.set(role.entity, { entity: role.entity, evidence: role.range, confidence, rank });
    }
    for (const { entity, range } of initials) {
      if (!best.has(entity)) best.set(entity, { entity, evidence: range, confidence: OF_INITIALS, rank: order.get(entity) ?? NEAREST_MENTIONS });
    }
    return [...best.values()].sort((a, b) => b.confidence - a.confidence || a.rank - b.rank);
  }

  /** Entities whose role has a description's noun, or one for the same office, with how much of the role it tells. */
  matches({ noun, words, owner, start, end }: Pick<Description, "noun" | "words" | "owner" | "start" | "end">): Map<number, { readonly tier: RoleTier; readonly evidence: TextRange }> {
    const found = new Map<number, { tier: RoleTier; evidence: TextRange }>();
    const offices = sameOffices(noun);
    const whose = namedOwner(this.article, { start, end });
    for (const office of offices) {
      for (const role of this.byHead.get(office) ?? []) {
        const { entity, range, words: told } = role;
        if (this.isOfOtherBody(whose, [office, ...words], role)) continue;
        if ((owner !== undefined && !told.has(owner) && !this.isOnlyKin(noun, owner, entity, range)) || !this.agrees(entity, noun, told)) continue;
        const others = words.slice(0, -1);
        const agreeing = others.every((word) => told.has(word) || this.isOfSamePlace(word, told));
        if (!agreeing && this.isOfOtherPlace(others, told)) continue;
        const tier = !agreeing ? "more words than its role" : office === noun && words.length >= told.size ? "whole role" : others.length > 0 || owner !== undefined ? "part of its role" : "noun of its role";
        const known = found.get(entity);
        if (!known || TIERS.indexOf(tier) < TIERS.indexOf(known.tier)) found.set(entity, { tier, evidence: range });
      }
    }
    return found;
  }

  /** Who has the office that a description tells, but somewhere else: "the Ohio governor" is not Nevada's. */
  elsewhere({ noun, words }: Pick<Description, "noun" | "words">): Set<number> {
    const roles = sameOffices(noun).flatMap((office) => this.byHead.get(office) ?? []);
    return new Set(roles.filter((role) => this.isOfOtherPlace(words.slice(0, -1), role.words)).map(({ entity }) => entity));
  }

  /** "Hale's mother", where "her mother, Mary Hale" is the only mother that the article names, and "her" is Hale or the surname is the same. */
  private isOnlyKin(noun: string, owner: string, relative: number, { start }: TextRange): boolean {
    const { text, tokens } = this.article;
    if (!kinNouns.has(noun) || !/^(?:his|her|their)$/u.test(tokens.lower(tokens.at(start) - 1))) return false;
    if (this.byHead.get(noun)?.some(({ entity }) => entity !== relative) === true) return false;
    const before = this.mentions.before(start, NEAREST_OWNERS).find(({ entity }) => entity !== relative && this.entities[entity]?.type === "person");
    const words = `${this.entities[relative]?.name ?? ""}|${before ? text.slice(before.start, before.end) : ""}`.toLowerCase();
    return words.split("|").some((name) => name.split(/\s/u).at(-1) === owner);
  }

  /** "A spokeswoman" is no Neil, "the businessman" no Mary, unless just so was she told. */
  private agrees(entity: number, noun: string, told: ReadonlySet<string>): boolean {
    const gender = genderOf(noun);
    return gender === undefined || told.has(noun) || (this.entities[entity]?.agreement[gender] ?? 0) >= LEAST_AGREEMENT;
  }

  /** Takes a phrase for whom a reader has by now recognised in it as another of that one's roles: "A councillor" once the next paragraph names her. */
  learn(entity: number, range: TextRange): void {
    const words = wordsOf(this.article, headPart(this.article, range)).filter((word, index) => index > 0 || !determiners.has(word));
    const head = words.at(-1);
    if (head === undefined) return;
    const all = new Set(wordsOf(this.article, range));
    const known = this.byHead.get(head) ?? [];
    this.byHead.set(head, known);
    const same = known.some((role) => role.entity === entity && role.words.size === all.size && [...all].every((word) => role.words.has(word)));
    if (same || known.length >= MOST_ROLES) return;
    known.push({ entity, range, words: all });
    // "the IGP" for the inspector general of police
    const whole = [...all].filter((word) => !determiners.has(word) && !prepositions.has(word));
    for (const told of whole.length > words.length ? [words, whole] : [words]) {
      for (let count = 2; count <= Math.min(told.length, MOST_INITIALS); count++) {
        const initials = told.slice(-count).map((word) => word.slice(0, 1)).join("");
        this.byInitials.set(initials, [...(this.byInitials.get(initials) ?? []), { entity, range, words: all }].slice(0, MOST_ROLES));
      }
    }
  }

  private compare(words: readonly string[], role: KnownRole): number {
    const others = words.slice(0, -1);
    const agreeing = others.filter((word) => role.words.has(word) || this.isOfSamePlace(word, role.words)).length;
    if (agreeing < others.length) return 0;
    const confidence = words.length >= role.words.size ? 0.92 : others.length > 0 ? 0.85 : 0.78;
    const isMore = (some: readonly string[]): boolean => some.some((word) => role.words.has(word)) && !some.some((word) => words.includes(word));
    if (isMore(LESSER)) return confidence * NOT_QUITE;
    return isMore(FORMER) ? confidence * NO_LONGER : confidence;
  }

  /** "the leader of Harlow council" is not the leader of a party in it. */
  private isOfOtherBody(whose: readonly string[], phrase: readonly string[], { range, words }: KnownRole): boolean {
    if (whose.length === 0) return false;
    // "the Liberal group leader", whose role is told by its last word
    const body = this.article.tokens.lower(this.article.tokens.at(range.start) - 1);
    const told = typeOf(body) === "organization" ? new Set([...words, body]) : words;
    const others = [...told].filter((word) => !phrase.includes(word) && !determiners.has(word) && !prepositions.has(word) && (nameWords().facts(word) & Word.roleModifier) === 0);
    return others.length > 0 && !whose.some((word) => told.has(word) || this.isOfSamePlace(word, told));
  }

  /** "the Spanish minister" is not the one of France, "the Ohio governor" not Nevada's. */
  private isOfOtherPlace(words: readonly string[], told: ReadonlySet<string>): boolean {
    const place = this.firstPlace(words);
    const own = this.firstPlace([...told]);
    return place !== undefined && own !== undefined && !mayBeOfBoth(place, own);
  }

  private firstPlace(words: readonly string[]): Place | undefined {
    return words.map((word) => this.places.get(word)).find((place) => place !== undefined);
  }

  private isOfSamePlace(word: string, others: ReadonlySet<string>): boolean {
    const place = this.places.get(word);
    for (const other of others) {
      const known = this.places.get(other);
      if (place === undefined ? sharesStem(word, other) : known !== undefined && mayBeOfBoth(place, known)) return true;
    }
    return place !== undefined && [...others].some((other) => sharesStem(word, other));
  }
}

/** True for one place, and for two of which one lies in the other. */
function mayBeOfBoth(one: Place, other: Place): boolean {
  if (one.country !== other.country) return false;
  if (one.kind === "country" || other.kind === "country" || one.name === other.name) return true;
  return one.division !== undefined && one.division === other.division && (one.kind === "division" || other.kind === "division");
}

/** "Russia" and "Russian", "Iran" and "Iranian": a demonym made of the country's name, where the gazetteer does not tell. */
function sharesStem(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 4 && long.startsWith(short.slice(0, -1)) && /(?:n|an|ian|ese|ish|i)$/u.test(long);
}

/** "EAM S Jaishankar", "PM Modi", "Sen. Collins": a title in capitals, or shortened, before a name. */
function titleBefore({ tokens }: Article, mention: TextRange): TextRange | undefined {
  const before = tokens.at(mention.start) - 1;
  const isShort = (nameWords().facts(withoutStop(tokens.lower(before))) & Word.honorific) !== 0 && sameOffices(withoutStop(tokens.lower(before))).length > 1;
  return isShort || /^\p{Lu}{2,5}$/u.test(tokens.text(before)) ? tokens.range(before) : undefined;
}

/** "President" of "Senate President Hale", "Gov." of "former Gov. Hale": a title that is another's without the words before it. */
function isOfOther(article: Article, role: TextRange | undefined, title: TextRange): boolean {
  if (!role || role.end !== title.end || role.start === title.start) return false;
  const words = wordsOf(article, role);
  return words.at(-1) === "president" || words.some((word) => [...LESSER, ...FORMER].some((other) => other === word));
}

function withoutStop(word: string): string {
  return word.replace(/\.$/u, "");
}

/** True for a phrase whose noun is what one person is or does: "a Nenagh councillor", "the former captain of a ferry". */
export function isOneRole(article: Article, source: TextRange): boolean {
  const head = wordsOf(article, headPart(article, source)).at(-1) ?? "";
  return (nameWords().facts(head) & Word.role) !== 0;
}

/** True for "the senators": several of one office, whose names were told together. */
export function isManyOfARole(article: Article, source: TextRange): boolean {
  const [first, ...words] = wordsOf(article, headPart(article, source));
  return /^(?:the|these)$/u.test(first ?? "") && isPlural(words.at(-1) ?? "");
}

function isPlural(noun: string): boolean {
  const lists = nameWords();
  return (lists.facts(noun) & Word.role) === 0 && noun.endsWith("s") && (lists.facts(noun.slice(0, -1)) & Word.role) !== 0;
}

/** True for two phrases of one noun: "a Nenagh councillor", "Labour councillor". */
export function sharesNoun(article: Article, one: TextRange, other: TextRange): boolean {
  return wordsOf(article, headPart(article, one)).at(-1) === wordsOf(article, headPart(article, other)).at(-1);
}

/** What stands before a preposition, a comma or a relative clause: "the minister" of "the minister of defence". */
function headPart({ tokens }: Article, range: TextRange): TextRange {
  const first = tokens.at(range.start);
  const end = tokens.at(range.end - 1) + 1;
  for (let index = first + 1; index < end; index++) {
    if (prepositions.has(tokens.lower(index)) || tokens.text(index) === "," || RELATIVE.test(tokens.lower(index))) return tokens.span(first, index);
  }
  return range;
}

/** The words behind "of" in an office, where a name is among them: "harlow", "council" of "the leader of Harlow council". */
function namedOwner(article: Article, range: TextRange): string[] {
  const { tokens } = article;
  const of = tokens.at(headPart(article, range).end - 1) + 1;
  if (tokens.start(of) >= range.end || tokens.lower(of) !== "of") return [];
  const owner = headPart(article, { start: tokens.start(of + 1), end: range.end });
  return /(?:^|\s)\p{Lu}/u.test(article.text.slice(owner.start, owner.end)) ? wordsOf(article, owner).filter((word) => !determiners.has(word)) : [];
}

function wordsOf({ tokens }: Article, range: TextRange): string[] {
  const words: string[] = [];
  for (let index = tokens.at(range.start); index < tokens.length && tokens.start(index) < range.end; index++) {
    // "the president-elect" is told by her office
    if (tokens.lower(index) === "elect" && words.length > 0) continue;
    if (tokens.kind(index) === "word" && !/^['’]s?$/u.test(tokens.text(index))) words.push(withoutStop(tokens.lower(index)));
  }
  return words;
}
