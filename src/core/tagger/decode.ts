import type { Quotation } from "../detect/findings.js";
import { holdsStatements, type Article } from "../text/article.js";
import { NO_HINT } from "./hints.js";
import { SCORES } from "./network.js";
import { STATEMENT_LABELS, type Transitions } from "./weights.js";
import type { Window } from "./windows.js";

const LABELS = STATEMENT_LABELS.length;
const [NOTHING, INNER_CONTENT] = [STATEMENT_LABELS.indexOf("O"), STATEMENT_LABELS.indexOf("I-content")];
const FIRST_CONTENT = STATEMENT_LABELS.indexOf("B-content");

/** What the text itself says about a token's label. */
const Rule = {
  free: 0,
  /** First token of a block: nothing goes on from the block before. */
  begins: 1,
  /** Where nobody speaks, or where a transcript's label says who does. */
  silent: 2,
  /** Inside a quotation: what was content goes on, and no content begins. */
  held: 3,
} as const;

/**
 * The rules for each token of an article. Of 8,500 quotations in marked articles 99 % lie wholly inside or wholly outside of what
 * is said, and no content runs from one paragraph into the next; so the labels are bound to the marks and the blocks.
 */
export function labelRules({ blocks, tokens }: Article, quotations: readonly Quotation[]): Uint8Array {
  const rules = new Uint8Array(tokens.length);
  for (const { parts, depth, role, closed } of quotations) {
    if (depth > 0 || role !== "speech" || !closed) continue;
    for (const { start, end } of parts) {
      for (let index = tokens.at(start) + 1, last = tokens.at(end - 1); index <= last; index++) rules[index] = Rule.held;
    }
  }
  for (const block of blocks) {
    if (!holdsStatements(block) || block.label) rules.fill(Rule.silent, block.firstToken, block.endToken);
    else if (block.endToken > block.firstToken) rules[block.firstToken] = Rule.begins;
  }
  return rules;
}

/** What the text and the rules of grammar say of the labels of an article, a number a token. */
export interface Guidance {
  /** As of `labelRules`. */
  readonly rules: Uint8Array;
  /** As of `ruleHints`. */
  readonly hints: Uint8Array;
}

/**
 * What a hint adds to the logarithm of its label's probability; that nothing is said weighs less. Chosen on 60 training articles
 * that the network has not learned from, where more exact contents are found with it, and none worse attributed.
 */
const HINT = 1.5;
const HINT_OF_NOTHING = 1;

/** The likeliest legal labels of a window's tokens; `scores` as of `Network.run`: what makes probabilities of them is the same for all labels of a token. */
export function bestLabels(scores: Float32Array, { first, end }: Window, { rules, hints }: Guidance, { steps, start }: Transitions): Uint8Array {
  const length = end - first;
  const legal = legalSteps(steps);
  const came = new Uint8Array(length * LABELS);
  let value = new Float64Array(LABELS);
  let next = new Float64Array(LABELS);
  const labels = new Uint8Array(length);
  for (let token = 0; token < length; token++) {
    const rule = rules[first + token] ?? Rule.free;
    const hint = hints[first + token] ?? NO_HINT;
    for (let to = 0; to < LABELS; to++) {
      let best = Number.NEGATIVE_INFINITY;
      let from = NOTHING;
      if (token === 0) best = isInner(to) ? best : (start[to] ?? 0);
      else {
        const row = (rule * LABELS + to) * LABELS;
        // what goes on with a label follows that label or its first token alone
        const last = isInner(to) ? to : LABELS - 1;
        for (let before = isInner(to) ? to - 1 : 0; before <= last; before++) {
          const sum = (value[before] ?? 0) + (legal[row + before] ?? 0);
          if (sum > best) {
            best = sum;
            from = before;
          }
        }
      }
      const isAllowed = (rule !== Rule.silent || to === NOTHING) && !(token === 0 && rule === Rule.held && to === FIRST_CONTENT);
      const bonus = hint !== to ? 0 : to === NOTHING ? HINT_OF_NOTHING : HINT;
      next[to] = isAllowed ? best + bonus + (scores[token * SCORES + to] ?? 0) : Number.NEGATIVE_INFINITY;
      came[token * LABELS + to] = from;
    }
    const reached = next;
    next = value;
    value = reached;
  }
  let label = value.reduce((best, sum, at) => (sum > (value[best] ?? 0) ? at : best), NOTHING);
  for (let token = length - 1; token >= 0; token--) {
    labels[token] = label;
    label = came[token * LABELS + label] ?? NOTHING;
  }
  return labels;
}

/** What a step to a label adds, by rule, label and the label before it: what is illegal can never be the likeliest. */
function legalSteps(steps: Float32Array): Float64Array {
  const legal = new Float64Array(STEPS.length);
  for (let at = 0; at < legal.length; at++) legal[at] = steps[STEPS[at] ?? ILLEGAL] ?? Number.NEGATIVE_INFINITY;
  return legal;
}

const ILLEGAL = -1;
/** By rule, label and the label before it the index of the step. */
const STEPS = Int16Array.from(
  Object.values(Rule).flatMap((rule) => STATEMENT_LABELS.flatMap((_, to) => STATEMENT_LABELS.map((__, before) => (isLegal(before, to, rule) ? before * LABELS + to : ILLEGAL)))),
);

function isInner(label: number): boolean {
  return label > 0 && label % 2 === 0;
}

function isLegal(before: number, to: number, rule: number): boolean {
  if (isInner(to) && (rule === Rule.begins || (before !== to && before !== to - 1))) return false;
  if (rule !== Rule.held) return true;
  return before >= FIRST_CONTENT ? to === INNER_CONTENT : to < FIRST_CONTENT;
}

/** A labelled stretch of tokens, end exclusive. */
export interface TokenSpan {
  readonly first: number;
  readonly end: number;
}

/** The spans of an article, each kind in document order. */
export interface Spans {
  readonly cues: TokenSpan[];
  readonly sources: TokenSpan[];
  readonly contents: TokenSpan[];
}

/** Adds the spans that a window's labels tell. */
export function addSpans(spans: Spans, labels: Uint8Array, { first }: Window): void {
  for (let token = 0; token < labels.length; ) {
    const label = labels[token] ?? NOTHING;
    if (label === NOTHING) {
      token++;
      continue;
    }
    const from = token++;
    while (token < labels.length && labels[token] === label + 1) token++;
    const kind = label === FIRST_CONTENT ? spans.contents : label === 1 ? spans.cues : spans.sources;
    kind.push({ first: first + from, end: first + token });
  }
}

/** Logarithms of the probabilities of a window's labels, one a token; `scores` as of `withProbabilities`. */
export function logProbabilities(scores: Float32Array, labels: Uint8Array): Float32Array {
  const logs = new Float32Array(labels.length);
  for (let token = 0; token < labels.length; token++) logs[token] = scores[token * SCORES + (labels[token] ?? NOTHING)] ?? 0;
  return logs;
}
