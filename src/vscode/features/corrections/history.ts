import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { stepInHistory } from "../../gestures/stepInHistory.js";
import { commands } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";

/** Takes decisions back and makes them again; the text has an undo of its own, which stays as it is. */
export function registerHistory(deps: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const { l10n } = vscode;
  const onArticle = (step: "undo" | "redo", done: (label: string) => string, nothing: string) => (): void => {
    const uri = deps.activeArticle.uri?.toString();
    if (uri === undefined) return;
    const label = stepInHistory(deps, uri, step);
    deps.decisions.tell(label === undefined ? nothing : done(label));
  };
  const undo = onArticle("undo", (label) => l10n.t("Undone: {0}", label), l10n.t("There is no decision to undo."));
  const redo = onArticle("redo", (label) => l10n.t("Done again: {0}", label), l10n.t("There is no decision to redo."));
  owned.add(vscode.commands.registerCommand(commands.undoAnnotationChange, undo));
  owned.add(vscode.commands.registerCommand(commands.redoAnnotationChange, redo));
  return owned;
}
