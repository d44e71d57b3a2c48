/**
 * Weights of `evidenceFor`, a row for each of `NAMED`: logistic regression over the candidates in the training parts of open corpora of
 * names (web texts, news, encyclopedia, interviews, travel guides), each candidate being right where its words and its kind are. Written by training/nameWeights.mjs.
 */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  [-2.49, 0.04, 0.31, -0.12, 0.18, 0.33, 0.25, 0.32, 0.33, 0.51, 0.01, -1.93, -0.16, 0.58, 0.36, -0.4, -0.53, -1.14, -0.25, 0.44, 0.5, 0.56, -0.22, -1.85, -2.62, 0],
  [-1.12, 0.15, 0.12, -0.07, 0.15, -5.03, 3.13, -0.1, -0.09, -2.83, -0.28, -1.27, -0.06, 0.23, 0.29, -1.2, -1.16, -0.59, -0.75, -0.43, 0.03, -0.39, 0.29, -1, 0.01, 0],
  [-2.01, 0.21, 0.13, -0.15, 0.1, -0.23, 0.32, -0.47, 0.11, -0.19, -0.87, 0.26, -0.08, 0.06, 0.3, -0.27, -0.58, -0.3, -0.47, -0.1, 0.51, -0.16, 1.36, 0.82, -0.14, 0.57],
];

/**
 * What is less likely than this is left out, a figure for each of `NAMED`: where precision and recall are near each other in the same texts; of
 * places a little lower, as a place that is missed cannot be corrected on the spot, and one that is none costs a key.
 */
export const LEAST_PROBABILITY: readonly number[] = [0.35, 0.5, 0.22];
