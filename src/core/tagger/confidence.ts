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
  let [tokens, total, lowestOfContents, lowestStart, lowestBehind] = [0, 0, 0, 0, 0];
  for (const content of contents) {
    tokens += content.end - content.first;
    for (let token = content.first; token < content.end; token++) total += logAt(logs, token);
    lowestOfContents = Math.min(lowestOfContents, lowest(logs, content));
    lowestStart = Math.min(lowestStart, logAt(logs, content.first));
    if (content.end < logs.length) lowestBehind = Math.min(lowestBehind, logAt(logs, content.end));
  }
  const figures = [
    1,
    doubt(total / Math.max(1, tokens)),
    doubt(lowestOfContents),
    doubt(lowestStart),
    doubt(lowestBehind),
    doubt(lowest(logs, cue)),
    doubt(source ? lowest(logs, source) : 0),
    source ? 0 : 1,
    doubt(Math.min(...contentOdds)),
    doubt(sourceOdds),
  ];
  let sum = 0;
  for (let at = 0; at < figures.length; at++) sum += (figures[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function logAt(logs: Float32Array, token: number): number {
  return Math.max(LOWEST, logs[token] ?? LOWEST);
}

function lowest(logs: Float32Array, { first, end }: TokenSpan): number {
  let least = 0;
  for (let token = first; token < end; token++) least = Math.min(least, logAt(logs, token));
  return least;
}

/** Of the logarithm of a probability: the logarithm of what is missing, so that 0.99 and 0.9 lie as far apart as 0.9 and 0.5. */
function doubt(log: number): number {
  return Math.log(SUREST - Math.max(LOWEST, log));
}
