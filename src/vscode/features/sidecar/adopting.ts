import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { Source } from "../../../core/document/annotationDocument.js";
import { textHash } from "../../../core/document/textHash.js";
import { isFile } from "../../services/sidecars/isFile.js";
import { sidecarUri } from "../../services/sidecars/sidecarUri.js";
import { readStoredText } from "../../services/sidecars/storedText.js";
import type { FeatureDependencies } from "../feature.js";
import { findSidecarsAbout } from "./sidecarSearch.js";

/**
 * An article may have been renamed or moved by another program. Where one is opened that has no sidecar, those whose article is missing
 * are looked through for the one about this very text, and the person is asked whether it shall go to the article.
 * @param takeOver what a sidecar's arrival is answered with.
 */
export function adoptLostSidecars(deps: FeatureDependencies, takeOver: (article: vscode.TextDocument) => Promise<void>): vscode.Disposable {
  const { articles, log } = deps;
  const owned = new DisposableStore();
  /** Articles that were looked at, and sidecars that were offered: once each is enough. */
  const asked = new Set<string>();
  const look = async (article: vscode.TextDocument): Promise<void> => {
    const target = sidecarUri(article.uri);
    if (await isFile(target)) return;
    const lost = await findLostSidecar(article, asked);
    // the search takes its time: the article may be closed or have a sidecar by now, and another one may have been offered this
    if (!lost || asked.has(lost.toString()) || article.isClosed || (await isFile(target))) return;
    asked.add(lost.toString());
    if (!(await isAgreed(lost)) || (await isFile(target)) || article.isClosed) return;
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(lost, target, { overwrite: false });
    if (await vscode.workspace.applyEdit(edit)) await takeOver(article);
    else log.warn(`${lost.path} could not be moved to ${target.path}`);
  };
  owned.add(
    articles.onDidChangeState((uri) => {
      const key = uri.toString();
      const article = articles.document(key);
      if (!article || article.isUntitled || articles.state(uri) !== "ready" || asked.has(key)) return;
      asked.add(key);
      void look(article);
    }),
  );
  return owned;
}

/** The sidecar of the workspace about exactly this text whose own article is missing; of several that were not offered yet the one written last. */
async function findLostSidecar(article: vscode.TextDocument, offered: ReadonlySet<string>): Promise<vscode.Uri | undefined> {
  const stored = await readStoredText(article);
  if (stored === undefined || stored === "") return undefined;
  const isWanted = async (sidecar: vscode.Uri, owner: vscode.Uri): Promise<boolean> => !offered.has(sidecar.toString()) && !(await isFile(owner));
  for (const { uri, source } of await findSidecarsAbout(new Set([textHash(stored)]), isWanted)) if (!(await isCopy(uri, source))) return uri;
  return undefined;
}

/** An exported or copied file under another name: the article that it tells of is still beside it. */
async function isCopy(sidecar: vscode.Uri, { file }: Source): Promise<boolean> {
  // a name alone: a path in a stranger's file is not followed
  return file !== undefined && /^[^/\\]+$/u.test(file) && (await isFile(vscode.Uri.joinPath(sidecar, "..", file)));
}

async function isAgreed(lost: vscode.Uri): Promise<boolean> {
  const { l10n, window, workspace } = vscode;
  const take = l10n.t("Move It Here");
  const path = workspace.asRelativePath(lost);
  const chosen = await window.showInformationMessage(l10n.t("{0} holds annotations of this very text, but its article is gone. Was the article renamed?", path), take, l10n.t("Leave It"));
  return chosen === take;
}
