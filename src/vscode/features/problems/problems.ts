import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { describeProblem } from "../../../core/describe/problems.js";
import { findProblems } from "../../../core/problems/findProblems.js";
import type { Problem } from "../../../core/problems/problem.js";
import { diagnosticSource, settings } from "../../ids.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";
import { registerProblemActions } from "./problemActions.js";

/**
 * Lists in the Problems view what only a person can decide about the articles that are open. Of severity "information": the view
 * does not list hints.
 */
export function registerProblems(deps: FeatureDependencies): vscode.Disposable {
  const { store, articles, configuration } = deps;
  const owned = new DisposableStore();
  const collection = owned.add(vscode.languages.createDiagnosticCollection(diagnosticSource));

  const show = (uri: string): void => {
    const document = articles.document(uri);
    const annotations = articles.shown(vscode.Uri.parse(uri));
    if (!document || !annotations || !configuration.get(settings.problems)) collection.delete(vscode.Uri.parse(uri));
    else
      collection.set(
        document.uri,
        findProblems(annotations).map((problem) => toDiagnostic(problem, document)),
      );
  };

  // while a person types, the editor moves the marks; the analysis that follows brings new ones
  owned.add(store.onDidChange(({ uri, origin }) => (origin === "edit" ? undefined : show(uri))));
  owned.add(
    articles.onDidChangeState((uri) => {
      if (articles.state(uri) !== "analyzing") show(uri.toString());
    }),
  );
  owned.add(
    configuration.onDidChange([settings.problems], () => {
      collection.clear();
      for (const { uri } of vscode.workspace.textDocuments) show(uri.toString());
    }),
  );
  owned.add(registerProblemActions(deps));
  return owned;
}

function toDiagnostic(problem: Problem, document: vscode.TextDocument): vscode.Diagnostic {
  const at = ({ start, end }: { start: number; end: number }): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));
  const diagnostic = new vscode.Diagnostic(at(problem.annotation), describeProblem(problem, editorWording()), vscode.DiagnosticSeverity.Information);
  diagnostic.source = diagnosticSource;
  diagnostic.code = problem.kind;
  if (problem.kind === "spelling") {
    const place = new vscode.Location(document.uri, at(problem.other));
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, vscode.l10n.t("The other spelling: {0}", problem.other.text))];
  }
  return diagnostic;
}
