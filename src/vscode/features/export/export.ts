import * as vscode from "vscode";
import type { ExportFormat } from "../../../core/formats/format.js";
import { findFormat, FORMATS, serializeFile } from "../../../core/formats/index.js";
import { commands } from "../../ids.js";
import { fileName } from "../../services/sidecars/sidecarUri.js";
import { readStoredText, toStoredText } from "../../services/sidecars/storedText.js";
import type { FeatureDependencies } from "../feature.js";

/**
 * Exports the annotations of the active article in one of the formats. With a format's id and a target as arguments the command asks
 * nothing, for tasks, keybindings and tests.
 */
export function registerExport(deps: FeatureDependencies): vscode.Disposable {
  return vscode.commands.registerCommand(commands.exportAnnotations, async (formatId?: unknown, target?: unknown) => {
    const { editor, state } = deps.activeArticle;
    const article = editor?.document;
    const isRead = state === "ready" || state === "analyzing";
    if (!article || (!isRead && !deps.store.get(article.uri.toString()))) {
      // the walkthrough offers the command where no article is in sight
      void tellOfNoArticle();
      return;
    }
    const format = typeof formatId === "string" ? findFormat(formatId) : await askForFormat();
    if (!format) return;
    const uri = target instanceof vscode.Uri ? target : await askForTarget(article, format);
    if (uri) await exportTo(uri, format, article, deps);
  });
}

async function tellOfNoArticle(): Promise<void> {
  const { l10n, window, commands: editor } = vscode;
  const open = l10n.t("Open File…");
  if ((await window.showInformationMessage(l10n.t("Open an article first, then export its annotations."), open)) === open) await editor.executeCommand("workbench.action.files.openFile");
}

interface FormatItem extends vscode.QuickPickItem {
  /** None of a heading. */
  readonly format?: ExportFormat;
}

function heading(label: string): FormatItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function itemsFor(readers: ExportFormat["readers"]): FormatItem[] {
  const { l10n } = vscode;
  const formats = FORMATS.filter((format) => format.readers === readers);
  return formats.map((format) => ({ format, label: l10n.t(format.label), description: `.${format.extension}`, detail: l10n.t(format.purpose) }));
}

async function askForFormat(): Promise<ExportFormat | undefined> {
  const { l10n } = vscode;
  const items = [heading(l10n.t("For people")), ...itemsFor("people"), heading(l10n.t("For other programs")), ...itemsFor("programs")];
  const picked = await vscode.window.showQuickPick(items, { title: l10n.t("Export Annotations"), placeHolder: l10n.t("Choose a format"), matchOnDescription: true, matchOnDetail: true });
  return picked?.format;
}

function askForTarget(article: vscode.TextDocument, format: ExportFormat): Thenable<vscode.Uri | undefined> {
  const name = `${fileName(article.uri)}.${format.extension}`;
  const folder = article.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(article.uri, "..");
  const ending = format.extension.slice(format.extension.lastIndexOf(".") + 1);
  return vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
    filters: { [vscode.l10n.t(format.label)]: [ending] },
    title: vscode.l10n.t("Export Annotations"),
  });
}

async function exportTo(target: vscode.Uri, format: ExportFormat, article: vscode.TextDocument, { articles, store, log }: FeatureDependencies): Promise<void> {
  const { l10n, window, workspace } = vscode;
  await articles.whenSettled(article.uri);
  const stored = await readStoredText(article);
  const annotations = store.get(article.uri.toString());
  if (!annotations) {
    window.setStatusBarMessage(l10n.t("There are no annotations to export."), 4000);
    return;
  }
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(serializeFile(format, [toStoredText(annotations, article, stored)])));
  } catch (error) {
    log.error(`export to ${target.toString()} failed`, error);
    void window.showErrorMessage(l10n.t("{0} could not be written: {1}", fileName(target), error instanceof Error ? error.message : String(error)));
    return;
  }
  // not waited for: the command has done its work when the file is there
  void offerToOpen(target);
}

async function offerToOpen(target: vscode.Uri): Promise<void> {
  const { l10n } = vscode;
  const open = l10n.t("Open");
  const chosen = await vscode.window.showInformationMessage(l10n.t("Annotations exported to {0}.", fileName(target)), open);
  if (chosen === open) await vscode.commands.executeCommand("vscode.open", target);
}
