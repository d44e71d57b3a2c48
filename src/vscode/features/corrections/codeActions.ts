import * as vscode from "vscode";
import { indexOf, isMention, type DocumentIndex } from "../../../core/document/documentIndex.js";
import { overlaps, type TextRange } from "../../../core/document/range.js";
import { trimRange } from "../../../core/document/trimRange.js";
import { withinMarks } from "../../../core/describe/marks.js";
import { shorten } from "../../../core/describe/translate.js";
import type { Problem } from "../../../core/problems/problem.js";
import { hasNext } from "../../gestures/nearby.js";
import { quickFix } from "../../gestures/quickFix.js";
import { commands, diagnosticSource, type CommandId } from "../../ids.js";
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
          if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
          const offered = new Set(context.diagnostics.flatMap(({ source, code }) => (source === diagnosticSource && typeof code === "string" ? (OFFERED[code] ?? []) : [])));
          return actionsAt(articles, document, range).filter(({ command }) => !offered.has(command?.command ?? ""));
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** What the problems at the same place offer already, by their kind. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  "article date": [commands.setArticleDate],
  "unresolved date": [commands.setDateValue, commands.acceptMention],
  weekday: [commands.setDateValue, commands.acceptMention],
  "ambiguous place": [commands.choosePlace, commands.acceptMention],
  "single name": [commands.renameEntity, commands.mergeEntities, commands.acceptMention],
  spelling: [commands.mergeEntities, commands.acceptMention],
} satisfies Readonly<Record<Problem["kind"], readonly CommandId[]>>;

function actionsAt(articles: FeatureDependencies["articles"], document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
  const annotations = articles.shown(document.uri);
  if (!annotations) return [];
  const index = indexOf(annotations);
  const selected = trimRange(document.getText(), { start: document.offsetAt(range.start), end: document.offsetAt(range.end) });
  if (selected.start < selected.end) return actionsOnSelection(index, selected);
  const uri = document.uri.toString();
  const offset = document.offsetAt(range.start);
  return [...actionsOnStatement(uri, index, offset), ...actionsOnMention(uri, index, offset)];
}

function actionsOnSelection(index: DocumentIndex, selected: TextRange): vscode.CodeAction[] {
  const { l10n } = vscode;
  const hasOrphans = index.document.annotations.some(({ orphaned }) => orphaned === true);
  const touches = index.annotations.some((annotation) => annotation.type !== "role" && overlaps(annotation, selected));
  return [
    ...(touches ? [quickFix(l10n.t("Fit to Selection"), commands.fitToSelection)] : []),
    quickFix(l10n.t("Add Statement from Selection"), commands.addStatement),
    quickFix(l10n.t("Add Mention from Selection…"), commands.addMention),
    ...(index.statements.length > 0
      ? [
          quickFix(l10n.t("Set Cue to Selection"), commands.setCue),
          quickFix(l10n.t("Set Source Phrase to Selection"), commands.setSource),
          quickFix(l10n.t("Set Time to Selection"), commands.setWhen),
          quickFix(l10n.t("Set Place to Selection"), commands.setWhere),
        ]
      : []),
    ...(hasOrphans ? [quickFix(l10n.t("Attach Lost Finding to Selection"), commands.reattach)] : []),
  ];
}

function actionsOnStatement(uri: string, index: DocumentIndex, offset: number): vscode.CodeAction[] {
  const { l10n } = vscode;
  const parts = index.statementAt(offset);
  if (!parts) return [];
  const { id, status } = parts.statement;
  const isWithin = parts.quotes.some(({ start, end }) => start < offset && offset < end);
  return [
    ...(status === "accepted" ? [] : [quickFix(l10n.t("Accept Statement"), commands.acceptStatement, uri, id)]),
    ...(status === "rejected" ? [] : [quickFix(l10n.t("Reject Statement"), commands.rejectStatement, uri, id)]),
    ...(status === "accepted" ? [quickFix(l10n.t("Withdraw Decision"), commands.proposeAgain, uri, id)] : []),
    quickFix(l10n.t("Change Speaker…"), commands.changeSpeaker, uri, id),
    quickFix(l10n.t("Change Kind…"), commands.changeKind, uri, id),
    ...(isWithin ? [quickFix(l10n.t("Split Statement at Cursor"), commands.splitStatement, uri, id, offset)] : []),
    ...(hasNext(index, parts) ? [quickFix(l10n.t("Join with Next"), commands.joinStatements, uri, id)] : []),
    quickFix(l10n.t("Add Note…"), commands.addNote, uri, id),
  ];
}

function actionsOnMention(uri: string, index: DocumentIndex, offset: number): vscode.CodeAction[] {
  const { l10n } = vscode;
  const mention = index.annotationsAt(offset).find(isMention);
  if (!mention) return [];
  const entity = index.entity(mention.entity);
  const words = withinMarks(shorten(mention.text, 30));
  return [
    ...(mention.status === "accepted" ? [] : [quickFix(l10n.t("Accept “{0}”", words), commands.acceptMention, uri, mention.id)]),
    quickFix(l10n.t("Reject “{0}”", words), commands.rejectMention, uri, mention.id),
    ...(mention.type === "date" ? [quickFix(l10n.t("Set Date…"), commands.setDateValue, uri, mention.id), quickFix(l10n.t("Set Date of Article…"), commands.setArticleDate, uri)] : []),
    ...(entity
      ? [
          quickFix(l10n.t("Rename {0}…", entity.name), commands.renameEntity, uri, entity.id),
          quickFix(l10n.t("Merge {0}…", entity.name), commands.mergeEntities, uri, entity.id),
          quickFix(l10n.t("Change Type…"), commands.changeType, uri, entity.id),
          ...(index.mentions(entity.id).length > 1 ? [quickFix(l10n.t("Split Off…"), commands.splitMention, uri, mention.id)] : []),
          ...(entity.type === "place" ? [quickFix(l10n.t("Choose Place…"), commands.choosePlace, uri, entity.id)] : []),
        ]
      : []),
  ];
}
