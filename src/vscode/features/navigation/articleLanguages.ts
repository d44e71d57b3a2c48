import type * as vscode from "vscode";
import { DisposableStore, type Disposable } from "../../../core/common/disposable.js";
import type { Articles } from "../../services/articles/articles.js";

/** Languages in which articles are mostly written. */
const USUAL = ["plaintext", "markdown"];

/**
 * Registers a provider for the usual languages, and for another language when a person reads a file of it as an article: a
 * provider for everything would offer "Go to Definition" in files that are no articles.
 */
export function registerForArticles(articles: Articles, register: (selector: vscode.DocumentSelector) => Disposable): Disposable {
  const owned = new DisposableStore();
  const registered = new Set(USUAL);
  owned.add(register(USUAL));
  owned.add(
    articles.onDidChangeState((uri) => {
      const languageId = articles.document(uri.toString())?.languageId;
      if (languageId === undefined || registered.has(languageId) || articles.state(uri) !== "ready") return;
      registered.add(languageId);
      owned.add(register(languageId));
    }),
  );
  return owned;
}
