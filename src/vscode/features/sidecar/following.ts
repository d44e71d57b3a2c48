import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { decidedIds } from "../../../core/document/decided.js";
import { lineEndEdits } from "../../../core/anchor/oldText/lineEnds.js";
import { mergeWriters } from "../../../core/sidecar/mergeWriters.js";
import { countUnsaved } from "../../../core/store/unsavedDecisions.js";
import { isFile } from "../../services/sidecars/isFile.js";
import { isSettled, sidesIn, type Answer } from "../../services/sidecars/sidecarFiles.js";
import { articleUri, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import { readStoredText } from "../../services/sidecars/storedText.js";
import type { FeatureDependencies } from "../feature.js";
import type { Comparison } from "./comparison.js";

/** An article that is written together with its sidecar is shown as it is now after so long at most. */
const SHOWN_WITHIN_MS = 2000;

/** What becomes of a file so soon after it was written the watchers of files may pass over. */
const SETTLED_WITHIN_MS = 1000;

/** Takes over what others write into the sidecars of open articles: git, another window, another program. */
export function followSidecars(deps: FeatureDependencies, comparison: Comparison): vscode.Disposable {
  const owned = new DisposableStore();
  const openArticle = (sidecar: vscode.Uri): vscode.TextDocument | undefined => {
    const key = articleUri(sidecar)?.toString() ?? "";
    return deps.store.get(key) && deps.articles.document(key);
  };
  const follow = async (sidecar: vscode.Uri): Promise<void> => {
    const uri = articleUri(sidecar);
    // an article that is being read may have looked for its sidecar before it came
    if (uri && !deps.store.get(uri.toString())) await deps.articles.whenSettled(uri);
    const article = openArticle(sidecar);
    if (!article) return;
    await untilShown(article);
    await takeOver(article, sidecar, deps, comparison);
  };
  const followDeleted = async (sidecar: vscode.Uri): Promise<void> => {
    const article = openArticle(sidecar);
    if (!article) return;
    // replacing a file may show as deleting it
    if (await deps.sidecars.exists(article.uri)) await takeOver(article, sidecar, deps, comparison);
    // both may be deleted together
    else if (await isFile(article.uri)) keepAsUnsaved(article, deps);
  };
  const watch = (pattern: vscode.GlobPattern): vscode.Disposable => {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    watcher.onDidChange(follow);
    watcher.onDidCreate(follow);
    watcher.onDidDelete(followDeleted);
    return watcher;
  };
  owned.add(watch("**/*.annotations.json"));
  owned.add(lookAgain(deps, followDeleted));
  owned.add(watchElsewhere(deps, watch));
  return owned;
}

/** Looks again a while after a sidecar was written: of a file that comes and goes at once no watcher tells. */
function lookAgain({ sidecars }: FeatureDependencies, follow: (sidecar: vscode.Uri) => Promise<void>): vscode.Disposable {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const listener = sidecars.onDidWrite((article) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void follow(sidecarUri(article));
    }, SETTLED_WITHIN_MS);
    timers.add(timer);
  });
  return new vscode.Disposable(() => {
    listener.dispose();
    for (const timer of timers) clearTimeout(timer);
  });
}

/** Of what is outside of the workspace the editor tells only where it is asked to: the folders of articles that are open. */
function watchElsewhere({ articles }: FeatureDependencies, watch: (pattern: vscode.GlobPattern) => vscode.Disposable): vscode.Disposable {
  const watched = new Map<string, { readonly watcher: vscode.Disposable; readonly open: Set<string> }>();
  const listener = articles.onDidChangeState((uri) => {
    const folder = vscode.Uri.joinPath(uri, "..");
    const [key, state] = [folder.toString(), articles.state(uri)];
    const known = watched.get(key);
    if (state === undefined || state === "notArticle") {
      known?.open.delete(uri.toString());
      if (known?.open.size !== 0) return;
      known.watcher.dispose();
      watched.delete(key);
    } else if (known) {
      known.open.add(uri.toString());
    } else if (uri.scheme !== "untitled" && !vscode.workspace.getWorkspaceFolder(uri)) {
      watched.set(key, { watcher: watch(new vscode.RelativePattern(folder, "*.annotations.json")), open: new Set([uri.toString()]) });
    }
  });
  return new vscode.Disposable(() => {
    listener.dispose();
    for (const { watcher } of watched.values()) watcher.dispose();
  });
}

/** Who writes an article and its sidecar, as git does, writes them one after the other: the editor is to show the one that fits. */
async function untilShown(article: vscode.TextDocument): Promise<void> {
  const stored = article.isDirty ? undefined : await readStoredText(article);
  const isShown = (): boolean => stored === undefined || article.isDirty || lineEndEdits(stored, article.getText()) !== undefined;
  if (isShown()) return;
  const owned = new DisposableStore();
  await new Promise<void>((resolve) => {
    owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => document === article && isShown() && resolve()));
    owned.add(vscode.workspace.onDidCloseTextDocument((document) => document === article && resolve()));
    const timer = setTimeout(resolve, SHOWN_WITHIN_MS);
    owned.add({ dispose: () => clearTimeout(timer) });
  });
  owned.dispose();
}

/** Joins what a sidecar holds by now with what is known of its open article; asks where both decided differently. */
export async function takeOver(article: vscode.TextDocument, sidecar: vscode.Uri, deps: FeatureDependencies, comparison: Comparison, answer?: Answer): Promise<void> {
  const { store, articles, sidecars, log } = deps;
  const key = article.uri.toString();
  const changed = await sidecars.loadChanged(article);
  const ours = store.get(key);
  if (!changed || !ours) return;
  log.info(`${sidecar.path} was changed by someone else`);
  if (!store.isDirty(key)) {
    store.adopt(key, changed.theirs);
  } else {
    const sides = sidesIn(changed.hash, answer);
    const { document, conflicts } = mergeWriters(changed.base, ours, changed.theirs, sides);
    if (!isSettled(conflicts, sides)) {
      const chosen = await comparison.ask(sidecar, { ids: conflicts, hash: changed.hash, ours, theirs: changed.theirs }, false);
      // text, annotations and file may have changed while the question stood
      if (chosen) await takeOver(article, sidecar, deps, comparison, chosen);
      return;
    }
    store.adopt(key, document);
    // a file that was gone is back, or another window saved the same
    if (countUnsaved(changed.theirs, document) === 0) store.markSaved(key);
  }
  changed.accept();
  articles.analyzeAgain(article);
}

/** The sidecar is gone: what a person decided is nowhere but here. */
function keepAsUnsaved(article: vscode.TextDocument, { store, sidecars, journal }: FeatureDependencies): void {
  const key = article.uri.toString();
  sidecars.lose(article.uri);
  journal.forgetSaved(key);
  const document = store.get(key);
  if (document && decidedIds(document).size > 0) store.markUnsaved(key);
}
