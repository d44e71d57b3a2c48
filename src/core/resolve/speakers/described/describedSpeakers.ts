import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import type { Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { AntecedentFinder } from "../pronouns/antecedents.js";
import type { BodyIndex } from "../phrases/bodies.js";
import { LEAST_DESCRIBED, likeliest } from "../choices.js";
import type { Conversation } from "../conversation.js";
import { mayBeDescribed, readDescription, type Description } from "../phrases/descriptions.js";
import { LeadBody } from "./leadBody.js";
import type { MentionIndex } from "../mentionIndex.js";
import { bodyNamedBefore, onlyBodyOf, personNamedBefore, subjectToldMore } from "./namedBefore.js";
import { withoutNamed } from "../pronouns/namedInWords.js";
import type { NewSpeakers } from "../newSpeakers.js";
import { openingSubject } from "../pronouns/openingSubject.js";
import { hasJustSpoken, tellsWhoSpoke } from "./toldAgain.js";

const NOT_BARRED: ReadonlySet<number> = new Set();

/**
 * Whom a definite phrase without a name means: "the 54-year-old", "the senator", "the airline". In this order: whom a clause before it or the sentence before is about, the body
 * whose name has its words, whom the ranker finds likely by role, last words and mentions, who has just spoken, and the one who was named just before.
 */
export class DescribedSpeakers {
  private readonly leadBody: LeadBody;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly bodies: BodyIndex,
    private readonly antecedents: AntecedentFinder,
    private readonly newSpeakers: NewSpeakers,
    private readonly spoken: (offset: number) => boolean,
    private readonly quoted: (offset: number) => boolean,
  ) {
    this.leadBody = new LeadBody(article, mentions, entities);
  }

  /**
   * Undefined for a phrase that is no description, and where nobody is likely.
   *
   * @param block in which the source stands
   * @param barred whom the phrase cannot mean
   */
  find(source: TextRange, conversation: Conversation, block: number, barred = NOT_BARRED): SpeakerChoice | undefined {
    const description = readDescription(this.article, source);
    if (!description) return undefined;
    // "the River Council on Ferries" is a name, where one of that name is known or not
    if (description.type === "organization" && description.words.length > 1 && !this.article.tokens.asRead(source).includes(description.noun)) return undefined;
    const subject = this.bySubject(description);
    if (subject) return subject;
    const body = this.bodies.describedBy(description);
    // "the health ministry of Brazil" is not the Turkish one
    const isAnothers = body !== undefined && this.mentions.within(source).some(({ entity }) => this.entities[entity]?.type === "place" && !this.entities[body.entity]?.name.includes(this.entities[entity]?.name ?? ""));
    if (isAnothers) return undefined;
    if (body) return { entities: [body.entity], reason: "description", evidence: [body.evidence, { start: source.start, end: source.end }], confidence: 0.8, candidates: [] };
    const antecedents = withoutNamed(this.antecedents.description(description, conversation, this.newSpeakers.isTold(description.noun)), barred);
    // "the paper" is no hospital
    const choice = likeliest(antecedents.filter(({ entity }) => description.type !== "organization" || this.bodies.mayBe(description.noun, entity, description.words)), "description", LEAST_DESCRIBED);
    if (choice.entities.length > 0) return { ...choice, evidence: [...choice.evidence, { start: source.start, end: source.end }] };
    return this.broughtIn(description) ?? this.byLastWords(description, conversation, block, choice.candidates) ?? this.namedBefore(description);
  }

  /** "The campaign" after "the Hale campaign", where only what was said told of it. */
  private broughtIn({ type, noun, words, owned, start, end }: Description): SpeakerChoice | undefined {
    const entity = type === "organization" && !owned && words.length === 1 ? this.newSpeakers.endingIn(noun) : undefined;
    return entity === undefined ? undefined : { entities: [entity], reason: "description", evidence: [{ start, end }], confidence: 0.6, candidates: [] };
  }

  /** Whom the clause before, or the sentence before, is about. */
  private bySubject(description: Description): SpeakerChoice | undefined {
    const isPerson = description.type === "person" && !description.owned;
    const opening = isPerson ? openingSubject(this.article, this.entities, this.mentions, description, (person) => mayBeDescribed(description, person)) : undefined;
    return opening ? { ...opening, reason: "description" } : subjectToldMore(this.article, this.mentions, this.entities, description);
  }

  /** "the 54-year-old", "the actress" right after somebody's words tells more about who spoke, "the company" after a company's. */
  private byLastWords(description: Description, { last }: Conversation, block: number, candidates: SpeakerChoice["candidates"]): SpeakerChoice | undefined {
    const { start, end, type, noun, owned, gender, isPlain, words } = description;
    const [entity, ...others] = last?.entities ?? [];
    if (!last || entity === undefined || others.length > 0) return undefined;
    const speaker = this.entities[entity];
    const isBody = type === "organization" && !owned && words.length === 1 && this.bodies.mayBe(noun, entity);
    // "…, said Ann Hale. / The Harlow MP said …": in the next paragraph of somebody who has just been brought in
    const isNear = last.block === block || (last.block === block - 1 && speaker?.mentions[0] !== undefined && last.at.start <= speaker.mentions[0].start && last.at.end >= speaker.mentions[0].end);
    const tellsMore = isNear && tellsWhoSpoke(this.article, this.mentions, this.spoken, this.entities, description, last);
    const fits = isBody || (speaker?.type === "person" && !owned && (isPlain || tellsMore) && (gender === undefined || speaker.agreement[gender] >= 0.5));
    if (!fits || !hasJustSpoken(this.article, this.mentions, entity, last.block, block)) return undefined;
    return { entities: [entity], reason: "description", evidence: [last.at, { start, end }], confidence: 0.55, candidates: candidates.filter((candidate) => candidate.entity !== entity) };
  }

  private namedBefore(description: Description): SpeakerChoice | undefined {
    if (description.type === "person") return personNamedBefore(this.article, this.mentions, this.entities, this.quoted, description);
    return bodyNamedBefore(this.article, this.mentions, this.bodies, description) ?? this.leadBody.find(description) ?? onlyBodyOf(this.article, this.bodies, description);
  }
}
