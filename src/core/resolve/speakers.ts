import type { Attribution, SpeakerChoice } from "../detect/findings.js";
import type { Findings } from "../detect/attributions.js";
import type { Article } from "../text/article.js";
import type { FoundEntity } from "./foundEntity.js";

/** Speakers of all attributions, and the unnamed sources that they brought in (their indices follow those of `entities`). */
export interface ResolvedSpeakers {
  /** One for each attribution, in the same order. */
  readonly choices: readonly SpeakerChoice[];
  readonly unnamed: readonly FoundEntity[];
}

/** Who speaks, for each attribution: by name, title, acronym, pronoun, description, conversation; unattributed rather than a guess. */
export function resolveSpeakers(
  _article: Article,
  attributions: readonly Attribution[],
  _entities: readonly FoundEntity[],
  _found: Findings,
): ResolvedSpeakers {
  return {
    choices: attributions.map(() => ({ entities: [], reason: "none" as const, evidence: [], confidence: 0, candidates: [] })),
    unnamed: [],
  };
}
