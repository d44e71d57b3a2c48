import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { AppError } from "../../../core/common/errors.js";
import { fileName, sidecarUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import type { Saving } from "./saving.js";

/** What is wrong with a sidecar, what that means, in words for a person. */
export function describeRefusal(error: AppError, name: string): string {
  const { l10n } = vscode;
  return `${describeFault(error, name)} ${l10n.t("It is left as it is, and the article is shown with fresh findings.")}`;
}

function describeFault({ code, message, data }: AppError, name: string): string {
  const { l10n } = vscode;
  const line = typeof data["line"] === "number" ? data["line"] : undefined;
  switch (code) {
    case "conflict-markers":
      return l10n.t("{0} holds an unresolved merge conflict (line {1}).", name, line ?? 1);
    case "newer-version":
      return l10n.t("{0} was written by a newer version of On Record.", name);
    case "invalid-json":
      if (data["isTruncated"] === true) return l10n.t("{0} is cut off at line {1}.", name, line ?? 1);
      return line === undefined ? l10n.t("{0} is not a JSON file.", name) : l10n.t("{0} is damaged at line {1}.", name, line);
    case "too-large":
      return l10n.t("{0} is too large to be an annotations file.", name);
    case "unreadable-file":
      return l10n.t("{0} could not be read.", name);
    default:
      return l10n.t("{0} does not hold annotations that can be read: {1}", name, message);
  }
}

/** Tells once of each sidecar that cannot be read; again after it could be read in between. */
export function tellOfRefused({ sidecars, articles, store, log }: FeatureDependencies, saving: Saving): vscode.Disposable {
  const owned = new DisposableStore();
  const told = new Set<string>();
  owned.add(
    sidecars.onDidRefuse(({ article, error }) => {
      const key = article.toString();
      log.warn(`${sidecarUri(article).path}: ${error.message}`);
      if (told.has(key)) return;
      told.add(key);
      const document = articles.document(key);
      if (document) void offerWaysOut(document, describeRefusal(error, fileName(sidecarUri(article))), saving);
    }),
  );
  owned.add(
    store.onDidChange(({ uri, origin }) => {
      if (origin === "file" && store.get(uri)) told.delete(uri);
    }),
  );
  return owned;
}

/** A message with the two things that a person can do about a sidecar that cannot be used. */
export async function offerWaysOut(article: vscode.TextDocument, message: string, saving: Saving): Promise<void> {
  const { l10n, window, commands } = vscode;
  const open = l10n.t("Open Annotations File");
  const saveCopy = l10n.t("Save a Copy As…");
  const chosen = await window.showWarningMessage(message, open, saveCopy);
  if (chosen === open) await commands.executeCommand("vscode.open", sidecarUri(article.uri));
  if (chosen === saveCopy) await saving.saveCopy(article);
}
