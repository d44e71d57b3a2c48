import type * as vscode from "vscode";
import { cite } from "../../core/describe/citation.js";
import type { AnnotationDocument } from "../../core/document/annotationDocument.js";
import { indexOf } from "../../core/document/documentIndex.js";
import { fileName } from "./sidecars/sidecarUri.js";
import { editorWording } from "./wording.js";

/** Statements of an article as citations, in the order of their ids. */
export function citationsOf(document: vscode.TextDocument, annotations: AnnotationDocument, ids: readonly string[]): string[] {
  const index = indexOf(annotations);
  const { published } = annotations.source;
  const article = { file: fileName(document.uri), published, lineOf: (offset: number) => document.positionAt(offset).line + 1 };
  const parts = ids.map((id) => index.statement(id)).filter((each) => each !== undefined);
  return parts.map((each) => cite(each, article, editorWording()));
}
