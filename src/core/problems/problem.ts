import type { Annotation, Entity } from "../document/annotationDocument.js";

/** Something in an article that only a person can decide, at the words where it shows. */
export type Problem =
  /** A day counted from the article's date, which nobody knows; the first of `count` such dates. */
  | { readonly kind: "article date"; readonly annotation: Annotation; readonly count: number }
  /** A date whose day or year the article does not tell. */
  | { readonly kind: "unresolved date"; readonly annotation: Annotation }
  /** "Monday, June 7" of a year in which it was a Tuesday; `weekday` (1 for Monday to 7) is the one that the calendar has. */
  | { readonly kind: "weekday"; readonly annotation: Annotation; readonly weekday: number }
  /** A name of several places that are about as likely. */
  | { readonly kind: "ambiguous place"; readonly annotation: Annotation; readonly entity: Entity }
  /** A person of whom the article gives one name only. */
  | { readonly kind: "single name"; readonly annotation: Annotation; readonly entity: Entity }
  /** A name that differs by one letter from another, which the article has more often or earlier. */
  | { readonly kind: "spelling"; readonly annotation: Annotation; readonly other: Annotation };
