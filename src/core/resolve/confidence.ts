import type { Attribution, SpeakerChoice } from "../detect/findings.js";
import type { StatementKind } from "../document/annotationDocument.js";
import { CONFIDENCE } from "./confidence.generated.js";

/** Odds beyond this count alike. */
const SUREST = 0.995;

/** What the confidence of a statement is made of, each with its strength. */
export function confidenceFigures({ construction, confidence, source }: Attribution, kind: StatementKind, choice: SpeakerChoice): Readonly<Record<string, number>> {
  const sure = Math.min(SUREST, Math.max(1 - SUREST, confidence));
  return { always: 1, found: Math.log(sure / (1 - sure)), [kind]: 1, [construction]: 1, [`speaker: ${choice.reason}`]: 1, ...(source ? {} : { "no source": 1 }) };
}

/**
 * How sure a whole statement is, 0 to 1: how sure it is that it has the right words and source, times how sure it is who the source is.
 */
export function statementConfidence(attribution: Attribution, kind: StatementKind, choice: SpeakerChoice): number {
  return speakerShare(choice) * foundConfidence(attribution, kind, choice);
}

/** How often statements that were found like this one have the right words and source, 0 to 1: a logistic function, fitted by training/statementConfidence.mjs. */
export function foundConfidence(attribution: Attribution, kind: StatementKind, choice: SpeakerChoice): number {
  const figures = confidenceFigures(attribution, kind, choice);
  let odds = 0;
  for (const name in figures) odds += (figures[name] ?? 0) * (CONFIDENCE[name] ?? 0);
  return 1 / (1 + Math.exp(-odds));
}

/** How sure the speaker is; a name in the source leaves no doubt, a source without a name is nobody else's. */
function speakerShare({ entities, reason, confidence }: SpeakerChoice): number {
  return entities.length > 0 && (reason === "pronoun" || reason === "description" || reason === "title") ? confidence : 1;
}
