import * as vscode from "vscode";
import { statementIds } from "../../gestures/meant.js";
import { citationsOf } from "../../services/citations.js";
import type { FeatureDependencies } from "../feature.js";
import type { StatementNode } from "./statementTree.js";

/** Statements are dragged out as citations, one a line, to be dropped into a document; a group as all that are in it. */
export class CitationDrag implements vscode.TreeDragAndDropController<StatementNode> {
  readonly dragMimeTypes = ["text/plain"];
  readonly dropMimeTypes: readonly string[] = [];

  constructor(private readonly deps: Pick<FeatureDependencies, "articles" | "activeArticle">) {}

  handleDrag(nodes: readonly StatementNode[], transfer: vscode.DataTransfer): void {
    const { articles, activeArticle } = this.deps;
    const document = activeArticle.editor?.document;
    const annotations = document && articles.shown(document.uri);
    if (!annotations) return;
    const ids = [...new Set(nodes.flatMap(statementIds))];
    transfer.set("text/plain", new vscode.DataTransferItem(citationsOf(document, annotations, ids).join("\n")));
  }
}
