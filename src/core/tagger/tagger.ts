import type { Attribution } from "../detect/findings.js";
import type { Article } from "../text/article.js";
import { CONFIDENCE_WEIGHTS, confidenceOf } from "./confidence.js";
import type { Surroundings } from "./contextFeatures.js";
import { addSpans, bestLabels, labelRules, logProbabilities, type Spans } from "./decode.js";
import { readFeatures } from "./features.js";
import { ruleHints } from "./hints.js";
import type { Kernel } from "./kernel/kernel.js";
import { KnownScores, type Scorer } from "./knownScores.js";
import { linkSpans, LINK_BUCKETS, type LinkedStatement } from "./links.js";
import { Network, SCORES } from "./network.js";
import { nameProbabilities, withProbabilities } from "./probabilities.js";
import { parseWeights } from "./weights.js";
import { cutWindows } from "./windows.js";

/** A statement as spans of tokens. */
export interface TaggedStatement extends Pick<LinkedStatement, "cue" | "source" | "contents"> {
  /** 0 to 1. */
  readonly confidence: number;
}

/** What the network has read in an article. */
export interface Reading {
  /** Logarithms of the probabilities of `NAME_LABELS`, row after row, a row a token; empty where nothing was learned of names. */
  names(): Float32Array;
  /**
   * The statements of the article.
   *
   * @param byRule what the rules for constructions find, which counts as a hint
   */
  statements(byRule: readonly Attribution[]): readonly TaggedStatement[];
}

/** Finds statements and names by learned weights; made once; nothing that it was asked before changes what it finds. */
export interface Tagger {
  /**
   * Reads an article, window by window: yields the part that is done, 0 to 1. The text alone decides on the result. Linear time;
   * never throws on any text. Keeps 64 bytes a token while the reading is kept.
   */
  read(article: Article, found: Surroundings): Generator<number, Reading>;
}

export interface TaggerOptions {
  /** What to compute with; the best one that the host has where it is not given. */
  readonly makeKernel?: (bytes: number) => Kernel | Promise<Kernel>;
  /**
   * Tokens of windows whose scores are kept for the next reading of the same text, some 200 bytes each; none where it is not
   * given. It changes the time that a reading takes, never what it finds.
   */
  readonly keptTokens?: number;
}

/**
 * Opens `models/tagger.bin` (training/network.md). Rejects with `AppError` "invalid-table" where it is damaged or made for other
 * features.
 */
export async function loadTagger(bytes: Uint8Array, { makeKernel, keptTokens = 0 }: TaggerOptions = {}): Promise<Tagger> {
  const weights = parseWeights(bytes);
  const links = weights.floats("links", 2 * LINK_BUCKETS);
  const sureness = weights.floats("confidence", CONFIDENCE_WEIGHTS);
  const network = await Network.create(weights, makeKernel);
  // what follows from a window's scores alone is kept with them
  const reader: Scorer = { run: (features, window) => withProbabilities(network.run(features, window)) };
  const scorer = keptTokens > 0 ? new KnownScores(reader, keptTokens) : reader;
  return {
    *read(article, found) {
      const features = readFeatures(article, found);
      const windows = cutWindows(article, found.quotations);
      const scores = new Float32Array(article.tokens.length * SCORES);
      for (const window of windows) {
        scores.set(scorer.run(features, window), window.first * SCORES);
        yield window.end / article.tokens.length;
      }
      return {
        names: () => nameProbabilities(scores),
        statements(byRule) {
          const guidance = { rules: labelRules(article, found.quotations), hints: ruleHints(article, byRule) };
          const spans: Spans = { cues: [], sources: [], contents: [] };
          const logs = new Float32Array(article.tokens.length);
          for (const window of windows) {
            const ofWindow = scores.subarray(window.first * SCORES, window.end * SCORES);
            const labels = bestLabels(ofWindow, window, guidance, weights.statements);
            addSpans(spans, labels, window);
            logs.set(logProbabilities(ofWindow, labels), window.first);
          }
          return linkSpans(article, features, spans, links).map((statement) => {
            const { cue, source, contents } = statement;
            return { cue, source, contents, confidence: confidenceOf(statement, logs, sureness) };
          });
        },
      };
    },
  };
}
