import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { Source } from "../../../core/document/annotationDocument.js";
import { textHash } from "../../../core/document/buildDocument.js";
import { parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { isFile } from "../../services/isFile.js";
import { articleUri, sidecarUri } from "../../services/sidecarUri.js";
import { readStoredText } from "../../services/storedText.js";
import type { FeatureDependencies } from "../feature.js";

/** Sidecars that are looked at for one article, and the longest that is read, in bytes: the search must not be felt. */
const MOST_SIDECARS = 500;
const LONGEST_SIDECAR_BYTES = 4 * 1024 * 1024;

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
  const { workspace } = vscode;
  const stored = await readStoredText(article);
  if (stored === undefined || stored === "") return undefined;
  const wanted = textHash(stored);
  const sidecars = await workspace.findFiles("**/*.annotations.json", "**/node_modules/**", MOST_SIDECARS);
  let last: { readonly uri: vscode.Uri; readonly written: number } | undefined;
  for (const sidecar of sidecars) {
    const owner = articleUri(sidecar);
    if (!owner || offered.has(sidecar.toString()) || (await isFile(owner))) continue;
    const read = await readSource(sidecar);
    if (read?.source.sha256 !== wanted || (last && last.written >= read.written) || (await isCopy(sidecar, read.source))) continue;
    last = { uri: sidecar, written: read.written };
  }
  return last?.uri;
}

/** An exported or copied file under another name: the article that it tells of is still beside it. */
async function isCopy(sidecar: vscode.Uri, { file }: Source): Promise<boolean> {
  // a name alone: a path in a stranger's file is not followed
  return file !== undefined && /^[^/\\]+$/u.test(file) && (await isFile(vscode.Uri.joinPath(sidecar, "..", file)));
}

/** What a sidecar tells of its article, and when it was written. */
async function readSource(sidecar: vscode.Uri): Promise<{ readonly source: Source; readonly written: number } | undefined> {
  const { fs } = vscode.workspace;
  try {
    const { size, mtime } = await fs.stat(sidecar);
    if (size > LONGEST_SIDECAR_BYTES) return undefined;
    const parsed = parseSidecar(new TextDecoder().decode(await fs.readFile(sidecar)));
    return parsed.ok ? { source: parsed.value.source, written: mtime } : undefined;
  } catch {
    // gone meanwhile, or not to be read: none that could be offered
    return undefined;
  }
}

async function isAgreed(lost: vscode.Uri): Promise<boolean> {
  const { l10n, window, workspace } = vscode;
  const take = l10n.t("Move It Here");
  const path = workspace.asRelativePath(lost);
  const chosen = await window.showInformationMessage(l10n.t("{0} holds annotations of this very text, but its article is gone. Was the article renamed?", path), take, l10n.t("Leave It"));
  return chosen === take;
}
