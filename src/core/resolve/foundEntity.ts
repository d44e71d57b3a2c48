import type { EntityType } from "../document/annotationDocument.js";
import type { TextRange } from "../document/range.js";
import type { Place } from "../places/gazetteer.js";

/** A mention that was assigned to an entity. */
export interface EntityMention extends TextRange {
  readonly confidence: number;
}

/**
 * What the text says of a person that helps to find who "he", "she" or "they" is: evidence for pronouns within this analysis,
 * never written to a document.
 */
export interface Agreement {
  /** 0 to 1 that "he" fits; `she` and `they` alike. */
  readonly he: number;
  readonly she: number;
  readonly they: number;
}

/** An entity as the resolvers know it: a chain of mentions. */
export interface FoundEntity {
  readonly type: EntityType;
  /** Its fullest name. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Where the article says what it is ("Russia Foreign Minister"). */
  readonly roles: readonly TextRange[];
  /** Mentions by name in document order. */
  readonly mentions: readonly EntityMention[];
  /** False for a source that is told but has no name. */
  readonly named: boolean;
  readonly agreement: Agreement;
  /** Of a place entity: what it was resolved to, and what else the name may mean. */
  readonly place?: Place | undefined;
  readonly alternatives?: readonly Place[] | undefined;
  readonly confidence?: number | undefined;
}
