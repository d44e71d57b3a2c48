import type { Attribution } from "../detect/findings.js";
import type { TextRange } from "../document/range.js";
import { lastStartingBy } from "../document/sortedRanges.js";
import { documents, prepositions } from "../lexicon/wordClasses.js";
import type { Article } from "../text/article.js";

/** Words that are read for "in a joint statement", before the source and after the cue. */
const DOCUMENT_REACH = 12;
/** Participles after which a noun's phrase goes on: "a report issued by the minister". */
const REDUCED_CLAUSE = /^(?:issued|published|released|written|posted|filed|prepared|compiled|obtained|seen|that|which)$/u;

/** The noun of a text that speaks itself, in the singular: "report" in "the report by the minister"; undefined for any other source. */
export function documentNoun({ tokens }: Article, source: TextRange): string | undefined {
  let head = "";
  for (let index = tokens.at(source.start); index < tokens.length && tokens.start(index) < source.end; index++) {
    const lower = tokens.lower(index);
    if (lower === "," || ((prepositions.has(lower) || REDUCED_CLAUSE.test(lower)) && head !== "")) break;
    head = lower;
  }
  return asDocument(head);
}

/** "In its petition, the state said", "said in a letter to the minister": the noun of the text that an attribution names beside its source. */
export function documentSaidIn({ tokens, sentences }: Article, { cue, source, contents }: Attribution): string | undefined {
  if (!cue) return undefined;
  const namedAt = (index: number): string | undefined => {
    if (tokens.lower(index) !== "in") return undefined;
    for (let next = index + 1; next < index + 6; next++) {
      if (tokens.kind(next) !== "word" || prepositions.has(tokens.lower(next))) return undefined;
      const noun = asDocument(tokens.lower(next));
      if (noun) return noun;
    }
    return undefined;
  };
  const sentence = sentences[lastStartingBy(sentences, cue.start)];
  const first = Math.min(cue.start, source?.start ?? cue.start);
  const head = sentence?.firstToken ?? 0;
  const before = tokens.start(head) < first ? namedAt(head) : undefined;
  if (before) return before;
  const after = tokens.at(Math.max(cue.end, source?.end ?? 0) - 1) + 1;
  for (let index = after; index < Math.min(after + DOCUMENT_REACH, sentence?.endToken ?? 0); index++) {
    const start = tokens.start(index);
    if (contents.some((content) => content.start <= start && start < content.end)) return undefined;
    const noun = namedAt(index);
    if (noun) return noun;
  }
  return undefined;
}

function asDocument(word: string): string | undefined {
  if (documents.has(word)) return word;
  return word.endsWith("s") && documents.has(word.slice(0, -1)) ? word.slice(0, -1) : undefined;
}
