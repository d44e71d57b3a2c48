import type { SpeakerChoice } from "../../detect/findings.js";
import type { TextRange } from "../../document/range.js";
import { isCommonWord, nameWords, Word } from "../../lexicon/nameWords.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import { nounOf } from "./phrases/descriptions.js";
import type { MentionIndex } from "./mentionIndex.js";
import { newName } from "./newNames.js";
import { isOneRole } from "./phrases/sourceRoles.js";
import { fullNameAtEnd } from "./phrases/surnames.js";

/** Speakers whom only the source phrases tell: a name that was not known as one, and all who have no name. Their indices follow those of the entities. */
export class NewSpeakers {
  readonly found: FoundEntity[] = [];
  private readonly byWords = new Map<string, number>();
  private readonly byEnding = new Map<string, number>();
  /** By the noun in small letters in which a body's name ends: two at most. */
  private readonly byNoun = new Map<string, readonly number[]>();
  /** Nouns of sources without a name so far. */
  private readonly told = new Set<string>();

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
  ) {}

  /** An organization that was not known by name, or a person who was not: "the mayor of Bristol Marvin Rees". */
  named(source: TextRange): SpeakerChoice | undefined {
    const isKnown = this.mentions.within(source).some(({ end, entity }) => end === source.end && this.entities[entity]?.type === "person");
    const whole = newName(this.article, source);
    const owned = whole && this.behindOwner(whole);
    const person = !isKnown && isOneRole(this.article, source) ? this.personAtEnd(source) : owned && this.isFullName(owned) ? owned : undefined;
    const range = person ?? owned ?? whole;
    if (!range) return undefined;
    // "the United Ferries High Commissioner for Refugees (UFHCR)", where the letters are known as a name
    const letters = person ? undefined : this.mentions.within(source).find(({ start, end, entity }) => start > range.end && end === source.end - 1 && this.entities[entity]?.type === "organization");
    if (letters) return { entities: [letters.entity], reason: "acronym", evidence: [{ start: letters.start, end: letters.end }], confidence: 0.8, candidates: [] };
    const name = this.words(range);
    const agreement = person ? { he: 0.5, she: 0.5, they: 0 } : { he: 0, she: 0, they: 0.6 };
    const known = person ? undefined : this.byEnding.get(name.toLowerCase());
    const entity = known ?? this.bringIn(name.toLowerCase(), { type: person ? "person" : "organization", name, aliases: [], roles: [], mentions: [{ ...range, confidence: 0.5 }], named: true, agreement });
    if (!person && known === undefined) this.learnEndings(name.toLowerCase(), entity);
    return { entities: [entity], reason: person ? "full name" : "organization", evidence: [range], confidence: 0.6, candidates: [] };
  }

  /** "the Sheriff's Office" after "the Hale County Sheriff's Office": how a body's name ends, in two words or more. */
  private learnEndings(name: string, entity: number): void {
    const words = name.split(" ").slice(-LONGEST_ENDING - 1);
    for (let from = 1; from <= words.length - 2; from++) this.byEnding.set(words.slice(from).join(" "), entity);
  }

  /** "Ram Hale" of "BPLX's Ram Hale", "Foreign Ministry" of "Peru's Foreign Ministry": the owner is known by himself. */
  private behindOwner(range: TextRange): TextRange | undefined {
    const { tokens } = this.article;
    for (const { start, end } of this.mentions.within(range)) {
      const mark = tokens.at(end - 1) + 1;
      if (start === range.start && /^['’]s$/u.test(tokens.text(mark)) && tokens.end(mark) < range.end) return { start: tokens.start(mark + 1), end: range.end };
    }
    return undefined;
  }

  /** Two or three words, none of them a body's, the last one no plain one. */
  private isFullName(range: TextRange): boolean {
    const words = this.words(range).split(" ");
    return (words.length === 2 || words.length === 3) && words.every(isNameWord) && !isCommonWord(nameWords(), words.at(-1)?.toLowerCase() ?? "");
  }

  /** "the mayor of Bristol Marvin Rees"; "the centre's scientist, Nurdin": a name of one word only behind the comma. */
  private personAtEnd(source: TextRange): TextRange | undefined {
    const full = fullNameAtEnd(this.words(source));
    if (full) return { start: source.end - full.length, end: source.end };
    const { tokens } = this.article;
    const last = tokens.at(source.end - 1);
    const isAlone = tokens.text(last - 1) === "," && tokens.start(last - 1) > source.start && /^\p{Lu}\p{Ll}{2,}$/u.test(tokens.text(last));
    const isWord = isCommonWord(nameWords(), tokens.lower(last)) || (nameWords().facts(tokens.lower(last)) & (Word.function | Word.role | Word.people | Word.organizationHead | Word.time)) !== 0;
    return isAlone && !isWord && this.mentions.within(tokens.span(last, last + 1)).length === 0 ? tokens.span(last, last + 1) : undefined;
  }

  /** A source in its own words: "two officials". */
  unnamed(source: TextRange): SpeakerChoice {
    // "a union, whose top officials"
    const words = withoutMarks(this.words(source)).replace(/^whose /iu, "").replace(PUBLISHED, "");
    // "One of the officials, who asked not to be named": what follows the comma is no name
    // "those who saw it" are not all of those
    const [name = words] = LIST.test(words) ? [words] : words.split(/^those who /iu.test(words) ? /, /u : /,? who |, (?!\d{4}\b|[^(]*\))/u);
    const noun = nounOf(this.article, source);
    if (noun !== undefined) this.told.add(noun);
    const key = name.toLowerCase().replace(/^(?:the|a|an) /u, "");
    // "the minister's office" after "the Norland health minister's office"
    const owned = /^the \S+['’]s \S+$/iu.test(name) ? this.byEnding.get(key) : undefined;
    if (/['’]s \S+$/u.test(name)) this.learnEndings(key, this.byWords.get(key) ?? owned ?? this.entities.length + this.found.length);
    const entity = owned ?? this.bringIn(key, { type: "group", name, aliases: [], roles: [], mentions: [], named: false, agreement: { he: 0.3, she: 0.3, they: 0.8 } });
    return { entities: [entity], reason: "unnamed source", evidence: [{ start: source.start, end: source.end }], confidence: 0.8, candidates: [] };
  }

  /** The one body of these whose name, or whose words with an owner, end in a noun: "the campaign" after "the Hale campaign" or "Hale's campaign". */
  endingIn(noun: string): number | undefined {
    const [index, ...others] = this.byNoun.get(noun) ?? [];
    return others.length === 0 ? index : undefined;
  }

  /** True where the noun stood in the source of an earlier statement without a name. */
  isTold(noun: string): boolean {
    return this.told.has(noun);
  }

  private bringIn(key: string, entity: FoundEntity): number {
    const known = this.byWords.get(key);
    if (known !== undefined) return known;
    const index = this.entities.length + this.found.length;
    this.byWords.set(key, index);
    this.found.push(entity);
    const { type, name, named } = entity;
    const noun = (type === "organization" && named) || OWNED.test(name) ? / (\p{Ll}+)$/u.exec(name)?.[1] : undefined;
    if (noun !== undefined) this.byNoun.set(noun, [...(this.byNoun.get(noun) ?? []).slice(0, 1), index]);
    return index;
  }

  private words(range: TextRange): string {
    return this.article.tokens.asRead(range);
  }
}

/** "a poll published on Monday": when is no part of its name. */
const PUBLISHED = /,?(?: (?:to be|being|newly|recently))? (?:released|published|issued|conducted|commissioned|taken)(?: (?:on )?(?:yesterday|today|earlier|this \p{Ll}+|last \p{Ll}+|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))?$/u;
/** "Hale's campaign". */
const OWNED = /['’]s? \S+$/u;

/** Words of an ending by which a body is known. */
const LONGEST_ENDING = 6;

/** The words of a source that is all in quotation marks: the group that calls itself “Nobody”. */
function withoutMarks(words: string): string {
  return /^["“'‘]([^"“”'‘’]+)["”'’]?$/u.exec(words)?.[1] ?? words;
}

/** "Sun, Hale Motors and others". */
const LIST = /^\p{Lu}[^,]*, (?:\p{Lu}[^,]*,? )?and (?:others|the like|\p{Ll}+s)$/u;

/** A capitalized word that is none of a body or a people. */
function isNameWord(word: string): boolean {
  return /^\p{Lu}/u.test(word) && (nameWords().facts(word.toLowerCase()) & (Word.organizationHead | Word.organizationOf | Word.people)) === 0;
}
