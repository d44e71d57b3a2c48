import type { Attribution, SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { likeliest, NOBODY } from "../choices.js";
import type { UnnamedMemory } from "../described/unnamedMemory.js";
import type { NewSpeakers } from "../newSpeakers.js";
import { isPossessive } from "../mentionForms.js";
import type { SpeakerScene } from "../scene.js";
import type { authorIn } from "../texts/author.js";
import { AgainstName } from "./againstName.js";
import type { Antecedent, AntecedentFinder } from "./antecedents.js";
import { barredFrom, unlessBarred } from "./barred.js";
import { agreesWith, type HeOrShe, type HeOrSheRule } from "./heOrShe.js";
import { kinBefore } from "./kinBefore.js";
import { namedIn, withoutNamed } from "./namedInWords.js";
import { nextSpeaker } from "./nextSpeaker.js";
import { openingSubject } from "./openingSubject.js";
import { personBefore } from "./personBefore.js";
import type { Relatives } from "./relatives.js";
import { severalBefore } from "./severalBefore.js";
import { stillSpeaks } from "./stillSpeaks.js";
import { subjectBefore } from "./subjectBefore.js";
import { bodyBefore, groupBefore, isInSentence } from "./subjectPhrases.js";
import { whoAdds } from "./whoAdds.js";
import { whoIsInterviewed } from "./whoIsInterviewed.js";

/** A statement beside its source. */
export type Said = Pick<Attribution, "cue" | "contents">;
export const NOTHING_SAID: Said = { cue: null, contents: [] };

/** What the resolver of all sources lends to that of pronouns. */
export interface PronounHelpers {
  readonly antecedents: AntecedentFinder;
  readonly relatives: Relatives;
  readonly newSpeakers: NewSpeakers;
  readonly unnamedMemory: UnnamedMemory;
  readonly author: ReturnType<typeof authorIn>;
  /** Who a phrase that is no pronoun speaks for. */
  readonly bySource: (phrase: TextRange) => SpeakerChoice;
}

/**
 * Whom a pronoun means as a source. "who" and "which" go back to what stands before them, "I" is the author of a column, "they" and "it" tell several or a body
 * again. For "he" and "she" the rules come first, in their order here, and then the ranker's likeliest antecedent; nobody whom the sentence itself excludes is chosen.
 */
export class PronounSpeakers {
  private readonly rules: readonly HeOrSheRule[];
  private readonly againstName: AgainstName;

  constructor(
    private readonly scene: SpeakerScene,
    private readonly helpers: PronounHelpers,
  ) {
    this.againstName = new AgainstName(scene);
    this.rules = [
      whoIsInterviewed,
      (_, pronoun) => this.kin(pronoun),
      subjectBefore,
      (_, pronoun) => openingSubject(scene.article, scene.entities, scene.mentions, pronoun.source, (entity) => agreesWith(pronoun, entity)),
      (_, pronoun) => helpers.unnamedMemory.meant(pronoun, scene.conversation, this.blockAt(pronoun.source)),
      nextSpeaker,
      (_, pronoun) => (pronoun.unnamed ? undefined : this.againstName.find(pronoun)),
      whoAdds,
      stillSpeaks,
    ];
  }

  /** @param word in small letters */
  find(word: string, source: TextRange, { cue, contents }: Said = NOTHING_SAID): SpeakerChoice {
    const { article, mentions, entities } = this.scene;
    if (/^(?:who|which|that)$/u.test(word)) return this.helpers.relatives.find(source, this.scene.conversation.last);
    if (word === "i" || word === "my") return this.firstPerson(source);
    const named = namedIn(article, mentions, contents);
    if (word !== "he" && word !== "she") return this.severalOrBody(word, source, named);
    const barred = barredFrom(article, entities, mentions, source, contents);
    const pronoun: HeOrShe = { word, source, cue, contents, named, unnamed: personBefore(article, source, this.scene.spoken) };
    for (const rule of this.rules) {
      const choice = unlessBarred(barred, rule(this.scene, pronoun));
      if (choice) return choice;
    }
    return this.orUnnamed(pronoun.unnamed, this.ranked(word, source, named, barred));
  }

  private kin(pronoun: HeOrShe): SpeakerChoice | undefined {
    const kin = kinBefore(this.scene, pronoun);
    return kin && { ...this.helpers.bySource(kin), reason: "pronoun", evidence: [kin], confidence: 0.6 };
  }

  /** "they", "it", and the like. */
  private severalOrBody(word: string, source: TextRange, named: ReadonlySet<number>): SpeakerChoice {
    const { article, entities, conversation } = this.scene;
    const { last } = conversation;
    const block = this.blockAt(source);
    const group = word === "they" ? groupBefore(article, source) : undefined;
    const body = word === "it" ? this.bodyBefore(source) : undefined;
    if (body && (last === undefined || last.block < block || body.evidence.some((owner) => isPossessive(article, owner)))) return body;
    const isNearer = group !== undefined && last !== undefined && last.block < block;
    if (group && last && isInSentence(article, group, last.at, source)) return this.orUnnamed(group, NOBODY);
    const several = isNearer ? undefined : severalBefore(article, entities, conversation, block, word);
    if (several) return { entities: several.entities, reason: "pronoun", evidence: [several.at], confidence: 0.65, candidates: [] };
    const choice = this.ranked(word, source, named);
    return body && choice.entities.length === 0 ? { ...body, candidates: choice.candidates } : this.orUnnamed(group, choice);
  }

  /** The body that the sentence of "it", or the one before, begins with. */
  private bodyBefore(source: TextRange): SpeakerChoice | undefined {
    const { article, entities, mentions } = this.scene;
    const body = bodyBefore(article, source, (end) => mentions.before(end, 1).some((mention) => mention.end === end && entities[mention.entity]?.type === "organization"));
    const choice = body && this.helpers.bySource(body);
    return choice && choice.entities.length > 0 ? { entities: choice.entities, reason: "pronoun", evidence: [body], confidence: 0.5, candidates: [] } : undefined;
  }

  /** Where nobody that the article names is "they" or "she": several, or one, without a name of whom it has just told. */
  private orUnnamed(phrase: TextRange | undefined, choice: SpeakerChoice): SpeakerChoice {
    if (!phrase || choice.entities.length > 0) return choice;
    return { ...this.helpers.newSpeakers.unnamed(phrase), reason: "pronoun", evidence: [phrase], confidence: 0.5, candidates: choice.candidates };
  }

  /** The likeliest who is not named in what was said; where nobody else is likely, it may still be somebody who speaks of himself by name. */
  private ranked(word: string, source: TextRange, named: ReadonlySet<number>, barred: ReadonlySet<number> = new Set()): SpeakerChoice {
    const antecedents: readonly Antecedent[] = withoutNamed(this.helpers.antecedents.pronoun(word, source, this.scene.conversation), barred);
    const choice = likeliest(withoutNamed(antecedents, named), "pronoun");
    return choice.entities.length > 0 ? choice : likeliest(antecedents, "pronoun");
  }

  /** "I" in a column's own words is its author, where the byline names one. */
  private firstPerson(source: TextRange): SpeakerChoice {
    const { author } = this.helpers;
    return author && !this.scene.spoken(source.start) ? { entities: [author.entity], reason: "pronoun", evidence: [author.at], confidence: 0.7, candidates: [] } : NOBODY;
  }

  private blockAt({ start }: TextRange): number {
    return lastStartingBy(this.scene.article.blocks, start);
  }
}
