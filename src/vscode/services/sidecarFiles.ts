import type * as vscode from "vscode";
import type { AnnotationDocument } from "../../core/document/annotationDocument.js";

/** Sidecars on the file system of the workspace. */
export class SidecarFiles {
  /** What the article's sidecar says, in the offsets of the document's present text; undefined where there is none. */
  async load(_document: vscode.TextDocument): Promise<AnnotationDocument | undefined> {
    return undefined;
  }
}
