import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { SpeakerScene } from "../scene.js";
import { agreesWith, type HeOrShe } from "./heOrShe.js";

/** Others who agree less with the pronoun are not meant. */
const OTHERS_AGREEMENT = 0.15;
/** Paragraphs over which somebody goes on without being named. */
const REACH = 3;
/** Code units between a name and the one that tells more of it. */
const APPOSITION = 2;

/** "“…,” Cole said. / “… Hale …” / “…,” he said": who has spoken last goes on where all others who may be meant have since been named in quotations alone. */
export function stillSpeaks({ article: { blocks }, entities, mentions, conversation: { last }, quoted }: SpeakerScene, pronoun: HeOrShe): SpeakerChoice | undefined {
  const { word, source, named } = pronoun;
  const [entity, ...others] = last?.entities ?? [];
  if (!last?.direct || entity === undefined || others.length > 0 || named.has(entity) || !agreesWith(pronoun, entities[entity])) return undefined;
  if (last.block < lastStartingBy(blocks, source.start) - REACH) return undefined;
  const since = mentions.within({ start: last.at.end, end: source.start }).filter((mention) => mention.entity !== entity && entities[mention.entity]?.type === "person" && (entities[mention.entity]?.agreement[word] ?? 0) >= OTHERS_AGREEMENT);
  return since.every((mention) => quoted(mention.start) || explains(mention, last.at)) ? { entities: [entity], reason: "pronoun", evidence: [last.at], confidence: 0.75, candidates: [] } : undefined;
}

/** "Cole, | Hale's campaign manager": a name that tells who has spoken. */
function explains({ start }: TextRange, speaker: TextRange): boolean {
  return start - speaker.end <= APPOSITION;
}
