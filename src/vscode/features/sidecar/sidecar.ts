import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { commands, settings } from "../../ids.js";
import { sidecarUri } from "../../services/sidecars/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import { adoptLostSidecars } from "./adopting.js";
import { Comparison } from "./comparison.js";
import { copyWithArticle } from "./copying.js";
import { deleteWithArticle } from "./deleting.js";
import { followSidecars, takeOver } from "./following.js";
import { moveWithArticle } from "./moving.js";
import { tellOfRefused } from "./refusals.js";
import { Repairing } from "./repairing.js";
import { Saving } from "./saving.js";
import { SavingAs } from "./savingAs.js";

/** The annotations file beside an article: saved by command or with the article, opened, followed where others write or move it. */
export function registerSidecar(deps: FeatureDependencies): vscode.Disposable {
  const { store, articles, activeArticle, configuration, sidecars } = deps;
  const owned = new DisposableStore();
  const comparison = owned.add(new Comparison());
  const takeOverNow = (article: vscode.TextDocument): Promise<void> => takeOver(article, sidecarUri(article.uri), deps, comparison);
  const repairing = new Repairing(deps, comparison, takeOverNow);
  const saving = new Saving(deps, comparison, repairing);
  const savedAs = owned.add(new SavingAs(deps));
  owned.add(
    vscode.commands.registerCommand(commands.saveAnnotations, async () => {
      const document = activeArticle.editor?.document;
      if (document) await saving.save(document);
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.openAnnotationsFile, async () => {
      const document = activeArticle.editor?.document;
      if (document) await openAnnotationsFile(document, saving);
    }),
  );
  owned.add(
    vscode.commands.registerCommand(commands.repairAnnotationsFile, async () => {
      const document = activeArticle.editor?.document;
      if (document) await repairing.repair(document);
    }),
  );
  owned.add(
    vscode.workspace.onDidSaveTextDocument(async (document) => {
      const create = await savedAs.finish(document.uri);
      if (articles.annotations(document.uri) && configuration.get(settings.saveWithArticle, document.uri)) await saving.saveWithArticle(document, create);
    }),
  );
  owned.add(
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // unsaved decisions outlive the editor, and what the file held with them
      if (!store.isDirty(uri.toString())) sidecars.forget(uri);
    }),
  );
  owned.add(tellOfRefused(deps, saving));
  owned.add(followSidecars(deps, comparison));
  owned.add(moveWithArticle(deps, takeOverNow));
  owned.add(copyWithArticle(deps));
  owned.add(deleteWithArticle(deps));
  owned.add(adoptLostSidecars(deps, takeOverNow));
  return owned;
}

async function openAnnotationsFile(article: vscode.TextDocument, saving: Saving): Promise<void> {
  const { l10n } = vscode;
  const uri = sidecarUri(article.uri);
  const exists = !article.isUntitled && (await vscode.workspace.fs.stat(uri).then(() => true, () => false));
  if (!exists) {
    const save = l10n.t("Save Annotations");
    const chosen = await vscode.window.showInformationMessage(l10n.t("This article has no annotations file yet."), save);
    if (chosen !== save || !(await saving.save(article))) return;
  }
  // saving an untitled article gives it another name
  await vscode.commands.executeCommand("vscode.open", exists ? uri : sidecarUri(vscode.window.activeTextEditor?.document.uri ?? article.uri));
}
