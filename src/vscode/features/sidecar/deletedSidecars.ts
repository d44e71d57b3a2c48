import * as vscode from "vscode";
import { textHash } from "../../../core/document/textHash.js";
import { DisposableStore } from "../../../core/common/disposable.js";
import { Recent } from "../../../core/common/recent.js";
import { isFile } from "../../services/sidecars/isFile.js";
import type { SidecarFiles } from "../../services/sidecars/sidecarFiles.js";
import { sidecarUri } from "../../services/sidecars/sidecarUri.js";

/** Articles whose sidecars are remembered, the last ones, and how many characters these may have together. */
const MOST_REMEMBERED = 100;
const LONGEST_REMEMBERED = 32 * 1024 * 1024;
/** Longer files are not read for it, in bytes. */
const LONGEST_FILE_BYTES = 32 * 1024 * 1024;

interface Remembered {
  /** Of the article as it was deleted. */
  readonly article: string;
  readonly sidecar: string;
}

/** What stood beside articles that are deleted: where that is undone and the sidecar went with the article, it comes back with it. */
export class DeletedSidecars implements vscode.Disposable {
  private readonly remembered = new Recent<Remembered>(MOST_REMEMBERED, LONGEST_REMEMBERED);
  private readonly owned = new DisposableStore();

  constructor(private readonly sidecars: SidecarFiles) {
    this.owned.add(vscode.workspace.onDidCreateFiles(({ files }) => Promise.all(files.map((file) => this.bringBack(file)))));
  }

  /** Of files that are about to be deleted; of folders nothing. */
  async remember(files: readonly vscode.Uri[]): Promise<void> {
    for (const file of files) {
      const sidecar = await read(sidecarUri(file));
      // most files have none: those are not read
      const article = sidecar === undefined ? undefined : await read(file);
      if (article === undefined || sidecar === undefined) continue;
      this.remembered.keep(file.toString(), { article: textHash(article), sidecar }, sidecar.length);
    }
  }

  dispose(): void {
    this.owned.dispose();
    this.remembered.clear();
  }

  /** Another text of the same name is another article. */
  private async bringBack(file: vscode.Uri): Promise<void> {
    const remembered = this.remembered.get(file.toString());
    const text = remembered && (await read(file));
    if (!remembered || text === undefined || textHash(text) !== remembered.article) return;
    this.remembered.take(file.toString());
    await this.sidecars.create(file, remembered.sidecar);
  }
}

/** The text of a file as far as it is UTF-8, for comparing; undefined where there is none, or too long a one. */
async function read(uri: vscode.Uri): Promise<string | undefined> {
  const { fs } = vscode.workspace;
  try {
    if (!(await isFile(uri)) || (await fs.stat(uri)).size > LONGEST_FILE_BYTES) return undefined;
    return new TextDecoder().decode(await fs.readFile(uri));
  } catch {
    return undefined;
  }
}
