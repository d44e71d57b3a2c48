/**
 * Weights of `evidenceFor`, a row for each of `NAMED`: logistic regression over the candidates in the training parts of open corpora of
 * names (web texts, news, encyclopedia, interviews, travel guides), each candidate being right where its words and its kind are.
 */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  [-3.61, -0.11, 0.55, -0.1, 0.12, 1.06, 0.84, 1.05, 0.69, 0.1, -2, -0.06, 0.57, -1.58, -1.84, -0.13, 1.76, 0.69, 0.27, 0],
  [-1.5, 0.05, 0.22, 0.03, 0.02, -2.5, 2.62, 1.08, 0.65, -0.91, -0.19, -0.01, -0.96, -1.47, -0.77, -0.89, -0.06, -0.22, -0.42, -0.03],
  [-2.07, -0.14, 0.53, -0.06, 0.12, 0.9, 0.38, 0.81, 0.24, -1.82, 1.08, -0.12, -0.12, -1.16, -1.4, -0.5, -0.36, 0.93, -0.12, 0.92],
];

/** What is less likely than this is left out, a figure for each of `NAMED`: where precision and recall are near each other in the same texts. */
export const LEAST_PROBABILITY: readonly number[] = [0.4, 0.45, 0.4];
