import type { SpeakerChoice } from "../../detect/findings.js";
import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import type { Conversation } from "./conversation.js";
import type { MentionIndex } from "./mentionIndex.js";

/** What somebody does who speaks next. */
const REACTS = /^(?:agreed|agrees|concurred|disagreed|disagrees|nodded|shrugged|laughed|smiled|demurred)$/u;
const LEAST_AGREEMENT = 0.4;

/** "“…,” Cole said. His manager, Gary South, agreed. “…,” he said": whoever agrees in the sentence before, and has not been quoted since, goes on to say why. */
export function nextSpeaker({ blocks, sentences, tokens }: Article, entities: readonly FoundEntity[], mentions: MentionIndex, conversation: Conversation, pronoun: string, source: TextRange): SpeakerChoice | undefined {
  const [named] = pronoun === "he" || pronoun === "she" ? mentions.before(source.start, 1) : [];
  const sentence = named && sentences[lastStartingBy(sentences, named.start)];
  const person = named && entities[named.entity];
  if (!sentence || person?.type !== "person" || (pronoun === "he" ? person.agreement.he : person.agreement.she) < LEAST_AGREEMENT) return undefined;
  const isHere = lastStartingBy(blocks, sentence.start) === lastStartingBy(blocks, source.start);
  const isNew = (conversation.last?.at.start ?? -1) < sentence.start;
  if (!isHere || !isNew || sentence.end > source.start || !REACTS.test(tokens.lower(sentence.endToken - 2))) return undefined;
  return { entities: [named.entity], reason: "pronoun", evidence: [{ start: named.start, end: named.end }], confidence: 0.7, candidates: [] };
}
