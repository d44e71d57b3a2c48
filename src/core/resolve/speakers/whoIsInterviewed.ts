import type { SpeakerChoice } from "../../detect/findings.js";
import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import type { MentionIndex } from "./mentionIndex.js";

/** What follows the verb where somebody was talked to: "said in a phone interview". */
const INTERVIEW = /^(?:\s\p{L}+){0,2}\s(?:in|during) an? (?:[\p{L}-]+ ){0,3}interview\b/u;
const REACH = 60;
const LEAST_AGREEMENT = 0.4;

/** "Tom Baird, 49, was on his couch when the ceiling fell, he said in a phone interview": whoever the sentence is the first to name, and tells of, was talked to. */
export function whoIsInterviewed({ text, sentences }: Article, entities: readonly FoundEntity[], mentions: MentionIndex, pronoun: string, source: TextRange, cue: TextRange | null, contents: readonly TextRange[]): SpeakerChoice | undefined {
  const [content] = contents;
  const sentence = sentences[lastStartingBy(sentences, source.start)];
  if ((pronoun !== "he" && pronoun !== "she") || !cue || !content || !sentence || content.start !== sentence.start || content.end > source.start) return undefined;
  const [name] = mentions.within(content);
  const person = name && entities[name.entity];
  const isNew = person?.type === "person" && name?.start === sentence.start && person.mentions[0]?.start === name.start;
  if (!name || !isNew || person.agreement[pronoun] < LEAST_AGREEMENT || !INTERVIEW.test(text.slice(cue.end, cue.end + REACH))) return undefined;
  return { entities: [name.entity], reason: "pronoun", evidence: [{ start: name.start, end: name.end }], confidence: 0.75, candidates: [] };
}
