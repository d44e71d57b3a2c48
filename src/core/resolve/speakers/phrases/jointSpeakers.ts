import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { Conversation } from "../conversation.js";
import { jointParts } from "./jointSources.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import type { NewSpeakers } from "../newSpeakers.js";
import { bodyMention, headMention } from "./sourceNames.js";
import { jointMentions, namedBehindMark } from "./jointMentions.js";
import { isManyOfARole, type RoleIndex } from "./sourceRoles.js";

/** Turns looked back on, and people, for who "the two" are, and paragraphs. */
const MOST_TURNS = 6;
const MOST_BLOCKS_BACK = 2;
/** "Rep. Mary Collins, D-Oakland, and …": a member's party and seat. */
const SEAT = /^\p{Lu}[-–]\p{Lu}/u;
const THE_TWO = /^(?:(?:the|these) (?:two|pair|couple|duo)(?: (?:\p{Ll}+s|men|women))?|both(?: of them| men| women)?)$/iu;

/** Who speaks where a source phrase tells of several. */
export class JointSpeakers {
  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly roles: RoleIndex,
    private readonly newSpeakers: NewSpeakers,
  ) {}

  /** "Smith and Jones", "Smith and her lawyer"; `within` are the mentions in the phrase. */
  find(source: TextRange, within: readonly IndexedMention[]): SpeakerChoice | undefined {
    const joined = jointMentions(this.article, source, within);
    // "…, Jane Doe of the University of California, San Diego, and …": where people speak, towns do not
    const names = joined.some(({ entity }) => this.entities[entity]?.type === "person") ? joined.filter(({ entity }) => this.entities[entity]?.type !== "place") : joined;
    const parts = names.length > 1 ? names.map(({ entity, start, end }) => ({ entity, at: { start, end } })) : jointParts(this.article, source, within).filter((at) => !SEAT.test(this.article.text.slice(at.start, at.end))).map((at) => ({ entity: this.partOf(at), at }));
    if (parts.length < 2 || this.isOfAreas(within)) return undefined;
    const entities = [...new Set(parts.map(({ entity }) => entity))];
    // "officials and residents" are one source without a name
    if (entities.length < 2 || entities.every((entity) => entity === undefined)) return undefined;
    const found = parts.map(({ entity, at }) => entity ?? this.newSpeakers.unnamed(at).entities[0]).filter((entity) => entity !== undefined);
    return { entities: [...new Set(found)], reason: "joint source", evidence: parts.map(({ at }) => at), confidence: 0.85, candidates: [] };
  }

  /** "both members who voted for it – Smith and Jones –", with all that tells of them. */
  listed(source: TextRange): SpeakerChoice | undefined {
    const names = namedBehindMark(this.article, source, this.mentions);
    const entities = [...new Set(names.map(({ entity }) => entity))];
    return entities.length < 2 ? undefined : { entities, reason: "joint source", evidence: names.map(({ start, end }) => ({ start, end })), confidence: 0.85, candidates: [] };
  }

  /** "Jane Doe, Middle East and North Africa Director of Hale": two places beside one another are what one person is for. */
  private isOfAreas(within: readonly IndexedMention[]): boolean {
    const isPlace = ({ entity }: IndexedMention): boolean => this.entities[entity]?.type === "place";
    const [head, ...others] = within;
    return head !== undefined && this.entities[head.entity]?.type === "person" && others.some((area, index) => {
      const next = others[index + 1];
      return next !== undefined && isPlace(area) && isPlace(next) && this.article.text.slice(area.end, next.start) === " and ";
    });
  }

  /** "the two", "the couple", "both", "the senators" after two have spoken together or are named in one sentence; the source's words and its block's index. */
  theTwo(source: TextRange, words: string, conversation: Conversation, block: number): SpeakerChoice | undefined {
    const { last } = conversation;
    if (last && last.entities.length > 1 && last.block >= block - 1 && isManyOfARole(this.article, source)) {
      return { entities: last.entities, reason: "joint source", evidence: [last.at, { start: source.start, end: source.end }], confidence: 0.6, candidates: [] };
    }
    if (!THE_TWO.test(words)) return undefined;
    const turn = conversation.recent(MOST_TURNS).find(({ entities, block: told }) => entities.length === 2 && told >= block - MOST_BLOCKS_BACK);
    const named = turn ? [] : this.mentions.before(source.start, MOST_TURNS).filter(({ entity }) => this.entities[entity]?.type === "person");
    const sentence = lastStartingBy(this.article.sentences, named[0]?.start ?? 0);
    const inOne = named.filter(({ start }) => lastStartingBy(this.article.sentences, start) === sentence);
    const entities = turn?.entities ?? [...new Set(inOne.map(({ entity }) => entity))].reverse();
    const evidence = turn ? [turn.at] : inOne.map(({ start, end }) => ({ start, end })).reverse();
    const isNear = lastStartingBy(this.article.blocks, evidence[0]?.start ?? 0) >= block - MOST_BLOCKS_BACK;
    return entities.length === 2 && isNear ? { entities, reason: "joint source", evidence, confidence: 0.6, candidates: [] } : undefined;
  }

  /** Whom a part of a joint source names by name or office. */
  private partOf(part: TextRange): number | undefined {
    const within = this.mentions.within(part);
    return (headMention(this.article, part, within) ?? organizationIn(this.article, this.entities, part, within))?.entity ?? this.roles.find(part)[0]?.entity;
  }
}

/** "the Gannett newspaper chain"; "the Clinton campaign" is not Clinton. */
export function organizationIn(article: Article, entities: readonly FoundEntity[], source: TextRange, within: readonly IndexedMention[]): IndexedMention | undefined {
  return bodyMention(article, source, within.filter(({ entity }) => entities[entity]?.type === "organization"));
}
