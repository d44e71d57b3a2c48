import * as vscode from "vscode";
import { indexOf, isMention } from "../../../core/document/documentIndex.js";
import { overlaps } from "../../../core/document/range.js";
import { trimRange } from "../../../core/document/trimRange.js";
import { shorten } from "../../../core/describe/translate.js";
import { quickFix } from "../../gestures/quickFix.js";
import { commands } from "../../ids.js";
import type { FeatureDependencies } from "../feature.js";
import { registerForArticles } from "../navigation/articleLanguages.js";

/**
 * The corrections that fit the cursor or the selection, most needed first. Asked for by a person only: a bulb on every statement
 * would follow the cursor through the whole article.
 */
export function registerCodeActions({ articles }: FeatureDependencies): vscode.Disposable {
  return registerForArticles(articles, (selector) =>
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions(document, range, context) {
          if (context.triggerKind === vscode.CodeActionTriggerKind.Automatic) return [];
          return context.only && !context.only.contains(vscode.CodeActionKind.QuickFix) ? [] : actionsAt(articles, document, range);
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

function actionsAt(articles: FeatureDependencies["articles"], document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const { l10n } = vscode;
  const annotations = articles.shown(document.uri);
  if (!annotations) return [];
  const uri = document.uri.toString();
  const index = indexOf(annotations);
  const selected = trimRange(document.getText(), { start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  if (selected.start < selected.end) {
    const touches = index.annotations.some((annotation) => annotation.type !== "role" && overlaps(annotation, selected));
    return [
      ...(touches ? [quickFix(l10n.t("Fit to Selection"), commands.fitToSelection)] : []),
      quickFix(l10n.t("Add Statement from Selection"), commands.addStatement),
      quickFix(l10n.t("Add Mention from Selection…"), commands.addMention),
    ];
  }
  const offset = document.offsetAt(range.start);
  const statement = index.statementAt(offset)?.statement;
  const mention = index.annotationsAt(offset).find(isMention);
  const entity = index.entity(mention?.entity);
  return [
    ...(statement && statement.status !== "accepted" ? [quickFix(l10n.t("Accept Statement"), commands.acceptStatement, uri, statement.id)] : []),
    ...(statement && statement.status !== "rejected" ? [quickFix(l10n.t("Reject Statement"), commands.rejectStatement, uri, statement.id)] : []),
    ...(statement ? [quickFix(l10n.t("Change Speaker…"), commands.changeSpeaker, uri, statement.id)] : []),
    ...(mention ? [quickFix(l10n.t("Reject “{0}”", shorten(mention.text, 30)), commands.rejectMention, uri, mention.id)] : []),
    ...(mention?.type === "date" ? [quickFix(l10n.t("Set Date…"), commands.setDateValue, uri, mention.id)] : []),
    ...(entity ? [quickFix(l10n.t("Rename {0}…", entity.name), commands.renameEntity, uri, entity.id), quickFix(l10n.t("Merge {0}…", entity.name), commands.mergeEntities, uri, entity.id)] : []),
  ];
}
