import type { SpeakerChoice } from "../../../detect/findings.js";
import { lastStartingBy } from "../../../document/sortedRanges.js";
import type { SpeakerScene } from "../scene.js";
import { agreesWith, type HeOrShe } from "./heOrShe.js";

/** What somebody does who has said something before. */
const ADDS = /^(?:added|adds|adding|continued|continues|concluded|concludes)$/u;

/** "“…,” Cole said. / “…,” she added": who adds something is whoever has just spoken, in this paragraph or the one before, if the pronoun and the words allow it. */
export function whoAdds({ article, entities, conversation: { last } }: SpeakerScene, pronoun: HeOrShe): SpeakerChoice | undefined {
  const { blocks, tokens } = article;
  const { source, cue, named } = pronoun;
  const [entity, ...others] = last?.entities ?? [];
  if (!cue || !last || entity === undefined || others.length > 0 || named.has(entity) || !agreesWith(pronoun, entities[entity])) return undefined;
  if (!ADDS.test(tokens.lower(tokens.at(cue.end - 1))) || last.block < lastStartingBy(blocks, source.start) - 1) return undefined;
  return { entities: [entity], reason: "pronoun", evidence: [last.at], confidence: 0.8, candidates: [] };
}
