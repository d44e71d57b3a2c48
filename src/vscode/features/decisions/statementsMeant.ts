import type { FeatureDependencies } from "../feature.js";
import { indexOf } from "../../../core/document/documentIndex.js";

/** The statements that a command is about. */
export interface Meant {
  readonly uri: string;
  readonly statements: readonly string[];
}

/**
 * What a command's arguments mean: `(uri, statementId)` from a card, `(row, rows)` from the view, `({ from: "view" })` from a key
 * in the view, nothing from a key or the palette: then the statement at the cursor.
 * @returns undefined where that is no statement.
 */
export function statementsMeant(args: readonly unknown[], { articles, activeArticle, selectedStatements }: FeatureDependencies): Meant | undefined {
  const [first, second] = args;
  if (typeof first === "string" && typeof second === "string") return { uri: first, statements: [second] };
  const uri = activeArticle.uri?.toString();
  if (uri === undefined) return undefined;
  if (isFromView(first)) return selectedStatements.ids.length > 0 ? { uri, statements: selectedStatements.ids } : undefined;
  const rows = (Array.isArray(second) && second.length > 0 ? second : [first]).flatMap(statementIds);
  if (rows.length > 0) return { uri, statements: rows };
  const { editor } = activeArticle;
  const document = editor && articles.annotations(editor.document.uri);
  const parts = document && indexOf(document).statementAt(editor.document.offsetAt(editor.selection.active));
  return parts && { uri, statements: [parts.statement.id] };
}

function isFromView(argument: unknown): boolean {
  return typeof argument === "object" && argument !== null && "from" in argument && argument.from === "view";
}

/** Ids behind a row of the statements view; of a group all that are in it. */
function statementIds(row: unknown): string[] {
  if (typeof row !== "object" || row === null || !("type" in row) || !("id" in row)) return [];
  if (row.type === "statement" && typeof row.id === "string") return [row.id];
  return row.type === "group" && "children" in row && Array.isArray(row.children) ? row.children.flatMap(statementIds) : [];
}
