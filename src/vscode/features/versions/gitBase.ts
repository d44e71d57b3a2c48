import * as vscode from "vscode";

/** What the built-in git extension offers of a repository; the part that is used here. */
interface Repository {
  /** The text of a file in a commit; rejects where the commit has none. */
  show(ref: string, path: string): Promise<string>;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

/** A version of a file in git. */
export interface CommittedFile {
  /** The text in the last commit; undefined where it is not in there. */
  read(uri: vscode.Uri): Promise<string | undefined>;
}

/** The last commit of the repository that a file is in; undefined without git, as in the browser, and outside of any repository. */
export async function lastCommit(uri: vscode.Uri): Promise<CommittedFile | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  if (!extension || uri.scheme !== "file") return undefined;
  try {
    const git = await extension.activate();
    const repository = git.enabled ? git.getAPI(1).getRepository(uri) : null;
    if (!repository) return undefined;
    return { read: ({ fsPath }) => repository.show("HEAD", fsPath).then((text) => text, () => undefined) };
  } catch {
    // switched off between two looks at it
    return undefined;
  }
}
