import * as vscode from "vscode";
import { anchorDocument } from "../../core/anchor/anchorDocument.js";
import { describeDocument } from "../../core/anchor/describeDocument.js";
import { DisposableStore } from "../../core/common/disposable.js";
import { Emitter } from "../../core/common/event.js";
import type { AnnotationDocument } from "../../core/document/annotationDocument.js";
import { textHash } from "../../core/document/buildDocument.js";
import { decidedIds } from "../../core/document/decided.js";
import { mergeWriters } from "../../core/sidecar/mergeWriters.js";
import { parseSidecar } from "../../core/sidecar/parseSidecar.js";
import { serializeLine } from "../../core/sidecar/serializeSidecar.js";
import type { AnnotationStore } from "../../core/store/annotationStore.js";
import { countUnsaved } from "../../core/store/unsavedDecisions.js";
import { writeWhole, type ReplaceFile } from "./writeWhole.js";

/** Wait after a decision, so that several in a row are written once; short, for a crash takes what was not written. */
const WAIT_MS = 200;

export interface JournalDependencies {
  readonly store: AnnotationStore;
  /** Where the editor lets this workspace's extension keep files. */
  readonly folder: vscode.Uri;
  readonly replaceFile: ReplaceFile;
  readonly log: vscode.LogOutputChannel;
}

/** Decisions of before that were not saved. */
export interface RestoredDecisions {
  readonly document: AnnotationDocument;
  readonly count: number;
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
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly queues = new Map<string, Promise<void>>();
  /** What the sidecar of each article held when it was last read or written. */
  private readonly saved = new Map<string, AnnotationDocument>();
  /** Renames follow each other, so that taking one back finds what it moved. */
  private renames: Promise<void> = Promise.resolve();
  private readonly restored = this.owned.add(new Emitter<RestoredArticle>());
  /** Told when decisions came back. */
  readonly onDidRestore = this.restored.event;

  constructor(private readonly deps: JournalDependencies) {
    this.owned.add(
      deps.store.onDidChange(({ uri, origin }) => {
        const document = deps.store.get(uri);
        if (document && origin === "file" && !deps.store.isDirty(uri)) this.saved.set(uri, document);
        // an article that was let go leaves its file alone
        if (document && (origin === "person" || origin === "file")) this.schedule(uri);
      }),
    );
  }

  /**
   * The unsaved decisions on an article, at their places in its present text; undefined where there are none. `sidecar` is what the
   * article's sidecar says now.
   */
  async restore(article: vscode.TextDocument, sidecar: AnnotationDocument | undefined): Promise<RestoredDecisions | undefined> {
    const key = article.uri.toString();
    const file = this.file(key);
    await this.renames;
    let text: string;
    try {
      text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return undefined;
    }
    const [first = "", second = ""] = text.split("\n");
    const kept = parseSidecar(first);
    if (!kept.ok || kept.value.source.id !== key) {
      this.deps.log.warn(`unsaved decisions on ${article.uri.path} could not be read: ${kept.ok ? "another article" : kept.error.message}`);
      return undefined;
    }
    const base = parseSidecar(second);
    if (base.ok) this.saved.set(key, base.value);
    const { document: ours } = anchorDocument(kept.value, article.getText());
    // someone else may have saved meanwhile
    const document = sidecar ? mergeWriters(base.ok ? base.value : undefined, ours, sidecar).document : ours;
    const count = countUnsaved(sidecar, document);
    return count === 0 ? undefined : { document, count };
  }

  /** Tells that the decisions are back in the store. */
  announce(uri: vscode.Uri, count: number): void {
    this.restored.fire({ uri, count });
  }

  /** The article has another name: what is kept of it is kept under that one. */
  async rename(from: string, to: string): Promise<void> {
    clearTimeout(this.timers.get(from));
    this.timers.delete(from);
    const saved = this.saved.get(from);
    if (saved) this.saved.set(to, saved);
    this.saved.delete(from);
    await this.inOrder(() => this.renameFile(from, to));
  }

  /** As `rename` for all articles of which something is kept, open or not; `newName` gives undefined for those that stayed where they are. */
  async renameAll(newName: (uri: string) => string | undefined): Promise<void> {
    await this.inOrder(async () => {
      // nothing was ever kept where there is no folder
      const files = await vscode.workspace.fs.readDirectory(this.folder()).then((entries) => entries, () => []);
      for (const [file] of files) {
        try {
          const from = await this.articleOf(file);
          const to = from === undefined ? undefined : newName(from);
          if (from !== undefined && to !== undefined) await this.renameFile(from, to);
        } catch (error) {
          this.deps.log.warn(`unsaved decisions in ${file} could not be read`, error);
        }
      }
    });
  }

  /** Forgets the unsaved decisions on an article. */
  async discard(uri: string): Promise<void> {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    await this.inTurn(uri, () => remove(this.file(uri)));
  }

  /** Waits until all that was decided is kept. */
  async settled(): Promise<void> {
    for (const uri of Array.from(this.timers.keys())) this.write(uri);
    await this.renames;
    await Promise.all(this.queues.values());
  }

  dispose(): void {
    // what is still to be written is begun now; the editor waits for no more
    for (const uri of Array.from(this.timers.keys())) this.write(uri);
    this.owned.dispose();
  }

  private schedule(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.set(
      uri,
      setTimeout(() => this.write(uri), WAIT_MS),
    );
  }

  private write(uri: string): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    const { store, log, replaceFile } = this.deps;
    void this.inTurn(uri, async () => {
      const document = store.get(uri);
      const present = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri)?.getText();
      try {
        if (!document || !store.isDirty(uri)) await remove(this.file(uri));
        else if (present !== undefined) await writeWhole(this.file(uri), toKept(document, this.saved.get(uri), uri, present), replaceFile);
      } catch (error) {
        log.error(`unsaved decisions on ${uri} could not be kept`, error);
      }
    });
  }

  private async renameFile(from: string, to: string): Promise<void> {
    const { fs } = vscode.workspace;
    await this.inTurn(from, async () => {
      try {
        const [first = "", ...rest] = new TextDecoder().decode(await fs.readFile(this.file(from))).split("\n");
        const kept = parseSidecar(first);
        // of an open article, what was written under the new name is newer; else it is of a file that this one replaced
        const isNewer = this.deps.store.isDirty(to) && (await fs.stat(this.file(to)).then(() => true, () => false));
        if (kept.ok && kept.value.source.id === from && !isNewer) {
          const renamed = serializeLine({ ...kept.value, source: { ...kept.value.source, id: to } });
          await this.inTurn(to, () => writeWhole(this.file(to), new TextEncoder().encode([renamed.trimEnd(), ...rest].join("\n")), this.deps.replaceFile));
        }
        await remove(this.file(from));
      } catch (error) {
        if (!(error instanceof vscode.FileSystemError && error.code === "FileNotFound")) this.deps.log.error(`unsaved decisions on ${from} could not be moved`, error);
      }
    });
  }

  /** The article that a kept file is about; undefined for one that is half written. */
  private async articleOf(file: string): Promise<string | undefined> {
    const [first = ""] = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder(), file))).split("\n");
    const kept = parseSidecar(first);
    const article = kept.ok ? kept.value.source.id : undefined;
    return article !== undefined && fileOf(article) === file ? article : undefined;
  }

  private inOrder(run: () => Promise<void>): Promise<void> {
    this.renames = this.renames.then(run, run);
    return this.renames;
  }

  private inTurn(uri: string, run: () => Promise<void>): Promise<void> {
    const turn = (this.queues.get(uri) ?? Promise.resolve()).then(run, run);
    this.queues.set(uri, turn);
    return turn;
  }

  private folder(): vscode.Uri {
    return vscode.Uri.joinPath(this.deps.folder, "unsaved");
  }

  private file(uri: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder(), fileOf(uri));
  }
}

function fileOf(uri: string): string {
  return `${textHash(uri)}.json`;
}

/** Two lines: the annotations as they are, with the name of the article, and what was decided in the sidecar that they started from. */
function toKept(document: AnnotationDocument, saved: AnnotationDocument | undefined, uri: string, text: string): Uint8Array {
  const described = describeDocument(document, text);
  const ours = serializeLine({ ...described, source: { ...described.source, id: uri } });
  return new TextEncoder().encode(saved ? `${ours.trimEnd()}\n${serializeLine(decidedOnly(saved))}` : ours);
}

function decidedOnly(document: AnnotationDocument): AnnotationDocument {
  const held = decidedIds(document);
  const isHeld = ({ id }: { readonly id: string }): boolean => held.has(id);
  return { ...document, entities: document.entities.filter(isHeld), annotations: document.annotations.filter(isHeld), statements: document.statements.filter(isHeld) };
}

async function remove(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError) || error.code !== "FileNotFound") throw error;
  }
}
