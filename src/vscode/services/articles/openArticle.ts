import * as vscode from "vscode";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import type { TextEdit } from "../../../core/document/textEdit.js";
import type { ArticleInput } from "../../../core/text/article.js";

export type ArticleState = "notArticle" | "analyzing" | "ready" | "tooLong" | "failed";

/** What is known of one open document. */
export interface OpenArticle {
  readonly document: vscode.TextDocument;
  state: ArticleState;
  /** True once what was known of it is in the store: an analysis before that would stand in its place. */
  isTakenUp: boolean;
  /** Part of the running analysis that is done, 0 to 1. */
  done: number;
  eol: vscode.EndOfLine;
  running: vscode.CancellationTokenSource | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Time that the last analysis took. */
  took: number;
  /** Edits made since the running analysis began, oldest first. */
  missed: { readonly edits: readonly TextEdit[]; readonly text: string }[];
  /** The text after the last change, as long as nobody missed one. */
  text: string | undefined;
  /** Orphans of the last change, where that seems to come from the file. */
  lostToFile: readonly string[];
  /** The version that the store's annotations were analysed from. */
  analyzedVersion: number | undefined;
}

/** A document of which nothing was found yet. */
export function createOpenArticle(document: vscode.TextDocument, isArticle: boolean): OpenArticle {
  return {
    document,
    state: isArticle ? "analyzing" : "notArticle",
    isTakenUp: false,
    done: 0,
    eol: document.eol,
    running: undefined,
    timer: undefined,
    took: 0,
    missed: [],
    text: undefined,
    lostToFile: [],
    analyzedVersion: undefined,
  };
}

/** Ends what runs or waits for an article. */
export function stop(article: OpenArticle): void {
  clearTimeout(article.timer);
  article.timer = undefined;
  article.running?.cancel();
  article.running = undefined;
}

export function isVisible(document: vscode.TextDocument): boolean {
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document);
}

/** A text with what tells how to read it. */
export interface ArticleText {
  readonly text: string;
  /** The file that it is, or was, in. */
  readonly uri: vscode.Uri;
  readonly languageId: string;
}

/** What is handed to the analysis. `home` is the country that the reader's newspapers are of. */
export function toInput({ text, uri, languageId }: ArticleText, kept: AnnotationDocument | undefined, home: string): ArticleInput {
  // the day that a person set outranks what the text tells
  const published = kept?.source.publishedFrom === "user" ? kept.source.published : undefined;
  return { text, format: languageId === "markdown" ? "markdown" : "plain", file: uri.path, ...(published ? { published } : {}), home };
}
