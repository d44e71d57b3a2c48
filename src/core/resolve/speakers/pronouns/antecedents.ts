import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import type { Place } from "../../../places/gazetteer.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { Conversation } from "../conversation.js";
import type { Description } from "../phrases/descriptions.js";
import { createRow, FEATURE, probabilities, type CandidateRow, type FeatureRow, type NobodyRow } from "./features.js";
import type { IndexedMention, MentionIndex } from "../mentionIndex.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { pastVerbs } from "../../../lexicon/wordClasses.js";
import type { Tokens } from "../../../text/tokens.js";
import { isPossessive } from "../mentionForms.js";
import type { RoleIndex } from "../phrases/sourceRoles.js";
import { WEIGHTS } from "./weights.generated.js";

/** An entity that a pronoun or a description may stand for. */
export interface Antecedent {
  readonly entity: number;
  /** The mention, source phrase or role that speaks for it. */
  readonly evidence: TextRange;
  /** 0 to 1; what is missing to 1 over all antecedents is nobody that the article names. */
  readonly probability: number;
}

/** The candidates of one phrase with what speaks for each, as the ranker and its training read them. */
export interface Query {
  readonly kind: keyof typeof WEIGHTS;
  readonly candidates: readonly (CandidateRow & { readonly evidence: TextRange })[];
  readonly nobody: NobodyRow;
}

/** What is known of a candidate while its mentions are read, the nearest first. */
interface Draft {
  readonly row: FeatureRow;
  evidence: TextRange;
  sentence: number;
  block: number;
}

/** Mentions and turns looked back on. */
const MOST_MENTIONS = 40;
const MOST_TURNS = 6;
const MOST_PASSED = 4;
/** Sentences after which nobody has a pronoun's antecedent in mind any more. */
const PRONOUN_REACH = 12;
const PERSONAL = /^(?:he|him|she|her)$/u;
/** Less than this share of agreement excludes: "he" is not Hillary. */
const LEAST_AGREEMENT = 0.15;

/**
 * Whom a pronoun or a description stands for, by probabilities of a small trained ranker: who agrees with it, who has just spoken, who was
 * named shortly before and as a subject, whose role it is.
 */
export class AntecedentFinder {
  /** Pronouns of the text so far with whom they stood for: they keep someone in mind who is not named for a while. */
  private readonly passed: { readonly entity: number; readonly at: TextRange }[] = [];
  private readonly counts: number[];
  private nextNamed = 0;
  private nextToken = 0;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly roles: RoleIndex,
    /** True inside what somebody says. */
    private readonly spoken: (offset: number) => boolean,
  ) {
    this.counts = entities.map(() => 0);
  }

  /** Whom "he", "she", "they" or "it" stands for, the likelier first; empty for other pronouns. */
  pronoun(pronoun: string, at: TextRange, conversation: Conversation, isSource = true): Antecedent[] {
    const query = this.askPronoun(pronoun, at, conversation, isSource);
    return query ? rank(query) : [];
  }

  /** Whom a description speaks of, the likelier first. */
  description(description: Description, conversation: Conversation, isTold: boolean): Antecedent[] {
    return rank(this.askDescription(description, conversation, isTold));
  }

  /**
   * @param isSource true where the pronoun is quoted: news rarely quote whom they have not named
   * @param agreement how far an entity agrees with the pronoun, 0 to 1; as its gender and number tell where it is not given
   */
  askPronoun(pronoun: string, at: TextRange, conversation: Conversation, isSource: boolean, agreement = agreementOf(pronoun)): Query | undefined {
    if (!agreement) return undefined;
    const isPersonal = PERSONAL.test(pronoun);
    const drafts = this.drafts(at.start, conversation, (entity) => agreement(entity) >= LEAST_AGREEMENT, PRONOUN_REACH, isPersonal);
    for (const [entity, draft] of drafts) {
      const found = this.entities[entity];
      const share = found ? agreement(found) : 0;
      draft.row[FEATURE["agreement"]] = Math.log(fit(share));
      if (Math.abs(share - 0.5) < 0.1 && found?.type === "person") draft.row[FEATURE["gender unknown"]] = 1;
    }
    return { kind: isPersonal ? "personal" : "neuter", candidates: finish(drafts), nobody: { always: 1, "is quoted": isSource ? 1 : 0 } };
  }

  /** @param isTold true where the noun stood in the source of an earlier statement without a name */
  askDescription(description: Description, conversation: Conversation, isTold: boolean): Query {
    const { type, gender, words, noun, owner } = description;
    const matches = this.roles.matches(description);
    const elsewhere = this.roles.elsewhere(description);
    const fits = (entity: FoundEntity, index: number): boolean => !elsewhere.has(index) && (owner === undefined || matches.has(index)) && entity.type === type && suitsPlace(noun, entity.place) && (gender === undefined || matches.has(index) || entity.agreement[gender] >= LEAST_AGREEMENT);
    const drafts = this.drafts(description.start, conversation, fits, Number.POSITIVE_INFINITY, false);
    for (const [index, { tier, evidence }] of matches) {
      const entity = this.entities[index];
      if (entity?.type === type && !drafts.has(index)) drafts.set(index, { row: createRow({ "sentences since": Math.log(1 + PRONOUN_REACH) }), evidence, sentence: -1, block: -1 });
      const draft = drafts.get(index);
      if (!draft) continue;
      draft.row[FEATURE[tier]] = 1;
      draft.evidence = evidence;
    }
    for (const [index, { row }] of drafts) {
      const entity = this.entities[index];
      if (!entity) continue;
      if (entity.roles.length > 0 && !matches.has(index)) row[FEATURE["another role"]] = 1;
      if (gender) row[FEATURE["agreement"]] = Math.log(Math.max(LEAST_AGREEMENT, entity.agreement[gender]));
      if (type !== "person" && entity.name.toLowerCase().split(/\s+/u).includes(noun)) row[FEATURE["noun in its name"]] = 1;
    }
    const nobody: NobodyRow = {
      always: 1,
      ...(words.length > 1 ? { "long phrase": Math.log(words.length) } : {}),
      ...(description.owned ? { owned: 1 } : {}),
      ...(isTold ? { "first told without a name": 1 } : {}),
      ...(type === "person" && matches.size === 0 ? { "no role noun": 1 } : {}),
      ...(type === "person" ? {} : { [type]: 1 }),
    };
    return { kind: "description", candidates: finish(drafts), nobody };
  }

  /** Reads "he" and "she" of the article's own words up to an offset, and who is named there. */
  readTo(offset: number, conversation: Conversation): void {
    const { tokens } = this.article;
    for (; this.nextToken < tokens.length && tokens.start(this.nextToken) < offset; this.nextToken++) {
      const lower = tokens.lower(this.nextToken);
      if (lower === "he" || lower === "she") this.pass(lower, tokens.range(this.nextToken), conversation);
    }
    this.countTo(offset);
  }

  /** Reads one of them. */
  private pass(pronoun: string, at: TextRange, conversation: Conversation): void {
    if (this.spoken(at.start)) return;
    this.countTo(at.start);
    const [best] = this.pronoun(pronoun, at, conversation, false);
    if (!best) return;
    this.passed.push({ entity: best.entity, at });
    if (this.passed.length > MOST_PASSED) this.passed.shift();
  }

  private countTo(offset: number): void {
    const { all } = this.mentions;
    for (let next = all[this.nextNamed]; next && next.start < offset; next = all[++this.nextNamed]) this.counts[next.entity] = (this.counts[next.entity] ?? 0) + 1;
  }

  /** Entities that were named, meant or have spoken before an offset, with where and how. */
  private drafts(offset: number, conversation: Conversation, fits: (entity: FoundEntity, index: number) => boolean, reach: number, isPersonal: boolean): Map<number, Draft> {
    const here = this.placeOf(offset);
    const drafts = new Map<number, Draft>();
    const draftOf = (index: number, evidence: TextRange): Draft | undefined => {
      const known = drafts.get(index);
      const entity = this.entities[index];
      if (known || !entity || !fits(entity, index)) return known;
      const { sentence, block } = this.placeOf(evidence.start);
      if (here.sentence - sentence > reach) return undefined;
      const draft: Draft = { row: createRow(), evidence, sentence, block };
      drafts.set(index, draft);
      return draft;
    };
    let nearest = true;
    const inWords = new Map<number, boolean>();
    for (const mention of this.mentions.before(offset, MOST_MENTIONS)) {
      const isNew = !drafts.has(mention.entity);
      const draft = draftOf(mention.entity, mention);
      if (!draft) continue;
      const isSpoken = this.spoken(mention.start);
      inWords.set(mention.entity, (inWords.get(mention.entity) ?? true) && isSpoken);
      if (!isNew) continue;
      if (nearest && !isSpoken) {
        draft.row[FEATURE["nearest that fits"]] = 1;
        nearest = false;
      }
      this.describe(draft, mention, here);
      if (isPersonal && !isSpoken) this.describeSubject(draft, mention, here);
    }
    for (const [entity, all] of inWords) {
      const draft = drafts.get(entity);
      if (draft && all) draft.row[FEATURE["named only in what others say"]] = 1;
    }
    this.passed.forEach(({ entity, at }, index) => {
      const draft = draftOf(entity, at);
      if (!draft || here.sentence - this.placeOf(at.start).sentence > reach) return;
      draft.row[index === this.passed.length - 1 ? FEATURE["last pronoun"] : FEATURE["earlier pronoun"]] = 1;
    });
    conversation.recent(MOST_TURNS).forEach((turn, back) => {
      const [entity] = turn.entities;
      if (entity === undefined || turn.entities.length > 1) return;
      const draft = draftOf(entity, turn.at);
      if (!draft) return;
      if (back > 0) draft.row[FEATURE["spoke shortly before"]] = 1;
      else if (turn.block === here.block) draft.row[FEATURE["spoke last in this paragraph"]] = 1;
      else if (turn.block === here.block - 1) draft.row[FEATURE["spoke last in the paragraph before"]] = 1;
      else draft.row[FEATURE["spoke shortly before"]] = 1;
    });
    const most = Math.max(0, ...[...drafts.keys()].map((index) => this.counts[index] ?? 0));
    for (const [index, draft] of drafts) {
      const count = this.counts[index] ?? 0;
      draft.row[FEATURE["mentions so far"]] = Math.log(1 + count);
      if (count === most && count > 1) draft.row[FEATURE["mentioned most so far"]] = 1;
      if (this.mentions.all[0]?.entity === index) draft.row[FEATURE["named first in the article"]] = 1;
      draft.row[FEATURE["sentences since"]] = Math.log(1 + Math.max(0, here.sentence - draft.sentence));
    }
    return drafts;
  }

  private describe({ row, sentence, block }: Draft, mention: IndexedMention, here: { block: number; sentence: number }): void {
    if (sentence === here.sentence) row[FEATURE["named in this sentence"]] = 1;
    if (sentence === here.sentence - 1) row[FEATURE["named in the sentence before"]] = 1;
    if (block === here.block) row[FEATURE["named in this paragraph"]] = 1;
    if (block === here.block - 1) row[FEATURE["named in the paragraph before"]] = 1;
    if (isPossessive(this.article, mention)) row[FEATURE["named as an owner"]] = 1;
    const start = this.article.sentences[sentence]?.start ?? 0;
    const earlier = this.mentions.before(mention.start, 3).some((other) => other.start >= start && this.entities[other.entity]?.type === this.entities[mention.entity]?.type);
    if (!earlier) row[FEATURE["named first in its sentence"]] = 1;
  }

  /** What speaks for a person named as a subject: whom "he" goes on about. */
  private describeSubject({ row, sentence, block }: Draft, mention: IndexedMention, here: { block: number; sentence: number }): void {
    const { blocks, sentences, tokens } = this.article;
    if (row[FEATURE["named first in its sentence"]]) {
      if (sentence === here.sentence - 1) row[FEATURE["opens the sentence before"]] = 1;
      if (block === here.block && sentence < here.sentence && sentences[sentence]?.firstToken === blocks[block]?.firstToken) row[FEATURE["opens this paragraph"]] = 1;
    }
    if (isBehindPreposition(tokens, tokens.at(mention.start))) row[FEATURE["behind a preposition"]] = 1;
    if (isVerb(tokens.lower(tokens.at(mention.end - 1) + 1))) row[FEATURE["before a verb"]] = 1;
  }

  private placeOf(offset: number): { block: number; sentence: number } {
    const { sentences } = this.article;
    const sentence = lastStartingBy(sentences, offset);
    return { block: sentences[sentence]?.block ?? 0, sentence };
  }
}

const SETTLEMENT = /^(?:city|town)$/u;
const COUNTRY = /^(?:country|nation|kingdom)$/u;

/** False where a noun contradicts what a place is known to be: "the city" is no state and "the state" no town, unless it is all of its country, as Singapore is; "the country" is no state of one, unless it is Scotland. */
function suitsPlace(noun: string, place: Place | undefined): boolean {
  if (!place) return true;
  const { kind, name } = place;
  if (SETTLEMENT.test(noun)) return kind === "city" || (noun === "city" && CITY_STATE.test(name));
  if (noun === "state") return kind !== "city" || CITY_STATE.test(name);
  return !COUNTRY.test(noun) || (kind !== "city" && kind !== "division") || CITY_STATE.test(name) || HOME_NATION.test(name);
}

const HOME_NATION = /^(?:England|Scotland|Wales|Northern Ireland)$/u;
const CITY_STATE = /^(?:Singapore|Monaco|Gibraltar|Hong Kong|Macau|Luxembourg|New York|Washington)/u;

function finish(drafts: ReadonlyMap<number, Draft>): Query["candidates"] {
  return [...drafts].map(([entity, { row, evidence }]) => ({ entity, row, evidence }));
}

function rank({ kind, candidates, nobody }: Query): Antecedent[] {
  const shares = probabilities(candidates, nobody, WEIGHTS[kind]);
  return candidates.map(({ entity, evidence }, index) => ({ entity, evidence: { start: evidence.start, end: evidence.end }, probability: shares[index] ?? 0 })).sort((a, b) => b.probability - a.probability);
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

/** Words of an office between a preposition and a name: "for former Gov. Doe". */
const MOST_OFFICE = 5;
const PREPOSITION = /^(?:for|with|of|by|from|to|about|against|under|like|between|at|on|in|including|than|over|behind|toward|towards|among)$/u;

function isBehindPreposition(tokens: Tokens, name: number): boolean {
  for (let token = name - 1; token >= 0 && token >= name - MOST_OFFICE; token--) {
    const lower = tokens.lower(token);
    if (PREPOSITION.test(lower)) return true;
    if (lower !== "." && lower !== "the" && (nameWords().facts(lower) & (Word.role | Word.roleModifier | Word.honorific)) === 0) return false;
  }
  return false;
}

const AUXILIARY = /^(?:is|was|has|had|will|would|does|did|says|can|could|may|might|should|must)$/u;

function isVerb(lower: string): boolean {
  return AUXILIARY.test(lower) || pastVerbs.has(lower);
}
