import * as vscode from "vscode";
import { anchorDocument } from "../../../core/anchor/anchorDocument.js";
import { DisposableStore } from "../../../core/common/disposable.js";
import { listStatements } from "../../../core/describe/statementList.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { parseSidecar } from "../../../core/sidecar/parseSidecar.js";
import { commands } from "../../ids.js";
import { lastCommit, type CommittedFile } from "../../services/sidecars/committedFiles.js";
import { SideBySide } from "../../services/sideBySide.js";
import { fileName, sidecarUri } from "../../services/sidecars/sidecarUri.js";
import { editorWording } from "../../services/wording.js";
import type { FeatureDependencies } from "../feature.js";

/** What the active article is compared with: another article, or itself in the last commit. */
type Other = vscode.Uri | "lastCommit";

/**
 * Shows the statements of two versions of a story side by side: what was added, removed, changed in words or given to another speaker.
 * With a URI or "lastCommit" as argument the command asks nothing.
 */
export function registerCompareVersions(deps: FeatureDependencies): vscode.Disposable {
  const { l10n, window } = vscode;
  const owned = new DisposableStore();
  const texts = owned.add(new SideBySide("on-record-statements"));
  const compare = async (argument?: unknown): Promise<void> => {
    const article = deps.activeArticle.editor?.document;
    if (!article) return;
    const commit = await lastCommit(article.uri);
    const other = argument instanceof vscode.Uri || argument === "lastCommit" ? argument : await askForOther(article, deps, commit !== undefined);
    if (other === undefined) return;
    const before = other === "lastCommit" ? await committed(article, commit, deps) : await annotationsOfFile(other, deps);
    await deps.articles.whenSettled(article.uri);
    const now = deps.articles.annotations(article.uri);
    if (typeof before === "string") await window.showInformationMessage(before);
    if (typeof before === "string" || !before || !now) return;
    const name = fileName(article.uri);
    const title = other === "lastCommit" ? l10n.t("{0}: statements in the last commit and now", name) : l10n.t("Statements of {0} and {1}", ...tellApart(other, article.uri));
    const wording = editorWording();
    await texts.show(title, { name: other === "lastCommit" ? name : fileName(other), text: listStatements(before, wording) }, { name, text: listStatements(now, wording) });
  };
  owned.add(vscode.commands.registerCommand(commands.compareAnnotations, compare));
  return owned;
}

/** The names of two files, with their folders where both bear the same. */
function tellApart(other: vscode.Uri, article: vscode.Uri): [string, string] {
  const isSame = fileName(other) === fileName(article);
  const nameOf = (uri: vscode.Uri): string => (isSame ? vscode.workspace.asRelativePath(uri) : fileName(uri));
  return [nameOf(other), nameOf(article)];
}

interface OtherItem extends vscode.QuickPickItem {
  readonly other: Other | "file";
}

async function askForOther(article: vscode.TextDocument, { articles, store }: FeatureDependencies, hasCommit: boolean): Promise<Other | undefined> {
  const { l10n, window, workspace } = vscode;
  const own = article.uri.toString();
  const open = store.uris().filter((key) => key !== own && articles.document(key) !== undefined).map((key) => vscode.Uri.parse(key, true));
  const items: OtherItem[] = [
    ...(hasCommit ? [{ label: l10n.t("$(git-commit) Last Commit"), description: l10n.t("the same article as committed"), other: "lastCommit" as const }] : []),
    ...open.map((uri) => ({ label: `$(file) ${fileName(uri)}`, description: workspace.asRelativePath(uri), other: uri })),
    { label: l10n.t("$(folder-opened) Choose a File…"), other: "file" },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t("Compare Annotations"), placeHolder: l10n.t("Compare {0} with…", fileName(article.uri)) });
  if (picked?.other !== "file") return picked?.other;
  const folder = article.isUntitled ? {} : { defaultUri: vscode.Uri.joinPath(article.uri, "..") };
  const [chosen] = (await window.showOpenDialog({ ...folder, title: l10n.t("Compare Annotations"), canSelectMany: false })) ?? [];
  return chosen;
}

/** The article as it is in the last commit; a sentence where there is none. */
async function committed(article: vscode.TextDocument, commit: CommittedFile | undefined, deps: FeatureDependencies): Promise<AnnotationDocument | string | undefined> {
  const { l10n } = vscode;
  if (!commit) return l10n.t("There is no last commit to compare with: git is not available here, or the article is in no repository.");
  const text = await commit.read(article.uri);
  if (text === undefined) return l10n.t("{0} is not in the last commit.", fileName(article.uri));
  const sidecar = await commit.read(sidecarUri(article.uri));
  const parsed = sidecar === undefined ? undefined : parseSidecar(sidecar);
  const kept = parsed?.ok ? anchorDocument(parsed.value, text).document : undefined;
  return withProgress((token) => deps.articles.analyzeText({ text, uri: article.uri, languageId: article.languageId }, kept, token));
}

/** What is known of another article, with its decisions; a sentence where it cannot be read. */
async function annotationsOfFile(uri: vscode.Uri, { articles, sidecars }: FeatureDependencies): Promise<AnnotationDocument | string | undefined> {
  const known = articles.annotations(uri);
  if (known && articles.document(uri.toString())) {
    await articles.whenSettled(uri);
    return articles.annotations(uri);
  }
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const kept = known ? anchorDocument(known, document.getText()).document : await sidecars.peek(document);
    return await withProgress((token) => articles.analyzeText({ text: document.getText(), uri, languageId: document.languageId }, kept, token));
  } catch (error) {
    return vscode.l10n.t("{0} could not be read: {1}", fileName(uri), error instanceof Error ? error.message : String(error));
  }
}

function withProgress<T>(run: (token: vscode.CancellationToken) => Promise<T>): Thenable<T> {
  const { l10n, window, ProgressLocation } = vscode;
  return window.withProgress({ location: ProgressLocation.Notification, title: l10n.t("Reading the other version…"), cancellable: true }, (_progress, token) => run(token));
}
