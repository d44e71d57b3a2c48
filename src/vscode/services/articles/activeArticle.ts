import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { Emitter } from "../../../core/common/event.js";
import { contextKeys } from "../../ids.js";
import type { Articles } from "./articles.js";
import { isPersons } from "./articleSelection.js";
import { ManagedContextKey } from "../contextKey.js";
import type { ArticleState } from "./openArticle.js";

/** The article that views and commands are about: the active editor's, and still that one while a panel, a view or a preview beside it has the focus. */
export class ActiveArticle implements vscode.Disposable {
  private readonly owned = new DisposableStore();
  private readonly changes = this.owned.add(new Emitter<void>());
  private readonly active = this.owned.add(new ManagedContextKey<boolean>(contextKeys.articleActive));
  private readonly stateKey = this.owned.add(new ManagedContextKey<string>(contextKeys.articleState));
  /** Told when another article becomes active, or its state changes. */
  readonly onDidChange = this.changes.event;
  /** The one that was active last. */
  private shown: vscode.TextEditor | undefined;

  constructor(private readonly articles: Articles) {
    this.owned.add(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
    // it may be closed while another place has the focus
    this.owned.add(
      vscode.window.onDidChangeVisibleTextEditors(() => {
        if (this.editor !== this.shown) this.update();
      }),
    );
    this.owned.add(
      articles.onDidChangeState((uri) => {
        if (uri.toString() === this.editor?.document.uri.toString()) this.update();
      }),
    );
    this.update();
  }

  /** The editor that shows the article, or that shows a file which is none. */
  get editor(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    if (activeTextEditor && !isBesideArticle(activeTextEditor)) return activeTextEditor;
    return this.shown && visibleTextEditors.includes(this.shown) ? this.shown : undefined;
  }

  get uri(): vscode.Uri | undefined {
    return this.editor?.document.uri;
  }

  /** "none" without an editor, and where it shows what nobody could have read as an article, as a comparison does. */
  get state(): ArticleState | "none" {
    return this.uri && isPersons(this.uri) ? (this.articles.state(this.uri) ?? "notArticle") : "none";
  }

  dispose(): void {
    this.owned.dispose();
  }

  private update(): void {
    this.shown = this.editor;
    const { state } = this;
    this.stateKey.set(state);
    this.active.set(state === "ready" || state === "analyzing" || state === "failed");
    this.changes.fire();
  }
}

/** The box of a comment is an editor within that of the article, and the output is one in the panel below. */
function isBesideArticle({ document: { uri } }: vscode.TextEditor): boolean {
  return uri.scheme === "comment" || uri.scheme === "output";
}
