import type { Attribution, SpeakerChoice } from "../../detect/findings.js";
import type { StatementMode } from "../../document/annotationDocument.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { CueVerb } from "../../lexicon/cues.js";
import type { Article } from "../../text/article.js";
import { documentNoun, documentSaidIn } from "../documents.js";

/** What an organization does in print: "GTM Research forecasts", "the High Court ruled". */
const PRINTED = new Set(["report", "forecast", "find", "estimate", "rule", "recommend", "conclude", "calculate", "project", "state"]);
/** Verbs that need someone who listens. */
const SPOKEN = new Set(["tell", "ask", "reply", "answer", "shout", "whisper", "joke", "testify"]);
/** Paragraphs over which a text goes on being quoted from. */
const GOES_ON = 1;

/**
 * Whether something was said, written or thought: a text that speaks itself and "said in a letter" are writing, and so is what the
 * same source says next, in this paragraph or the one after it, unless its verb tells of a talk. Attributions must be asked in document order.
 */
export class ModeFinder {
  /** The block of the last words of a text, by who speaks. */
  private readonly written = new Map<number, number>();

  constructor(private readonly article: Article) {}

  find(attribution: Attribution, choice: SpeakerChoice | undefined, verb: CueVerb | undefined): StatementMode {
    const isOrganization = choice?.reason === "organization" || choice?.reason === "acronym";
    const mode = isOrganization && verb && PRINTED.has(verb.verb) ? "writing" : this.own(attribution, verb);
    const [speaker] = choice?.entities ?? [];
    const { cue, source, contents } = attribution;
    const block = lastStartingBy(this.article.blocks, (cue ?? source ?? contents[0])?.start ?? 0);
    if (speaker === undefined) return mode;
    const last = this.written.get(speaker) ?? Number.NEGATIVE_INFINITY;
    if (mode === "speech" && (block - last > GOES_ON || SPOKEN.has(verb?.verb ?? ""))) {
      this.written.delete(speaker);
      return mode;
    }
    if (mode === "thought") return mode;
    // "wrote" alone opens no text that is quoted further: "he wrote …; 'I hated that letter,' he says"
    if (mode === "speech" || this.namesText(attribution)) this.written.set(speaker, block);
    return "writing";
  }

  private own(attribution: Attribution, verb: CueVerb | undefined): StatementMode {
    const { source } = attribution;
    if (source && documentNoun(this.article, source)) return "writing";
    if (verb?.mode === "thought") return "thought";
    if (this.namesText(attribution)) return "writing";
    return verb?.mode ?? "speech";
  }

  private namesText(attribution: Attribution): boolean {
    const { source } = attribution;
    return (source !== null && documentNoun(this.article, source) !== undefined) || documentSaidIn(this.article, attribution) !== undefined;
  }
}
