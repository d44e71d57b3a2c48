/**
 * Weights of `evidenceFor`, a row for each of `NAMED`: logistic regression over the candidates in the training parts of open corpora of
 * names (web texts, news, encyclopedia, interviews, travel guides), each candidate being right where its words and its kind are.
 */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  [-3.54, -0.15, 0.61, -0.09, 0.17, 1.03, 0.85, 1.09, 0.71, 0.18, -2.3, -0.07, 0.5, -1.94, -2.02, -0.17, 1.73, 0.6, 0.3, -0.01],
  [-1.58, 0.04, 0.23, 0.02, 0.05, -2.58, 2.65, 1.08, 0.62, -0.94, -0.28, -0.03, -0.98, -1.44, -0.78, -0.92, -0.06, -0.22, -0.47, 0],
  [-2.31, -0.15, 0.55, -0.09, 0.13, 0.9, 0.41, 0.82, 0.24, -1.73, 0.93, -0.2, -0.08, -1.24, -1.56, -0.51, -0.27, 0.91, -0.14, 0.94],
];

/** What is less likely than this is left out, a figure for each of `NAMED`: where precision and recall are near each other in the same texts. */
export const LEAST_PROBABILITY: readonly number[] = [0.4, 0.45, 0.4];
