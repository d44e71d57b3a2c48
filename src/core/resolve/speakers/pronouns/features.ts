import { perObject } from "../../../common/perObject.js";

/** What is looked at to find whom a phrase stands for; each is worth what training/speakers.mjs has found, see `weights.generated.ts`. */
export const FEATURES = [
  /** Logarithm of how far a pronoun's or noun's gender and number fit. */
  "agreement",
  /** A name that tells no gender. */
  "gender unknown",
  "spoke last in this paragraph",
  "spoke last in the paragraph before",
  "spoke shortly before",
  "named in this sentence",
  "named in the sentence before",
  "named in this paragraph",
  "named in the paragraph before",
  /** Logarithm of the number of sentences since. */
  "sentences since",
  "named first in its sentence",
  /** The name first in the sentence before, which that sentence is about. */
  "opens the sentence before",
  /** The name first in this paragraph, where the pronoun stands in a later sentence of it. */
  "opens this paragraph",
  /** "a secretary for Doe", "under Doe". */
  "behind a preposition",
  /** A verb follows: "Doe has". */
  "before a verb",
  "named as an owner",
  "named only in what others say",
  "nearest that fits",
  /** Logarithm of the mentions so far. */
  "mentions so far",
  "mentioned most so far",
  "last pronoun",
  "earlier pronoun",
  "named first in the article",
  /** The article gives it the whole role, a part of it with the noun, or the noun alone. */
  "whole role",
  "part of its role",
  "noun of its role",
  /** It has roles of which none is meant. */
  "another role",
  /** The noun stands in its name ("the committee"). */
  "noun in its name",
  "more words than its role",
] as const;

export type Feature = (typeof FEATURES)[number];

/** What speaks for nobody that the article names. */
export const NOBODY_FEATURES = ["always", "is quoted", "long phrase", "owned", "first told without a name", "no role noun", "organization", "place"] as const;

export type NobodyFeature = (typeof NOBODY_FEATURES)[number];

/** Features that are there, by their names, with their strength or weight. */
type Named<F extends string> = Partial<Record<F, number>>;
export type NobodyRow = Named<NobodyFeature>;

/** The strength of each of a candidate's features, in the order of `FEATURES`; 0 for one that is not there. */
export type FeatureRow = number[];

/** Where each feature stands in a row. */
export const FEATURE = Object.fromEntries(FEATURES.map((name, index) => [name, index])) as Readonly<Record<Feature, number>>;

/** Made of fractions, which hosts would else make room for once they come. */
const EMPTY: readonly number[] = FEATURES.map(() => 0.5).fill(0);

export function createRow(features: Named<Feature> = {}): FeatureRow {
  const row = EMPTY.slice();
  for (const [name, strength] of Object.entries(features)) row[FEATURE[name as Feature]] = strength;
  return row;
}

/** Weights of both lists, for one sort of phrase. */
export interface RankerWeights {
  readonly candidate: Named<Feature>;
  readonly nobody: Named<NobodyFeature>;
}

/** An entity that a phrase may stand for, before it is weighed. */
export interface CandidateRow {
  readonly entity: number;
  readonly row: FeatureRow;
}

/**
 * The probability of each candidate, in their order: a softmax over their weighted features with "nobody that is named" as one more choice,
 * so that they sum to less than 1.
 */
export function probabilities(candidates: readonly CandidateRow[], nobody: NobodyRow, weights: RankerWeights): number[] {
  const ofCandidates = rowOfWeights(weights.candidate);
  const scores = candidates.map(({ row }) => weigh(row, ofCandidates));
  const none = weighNobody(nobody, weights.nobody);
  const highest = scores.reduce((most, score) => Math.max(most, score), none);
  const shares = scores.map((score) => Math.exp(score - highest));
  const total = shares.reduce((sum, share) => sum + share, Math.exp(none - highest));
  return shares.map((share) => share / total);
}

const rowOfWeights = perObject(createRow);

function weigh(row: FeatureRow, weights: FeatureRow): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

function weighNobody(row: NobodyRow, weights: NobodyRow): number {
  let sum = 0;
  for (const name of NOBODY_FEATURES) sum += (row[name] ?? 0) * (weights[name] ?? 0);
  return sum;
}
