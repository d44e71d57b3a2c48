import type { PlaceSense, Reason, Timex } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import type { Place } from "../places/gazetteer.js";

/**
 * What detectors find, before it becomes annotations. All offsets are UTF-16 code units into the article's text.
 */

/** What a pair of quotation marks is for. */
export type QuotationRole = "speech" | "scare" | "title" | "nickname";

/** A stretch in quotation marks. Runs over several paragraphs where marks are reopened at the head of each; `parts` has one range a paragraph. */
export interface Quotation extends TextRange {
  /** Marks included, one range a paragraph. */
  readonly parts: readonly TextRange[];
  readonly marks: "double" | "single";
  /** 0 for an outermost quotation, 1 for one inside it. */
  readonly depth: number;
  readonly role: QuotationRole;
  /** False where the closing mark is missing and the end was put in by rule. */
  readonly closed: boolean;
  /** Index of the block in which it begins. */
  readonly block: number;
}

/** A stretch of text that names a person or an organization: no title, no possessive, no comma at the end. */
export interface NameMention extends TextRange {
  readonly type: "person" | "organization";
  /** A title or role that stands directly before or after the name ("Foreign Minister", "a farmer from Kent"). */
  readonly roles: readonly TextRange[];
  /** An acronym that the text introduces for it: "North Atlantic Treaty Organization (NATO)". */
  readonly acronym?: TextRange | undefined;
  /** 0 to 1. */
  readonly confidence: number;
}

/** A place name or demonym in the text, with the places that it may mean, likelier first (empty where the gazetteer has none). */
export interface PlaceMention extends TextRange {
  readonly sense: PlaceSense;
  readonly candidates: readonly Place[];
  /** How sure the first candidate is, 0 to 1. */
  readonly confidence: number;
}

/** A TIMEX3 expression. */
export interface DateMention extends TextRange {
  readonly timex: Timex;
  /** "2021-04-06", "2021-W14", "P2D", "PRESENT_REF", … */
  readonly value: string;
  /** "article" where the value was counted from the article's date; a range where it was counted from another date in the text. */
  readonly anchoredTo?: "article" | TextRange;
  readonly confidence: number;
}

/** The day of the article and how it was found. */
export interface ArticleDate {
  /** "2021-04-06". */
  readonly value: string;
  readonly from: "text" | "front matter" | "file name" | "user";
  /** Where it stands in the text. */
  readonly range?: TextRange;
}

/** How an attribution is built; tells the reader why these words are a statement. */
export type Construction =
  /** "…," Lavrov said. */
  | "quote, source, cue"
  /** "…," said Lavrov. */
  | "quote, cue, source"
  /** Lavrov said: "…" / Lavrov said that … / Lavrov termed it … */
  | "source, cue, content"
  /** Maintaining that …, the minister … */
  | "participle"
  /** According to Lavrov, … */
  | "according to"
  /** A quotation without a cue of its own. */
  | "floating quote"
  /** Lavrov said: and whole paragraphs behind it without marks, as press releases have them. */
  | "introduced block"
  /** LAVROV: … */
  | "label";

/** Who said what, as spans: what the finding of statements hands to the resolving of speakers. */
export interface Attribution {
  /** In document order; quotation marks included. */
  readonly contents: readonly TextRange[];
  readonly cue: TextRange | null;
  /** The whole source phrase ("Russia Foreign Minister Sergey Lavrov", "two officials", "he"). */
  readonly source: TextRange | null;
  readonly construction: Construction;
  /** 0 to 1: how sure it is that this is a statement with these spans. */
  readonly confidence: number;
}

/** Who an attribution's speaker is. Entities are given by their index in the list of entities found. */
export interface SpeakerChoice {
  /** Indices of entities; empty where nobody can tell, more than one for a joint source. */
  readonly entities: readonly number[];
  readonly reason: Reason;
  readonly evidence: readonly TextRange[];
  readonly confidence: number;
  readonly candidates: readonly { readonly entity: number; readonly confidence: number }[];
}

/** What the finding of attributions may look at. */
export interface Findings {
  readonly quotations: readonly Quotation[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly names: readonly NameMention[];
}
