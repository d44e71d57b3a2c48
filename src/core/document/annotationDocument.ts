import type { TextRange } from "./range.js";

/**
 * The annotation document: what is known about one article. It is what `analyze` returns, what the store holds and what the
 * sidecar file and the stream carry, under the same names. Offsets are UTF-16 code units into the article's text, end exclusive.
 * Fields that this version does not know are kept when a document is read and written again (`Unknown`).
 */
export interface AnnotationDocument extends Unknown {
  readonly format: "on-record";
  readonly version: 1;
  /** Program and version that wrote it, "on-record 0.1.0". */
  readonly generator?: string;
  readonly source: Source;
  readonly entities: readonly Entity[];
  readonly annotations: readonly Annotation[];
  readonly statements: readonly Statement[];
}

/** Carries fields of newer versions and of other programs untouched. */
export interface Unknown {
  readonly [field: string]: unknown;
}

/** The article that the offsets refer to. */
export interface Source extends Unknown {
  /** Path relative to the sidecar; one of `file` and `id` is always there. */
  readonly file?: string;
  /** Name of the document where there is no file (streams). */
  readonly id?: string;
  /** SHA-256 of the text as UTF-8, in hexadecimal. */
  readonly sha256?: string;
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
  /** BCP 47 tag, "en". */
  readonly language?: string;
  /** The day of the article, "2021-04-06"; null where nobody can tell. */
  readonly published?: string | null;
  /** Where `published` comes from. */
  readonly publishedFrom?: PublishedFrom;
  /** Id of the date annotation that tells it, where it stands in the text. */
  readonly publishedAnnotation?: string;
}

export type PublishedFrom = "text" | "front matter" | "file name" | "user";

export type EntityType = "person" | "organization" | "place" | "group";

/** Someone or something that the article names, once however often it is mentioned. */
export interface Entity extends Unknown {
  readonly id: string;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly roles?: readonly Role[];
  /** False for a source that is told but has no name ("two officials"). */
  readonly named?: boolean;
  readonly origin?: Origin;
  /** Of a place: what it is. */
  readonly kind?: PlaceKind;
  /** Of a place: GeoNames id. */
  readonly geoname?: number;
  /** Of a place: ISO 3166-1 alpha-2 code. */
  readonly country?: string;
  /** Of a place: the state, province or county of the first level that it lies in, by name. */
  readonly division?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** Of a place: how sure the choice among places of this name is, 0 to 1. */
  readonly confidence?: number;
  /** Of a place: other places of that name, the likelier first. */
  readonly alternatives?: readonly PlaceAlternative[];
  /** Names of entities that a person merged into this one; a new analysis finds them here again. */
  readonly mergedFrom?: readonly string[];
}

export type PlaceKind = "country" | "division" | "city" | "region" | "water" | "other";

/** Another place that a name may mean. */
export interface PlaceAlternative extends Unknown {
  readonly geoname?: number;
  readonly name: string;
  readonly kind?: PlaceKind;
  readonly country?: string;
  readonly division?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** What an entity is, in the article's words, with the annotation (type `role`) that says so. */
export interface Role extends Unknown {
  readonly text: string;
  readonly annotation?: string;
}

export type MentionType = "person" | "organization" | "place" | "date" | "role";
export type StatementPartType = "speaker" | "cue" | "quote";
export type AnnotationType = MentionType | StatementPartType;
export type Origin = "auto" | "user";
export type Status = "proposed" | "accepted" | "rejected";
export type Timex = "DATE" | "TIME" | "DURATION" | "SET";
export type PlaceSense = "literal" | "associative" | "demonym";

/** One marked stretch of the article: a mention, or a part of a statement. */
export interface Annotation extends TextRange, Unknown {
  readonly id: string;
  readonly type: AnnotationType;
  readonly start: number;
  readonly end: number;
  /** The words that it covers. */
  readonly text: string;
  /** Up to 32 code units before and after, by which it is found again in a changed text. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** Where else in the same text the same words stand with much of the same around them, by which they alone do not tell their place. */
  readonly copies?: readonly number[];
  /** How often pieces of the words and of what stands around them stand elsewhere in the same text: if no more often later, nothing came that is like them. */
  readonly alike?: number;
  /** Id of the entity that a mention or a speaker refers to. */
  readonly entity?: string;
  /** Of a place. */
  readonly sense?: PlaceSense;
  /** Of a date: TIMEX3 class and value. */
  readonly timex?: Timex;
  readonly value?: string;
  /** Of a date: what it was counted from, as a sentence would say it: "article" for the article's own date, else an annotation's id. */
  readonly anchoredTo?: string;
  readonly origin?: Origin;
  readonly status?: Status;
  readonly confidence?: number;
  /** True where the words are no longer in the text; offsets then are the last known ones. */
  readonly orphaned?: boolean;
}

export type StatementKind = "direct" | "indirect" | "mixed";
export type StatementMode = "speech" | "thought" | "writing";
export type Factuality = "asserted" | "denied" | "hypothetical";

/** Who said what: contents, the cue that introduces them, and the speaker. Parts are annotation ids. */
export interface Statement extends Unknown {
  readonly id: string;
  readonly kind: StatementKind;
  /** Ids of the `quote` annotations, in document order. */
  readonly quote: readonly string[];
  readonly cue?: string | null;
  readonly speaker?: string | null;
  /** Id of the entity that speaks once pronouns and roles are resolved; null where nobody can tell. */
  readonly entity?: string | null;
  /** Instead of `entity`: several who speak jointly. */
  readonly entities?: readonly string[];
  readonly mode?: StatementMode;
  readonly factuality?: Factuality;
  /** Ids of the annotations that tell when and where it was said. */
  readonly when?: string | null;
  readonly where?: string | null;
  /** The rule that chose the speaker. */
  readonly reason?: Reason;
  /** How cue, speaker and content stand to each other ("quote, source, cue"); why these words are a statement. */
  readonly construction?: string;
  /** What the rule saw: annotation ids, or words of the article with their place. */
  readonly evidence?: readonly Evidence[];
  /** The next best speakers, likelier first. */
  readonly candidates?: readonly Candidate[];
  readonly notes?: readonly Note[];
  readonly origin?: Origin;
  readonly status?: Status;
  readonly confidence?: number;
  /** Of a rejected one: the statements that a person made of its words by joining, splitting or moving its edges. Views pass it over. */
  readonly replacedBy?: readonly string[];
}

export type Evidence = string | EvidenceSpan;

export interface EvidenceSpan extends TextRange, Unknown {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Candidate extends Unknown {
  readonly entity: string;
  readonly confidence: number;
}

export interface Note extends Unknown {
  readonly id: string;
  readonly text: string;
  readonly created: string;
}

/**
 * How the speaker of a statement was found; closed, and explained in the documentation.
 *
 * - `full name`, `surname`, `first name`, `acronym`: the source phrase holds a name of the entity in that form
 * - `title`: the source phrase is a title or role that the article gives to the entity ("the Foreign Minister")
 * - `pronoun`: the source phrase is a pronoun that stands for the entity
 * - `description`: the source phrase describes the entity ("his counterpart")
 * - `organization`: the source phrase names an organization, or a place that stands for one
 * - `unnamed source`: the source is told but has no name ("two officials")
 * - `joint source`: several entities are named together
 * - `same paragraph`: no source phrase; the statement goes on in the paragraph of the last speaker
 * - `turn`: no source phrase; speakers alternate in a conversation
 * - `same words`: no source phrase; the article tells elsewhere who said just that, as below a headline
 * - `label`: a transcript's label names the speaker ("LAVROV:")
 * - `person`: a person said so
 * - `none`: nothing in the article tells
 */
export type Reason =
  | "full name"
  | "surname"
  | "first name"
  | "acronym"
  | "title"
  | "pronoun"
  | "description"
  | "organization"
  | "unnamed source"
  | "joint source"
  | "same paragraph"
  | "turn"
  | "same words"
  | "label"
  | "person"
  | "none";
