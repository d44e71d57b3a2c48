import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../../../document/sortedRanges.js";
import { conjunctions, pastVerbs, texts } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import { NOBODY } from "../choices.js";
import type { Turn } from "../conversation.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import type { NewSpeakers } from "../newSpeakers.js";
import { namelessBefore } from "../phrases/sourcePhrase.js";

/** Between a name and the relative pronoun that goes back to it. */
const RIGHT_BEFORE = /^(?:,|\s|\s?[–—])[\s,]*$/u;
/** Between a person and the body or place whose he is: "Mary Collins of the", "Paul Denning, a director at", "Erica Hale of the Kremlin-backed youth movement". */
const WHOSE = /^(?:, [^.!?;:"“”\n]{0,60})? (?:of|at|for|with|from|in) (?:the |an? )?((?:[\p{L}’-]+ ){0,4})$/u;
/** Between a person and the noun for what that person is: "Mary Collins, 54, an engineer", "Mary Collins (D-Ohio), a lawyer". */
const APPOSED = /^(?: \([^()\n]{1,40}\))?,(?: \d{1,3},)? $/u;
/** A party, a place or an office in brackets between a name and the pronoun: "Mary Collins (D-Ohio), who". */
const BRACKET = / \([^()\n]{1,40}\),? $/u;
const BRACKET_LENGTH = 44;
/** Nouns for several, and what tells how many they are. */
const SEVERAL = /^(?:two|three|four|five|six|several|some|many|both|all|other|these|those)\b|[^s]s$/u;
/** Names before the pronoun among which the person is whose body, place or office stands between. */
const NEAREST_NAMES = 4;
/** Tokens between two relative pronouns that "and" joins. */
const CLAUSE_LENGTH = 60;

/** Whom a relative pronoun may go back to. */
type Antecedent = { readonly mention: IndexedMention } | { readonly phrase: TextRange } | { readonly turn: Turn };

/** Whom relative pronouns go back to: a mention, a phrase without a name, or whoever the last statement is by, where its source stands right before. */
export class Relatives {
  /**
   * @param isPeople true of a mention that names a people
   * @param dates in order
   */
  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly newSpeakers: NewSpeakers,
    private readonly isPeople: (mention: TextRange) => boolean,
    private readonly dates: readonly TextRange[],
  ) {}

  /** Who speaks for a relative pronoun: "Zuma, who has always said", "Canadians who believe"; `last` is the statement before. */
  find(pronoun: TextRange, last: Turn | undefined): SpeakerChoice {
    const before = this.before(pronoun, last);
    if (!before) return NOBODY;
    if ("phrase" in before) return this.newSpeakers.unnamed(before.phrase);
    const [entities, { start, end }] = "turn" in before ? [before.turn.entities, before.turn.at] : [[before.mention.entity], before.mention];
    return { entities, reason: "pronoun", evidence: [{ start, end }], confidence: 0.85, candidates: [] };
  }

  /**
   * For a pronoun with this range a mention ("Zuma, who", "Mary Collins of Hale Ltd, who": a body is "which"), else a phrase without a name ("residents
   * who", "Canadians who": some of a people, not their country), else the last statement ("said one of those present, who added"). Undefined where
   * nothing that may speak stands before it.
   */
  private before(pronoun: TextRange, last: Turn | undefined): Antecedent | undefined {
    const { sentences, text, tokens } = this.article;
    // "who described it so and said that"
    if (last?.at.start === pronoun.start) return { turn: last };
    const isWho = tokens.lower(tokens.at(pronoun.start)).startsWith("who");
    const joined = isWho ? this.joinedTo(pronoun) : undefined;
    if (joined) return this.before(joined, last);
    const end = this.withoutDate(isWho ? this.withoutBracket(pronoun.start) : pronoun.start);
    const names = this.mentions.before(end, NEAREST_NAMES);
    const [before] = names;
    // "a Ledger report that said"
    if (before && !isWho && this.entities[before.entity]?.type === "organization" && texts.has(text.slice(before.end, end).trim().toLowerCase())) return { mention: before };
    if (!before || !RIGHT_BEFORE.test(text.slice(before.end, end))) return isWho ? this.whoWithoutName(names, end, last) : asPhrase(namelessBefore(this.article, end, true));
    // "a letter to Mary Collins which claimed", but "Norton, which declined" is a body, whatever its name is like
    const opens = sentences[lastStartingBy(sentences, before.start)]?.start === before.start;
    if (!isWho) return this.isPerson(before) && !opens ? undefined : { mention: before };
    if (this.isPerson(before)) return { mention: before };
    if (this.isPeople(before)) return asPhrase(before);
    const owner = names.find((name) => this.isPerson(name));
    return { mention: owner && isWhose(text.slice(owner.end, before.start)) ? owner : before };
  }

  /** "Mary Collins, a former judge, who", "residents who", "said one of those present, who". */
  private whoWithoutName(names: readonly IndexedMention[], end: number, last: Turn | undefined): Antecedent | undefined {
    const phrase = namelessBefore(this.article, end, false);
    const person = this.withRole(names, end) ?? (phrase && this.apposed(names, phrase));
    if (person) return { mention: person };
    return last && RIGHT_BEFORE.test(this.article.text.slice(last.at.end, end)) ? { turn: last } : asPhrase(phrase);
  }

  /** The person whose role, as the article tells it behind the name, stands right before an offset. */
  private withRole(names: readonly IndexedMention[], end: number): IndexedMention | undefined {
    return names.find((name) => {
      const roles = this.entities[name.entity]?.roles ?? [];
      const role = this.isPerson(name) ? roles[lastStartingBy(roles, end)] : undefined;
      return role !== undefined && role.start > name.end && RIGHT_BEFORE.test(this.article.text.slice(role.end, end));
    });
  }

  /** The person right before a phrase for one. */
  private apposed(names: readonly IndexedMention[], phrase: TextRange): IndexedMention | undefined {
    const { text } = this.article;
    const person = names.find((name) => name.end < phrase.start && this.isPerson(name));
    return person && !SEVERAL.test(text.slice(phrase.start, phrase.end)) && APPOSED.test(text.slice(person.end, phrase.start)) ? person : undefined;
  }

  /** "who left and who said": the pronoun of the clause before. */
  private joinedTo({ start }: TextRange): TextRange | undefined {
    const { sentences, tokens } = this.article;
    const who = tokens.at(start);
    if (!conjunctions.has(tokens.lower(who - 1))) return undefined;
    const first = Math.max(sentences[lastStartingBy(sentences, start)]?.firstToken ?? who, who - CLAUSE_LENGTH);
    for (let token = who - 2; token >= first; token--) if (tokens.lower(token) === "who") return tokens.span(token, token + 1);
    return undefined;
  }

  /** The end of a name before a bracket that stands right before an offset, else that offset. */
  private withoutBracket(offset: number): number {
    const bracket = BRACKET.exec(this.article.text.slice(Math.max(0, offset - BRACKET_LENGTH), offset));
    return bracket ? offset - bracket[0].length + 1 : offset;
  }

  /** "a Ledger article | a few weeks ago that": the end of what stands before a date right before an offset, else that offset. */
  private withoutDate(offset: number): number {
    const date = this.dates[firstEndingAfter(this.dates, offset - 2)];
    return date && date.end <= offset && /^[\s,]*$/u.test(this.article.text.slice(date.end, offset)) ? date.start : offset;
  }

  private isPerson({ entity }: IndexedMention): boolean {
    return this.entities[entity]?.type === "person";
  }
}

/** True of what stands between a person and the body or place whose that person is. */
function isWhose(between: string): boolean {
  const kind = WHOSE.exec(between)?.[1];
  return kind !== undefined && kind.split(" ").every((word) => !pastVerbs.has(word.toLowerCase()));
}

function asPhrase(phrase: TextRange | undefined): { readonly phrase: TextRange } | undefined {
  return phrase && { phrase: { start: phrase.start, end: phrase.end } };
}
