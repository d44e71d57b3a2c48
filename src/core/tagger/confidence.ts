import type { LinkedStatement } from "./links.js";
import type { TokenSpan } from "./decode.js";

/** Weights of the figures in `confidenceOf`. */
export const CONFIDENCE_WEIGHTS = 10;
/** Smaller logarithms of probabilities count as this. */
const LOWEST = -8;
const SUREST = 0.02;

/**
 * How sure a statement is, 0 to 1: a logistic function of how sure its labels and links are, fitted on articles that the network
 * has not learned from. The figures are those of training/confidence.py.
 *
 * @param logs logarithm of each token's label's probability
 */
export function confidenceOf({ cue, source, contents, contentOdds, sourceOdds }: LinkedStatement, logs: Float32Array, weights: Float32Array): number {
  const at = (token: number): number => Math.max(LOWEST, logs[token] ?? LOWEST);
  const lowest = (span: TokenSpan): number => logs.subarray(span.first, span.end).reduce((least, log) => Math.min(least, Math.max(LOWEST, log)), 0);
  const tokens = contents.reduce((sum, { first, end }) => sum + end - first, 0);
  const total = contents.reduce((sum, { first, end }) => logs.subarray(first, end).reduce((partly, log) => partly + Math.max(LOWEST, log), sum), 0);
  const figures = [
    1,
    doubt(total / Math.max(1, tokens)),
    doubt(Math.min(...contents.map(lowest))),
    doubt(Math.min(...contents.map(({ first }) => at(first)))),
    doubt(Math.min(0, ...contents.flatMap(({ end }) => (end < logs.length ? [at(end)] : [])))),
    doubt(lowest(cue)),
    doubt(source ? lowest(source) : 0),
    source ? 0 : 1,
    doubt(Math.min(...contentOdds)),
    doubt(sourceOdds),
  ];
  return 1 / (1 + Math.exp(-figures.reduce((sum, figure, index) => sum + figure * (weights[index] ?? 0), 0)));
}

/** Of the logarithm of a probability: the logarithm of what is missing, so that 0.99 and 0.9 lie as far apart as 0.9 and 0.5. */
function doubt(log: number): number {
  return Math.log(SUREST - Math.max(LOWEST, log));
}
