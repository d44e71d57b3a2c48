import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { serializeSidecar } from "../../../core/sidecar/serializeSidecar.js";
import { countUnsaved } from "../../../core/store/unsavedDecisions.js";
import { commands } from "../../ids.js";
import { isLost } from "../../services/unsaved/journal.js";
import type { KeptDecisions } from "../../services/unsaved/keptDecisions.js";
import { fileName } from "../../services/sidecars/sidecarUri.js";
import { writeCopy } from "../../services/sidecars/writeCopy.js";
import type { FeatureDependencies } from "../feature.js";

/**
 * Offers the decisions that earlier windows left unsaved, also those on articles that are not opened again by themselves, and on articles
 * that are gone: a person opens them, keeps a copy or lets them go.
 */
export function registerUnsaved({ journal, log }: FeatureDependencies): vscode.Disposable {
  const owned = new DisposableStore();
  const { l10n, window } = vscode;
  const show = async (): Promise<void> => {
    const all = await journal.kept();
    if (all.length === 0) {
      window.setStatusBarMessage(l10n.t("There are no unsaved decisions."), 3000);
      return;
    }
    const items = await Promise.all(all.map(toItem));
    const picked = await window.showQuickPick(items, { title: l10n.t("Unsaved Decisions"), placeHolder: l10n.t("Choose an article to open it with its decisions"), matchOnDescription: true });
    if (!picked) return;
    if (picked.isLost) await askAboutLost(picked.kept);
    // its decisions come back as it is read
    else await vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(picked.kept.article));
  };

  const askAboutLost = async (kept: KeptDecisions): Promise<void> => {
    const [copy, discard] = [l10n.t("Save a Copy As…"), l10n.t("Discard")];
    const article = vscode.Uri.parse(kept.article);
    const chosen = await window.showWarningMessage(l10n.t("{0} is gone; the decisions on it come back where the same text is opened.", fileName(article)), copy, discard);
    if (chosen === discard) await journal.discard(kept.article, kept.file);
    if (chosen === copy) await saveCopy(kept, article);
  };

  const saveCopy = async ({ document }: KeptDecisions, article: vscode.Uri): Promise<void> => {
    const target = await window.showSaveDialog({ filters: { JSON: ["json"] } });
    if (!target) return;
    const text = serializeSidecar({ ...document, source: { ...document.source, file: fileName(article) } });
    await writeCopy(target, text);
  };

  /** Those on articles that are open are told of as they come back. */
  const offer = async (): Promise<void> => {
    const kept = await journal.kept();
    const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
    const others = kept.filter(({ article }) => !open.has(article));
    if (others.length === 0) return;
    const choice = l10n.t("Show…");
    const message = others.length === 1 ? l10n.t("Decisions on one more article were not saved.") : l10n.t("Decisions on {0} more articles were not saved.", others.length);
    if ((await window.showInformationMessage(message, choice)) === choice) await show();
  };

  owned.add(vscode.commands.registerCommand(commands.showUnsaved, show));
  if (journal.isOfWorkspace) offer().catch((error: unknown) => log.error("unsaved decisions could not be offered", error));
  return owned;
}

interface KeptItem extends vscode.QuickPickItem {
  readonly kept: KeptDecisions;
  readonly isLost: boolean;
}

async function toItem(kept: KeptDecisions): Promise<KeptItem> {
  const { l10n } = vscode;
  const count = countUnsaved(kept.base, kept.document);
  const lost = await isLost({ ...kept, name: kept.file });
  const decisions = count === 1 ? l10n.t("1 decision") : l10n.t("{0} decisions", count);
  const label = vscode.workspace.asRelativePath(vscode.Uri.parse(kept.article));
  return { label, description: lost ? l10n.t("{0} · the article is gone", decisions) : decisions, kept, isLost: lost };
}
