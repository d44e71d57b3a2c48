import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import { subordinators } from "../../../lexicon/wordClasses.js";
import { holdsStatements, type Article } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { BodyIndex } from "../phrases/bodies.js";
import { MOST_CANDIDATES } from "../choices.js";
import { nounOf, typeOf } from "../phrases/descriptions.js";
import type { MentionIndex } from "../mentionIndex.js";
import { isOneRole, sharesNoun, type RoleIndex } from "../phrases/sourceRoles.js";

/** Tokens of a paragraph that is no headline, byline or the like. */
const LEAST_LEAD = 14;
/** Not first told of: "the judge", "another councillor". */
const KNOWN = /^(?:the|this|that|another|one) /iu;
const OWNED = /\p{L}['’]s /u;

/** A quotation with which a paragraph begins, and its verb. */
const QUOTATION = /^["“][^"“”]+["”]\s(?:said |says )?$/u;

/** What tells where somebody speaks, before the name: "Speaking at a ceremony in Harlow, Paul Denning said". */
const SPEAKING = /^(?:Speaking|Addressing|Talking|Writing|In an? (?:[\p{Ll}-]+ )?(?:statement|interview|speech|address|letter|post|message|briefing))\b[^,.;“”"]*,\s$/u;

interface Bearer {
  readonly entity: number;
  readonly evidence: TextRange;
}

/** Whom the headline and the first paragraph mean by an office whose bearer is named only below. */
export class LeadSpeakers {
  /** Index of the first paragraph. */
  readonly block: number;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly roles: RoleIndex,
    private readonly bodies: BodyIndex,
  ) {
    this.block = firstParagraph(article);
  }

  /** Of a source phrase, its `words`, and its block's index. */
  find(source: TextRange, words: string, block: number): SpeakerChoice | undefined {
    return (block <= this.block ? this.byOffice(source, words) : undefined) ?? (block === this.block ? this.byNextParagraph(source, words) : undefined);
  }

  /** "Judge rejects request", "A Nenagh councillor said …": a headline and the first paragraph tell the office, the article the name. */
  private byOffice(source: TextRange, words: string): SpeakerChoice | undefined {
    if (KNOWN.test(words) || OWNED.test(words)) return undefined;
    const bearers = this.bearersOf(source)
      .filter(({ evidence }) => evidence.start > source.start)
      .sort((a, b) => a.evidence.start - b.evidence.start);
    const [best, ...others] = bearers;
    if (!best) return undefined;
    const candidates = others.slice(0, MOST_CANDIDATES).map(({ entity }) => ({ entity, confidence: 0.2 }));
    return { entities: [best.entity], reason: "title", evidence: [best.evidence], confidence: others.length > 0 ? 0.5 : 0.65, candidates };
  }

  /** Who is told to have the office, and where. */
  private bearersOf(source: TextRange): Bearer[] {
    const noun = nounOf(this.article, source) ?? "";
    const type = typeOf(noun);
    if (type === "person" && isOneRole(this.article, source)) return [...this.roles.matches({ noun, words: [noun], owner: undefined, start: source.start, end: source.end })].map(toBearer);
    // "A University of Bristol sociologist" is no university
    if (type === "organization" && this.mentions.within(source).length === 0) return this.bodies.withNoun(noun).map(toBearer);
    return [];
  }

  /** "A Nenagh councillor said …" opens the article, and the next paragraph begins with that person's name. */
  private byNextParagraph(source: TextRange, words: string): SpeakerChoice | undefined {
    const { blocks, tokens, text } = this.article;
    const next = blocks[this.block + 1];
    if (!next || !holdsStatements(next) || !/^(?:an?|the|(?:\p{Lu}[\p{L}.]*\s){0,3}\p{Lu}[\p{L}.]*['’]s) /iu.test(words) || !isOneRole(this.article, source)) return undefined;
    const named = this.mentions.within(next);
    // where somebody speaks is told before the name
    const spoken = named.find(({ start, entity }) => this.entities[entity]?.type === "person" && SPEAKING.test(text.slice(next.start, start)));
    const name = spoken ?? named[0];
    const person = name && this.entities[name.entity];
    if (!person || person.type !== "person" || person.mentions[0]?.start !== name.start || tokens.at(name.end - 1) === tokens.at(name.start)) return undefined;
    const titled = person.roles.some(({ start, end }) => start === next.start && end <= name.start);
    // "Housing officer Clare Curley" is no councillor; "Dame Clare Curley" may be anything
    if (person.roles.some((role) => role.start < name.start && !sharesNoun(this.article, role, source) && !this.isCourtesy(role))) return undefined;
    // "“We want families,” Paul Denning told the paper"
    const title = person.roles.find(({ end }) => end < name.start && /^\s$/u.test(text.slice(end, name.start)));
    const isQuoted = QUOTATION.test(text.slice(next.start, (title ?? name).start));
    const isSecond = tokens.at(name.start) - next.firstToken === 1 && !subordinators.has(tokens.lower(next.firstToken));
    if (name.start !== next.start && !titled && !isQuoted && !isSecond && !spoken) return undefined;
    return { entities: [name.entity], reason: "description", evidence: [{ start: source.start, end: source.end }, { start: name.start, end: name.end }], confidence: 0.5, candidates: [] };
  }

  /** "Dame", "Sir": what somebody is called whatever the office. */
  private isCourtesy({ start, end }: TextRange): boolean {
    return (nameWords().facts(this.article.text.slice(start, end).toLowerCase()) & Word.honorific) !== 0;
  }
}

/** Index of the first paragraph that is no headline or byline: the first behind a dateline, the first long one, or the first where all are short. */
function firstParagraph({ blocks }: Article): number {
  const long = blocks.findIndex((block, index) => holdsStatements(block) && (block.endToken - block.firstToken >= LEAST_LEAD || blocks[index - 1]?.kind === "dateline"));
  return long < 0 ? blocks.findIndex(holdsStatements) : long;
}

function toBearer([entity, { evidence }]: readonly [number, { readonly evidence: TextRange }]): Bearer {
  return { entity, evidence };
}
