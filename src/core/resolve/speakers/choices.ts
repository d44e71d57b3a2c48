import type { SpeakerChoice } from "../../detect/findings.js";
import type { Antecedent } from "./antecedents.js";

/** Nobody can tell. */
export const NOBODY: SpeakerChoice = { entities: [], reason: "none", evidence: [], confidence: 0, candidates: [] };

/** Antecedents that are less likely are not chosen. */
export const LEAST_LIKELY = 0.4;
/** Candidates that are offered beside a choice. */
export const MOST_CANDIDATES = 3;
/** Antecedents that are less likely are not offered. */
const LEAST_CANDIDATE = 0.05;

/** The likeliest antecedents as those it might be. */
export function toCandidates(antecedents: readonly Antecedent[]): SpeakerChoice["candidates"] {
  return antecedents.filter(({ probability }) => probability >= LEAST_CANDIDATE).slice(0, MOST_CANDIDATES).map(({ entity, probability }) => ({ entity, confidence: probability }));
}
