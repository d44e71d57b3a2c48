import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { Article } from "../../../text/article.js";
import { withSingleSpaces } from "../../../text/singleSpaces.js";
import type { FoundEntity } from "../../foundEntity.js";
import { NOBODY } from "../choices.js";
import type { Conversation } from "../conversation.js";
import type { MentionIndex } from "../mentionIndex.js";
import type { NewSpeakers } from "../newSpeakers.js";
import { headMention } from "../phrases/sourceNames.js";
import { jointMentions } from "../phrases/jointMentions.js";

/** How the label of a lawyer begins who asks a witness. */
const COUNSEL = /^(?:mr|mrs|ms)\.? /u;
/** Turns looked back on for who asks the questions. */
const MOST_TURNS = 6;

/** Whom the labels of a transcript mean: "LAVROV:", "Q:". */
export class LabelSpeakers {
  /** Labels are often in capitals, in which names are hard to see: people by their names and last words in small letters. */
  private readonly byName = new Map<string, number>();
  /** "TB" for Tom Baird; undefined where several have these initials. */
  private readonly byInitials = new Map<string, number | undefined>();
  /** "The Minister for Health" after "The Minister for Health (Ms Byrne):". */
  private readonly byBracket = new Map<string, number>();
  /** People named more than once, those named most often first. */
  private readonly subjects: readonly number[];
  /** Somebody's answers stand behind "A". */
  private readonly isOfOne: boolean;
  /** Those whose label has a courtesy title, as the lawyers' have who ask a witness. */
  private readonly counsel = new Set<number>();
  /** Null where nobody was named. */
  private answering: { readonly entity: number; readonly at: TextRange } | null | undefined;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly newSpeakers: NewSpeakers,
  ) {
    const counts = new Map<number, number>();
    entities.forEach(({ type, name, mentions: all }, index) => {
      if (type !== "person") return;
      const lower = name.toLowerCase();
      const initials = lower.split(/[\s-]+/u).map((word) => word.slice(0, 1)).join("");
      if (initials.length > 1) this.byInitials.set(initials, this.byInitials.has(initials) ? undefined : index);
      for (const form of [lower, lower.slice(lower.lastIndexOf(" ") + 1)]) if (!this.byName.has(form)) this.byName.set(form, index);
      if (all.length > 1) counts.set(index, all.length);
    });
    // the press asks "Q" where whoever answers has a name for a label
    this.isOfOne = article.blocks.some(({ label }) => label !== undefined && /^(?:a|answer)$/iu.test(article.text.slice(label.start, label.end)));
    this.subjects = [...counts].sort((a, b) => b[1] - a[1]).map(([index]) => index);
  }

  find(source: TextRange, conversation: Conversation): SpeakerChoice {
    const within = this.mentions.within(source);
    const joint = jointMentions(this.article, source, within);
    if (joint.length > 1) return { entities: joint.map(({ entity }) => entity), reason: "label", evidence: joint.map(({ start, end }) => ({ start, end })), confidence: 0.85, candidates: [] };
    const words = withSingleSpaces(this.article.text.slice(source.start, source.end)).toLowerCase();
    // "The CBI's Rain Newland:"
    const bracketed = this.inBracket(source);
    if (bracketed !== undefined) this.byBracket.set(words, bracketed);
    // "SEC. PANELO": the letters are a title's, whatever body has them besides
    const titled = this.byName.get(/^\p{L}{2,5}\. (\p{L}[\p{L}’'-]+)$/u.exec(words)?.[1] ?? "");
    const named = titled ?? (headMention(this.article, source, within) ?? within[0])?.entity ?? this.byName.get(words) ?? bracketed ?? this.byBracket.get(words) ?? this.byInitials.get(words.replaceAll(".", ""));
    if (named !== undefined && COUNSEL.test(words)) this.counsel.add(named);
    const speaker = named ?? this.byLetter(words, source, conversation);
    if (speaker === undefined) return { ...this.newSpeakers.unnamed(source), reason: "label" };
    return { entities: [speaker], reason: "label", evidence: [{ start: source.start, end: source.end }], confidence: named === undefined ? 0.5 : 0.95, candidates: [] };
  }

  /** Who answers in an interview without labels: of the people whom the article names before the first answer, but for its author, the one named most often. */
  interviewee(answer: TextRange): SpeakerChoice {
    this.answering ??= this.namedBefore(answer.start);
    if (this.answering === null) return NOBODY;
    const { entity, at } = this.answering;
    return { entities: [entity], reason: "turn", evidence: [at], confidence: 0.7, candidates: [] };
  }

  private namedBefore(offset: number): { readonly entity: number; readonly at: TextRange } | null {
    const isAuthor = (start: number): boolean => this.article.blocks[lastStartingBy(this.article.blocks, start)]?.kind === "byline";
    const named = this.entities.flatMap(({ type, mentions: [first, ...others] }, entity) =>
      type === "person" && first && first.start < offset && !isAuthor(first.start) && !this.counsel.has(entity) ? [{ entity, at: { start: first.start, end: first.end }, count: others.length }] : [],
    );
    return named.sort((a, b) => b.count - a.count || a.at.start - b.at.start)[0] ?? null;
  }

  /** "The Minister for Health (Ms Byrne):" */
  private inBracket({ end }: TextRange): number | undefined {
    const bracket = /^\s?\([^()]{1,40}\)/u.exec(this.article.text.slice(end, end + 44))?.[0];
    const [named] = bracket === undefined ? [] : this.mentions.within({ start: end, end: end + bracket.length });
    return named && this.entities[named.entity]?.type === "person" ? named.entity : undefined;
  }

  /** "A:" is whom the article is about, the person named most often, or first before the answers; "Q:" who asked before, by name. */
  private byLetter(label: string, { start }: TextRange, conversation: Conversation): number | undefined {
    if (!this.isOfOne || !/^(?:[qa]|question|answer)$/u.test(label)) return undefined;
    const subject = this.subjects.find((person) => !this.counsel.has(person)) ?? (this.answering ??= this.namedBefore(start))?.entity;
    if (label.startsWith("a") || subject === undefined) return label.startsWith("a") ? subject : undefined;
    return conversation.recent(MOST_TURNS).find(({ entities: [entity] }) => entity !== undefined && entity !== subject && this.entities[entity]?.type === "person")?.entities[0];
  }
}
