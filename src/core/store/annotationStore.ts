import { refineEdits } from "../anchor/shift/refineEdits.js";
import { shiftDocument } from "../anchor/shift/shiftDocument.js";
import type { Disposable } from "../common/disposable.js";
import { Emitter, type Event } from "../common/event.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";
import type { TextEdit } from "../document/textEdit.js";
import { lostProposals } from "../sidecar/lostProposals.js";
import { mergeAnalysis } from "../sidecar/mergeAnalysis.js";
import { compareDocuments, type DocumentDifference } from "../document/compareDocuments.js";
import { ClosedHistories } from "./closedHistories.js";
import { decisionEffect, type DecisionEffect } from "./decisionEffect.js";
import { Cuts } from "./cuts.js";
import { deleteFindings } from "./decisionsAboutSpans.js";
import { EarlierPlaces } from "./earlierPlaces.js";
import { History, type HistoryStep } from "./history.js";
import { OpenEnds } from "./openEnds.js";
import { settleRewritten } from "./rewritten.js";

/** What brought a change: an analysis, a person's decision, a sidecar that was read, an edit of the article. */
export type ChangeOrigin = "analysis" | "person" | "file" | "edit";

/**
 * Ids of the entities, annotations and statements that changed. After an edit every range may have moved; `updated` then names
 * those whose own words changed or were lost.
 */
export interface StoreChange extends DocumentDifference {
  readonly uri: string;
  readonly origin: ChangeOrigin;
}

interface Entry {
  readonly document: AnnotationDocument;
  readonly history: History;
  readonly cuts: Cuts;
  readonly earlier: EarlierPlaces;
  readonly ends: OpenEnds;
}

/**
 * The annotations of all open articles: the only state that changes. Articles are told apart by any string, in the editor their
 * URI. Documents are replaced, never changed in place, so that whoever holds one may compare it with the next.
 */
export class AnnotationStore implements Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly closed = new ClosedHistories();
  private readonly changes = new Emitter<StoreChange>();
  /** Told after every change, once for each call that changed something. */
  readonly onDidChange: Event<StoreChange> = this.changes.event;

  /** The annotations of an article; undefined before the first `load` or `applyAnalysis`. */
  get(uri: string): AnnotationDocument | undefined {
    return this.entries.get(uri)?.document;
  }

  /** The articles with annotations, in the order in which they came. */
  uris(): string[] {
    return [...this.entries.keys()];
  }

  /** True where the decisions are others than at the last `load` or `markSaved`; undoing back to that point makes it false again. */
  isDirty(uri: string): boolean {
    return this.entries.get(uri)?.history.isDirty ?? false;
  }

  /** Replaces all that is known of an article by what the sidecar holds, and forgets its history. */
  load(uri: string, document: AnnotationDocument): void {
    this.replace(uri, document, new History(), "file");
  }

  /**
   * Takes over what the sidecar holds by now, already merged with what is known (`mergeWriters`). The history stays: a person may still
   * take back their own decisions, and those alone. Does nothing for an unknown article.
   */
  adopt(uri: string, document: AnnotationDocument): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    entry.history.adopt(entry.document, document);
    this.replace(uri, document, entry.history, "file");
  }

  /**
   * The article changed while nobody followed it: `document` has the same decisions at their places in `newText`. `oldText` is the text
   * before, where it is known. Does nothing for an unknown article.
   */
  relocate(uri: string, document: AnnotationDocument, newText: string, oldText: string | undefined): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    if (document !== entry.document && oldText !== newText) {
      const whole = [{ start: 0, end: oldText?.length ?? entry.document.source.length, text: newText }];
      entry.history.edit(oldText === undefined ? whole : refineEdits(whole, oldText), newText);
    }
    this.replace(uri, document, entry.history, "file");
  }

  /** Joins a fresh analysis of the article's present text with what is known: decisions stay, ids of equal findings stay. */
  applyAnalysis(uri: string, fresh: AnnotationDocument): void {
    const entry = this.entries.get(uri);
    const document = entry ? mergeAnalysis(entry.document, fresh) : fresh;
    this.replace(uri, document, entry?.history ?? new History(), "analysis");
  }

  /**
   * Moves every range through edits of the article; `newText` is the text after them, `oldText` the one before, where it is known. What
   * loses its words stays as an orphan where a person decided on it or `kept` names it; the new ones that are orphans only because they
   * were named are handed back. `isRewritten` where the edits are the differences of what replaced much at once: see `settleRewritten`.
   * Does nothing for an unknown article.
   */
  edit(uri: string, edits: readonly TextEdit[], newText: string, oldText?: string, kept?: ReadonlySet<string>, isRewritten = false): readonly string[] {
    const entry = this.entries.get(uri);
    if (!entry || edits.length === 0) return [];
    const moved = shiftDocument(entry.document, edits, newText, kept, oldText);
    const shifted = isRewritten && oldText !== undefined ? settleRewritten(entry.document, moved, newText, oldText, kept) : moved;
    const typed = entry.ends.follow(entry.document, shifted, edits, newText);
    const mended = entry.cuts.follow(entry.document, typed, edits, newText);
    const { document, updated, removed } = entry.earlier.follow(entry.document, mended, oldText, newText);
    entry.history.edit(edits, newText);
    this.entries.set(uri, { ...entry, document });
    this.changes.fire({ uri, added: [], updated, removed, origin: "edit" });
    if (!kept) return [];
    const before = lostProposals(entry.document);
    return [...lostProposals(document)].filter((id) => !before.has(id));
  }

  /** Lets go of orphans that nobody decided on, as if their words had taken them along. Does nothing for an unknown article. */
  dropOrphans(uri: string, ids: readonly string[]): void {
    const entry = this.entries.get(uri);
    if (!entry || ids.length === 0) return;
    const lost = lostProposals(entry.document);
    const document = deleteFindings(entry.document, ids.filter((id) => lost.has(id)));
    if (document !== entry.document) this.replace(uri, document, entry.history, "edit");
  }

  /**
   * A person's decision, or several that are one for them: one step to undo, told by `label` in the person's language. The document then
   * counts as unsaved. Answers what it changed; undefined for an unknown article or where nothing changes.
   */
  change(uri: string, change: (document: AnnotationDocument) => AnnotationDocument, label = ""): DecisionEffect | undefined {
    const entry = this.entries.get(uri);
    if (!entry) return undefined;
    const document = change(entry.document);
    if (document === entry.document) return undefined;
    entry.history.record(entry.document, document, label);
    this.replace(uri, document, entry.history, "person");
    return decisionEffect(entry.document, document);
  }

  /** Takes back the last decision on an article and answers its label; undefined where there is none. */
  undo(uri: string): string | undefined {
    return this.move(uri, (entry) => entry.history.undo(entry.document));
  }

  /** Makes again the decision that was undone last and answers its label; undefined where there is none. */
  redo(uri: string): string | undefined {
    return this.move(uri, (entry) => entry.history.redo(entry.document));
  }

  /** Label of the decision that `undo` would take back; undefined where there is none. */
  undoLabel(uri: string): string | undefined {
    return this.entries.get(uri)?.history.undoLabel;
  }

  /** Label of the decision that `redo` would make again; undefined where there is none. */
  redoLabel(uri: string): string | undefined {
    return this.entries.get(uri)?.history.redoLabel;
  }

  canUndo(uri: string): boolean {
    return this.undoLabel(uri) !== undefined;
  }

  canRedo(uri: string): boolean {
    return this.redoLabel(uri) !== undefined;
  }

  /** The sidecar now holds what the store holds. */
  markSaved(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry?.history.isDirty) return;
    entry.history.markSaved();
    this.changes.fire({ uri, added: [], updated: [], removed: [], origin: "file" });
  }

  /** The sidecar no longer holds what the store holds: all of it counts as unsaved until the next `markSaved`. */
  markUnsaved(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    const wasDirty = entry.history.isDirty;
    // also where more is unsaved: undoing that leads back to what was saved once
    entry.history.markUnsaved();
    if (!wasDirty) this.changes.fire({ uri, added: [], updated: [], removed: [], origin: "file" });
  }

  /** The article has another name: annotations, history and what is unsaved go with it, in place of what is known under that name. */
  rename(from: string, to: string): void {
    const entry = this.entries.get(from);
    if (!entry || from === to) return;
    this.entries.delete(from);
    this.changes.fire({ uri: from, ...compareDocuments(entry.document, undefined), origin: "file" });
    this.replace(to, entry.document, entry.history, "file");
  }

  /**
   * Forgets an article. With its `text`, what can be undone is kept for when it is open again, as long as its decisions are saved: others
   * go with the article.
   */
  close(uri: string, text?: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    this.entries.delete(uri);
    if (text !== undefined && !entry.history.isDirty) this.closed.keep(uri, entry.history, entry.document, text);
    this.changes.fire({ uri, ...compareDocuments(entry.document, undefined), origin: "file" });
  }

  /** What can be undone on closed articles goes with them to their new names; `newName` gives undefined for those that keep theirs. */
  renameClosed(newName: (uri: string) => string | undefined): void {
    this.closed.rename(newName);
  }

  /** An article that was closed is open again in this text: what could be undone can be undone again, where nothing was decided since. */
  reopen(uri: string, text: string): void {
    const entry = this.entries.get(uri);
    if (!entry || entry.history.isDirty || !entry.history.isEmpty) return;
    const history = this.closed.take(uri, entry.document, text);
    if (history) this.entries.set(uri, { ...entry, history });
  }

  dispose(): void {
    this.entries.clear();
    this.closed.clear();
    this.changes.dispose();
  }

  private move(uri: string, step: (entry: Entry) => HistoryStep | undefined): string | undefined {
    const entry = this.entries.get(uri);
    const moved = entry && step(entry);
    if (!moved) return undefined;
    this.replace(uri, moved.document, entry.history, "person");
    return moved.label;
  }

  private replace(uri: string, document: AnnotationDocument, history: History, origin: ChangeOrigin): void {
    const before = this.entries.get(uri);
    // of a history that begins anew nothing was cut yet
    const { cuts, earlier, ends } = before?.history === history ? before : { cuts: new Cuts(), earlier: new EarlierPlaces(), ends: new OpenEnds() };
    if (before && origin !== "analysis") earlier.decide(before.document.annotations, document.annotations);
    this.entries.set(uri, { document, history, cuts, earlier, ends });
    this.changes.fire({ uri, ...compareDocuments(before?.document, document), origin });
  }
}
