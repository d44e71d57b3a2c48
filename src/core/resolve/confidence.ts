import type { Attribution, SpeakerChoice } from "../detect/findings.js";
import type { StatementKind } from "../document/annotationDocument.js";
import { CONFIDENCE } from "./confidence.generated.js";

/** Odds beyond this count alike. */
const SUREST = 0.995;

/** What the confidence of a statement is made of, each with its strength, as training reads it. */
export function confidenceFigures({ construction, confidence, source }: Attribution, kind: StatementKind, choice: SpeakerChoice): Readonly<Record<string, number>> {
  return { always: 1, found: foundOdds(confidence), [kind]: 1, [construction]: 1, [`speaker: ${choice.reason}`]: 1, ...(source ? {} : { "no source": 1 }) };
}

/**
 * How sure a whole statement is, 0 to 1: how sure it is that it has the right words and source, times how sure it is who the source is.
 */
export function statementConfidence(attribution: Attribution, kind: StatementKind, choice: SpeakerChoice): number {
  return speakerShare(choice) * foundConfidence(attribution, kind, choice);
}

/** How often statements that were found like this one have the right words and source, 0 to 1: a logistic function, fitted by training/statementConfidence.mjs. */
export function foundConfidence({ construction, confidence, source }: Attribution, kind: StatementKind, { reason }: SpeakerChoice): number {
  const odds = weightOf("always") + foundOdds(confidence) * weightOf("found") + weightOf(kind) + weightOf(construction) + weightOf(`speaker: ${reason}`) + (source ? 0 : weightOf("no source"));
  return 1 / (1 + Math.exp(-odds));
}

function weightOf(figure: string): number {
  return CONFIDENCE[figure] ?? 0;
}

function foundOdds(confidence: number): number {
  const sure = Math.min(SUREST, Math.max(1 - SUREST, confidence));
  return Math.log(sure / (1 - sure));
}

/** How sure the speaker is; a name in the source leaves no doubt, a source without a name is nobody else's. */
function speakerShare({ entities, reason, confidence }: SpeakerChoice): number {
  return entities.length > 0 && (reason === "pronoun" || reason === "description" || reason === "title") ? confidence : 1;
}
