import * as vscode from "vscode";
import { DisposableStore } from "../../../core/common/disposable.js";
import { Emitter } from "../../../core/common/event.js";
import type { TypedDate } from "../../../core/detect/typedDate.js";
import type { AnnotationDocument, PlaceAlternative } from "../../../core/document/annotationDocument.js";
import { refineEdits } from "../../../core/anchor/shift/refineEdits.js";
import { shiftDocument } from "../../../core/anchor/shift/shiftDocument.js";
import { wholeWords } from "../../../core/anchor/shift/wholeWords.js";
import { withoutThoughts } from "../../../core/document/withoutThoughts.js";
import { mergeAnalysis } from "../../../core/sidecar/mergeAnalysis.js";
import type { AnnotationStore } from "../../../core/store/annotationStore.js";
import { settings } from "../../ids.js";
import type { AnalysisClient } from "../analysis/analysisClient.js";
import type { ArticleSelection } from "./articleSelection.js";
import type { Configuration } from "../configuration.js";
import { mayBeFromFile, toLineEndEdits, toTextEdits } from "./documentEdits.js";
import type { Journal } from "../unsaved/journal.js";
import { createOpenArticle, isVisible, stop, toInput, type ArticleState, type ArticleText, type OpenArticle } from "./openArticle.js";
import { Reopening } from "../unsaved/reopening.js";
import type { SidecarFiles } from "../sidecars/sidecarFiles.js";

/** Wait after the last keystroke; a long article waits as long as its last analysis took, within bounds. */
const SHORTEST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 3000;

export interface ArticlesDependencies {
  readonly store: AnnotationStore;
  readonly client: AnalysisClient;
  readonly selection: ArticleSelection;
  readonly configuration: Configuration;
  readonly sidecars: SidecarFiles;
  readonly journal: Journal;
  readonly log: vscode.LogOutputChannel;
}

/**
 * The life of articles in the editor: reads those that are visible, keeps their annotations in step with every edit, and analyses
 * them again when a person pauses. Documents that nobody sees cost nothing.
 */
export class Articles implements vscode.Disposable {
  private readonly open = new Map<string, OpenArticle>();
  private readonly owned = new DisposableStore();
  private readonly states = this.owned.add(new Emitter<vscode.Uri>());
  /** Told when an article's state changed. */
  readonly onDidChangeState = this.states.event;
  private readonly progresses = this.owned.add(new Emitter<vscode.Uri>());
  /** Told when more of an article is read: often, and nothing is found yet. */
  readonly onDidProgress = this.progresses.event;
  private readonly reopening: Reopening;

  constructor(private readonly deps: ArticlesDependencies) {
    this.reopening = new Reopening(deps.store, deps.sidecars, deps.journal);
    const { workspace, window } = vscode;
    this.owned.add(window.onDidChangeVisibleTextEditors(() => this.readVisible()));
    this.owned.add(workspace.onDidChangeTextDocument((event) => this.follow(event)));
    this.owned.add(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    // a document that is given another language counts as closed and opened, in the same editor
    this.owned.add(workspace.onDidOpenTextDocument((document) => isVisible(document) && this.readVisible()));
    this.owned.add(deps.configuration.onDidChange([settings.include, settings.exclude, settings.detect, settings.maximumLength], () => this.choosePolicyAgain()));
    this.owned.add(deps.configuration.onDidChange([settings.thoughts], () => [...this.open.values()].forEach(({ document }) => this.states.fire(document.uri))));
    this.owned.add(deps.configuration.onDidChange([settings.home], () => [...this.open.values()].forEach(({ document, state }) => state !== "notArticle" && this.analyzeAgain(document))));
    this.readVisible();
  }

  /** State of an open document; undefined where it was never looked at. */
  state(uri: vscode.Uri): ArticleState | undefined {
    return this.open.get(uri.toString())?.state;
  }

  /** Part of the running analysis that is done, 0 to 1. */
  progress(uri: vscode.Uri): number {
    return this.open.get(uri.toString())?.done ?? 0;
  }

  /** The annotations of an open article, in the offsets of its present text. */
  annotations(uri: vscode.Uri): AnnotationDocument | undefined {
    return this.deps.store.get(uri.toString());
  }

  /** What of them is shown: nothing of a file that is not read, whatever waits there unsaved; thoughts only where a person wants to see them. */
  shown(uri: vscode.Uri): AnnotationDocument | undefined {
    const state = this.state(uri);
    const annotations = state === undefined || state === "notArticle" || state === "tooLong" ? undefined : this.annotations(uri);
    return annotations && (this.deps.configuration.get(settings.thoughts, uri) ? annotations : withoutThoughts(annotations));
  }

  /**
   * The shown annotations of the document's present text, once they are known: for callers whom the editor asks once for each version.
   * @returns undefined where the document is no article, or the token is cancelled.
   */
  async settled(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<AnnotationDocument | undefined> {
    const isSettled = (): boolean => {
      const article = this.open.get(document.uri.toString());
      return article === undefined || article.state === "notArticle" || article.state === "tooLong" || article.state === "failed" || article.analyzedVersion === document.version;
    };
    if (!isSettled()) {
      const owned = new DisposableStore();
      await new Promise<void>((resolve) => {
        owned.add(this.onDidChangeState(() => isSettled() && resolve()));
        owned.add(token.onCancellationRequested(() => resolve()));
      });
      owned.dispose();
    }
    return token.isCancellationRequested ? undefined : this.shown(document.uri);
  }

  /** The open document of an article. */
  document(uri: string): vscode.TextDocument | undefined {
    return this.open.get(uri)?.document;
  }

  /** Waits until the present text of an article is analysed, or it is clear that it will not be. */
  whenSettled(uri: vscode.Uri): Promise<void> {
    return new Promise((resolve) => {
      const listener = this.onDidChangeState((changed) => {
        if (changed.toString() === uri.toString()) check();
      });
      const check = (): void => {
        if (!this.isSettled(uri)) return;
        listener.dispose();
        resolve();
      };
      check();
    });
  }

  /** A person's choice whether this file is read as an article. */
  async setRead(document: vscode.TextDocument, read: boolean): Promise<void> {
    await this.deps.selection.choose(document.uri, read);
    this.drop(document.uri.toString());
    this.read(document);
  }

  /** Takes up an open article anew, from what the store or else its sidecar holds. Does nothing for a document that was never looked at. */
  resume(uri: vscode.Uri): void {
    const article = this.open.get(uri.toString());
    if (article) this.read(article.document);
  }

  /**
   * What is found in a text that no editor shows, joined with what is known of it.
   * @param kept in the offsets of the same text. @returns undefined where the token was cancelled; rejects where the analysis fails.
   */
  async analyzeText(article: ArticleText, kept: AnnotationDocument | undefined, token: vscode.CancellationToken): Promise<AnnotationDocument | undefined> {
    const fresh = await this.deps.client.analyze(toInput(article, kept, this.deps.configuration.get(settings.home, article.uri)), token, () => undefined);
    return kept && fresh ? mergeAnalysis(kept, fresh) : fresh;
  }

  /** The places of the gazetteer that a name may mean, the likeliest first. */
  findPlaces(name: string): Promise<readonly PlaceAlternative[]> {
    return this.deps.client.findPlaces(name);
  }

  /** True where a place is known by these words ("Springfield, Missouri"). */
  isKnownHome(home: string): Promise<boolean> {
    return this.deps.client.isKnownHome(home);
  }

  /** The date that a person types, counted from the day of the article; undefined for all that is none. */
  readDate(typed: string, today: string | null): Promise<TypedDate | undefined> {
    return this.deps.client.readDate(typed, today);
  }

  /** Analyses the article now. */
  analyzeAgain(document: vscode.TextDocument): void {
    const article = this.open.get(document.uri.toString());
    if (article && article.state !== "notArticle") void this.analyze(article);
    else this.read(document);
  }

  dispose(): void {
    for (const article of this.open.values()) stop(article);
    this.open.clear();
    this.owned.dispose();
  }

  private isSettled(uri: vscode.Uri): boolean {
    const article = this.open.get(uri.toString());
    if (!article || (article.state !== "analyzing" && article.state !== "ready")) return true;
    return article.state === "ready" && (article.analyzedVersion === article.document.version || (!article.timer && !article.running));
  }

  private readVisible(): void {
    for (const { document } of vscode.window.visibleTextEditors) {
      const article = this.open.get(document.uri.toString());
      if (!article || article.document !== document) this.read(document);
      else if (article.state === "ready" && article.analyzedVersion !== document.version && !article.timer) this.schedule(article);
    }
  }

  private read(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const isArticle = this.deps.selection.isArticle(document);
    const article = createOpenArticle(document, isArticle);
    const previous = this.open.get(key);
    if (previous) stop(previous);
    this.open.set(key, article);
    this.states.fire(document.uri);
    if (isArticle) void this.begin(article);
  }

  private async begin(article: OpenArticle): Promise<void> {
    const { document } = article;
    const isWanted = (): boolean => this.open.get(document.uri.toString()) === article;
    // the tables are read while the sidecar is
    this.deps.client.prepare();
    await this.reopening.takeUp(document, isWanted);
    article.isTakenUp = true;
    if (isWanted()) await this.analyze(article);
  }

  private async analyze(article: OpenArticle): Promise<void> {
    if (!article.isTakenUp) return;
    const { document } = article;
    const { store, client, log, configuration, selection } = this.deps;
    const key = document.uri.toString();
    stop(article);
    const text = document.getText();
    article.text = text;
    if (text.length > configuration.get(settings.maximumLength, document.uri) && !selection.isChosen(document.uri)) {
      this.setState(article, "tooLong");
      return;
    }
    const running = new vscode.CancellationTokenSource();
    article.running = running;
    article.missed = [];
    article.done = 0;
    if (article.state !== "ready") this.setState(article, "analyzing");
    const started = performance.now();
    const version = document.version;
    try {
      const found = await client.analyze(toInput({ text, uri: document.uri, languageId: document.languageId }, store.get(key), configuration.get(settings.home, document.uri)), running.token, (done) => {
        article.done = done;
        this.progresses.fire(document.uri);
      });
      if (!found || running.token.isCancellationRequested || this.open.get(key) !== article) return;
      const fresh = article.missed.reduce((moved, { edits, text: after }) => shiftDocument(moved, edits, after).document, found);
      article.analyzedVersion = version;
      article.took = performance.now() - started;
      article.state = "ready";
      store.applyAnalysis(key, fresh);
      this.states.fire(document.uri);
      log.debug(`analyzed ${document.uri.path}: ${fresh.statements.length} statements in ${Math.round(article.took)} ms`);
    } catch (error) {
      if (this.open.get(key) !== article) return;
      log.error(`analysis of ${document.uri.path} failed`, error);
      this.setState(article, "failed");
    } finally {
      if (article.running === running) article.running = undefined;
      running.dispose();
    }
  }

  private follow(event: vscode.TextDocumentChangeEvent): void {
    const { document } = event;
    const article = this.open.get(document.uri.toString());
    if (!article || article.document !== document) return;
    const edits = event.contentChanges.length > 0 ? toTextEdits(event) : article.eol === document.eol ? [] : toLineEndEdits(document, document.eol);
    article.eol = document.eol;
    // a person made the change before this event, after all
    if (event.contentChanges.length === 0 && document.isDirty) this.deps.store.dropOrphans(document.uri.toString(), article.lostToFile);
    if (edits.length === 0) return;
    article.lostToFile = [];
    if (article.state === "notArticle") {
      article.text = undefined;
      // decisions of when it was read as one stay at their words
      if (this.annotations(document.uri)) this.deps.store.edit(document.uri.toString(), edits, document.getText());
      if (isVisible(document)) this.readWhenItBecomesArticle(article);
      return;
    }
    const text = document.getText();
    // a formatter or another program replaces much at once by what is mostly the same
    const before = article.text;
    const words = before === undefined ? edits : wholeWords(edits, before);
    const moves = before === undefined ? words : refineEdits(words, before);
    article.text = text;
    if (article.running) article.missed.push({ edits: moves, text });
    // what a person deletes here takes mere proposals along; what another program took out of the file stays in its sidecar, as an orphan
    const kept = mayBeFromFile(event) ? this.deps.sidecars.heldIds(document.uri) : undefined;
    article.lostToFile = this.deps.store.edit(document.uri.toString(), moves, text, before, kept, moves !== words);
    this.schedule(article);
  }

  /** An empty file that someone writes or pastes an article into is looked at again when they pause. */
  private readWhenItBecomesArticle(article: OpenArticle): void {
    clearTimeout(article.timer);
    article.timer = setTimeout(() => {
      article.timer = undefined;
      if (this.open.get(article.document.uri.toString()) === article && this.deps.selection.isArticle(article.document)) this.read(article.document);
    }, LONGEST_WAIT_MS / 3);
  }

  private schedule(article: OpenArticle): void {
    clearTimeout(article.timer);
    const wait = Math.min(LONGEST_WAIT_MS, Math.max(SHORTEST_WAIT_MS, article.took));
    article.timer = setTimeout(() => {
      article.timer = undefined;
      if (isVisible(article.document)) void this.analyze(article);
      // what nobody sees is analysed when somebody does
      else this.states.fire(article.document.uri);
    }, wait);
  }

  private setState(article: OpenArticle, state: ArticleState): void {
    article.state = state;
    this.states.fire(article.document.uri);
  }

  private forget(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (this.open.get(key)?.document === document) this.drop(key);
  }

  /** Lets go of a document; decisions that are not saved stay in the store until it is opened again. */
  private drop(key: string): void {
    const article = this.open.get(key);
    if (!article) return;
    stop(article);
    this.open.delete(key);
    if (!this.deps.store.isDirty(key)) this.deps.store.close(key, article.document.getText());
    this.states.fire(article.document.uri);
  }

  private choosePolicyAgain(): void {
    for (const article of Array.from(this.open.values())) {
      const isArticle = this.deps.selection.isArticle(article.document);
      if (isArticle !== (article.state !== "notArticle") || article.state === "tooLong") {
        this.drop(article.document.uri.toString());
        if (isVisible(article.document)) this.read(article.document);
      }
    }
  }
}
