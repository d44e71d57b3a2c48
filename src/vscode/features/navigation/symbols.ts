import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { EntityType } from "../../../core/document/annotationDocument.js";
import { indexOf, type DocumentIndex, type StatementParts } from "../../../core/document/documentIndex.js";
import { describeSpeakers, statementWords } from "../../../core/describe/statements.js";
import { shorten } from "../../../core/describe/translate.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";
import { registerForArticles } from "./articleLanguages.js";

const NAME_LENGTH = 60;

const ENTITY_SYMBOLS: Readonly<Record<EntityType, vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Variable,
  organization: vscode.SymbolKind.Class,
  place: vscode.SymbolKind.Namespace,
  group: vscode.SymbolKind.Enum,
};

/** Outline and breadcrumbs list the statements of an article; "Go to Symbol in Workspace" finds them and the entities of all open ones. */
export function registerSymbols({ store, articles }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  owned.add(
    registerForArticles(articles, (selector) =>
      vscode.languages.registerDocumentSymbolProvider(selector, {
        async provideDocumentSymbols(document, token) {
          const annotations = await articles.settled(document, token);
          return annotations ? indexOf(annotations).statements.flatMap((parts) => statementSymbol(document, parts)) : [];
        },
      }),
    ),
  );
  owned.add(
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols(query) {
        const wanted = query.toLowerCase();
        return store.uris().flatMap((uri) => {
          const document = articles.document(uri);
          const annotations = articles.shown(vscode.Uri.parse(uri));
          if (!document || !annotations) return [];
          const all = [...entitySymbols(document, indexOf(annotations)), ...statementSymbols(document, indexOf(annotations))];
          return all.filter(({ name }) => isSubsequence(wanted, name.toLowerCase()));
        });
      },
    }),
  );
  return owned;
}

function statementSymbol(document: vscode.TextDocument, parts: StatementParts): vscode.DocumentSymbol[] {
  const [first] = parts.quotes;
  if (!first || first.orphaned === true) return [];
  const name = shorten(statementWords(parts), NAME_LENGTH);
  const selection = toRange(document, first.start, first.end);
  const whole = toRange(document, parts.range.start, parts.range.end).union(selection);
  return name === "" ? [] : [new vscode.DocumentSymbol(name, describeSpeakers(parts, editorWording()), vscode.SymbolKind.String, whole, selection)];
}

function entitySymbols(document: vscode.TextDocument, index: DocumentIndex): vscode.SymbolInformation[] {
  return index.document.entities.flatMap(({ id, name, type, roles }) => {
    const [first] = index.mentions(id);
    if (!first) return [];
    return [new vscode.SymbolInformation(name, ENTITY_SYMBOLS[type], roles?.[0]?.text ?? "", new vscode.Location(document.uri, toRange(document, first.start, first.end)))];
  });
}

function statementSymbols(document: vscode.TextDocument, index: DocumentIndex): vscode.SymbolInformation[] {
  return index.statements.flatMap((parts) => {
    const [first] = parts.quotes;
    if (!first) return [];
    const location = new vscode.Location(document.uri, toRange(document, first.start, first.end));
    return [new vscode.SymbolInformation(shorten(statementWords(parts), NAME_LENGTH), vscode.SymbolKind.String, describeSpeakers(parts, editorWording()), location)];
  });
}

function toRange(document: vscode.TextDocument, start: number, end: number): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The editor itself ranks what is found; it expects every name that holds the query's letters in order. */
function isSubsequence(query: string, name: string): boolean {
  let from = 0;
  for (const letter of query) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
