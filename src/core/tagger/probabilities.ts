import { SCORES } from "./network.js";
import { STATEMENT_LABELS } from "./weights.js";

/** How tokens are labelled as names: nothing, then first and further tokens of each kind. */
export const NAME_LABELS = ["O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place"] as const;

const WIDTH = NAME_LABELS.length;

/** Makes logarithms of probabilities of a window's scores in place, of the statement labels' and of the names' apart; `scores` as of `Network.run`. */
export function withProbabilities(scores: Float32Array): Float32Array {
  for (let from = 0; from < scores.length; from += SCORES) {
    makeProbabilities(scores, from, STATEMENT_LABELS.length);
    makeProbabilities(scores, from + STATEMENT_LABELS.length, WIDTH);
  }
  return scores;
}

function makeProbabilities(scores: Float32Array, from: number, labels: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < labels; label++) most = Math.max(most, scores[from + label] ?? 0);
  let sum = 0;
  for (let label = 0; label < labels; label++) sum += Math.exp((scores[from + label] ?? 0) - most);
  const all = most + Math.log(sum);
  for (let label = 0; label < labels; label++) scores[from + label] = (scores[from + label] ?? 0) - all;
}

/** Logarithms of the probabilities of `NAME_LABELS`, row after row; `scores` as of `withProbabilities`. */
export function nameProbabilities(scores: Float32Array): Float32Array {
  const logs = new Float32Array((scores.length / SCORES) * WIDTH);
  for (let from = STATEMENT_LABELS.length, to = 0; to < logs.length; from += SCORES, to += WIDTH) {
    for (let label = 0; label < WIDTH; label++) logs[to + label] = scores[from + label] ?? 0;
  }
  return logs;
}
