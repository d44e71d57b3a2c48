import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import type { Conversation } from "./conversation.js";
import type { MentionIndex } from "./mentionIndex.js";
import { isPossessive } from "./sourceNames.js";

/** An entity that a pronoun may stand for. */
export interface Antecedent {
  readonly entity: number;
  /** The mention or source phrase that speaks for it. */
  readonly evidence: TextRange;
  readonly score: number;
}

/** Mentions and turns looked back on. */
const MOST_MENTIONS = 40;
const MOST_TURNS = 6;
const MOST_PASSED = 4;
/** How much likelier the last speaker is than a subject that was mentioned there. */
const SAME_PARAGRAPH = 1.7;
const EARLIER_PARAGRAPH = 1.3;
/** Weight left after one sentence, and after the first and each further paragraph border. */
const SENTENCE_DECAY = 0.75;
const BLOCK_DECAY = 0.7;
/** Less than this share of agreement excludes: "he" is not Hillary. */
const LEAST_AGREEMENT = 0.15;

/**
 * Whom a pronoun stands for, the likelier first: who agrees with it, was mentioned or spoke shortly before, as a subject rather
 * than an object. Who has just spoken comes first, since news report what one person says in several sentences.
 */
export class PronounResolver {
  /** Pronouns of the text so far with whom they stood for: they keep someone in mind who is not named for a while. */
  private readonly passed: Antecedent[] = [];
  private nextToken = 0;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    /** True inside what somebody says. */
    private readonly spoken: (offset: number) => boolean,
  ) {}

  find(pronoun: string, at: TextRange, conversation: Conversation): Antecedent[] {
    const agreement = agreementOf(pronoun);
    if (!agreement) return [];
    const best = new Map<number, Antecedent>();
    const offer = (entity: number, evidence: TextRange, weight: number): void => {
      const found = this.entities[entity];
      const share = found ? agreement(found) : 0;
      if (share < LEAST_AGREEMENT) return;
      const known = best.get(entity);
      const score = weight * fit(share);
      // several mentions make an entity a little likelier
      best.set(entity, known ? { ...(known.score < score ? { entity, evidence } : known), score: Math.max(known.score, score) + 0.1 * Math.min(known.score, score) } : { entity, evidence, score });
    };
    const place = this.placeOf(at.start);
    for (const { entity, evidence } of this.passed) offer(entity, evidence, 0.85 * this.decay(place, this.placeOf(evidence.start)));
    for (const turn of conversation.recent(MOST_TURNS)) {
      const [entity] = turn.entities;
      if (entity !== undefined && turn.entities.length === 1) offer(entity, turn.at, (turn.block === place.block ? SAME_PARAGRAPH : EARLIER_PARAGRAPH) * this.decay(place, this.placeOf(turn.at.start)));
    }
    for (const mention of this.mentions.before(at.start, MOST_MENTIONS)) {
      const where = this.placeOf(mention.start);
      const weight = this.decay(place, where);
      if (weight < 0.02) break;
      offer(mention.entity, mention, weight * this.prominence(mention, where.sentence));
    }
    return [...best.values()].sort((a, b) => b.score - a.score);
  }

  /** Reads "he" and "she" of the article's own words up to an offset. */
  readTo(offset: number, conversation: Conversation): void {
    const { tokens } = this.article;
    for (; this.nextToken < tokens.length && tokens.start(this.nextToken) < offset; this.nextToken++) {
      const lower = tokens.lower(this.nextToken);
      if ((lower !== "he" && lower !== "she") || this.spoken(tokens.start(this.nextToken))) continue;
      const range = tokens.range(this.nextToken);
      const [best] = this.find(lower, range, conversation);
      if (!best) continue;
      this.passed.push({ ...best, evidence: range });
      if (this.passed.length > MOST_PASSED) this.passed.shift();
    }
  }

  /** Subjects stand at the head of their sentence; who owns something or is spoken of by others is rarely meant. */
  private prominence(mention: TextRange & { readonly entity: number }, sentence: number): number {
    if (this.spoken(mention.start)) return 0.25;
    if (isPossessive(this.article, mention)) return 0.5;
    const start = this.article.sentences[sentence]?.start ?? 0;
    const earlier = this.mentions.before(mention.start, 3).filter((other) => other.start >= start && this.entities[other.entity]?.type === "person");
    return earlier.length === 0 ? 1 : 0.6;
  }

  private decay(from: { block: number; sentence: number }, to: { block: number; sentence: number }): number {
    return SENTENCE_DECAY ** Math.max(0, from.sentence - to.sentence) * BLOCK_DECAY ** Math.min(2, Math.max(0, from.block - to.block));
  }

  private placeOf(offset: number): { block: number; sentence: number } {
    const { sentences } = this.article;
    const sentence = lastStartingBy(sentences, offset);
    return { block: sentences[sentence]?.block ?? 0, sentence };
  }
}

/** A name that tells nothing (0.5) speaks little against an entity, one that contradicts speaks much. */
function fit(share: number): number {
  return share >= 0.5 ? 0.2 + 0.8 * share : 1.2 * share;
}

/** How far an entity agrees with a pronoun; nothing for those that name no one in the article ("I", "we", "you"). */
function agreementOf(pronoun: string): ((entity: FoundEntity) => number) | undefined {
  switch (pronoun) {
    case "he":
    case "him":
      return ({ type, agreement }) => (type === "person" ? agreement.he : 0);
    case "she":
    case "her":
      return ({ type, agreement }) => (type === "person" ? agreement.she : 0);
    case "they":
    case "them":
      return ({ agreement }) => agreement.they;
    case "it":
      return ({ type, agreement }) => (type === "organization" || type === "place" ? Math.max(0.4, agreement.they) : 0);
    default:
      return undefined;
  }
}
