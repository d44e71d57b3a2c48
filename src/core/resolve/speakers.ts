import type { Attribution, Findings, SpeakerChoice } from "../detect/findings.js";
import { compareRanges, contains, type TextRange } from "../document/range.js";
import { lastStartingBy } from "../document/sortedRanges.js";
import { NO_ARTICLE, type Article } from "../text/article.js";
import { withIssue } from "./documents.js";
import type { FoundEntity } from "./foundEntity.js";
import { MOST_CANDIDATES, NOBODY } from "./speakers/choices.js";
import { Conversation, type Turn } from "./speakers/conversation.js";
import { barredByOwn } from "./speakers/described/ownGender.js";
import { DescribedSpeakers } from "./speakers/described/describedSpeakers.js";
import { LeadSpeakers } from "./speakers/described/leadSpeakers.js";
import { UnnamedMemory } from "./speakers/described/unnamedMemory.js";
import { MentionIndex, type IndexedMention } from "./speakers/mentionIndex.js";
import { NewSpeakers } from "./speakers/newSpeakers.js";
import { BodyIndex } from "./speakers/phrases/bodies.js";
import { Compatriots } from "./speakers/phrases/compatriots.js";
import { JointSpeakers } from "./speakers/phrases/jointSpeakers.js";
import { Seats } from "./speakers/phrases/seats.js";
import { SourceHeads } from "./speakers/phrases/sourceHeads.js";
import { nameForm } from "./speakers/mentionForms.js";
import { selfNamed } from "./speakers/phrases/sourceNames.js";
import { isPronoun, phraseOf, withoutRelative } from "./speakers/phrases/sourcePhrase.js";
import { RoleIndex } from "./speakers/phrases/sourceRoles.js";
import { SurnameIndex } from "./speakers/phrases/surnames.js";
import { AntecedentFinder } from "./speakers/pronouns/antecedents.js";
import { barredFromPhrase, unlessBarred } from "./speakers/pronouns/barred.js";
import { NOTHING_SAID, PronounSpeakers, type Said } from "./speakers/pronouns/pronounSpeakers.js";
import { Relatives } from "./speakers/pronouns/relatives.js";
import { isQuoted, quotedIn, spokenIn } from "./speakers/spoken.js";
import { authorIn } from "./speakers/texts/author.js";
import { TextMemory } from "./speakers/texts/textMemory.js";
import { authorOf, houseBefore } from "./speakers/texts/writtenSources.js";
import { HeadingSpeakers } from "./speakers/unsourced/headingSpeakers.js";
import { LabelSpeakers } from "./speakers/unsourced/labelSpeakers.js";
import { withSameWords } from "./speakers/unsourced/sameWords.js";
import { WithoutSource, withTurnsBefore } from "./speakers/unsourced/withoutSource.js";

/** Speakers of all attributions, and the unnamed sources that they brought in (their indices follow those of `entities`). */
export interface ResolvedSpeakers {
  /** One for each attribution, in the same order. */
  readonly choices: readonly SpeakerChoice[];
  readonly unnamed: readonly FoundEntity[];
}

/**
 * Who speaks, for each attribution in document order; each looks back on those before it. A source phrase is read in this order:
 *
 * 1. `joint source`: its parts are names, and others beside them ("Smith and Jones", "Smith and her lawyer").
 * 2. `full name`, `surname`, `first name`, `acronym`, `organization`: a name is its head ("Foreign Minister Sergey Lavrov", not "Lavrov's aide").
 *    A text speaks for its author: "the ministry's report", "the report" after "in a report, the ministry said" (`description`).
 * 3. `pronoun`: who agrees, was mentioned last, as a subject, and above all who has just spoken; "who" is the name before it.
 * 4. `title`: the article gives that role to someone ("the Foreign Minister", "the EAM", "the Russian Minister").
 * 5. `description`: a definite phrase in the singular right after a person has spoken, which no role contradicts ("the 54-year-old"); else
 *    the one person of an age, or the one body, named just before ("the airline"); or a role in the article's first paragraph whose bearer the
 *    next one names first.
 * 6. `unnamed source`: kept in its own words ("two officials").
 *
 * Without a source phrase: `label` of a transcript; `same paragraph` for a quotation after a speaker or beside what its paragraph tells of
 * somebody; `turn` where paragraphs of quotations alternate between two speakers; `same words` where the article tells elsewhere who said just that.
 * Else `none`: unattributed rather than a guess.
 */
export function resolveSpeakers(article: Article, attributions: readonly Attribution[], entities: readonly FoundEntity[], found: Findings): ResolvedSpeakers {
  const resolver = new SpeakerResolver(article, entities, found, spokenIn(attributions, found));
  const choices = attributions.map((attribution, index) => resolver.resolve(attribution, isInside(attributions[index + 1], attribution)));
  return { choices: withSameWords(article, attributions, withTurnsBefore(article, attributions, choices)), unnamed: resolver.newSpeakers.found };
}

function isInside(inner: Attribution | undefined, { contents }: Attribution): boolean {
  return inner !== undefined && inner.contents.length > 0 && inner.contents.every((content) => contents.some((outer) => contains(outer, content)));
}

/** How sure a speaker is by the form of the source phrase. */
const CONFIDENCE = { "full name": 0.97, surname: 0.94, "first name": 0.88, acronym: 0.92, organization: 0.9 } as const;
/** "was his assessment": whose words they are. */
const OWNERS: ReadonlyMap<string, string> = new Map([["his", "he"], ["their", "they"], ["its", "it"]]);
const PART_OF = /^(?:a )?(?:parts?|portions?|excerpts?) of\s(?=the\s)/iu;
const DEFINITE = /^(?:the|this|that|his|her|their) /iu;

const NOT_BARRED: ReadonlySet<number> = new Set();

class SpeakerResolver {
  /** Always there, with all that it asks, as `Tokens.none` is. */
  static readonly none = new SpeakerResolver(NO_ARTICLE, [], { dates: [], places: [], names: [], quotations: [] }, () => false);

  readonly newSpeakers: NewSpeakers;
  private readonly withoutSource: WithoutSource;
  private readonly labels: LabelSpeakers;
  private readonly headings: HeadingSpeakers;
  private readonly lead: LeadSpeakers;
  private readonly described: DescribedSpeakers;
  private readonly joint: JointSpeakers;
  private readonly mentions: MentionIndex;
  private readonly pronouns: PronounSpeakers;
  private readonly quoted: (offset: number) => boolean;
  private readonly roles: RoleIndex;
  private readonly seats: Seats;
  private readonly bodies: BodyIndex;
  private readonly texts: TextMemory;
  private readonly antecedents: AntecedentFinder;
  private readonly compatriots: Compatriots;
  private readonly unnamedMemory: UnnamedMemory;
  private readonly conversation = new Conversation();
  private readonly dates: readonly TextRange[];
  /** Where the article names a people. */
  private readonly demonyms: ReadonlySet<number>;
  private readonly heads: SourceHeads;
  /** Where an entity is first named in full. */
  private readonly fullest = new Map<FoundEntity, TextRange | undefined>();
  private block = 0;
  /** The statement that holds the one which is being read. */
  private around: Turn | undefined;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    { dates, places, quotations }: Findings,
    spoken: (offset: number) => boolean,
  ) {
    this.quoted = quotedIn({ quotations });
    this.demonyms = new Set(places.flatMap(({ start, sense }) => (sense === "demonym" ? [start] : [])));
    this.dates = dates.filter(({ timex }) => timex !== "DURATION").sort(compareRanges);
    this.mentions = new MentionIndex(entities);
    this.roles = new RoleIndex(article, entities, this.mentions);
    this.seats = new Seats(article, entities, this.mentions);
    this.bodies = new BodyIndex(entities);
    this.heads = new SourceHeads(article, entities, new SurnameIndex(entities), this.bodies);
    this.lead = new LeadSpeakers(article, entities, this.mentions, this.roles, this.bodies);
    this.texts = new TextMemory(article, entities, this.mentions);
    this.unnamedMemory = new UnnamedMemory(article, entities, this.mentions, spoken);
    this.antecedents = new AntecedentFinder(article, entities, this.mentions, this.roles, spoken);
    this.compatriots = new Compatriots(article, entities, this.mentions, this.antecedents, this.demonyms, this.quoted);
    this.newSpeakers = new NewSpeakers(article, entities, this.mentions);
    this.described = new DescribedSpeakers(article, entities, this.mentions, this.bodies, this.antecedents, this.newSpeakers, spoken, this.quoted);
    const relatives = new Relatives(article, entities, this.mentions, this.newSpeakers, ({ start }) => this.demonyms.has(start), this.dates);
    this.pronouns = new PronounSpeakers(
      { article, entities, mentions: this.mentions, conversation: this.conversation, spoken, quoted: this.quoted },
      { antecedents: this.antecedents, relatives, newSpeakers: this.newSpeakers, unnamedMemory: this.unnamedMemory, author: authorIn(article, entities), bySource: (phrase) => this.bySource(phrase, NOTHING_SAID) },
    );
    this.joint = new JointSpeakers(article, entities, this.mentions, this.roles, this.newSpeakers);
    this.headings = new HeadingSpeakers(article, entities, this.mentions);
    this.labels = new LabelSpeakers(article, entities, this.mentions, this.newSpeakers);
    this.withoutSource = new WithoutSource(article, entities, this.mentions, this.antecedents);
  }

  /**
   * Attributions must come in document order.
   *
   * @param holdsNext true where the next one is what somebody has said whose words this one passes on: behind both, the one who passes them on has spoken last
   */
  resolve(attribution: Attribution, holdsNext: boolean): SpeakerChoice {
    const { source, contents, construction } = attribution;
    const [first] = contents;
    const at = source ?? first ?? { start: 0, end: 0 };
    this.block = this.blockAt(at.start);
    this.antecedents.readTo(at.start, this.conversation);
    const choice = source === null ? this.withSourceUntold(attribution, at) : construction === "label" ? this.labels.find(source, this.conversation) : this.bySource(source, attribution);
    const last = contents.at(-1);
    const direct = first !== undefined && isQuoted(this.article, first);
    const turn = { entities: choice.entities, block: last ? this.blockAt(last.start) : this.block, at, direct };
    if (holdsNext) this.around = turn;
    else {
      this.conversation.add(turn);
      if (this.around) this.conversation.add(this.around);
      this.around = undefined;
    }
    this.texts.remember(attribution, turn);
    return choice;
  }

  /** Without a source phrase: the answers of an interview, and all else. */
  private withSourceUntold(attribution: Attribution, at: TextRange): SpeakerChoice {
    if (attribution.construction === "label") return this.labels.interviewee(at);
    const choice = this.withoutSource.find(attribution, this.conversation, this.block);
    return choice.entities.length === 0 ? (this.headings.find(at) ?? choice) : choice;
  }

  private bySource(whole: TextRange, said: Said): SpeakerChoice {
    const phrase = phraseOf(this.article, whole, this.dates);
    // "Wendy's said": what would be an owner elsewhere is a name
    const named = this.mentions.within(whole).some(({ start, end }) => end === whole.end && start < phrase.end && end > phrase.end) ? { start: phrase.start, end: whole.end } : phrase;
    const own = selfNamed(this.article, this.entities, this.mentions, named, whole);
    if (own) return this.byName(own);
    const source = withoutRelative(this.article, named, this.mentions.within(named));
    const words = this.words(source);
    const within = this.mentions.within(source);
    const joint = this.joint.find(source, within) ?? this.joint.listed(named) ?? this.joint.theTwo(source, words, this.conversation, this.block);
    if (joint) return joint;
    const head = this.heads.find(source, words, within);
    if (this.compatriots.areIn(source, head)) return this.compatriots.find(source, said.cue, this.conversation, this.block) ?? this.newSpeakers.unnamed(source);
    if (head) return this.byName(head);
    const spelt = words.toLowerCase().replace(/['’](?:s|d|ll|ve|re|m)$/u, "");
    const lower = OWNERS.get(spelt) ?? spelt;
    const written = this.byAuthor(source, within);
    if (written) return written;
    // "one, who asked not to be named": no pronoun of somebody known
    if (lower === "one") return this.newSpeakers.unnamed(source);
    // "those who saw it"
    if (isPronoun(this.article, lower, source)) return source.end < named.end ? this.newSpeakers.unnamed(named) : this.pronouns.find(lower, source, said);
    const barredHere = barredFromPhrase(this.article, this.mentions, source, said.contents);
    const others = barredByOwn(this.article, this.entities, this.mentions, source, this.quoted);
    const barred = barredHere.size === 0 ? others : new Set([...barredHere, ...others]);
    return (
      this.byText(source) ??
      this.unnamedMemory.described(source, this.conversation, this.block) ??
      this.byTitle(source, barred) ??
      unlessBarred(barred, this.described.find(source, this.conversation, this.block, barred)) ??
      this.byLead(source, words) ??
      this.newSpeakers.named(source) ??
      this.newSpeakers.unnamed(named)
    );
  }

  /** "A councillor said …" at the head of the article, which names her below; "the councillor" is she from then on. */
  private byLead(source: TextRange, words: string): SpeakerChoice | undefined {
    const choice = this.lead.find(source, words, this.block);
    const [entity] = choice?.entities ?? [];
    if (entity !== undefined && choice?.reason === "description") this.roles.learn(entity, source);
    return choice;
  }

  /** "a report by the ministry", "her petition": a text speaks for its author. */
  private byAuthor(source: TextRange, within: readonly IndexedMention[]): SpeakerChoice | undefined {
    const whole = withIssue(this.article, source);
    // "a Canadian survey" is not Canada's
    const owners = (whole === source ? within : this.mentions.within(whole)).filter(({ start }) => !this.demonyms.has(start));
    const author = authorOf(this.article, whole, owners);
    if (!author) return this.byHouse(source);
    if ("mention" in author) return { ...this.byName(author.mention), confidence: 0.8 };
    const subject = this.subjectOf(source);
    if ("pronoun" in author && subject) return { ...this.byName(subject), confidence: 0.8 };
    // "a Gazette/Harbour Radio poll" is no other poll
    if ("phrase" in author && this.words(author.phrase).includes("/")) return this.newSpeakers.unnamed(source);
    if ("phrase" in author) return this.byTitle(author.phrase) ?? this.described.find(author.phrase, this.conversation, this.block);
    return this.pronouns.find(author.pronoun, source);
  }

  /** "Mary Collins, in | her petition said": who is named right before, with a comma. */
  private subjectOf({ start }: TextRange): IndexedMention | undefined {
    const { tokens } = this.article;
    const before = tokens.at(start) - 1;
    const [name] = this.mentions.before(start, 1);
    return name && tokens.lower(before) === "in" && tokens.text(before - 1) === "," && name.end === tokens.end(before - 2) ? name : undefined;
  }

  /** "a Times article", "a Reuters survey of voters": a name before the text, or the last word of one. */
  private byHouse(source: TextRange): SpeakerChoice | undefined {
    const house = houseBefore(this.article, source);
    if (house && this.words(house).includes("/")) return this.newSpeakers.unnamed(source);
    const entity = house && this.bodies.endingIn(this.words(house).toLowerCase());
    if (entity !== undefined) return { ...this.byName({ ...source, entity }), confidence: 0.7 };
    return house && this.newSpeakers.named(house);
  }

  /** "the report" after "in a report, the ministry said": whose text it was when it was last told of. */
  private byText(whole: TextRange): SpeakerChoice | undefined {
    // "Part of the statement reads"
    const part = PART_OF.exec(this.article.text.slice(whole.start, whole.end))?.[0].length ?? 0;
    const source = { start: whole.start + part, end: whole.end };
    const text = DEFINITE.test(this.words(source)) ? this.texts.find(source, this.block) : undefined;
    return text && { entities: text.entities, reason: "description", evidence: [text.at, { start: source.start, end: source.end }], confidence: text.confidence, candidates: [] };
  }

  private byName(mention: TextRange & { readonly entity: number }): SpeakerChoice {
    const entity = this.entities[mention.entity];
    if (!entity) return NOBODY;
    const reason = nameForm(this.article, mention, entity);
    if (!this.fullest.has(entity)) this.fullest.set(entity, entity.mentions.find((one) => this.words(one) === entity.name));
    const { start, end } = this.fullest.get(entity) ?? mention;
    const confidence = reason in CONFIDENCE ? CONFIDENCE[reason as keyof typeof CONFIDENCE] : 0.9;
    return { entities: [mention.entity], reason, evidence: [{ start, end }], confidence, candidates: [] };
  }

  private byTitle(source: TextRange, barred: ReadonlySet<number> = NOT_BARRED): SpeakerChoice | undefined {
    // "the senator" is nobody who is named below, "the dean of the law school" may be
    const isShort = /^the \S+$/iu.test(this.words(source)) && this.block > this.lead.block;
    const [best, ...others] = this.roles.find(source).filter(({ entity }) => !barred.has(entity) && (!isShort || (this.entities[entity]?.mentions[0]?.start ?? 0) < source.start));
    if (!best) {
      const seat = this.seats.find(source);
      return seat?.entities.some((entity) => barred.has(entity)) === true ? undefined : seat;
    }
    const rival = others[0];
    const confidence = rival && rival.confidence >= best.confidence ? best.confidence * 0.8 : best.confidence;
    const candidates = others.slice(0, MOST_CANDIDATES).map((other) => ({ entity: other.entity, confidence: other.confidence * 0.25 }));
    return { entities: [best.entity], reason: "title", evidence: [best.evidence], confidence, candidates };
  }

  private words(range: TextRange): string {
    return this.article.tokens.asRead(range);
  }

  private blockAt(offset: number): number {
    return lastStartingBy(this.article.blocks, offset);
  }
}
