import type { SpeakerChoice } from "../../detect/findings.js";
import type { Reason } from "../../document/annotationDocument.js";
import type { Antecedent } from "./pronouns/antecedents.js";

/** Nobody can tell. */
export const NOBODY: SpeakerChoice = { entities: [], reason: "none", evidence: [], confidence: 0, candidates: [] };

/** Antecedents that are less likely are not chosen, and those of descriptions. */
export const LEAST_LIKELY = 0.4;
export const LEAST_DESCRIBED = 0.5;
/** Candidates that are offered beside a choice. */
export const MOST_CANDIDATES = 3;
/** Antecedents that are less likely are not offered. */
const LEAST_CANDIDATE = 0.05;

/** The likeliest antecedents as those it might be. */
function toCandidates(antecedents: readonly Antecedent[]): SpeakerChoice["candidates"] {
  return antecedents.filter(({ probability }) => probability >= LEAST_CANDIDATE).slice(0, MOST_CANDIDATES).map(({ entity, probability }) => ({ entity, confidence: probability }));
}

/** The likeliest antecedent, the first one, where it is likely enough, with the others beside it. */
export function likeliest(antecedents: readonly Antecedent[], reason: Reason, least = LEAST_LIKELY): SpeakerChoice {
  const [best, ...others] = antecedents;
  if (!best) return NOBODY;
  if (best.probability < least) return { ...NOBODY, candidates: toCandidates(antecedents) };
  return { entities: [best.entity], reason, evidence: [best.evidence], confidence: best.probability, candidates: toCandidates(others) };
}
