import * as vscode from "vscode";
import { textHash } from "../../../core/document/textHash.js";
import { DisposableStore } from "../../../core/common/disposable.js";
import { isFile } from "../../services/isFile.js";
import type { SidecarFiles } from "../../services/sidecarFiles.js";
import { sidecarUri } from "../../services/sidecarUri.js";

/** Articles whose sidecars are remembered, the last ones. */
const MOST_REMEMBERED = 100;

interface Remembered {
  /** Of the article as it was deleted. */
  readonly article: string;
  readonly sidecar: string;
}

/** What stood beside articles that are deleted: where that is undone and the sidecar went with the article, it comes back with it. */
export class DeletedSidecars implements vscode.Disposable {
  private readonly remembered = new Map<string, Remembered>();
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
      this.remembered.set(file.toString(), { article: textHash(article), sidecar });
      const [oldest] = this.remembered.keys();
      if (this.remembered.size > MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
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
    this.remembered.delete(file.toString());
    await this.sidecars.create(file, remembered.sidecar);
  }
}

/** The text of a file as far as it is UTF-8, for comparing; undefined where there is none. */
async function read(uri: vscode.Uri): Promise<string | undefined> {
  if (!(await isFile(uri))) return undefined;
  return vscode.workspace.fs.readFile(uri).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
}
