import { SCORES } from "./network.js";
import { STATEMENT_LABELS } from "./weights.js";

/** How tokens are labelled as names: nothing, then first and further tokens of each kind. */
export const NAME_LABELS = ["O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place"] as const;

/** Logarithms of the probabilities of `NAME_LABELS`, row after row; `scores` as of `Network.run`. */
export function nameProbabilities(scores: Float32Array): Float32Array {
  const width = NAME_LABELS.length;
  const count = scores.length / SCORES;
  const logs = new Float32Array(count * width);
  for (let token = 0; token < count; token++) {
    const from = token * SCORES + STATEMENT_LABELS.length;
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < width; label++) most = Math.max(most, scores[from + label] ?? 0);
    let sum = 0;
    for (let label = 0; label < width; label++) sum += Math.exp((scores[from + label] ?? 0) - most);
    const all = most + Math.log(sum);
    for (let label = 0; label < width; label++) logs[token * width + label] = (scores[from + label] ?? 0) - all;
  }
  return logs;
}
