import * as vscode from "vscode";
import { anchorDocument } from "../../../core/anchor/anchorDocument.js";
import { DisposableStore } from "../../../core/common/disposable.js";
import { Emitter } from "../../../core/common/event.js";
import type { RecentCopies } from "../../../core/anchor/oldText/copies.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import { textHash } from "../../../core/document/textHash.js";
import type { AnnotationStore } from "../../../core/store/annotationStore.js";
import { countUnsaved } from "../../../core/store/unsavedDecisions.js";
import { describeKept, displacedFile, joinKept, keptFile, parseKept, readHead, serializeKept, type KeptDecisions, type KeptFile } from "./keptDecisions.js";
import { findBaseText, inText } from "../sidecars/storedText.js";
import { Throttle } from "./throttle.js";
import { writeWhole, type ReplaceFile } from "../sidecars/writeWhole.js";

/** A decision is written at once, for a crash takes what was not; those that follow within this time, together. */
const WAIT_MS = 200;

export interface JournalDependencies {
  readonly store: AnnotationStore;
  /** Where the editor lets this workspace's extension keep files. */
  readonly folder: vscode.Uri;
  /** False where all windows without a folder share it. */
  readonly isOfWorkspace: boolean;
  readonly replaceFile: ReplaceFile;
  readonly copies: RecentCopies;
  readonly log: vscode.LogOutputChannel;
}

/** Decisions of before that were not saved. */
export interface RestoredDecisions {
  readonly document: AnnotationDocument;
  readonly count: number;
  /** What of them is saved by now; where someone else has decided differently since, what they started from. */
  readonly base: AnnotationDocument | undefined;
  /** True where someone else has decided differently in the sidecar since. */
  readonly isContested: boolean;
}

export interface RestoredArticle {
  readonly uri: vscode.Uri;
  readonly count: number;
}

/**
 * Keeps the decisions that no sidecar holds yet in the editor's own storage, so that neither a crash nor a closed window loses one. One
 * file for each article: the annotations as they are; it goes when they are saved or taken back.
 */
export class Journal implements vscode.Disposable {
  private readonly owned = new DisposableStore();
  private readonly writes = this.owned.add(new Throttle(WAIT_MS, (uri) => this.write(uri)));
  private readonly queues = new Map<string, Promise<void>>();
  /** What the sidecar of each article held when it was last read or written. */
  private readonly saved = new Map<string, AnnotationDocument>();
  /** The texts of articles that were closed with decisions that are not saved. */
  private readonly closed = new Map<string, string>();
  /** Articles whose file this window wrote or read; any other is another window's, or about another article of that name. */
  private readonly ours = new Set<string>();
  /** Renames follow each other, so that taking one back finds what it moved. */
  private renames: Promise<void> = Promise.resolve();
  private readonly restored = this.owned.add(new Emitter<RestoredArticle>());
  /** Told when decisions came back. */
  readonly onDidRestore = this.restored.event;

  /** False where other windows may be at work on what is kept here. */
  get isOfWorkspace(): boolean {
    return this.deps.isOfWorkspace;
  }

  constructor(private readonly deps: JournalDependencies) {
    this.owned.add(
      deps.store.onDidChange(({ uri, origin }) => {
        const document = deps.store.get(uri);
        if (document && origin === "file" && !deps.store.isDirty(uri)) this.saved.set(uri, document);
        if (!document) this.closed.delete(uri);
        // an article that was let go leaves its file alone
        if (document && (origin === "person" || origin === "file")) this.writes.schedule(uri);
      }),
    );
    this.owned.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        const key = document.uri.toString();
        // what was opened and edited without anybody seeing it is not what they refer to
        if (deps.store.isDirty(key) && !this.closed.has(key)) this.closed.set(key, document.getText());
      }),
    );
  }

  /** The text that the unsaved annotations of an article refer to that was closed; undefined for others. From here on it is open again. */
  takeClosedText(uri: string): string | undefined {
    const text = this.closed.get(uri);
    this.closed.delete(uri);
    return text;
  }

  /**
   * The unsaved decisions on an article, at their places in its text; undefined where there are none. `sidecar` is what the article's
   * sidecar says now, in the offsets of the same text.
   */
  async restore(article: vscode.TextDocument, text: string, sidecar: AnnotationDocument | undefined): Promise<RestoredDecisions | undefined> {
    const key = article.uri.toString();
    await this.renames;
    const kept = (await this.readOwn(key)) ?? (await this.takeLost(key, text));
    if (!kept) return undefined;
    this.ours.add(key);
    const base = await findBaseText(article.uri, kept.document, text);
    const { document: ours } = anchorDocument(kept.document, text, base === text ? undefined : base);
    if (article.isUntitled && isNowhereIn(ours) && kept.document.source.sha256 !== textHash(text)) {
      await this.setAside(key);
      return undefined;
    }
    const { document, conflicts } = sidecar ? joinKept(kept.base, ours, sidecar) : { document: ours, conflicts: [] };
    const count = countUnsaved(sidecar, document);
    const isContested = conflicts.length > 0;
    return count === 0 ? undefined : { document, count, base: isContested ? kept.base : sidecar, isContested };
  }

  /** The article has no sidecar any more, or none yet: all that is decided is unsaved. */
  forgetSaved(uri: string): void {
    this.saved.delete(uri);
  }

  /** Tells that the decisions are back in the store. From here on they are kept as what they add to their base. */
  announce(uri: vscode.Uri, { base, count }: RestoredDecisions): void {
    const key = uri.toString();
    if (base) this.saved.set(key, base);
    else this.saved.delete(key);
    this.restored.fire({ uri, count });
  }

  /** An article gave way to another one of its name: the decisions on it wait for their text. */
  async setAside(uri: string): Promise<void> {
    await this.inTurn(uri, async () => {
      const kept = await this.readOwn(uri);
      if (!kept) return;
      await this.displace(kept);
      this.ours.delete(uri);
      await remove(this.file(uri));
    });
  }

  /** The article has another name: what is kept of it is kept under that one. */
  async rename(from: string, to: string): Promise<void> {
    this.writes.cancel(from);
    // what is kept under that name is about the article that stood there
    this.ours.delete(to);
    const saved = this.saved.get(from);
    if (saved) this.saved.set(to, saved);
    this.saved.delete(from);
    const text = this.takeClosedText(from);
    if (text !== undefined) this.closed.set(to, text);
    await this.inOrder(() => this.renameFile(from, to));
  }

  /** As `rename` for all articles of which something is kept, open or not; `newName` gives undefined for those that stayed where they are. */
  async renameAll(newName: (uri: string) => string | undefined): Promise<void> {
    await this.inOrder(async () => {
      for (const { article, name } of await this.files()) {
        const to = name === keptFile(article) ? newName(article) : undefined;
        if (to === undefined) continue;
        this.ours.delete(to);
        await this.renameFile(article, to);
      }
    });
  }

  /** All articles of which decisions are kept here, open or not. */
  async kept(): Promise<readonly KeptDecisions[]> {
    await this.renames;
    return (await this.files()).map((file) => this.parse(file)).filter((kept) => kept !== undefined);
  }

  /** Forgets the unsaved decisions on an article; `file` is where they are kept, if its name has been given to another one. */
  async discard(uri: string, file = keptFile(uri)): Promise<void> {
    if (file === keptFile(uri)) {
      this.writes.cancel(uri);
      this.ours.delete(uri);
    }
    await this.inTurn(uri, () => remove(this.inFolder(file)));
  }

  /** Waits until all that was decided is kept. */
  async settled(): Promise<void> {
    this.writes.flush();
    await this.renames;
    await Promise.all(this.queues.values());
  }

  dispose(): void {
    // what is still to be written is begun now; the editor waits for no more
    this.writes.flush();
    this.owned.dispose();
  }

  private write(uri: string): void {
    const { store, log } = this.deps;
    void this.inTurn(uri, async () => {
      const document = store.get(uri);
      const present = this.closed.get(uri) ?? vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri)?.getText();
      try {
        if (!document || !store.isDirty(uri)) await this.removeOwn(uri);
        else if (present !== undefined) await this.writeOwn(uri, describeKept(inText(document, present), this.saved.get(uri), uri, { text: present, copies: this.deps.copies.in(present) }));
      } catch (error) {
        log.error(`unsaved decisions on ${uri} could not be kept`, error);
      }
    });
  }

  private async writeOwn(uri: string, bytes: Uint8Array): Promise<void> {
    const other = this.ours.has(uri) ? undefined : await this.readOwn(uri);
    // it waits for its text
    if (other) await this.displace(other);
    this.ours.add(uri);
    await writeWhole(this.file(uri), bytes, this.deps.replaceFile);
  }

  private async removeOwn(uri: string): Promise<void> {
    if (this.ours.delete(uri)) await remove(this.file(uri));
  }

  private async renameFile(from: string, to: string): Promise<void> {
    await this.inTurn(from, async () => {
      try {
        const kept = await this.readOwn(from);
        if (kept) await this.inTurn(to, () => this.moveTo(kept, to));
        await remove(this.file(from));
      } catch (error) {
        this.deps.log.error(`unsaved decisions on ${from} could not be moved`, error);
      }
    });
  }

  private async moveTo(kept: KeptDecisions, to: string): Promise<void> {
    // of an open article, what was written under the new name is newer; else it is of a file that this one replaced
    if (!this.ours.has(to)) await this.writeOwn(to, serializeKept({ ...kept, article: to }));
  }

  private async displace(kept: KeptDecisions): Promise<void> {
    await writeWhole(this.inFolder(displacedFile(kept)), serializeKept(kept), this.deps.replaceFile);
  }

  /** What is kept of an article under its own name. */
  private async readOwn(uri: string): Promise<KeptDecisions | undefined> {
    const file = await this.read(keptFile(uri));
    return file?.article === uri ? this.parse(file) : undefined;
  }

  /** Decisions on this very text whose article is gone or gave way to another one: it was renamed or moved by another program. */
  private async takeLost(key: string, text: string): Promise<KeptDecisions | undefined> {
    const wanted = textHash(text);
    for (const file of await this.files()) {
      const kept = file.sha256 === wanted && (await isLost(file)) ? this.parse(file) : undefined;
      if (!kept) continue;
      const taken = { ...kept, article: key, file: keptFile(key) };
      await this.inTurn(key, () => writeWhole(this.file(key), serializeKept(taken), this.deps.replaceFile));
      await this.discard(kept.article, kept.file);
      return taken;
    }
    return undefined;
  }

  private async files(): Promise<KeptFile[]> {
    // nothing was ever kept where there is no folder
    const entries = await vscode.workspace.fs.readDirectory(this.folder()).then((found) => found, () => []);
    const files = await Promise.all(entries.filter(([name]) => name.endsWith(".json")).map(([name]) => this.read(name)));
    return files.filter((file) => file !== undefined);
  }

  /** Undefined where there is no such file, or none that can be read. */
  private async read(name: string): Promise<KeptFile | undefined> {
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(this.inFolder(name));
    } catch {
      return undefined;
    }
    const file = readHead(name, bytes);
    if (!file) this.deps.log.warn(`unsaved decisions in ${name} could not be read`);
    return file;
  }

  private parse(file: KeptFile): KeptDecisions | undefined {
    const kept = parseKept(file);
    if (kept.ok) return kept.value;
    this.deps.log.warn(`unsaved decisions on ${file.article} could not be read: ${kept.error.message}`);
    return undefined;
  }

  private inOrder(run: () => Promise<void>): Promise<void> {
    this.renames = this.renames.then(run, run);
    return this.renames;
  }

  private inTurn(uri: string, run: () => Promise<unknown>): Promise<void> {
    const turn = (this.queues.get(uri) ?? Promise.resolve()).then(run, run).then(() => undefined);
    this.queues.set(uri, turn);
    return turn;
  }

  private folder(): vscode.Uri {
    return vscode.Uri.joinPath(this.deps.folder, "unsaved");
  }

  private inFolder(file: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder(), file);
  }

  private file(uri: string): vscode.Uri {
    return this.inFolder(keptFile(uri));
  }
}

/** True where nothing of what was annotated is in the text that it was looked for in: of untitled articles the names are given again and again. */
export function isNowhereIn({ annotations }: AnnotationDocument): boolean {
  return annotations.every(({ orphaned }) => orphaned === true);
}

/** True for decisions whose article is no longer there, or another one under that name; not where nobody can tell. */
export async function isLost({ article, name }: Pick<KeptFile, "article" | "name">): Promise<boolean> {
  if (name !== keptFile(article)) return true;
  if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === article)) return false;
  const uri = vscode.Uri.parse(article);
  return uri.scheme === "untitled" || vscode.workspace.fs.stat(uri).then(() => false, isNotFound);
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === "FileNotFound";
}

async function remove(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}
