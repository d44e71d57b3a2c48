/**
 * Weights of `evidenceFor`, a row for each of `NAMED`: logistic regression over the candidates in the training parts of open corpora of
 * names (web texts, news, encyclopedia, interviews, travel guides), each candidate being right where its words and its kind are.
 */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  [-3.44, -0.15, 0.61, -0.1, 0.14, 1, 0.86, 1.08, 0.71, 0, 0.24, -2.24, -0.05, 0.47, -1.84, -2.12, -0.17, 1.73, 0.6, 0.33, 0.02, -2.08, -1.7, -0.16],
  [-1.39, 0.03, 0.28, 0.01, 0.08, -2.21, 2.51, 1.07, 0.62, -1.61, -1.03, -0.27, -0.04, -1.07, -1.54, -0.77, -0.9, -0.25, -0.31, -0.5, 0.06, -1.21, -0.51, -0.08],
  [-2.59, -0.2, 0.57, -0.06, 0.14, 0.12, 0.47, 0.05, 0.31, -0.38, -1.74, 0.98, -0.21, -0.03, -1.32, -0.78, -0.49, -0.13, 0.85, -0.19, 1.79, 1.41, -0.46, 0.75],
];

/** What is less likely than this is left out, a figure for each of `NAMED`: where precision and recall are near each other in the same texts. */
export const LEAST_PROBABILITY: readonly number[] = [0.4, 0.45, 0.35];
