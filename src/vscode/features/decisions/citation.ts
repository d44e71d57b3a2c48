import * as vscode from "vscode";
import type { StatementsMeant } from "../../gestures/meant.js";
import { citationsOf } from "../../services/citations.js";
import type { FeatureDependencies } from "../feature.js";

/** Copies statements as citations, one a line. */
export async function copyCitations({ uri, statements }: StatementsMeant, { articles, store }: FeatureDependencies): Promise<void> {
  const annotations = store.get(uri);
  const document = articles.document(uri);
  if (!annotations || !document) return;
  const citations = citationsOf(document, annotations, statements);
  await vscode.env.clipboard.writeText(citations.join("\n"));
  const { l10n } = vscode;
  vscode.window.setStatusBarMessage(citations.length === 1 ? l10n.t("Citation copied") : l10n.t("{0} citations copied", citations.length), 3000);
}
