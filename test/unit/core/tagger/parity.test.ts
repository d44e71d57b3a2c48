import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { confidenceOf, CONFIDENCE_WEIGHTS } from "../../../../src/core/tagger/confidence.js";
import { logProbabilities, type TokenSpan } from "../../../../src/core/tagger/decode.js";
import { featureRow } from "../../../../src/core/tagger/features.js";
import { LINK_BUCKETS, linkSpans } from "../../../../src/core/tagger/links.js";
import { Network, SCORES } from "../../../../src/core/tagger/network.js";
import { withProbabilities } from "../../../../src/core/tagger/probabilities.js";
import { parseWeights } from "../../../../src/core/tagger/weights.js";
import { readForTagger } from "./readForTagger.js";

type Pair = readonly [first: number, end: number];

/** What training/parity.py computes of the article from the weights that are shipped; `scores` are of the 14 labels that have one. */
interface Expected {
  readonly article: string;
  readonly tokens: readonly Pair[];
  readonly ids: readonly (readonly number[])[];
  readonly windows: readonly Pair[];
  readonly scores: readonly (readonly number[])[];
  readonly labels: readonly number[];
  readonly spans: { readonly cues: readonly Pair[]; readonly sources: readonly Pair[]; readonly contents: readonly Pair[] };
  readonly statements: readonly { readonly cue: Pair; readonly source: Pair | null; readonly contents: readonly Pair[]; readonly confidence: number }[];
}

const expected = JSON.parse(readFileSync("test/fixtures/tagger/parity.json", "utf8")) as Expected;
const { article, features, windows } = readForTagger(readFileSync(expected.article, "utf8"));
const weights = parseWeights(new Uint8Array(readFileSync("models/tagger.bin")));
/** Integers are summed exactly on both sides; what differs is the rounding of float32 and of sigmoids. */
const SCORE_ERROR = 0.02;

const toSpan = ([first, end]: Pair): TokenSpan => ({ first, end });
const toPair = ({ first, end }: TokenSpan): Pair => [first, end];

suite("parity of training and product", () => {
  test("the same tokens, features and windows", () => {
    const tokens = Array.from({ length: article.tokens.length }, (_, token) => token);
    assert.deepEqual(tokens.map((token) => [article.tokens.start(token), article.tokens.end(token)]), expected.tokens);
    assert.deepEqual(tokens.map((token) => featureRow(features, token)), expected.ids);
    assert.deepEqual(windows.map(toPair), expected.windows);
  });

  test("the same scores, within rounding", async () => {
    const network = await Network.create(weights);
    for (const window of windows) {
      const scores = network.run(features, window);
      for (let token = window.first; token < window.end; token++) {
        const row = scores.subarray((token - window.first) * SCORES);
        (expected.scores[token] ?? []).forEach((score, label) => assert.ok(Math.abs((row[label] ?? Number.NaN) - score) < SCORE_ERROR, `token ${token}, label ${label}: ${row[label]} for ${score}`));
      }
    }
  });

  test("the same links and confidence for the same spans", () => {
    const { cues, sources, contents } = expected.spans;
    const spans = { cues: cues.map(toSpan), sources: sources.map(toSpan), contents: contents.map(toSpan) };
    const linked = linkSpans(article, features, spans, weights.floats("links", 2 * LINK_BUCKETS));
    assert.deepEqual(
      linked.map(({ cue, source, contents: said }) => ({ cue: toPair(cue), source: source ? toPair(source) : null, contents: said.map(toPair) })),
      expected.statements.map(({ cue, source, contents: said }) => ({ cue, source, contents: said })),
    );
    const scores = Float32Array.from(expected.scores.flatMap((row) => [...row, 0, 0]));
    const logs = logProbabilities(withProbabilities(scores), Uint8Array.from(expected.labels));
    linked.forEach((statement, index) => {
      const sure = confidenceOf(statement, logs, weights.floats("confidence", CONFIDENCE_WEIGHTS));
      assert.ok(Math.abs(sure - (expected.statements[index]?.confidence ?? Number.NaN)) < 0.01, `statement ${index}: ${sure} for ${expected.statements[index]?.confidence}`);
    });
  });
});
