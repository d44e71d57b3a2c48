import type { Findings } from "../../detect/attributions.js";
import type { Attribution, DateMention, PlaceMention } from "../../detect/findings.js";
import type { StatementMode } from "../../document/annotationDocument.js";
import { contains, type TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import { occasions, prepositions } from "../../lexicon/wordClasses.js";
import { holdsStatements, type Article } from "../../text/article.js";

/** When and where something was said. */
interface Occasion {
  readonly when: TextRange | null;
  readonly where: TextRange | null;
}

/** An occasion with the number of the paragraph that tells it. */
interface ToldOccasion extends Occasion {
  readonly paragraph: number;
}

/** An occasion is on a day, in a week or in a month: years, seasons and decades tell of something else. */
const OCCASION_DATE = /^[\dX]{4}-(?:W?[\dX]{2})/u;
const NOWHERE: Occasion = { when: null, where: null };
/** Prepositions after which a place tells where something was said: "said in New Delhi", "In Brussels, the minister said". */
const PLACE_PREPOSITION = /^(?:in|at|outside|near)$/u;
/** Words between the preposition and the place ("in the Indian capital New Delhi"), or between an occasion and the place ("visit to India"). */
const REACH = 4;

/**
 * When and where each statement was made, by these rules:
 *
 * 1. The attribution's own sentence tells: a date beside the cue, at its head or with an occasion, and a place where it was said ("said … in New Delhi", "In Brussels, …") or
 *    that the occasion names ("during his visit to India"), outside what was said and outside the source.
 * 2. An earlier sentence of the same paragraph introduces an occasion (a meeting, talks, a visit) with its date or place.
 * 3. The same speaker's last statement had them, if they were told in this or the directly preceding paragraph.
 *
 * Thoughts have an occasion only by the first rule. Else nothing: the article's date is never taken for the day of the statement. Statements must be asked in document order.
 */
export class OccasionFinder {
  private readonly paragraphs: readonly number[];
  private readonly dates: BySentence<DateMention>;
  private readonly places: BySentence<PlaceMention>;
  private readonly spoken: BySentence<TextRange>;
  /** By speaker. */
  private readonly lastOf = new Map<number, ToldOccasion>();
  private introduced: ToldOccasion & { readonly from: number } = { ...NOWHERE, paragraph: -1, from: -1 };
  private readSentences = 0;

  constructor(
    private readonly article: Article,
    private readonly attributions: readonly Attribution[],
    found: Findings,
  ) {
    let count = 0;
    this.paragraphs = article.blocks.map((block) => (holdsStatements(block) ? ++count : count));
    this.dates = new BySentence(article, found.dates.filter(({ timex, value }) => (timex === "DATE" || timex === "TIME") && OCCASION_DATE.test(value)));
    this.places = new BySentence(article, found.places.filter(({ sense }) => sense !== "demonym"));
    const quoted = found.quotations.filter(({ role, depth }) => role === "speech" && depth === 0).flatMap(({ parts }) => parts);
    this.spoken = new BySentence(article, [...quoted, ...attributions.flatMap(({ contents }) => contents)]);
  }

  /** Occasion of the attribution with this index, made by the entity with that one. */
  find(index: number, speaker: number | undefined, mode: StatementMode): Occasion {
    const attribution = this.attributions[index];
    const at = attribution?.cue ?? attribution?.source ?? attribution?.contents[0];
    if (!attribution || !at) return NOWHERE;
    const sentence = this.dates.sentenceAt(at.start);
    const paragraph = this.paragraphs[this.article.sentences[sentence]?.block ?? 0] ?? 0;
    this.readIntroductions(sentence);
    const own = attribution.cue ? this.told(sentence, attribution.source, at) : NOWHERE;
    const inherited = mode === "thought" ? { ...NOWHERE, paragraph } : this.inherited(speaker, paragraph);
    const when = own.when ?? inherited.when;
    const where = own.where ?? inherited.where;
    if (speaker !== undefined && (when ?? where)) {
      const tells = own.when ?? own.where;
      this.lastOf.set(speaker, { when, where, paragraph: tells ? paragraph : inherited.paragraph });
    }
    return { when, where };
  }

  private inherited(speaker: number | undefined, paragraph: number): ToldOccasion {
    if (this.introduced.paragraph === paragraph) return this.introduced;
    const last = speaker === undefined ? undefined : this.lastOf.get(speaker);
    return last && last.paragraph >= paragraph - 1 ? last : { ...NOWHERE, paragraph };
  }

  /** Reads on to the sentences that introduce an occasion before this one. */
  private readIntroductions(until: number): void {
    for (; this.readSentences < until; this.readSentences++) {
      const sentence = this.article.sentences[this.readSentences];
      if (!sentence || this.spoken.in(this.readSentences).length > 0 || !this.holdsOccasion(this.readSentences)) continue;
      const told = this.told(this.readSentences, null, sentence);
      if (told.when) this.introduced = { ...told, paragraph: this.paragraphs[sentence.block] ?? 0, from: this.readSentences };
    }
  }

  private holdsOccasion(index: number): boolean {
    const { sentences, tokens } = this.article;
    const sentence = sentences[index];
    if (!sentence) return false;
    for (let token = sentence.firstToken; token < sentence.endToken; token++) if (occasions.has(tokens.lower(token))) return true;
    return false;
  }

  /** Date and place that a sentence tells outside of what was said; those nearest after the cue first, then those before it. */
  private told(sentence: number, source: TextRange | null, cue: TextRange): Occasion {
    const spoken = this.spoken.in(sentence);
    const outside = (range: TextRange): boolean => !spoken.some((part) => contains(part, range)) && !(source && contains(source, range));
    return {
      when: toRange(nearest(this.dates.in(sentence).filter((date) => outside(date) && this.isWhen(date, sentence, cue)), cue)),
      where: toRange(nearest(this.places.in(sentence).filter((place) => outside(place) && this.isWhere(place, sentence, cue)), cue)),
    };
  }

  /** After the cue, at the head of the sentence, or with an occasion ("at the parade on Thursday"): other dates belong to other clauses. */
  private isWhen({ start }: TextRange, sentence: number, cue: TextRange): boolean {
    const { tokens, sentences } = this.article;
    const first = tokens.at(start);
    const head = sentences[sentence]?.firstToken ?? 0;
    if (start >= cue.start || first - head <= REACH) return true;
    for (let index = first - 1; index >= Math.max(head, first - REACH); index--) if (occasions.has(tokens.lower(index))) return true;
    return first + REACH >= tokens.at(cue.start);
  }

  private isWhere({ start }: TextRange, sentence: number, cue: TextRange): boolean {
    const { tokens, sentences } = this.article;
    const first = tokens.at(start);
    const head = sentences[sentence]?.firstToken ?? 0;
    for (let index = first - 1; index >= Math.max(head, first - REACH); index--) {
      if (occasions.has(tokens.lower(index))) return true;
      if (PLACE_PREPOSITION.test(tokens.lower(index))) return start > cue.start || index === head || this.followsOccasion(index, head);
      if (tokens.kind(index) !== "word" || prepositions.has(tokens.lower(index))) return prepositions.has(tokens.lower(index)) && this.followsOccasion(index, head);
    }
    return false;
  }

  private followsOccasion(preposition: number, head: number): boolean {
    const before = preposition - 1;
    return before >= head && occasions.has(this.article.tokens.lower(before));
  }
}

function nearest<T extends TextRange>(ranges: readonly T[], cue: TextRange): T | undefined {
  return ranges.find(({ start }) => start >= cue.start) ?? ranges.at(-1);
}

function toRange(range: TextRange | undefined): TextRange | null {
  return range ? { start: range.start, end: range.end } : null;
}

/** Ranges by the sentences that they touch. */
class BySentence<T extends TextRange> {
  private readonly bySentence = new Map<number, T[]>();

  constructor(
    private readonly article: Article,
    ranges: readonly T[],
  ) {
    for (const range of ranges) {
      const last = this.sentenceAt(range.end - 1);
      for (let sentence = this.sentenceAt(range.start); sentence <= last; sentence++) {
        const known = this.bySentence.get(sentence);
        if (known) known.push(range);
        else this.bySentence.set(sentence, [range]);
      }
    }
  }

  in(sentence: number): readonly T[] {
    return this.bySentence.get(sentence) ?? [];
  }

  /** Index of the sentence that holds an offset (or the last that begins before it). */
  sentenceAt(offset: number): number {
    return lastStartingBy(this.article.sentences, offset);
  }
}
