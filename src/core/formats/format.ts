import type { Result } from "../common/errors.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";

/** An annotation document with the text that its offsets refer to. */
export interface AnnotatedArticle {
  readonly document: AnnotationDocument;
  readonly text: string;
}

/** A way to write annotations for other programs or for people. */
export interface ExportFormat {
  /** What the command line calls it: "csv". */
  readonly id: FormatId;
  /** What a person reads in a list: "Fact sheet (Markdown)". */
  readonly label: string;
  /** What it is good for and what it holds, as one plain line. */
  readonly purpose: string;
  /** Whether people read it, or programs. */
  readonly readers: "people" | "programs";
  /** Ending of files without the first dot: "annotations.json". The name of the article's file, ending included, goes before it. */
  readonly extension: string;
  /** What of an annotation document the format has no place for, in plain words of English, for the documentation; empty where it carries all. */
  readonly cannotCarry: readonly string[];
  /** True where one file may hold many articles. */
  readonly holdsMany: boolean;
  /** True where programs take a file for another encoding than UTF-8 unless it begins with a byte order mark, as spreadsheets do. */
  readonly startsWithMark?: boolean;
  /** The articles as one text with `\n` line ends. A format that holds one article is given one. */
  serialize(articles: readonly AnnotatedArticle[]): string;
  /** Reads what the format carries; absent where it is for people or for tables. */
  parse?(text: string): Result<readonly AnnotationDocument[]>;
}

export type FormatId = "sidecar" | "jsonl" | "csv" | "markdown";
