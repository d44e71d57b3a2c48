import type { Findings } from "../../detect/findings.js";
import type { Attribution, DateMention, PlaceMention } from "../../detect/findings.js";
import { contains, type TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import { auxiliaries, determiners, gatherings, prepositions, texts } from "../../lexicon/wordClasses.js";
import { documentNoun } from "../documents.js";
import { holdsStatements, NO_ARTICLE, type Article } from "../../text/article.js";
import { RangesBySentence } from "./rangesBySentence.js";
import { isToCome } from "./toCome.js";

/** When and where something was said. */
interface Occasion {
  readonly when: TextRange | null;
  readonly where: TextRange | null;
}

/** An occasion with the number of the paragraph that tells it, and its sentence. */
interface ToldOccasion extends Occasion {
  readonly paragraph: number;
  /** Index of the sentence that tells it. */
  readonly from: number;
}

/** An occasion is on a day, in a week or in a month: years, seasons and decades tell of something else. */
const OCCASION_DATE = /^[\dX]{4}-(?:W?\d{2}|W?XX-\d)/u;
/** Days and weeks counted from now, where the article has no date to tell which: "today", "last week". */
const COUNTED_DAY = /^(?:today|yesterday|tonight|this (?:morning|afternoon|evening|week|month)|(?:last|earlier this) (?:night|week|month))$/iu;
/** "as the day went on": no day that is told apart. */
const NO_DAY = /^the (?:day|week|month)$/iu;
/** Before a date that is a bound: "adjourned to June 8", "effective April 1". */
const BOUND = /^(?:to|until|till|by|before|after|since|from|for|effective|starting|beginning)$/u;
/** Begins a clause with a time of its own: "since the trial began two weeks ago". */
const OTHER_CLAUSE = /^(?:since|until|because|although|though|why|whether|how|if)$/u;
/** Begins a clause that tells of something else than the occasion that its sentence introduces: "filed after the court closed this week". */
const ASIDE = /^(?:after|before|when|while|who|which|that|where)$/u;
/** Verbs for taking part in an occasion: "Speaking at the parade on Tuesday, …", "When he gives evidence from Gdynia on Wednesday, …". */
const TAKING_PART = /^(?:speaking|spoke|speaks|addressed|addressing|testifying|appearing|appeared|evidence|briefing)$/u;
/** Before a stop or a call at which nobody speaks. */
const NO_OCCASION = /^(?:traffic|bus|pit|emergency|morning|fire|distress|911|to)$/u;
/** Bodies before which people speak. */
const BODY = /^(?:court|parliament|panel)$/u;
const BEFORE_BODY = /^(?:in|at|before|to|told|tells|outside)$/u;
/** Tokens between an occasion and its day, and what leads to one. */
const OCCASION_REACH = 7;
const AT_OCCASION = /^(?:at|during|in|to|of|before)$/u;
const NOWHERE: Occasion = { when: null, where: null };
/** Prepositions after which a place tells where something was said: "said in New Delhi", "In Brussels, the minister said". */
const PLACE_PREPOSITION = /^(?:in|at|outside|near)$/u;
/** Before those who take part in an occasion: "talks with India". */
const TAKEN_PART = /^(?:with|between|by|for|about|on|over)$/u;
/** Words between the preposition and the place ("in the Indian capital New Delhi"), or between an occasion and the place ("visit to India"). */
const REACH = 4;
/** Words in which a verb of taking part is looked for. */
const CLAUSE = 20;
/** Sentences for which an occasion that was introduced goes on, and one that its speaker's own words had. */
const INTRODUCED_REACH = 4;
const TOLD_REACH = 20;
/** Said at another time than what stands before: "but earlier said", "has consistently maintained". */
const ANOTHER_TIME = /^(?:earlier|previously|formerly|always|consistently|long|once)$/u;
/** The same behind "has": "On Monday she repeatedly said" is of that day. */
const AT_ALL_TIMES = /^(?:repeatedly|often)$/u;

/**
 * When and where each statement was made, by these rules:
 *
 * 1. The attribution's own sentence tells: a date beside the cue, at its head or with an occasion, and a place where it was said ("said … in New Delhi", "In Brussels, …") or
 *    that the occasion names ("during his visit to India"), outside what was said and outside the source.
 * 2. An earlier sentence of the same paragraph introduces an occasion (a meeting, talks, a visit) with its date or place.
 * 3. The same speaker's last statement had them, if they were told in this or the directly preceding paragraph. What has a day of its own is another
 *    occasion, wherever the earlier one was.
 *
 * Thoughts and what someone "says" at no particular time have an occasion only by the first rule. Else nothing: the article's date is never taken for the day of the statement. Statements must be asked in document order.
 */
export class OccasionFinder {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new OccasionFinder(NO_ARTICLE, [], { dates: [], places: [], names: [], quotations: [] });

  private readonly paragraphs: readonly number[];
  private readonly dates: RangesBySentence<DateMention>;
  private readonly places: RangesBySentence<PlaceMention>;
  private readonly spoken: RangesBySentence<TextRange>;
  private readonly cues: RangesBySentence<TextRange>;
  /** By speaker. */
  private readonly lastOf = new Map<number, ToldOccasion>();
  private introduced: ToldOccasion = nowhere(-1, -1);
  private readSentences = 0;

  constructor(
    private readonly article: Article,
    private readonly attributions: readonly Attribution[],
    found: Findings,
  ) {
    let count = 0;
    this.paragraphs = article.blocks.map((block) => (holdsStatements(block) ? ++count : count));
    this.dates = new RangesBySentence(article, found.dates.filter(({ timex, value, start, end }) => (timex === "DATE" || timex === "TIME") && !NO_DAY.test(article.text.slice(start, end)) && (OCCASION_DATE.test(value) || COUNTED_DAY.test(article.text.slice(start, end)))));
    this.places = new RangesBySentence(article, found.places.filter(({ sense }) => sense !== "demonym"));
    this.cues = new RangesBySentence(article, attributions.flatMap(({ cue }) => cue ?? []));
    const quoted = found.quotations.filter(({ role, depth }) => role === "speech" && depth === 0).flatMap(({ parts }) => parts);
    this.spoken = new RangesBySentence(article, [...quoted, ...attributions.flatMap(({ contents }) => contents)]);
  }

  /** Occasion of the attribution with this index, made by the entity with that one; `inherits` where an occasion told before may be its own. */
  find(index: number, speaker: number | undefined, inherits: boolean): Occasion {
    const attribution = this.attributions[index];
    const at = attribution?.cue ?? attribution?.source ?? attribution?.contents[0];
    if (!attribution || !at) return NOWHERE;
    const sentence = lastStartingBy(this.article.sentences, at.start);
    const paragraph = this.paragraphs[this.article.sentences[sentence]?.block ?? 0] ?? 0;
    this.readIntroductions(sentence);
    const isAnother = attribution.cue !== null && this.isOfAnotherTime(attribution.cue);
    const own = attribution.cue ? this.told(sentence, attribution.source, at, isAnother) : NOWHERE;
    // "It is thought that …": nobody is told who had an occasion
    const inherited = inherits && !isAnother && (attribution.source ?? !attribution.cue) ? this.inherited(speaker, paragraph, sentence) : nowhere(paragraph, sentence);
    const when = own.when ?? inherited.when;
    // a place alone is where one thing was said, an occasion with its day goes on
    // "Hail was reported in Kingman": what is reported was there, nobody is told who reported it; but "It was announced in Kingman that"
    const isUntold = attribution.cue !== null && !attribution.source && !(own.where && own.where.start > attribution.cue.start && own.where.start < (attribution.contents[0]?.start ?? 0));
    const where = isUntold ? null : own.where ?? ((own.when === null && inherited.when) || !attribution.cue ? inherited.where : null);
    if (speaker !== undefined && (when ?? where)) {
      const told = own.when ?? own.where ? { paragraph, from: sentence } : inherited;
      this.lastOf.set(speaker, { when, where, paragraph: told.paragraph, from: told.from });
    }
    return { when, where };
  }

  private inherited(speaker: number | undefined, paragraph: number, sentence: number): ToldOccasion {
    const isIntroduced = this.introduced.paragraph === paragraph && sentence - this.introduced.from <= INTRODUCED_REACH;
    const last = speaker === undefined ? undefined : this.lastOf.get(speaker);
    const known = last && last.paragraph >= paragraph - 1 && sentence - last.from <= TOLD_REACH ? last : undefined;
    // what was told later is nearer at hand
    if (isIntroduced && (!known || known.from < this.introduced.from)) return this.introduced;
    return known ?? nowhere(paragraph, sentence);
  }

  /** Reads on to the sentences that introduce an occasion before this one. */
  private readIntroductions(until: number): void {
    for (; this.readSentences < until; this.readSentences++) {
      const sentence = this.article.sentences[this.readSentences];
      if (!sentence || this.spoken.has(this.readSentences) || !this.holdsOccasion(this.readSentences) || isToCome(this.article.tokens, sentence, (index) => this.isOccasion(index))) continue;
      const told = this.told(this.readSentences, undefined, sentence);
      if (told.when) this.introduced = { when: told.when, where: told.where, paragraph: this.paragraphs[sentence.block] ?? 0, from: this.readSentences };
    }
  }

  private holdsOccasion(index: number): boolean {
    const sentence = this.article.sentences[index];
    if (!sentence) return false;
    for (let token = sentence.firstToken; token < sentence.endToken; token++) if (this.isOccasion(token)) return true;
    return false;
  }

  /** Date and place that a sentence tells outside of what was said; those nearest after the cue first, then those before it. No source where nobody speaks in it. */
  private told(sentence: number, source: TextRange | null | undefined, cue: TextRange, isAnother = false): Occasion {
    const { tokens } = this.article;
    // "the statement published on March 30" tells when its words were written
    const ofText = source !== null && source !== undefined && documentNoun(this.article, source) !== undefined;
    const outside = (range: TextRange): boolean => !this.spoken.near(sentence, range.start).some((part) => contains(part, range)) && (ofText || !(source && contains(source, range)) || this.isInClauseOfSource(source, range));
    const dates = this.dates.near(sentence, cue.start).filter((date) => outside(date) && (!isAnother || date.start >= cue.start) && this.isWhen(date, sentence, cue, source));
    // "In May, the council banned it after a fall last March": the day of what went before only where there is no other
    const own = dates.filter((date) => (source && contains(source, date)) || !this.isAside(tokens.at(date.start), this.clauseStart(date, sentence, cue), CLAUSE, 0));
    return {
      when: toRange(nearest(own.length > 0 ? own : dates, cue)),
      where: toRange(nearest(this.places.near(sentence, cue.start).filter((place) => outside(place) && this.isWhere(place, sentence, cue)), cue)),
    };
  }

  /** After the cue, at the head of the sentence, or with an occasion ("at the parade on Thursday"): other dates belong to other clauses. */
  private isWhen({ start, end }: TextRange, sentence: number, cue: TextRange, source: TextRange | null | undefined): boolean {
    const { tokens, sentences } = this.article;
    const first = tokens.at(start);
    const head = sentences[sentence]?.firstToken ?? 0;
    if (BOUND.test(tokens.lower(first - 1)) || this.tellsWhich(end)) return false;
    if (this.beginsClause(first)) return start < cue.start && !this.cues.near(sentence, start).some((other) => other.start >= end && other.end <= cue.start);
    if (this.isOfOtherCue(start, sentence, cue)) return false;
    if (this.takesPart(first, head) || this.isInClauseOfSource(source, { start, end })) return true;
    if (source === undefined && (this.isAside(first, head, 2 * REACH, 0) || !this.isOfOccasion(first, tokens.at(end - 1), head, sentences[sentence]?.endToken ?? head))) return false;
    if (this.inOtherClause(first, Math.max(head, source !== undefined && start >= cue.start ? tokens.at(cue.end - 1) + 1 : head))) return false;
    if (start >= cue.start || first - head <= REACH) return true;
    for (let index = first - 1; index >= Math.max(head, first - REACH); index--) if (this.isOccasion(index)) return true;
    return first + REACH >= tokens.at(cue.start);
  }

  /** "who left Sunday's game": a day that tells which, unless of an occasion or a text ("at Monday's hearing"). */
  private tellsWhich(end: number): boolean {
    const { tokens } = this.article;
    const last = tokens.at(end - 1);
    const owner = /^['’]s$/u.test(tokens.text(last)) ? last : last + 1;
    if (!/^['’]s$/u.test(tokens.text(owner))) return false;
    for (let index = owner + 1; index <= owner + REACH && tokens.kind(index) === "word"; index++) if (this.isOccasion(index) || texts.has(tokens.lower(index))) return false;
    return true;
  }

  private isWhere({ start, end }: TextRange, sentence: number, cue: TextRange): boolean {
    const { tokens, sentences } = this.article;
    const first = tokens.at(start);
    const after = tokens.at(end - 1) + 1;
    const head = sentences[sentence]?.firstToken ?? 0;
    if (this.takesPart(first, head) && /^(?:in|at|from)$/u.test(tokens.lower(first - 1))) return true;
    // "banned it after a woman fell ill in Luxor", but "said after landing in Luxor"
    if (start > cue.start && this.isAside(first, this.clauseStart({ start, end }, sentence, cue), CLAUSE, REACH + 1)) return false;
    for (let index = first - 1; index >= Math.max(head, first - REACH); index--) {
      if (this.isOccasion(index)) return true;
      // "A third official, in Addis Ababa, said"
      if (PLACE_PREPOSITION.test(tokens.lower(index)) && tokens.text(index - 1) === "," && /^[,]$/u.test(tokens.text(after)) && tokens.start(after + 1) === cue.start) return true;
      if (PLACE_PREPOSITION.test(tokens.lower(index))) return start > cue.start || index === head || this.followsOccasion(index, head);
      if (tokens.kind(index) !== "word" || prepositions.has(tokens.lower(index))) return prepositions.has(tokens.lower(index)) && !TAKEN_PART.test(tokens.lower(index)) && this.followsOccasion(index, head);
    }
    return false;
  }

  /** "The minister, who spoke at the parade on Tuesday, said": a relative clause of the source that tells of an occasion, or of the text that speaks. */
  private isInClauseOfSource(source: TextRange | null | undefined, date: TextRange): boolean {
    if (!source || !contains(source, date)) return false;
    const { tokens } = this.article;
    const first = tokens.at(source.start);
    let tells = false;
    for (let index = tokens.at(date.start) - 1; index > first; index--) {
      const lower = tokens.lower(index);
      tells ||= this.isOccasion(index) || texts.has(lower) || TAKING_PART.test(lower);
      if (/^(?:who|which)$/u.test(lower)) return tells;
    }
    return false;
  }

  /** First token that may begin the clause of a range: of the sentence, or behind the cue. */
  private clauseStart({ start }: TextRange, sentence: number, cue: TextRange): number {
    const head = this.article.sentences[sentence]?.firstToken ?? 0;
    return start >= cue.end ? Math.max(head, this.article.tokens.at(cue.end - 1) + 1) : head;
  }

  /** "filed after the court closed this week": in a clause of its own that tells of no occasion and begins within so many tokens, but not just before. */
  private isAside(first: number, from: number, reach: number, near: number): boolean {
    const { tokens } = this.article;
    let told = false;
    let acts = false;
    for (let index = first - 1; index >= Math.max(from, first - reach) && tokens.text(index) !== ","; index--) {
      const lower = tokens.lower(index);
      if (ASIDE.test(lower) && index < first - near) return !told;
      // "confirmed it, and the cow was sent to Leeds"
      if (/^(?:and|but)$/u.test(lower) && acts && determiners.has(tokens.lower(index + 1))) return !told;
      acts ||= auxiliaries.has(lower) && lower !== "to";
      told ||= this.isOccasion(index);
    }
    return false;
  }

  /** "the debate on Monday", "Monday evening's debate", "On Monday, … at the debate": the day on which the occasion was, rather than another of its sentence. */
  private isOfOccasion(first: number, last: number, head: number, end: number): boolean {
    const { tokens } = this.article;
    for (let index = first - 1; index >= Math.max(head, first - OCCASION_REACH) && tokens.text(index) !== ","; index--) if (this.isOccasion(index)) return true;
    // "on Tuesday at the Hale County Trust's yearly Giving Breakfast"
    const reach = /^(?:at|during)$/u.test(tokens.lower(last + 1)) ? 2 * OCCASION_REACH : REACH;
    for (let index = last + 1; index <= Math.min(end - 1, last + reach) && tokens.text(index) !== ","; index++) if (this.isOccasion(index)) return true;
    if (first - head > REACH) return false;
    for (let index = last + 1; index < end; index++) if (this.isOccasion(index) && [1, 2, 3].some((back) => AT_OCCASION.test(tokens.lower(index - back)))) return true;
    return false;
  }

  /** A noun for an occasion; "court" and "parliament" are bodies, too, and occasions only where somebody is before them. */
  private isOccasion(index: number): boolean {
    const { tokens } = this.article;
    const lower = tokens.lower(index);
    if (!gatherings.has(lower)) return false;
    // "a traffic stop", "responded to a morning call", "to call voters"
    if (lower === "stop" || lower === "call") return !NO_OCCASION.test(tokens.lower(index - 1)) && tokens.lower(index + 1) !== "of";
    if (!BODY.test(lower)) return true;
    // "pending in the court", but "in court", "in federal court", "before the court"
    return [1, 2].some((back) => BEFORE_BODY.test(tokens.lower(index - back)) && !(back === 2 && tokens.lower(index - 2) === "in" && determiners.has(tokens.lower(index - 1))));
  }

  /** "said on Monday, as others warned that …": the day of the first cue is not that of the second. */
  private isOfOtherCue(start: number, sentence: number, cue: TextRange): boolean {
    const first = this.cues.first(sentence);
    return first !== undefined && start <= cue.start && first.end <= start && first.start < cue.start;
  }

  /** "said that taxes would rise, and on Tuesday she resigned": the day of a clause of its own. */
  private beginsClause(first: number): boolean {
    const { tokens } = this.article;
    const join = /^(?:on|in)$/u.test(tokens.lower(first - 1)) ? first - 2 : first - 1;
    return /^(?:and|but|while|whereas)$/u.test(tokens.lower(join)) && tokens.text(join - 1) === ",";
  }

  private inOtherClause(first: number, from: number): boolean {
    const { tokens } = this.article;
    for (let index = first - 1; index >= Math.max(from, first - 2 * REACH) && tokens.text(index) !== ","; index--) if (OTHER_CLAUSE.test(tokens.lower(index))) return true;
    return false;
  }

  /** "earlier said", "has always said": beside its verb the cue tells of another time than its sentence. */
  private isOfAnotherTime({ start, end }: TextRange): boolean {
    const { tokens } = this.article;
    for (let index = tokens.at(start) - 1; index < tokens.at(end - 1); index++) if (ANOTHER_TIME.test(tokens.lower(index)) || (AT_ALL_TIMES.test(tokens.lower(index)) && /^(?:has|have|had|['’](?:ve|d|s))$/u.test(tokens.lower(index - 1)))) return true;
    return false;
  }

  /** True where a verb of taking part stands before in the same clause. */
  private takesPart(first: number, head: number): boolean {
    const { tokens } = this.article;
    for (let index = first - 1; index >= Math.max(head, first - CLAUSE); index--) {
      const lower = tokens.lower(index);
      if (TAKING_PART.test(lower)) return true;
      if (lower === "," || OTHER_CLAUSE.test(lower)) return false;
    }
    return false;
  }

  /** "talks | in", "talks with President Paul Brun | in", "a visit | to". */
  private followsOccasion(preposition: number, head: number): boolean {
    const { tokens } = this.article;
    for (let index = preposition - 1; index >= Math.max(head, preposition - OCCASION_REACH); index--) {
      if (this.isOccasion(index)) return index === preposition - 1 || /^(?:with|by|for)$/u.test(tokens.lower(index + 1));
      if (tokens.text(index) !== "." && (tokens.kind(index) !== "word" || auxiliaries.has(tokens.lower(index)))) return false;
    }
    return false;
  }
}

function nowhere(paragraph: number, from: number): ToldOccasion {
  return { when: null, where: null, paragraph, from };
}

function nearest<T extends TextRange>(ranges: readonly T[], cue: TextRange): T | undefined {
  return ranges.find(({ start }) => start >= cue.start) ?? ranges.at(-1);
}

function toRange(range: TextRange | undefined): TextRange | null {
  return range ? { start: range.start, end: range.end } : null;
}
