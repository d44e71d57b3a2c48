import * as vscode from "vscode";
import { DisposableStore } from "../../core/common/disposable.js";
import { Emitter } from "../../core/common/event.js";
import { reviewProgress, type ReviewProgress } from "../../core/describe/review.js";
import { indexOf } from "../../core/document/documentIndex.js";
import { contextKeys } from "../ids.js";
import type { ActiveArticle } from "./articles/activeArticle.js";
import type { Articles } from "./articles/articles.js";
import { ManagedContextKey } from "./contextKey.js";
import { newPlace } from "./sidecars/newPlace.js";

/** Whether a person goes through the statements of an article one by one, and how far they are. */
export class Review implements vscode.Disposable {
  private readonly owned = new DisposableStore();
  private readonly changes = this.owned.add(new Emitter<void>());
  private readonly key = this.owned.add(new ManagedContextKey<boolean>(contextKeys.reviewing));
  private reviewed: string | undefined;
  /** Id of the statement that is looked at. */
  current: string | undefined;
  /** Told when a review starts or stops. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly articles: Articles,
    private readonly activeArticle: ActiveArticle,
  ) {
    // the keys of a review act only in its article
    this.owned.add(activeArticle.onDidChange(() => this.key.set(this.isActive)));
    this.owned.add(
      vscode.workspace.onDidRenameFiles(({ files }) => {
        const to = this.reviewed === undefined ? undefined : newPlace(vscode.Uri.parse(this.reviewed), files);
        if (to) this.move(to);
      }),
    );
  }

  isOf(uri: vscode.Uri): boolean {
    return this.reviewed === uri.toString();
  }

  /** True while the active editor shows the article that is reviewed. */
  get isActive(): boolean {
    return this.reviewed !== undefined && this.reviewed === this.activeArticle.uri?.toString();
  }

  start(uri: string): void {
    this.reviewed = uri;
    this.current = undefined;
    this.tell();
  }

  /** The article that is reviewed has another name. */
  move(to: vscode.Uri): void {
    this.reviewed = to.toString();
    this.tell();
  }

  stop(): void {
    if (this.reviewed === undefined) return;
    this.reviewed = undefined;
    this.current = undefined;
    this.tell();
  }

  /** How much of an article is reviewed. */
  progress(uri: string): ReviewProgress {
    const document = this.articles.shown(vscode.Uri.parse(uri));
    return document ? reviewProgress(indexOf(document)) : { reviewed: 0, total: 0 };
  }

  dispose(): void {
    this.owned.dispose();
  }

  private tell(): void {
    this.key.set(this.isActive);
    this.changes.fire();
  }
}
