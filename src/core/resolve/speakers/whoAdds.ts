import type { SpeakerChoice } from "../../detect/findings.js";
import type { TextRange } from "../../document/range.js";
import { lastStartingBy } from "../../document/sortedRanges.js";
import type { Article } from "../../text/article.js";
import type { FoundEntity } from "../foundEntity.js";
import type { Conversation } from "./conversation.js";

/** What somebody does who has said something before. */
const ADDS = /^(?:added|adds|adding|continued|continues|concluded|concludes)$/u;
const LEAST_AGREEMENT = 0.4;

/** "“…,” Cole said. / “…,” she added": who adds something is whoever has just spoken, in this paragraph or the one before, if the pronoun and the words allow it. */
export function whoAdds({ blocks, tokens }: Article, entities: readonly FoundEntity[], { last }: Conversation, pronoun: string, source: TextRange, cue: TextRange | null, named: ReadonlySet<number>): SpeakerChoice | undefined {
  const [entity, ...others] = last?.entities ?? [];
  const speaker = entity === undefined ? undefined : entities[entity];
  if ((pronoun !== "he" && pronoun !== "she") || !cue || !last || entity === undefined || others.length > 0 || speaker?.type !== "person" || named.has(entity)) return undefined;
  if (!ADDS.test(tokens.lower(tokens.at(cue.end - 1))) || last.block < lastStartingBy(blocks, source.start) - 1 || speaker.agreement[pronoun] < LEAST_AGREEMENT) return undefined;
  return { entities: [entity], reason: "pronoun", evidence: [last.at], confidence: 0.8, candidates: [] };
}
