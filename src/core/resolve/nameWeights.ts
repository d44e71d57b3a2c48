/**
 * Weights of `evidenceFor`, a row for each of `NAMED`: logistic regression over the candidates in the training parts of open corpora of
 * names (web texts, news, encyclopedia, interviews, travel guides), each candidate being right where its words and its kind are. Written by training/nameWeights.mjs.
 */
export const NAME_WEIGHTS: readonly (readonly number[])[] = [
  [-2.36, 0.1, 0.25, -0.13, 0.15, 0.48, 0.17, 0.32, 0.31, 0.62, 0.11, -1.79, -0.16, 0.63, 0.37, -0.47, -0.61, -0.74, -0.41, 0.25, 0.38, 0.52, -0.29, -1.57, -2.7, -0.01],
  [-1.22, 0.23, 0.03, -0.08, 0.15, -3.66, 2.48, -0.03, -0.02, -2.01, -0.47, -1.04, -0.1, 0.1, 0.29, -0.87, -1.09, -0.84, -0.76, -0.42, -0.16, -0.43, 0.27, -0.83, -0.14, -0.03],
  [-2.07, 0.11, 0.22, -0.16, 0.14, -0.26, 0.31, -0.48, 0.1, -0.14, -0.89, 0.22, -0.07, 0.08, 0.3, -0.46, -0.71, -0.19, -0.54, -0.1, 0.54, -0.24, 1.42, 0.83, -0.31, 0.57],
];

/**
 * What is less likely than this is left out, a figure for each of `NAMED`: where precision and recall are near each other in the same texts; of
 * places a little lower, as a place that is missed cannot be corrected on the spot, and one that is none costs a key.
 */
export const LEAST_PROBABILITY: readonly number[] = [0.35, 0.5, 0.22];
