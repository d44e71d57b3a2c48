import * as vscode from "vscode";
import { cite } from "../../../core/describe/citation.js";
import { indexOf } from "../../../core/document/documentIndex.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";
import type { StatementsMeant } from "../../gestures/meant.js";

/** Copies statements as citations, one a line. */
export async function copyCitations({ uri, statements }: StatementsMeant, { articles, store }: FeatureDependencies): Promise<void> {
  const annotations = store.get(uri);
  const document = articles.document(uri);
  if (!annotations || !document) return;
  const index = indexOf(annotations);
  const file = document.uri.path.replace(/^.*\//u, "");
  const citations = statements
    .map((id) => index.statement(id))
    .filter((parts) => parts !== undefined)
    .map((parts) => cite(parts, { file, line: document.positionAt(parts.range.start).line + 1, published: annotations.source.published }, editorWording()));
  await vscode.env.clipboard.writeText(citations.join("\n"));
  const { l10n } = vscode;
  vscode.window.setStatusBarMessage(citations.length === 1 ? l10n.t("Citation copied") : l10n.t("{0} citations copied", citations.length), 3000);
}
