/**
 * Weights of `evidenceFor`, a row for each of `NAMED`: logistic regression over the candidates in the training parts of open corpora of
 * names (web texts, news, encyclopedia, interviews, travel guides), each candidate being right where its words and its kind are. Written by training/nameWeights.mjs.
 */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  [-3.46, -0.14, 0.6, -0.1, 0.16, 1.04, 0.83, 1.11, 0.69, 0, 0.2, -2.18, -0.05, 0.44, -1.89, -1.81, -0.19, 1.71, 0.55, 0.32, -0.01, -1.58, -1.7, -0.16],
  [-1.52, 0.06, 0.23, -0.02, 0.07, -2.28, 2.54, 1.08, 0.62, -1.75, -0.99, -0.24, -0.06, -1.04, -1.49, -0.86, -0.91, -0.27, -0.31, -0.48, 0.07, -1.21, -0.49, -0.05],
  [-2.24, -0.16, 0.59, -0.07, 0.11, 0.09, 0.45, -0.01, 0.28, -0.36, -1.67, 1.02, -0.13, -0.29, -1.44, -0.82, -0.5, -0.13, 0.83, -0.14, 1.77, 1.4, -0.41, 0.73],
];

/** What is less likely than this is left out, a figure for each of `NAMED`: where precision and recall are near each other in the same texts. */
export const LEAST_PROBABILITY: readonly number[] = [0.4, 0.45, 0.35];
