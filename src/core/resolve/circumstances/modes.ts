import type { Attribution, SpeakerChoice } from "../../detect/findings.js";
import type { StatementMode } from "../../document/annotationDocument.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import { cueForms, type CueVerb } from "../../lexicon/cues.js";
import { passives } from "../../lexicon/wordClasses.js";
import { NO_ARTICLE, type Article } from "../../text/article.js";
import { documentNoun, documentSaidIn } from "../documents.js";
import type { FoundEntity } from "../foundEntity.js";

/** What an organization does in print: "GTM Research forecasts", "the High Court ruled". */
const PRINTED = new Set(["report", "forecast", "find", "estimate", "rule", "recommend", "conclude", "calculate", "project", "state"]);
/** Verbs that need someone who listens; an institution asks and answers in its texts, too. */
const SPOKEN = new Set(["tell", "shout", "whisper", "joke", "testify"]);
const SPOKEN_BY_PEOPLE = new Set(["ask", "reply", "answer"]);
/** Verbs for what somebody holds, which tell his words where they follow a quotation. */
const JUDGING = new Set(["reckon", "believe", "feel", "fear", "hope", "suspect", "guess", "consider", "remember"]);
/** Paragraphs over which a text goes on being quoted from, and sentences where paragraphs are lost. */
const GOES_ON = 1;
const MOST_SENTENCES = 10;

/**
 * Whether something was said, written or thought: a text that speaks itself, "said in a letter" and an institution's figures are writing, and
 * so is what the same source says next, in this paragraph or the one after it, unless its verb tells of a talk. Attributions must be asked
 * in document order.
 */
export class ModeFinder {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new ModeFinder(NO_ARTICLE, []);

  /** The block and sentence of the last words of a text, by who speaks. */
  private readonly written = new Map<number, { readonly block: number; readonly sentence: number }>();

  constructor(
    private readonly article: Article,
    private readonly entities: readonly FoundEntity[],
  ) {}

  find(attribution: Attribution, choice: SpeakerChoice | undefined, verb: CueVerb | undefined): StatementMode {
    const [speaker] = choice?.entities ?? [];
    const isInstitution = speaker !== undefined && this.isInstitution(speaker);
    const mode = isInstitution && verb && PRINTED.has(verb.verb) ? "writing" : this.own(attribution, verb);
    const { cue, source, contents } = attribution;
    if (speaker === undefined) return mode;
    const at = (cue ?? source ?? contents[0])?.start ?? 0;
    const [block, sentence] = [lastStartingBy(this.article.blocks, at), lastStartingBy(this.article.sentences, at)];
    const last = this.written.get(speaker);
    const goesOn = last !== undefined && block - last.block <= GOES_ON && sentence - last.sentence <= MOST_SENTENCES;
    const isTalk = SPOKEN.has(verb?.verb ?? "") || (!isInstitution && SPOKEN_BY_PEOPLE.has(verb?.verb ?? ""));
    if (mode === "speech" && (!goesOn || isTalk)) {
      this.written.delete(speaker);
      return mode;
    }
    if (mode === "thought") return mode;
    // "wrote" alone opens no text that is quoted further: "he wrote …; 'I hated that letter,' he says"
    if (mode === "speech" || this.namesText(attribution)) this.written.set(speaker, { block, sentence });
    return "writing";
  }

  private own(attribution: Attribution, verb: CueVerb | undefined): StatementMode {
    const { source } = attribution;
    if (source && documentNoun(this.article, source)) return "writing";
    if (verb?.mode === "thought") return this.wantsToKnow(attribution, verb) || this.refusesToSay(attribution, verb) || this.isHeard(attribution, verb) ? "speech" : "thought";
    if (this.isConvinced(attribution)) return "thought";
    if (this.namesText(attribution)) return "writing";
    return verb?.mode ?? "speech";
  }

  /** "wanted to know whether …" asks. */
  private wantsToKnow({ cue }: Attribution, verb: CueVerb): boolean {
    const { tokens } = this.article;
    const next = cue ? tokens.at(cue.start) + 1 : tokens.length;
    return verb.verb === "want" && tokens.lower(next) === "to" && tokens.lower(next + 1) === "know";
  }

  /** `“It was over by then,” Hurst reckoned`: what stands in quotation marks before such a verb has been heard. */
  private isHeard({ cue, contents: [content] }: Attribution, { verb }: CueVerb): boolean {
    return JUDGING.has(verb) && cue !== null && content !== undefined && content.end <= cue.start && /^["“‘'«].*[,?!…—–-]["”’'»]$/su.test(this.article.text.slice(content.start, content.end));
  }

  /** "refused to say whether", "refused to be drawn on": an answer, if none. */
  private refusesToSay({ cue }: Attribution, verb: CueVerb): boolean {
    const { tokens } = this.article;
    let next = cue ? tokens.at(cue.start) : tokens.length;
    while (next < tokens.length && tokens.lower(next) !== "to" && tokens.start(next) <= (cue?.end ?? 0)) next++;
    const drawn = /^(?:be|comment|discuss|elaborate|answer)$/u.test(tokens.lower(next + 1));
    return verb.verb === "refuse" && tokens.lower(next) === "to" && (drawn || cueForms.get(tokens.lower(next + 1))?.some(({ cue: { mode, particle } }) => mode === "speech" && particle === undefined) === true);
  }

  /** "is convinced that": what somebody has been brought to think. */
  private isConvinced({ cue }: Attribution): boolean {
    const { tokens } = this.article;
    const last = cue ? tokens.at(cue.end - 1) : 0;
    return cue !== null && /^(?:convinced|persuaded|satisfied)$/u.test(tokens.lower(last)) && passives.has(tokens.lower(last - 1));
  }

  private namesText(attribution: Attribution): boolean {
    const { source } = attribution;
    return (source !== null && documentNoun(this.article, source) !== undefined) || documentSaidIn(this.article, attribution) !== undefined;
  }

  /** Organizations, and places that stand for their governments: they have no voice but that of their texts and of people. */
  private isInstitution(speaker: number): boolean {
    const type = this.entities[speaker]?.type;
    return type === "organization" || type === "place";
  }
}
