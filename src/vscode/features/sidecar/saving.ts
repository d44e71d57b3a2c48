import * as vscode from "vscode";
import { anchorDocument } from "../../../core/anchor/anchorDocument.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import type { Answer, SaveResult } from "../../services/sidecars/sidecarFiles.js";
import { fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import { MESSAGE_MS } from "../../services/statusMessages.js";
import { writeCopy } from "../../services/sidecars/writeCopy.js";
import type { FeatureDependencies } from "../feature.js";
import type { Comparison } from "./comparison.js";
import { offerWaysOut, type WaysOut } from "./refusals.js";
import { describeFailure, describeRefusal } from "./refusalWords.js";
import type { Repairing } from "./repairing.js";

/** Saves annotations and tells how it went: in the status bar where all is well, else in one message with the next step. */
export class Saving implements WaysOut {
  /** Articles whose sidecar could not be written when it was to be saved with them; told once each. */
  private readonly toldOf = new Set<string>();

  constructor(
    private readonly deps: FeatureDependencies,
    private readonly comparison: Comparison,
    readonly repairing: Repairing,
  ) {}

  /** By a person's command. True where the sidecar holds the annotations afterwards. */
  async save(article: vscode.TextDocument): Promise<boolean> {
    const { l10n, window } = vscode;
    if (article.isUntitled) return this.saveArticleFirst(article);
    const { articles } = this.deps;
    await articles.whenSettled(article.uri);
    const name = fileName(sidecarUri(article.uri));
    const result = await this.write(article, { create: true, isAsked: true });
    if (result.outcome === "written" || result.outcome === "unchanged") {
      const message = article.isDirty ? l10n.t("Annotations saved to {0}; the article itself is not saved yet", name) : l10n.t("Annotations saved to {0}", name);
      window.setStatusBarMessage(message, MESSAGE_MS);
      return true;
    }
    if (result.outcome === "absent") {
      window.setStatusBarMessage(l10n.t("There are no annotations to save."), MESSAGE_MS);
    } else if (result.outcome === "refused") {
      await offerWaysOut(article, (canRepair) => describeRefusal(result.error, name, this.deps.store.get(article.uri.toString()), canRepair), this);
    } else if (result.outcome === "failed") {
      this.deps.log.warn(result.error.message);
      await offerWaysOut(article, () => describeFailure(result.error, name), this);
    }
    return false;
  }

  /** Together with the article, where it has a sidecar or shall have one. */
  async saveWithArticle(article: vscode.TextDocument, create: boolean): Promise<void> {
    const { articles } = this.deps;
    // at once, for the window may be closing; and again where the analysis of the last words was still to come
    const result = await this.write(article, { create, isAsked: false });
    if (result.outcome === "failed") {
      const name = fileName(sidecarUri(article.uri));
      this.deps.log.warn(result.error.message);
      if (this.toldOf.has(article.uri.toString())) return;
      this.toldOf.add(article.uri.toString());
      await offerWaysOut(article, () => describeFailure(result.error, name), this);
      return;
    }
    if (result.outcome !== "written" && result.outcome !== "unchanged") return;
    const { version } = article;
    await articles.whenSettled(article.uri);
    if (!article.isClosed && !article.isDirty && article.version === version) await this.write(article, { create: false, isAsked: false });
  }

  /** Writes the annotations to a file of a person's choice; they count as unsaved still. */
  async saveCopy(article: vscode.TextDocument): Promise<void> {
    const { sidecars, store } = this.deps;
    const text = await sidecars.preview(article, () => store.get(article.uri.toString()));
    if (text === undefined) return;
    const name = `${fileName(article.uri)}.copy.annotations.json`;
    const defaultUri = article.isUntitled ? undefined : vscode.Uri.joinPath(article.uri, "..", name);
    const target = await vscode.window.showSaveDialog({ ...(defaultUri ? { defaultUri } : {}), filters: { JSON: ["json"] } });
    if (target) await writeCopy(target, text);
  }

  /** @param how whether there may be a new sidecar, and whether a person asked for it just now. */
  private async write(article: vscode.TextDocument, how: { readonly create: boolean; readonly isAsked: boolean }): Promise<SaveResult> {
    let result = await this.attempt(article, how.create, undefined);
    // somebody may write again while the question stands
    while (result.outcome === "conflict") {
      const answer = await this.comparison.ask(sidecarUri(article.uri), result.conflict, how.isAsked);
      if (!answer) return result;
      result = await this.attempt(article, how.create, answer);
    }
    if (result.outcome === "written") this.toldOf.delete(article.uri.toString());
    return result;
  }

  private async attempt(article: vscode.TextDocument, create: boolean, answer: Answer | undefined): Promise<SaveResult> {
    const { store, sidecars, articles } = this.deps;
    const key = article.uri.toString();
    let isMerged = false;
    let isDecidedSince = false;
    const current = (): AnnotationDocument | undefined => {
      isDecidedSince = false;
      return store.get(key);
    };
    const adopt = (merged: AnnotationDocument): void => {
      store.adopt(key, merged);
      isMerged = true;
      isDecidedSince = false;
    };
    const listener = store.onDidChange(({ uri, origin }) => {
      if (uri === key && origin === "person") isDecidedSince = true;
    });
    const result = await sidecars.save({ article, current, adopt, answer, create });
    listener.dispose();
    if ((result.outcome === "written" || result.outcome === "unchanged") && !isDecidedSince) store.markSaved(key);
    if (isMerged && !article.isClosed) articles.analyzeAgain(article);
    return result;
  }

  /** An untitled article gets a name first; its annotations go with it. */
  private async saveArticleFirst(article: vscode.TextDocument): Promise<boolean> {
    const { l10n, window, workspace } = vscode;
    const saveArticle = l10n.t("Save Article…");
    const chosen = await window.showInformationMessage(l10n.t("Annotations are kept beside the article: save the article first."), saveArticle);
    if (chosen !== saveArticle) return false;
    const { store, articles, journal } = this.deps;
    const annotations = store.get(article.uri.toString());
    const uri = await workspace.save(article.uri);
    if (!uri) return false;
    const saved = await workspace.openTextDocument(uri);
    await articles.whenSettled(uri);
    const key = uri.toString();
    if (annotations && !store.isDirty(key)) {
      // saving may have changed the text: a line end at the end, spaces at the ends of lines
      const { document } = anchorDocument(annotations, saved.getText());
      store.load(key, document);
      store.markUnsaved(key);
      journal.forgetSaved(key);
    }
    return this.save(saved);
  }
}
