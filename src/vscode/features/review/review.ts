import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { Status } from "../../../core/document/annotationDocument.js";
import { indexOf, type DocumentIndex, type StatementParts } from "../../../core/document/documentIndex.js";
import { withinMarks } from "../../../core/describe/marks.js";
import { cueWords, describeKind, describeSpeakers } from "../../../core/describe/statements.js";
import { isReviewed, nextUnreviewed, reviewable } from "../../../core/describe/review.js";
import { setStatus } from "../../../core/store/decisions.js";
import { stepInHistory } from "../../gestures/stepInHistory.js";
import { commands } from "../../ids.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";

/** Goes through an article statement by statement: single keys accept, reject and skip, and the next one to review is selected. */
export function registerReview(deps: FeatureDependencies): vscode.Disposable {
  const { store, articles, activeArticle, decisions, review } = deps;
  const owned = new DisposableStore();
  const { l10n } = vscode;
  const status = owned.add(vscode.window.createStatusBarItem("onRecord.review", vscode.StatusBarAlignment.Left, 50));
  status.name = l10n.t("Review of Statements");

  const indexHere = (): { readonly uri: string; readonly editor: vscode.TextEditor; readonly index: DocumentIndex } | undefined => {
    const { editor } = activeArticle;
    const annotations = editor && articles.shown(editor.document.uri);
    return annotations && { uri: editor.document.uri.toString(), editor, index: indexOf(annotations) };
  };

  const select = (editor: vscode.TextEditor, parts: StatementParts): void => {
    const { document } = editor;
    const quote = parts.quotes.find(({ orphaned }) => orphaned !== true);
    if (!quote) return;
    const range = new vscode.Range(document.positionAt(quote.start), document.positionAt(quote.end));
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    review.current = parts.statement.id;
    update();
  };

  /** The statement that the keys act on: the one that is shown, or another one that the person went to. */
  const currentIn = ({ editor, index }: { readonly editor: vscode.TextEditor; readonly index: DocumentIndex }): StatementParts | undefined => {
    const start = editor.document.offsetAt(editor.selection.start);
    const current = review.current === undefined ? undefined : index.statement(review.current);
    if (current?.quotes.some((quote) => quote.start <= start && start <= quote.end)) return current;
    return reviewable(index).find(({ quotes }) => quotes[0]?.start === start) ?? index.statementAt(start) ?? current;
  };

  const goOn = (after: string | number): void => {
    const here = indexHere();
    if (!here) return;
    const next = nextUnreviewed(here.index, after);
    if (next) select(here.editor, next);
    else decisions.tell(reviewable(here.index).length === 0 ? l10n.t("There is no statement to review.") : l10n.t("All statements are reviewed."));
    update();
  };

  const decide = (label: string, done: string, decided: Status) => (): void => {
    const here = indexHere();
    const current = here && currentIn(here);
    if (!here || !current) return;
    const { id } = current.statement;
    if (current.statement.status !== decided) decisions.decide({ uri: here.uri, label, done, asked: [id], change: (before) => setStatus(before, [id], decided) });
    goOn(id);
  };

  const update = (): void => {
    const here = review.isActive ? indexHere() : undefined;
    if (!here) {
      status.hide();
      return;
    }
    const wording = editorWording();
    const { reviewed, total } = review.progress(here.uri);
    const current = review.current === undefined ? undefined : here.index.statement(review.current);
    const cue = current && cueWords(current);
    const progress = l10n.t("{0} of {1} reviewed", reviewed, total);
    const said = current && [describeSpeakers(current, wording), cue ? `“${withinMarks(cue)}”` : describeKind(current.statement.kind, wording), decisionOn(current)].filter((part) => part !== undefined).join(" · ");
    status.text = `$(checklist) ${said === undefined ? progress : `${progress}: ${said}`}`;
    status.tooltip = describeKeys();
    status.command = { command: commands.stopReview, title: l10n.t("Stop Review") };
    status.show();
  };

  const command = (id: string, run: (...args: never[]) => unknown): void => void owned.add(vscode.commands.registerCommand(id, run));
  command(commands.startReview, async () => {
    const here = indexHere();
    if (!here) return;
    await vscode.window.showTextDocument(here.editor.document, here.editor.viewColumn);
    review.start(here.uri);
    goOn(here.editor.document.offsetAt(here.editor.selection.start));
    if (review.current !== undefined) decisions.tell(describeKeys());
  });
  command(commands.stopReview, () => {
    const here = review.isActive ? indexHere() : undefined;
    review.stop();
    if (!here) return;
    const { reviewed, total } = review.progress(here.uri);
    // also in the place of the keys, which do nothing any more
    decisions.tell(l10n.t("Review stopped: {0} of {1} reviewed", reviewed, total));
  });
  command(commands.nextUnreviewed, () => {
    const here = indexHere();
    if (!here) return;
    const { selection, document } = here.editor;
    const at = reviewable(here.index).find(({ quotes }) => quotes[0]?.start === document.offsetAt(selection.start));
    goOn(at ? at.statement.id : document.offsetAt(selection.start));
  });
  command(commands.reviewAccept, decide(l10n.t("Accept Statement"), l10n.t("Accepted"), "accepted"));
  command(commands.reviewReject, decide(l10n.t("Reject Statement"), l10n.t("Rejected"), "rejected"));
  command(commands.reviewSkip, () => {
    const here = indexHere();
    const current = here && currentIn(here);
    if (current) goOn(current.statement.id);
  });
  // every other key would type into the article, over the statement that is selected
  command(commands.reviewHint, () => decisions.tell(describeKeys()));
  command(commands.reviewUndo, () => {
    const here = indexHere();
    if (!here) return;
    const before = here.index;
    const label = stepInHistory(deps, here.uri, "undo");
    decisions.tell(label === undefined ? l10n.t("There is no decision to undo.") : l10n.t("Undone: {0}", label));
    const now = indexHere();
    // back to what was decided
    const undone = now && reviewable(now.index).find(({ statement }) => before.statement(statement.id)?.statement !== statement);
    if (now && undone) select(now.editor, undone);
  });
  owned.add(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const here = review.isActive && textEditor === activeArticle.editor ? indexHere() : undefined;
      const current = here && currentIn(here);
      if (!current || current.statement.id === review.current) return;
      review.current = current.statement.id;
      update();
    }),
  );
  owned.add(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      // no extension can keep an input method from typing; but it does not go unnoticed
      if (contentChanges.length > 0 && reason === undefined && review.isActive && review.isOf(document.uri)) decisions.tell(l10n.t("The text of the article was changed. If that was not meant, undo it."));
    }),
  );
  owned.add(review.onDidChange(update));
  owned.add(activeArticle.onDidChange(update));
  owned.add(
    store.onDidChange(({ uri, origin }) => {
      if (origin !== "edit" && uri === activeArticle.uri?.toString()) update();
    }),
  );
  return owned;
}

function describeKeys(): string {
  return vscode.l10n.t("A accept, R reject, S skip, C speaker, K kind, N note, U undo, Escape stop");
}

function decisionOn(parts: StatementParts): string | undefined {
  const { l10n } = vscode;
  if (!isReviewed(parts)) return undefined;
  return parts.statement.status === "accepted" ? l10n.t("accepted") : l10n.t("rejected");
}
