import * as vscode from "vscode";
import { describedVersion } from "../../../core/anchor/oldText/lineEnds.js";
import { DisposableStore } from "../../../core/common/disposable.js";
import type { Source } from "../../../core/document/annotationDocument.js";
import { withoutByteOrderMark } from "./byteOrderMark.js";

/** What the built-in git extension offers of a repository; the part that is used here. */
interface Repository {
  /** The text of a file in a commit; rejects where the commit has none. */
  show(ref: string, path: string): Promise<string>;
  /** The commits that changed a file, the last one first. */
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly { readonly hash: string }[]>;
}

interface GitApi {
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: vscode.Event<unknown>;
  getRepository(uri: vscode.Uri): Repository | null;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** A version of a file in git. */
export interface CommittedFile {
  /** The text in the last commit; undefined where it is not in there. */
  read(uri: vscode.Uri): Promise<string | undefined>;
}

/** Versions of a file that are looked at, and how long whoever opens it waits for them. */
const MOST_VERSIONS = 20;
const LONGEST_SEARCH_MS = 3000;

/** The last commit of the repository that a file is in; undefined without git, as in the browser, and outside of any repository. */
export async function lastCommit(uri: vscode.Uri): Promise<CommittedFile | undefined> {
  const repository = (await gitFor(uri))?.getRepository(uri);
  return repository ? { read: ({ fsPath }) => textIn(repository, "HEAD", fsPath) } : undefined;
}

/**
 * The committed version of a file that annotations refer to, among the last ones: with its text they are found again more surely in what
 * the file holds now. Undefined where git is not there, or has no such version, or takes too long; or the file is closed meanwhile.
 */
export async function committedVersion(uri: vscode.Uri, wanted: Source): Promise<string | undefined> {
  if (wanted.sha256 === undefined) return undefined;
  const owned = new DisposableStore();
  let isWanted = true;
  const givenUp = new Promise<undefined>((resolve) => {
    const timer = setTimeout(resolve, LONGEST_SEARCH_MS, undefined);
    owned.add({ dispose: () => clearTimeout(timer) });
    owned.add(vscode.workspace.onDidCloseTextDocument((closed) => closed.uri.toString() === uri.toString() && resolve(undefined)));
  });
  try {
    return await Promise.race([search(uri, wanted, owned, () => isWanted), givenUp]);
  } finally {
    isWanted = false;
    owned.dispose();
  }
}

async function search(uri: vscode.Uri, wanted: Source, owned: DisposableStore, isWanted: () => boolean): Promise<string | undefined> {
  const git = await gitFor(uri);
  // a window that has just begun is still looking for its repositories
  if (git?.state === "uninitialized") await new Promise((resolve) => owned.add(git.onDidChangeState(resolve)));
  const repository = isWanted() ? git?.getRepository(uri) : undefined;
  if (!repository) return undefined;
  const path = uri.fsPath;
  const commits = await repository.log({ path, maxEntries: MOST_VERSIONS }).catch(() => []);
  for (const { hash } of commits) {
    const text = isWanted() ? await textIn(repository, hash, path) : undefined;
    // git may keep it with other line ends than it was checked out or shown with
    const version = text === undefined ? undefined : describedVersion(text, wanted);
    if (version !== undefined) return version;
  }
  return undefined;
}

/** Undefined without git, as in the browser, and in a folder that nobody trusts. */
async function gitFor(uri: vscode.Uri): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  if (!extension || uri.scheme !== "file" || !vscode.workspace.isTrusted) return undefined;
  try {
    const git = await extension.activate();
    return git.enabled ? git.getAPI(1) : undefined;
  } catch {
    // switched off between two looks at it
    return undefined;
  }
}

async function textIn(repository: Repository, commit: string, path: string): Promise<string | undefined> {
  return repository.show(commit, path).then(withoutByteOrderMark, () => undefined);
}
