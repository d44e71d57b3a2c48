import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { decidedIds } from "../../../core/document/decided.js";
import { mergeWriters, type Preferred } from "../../../core/sidecar/mergeWriters.js";
import { isFile } from "../../services/isFile.js";
import { isSettled } from "../../services/sidecarFiles.js";
import { articleUri } from "../../services/sidecarUri.js";
import type { FeatureDependencies } from "../feature.js";
import type { Comparison } from "./comparison.js";

/** Takes over what others write into the sidecars of open articles: git, another window, another program. */
export function followSidecars(deps: FeatureDependencies, comparison: Comparison): vscode.Disposable {
  const owned = new DisposableStore();
  const watcher = owned.add(vscode.workspace.createFileSystemWatcher("**/*.annotations.json"));
  const openArticle = (sidecar: vscode.Uri): vscode.TextDocument | undefined => {
    const key = articleUri(sidecar)?.toString() ?? "";
    return deps.store.get(key) && deps.articles.document(key);
  };
  const follow = async (sidecar: vscode.Uri): Promise<void> => {
    const uri = articleUri(sidecar);
    // an article that is being read may have looked for its sidecar before it came
    if (uri && !deps.store.get(uri.toString())) await deps.articles.whenSettled(uri);
    const article = openArticle(sidecar);
    if (article) await takeOver(article, sidecar, deps, comparison);
  };
  owned.add(watcher.onDidChange(follow));
  owned.add(watcher.onDidCreate(follow));
  owned.add(
    watcher.onDidDelete(async (sidecar) => {
      const article = openArticle(sidecar);
      if (!article) return;
      // replacing a file may show as deleting it
      if (await deps.sidecars.exists(article.uri)) await takeOver(article, sidecar, deps, comparison);
      // both may be deleted together
      else if (await isFile(article.uri)) keepAsUnsaved(article, deps);
    }),
  );
  return owned;
}

/** Joins what a sidecar holds by now with what is known of its open article; asks where both decided differently. */
export async function takeOver(article: vscode.TextDocument, sidecar: vscode.Uri, deps: FeatureDependencies, comparison: Comparison, preferred: Preferred = new Map()): Promise<void> {
  const { store, articles, sidecars, log } = deps;
  const key = article.uri.toString();
  const changed = await sidecars.loadChanged(article);
  const ours = store.get(key);
  if (!changed || !ours) return;
  log.info(`${sidecar.path} was changed by someone else`);
  if (!store.isDirty(key)) {
    store.adopt(key, changed.theirs);
  } else {
    const { document, conflicts } = mergeWriters(changed.base, ours, changed.theirs, preferred);
    if (!isSettled(conflicts, preferred)) {
      const mine = await sidecars.preview(article, () => store.get(key));
      const answer = await comparison.ask(sidecar, mine ?? "", { ids: conflicts, hash: changed.hash, ours, theirs: changed.theirs });
      // text, annotations and file may have changed while the question stood
      if (answer) await takeOver(article, sidecar, deps, comparison, answer);
      return;
    }
    store.adopt(key, document);
  }
  changed.accept();
  articles.analyzeAgain(article);
}

/** The sidecar is gone: what a person decided is nowhere but here. */
function keepAsUnsaved(article: vscode.TextDocument, { store, sidecars }: FeatureDependencies): void {
  const key = article.uri.toString();
  sidecars.forget(article.uri);
  const document = store.get(key);
  if (document && decidedIds(document).size > 0) store.markUnsaved(key);
}
