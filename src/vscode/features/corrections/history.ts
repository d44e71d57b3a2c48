import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { commands } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";

/** Takes decisions back and makes them again; the text has an undo of its own, which stays as it is. */
export function registerHistory({ store, articles, activeArticle, decisions }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const { l10n } = vscode;
  const step = (move: (uri: string) => string | undefined, done: (label: string) => string, nothing: string) => (): void => {
    const { uri } = activeArticle;
    if (!uri) return;
    const day = store.get(uri.toString())?.source.published;
    const label = move(uri.toString());
    decisions.tell(label === undefined ? nothing : done(label));
    const article = articles.document(uri.toString());
    // dates are counted from the day of the article
    if (article && store.get(uri.toString())?.source.published !== day) articles.analyzeAgain(article);
  };
  const undo = step((uri) => store.undo(uri), (label) => l10n.t("Undone: {0}", label), l10n.t("There is no decision to undo."));
  const redo = step((uri) => store.redo(uri), (label) => l10n.t("Done again: {0}", label), l10n.t("There is no decision to redo."));
  owned.add(vscode.commands.registerCommand(commands.undoAnnotationChange, undo));
  owned.add(vscode.commands.registerCommand(commands.redoAnnotationChange, redo));
  return owned;
}
