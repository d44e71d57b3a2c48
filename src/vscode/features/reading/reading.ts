import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { describeLegibility } from "../../../core/describe/legibility.js";
import { indexOf } from "../../../core/document/documentIndex.js";
import { commands, views } from "../../ids.js";
import { filterFor } from "../../services/articles/documentFilter.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";

/** An analysis that takes longer than this shows its progress. */
const PROGRESS_AFTER_MS = 500;

/** What a person can do about the reading of a file: read it as an article or not, read it again, see how far it is, see the log. */
export function registerReading({ articles, activeArticle, review, store, inspection, log }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const { l10n } = vscode;
  const status = owned.add(vscode.languages.createLanguageStatusItem("onRecord", "*"));
  status.name = "On Record";
  status.command = { command: `${views.statements}.focus`, title: l10n.t("Show Statements") };

  const update = (): void => {
    const { uri, state, editor } = activeArticle;
    const document = uri && articles.shown(uri);
    inspection.articleState = state;
    status.busy = state === "analyzing";
    status.selector = filterFor(state === "ready" || state === "analyzing" ? uri : undefined);
    const count = document ? indexOf(document).statements.length : 0;
    const { reviewed, total } = uri ? review.progress(uri.toString()) : { reviewed: 0, total: 0 };
    if (reviewed > 0 || review.isActive) status.text = l10n.t("{0} of {1} reviewed", reviewed, total);
    else status.text = count === 1 ? l10n.t("1 statement") : l10n.t("{0} statements", count);
    inspection.languageStatus = status.text;
    status.detail = (document && editor && describeLegibility(document.source, editor.document.getText(), editorWording())) ?? "";
    if (uri && state === "analyzing") showProgress(uri);
  };

  let shown: string | undefined;
  /** A bar in the views, for articles that take their time. */
  const showProgress = (uri: vscode.Uri): void => {
    if (shown === uri.toString()) return;
    shown = uri.toString();
    setTimeout(() => {
      if (articles.state(uri) !== "analyzing") {
        shown = undefined;
        return;
      }
      void vscode.window.withProgress({ location: { viewId: views.statements } }, () => untilRead(uri)).then(() => (shown = undefined));
    }, PROGRESS_AFTER_MS);
  };
  const untilRead = (uri: vscode.Uri): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        status.detail = l10n.t("{0}% read", Math.round(articles.progress(uri) * 100));
        if (articles.state(uri) === "analyzing") return;
        listening.dispose();
        status.detail = "";
        resolve();
      };
      const listening = new DisposableStore();
      listening.add(articles.onDidChangeState(check));
      listening.add(articles.onDidProgress(check));
      check();
    });

  const choose = (read: boolean) => async (): Promise<void> => {
    const document = activeArticle.editor?.document;
    if (document) await articles.setRead(document, read);
  };
  owned.add(activeArticle.onDidChange(update));
  owned.add(review.onDidChange(update));
  owned.add(
    store.onDidChange(({ uri, origin }) => {
      if (origin !== "edit" && uri === activeArticle.uri?.toString()) update();
    }),
  );
  owned.add(vscode.commands.registerCommand(commands.readAsArticle, choose(true)));
  owned.add(vscode.commands.registerCommand(commands.doNotReadAsArticle, choose(false)));
  owned.add(
    vscode.commands.registerCommand(commands.analyzeAgain, () => {
      const document = activeArticle.editor?.document;
      if (document) articles.analyzeAgain(document);
    }),
  );
  owned.add(vscode.commands.registerCommand(commands.showLog, () => log.show()));
  update();
  return owned;
}
