import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import type { Article } from "../../../text/article.js";
import { withSingleSpaces } from "../../../text/singleSpaces.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { Conversation, Turn } from "../conversation.js";
import type { HeOrShe } from "../pronouns/heOrShe.js";
import { genderOf, nounOf, sameOffices, typeOf } from "../phrases/descriptions.js";
import type { MentionIndex } from "../mentionIndex.js";
import { isPossessive } from "../mentionForms.js";
import { isQuoted } from "../spoken.js";

/** Paragraphs and turns looked back on for a source without a name. */
const MOST_BLOCKS_BACK = 2;
const MOST_TURNS = 3;
/** Mentions looked at between a source and the pronoun that may stand for it. */
const MOST_BETWEEN = 8;
const AGREES = 0.5;
/** A person who agrees less with a pronoun is not meant by it. */
const LEAST_AGREEMENT = 0.2;
const DEFINITE = /^the \p{L}+$/iu;
const DEFINITE_PHRASE = /^the (?:[\p{L}'’-]+ ){0,4}\p{L}+$/iu;
const RELATIVE = /, who\b.*$/u;
/** A definite phrase may stand for somebody who is named elsewhere. */
const ONE = /^(?:an?|one|another) /iu;
/** "the officials", "those residents". */
const SEVERAL = /^(?:the|these|those) \p{Ll}+[^s\s]s$/iu;
const SOURCE = /^(?:an?|one|another|the) (?:\p{L}+ )?source\b/iu;
/** "her brother", "Hale's wife", "the mother of the victim". */
const OWNED = /^(?:[Tt]he \p{Ll}+ of|[Hh]is|[Hh]er|[Tt]heir|the \p{Ll}+['’]s|\p{Lu}\S*['’]s?) /u;

/** Sources without a name that go on speaking: “A neighbour said … she added”, “a senior official said … the official added”. */
export class UnnamedMemory {
  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly spoken: (offset: number) => boolean,
  ) {}

  /** "he" and "she" right after one person without a name has spoken, where the article's own words have named nobody since who might be meant. */
  meant({ word: pronoun, source }: HeOrShe, conversation: Conversation, block: number): SpeakerChoice | undefined {
    const newest = conversation.last;
    if (!newest || newest.block < block - 1) return undefined;
    // a quotation that floats has no words for who speaks
    const last = conversation.recent(MOST_TURNS).find(({ entities: [entity], at }) => entity === newest.entities[0] && !isQuoted(this.article, at)) ?? newest;
    const gender = genderOf(this.nounOf(last.at) ?? "");
    // "her brother" has no other name, as "his lawyer" may have
    const isKin = gender === pronoun && this.isUnnamed(last) && OWNED.test(this.words(last.at));
    const goesOn = this.isUnnamed(last) && this.words(last.at).toLowerCase() === pronoun;
    // "a senior official said … the official said … he added"
    const isOne = conversation.recent(MOST_TURNS).some((turn) => turn.entities[0] === last.entities[0] && this.isOnePerson(turn));
    // "The coach insists … he says", where the article names nobody whom "he" might mean
    const noun = this.nounOf(last.at) ?? "";
    if (this.isUnnamed(last) && DEFINITE.test(this.words(last.at)) && isPersons(noun) && (gender === undefined || gender === pronoun) && !this.isAnybodyNamed(pronoun, source)) {
      return { entities: last.entities, reason: "pronoun", evidence: [last.at], confidence: 0.6, candidates: [] };
    }
    // "The commissioner said … . “…,” he claimed" in one paragraph that names nobody
    if (last.block === block && this.isUnnamed(last) && DEFINITE_PHRASE.test(this.words(last.at).replace(RELATIVE, "")) && isPersons(noun) && (gender === undefined || gender === pronoun) && !this.isNamedHere(source, block)) {
      return { entities: last.entities, reason: "pronoun", evidence: [last.at], confidence: 0.6, candidates: [] };
    }
    if (!isKin && !goesOn && (!isOne || (gender !== undefined && gender !== pronoun))) return undefined;
    const isNamed = this.mentions.before(source.start, MOST_BETWEEN).some((mention) => {
      const { start, entity } = mention;
      const { type, agreement } = this.entities[entity] ?? {};
      // "one of Hale's advisers said that the mayor must go. / He": rather Hale
      const isOwner = last.block < block && start >= last.at.start && isPossessive(this.article, mention);
      return (isOwner || start >= last.at.end) && type === "person" && (agreement?.[pronoun] ?? 0) >= AGREES && !this.spoken(start);
    });
    return isNamed ? undefined : { entities: last.entities, reason: "pronoun", evidence: [last.at], confidence: 0.7, candidates: [] };
  }

  private isNamedHere(source: TextRange, block: number): boolean {
    const { start: from = 0 } = this.article.blocks[block] ?? {};
    return this.mentions.before(source.start, MOST_BETWEEN).some(({ start, entity }) => start >= from && this.entities[entity]?.type === "person");
  }

  private isAnybodyNamed(pronoun: "he" | "she", source: TextRange): boolean {
    return this.mentions.before(source.start, MOST_BETWEEN).some(({ entity }) => {
      const { type, agreement } = this.entities[entity] ?? {};
      return type === "person" && (agreement?.[pronoun] ?? 0) >= LEAST_AGREEMENT;
    });
  }

  /** "the official" after "a senior official", "the lawmaker" after "a senator" has spoken, unless somebody of that office has spoken since. */
  described(source: TextRange, conversation: Conversation, block: number): SpeakerChoice | undefined {
    const words = this.words(source);
    if (SEVERAL.test(words)) return this.several(source, conversation, block);
    // "the minister's spokesman" is another one's
    if (!/^the /iu.test(words) || /['’]s? /u.test(words)) return undefined;
    const noun = this.nounOf(source);
    if (noun === undefined || !isPersons(noun)) return undefined;
    for (const turn of conversation.recent(MOST_TURNS)) {
      if (turn.block < block - MOST_BLOCKS_BACK) return undefined;
      // "The man told Hale … . The man said": he has spoken so
      const isSame = this.isUnnamed(turn) && this.words(turn.at).toLowerCase() === words.toLowerCase();
      if (!isSame && !this.isOnePerson(turn)) {
        const [entity] = turn.entities;
        if (entity !== undefined && this.entities[entity]?.roles.some((role) => sameOffices(noun).includes(this.nounOf(role) ?? ""))) return undefined;
      } else if (isSame || sameOffices(noun).includes(this.nounOf(turn.at) ?? "")) return { entities: turn.entities, reason: "description", evidence: [turn.at, { start: source.start, end: source.end }], confidence: 0.75, candidates: [] };
    }
    return undefined;
  }

  /** "the officials" after "current and former officials" have spoken. */
  private several(source: TextRange, conversation: Conversation, block: number): SpeakerChoice | undefined {
    const noun = this.nounOf(source) ?? "";
    if (!isPersons(noun.replace(/s$/u, ""))) return undefined;
    const turn = conversation.recent(MOST_TURNS).find((earlier) => earlier.block >= block - MOST_BLOCKS_BACK && this.isUnnamed(earlier) && this.nounOf(earlier.at) === noun);
    return turn && { entities: turn.entities, reason: "description", evidence: [turn.at, { start: source.start, end: source.end }], confidence: 0.7, candidates: [] };
  }

  /** True for a turn of one person without a name, as its source phrase tells it: "a neighbour", "one of the women". */
  private isOnePerson(turn: Turn): boolean {
    const noun = this.nounOf(turn.at) ?? "";
    return this.isUnnamed(turn) && ONE.test(this.words(turn.at)) && (isPersons(noun) || genderOf(noun) !== undefined || noun === "one");
  }

  private isUnnamed({ entities: [entity, ...others] }: Turn): boolean {
    return entity !== undefined && others.length === 0 && entity >= this.entities.length;
  }

  /** "source" of "a source close to the talks". */
  private nounOf(phrase: TextRange): string | undefined {
    return SOURCE.test(this.words(phrase)) ? "source" : nounOf(this.article, phrase);
  }

  private words({ start, end }: TextRange): string {
    return withSingleSpaces(this.article.text.slice(start, end));
  }
}

/** A noun for one person; "a source close to the talks" is somebody, too. */
function isPersons(noun: string): boolean {
  return noun === "source" || typeOf(noun) === "person";
}
