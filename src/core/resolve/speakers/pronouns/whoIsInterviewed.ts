import type { SpeakerChoice } from "../../../detect/findings.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { SpeakerScene } from "../scene.js";
import { agreesWith, type HeOrShe } from "./heOrShe.js";

/** What follows the verb where somebody was talked to: "said in a phone interview". */
const INTERVIEW = /^(?:\s\p{L}+){0,2}\s(?:in|during) an? (?:[\p{L}-]+ ){0,3}interview\b/u;
const REACH = 60;

/** "Tom Baird, 49, was on his couch when the ceiling fell, he said in a phone interview": whoever the sentence is the first to name, and tells of, was talked to. */
export function whoIsInterviewed({ article: { text, sentences }, entities, mentions }: SpeakerScene, pronoun: HeOrShe): SpeakerChoice | undefined {
  const { source, cue, contents } = pronoun;
  const [content] = contents;
  const sentence = sentences[lastStartingBy(sentences, source.start)];
  if (!cue || !content || !sentence || content.start !== sentence.start || content.end > source.start) return undefined;
  const [name] = mentions.within(content);
  const person = name && entities[name.entity];
  const isNew = name?.start === sentence.start && person?.mentions[0]?.start === name.start;
  if (!name || !isNew || !agreesWith(pronoun, person) || !INTERVIEW.test(text.slice(cue.end, cue.end + REACH))) return undefined;
  return { entities: [name.entity], reason: "pronoun", evidence: [{ start: name.start, end: name.end }], confidence: 0.75, candidates: [] };
}
