import type { SpeakerChoice } from "../../../detect/findings.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { SpeakerScene } from "../scene.js";
import type { HeOrShe } from "./heOrShe.js";

/** Agreement below which a name speaks against a pronoun, and mentions among which no other person may be. */
const LEAST_AGREEMENT = 0.2;
const MOST_NAMED = 12;
const MOST_TURNS = 4;
/** Titles that tell more than a first name. */
const BEFORE_NAME = /\b(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord)\.?\s$/u;
const IN_NAME = /^(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lady|Lord)\.?\s/u;

/**
 * "President Amara Sesay called for calm … he said": where the article has named one person alone, who has just spoken in the same paragraph (or was "he"
 * in the one before), the pronoun knows better than lists of first names.
 */
export class AgainstName {
  /** Whether a person is ever named with a title, by entity; asked again at each of their pronouns. */
  private readonly titled = new Map<number, boolean>();

  constructor(private readonly scene: SpeakerScene) {}

  /** Whom a pronoun means against their name; undefined where it does not, or where a title says the name is right. */
  find({ word, source }: HeOrShe): SpeakerChoice | undefined {
    const { article, entities, mentions, conversation } = this.scene;
    // "he had paid, according to a transcript. He asked": a text or a nameless judge between them is no "he"
    const last = conversation.recent(MOST_TURNS).find(({ entities: [first] }) => first !== undefined && entities[first]?.type === "person");
    const [entity, ...others] = last?.entities ?? [];
    const speaker = entity === undefined ? undefined : entities[entity];
    if (!last || others.length > 0 || entity === undefined || speaker?.type !== "person") return undefined;
    const isGoingOn = article.text.slice(last.at.start, last.at.end).toLowerCase() === word;
    if (last.block < lastStartingBy(article.blocks, source.start) - Number(isGoingOn) || speaker.agreement[word] >= LEAST_AGREEMENT) return undefined;
    const isAlone = mentions.before(source.start, MOST_NAMED).every((mention) => mention.entity === entity || entities[mention.entity]?.type !== "person");
    return isAlone && !this.isTitled(entity, speaker) ? { entities: [entity], reason: "pronoun", evidence: [last.at], confidence: 0.5, candidates: [] } : undefined;
  }

  private isTitled(entity: number, { name, mentions }: FoundEntity): boolean {
    const { text } = this.scene.article;
    const known = this.titled.get(entity) ?? (IN_NAME.test(name) || mentions.some(({ start }) => BEFORE_NAME.test(text.slice(Math.max(0, start - 6), start))));
    this.titled.set(entity, known);
    return known;
  }
}
