import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { AntecedentFinder } from "../pronouns/antecedents.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import { LEAST_DESCRIBED, likeliest } from "../choices.js";
import type { Conversation } from "../conversation.js";

const ONE_OF_A_PEOPLE = /^the (?:\d+-year-old )?(?:\p{Lu}\p{L}*(?:an|ese|woman)|Spaniard|Scot|Dane|Swede|Finn|Pole|Turk|Serb|Croat|Czech|Brit|Briton|Swiss|Aussie)$/iu;
/** "the Spaniard, 22": the age tells no more. */
const AGE = /, \d{1,2}$/u;
/** A newspaper that is called as one of a people is. */
const NEWSPAPER = /^the (?:australian|european|african|tennessean|oregonian|virginian)$/iu;
const REPORTS = /^(?:first |also )?report(?:s|ed)$/iu;

/** Names among which one of a people is looked for. */
const MOST_MENTIONS = 30;
/** A verb of several. */
const SEVERAL = /^(?:have|are|were|do|say|think|believe|want|argue|insist|claim|deny)\b/iu;

/** Some of a people who speak, and which person one of them is. */
export class Compatriots {
  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly antecedents: AntecedentFinder,
    /** Where the article names a people. */
    private readonly demonyms: ReadonlySet<number>,
    private readonly quoted: (offset: number) => boolean,
  ) {}

  /** Whether a source tells of some of a people, by its head: "Many Russians", "Americans", "the German" are not a government; "the Russians" and "the Chinese" may be. */
  areIn(source: TextRange, head: TextRange | undefined): boolean {
    const { tokens } = this.article;
    const words = tokens.asRead(source).replace(AGE, "");
    // "the Spaniard", not "the ocean"
    if (!head) return ONE_OF_A_PEOPLE.test(words) && tokens.isCapitalized(tokens.at(source.end - 1));
    return this.demonyms.has(head.start) && (/^the /iu.test(words) ? ONE_OF_A_PEOPLE.test(words) : tokens.asRead(head).endsWith("s"));
  }

  /** "the German" right after somebody's words is who said them; else whom "he" would mean. */
  find(source: TextRange, cue: TextRange | null, conversation: Conversation, block: number): SpeakerChoice | undefined {
    const { tokens } = this.article;
    const words = tokens.asRead(source).replace(AGE, "");
    // "The Chinese have answered"
    if (cue && SEVERAL.test(tokens.asRead(cue))) return undefined;
    if (!ONE_OF_A_PEOPLE.test(words) || (NEWSPAPER.test(words) && cue && REPORTS.test(tokens.asRead(cue)))) return undefined;
    const told = this.toldOf(source);
    if (told) return { entities: [told.entity], reason: "description", evidence: [{ start: told.start, end: told.end }, { start: source.start, end: source.end }], confidence: 0.7, candidates: [] };
    const { last } = conversation;
    const [entity] = last?.entities ?? [];
    // "the Spaniard said … the Frenchman agreed"
    const before = last ? tokens.asRead(last.at) : "";
    if (ONE_OF_A_PEOPLE.test(before) && before.toLowerCase() !== words.toLowerCase()) return undefined;
    const named = this.namedSince(source, block, last?.at.end ?? 0);
    if (named.size > 1) return undefined;
    if (named.size === 0 && last && entity !== undefined && last.entities.length === 1 && last.block >= block - 1 && this.entities[entity]?.type === "person") {
      return { entities: [entity], reason: "description", evidence: [last.at, { start: source.start, end: source.end }], confidence: 0.6, candidates: [] };
    }
    const choice = likeliest(this.antecedents.pronoun(words.endsWith("woman") ? "she" : "he", source, conversation), "description", LEAST_DESCRIBED);
    return choice.entities.length > 0 ? choice : undefined;
  }

  /** "Spain's Carlos Doe": who was last named right behind the country of a people. */
  private toldOf(source: TextRange): IndexedMention | undefined {
    const { text } = this.article;
    const country = this.mentions.within(source).find(({ entity }) => this.entities[entity]?.type === "place")?.entity;
    const nearest = this.mentions.before(source.start, MOST_MENTIONS);
    return nearest.find(({ start, entity }, index) => {
      const before = nearest[index + 1];
      return this.entities[entity]?.type === "person" && before !== undefined && before.entity === country && /^(?:['’]s)?\s$/u.test(text.slice(before.end, start));
    });
  }

  /** The people whom a block's own words name before a source, since somebody has spoken. */
  private namedSince(source: TextRange, block: number, since: number): Set<number> {
    const { start = 0 } = this.article.blocks[block] ?? {};
    const named = this.mentions.within({ start: Math.max(start, since), end: source.start });
    return new Set(named.flatMap(({ start: at, entity }) => (this.entities[entity]?.type === "person" && !this.quoted(at) ? [entity] : [])));
  }
}
