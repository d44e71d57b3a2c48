import type { SpeakerChoice } from "../../../detect/findings.js";
import type { TextRange } from "../../../document/range.js";
import type { FoundEntity } from "../../foundEntity.js";
import type { SpeakerScene } from "../scene.js";

/** "he" or "she" as the source of a statement. */
export interface HeOrShe {
  readonly word: "he" | "she";
  readonly source: TextRange;
  readonly cue: TextRange | null;
  readonly contents: readonly TextRange[];
  /** Whom the words themselves name: hardly anybody speaks of himself by name. */
  readonly named: ReadonlySet<number>;
  /** One person without a name of whom the article has just told: "One woman had cancer … “…,” she said". */
  readonly unnamed: TextRange | undefined;
}

/** A rule for whom such a pronoun means; undefined where it has nothing to say. */
export type HeOrSheRule = (scene: SpeakerScene, pronoun: HeOrShe) => SpeakerChoice | undefined;

/** How far a name must agree with the pronoun. */
const LEAST_AGREEMENT = 0.4;

/** True for a person whose name agrees with the pronoun. */
export function agreesWith({ word }: HeOrShe, entity: FoundEntity | undefined): entity is FoundEntity {
  return entity?.type === "person" && entity.agreement[word] >= LEAST_AGREEMENT;
}
