import * as vscode from "vscode";
import { overlaps } from "../../../core/document/range.js";
import { findProblems } from "../../../core/problems/findProblems.js";
import type { Problem } from "../../../core/problems/problem.js";
import { quickFix } from "../../gestures/quickFix.js";
import { commands, diagnosticSource, type CommandId } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";
import { registerForArticles } from "../navigation/articleLanguages.js";
import { withinMarks } from "../../../core/describe/marks.js";

/** Quick fixes for what the Problems view lists: each opens the gesture that settles it. */
export function registerProblemActions({ articles }: FeatureDependencies): vscode.Disposable {
  return registerForArticles(articles, (selector) =>
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions(document, _range, { diagnostics }) {
          const told = diagnostics.filter(({ source }) => source === diagnosticSource);
          const annotations = told.length === 0 ? undefined : articles.shown(document.uri);
          if (!annotations) return [];
          const problems = findProblems(annotations);
          return told.flatMap((diagnostic) => {
            const marked = { start: document.offsetAt(diagnostic.range.start), end: document.offsetAt(diagnostic.range.end) };
            const problem = problems.find(({ kind, annotation }) => kind === diagnostic.code && overlaps(annotation, marked));
            return problem ? actionsFor(problem, diagnostic, document.uri.toString()) : [];
          });
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function actionsFor(problem: Problem, diagnostic: vscode.Diagnostic, uri: string): vscode.CodeAction[] {
  const { l10n } = vscode;
  const { annotation } = problem;
  const action = (title: string, command: CommandId, ...args: readonly unknown[]): vscode.CodeAction => {
    const made = quickFix(title, command, uri, ...args);
    made.diagnostics = [diagnostic];
    return made;
  };
  const accept = action(l10n.t("Leave “{0}” as It Is", withinMarks(annotation.text)), commands.acceptMention, annotation.id);
  switch (problem.kind) {
    case "article date":
      return [action(l10n.t("Set the Article’s Date…"), commands.setArticleDate)];
    case "unresolved date":
    case "weekday":
      return [action(l10n.t("Set Date…"), commands.setDateValue, annotation.id), accept];
    case "ambiguous place":
      return [action(l10n.t("Choose Place…"), commands.choosePlace, problem.entity.id), accept];
    case "single name":
      return [action(l10n.t("Rename {0}…", problem.entity.name), commands.renameEntity, problem.entity.id), action(l10n.t("Merge {0}…", problem.entity.name), commands.mergeEntities, problem.entity.id), accept];
    case "spelling":
      return annotation.entity === undefined ? [accept] : [action(l10n.t("Merge {0}…", annotation.text), commands.mergeEntities, annotation.entity), accept];
  }
}
