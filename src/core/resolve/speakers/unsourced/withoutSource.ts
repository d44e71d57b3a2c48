import type { Attribution, SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import { nameWords, Word } from "../../../lexicon/nameWords.js";
import type { Article, Sentence } from "../../../text/article.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { AntecedentFinder } from "../pronouns/antecedents.js";
import { LEAST_LIKELY, NOBODY } from "../choices.js";
import type { Conversation, Turn } from "../conversation.js";
import { isSomebody } from "../phrases/descriptions.js";
import type { MentionIndex } from "../mentionIndex.js";
import { isQuoted } from "../spoken.js";
import { isPossessive } from "../mentionForms.js";

/** How sure a turn is that only the one after the next tells. */
const TURN_BEFORE = 0.5;
/** "came the reply", "There were cries of “shame”": of somebody else, whoever that is. */
const NOBODYS = /^came the |\b(?:cries|chants|shouts|calls|cheers|murmurs) of$/u;
/** A phrase that opens a sentence before its subject, by its first word, and how many tokens it may have. */
const OPENING = /^(?:when|while|as|after|before|if|though|although|since|until|once|asked|pressed|questioned|challenged|told|at|in|on|for|from|with|without|by|during|despite|born|now|then|today|yesterday|still|instead|meanwhile)$/u;
const LONGEST_OPENING = 20;
/** Turns among which the subject of the sentence before is looked for. */
const MOST_TURNS = 3;
/** Tokens of a quotation that may go on in a paragraph of its own. */
const LEAST_QUOTED = 5;
/** How far a person agrees with the pronoun by which a quotation may speak of them. */
const LEAST_AGREEMENT = 0.4;
/** "But the problem was simple: “…”": a thought is whose who speaks. */
const THOUGHT = /^(?:(?:but|and|so|still|yet),? )?(?:the|one|another|a|my) (?:\p{Ll}+ )?(?:problem|reason|answer|result|point|message|fact|cause|solution|idea|verdict|conclusion|question|lesson|goal|aim|plan|motto|explanation)\b/iu;
const SPEAKS_OF = { he: /\b(?:he|him|his)\b/iu, she: /\b(?:she|her|hers)\b/iu } as const;

/** Who speaks where no words say so: a quotation that floats, and the turns of a conversation. */
export class WithoutSource {
  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
    private readonly mentions: MentionIndex,
    private readonly antecedents: AntecedentFinder,
  ) {}

  find({ cue, contents: [content] }: Attribution, conversation: Conversation, block: number): SpeakerChoice {
    const [last, before] = conversation.recent(2);
    // "The bridge is expected to open": whoever has just spoken does not say so
    if (!content || (cue && (!isQuoted(this.article, content) || NOBODYS.test(this.article.text.slice(cue.start, cue.end))))) return NOBODY;
    const others = before && last && before.entities[0] !== last.entities[0] ? before.entities.slice(0, 1).map((entity) => ({ entity, confidence: 0.2 })) : [];
    const introducer = this.introducerOf(content, last, conversation);
    if (introducer) return introducer.entity === undefined ? NOBODY : { entities: [introducer.entity], reason: "same paragraph", evidence: [introducer.at], confidence: 0.6, candidates: [] };
    // "“I can’t,” she told Kotzer. … “Who will?”": if she is not known, it is not he either
    const { lastUnknown } = conversation;
    if (lastUnknown?.block === block && lastUnknown.direct && /^s?he$/iu.test(this.article.text.slice(lastUnknown.at.start, lastUnknown.at.end))) return NOBODY;
    if (last?.block === block) return { entities: last.entities, reason: "same paragraph", evidence: [last.at], confidence: 0.8, candidates: others };
    const subject = this.subjectBeside(content, conversation);
    if (subject) return { entities: [subject.entity], reason: "same paragraph", evidence: [subject.at], confidence: 0.55, candidates: [] };
    if (!last || last.block !== block - 1) return NOBODY;
    // "“…,” said Hale, commenting on the rain": she has been quoted, whatever else she did
    const quoted = last.direct ? last : conversation.recent(MOST_TURNS).find((turn) => turn.direct && turn.block === last.block && turn.entities[0] === last.entities[0]);
    if (!quoted) return this.goesOn(content, conversation, block);
    // a new paragraph of a conversation is the other one's
    const turns = before?.block === last.block - 1 && before.direct && before.entities[0] !== last.entities[0];
    if (turns) return { entities: before.entities, reason: "turn", evidence: [before.at], confidence: 0.6, candidates: last.entities.slice(0, 1).map((entity) => ({ entity, confidence: 0.35 })) };
    return { entities: last.entities, reason: "same paragraph", evidence: [last.at], confidence: 0.6, candidates: others };
  }

  /**
   * "Tom Brandt has run the ferry since 1987. “It is a life.”": of whom the sentence before tells in the same paragraph; or, at its head, the
   * one between two quotations ("“We have waited.” Tom Brandt shook his head. “Nobody listened.”").
   */
  private subjectBeside(content: TextRange, conversation: Conversation): { readonly entity: number; readonly at: TextRange } | undefined {
    const { sentences } = this.article;
    const own = lastStartingBy(sentences, content.start);
    const here = sentences[own];
    if (!here || here.start !== content.start) return undefined;
    const before = sentences[own - 1];
    if (before?.block === here.block) return isQuoted(this.article, before) ? undefined : this.subjectOf(before, content, conversation);
    const last = lastStartingBy(sentences, content.end - 1);
    const [between, after] = [sentences[last + 1], sentences[last + 2]];
    const isBetween = between && after && after.block === here.block && !isQuoted(this.article, between) && isQuoted(this.article, after);
    return isBetween ? this.subjectOf(between, content, conversation) : undefined;
  }

  /**
   * "Collins praised the crews. / “They worked all night.”": a quotation that is a paragraph of its own goes on with who is told, as the subject at the head of
   * the sentence before, to say something.
   */
  private goesOn(content: TextRange, conversation: Conversation, block: number): SpeakerChoice {
    const { sentences, blocks, text, tokens } = this.article;
    const before = sentences[lastStartingBy(sentences, content.start) - 1];
    const turn = before && blocks[block]?.start === content.start ? conversation.recent(MOST_TURNS).find(({ at }) => at.start >= before.start && at.end <= before.end) : undefined;
    const [entity, ...others] = turn?.entities ?? [];
    // "“Related:”", and what "the law" says
    const isSomeone = turn !== undefined && isSomebody(this.article, turn.at);
    const isNamed = entity !== undefined && (this.entities[entity] !== undefined || isSomeone || text.startsWith(":", before ? before.end - 1 : 0));
    // "It was “a mistake”, she suggested. / “We all erred.”"
    const isQuoting = before !== undefined && /^["“„«]/u.test(text.slice(content.start, content.start + 1)) && /["“”]/u.test(text.slice(before.start, before.end));
    if (!before || !turn || !isNamed || others.length > 0 || tokens.at(content.end - 1) - tokens.at(content.start) < LEAST_QUOTED || (!isQuoting && turn.at.start !== this.subjectStart(before, turn.at))) return NOBODY;
    return { entities: turn.entities, reason: "same paragraph", evidence: [turn.at], confidence: 0.5, candidates: [] };
  }

  /**
   * "The bishop ended with a word to the killers: “You are mistaken.”": behind the colon of a sentence speaks its subject, or nobody who is known, but not
   * who has spoken last. Undefined where no sentence of the article's own introduces the quotation, or one that tells of the last speaker or of
   * a thought alone.
   */
  private introducerOf(content: TextRange, last: Turn | undefined, conversation: Conversation): { readonly entity: number | undefined; readonly at: TextRange } | undefined {
    const { sentences, tokens, text } = this.article;
    const sentence = sentences[lastStartingBy(sentences, content.start)];
    if (!sentence || sentence.start >= content.start || tokens.text(tokens.at(content.start) - 1) !== ":" || isQuoted(this.article, sentence)) return undefined;
    const before = { ...sentence, end: content.start };
    const subject = this.subjectOf(before, { start: content.start, end: content.start }, conversation) ?? this.beneficiary(before) ?? this.quotee(before);
    if (subject) return subject;
    const named = this.mentions.within(before);
    const tellsOfLast = named.some(({ entity }) => last?.entities.includes(entity)) || /\b(?:he|she|they|it|his|her|their|its)\b/iu.test(text.slice(sentence.start, content.start));
    const isThought = named.length === 0 && THOUGHT.test(text.slice(sentence.start, content.start));
    return tellsOfLast || isThought ? undefined : { entity: undefined, at: before };
  }

  /** "For Collins, the answer is simple: “Build homes.”" */
  private beneficiary({ firstToken, start, end }: Sentence): { readonly entity: number; readonly at: TextRange } | undefined {
    const { tokens, text } = this.article;
    const [name] = this.mentions.within({ start, end });
    const isFor = tokens.lower(firstToken) === "for" && name && withHonorific(this.article, name) === tokens.start(firstToken + 1) && text.startsWith(",", name.end);
    return isFor && this.entities[name.entity]?.type === "person" ? { entity: name.entity, at: { start: name.start, end: name.end } } : undefined;
  }

  /** "Quoting Ann Collins after the match: “We ran.”" */
  private quotee({ firstToken, start, end }: Sentence): { readonly entity: number; readonly at: TextRange } | undefined {
    const { tokens } = this.article;
    const [name] = this.mentions.within({ start, end });
    const isQuotee = tokens.lower(firstToken) === "quoting" && name && withHonorific(this.article, name) === tokens.start(firstToken + 1);
    return isQuotee && this.entities[name.entity]?.type === "person" ? { entity: name.entity, at: { start: name.start, end: name.end } } : undefined;
  }

  /** The person with whom a sentence begins, unless the quotation beside it speaks of her, too. */
  private subjectOf(sentence: Sentence, content: TextRange, conversation: Conversation): { readonly entity: number; readonly at: TextRange } | undefined {
    const { tokens, text } = this.article;
    const said = text.slice(content.start, content.end);
    const pronoun = tokens.lower(sentence.firstToken);
    if (pronoun === "he" || pronoun === "she") {
      const at = tokens.range(sentence.firstToken);
      const [best] = SPEAKS_OF[pronoun].test(said) ? [] : this.antecedents.pronoun(pronoun, at, conversation, false);
      return best && best.probability >= LEAST_LIKELY ? { entity: best.entity, at } : undefined;
    }
    const [name] = this.mentions.within(sentence);
    const person = name && this.entities[name.entity];
    if (!name || person?.type !== "person" || isPossessive(this.article, name)) return undefined;
    const subject = this.subjectStart(sentence, name);
    const isTitled = person.roles.some(({ start, end }) => start === subject && end <= name.start);
    const { he, she } = person.agreement;
    const isSpokenOf = (he >= LEAST_AGREEMENT && SPEAKS_OF.he.test(said)) || (she >= LEAST_AGREEMENT && SPEAKS_OF.she.test(said)) || said.includes(person.name.split(/\s+/u).at(-1) ?? person.name);
    return (withHonorific(this.article, name) === subject || isTitled) && !isSpokenOf ? { entity: name.entity, at: { start: name.start, end: name.end } } : undefined;
  }

  /** Where the subject of a sentence begins: at its head, or behind a phrase that opens it ("Asked about the bridge, Tom Brandt shrugged"; "At 91, Tom Brandt still rows"). */
  private subjectStart(sentence: Sentence, name: TextRange): number {
    const { tokens } = this.article;
    const behindName = tokens.at(name.start);
    for (let index = sentence.firstToken + 1; index < Math.min(behindName, sentence.firstToken + LONGEST_OPENING); index++) {
      if (tokens.text(index) === "," && OPENING.test(tokens.lower(sentence.firstToken))) return tokens.start(index + 1);
    }
    return sentence.start;
  }
}

/** Where a name begins with its "Mr" or "Dr". */
function withHonorific({ tokens }: Article, name: TextRange): number {
  const before = tokens.at(name.start) - 1;
  return (nameWords().facts(tokens.lower(before).replace(/\.$/u, "")) & Word.honorific) !== 0 ? tokens.start(before) : name.start;
}

/**
 * “At home.” / “Can anyone confirm that?” / “My wife can,” Peter Vane said: paragraphs of a conversation of two that nobody has claimed
 * take turns back from the first one that is told.
 */
export function withTurnsBefore(article: Article, attributions: readonly Attribution[], choices: readonly SpeakerChoice[]): SpeakerChoice[] {
  const filled = [...choices];
  const blockOf = ({ contents: [content] }: Attribution): number => lastStartingBy(article.blocks, content?.start ?? 0);
  for (let index = attributions.length - 3; index >= 0; index--) {
    const turns = attributions.slice(index, index + 3);
    const [own, answer, told] = turns;
    const choice = filled[index + 2];
    if (!own || !answer || !told || !choice || !turns.every((turn) => opensParagraph(article, turn))) continue;
    const isRow = blockOf(answer) === blockOf(own) + 1 && blockOf(told) === blockOf(own) + 2;
    const isOpen = filled[index]?.entities.length === 0 && own.source === null && own.cue === null && answer.source === null;
    const [speaker, ...others] = choice.entities;
    if (!isRow || !isOpen || speaker === undefined || others.length > 0 || filled[index + 1]?.entities.includes(speaker)) continue;
    const at = told.source ?? told.contents[0];
    filled[index] = { entities: [speaker], reason: "turn", evidence: at ? [{ start: at.start, end: at.end }] : [], confidence: TURN_BEFORE, candidates: [] };
  }
  return filled;
}

/** True for a statement whose paragraph begins with what was said, in quotation marks. */
function opensParagraph(article: Article, { contents: [content] }: Attribution): boolean {
  return content !== undefined && isQuoted(article, content) && article.blocks[lastStartingBy(article.blocks, content.start)]?.start === content.start;
}
