/**
 * Weights of `evidenceFor`, a row for each of `NAMED`: logistic regression over the candidates in the training parts of open corpora of
 * names (web texts, news, encyclopedia, interviews, travel guides), each candidate being right where its words and its kind are. Written by training/nameWeights.mjs.
 */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  [-2.05, 0.1, 0.33, -0.15, 0.15, 0.48, -0.02, 0.37, 0.41, 0, 0.05, -1.43, -0.15, 0.62, 0.34, -0.57, -0.36, -0.89, -0.17, 0.17, 0.61, -0.03, -0.24, -1.52, -2.43, -0.07],
  [-1.04, 0.19, 0.23, -0.05, 0.16, -3.57, 2.17, 0.15, 0.17, -1.93, -0.55, -0.43, -0.19, 0.01, 0.43, -0.94, -1.08, -0.31, -0.79, -0.31, -0.12, -0.25, 0.27, -0.68, -0.29, -0.15],
  [-2.1, 0.06, 0.34, -0.19, 0.14, -0.75, 0.17, -0.41, 0.17, -0.06, -0.98, 0.57, -0.17, 0.09, 0.33, -0.76, -0.92, -0.41, -0.46, -0.16, 1.03, -0.11, 1.52, 0.92, -0.02, 0.62],
];

/** What is less likely than this is left out, a figure for each of `NAMED`: where precision and recall are near each other in the same texts. */
export const LEAST_PROBABILITY: readonly number[] = [0.35, 0.5, 0.3];
