import type { SpeakerChoice } from "../../../detect/findings.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { SpeakerScene } from "../scene.js";
import { agreesWith, type HeOrShe } from "./heOrShe.js";

/** What somebody does who speaks next. */
const REACTS = /^(?:agreed|agrees|concurred|disagreed|disagrees|nodded|shrugged|laughed|smiled|demurred)$/u;

/** "“…,” Cole said. His manager, Gary South, agreed. “…,” he said": whoever agrees in the sentence before, and has not been quoted since, goes on to say why. */
export function nextSpeaker({ article, entities, mentions, conversation }: SpeakerScene, pronoun: HeOrShe): SpeakerChoice | undefined {
  const { blocks, sentences, tokens } = article;
  const { source } = pronoun;
  const [named] = mentions.before(source.start, 1);
  const sentence = named && sentences[lastStartingBy(sentences, named.start)];
  if (!sentence || !agreesWith(pronoun, entities[named.entity])) return undefined;
  const isHere = lastStartingBy(blocks, sentence.start) === lastStartingBy(blocks, source.start);
  const isNew = (conversation.last?.at.start ?? -1) < sentence.start;
  if (!isHere || !isNew || sentence.end > source.start || !REACTS.test(tokens.lower(sentence.endToken - 2))) return undefined;
  return { entities: [named.entity], reason: "pronoun", evidence: [{ start: named.start, end: named.end }], confidence: 0.7, candidates: [] };
}
