import assert from "node:assert/strict";
import * as fc from "fast-check";
import { addSpans, bestLabels, labelRules, logProbabilities, type Guidance, type Spans } from "../../../../src/core/tagger/decode.js";
import { NO_HINT, ruleHints } from "../../../../src/core/tagger/hints.js";
import { SCORES } from "../../../../src/core/tagger/network.js";
import { withProbabilities } from "../../../../src/core/tagger/probabilities.js";
import { STATEMENT_LABELS } from "../../../../src/core/tagger/weights.js";
import { holdsStatements } from "../../../../src/core/text/article.js";
import { chance } from "./packWeights.js";
import { readForTagger } from "./readForTagger.js";

const EVEN = { steps: new Float32Array(49), start: new Float32Array(7) };

/** Scores in which each token's wish stands out; a letter a token: c, s, q for the first of cue, source and content, C, S, Q further ones. */
function wishes(letters: string): Float32Array {
  const scores = new Float32Array(letters.length * SCORES);
  [...letters].forEach((letter, token) => {
    scores[token * SCORES + ".cCsSqQ".indexOf(letter)] = 5;
  });
  return scores;
}

function told(labels: Uint8Array): string {
  return [...labels].map((label) => ".cCsSqQ".charAt(label)).join("");
}

function unhinted(rules: Uint8Array): Guidance {
  return { rules, hints: rules.map(() => NO_HINT) };
}

function decoded(text: string, letters: string): string {
  const { article, found } = readForTagger(text);
  assert.equal(letters.length, article.tokens.length, "a letter a token");
  return told(bestLabels(wishes(letters), { first: 0, end: letters.length }, unhinted(labelRules(article, found.quotations)), EVEN));
}

suite("decoding", () => {
  const cases: readonly [about: string, text: string, wished: string, expected: string][] = [
    ["what is legal stays", "He said it rained.", "scqQ.", "scqQ."],
    ["no span begins with a further label", "He said it rained.", "Sc.Q.", ".c..."],
    ["a content that would end inside a quotation ends with it", "“We won the cup,” he said.", "qQQQ...sc.", "qQQQQQQsc."],
    ["a content that would begin inside a quotation does not", "The “great big day” came.", "...qQ...", "........"],
    ["a stray mark binds nothing", "The boys' team said so.", "sSSScq.", "sSSScq."],
    ["nothing goes on in the next paragraph", "It rained on Monday again and again.\n\nThe sun came out in the end, at last.", "qQQQQQQQQQQQQQQQQQ", "qQQQQQQQqQQQQQQQQQ"],
    ["a heading holds none", "Mayor says bridge opens\n\nThe bridge will be opened by the mayor on Monday, and all are glad.", "scqQ................", "...................."],
    ["a labelled paragraph is left to the label", "LAVROV: We said it was over.\n\nQ: They said so.\n\nLAVROV: It rained.\n\nQ: Did it?", "..scqQQ...scq.", ""],
  ];
  for (const [about, text, wished, expected] of cases) {
    test(about, () => {
      const { article } = readForTagger(text);
      const length = article.tokens.length;
      assert.equal(decoded(text, wished.padEnd(length, ".").slice(0, length)), expected.padEnd(length, ".").slice(0, length));
    });
  }

  test("learned steps count", () => {
    const steps = new Float32Array(49);
    // from a cue's first label to a content's first label
    steps[1 * 7 + 5] = -20;
    assert.equal(told(bestLabels(wishes("cq"), { first: 0, end: 2 }, unhinted(new Uint8Array(2)), { ...EVEN, steps })).includes("cq"), false);
  });

  suite("hints", () => {
    const text = "It may rain on Monday, she said again.";
    const [content, source, cue] = ["It may rain", "she", "said"].map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }));
    if (!content || !source || !cue) throw new Error("no ranges");
    const byRule = { contents: [content], source, cue, construction: "quote, source, cue", confidence: 0.8 } as const;
    const { article, found } = readForTagger(text);
    const rules = labelRules(article, found.quotations);
    const labelsOf = (letters: string, strength: number, hints: Uint8Array): string =>
      told(bestLabels(wishes(letters).map((score) => score * strength), { first: 0, end: letters.length }, { rules, hints }, EVEN));

    test("stand in the sentence of the cue", () => assert.equal(told(ruleHints(article, [byRule])), "qQQ...sc.."));
    test("decide where the network is unsure", () => assert.equal(labelsOf("qQQQQ.sc..", 0.1, ruleHints(article, [byRule])), "qQQ...sc.."));
    test("do not where it is sure", () => assert.equal(labelsOf("qQQQQ.sc..", 1, ruleHints(article, [byRule])), "qQQQQ.sc.."));
    test("nothing is hinted where there is no cue", () => assert.ok(ruleHints(article, [{ ...byRule, cue: null }]).every((hint) => hint === NO_HINT)));
  });

  test("whatever the scores, labels are legal and spans lie on tokens", () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("“We won", "”", "said Ann Doe", "\n\n", "“It’s over,” he said.", '"', "LAVROV: No.", "The ‘old’ town, he said:", "READ | More on this", "it rained."), { maxLength: 25 }),
        fc.integer(),
        (pieces, seed) => {
          const { article, found, windows } = readForTagger(pieces.join(" "));
          const rules = labelRules(article, found.quotations);
          const next = chance(seed);
          const hints = rules.map(() => Math.floor(next() * 8));
          const spans: Spans = { cues: [], sources: [], contents: [] };
          for (const window of windows) {
            const scores = Float32Array.from({ length: (window.end - window.first) * SCORES }, () => next() * 4);
            const labels = bestLabels(scores, window, { rules, hints }, EVEN);
            labels.forEach((label, token) => {
              if (STATEMENT_LABELS[label]?.startsWith("I-")) assert.ok(labels[token - 1] === label || labels[token - 1] === label - 1);
            });
            addSpans(spans, labels, window);
            assert.ok(logProbabilities(withProbabilities(scores), labels).every((log) => log <= 0));
          }
          const holders = article.blocks.filter((block) => holdsStatements(block) && !block.label);
          const all = [...spans.cues, ...spans.sources, ...spans.contents].sort((a, b) => a.first - b.first);
          all.forEach(({ first, end }, index) => {
            assert.ok(end > first && end <= (all[index + 1]?.first ?? Infinity), "spans overlap");
            assert.ok(holders.some((block) => block.firstToken <= first && end <= block.endToken), "a span leaves its paragraph");
          });
          for (const { first, end } of spans.contents) {
            for (const { parts, closed, depth, role } of found.quotations) {
              if (!closed || depth > 0 || role !== "speech" || parts.length > 1) continue;
              const [open, close] = [article.tokens.at(parts[0]?.start ?? 0), article.tokens.at((parts[0]?.end ?? 1) - 1)];
              assert.ok(end <= open || first > close || (first <= open && end > close), "a content ends inside a quotation");
            }
          }
        },
      ),
      { numRuns: 150 },
    ));
});
