import type { Findings } from "../detect/attributions.js";
import type { Attribution, SpeakerChoice } from "../detect/findings.js";
import type { Reason } from "../document/annotationDocument.js";
import { compareRanges, type TextRange } from "../document/range.js";
import { firstEndingAfter, lastStartingBy } from "../document/sortedRanges.js";
import { subjectPronouns } from "../lexicon/wordClasses.js";
import { nameWords, Word } from "../lexicon/nameWords.js";
import { holdsStatements, type Article } from "../text/article.js";
import type { FoundEntity } from "./foundEntity.js";
import { documentNoun, documentSaidIn } from "./documents.js";
import { Conversation, type Turn } from "./speakers/conversation.js";
import { MentionIndex, type IndexedMention } from "./speakers/mentionIndex.js";
import { PronounResolver, type Antecedent } from "./speakers/pronouns.js";
import { headMention, jointMentions, jointWithOffice, nameForm } from "./speakers/sourceNames.js";
import { isOneRole, RoleIndex, sharesNoun } from "./speakers/sourceRoles.js";
import { authorOf, sameText } from "./speakers/writtenSources.js";

/** Speakers of all attributions, and the unnamed sources that they brought in (their indices follow those of `entities`). */
export interface ResolvedSpeakers {
  /** One for each attribution, in the same order. */
  readonly choices: readonly SpeakerChoice[];
  readonly unnamed: readonly FoundEntity[];
}

/**
 * Who speaks, for each attribution in document order; each looks back on those before it. A source phrase is read in this order:
 *
 * 1. `joint source`: its parts are all names ("Smith and Jones").
 * 2. `full name`, `surname`, `first name`, `acronym`, `organization`: a name is its head ("Foreign Minister Sergey Lavrov", not "Lavrov's aide").
 *    A text speaks for its author: "the ministry's report", "the report" after "in a report, the ministry said" (`description`).
 * 3. `pronoun`: who agrees, was mentioned last, as a subject, and above all who has just spoken; "who" is the name before it.
 * 4. `title`: the article gives that role to someone ("the Foreign Minister", "the EAM", "the Russian Minister").
 * 5. `description`: a definite phrase in the singular right after a person has spoken, which no role contradicts ("the 54-year-old"); or a
 *    role in the article's first paragraph whose bearer the next one names first.
 * 6. `unnamed source`: kept in its own words ("two officials").
 *
 * Without a source phrase: `label` of a transcript; `same paragraph` for a quotation after a speaker; `turn` where paragraphs of
 * quotations alternate between two speakers. Else `none`: unattributed rather than a guess.
 */
export function resolveSpeakers(article: Article, attributions: readonly Attribution[], entities: readonly FoundEntity[], found: Findings): ResolvedSpeakers {
  const resolver = new SpeakerResolver(article, entities, spokenRanges(attributions, found));
  const choices = attributions.map((attribution) => resolver.resolve(attribution));
  return { choices, unnamed: resolver.unnamed };
}

/** How sure a speaker is by the form of the source phrase. */
const CONFIDENCE = { "full name": 0.97, surname: 0.94, "first name": 0.88, acronym: 0.92, organization: 0.9 } as const;
const NOBODY: SpeakerChoice = { entities: [], reason: "none", evidence: [], confidence: 0, candidates: [] };
/** Turns looked back on for who asks the questions. */
const MOST_TURNS = 6;
/** Blocks looked back on for the text that "the report" means. */
const MOST_BLOCKS_BACK = 3;
/** Candidates that are offered beside the choice. */
const MOST_CANDIDATES = 3;
/** A choice among antecedents must hold this share of all scores to be made at all. */
const LEAST_SHARE = 0.36;
const DEFINITE = /^(?:the|this|that|his|her|their) /iu;
const PLURAL = /(?:s|people|police|men|women|children|team|family|committee|council|government|administration)$/iu;

class SpeakerResolver {
  readonly unnamed: FoundEntity[] = [];
  private readonly unnamedByWords = new Map<string, number>();
  private readonly mentions: MentionIndex;
  private readonly roles: RoleIndex;
  private readonly pronouns: PronounResolver;
  private readonly conversation = new Conversation();
  /** The last text told of, by the noun that names it, with its author. */
  private readonly texts = new Map<string, Turn>();
  private block = 0;

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    spoken: readonly TextRange[],
  ) {
    this.mentions = new MentionIndex(entities);
    this.roles = new RoleIndex(article, entities, this.mentions);
    this.pronouns = new PronounResolver(article, entities, this.mentions, (offset) => holds(spoken, offset));
  }

  /** Attributions must come in document order. */
  resolve(attribution: Attribution): SpeakerChoice {
    const { source, contents, construction } = attribution;
    const [first] = contents;
    const at = source ?? first ?? { start: 0, end: 0 };
    this.block = this.blockAt(at.start);
    this.pronouns.readTo(at.start, this.conversation);
    const choice = source === null ? this.withoutSource(first) : construction === "label" ? this.label(source) : this.bySource(source);
    const last = contents.at(-1);
    const direct = first !== undefined && /^["'“‘«„`]/u.test(this.article.text.slice(first.start, first.start + 1));
    const turn = { entities: choice.entities, block: last ? this.blockAt(last.start) : this.block, at, direct };
    this.conversation.add(turn);
    this.rememberText(attribution, turn);
    return choice;
  }

  private bySource(source: TextRange): SpeakerChoice {
    const words = this.words(source);
    const within = this.mentions.within(source);
    const names = jointMentions(this.article, source, within);
    const joint = names.length > 1 ? names : jointWithOffice(this.article, source, within);
    if (joint.length > 1) {
      return { entities: [...new Set(joint.map(({ entity }) => entity))], reason: "joint source", evidence: joint.map(({ start, end }) => ({ start, end })), confidence: 0.85, candidates: [] };
    }
    const head = headMention(this.article, source, within);
    if (head) return this.byName(head);
    const lower = words.toLowerCase();
    const written = this.byAuthor(source, within);
    if (written) return written;
    if (subjectPronouns.has(lower) || lower === "him" || lower === "her" || lower === "them") return this.byPronoun(lower, source);
    return this.byText(source) ?? this.byTitle(source) ?? this.byDescription(source, words) ?? this.byLead(source, words) ?? this.asNewName(source) ?? this.asUnnamed(words, source);
  }

  /** "a report by the ministry", "her petition": a text speaks for its author. */
  private byAuthor(source: TextRange, within: readonly IndexedMention[]): SpeakerChoice | undefined {
    const author = authorOf(this.article, source, within);
    if (!author) return undefined;
    if ("mention" in author) return { ...this.byName(author.mention), confidence: 0.8 };
    if ("phrase" in author) return this.byTitle(author.phrase);
    return this.byPronoun(author.pronoun, source);
  }

  /** "the report" after "in a report, the ministry said": whose text it was when it was last told of. */
  private byText(source: TextRange): SpeakerChoice | undefined {
    const noun = DEFINITE.test(this.words(source)) ? documentNoun(this.article, source) : undefined;
    const turn = noun === undefined ? undefined : this.texts.get(noun);
    if (!turn || turn.block < this.block - MOST_BLOCKS_BACK) return undefined;
    return { entities: turn.entities, reason: "description", evidence: [turn.at, { start: source.start, end: source.end }], confidence: 0.75, candidates: [] };
  }

  private rememberText(attribution: Attribution, turn: Turn): void {
    const noun = (attribution.source && documentNoun(this.article, attribution.source)) ?? documentSaidIn(this.article, attribution);
    if (noun === undefined || turn.entities.length === 0) return;
    for (const name of sameText(noun)) this.texts.set(name, turn);
  }

  private byName(mention: TextRange & { readonly entity: number }): SpeakerChoice {
    const entity = this.entities[mention.entity];
    if (!entity) return NOBODY;
    const reason = nameForm(this.article, mention, entity);
    const fullest = entity.mentions.find(({ start, end }) => this.words({ start, end }) === entity.name);
    const evidence = fullest ? { start: fullest.start, end: fullest.end } : { start: mention.start, end: mention.end };
    const confidence = reason in CONFIDENCE ? CONFIDENCE[reason as keyof typeof CONFIDENCE] : 0.9;
    return { entities: [mention.entity], reason, evidence: [evidence], confidence, candidates: [] };
  }

  private byPronoun(pronoun: string, source: TextRange): SpeakerChoice {
    if (/^(?:who|which|that)$/u.test(pronoun)) return this.byRelative(source);
    if (pronoun === "they") {
      const last = this.conversation.last;
      if (last && last.block >= this.block - 1 && (last.entities.length > 1 || this.isGroup(last.entities[0]))) {
        return { entities: last.entities, reason: "pronoun", evidence: [last.at], confidence: 0.65, candidates: [] };
      }
    }
    return this.ranked(this.pronouns.find(pronoun, source, this.conversation), "pronoun");
  }

  /** "Zuma, who has always said": the name that ends right before the pronoun. */
  private byRelative(source: TextRange): SpeakerChoice {
    const [before] = this.mentions.before(source.start, 1);
    if (!before || !/^(?:,|\s)[\s,]*$/u.test(this.article.text.slice(before.end, source.start))) return NOBODY;
    return { entities: [before.entity], reason: "pronoun", evidence: [{ start: before.start, end: before.end }], confidence: 0.85, candidates: [] };
  }

  private byTitle(source: TextRange): SpeakerChoice | undefined {
    const [best, ...others] = this.roles.find(source);
    if (!best) return undefined;
    const rival = others[0];
    const confidence = rival && rival.confidence >= best.confidence ? best.confidence * 0.8 : best.confidence;
    const candidates = others.slice(0, MOST_CANDIDATES).map((other) => ({ entity: other.entity, confidence: other.confidence * 0.25 }));
    return { entities: [best.entity], reason: "title", evidence: [best.evidence], confidence, candidates };
  }

  /** "the 54-year-old", "the actress": who was last spoken of, if the phrase is definite and means one person. */
  private byDescription(source: TextRange, words: string): SpeakerChoice | undefined {
    const { last } = this.conversation;
    const [entity] = last?.entities ?? [];
    const described = entity === undefined ? undefined : this.entities[entity];
    if (!last || entity === undefined || !described || last.entities.length > 1 || last.block < this.block - 1) return undefined;
    if (!DEFINITE.test(words) || !PERSON.test(words) || PLURAL.test(words) || described.type !== "person" || !describes(words, described)) return undefined;
    return { entities: [entity], reason: "description", evidence: [last.at, { start: source.start, end: source.end }], confidence: 0.55, candidates: [] };
  }

  /** "A Nenagh councillor said …" opens the article, and the next paragraph begins with that person's name. */
  private byLead(source: TextRange, words: string): SpeakerChoice | undefined {
    const { blocks, tokens } = this.article;
    const lead = blocks.findIndex(holdsStatements);
    const next = blocks[lead + 1];
    if (this.block !== lead || !next || !holdsStatements(next) || !/^(?:an?|the) /iu.test(words) || !isOneRole(this.article, source)) return undefined;
    const name = this.mentions.within(next)[0];
    const person = name && this.entities[name.entity];
    if (!person || person.type !== "person" || person.mentions[0]?.start !== name.start || tokens.at(name.end - 1) === tokens.at(name.start)) return undefined;
    const titled = person.roles.some(({ start, end }) => start === next.start && end <= name.start);
    // "Housing officer Clare Curley" is no councillor
    if (person.roles.some((role) => role.start < name.start && !sharesNoun(this.article, role, source))) return undefined;
    if (name.start !== next.start && !titled && tokens.at(name.start) - next.firstToken > 1) return undefined;
    return { entities: [name.entity], reason: "description", evidence: [{ start: source.start, end: source.end }, { start: name.start, end: name.end }], confidence: 0.5, candidates: [] };
  }

  /** "the Hill", "IHS Markit": capitals throughout that are no title name an organization that was not known by name. */
  private asNewName(source: TextRange): SpeakerChoice | undefined {
    const { tokens } = this.article;
    const end = tokens.at(source.end - 1) + 1;
    let first = tokens.at(source.start);
    const article = tokens.lower(first) === "the";
    if (article) first++;
    const { sentences } = this.article;
    const opens = !article && sentences[lastStartingBy(sentences, source.start)]?.start === source.start;
    if (end - first < (opens ? 2 : 1) || !tokens.isCapitalized(first)) return undefined;
    const lists = nameWords();
    for (let index = first; index < end; index++) {
      const lower = tokens.lower(index);
      if (!tokens.isCapitalized(index) && !/^(?:of|for|the|and|on|in|&|-|'s|’s)$/u.test(lower)) return undefined;
      if ((lists.facts(lower) & (Word.role | Word.roles | Word.people | Word.firstName)) !== 0) return undefined;
    }
    const range = tokens.span(first, end);
    const name = this.words(range);
    const { choice } = this.bringIn(name.toLowerCase(), { type: "organization", name, aliases: [], roles: [], mentions: [{ ...range, confidence: 0.5 }], named: true, agreement: { he: 0, she: 0, they: 0.6 } });
    return { ...choice, reason: "organization", evidence: [range], confidence: 0.6 };
  }

  private bringIn(key: string, entity: FoundEntity): { choice: SpeakerChoice } {
    let index = this.unnamedByWords.get(key);
    if (index === undefined) {
      index = this.entities.length + this.unnamed.length;
      this.unnamedByWords.set(key, index);
      this.unnamed.push(entity);
    }
    return { choice: { entities: [index], reason: "unnamed source", evidence: [], confidence: 0.8, candidates: [] } };
  }

  private asUnnamed(words: string, source: TextRange): SpeakerChoice {
    // "One of the officials, who asked not to be named": what follows the comma is no name
    const [name = words] = words.split(/,? who |, /u);
    const key = name.toLowerCase().replace(/^(?:the|a|an) /u, "");
    const { choice } = this.bringIn(key, { type: "group", name, aliases: [], roles: [], mentions: [], named: false, agreement: { he: 0.3, she: 0.3, they: 0.8 } });
    return { ...choice, evidence: [{ start: source.start, end: source.end }] };
  }

  private label(source: TextRange): SpeakerChoice {
    const named = this.mentions.within(source)[0];
    const words = this.words(source).toLowerCase();
    // labels are often in capitals, in which names are hard to see
    const entity = named?.entity ?? this.entities.findIndex(({ type, name }) => type === "person" && (name.toLowerCase() === words || name.toLowerCase().endsWith(` ${words}`)));
    const confidence = entity < 0 ? 0.5 : 0.95;
    const speaker = entity >= 0 ? entity : this.letterLabel(words);
    if (speaker === undefined) return { ...this.asUnnamed(this.words(source), source), reason: "label" };
    return { entities: [speaker], reason: "label", evidence: [{ start: source.start, end: source.end }], confidence, candidates: [] };
  }

  /** "A:" is whom the article is about, the person named most often; "Q:" who asked before, by name. */
  private letterLabel(label: string): number | undefined {
    if (!/^(?:[qa]|question|answer)$/u.test(label)) return undefined;
    const people = this.entities.flatMap(({ type, mentions }, index) => (type === "person" ? [{ index, count: mentions.length }] : []));
    const answering = people.reduce((most, person) => (person.count > most.count ? person : most), { index: -1, count: 1 }).index;
    if (answering < 0) return undefined;
    if (label.startsWith("a")) return answering;
    return this.conversation.recent(MOST_TURNS).find(({ entities: [entity] }) => entity !== undefined && entity !== answering && this.entities[entity]?.type === "person")?.entities[0];
  }

  private withoutSource(content: TextRange | undefined): SpeakerChoice {
    const [last, before] = this.conversation.recent(2);
    if (!content || !last) return NOBODY;
    const others = before && before.entities[0] !== last.entities[0] ? before.entities.slice(0, 1).map((entity) => ({ entity, confidence: 0.2 })) : [];
    if (last.block === this.block) return { entities: last.entities, reason: "same paragraph", evidence: [last.at], confidence: 0.8, candidates: others };
    if (last.block !== this.block - 1 || !last.direct) return NOBODY;
    // a new paragraph of a conversation is the other one's
    const turns = before?.block === last.block - 1 && before.direct && before.entities[0] !== last.entities[0];
    if (turns) return { entities: before.entities, reason: "turn", evidence: [before.at], confidence: 0.6, candidates: last.entities.slice(0, 1).map((entity) => ({ entity, confidence: 0.35 })) };
    return { entities: last.entities, reason: "same paragraph", evidence: [last.at], confidence: 0.6, candidates: others };
  }

  private ranked(antecedents: readonly Antecedent[], reason: Reason): SpeakerChoice {
    const [best, ...others] = antecedents;
    if (!best) return NOBODY;
    const total = antecedents.slice(0, MOST_CANDIDATES + 1).reduce((sum, { score }) => sum + score, 0);
    const toCandidate = ({ entity, score }: Antecedent): { entity: number; confidence: number } => ({ entity, confidence: score / total });
    const candidates = others.slice(0, MOST_CANDIDATES).map(toCandidate);
    if (best.score / total < LEAST_SHARE) return { ...NOBODY, candidates: antecedents.slice(0, MOST_CANDIDATES).map(toCandidate) };
    return { entities: [best.entity], reason, evidence: [{ start: best.evidence.start, end: best.evidence.end }], confidence: 0.35 + 0.5 * (best.score / total), candidates };
  }

  private isGroup(entity: number | undefined): boolean {
    return entity !== undefined && (entity >= this.entities.length || this.entities[entity]?.type === "organization");
  }

  private words({ start, end }: TextRange): string {
    return this.article.text.slice(start, end).replace(/\s+/gu, " ");
  }

  private blockAt(offset: number): number {
    return lastStartingBy(this.article.blocks, offset);
  }
}

/** Nouns for one person that are no office. */
const PERSON = / (?:man|woman|boy|girl|teenager|person|native|veteran|newcomer|mother|father|widow|widower|[\w-]*year-old|actor|actress|singer|author|billionaire|millionaire|mogul)$/iu;
const WOMAN = /(?:woman|girl|mother|widow|actress)$/iu;
const MAN = /(?: man|boy|father|widower)$/iu;

function describes(words: string, { agreement }: FoundEntity): boolean {
  if (WOMAN.test(words)) return agreement.she >= 0.5;
  return MAN.test(words) ? agreement.he >= 0.5 : true;
}

/** What is said in the article, quoted or told, as ranges in order that do not overlap. */
function spokenRanges(attributions: readonly Attribution[], { quotations }: Findings): TextRange[] {
  const quoted = quotations.filter(({ role, depth }) => role === "speech" && depth === 0).flatMap(({ parts }) => parts);
  const merged: TextRange[] = [];
  for (const range of [...quoted, ...attributions.flatMap(({ contents }) => contents)].sort(compareRanges)) {
    const last = merged.at(-1);
    if (!last || range.start >= last.end) merged.push(range);
    else if (range.end > last.end) merged[merged.length - 1] = { start: last.start, end: range.end };
  }
  return merged;
}

/** True where one of the ranges (in document order, none overlapping another) holds the offset. */
function holds(ranges: readonly TextRange[], offset: number): boolean {
  return (ranges[firstEndingAfter(ranges, offset)]?.start ?? Infinity) <= offset;
}
