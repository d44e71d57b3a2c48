import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { prepositions } from "../../../lexicon/wordClasses.js";
import type { Article } from "../../../text/article.js";
import type { Attribution } from "../../../detect/findings.js";
import { documentMadeBy, documentNoun, documentSaidIn, readTextWord } from "../../documents.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { Turn } from "../conversation.js";
import type { MentionIndex } from "../mentionIndex.js";
import { isPossessive } from "../mentionForms.js";
import { sameText } from "./writtenSources.js";

/** Whose text a phrase means, and where the article tells so. */
export interface KnownText {
  readonly entities: readonly number[];
  readonly at: TextRange;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A text of which the article tells whose it is. */
interface OwnedText extends TextRange {
  readonly entity: number;
}

/** Blocks looked back on for the text that "the report" means. */
const MOST_BLOCKS_BACK = 3;

/** Words between a verb of issuing and the text, and between the issuer and the verb. */
const OBJECT_REACH = 6;
const SUBJECT_REACH = 8;
/** What a body puts out when it speaks. */
const STATEMENT = /^(?:statement|communique|communiqué)$/u;

/** A text that is known already, in which somebody says something, and how far behind the cue it stands. */
const IN_THE_TEXT = /\bin the\s(?<words>\p{Ll}+(?:\s\p{Ll}+)?)/u;
const IN_REACH = 40;
/** Who has written in it is its author. */
const WRITES = /\b(?:wrote|writes|written|writing)\b/u;

/**
 * Whose text "the report" means: of whoever was told to say something in it ("in a report, the ministry said"), else of whoever the article
 * says has issued or owns it.
 */
export class TextMemory {
  /** The last text that said something, by the noun that names it, with its author. */
  private readonly said = new Map<string, Turn>();
  private readonly told: TextIndex;
  /** Of an organization, if it was the last to speak. */
  private lastBody: Turn | undefined;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    mentions: MentionIndex,
  ) {
    this.told = new TextIndex(article, entities, mentions);
  }

  remember(attribution: Attribution, turn: Turn): void {
    const [speaker] = turn.entities;
    if (speaker !== undefined) this.lastBody = turn.entities.length === 1 && this.entities[speaker]?.type === "organization" ? turn : undefined;
    if (turn.entities.length === 0) return;
    const noun = (attribution.source && documentNoun(this.article, attribution.source)) ?? documentSaidIn(this.article, attribution) ?? documentMadeBy(this.article, attribution.cue);
    if (noun === undefined || this.isToldAgain(noun, attribution)) return;
    for (const name of sameText(noun)) this.said.set(name, turn);
  }

  /** "She said in the report": what others have written tells of her, too. */
  private isToldAgain(noun: string, { source, cue }: Attribution): boolean {
    if (!cue || !this.said.has(noun) || WRITES.test(this.article.text.slice(cue.start, cue.end)) || (source && documentNoun(this.article, source) !== undefined)) return false;
    return IN_THE_TEXT.exec(this.article.text.slice(cue.start, cue.end + IN_REACH))?.groups?.["words"]?.split(/\s+/u).includes(noun) === true;
  }

  /** The text that a definite phrase in this block means. */
  find(source: TextRange, block: number): KnownText | undefined {
    const noun = documentNoun(this.article, source);
    if (noun === undefined) return undefined;
    const turn = this.said.get(noun);
    if (turn && turn.block >= block - MOST_BLOCKS_BACK) return { entities: turn.entities, at: turn.at, confidence: 0.75 };
    const text = this.told.last(noun, source.start, this.article.blocks[block - MOST_BLOCKS_BACK]?.start ?? 0);
    // "The ministry said … . “…,” the statement reads"
    const body = STATEMENT.test(noun) ? this.lastBody : undefined;
    if (!text && body && body.block >= block - 1) return { entities: body.entities, at: body.at, confidence: 0.6 };
    return text && { entities: [text.entity], at: { start: text.start, end: text.end }, confidence: 0.6 };
  }
}

/** Texts that an article tells of outside of statements: "The Daily Ledger ran a long article on the harbour", "a Ledger article", "the ministry's report". */
class TextIndex {
  private readonly texts = new Map<string, OwnedText[]>();

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
  ) {
    const textWord = article.tokens.perWord(readTextWord);
    for (const { firstToken, endToken } of article.sentences) {
      let issued = -OBJECT_REACH - 1;
      for (let index = firstToken; index < endToken; index++) {
        const word = textWord(index);
        if (word?.noun !== undefined) this.addTold(word.noun, index, index - issued <= OBJECT_REACH ? issued : undefined, firstToken);
        if (word?.isIssuing) issued = index;
      }
    }
  }

  /** A noun for a text, with the verb before it that brings it into the world, if there is one. */
  private addTold(noun: string, index: number, issued: number | undefined, firstToken: number): void {
    const entity = this.ownerBefore(index) ?? (issued === undefined ? undefined : this.issuerBefore(issued, firstToken));
    if (entity !== undefined) this.add(noun, { ...this.article.tokens.range(index), entity });
  }

  /** The text that "the article" means at an offset: the last one told of before it, no earlier than `from`. */
  last(noun: string, offset: number, from: number): OwnedText | undefined {
    const texts = sameText(noun).flatMap((same) => {
      const known = this.texts.get(same) ?? [];
      return known[lastStartingBy(known, offset - 1)] ?? [];
    });
    const best = texts.reduce<OwnedText | undefined>((latest, text) => (latest && latest.start >= text.start ? latest : text), undefined);
    return best && best.start < offset && best.start >= from ? best : undefined;
  }

  private add(noun: string, text: OwnedText): void {
    const known = this.texts.get(noun);
    if (known) known.push(text);
    else this.texts.set(noun, [text]);
  }

  /** "the ministry's report", "a Ledger article": a person's name without "'s" tells what the text is about. */
  private ownerBefore(noun: number): number | undefined {
    const { tokens } = this.article;
    const [mention] = this.mentions.before(tokens.start(noun), 1);
    if (!mention) return undefined;
    const last = tokens.at(mention.end - 1);
    if (isPossessive(this.article, mention) && noun - last <= OBJECT_REACH) return mention.entity;
    return last === noun - 1 && this.entities[mention.entity]?.type === "organization" ? mention.entity : undefined;
  }

  private issuerBefore(verb: number, firstToken: number): number | undefined {
    const { tokens } = this.article;
    const [mention] = this.mentions.before(tokens.start(verb), 1);
    if (!mention || isPossessive(this.article, mention)) return undefined;
    const first = tokens.at(mention.start);
    // "a couple who live in Harlow, Norland, filed a suit": where they are
    if (this.entities[mention.entity]?.type === "place" && tokens.text(first - 1) === ",") return undefined;
    if (prepositions.has(tokens.lower(first - 1))) return undefined;
    return first >= firstToken && verb - tokens.at(mention.end - 1) <= SUBJECT_REACH ? mention.entity : undefined;
  }
}
