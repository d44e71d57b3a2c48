import * as vscode from "vscode";
import { AppError } from "../../../core/common/errors.js";
import { Emitter } from "../../../core/common/event.js";
import type { RecentCopies } from "../../../core/anchor/oldText/copies.js";
import type { AnnotationDocument } from "../../../core/document/annotationDocument.js";
import type { Side } from "../../../core/sidecar/mergeFields.js";
import { mergeWriters } from "../../../core/sidecar/mergeWriters.js";
import { serializeSidecar } from "../../../core/sidecar/serializeSidecar.js";
import { isFile } from "./isFile.js";
import { keepCopy } from "./keepCopy.js";
import { bytesHash } from "./bytesHash.js";
import { hashOf, readSettled, readSidecar, type KnownSidecar } from "./readSidecar.js";
import { sidecarUri } from "./sidecarUri.js";
import { findBaseText, readStoredText, toEditorText, toStoredText } from "./storedText.js";
import { writeWhole, type ReplaceFile } from "./writeWhole.js";

/** A sidecar that cannot be worked with, and why. It is never overwritten. */
export interface RefusedSidecar {
  readonly article: vscode.Uri;
  readonly error: AppError;
}

export interface SaveRequest {
  readonly article: vscode.TextDocument;
  /** The annotations in the offsets of the editor's text, at the moment of writing. */
  current(): AnnotationDocument | undefined;
  /** Takes over what was merged with a sidecar that somebody else wrote meanwhile, before it is written. */
  adopt(merged: AnnotationDocument): void;
  /** Whose decision stands where both decided the same differently; where that is left open for one of them, nothing is written. */
  readonly answer: Answer | undefined;
  /** False to write only where there is a sidecar already. */
  readonly create: boolean;
}

export type SaveResult =
  | { readonly outcome: "written" | "unchanged" | "absent" }
  | { readonly outcome: "refused" | "failed"; readonly error: AppError }
  | { readonly outcome: "conflict"; readonly conflict: WritersConflict };

/** What two writers decided differently: the ids of the findings, and what each of them says. */
export interface WritersConflict {
  readonly ids: readonly string[];
  /** Of the sidecar as the other one wrote it. */
  readonly hash: string;
  readonly ours: AnnotationDocument;
  readonly theirs: AnnotationDocument;
}

/** What a person said about a conflict: whose decision stands of each finding that they were asked about. */
export interface Answer {
  /** Of the sidecar that they were asked about. */
  readonly hash: string;
  readonly sides: ReadonlyMap<string, Side>;
}

/** Whose decisions stand in a sidecar; none where the answer was about what it held before. */
export function sidesIn(hash: string, answer: Answer | undefined): ReadonlyMap<string, Side> {
  return answer?.hash === hash ? answer.sides : new Map<string, Side>();
}

/** True where it is said of each whose decision stands. */
export function isSettled(ids: readonly string[], sides: ReadonlyMap<string, Side>): boolean {
  return ids.every((id) => sides.has(id));
}

/** A sidecar that changed on disk: what it says now, in the offsets of the editor's text, and what it said before. */
export interface ChangedSidecar {
  readonly theirs: AnnotationDocument;
  readonly hash: string;
  readonly base: AnnotationDocument | undefined;
  /** To be called once it was taken over: until then saving takes it for something that it must not overwrite. */
  accept(): void;
}

/** How often a sidecar is looked at again that others write to just as it is to be written. */
const MOST_ATTEMPTS = 10;

/** Sidecars on the file system of the workspace: read beside their articles, written without losing what others wrote. */
export class SidecarFiles implements vscode.Disposable {
  /** What each article's sidecar held when it was last read or written, by the article's URI. */
  private readonly known = new Map<string, KnownSidecar>();
  /** What those held that are gone by now: of one that comes back as it was nothing is new. */
  private readonly gone = new Map<string, KnownSidecar>();
  private readonly queues = new Map<string, Promise<unknown>>();
  /** Articles whose sidecar could not be read when it was looked at last. */
  private readonly unreadable = new Set<string>();
  private readonly refused = new Emitter<RefusedSidecar>();
  /** Told whenever a sidecar was found that cannot be read. */
  readonly onDidRefuse = this.refused.event;
  private readonly written = new Emitter<vscode.Uri>();
  /** Told, with the article, whenever its sidecar was written here. */
  readonly onDidWrite = this.written.event;
  private readonly cleared = new Emitter<vscode.Uri>();
  /** Told, with the article, once such a sidecar can be read again or is gone. */
  readonly onDidClear = this.cleared.event;

  constructor(
    private readonly replace: ReplaceFile,
    private readonly copies: RecentCopies,
  ) {}

  /** True where the article has a sidecar that cannot be read: nothing can be saved. */
  isRefused(article: vscode.Uri): boolean {
    return this.unreadable.has(article.toString());
  }

  /** Ids of all annotations in the article's sidecar, as it was last read or written. */
  heldIds(article: vscode.Uri): ReadonlySet<string> {
    return new Set(this.known.get(article.toString())?.document.annotations.map(({ id }) => id));
  }

  /** What the article's sidecar says, in the offsets of the document's present text; undefined where there is none that can be read. */
  load(article: vscode.TextDocument): Promise<AnnotationDocument | undefined> {
    return this.inTurn(article.uri, async () => {
      const read = await this.read(article);
      read?.accept();
      return read?.theirs;
    });
  }

  /** What the sidecar says now; undefined where it cannot be read or holds what was last read or written. */
  loadChanged(article: vscode.TextDocument): Promise<ChangedSidecar | undefined> {
    return this.inTurn(article.uri, () => this.read(article, this.known.get(article.uri.toString())));
  }

  /** What the sidecar of a file says that nobody works on, in the offsets of the document's present text. Changes nothing here. */
  async peek(article: vscode.TextDocument): Promise<AnnotationDocument | undefined> {
    const file = await readSidecar(article.uri);
    if (!file?.parsed.ok) return undefined;
    const stored = await readStoredText(article);
    const base = await findBaseText(article.uri, file.parsed.value, stored);
    return toEditorText(file.parsed.value, stored, base, article.getText());
  }

  /** The text of a sidecar, whatever it holds; undefined where there is none. Bytes that are no UTF-8 become replacement characters. */
  async readText(article: vscode.Uri): Promise<string | undefined> {
    return vscode.workspace.fs.readFile(sidecarUri(article)).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
  }

  /**
   * Puts a repaired sidecar in the place of a damaged one, which stays beside it as a copy.
   * @param damaged the text that was repaired: where the file holds another one by now, nothing is written.
   * @returns the copy. Rejects where it or the file cannot be written.
   */
  replaceDamaged(article: vscode.Uri, damaged: string, repaired: string): Promise<vscode.Uri | undefined> {
    return this.inTurn(article, async () => {
      if ((await this.readText(article)) !== damaged) return undefined;
      const target = sidecarUri(article);
      const copy = await keepCopy(target, "damaged");
      await writeWhole(target, new TextEncoder().encode(repaired), this.replace);
      return copy;
    });
  }

  /** Writes the sidecar of an article that has none; rejects where it cannot be written. */
  create(article: vscode.Uri, text: string): Promise<void> {
    return this.inTurn(article, async () => {
      if (!(await readSidecar(article))) await writeWhole(sidecarUri(article), new TextEncoder().encode(text), this.replace);
    });
  }

  /**
   * Takes the sidecar along with an article that is a file and was renamed. False where it has none, or another stands there already; rejects
   * where it cannot be moved.
   */
  move(from: vscode.Uri, to: vscode.Uri): Promise<boolean> {
    return this.inTurn(to, async () => {
      const [old, target] = [sidecarUri(from), sidecarUri(to)];
      if (!(await isFile(old)) || (await isFile(target)) || (await isFile(from)) || !(await isFile(to))) return false;
      await vscode.workspace.fs.rename(old, target, { overwrite: false });
      return true;
    });
  }

  /** Puts the sidecar at `from` in the place of the article's own one, which stays beside it under another name. */
  replaceBy(article: vscode.Uri, from: vscode.Uri): Promise<void> {
    return this.inTurn(article, async () => {
      const target = sidecarUri(article);
      await keepCopy(target, "replaced");
      await vscode.workspace.fs.rename(from, target, { overwrite: true });
    });
  }

  /** False where the sidecar is gone for good: whoever replaces a file may take it away for a moment. */
  exists(article: vscode.Uri): Promise<boolean> {
    return this.inTurn(article, async () => {
      const exists = (await readSettled(article, true)) !== undefined;
      if (!exists) this.clear(article);
      return exists;
    });
  }

  /** Writes the annotations of an article beside it. Never rejects. */
  save(request: SaveRequest): Promise<SaveResult> {
    return this.inTurn(request.article.uri, () => this.write(request));
  }

  /** Waits until nothing is read or written any more of what was begun by now. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.queues.values());
  }

  /** What would be written now. */
  async preview(article: vscode.TextDocument, current: () => AnnotationDocument | undefined): Promise<string | undefined> {
    const stored = await readStoredText(article);
    const annotations = current();
    return annotations && serializeSidecar(toStoredText(annotations, article, stored, this.copies).document);
  }

  /** The sidecar went with its article: what it held is known under the new name. */
  rename(from: vscode.Uri, to: vscode.Uri): void {
    const known = this.known.get(from.toString());
    if (!known) return;
    this.known.delete(from.toString());
    this.known.set(to.toString(), known);
  }

  /** Unsaved decisions came back that started from an older sidecar than the one that is there: whoever saves them is asked where both differ. */
  startFrom(article: vscode.Uri, base: AnnotationDocument | undefined): void {
    if (base) this.known.set(article.toString(), { hash: "", document: base });
    else this.known.delete(article.toString());
  }

  /** Lets go of what the sidecar of an article held. */
  forget(article: vscode.Uri): void {
    this.known.delete(article.toString());
    this.gone.delete(article.toString());
  }

  /** The sidecar of an article is gone: what it held is nowhere but here. */
  lose(article: vscode.Uri): void {
    const known = this.known.get(article.toString());
    this.forget(article);
    if (known) this.gone.set(article.toString(), known);
  }

  dispose(): void {
    this.known.clear();
    this.gone.clear();
    this.refused.dispose();
    this.written.dispose();
    this.cleared.dispose();
  }

  private async read(article: vscode.TextDocument, known?: KnownSidecar): Promise<ChangedSidecar | undefined> {
    const { uri } = article;
    const key = uri.toString();
    const file = await readSettled(uri, false, known);
    if (file && !file.parsed.ok) {
      this.refuse(uri, file.parsed.error);
      return undefined;
    }
    this.clear(uri);
    if (!file?.parsed.ok || file.hash === known?.hash) return undefined;
    const now: KnownSidecar = { hash: file.hash, document: file.parsed.value };
    const stored = await readStoredText(article);
    const base = await findBaseText(uri, now.document, stored);
    return {
      theirs: toEditorText(now.document, stored, base, article.getText()),
      hash: file.hash,
      base: (known ?? this.backAgain(key, file.hash))?.document,
      accept: () => void this.known.set(key, now),
    };
  }

  /** What a sidecar held that was gone, where it is there again with the same. */
  private backAgain(key: string, hash: string | undefined): KnownSidecar | undefined {
    const gone = this.gone.get(key);
    return gone?.hash === hash ? gone : undefined;
  }

  private refuse(article: vscode.Uri, error: AppError): void {
    this.unreadable.add(article.toString());
    this.refused.fire({ article, error });
  }

  private clear(article: vscode.Uri): void {
    if (this.unreadable.delete(article.toString())) this.cleared.fire(article);
  }

  private async write(request: SaveRequest): Promise<SaveResult> {
    const target = sidecarUri(request.article.uri);
    try {
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        const result = await this.attempt(request, target);
        if (result) return result;
      }
      throw new Error("another program writes to it all the time");
    } catch (error) {
      return { outcome: "failed", error: toWriteError(error, target) };
    }
  }

  /** Undefined where somebody else wrote the sidecar since it was read. */
  private async attempt({ article, current, adopt, answer, create }: SaveRequest, target: vscode.Uri): Promise<SaveResult | undefined> {
    const { uri } = article;
    const key = uri.toString();
    const file = await readSettled(uri, this.known.has(key), this.known.get(key));
    if (file && !file.parsed.ok) {
      this.refuse(uri, file.parsed.error);
      return { outcome: "refused", error: file.parsed.error };
    }
    this.clear(uri);
    if (!file && !create) return { outcome: "absent" };
    const stored = await readStoredText(article);
    const known = this.known.get(key) ?? this.backAgain(key, file?.hash);
    const others = file?.parsed.ok && file.hash !== known?.hash ? file.parsed.value : undefined;
    const base = others && (await findBaseText(uri, others, stored));
    // from here until both are serialized nothing waits, so that text and annotations belong together
    let annotations = current();
    if (!annotations) return { outcome: "absent" };
    if (file && others) {
      const theirs = toEditorText(others, stored, base, article.getText());
      const sides = sidesIn(file.hash, answer);
      const merged = mergeWriters(known?.document, annotations, theirs, sides);
      if (!isSettled(merged.conflicts, sides)) return { outcome: "conflict", conflict: { ids: merged.conflicts, hash: file.hash, ours: annotations, theirs } };
      annotations = merged.document;
      adopt(annotations);
    }
    const { document } = toStoredText(annotations, article, stored, this.copies);
    const bytes = new TextEncoder().encode(serializeSidecar(document));
    const written = { hash: await bytesHash(bytes), document };
    const isStill = async (): Promise<boolean> => (await hashOf(target)) === file?.hash;
    if (written.hash !== file?.hash && !(await writeWhole(target, bytes, this.replace, isStill))) return undefined;
    this.known.set(key, written);
    if (written.hash === file?.hash) return { outcome: "unchanged" };
    this.written.fire(uri);
    return { outcome: "written" };
  }

  /** One after the other for each article. */
  private inTurn<T>(article: vscode.Uri, run: () => Promise<T>): Promise<T> {
    const key = article.toString();
    const turn = (this.queues.get(key) ?? Promise.resolve()).then(run, run);
    this.queues.set(key, turn);
    const leave = (): void => {
      if (this.queues.get(key) === turn) this.queues.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  }
}

function toWriteError(error: unknown, uri: vscode.Uri): AppError {
  const isReadOnly = vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false || (error instanceof vscode.FileSystemError && error.code === "NoPermissions");
  return new AppError("unwritable-file", `${uri.path} could not be written: ${String(error)}`, { isReadOnly });
}
