import type { SpeakerChoice } from "../../detect/findings.js";
import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import type { Conversation } from "./conversation.js";
import type { MentionIndex } from "./mentionIndex.js";

const LEAST_AGREEMENT = 0.4;
/** Less than this excludes. */
const OTHERS_AGREEMENT = 0.15;
/** Paragraphs over which somebody goes on without being named. */
const REACH = 3;

/** "Cole, | Hale's campaign manager": a name that tells who has spoken. */
function explains({ start }: TextRange, speaker: TextRange): boolean {
  return start - speaker.end <= APPOSITION;
}

const APPOSITION = 2;

/** "“…,” Cole said. / “… Hale …” / “…,” he said": who has spoken last goes on where all others who may be meant have since been named in quotations alone. */
export function stillSpeaks({ blocks }: Article, entities: readonly FoundEntity[], mentions: MentionIndex, { last }: Conversation, quoted: (offset: number) => boolean, pronoun: string, source: TextRange, named: ReadonlySet<number>): SpeakerChoice | undefined {
  const [entity, ...others] = last?.entities ?? [];
  const speaker = entity === undefined ? undefined : entities[entity];
  if ((pronoun !== "he" && pronoun !== "she") || !last?.direct || entity === undefined || others.length > 0 || speaker?.type !== "person" || named.has(entity)) return undefined;
  if (speaker.agreement[pronoun] < LEAST_AGREEMENT || last.block < lastStartingBy(blocks, source.start) - REACH) return undefined;
  const since = mentions.within({ start: last.at.end, end: source.start }).filter((mention) => mention.entity !== entity && entities[mention.entity]?.type === "person" && (entities[mention.entity]?.agreement[pronoun] ?? 0) >= OTHERS_AGREEMENT);
  return since.every((mention) => quoted(mention.start) || explains(mention, last.at)) ? { entities: [entity], reason: "pronoun", evidence: [last.at], confidence: 0.75, candidates: [] } : undefined;
}
