import type { NameMention, PlaceMention } from "../../detect/findings.js";

/** What a stretch may name. */
export const NAMED = ["person", "organization", "place"] as const;

/** A stretch of tokens that may be a name, end exclusive, with what speaks for each kind. */
export interface NameCandidate {
  readonly first: number;
  readonly end: number;
  /** The rules' finding of these very words, if they have one. */
  readonly name: NameMention | undefined;
  readonly place: PlaceMention | undefined;
  readonly settled: boolean;
  /** Logarithms of odds by the network, in the order of `NAMED`. */
  readonly odds: readonly number[];
  /** The mean of that over all candidates with the same words. */
  readonly shared: readonly number[];
  /** The greatest of that. */
  readonly most: readonly number[];
  /** The best odds of a longer candidate that begins or ends with this one's word ("Ola Grynn" for "Grynn"); 0 where none is likely or the words are several. */
  readonly longer: readonly number[];
  /** Logarithm of the odds that the words are no plain ones. */
  readonly unusual: number;
}
