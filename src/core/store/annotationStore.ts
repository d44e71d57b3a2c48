import { shiftDocument } from "../anchor/shiftDocument.js";
import type { Disposable } from "../common/disposable.js";
import { Emitter, type Event } from "../common/event.js";
import type { AnnotationDocument } from "../document/annotationDocument.js";
import type { TextEdit } from "../document/textEdit.js";
import { mergeAnalysis } from "../sidecar/mergeAnalysis.js";
import { compareDocuments, type DocumentDifference } from "./compareDocuments.js";

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
  readonly isDirty: boolean;
}

/**
 * The annotations of all open articles: the only state that changes. Articles are told apart by any string, in the editor their
 * URI. Documents are replaced, never changed in place, so that whoever holds one may compare it with the next.
 */
export class AnnotationStore implements Disposable {
  private readonly entries = new Map<string, Entry>();
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

  /** True where a person decided something since the last `load` or `markSaved`. */
  isDirty(uri: string): boolean {
    return this.entries.get(uri)?.isDirty ?? false;
  }

  /** Replaces all that is known of an article, by a first analysis or by the sidecar. */
  load(uri: string, document: AnnotationDocument, origin: "analysis" | "file"): void {
    this.replace(uri, document, false, origin);
  }

  /** Joins a fresh analysis of the article's present text with what is known: decisions stay, ids of equal findings stay. */
  applyAnalysis(uri: string, fresh: AnnotationDocument): void {
    const entry = this.entries.get(uri);
    const document = entry ? mergeAnalysis(entry.document, fresh) : fresh;
    this.replace(uri, document, entry?.isDirty ?? false, "analysis");
  }

  /** Moves every range through edits of the article; `newText` is the text after them. Does nothing for an unknown article. */
  edit(uri: string, edits: readonly TextEdit[], newText: string): void {
    const entry = this.entries.get(uri);
    if (!entry || edits.length === 0) return;
    const { document, updated, removed } = shiftDocument(entry.document, edits, newText);
    this.entries.set(uri, { ...entry, document });
    this.changes.fire({ uri, added: [], updated, removed, origin: "edit" });
  }

  /** A person's decision: the document then counts as unsaved. Does nothing for an unknown article or where nothing changes. */
  change(uri: string, change: (document: AnnotationDocument) => AnnotationDocument): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    const document = change(entry.document);
    if (document !== entry.document) this.replace(uri, document, true, "person");
  }

  /** The sidecar now holds what the store holds. */
  markSaved(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry?.isDirty) return;
    this.entries.set(uri, { ...entry, isDirty: false });
    this.changes.fire({ uri, added: [], updated: [], removed: [], origin: "file" });
  }

  /** Forgets an article. */
  close(uri: string): void {
    const entry = this.entries.get(uri);
    if (!entry) return;
    this.entries.delete(uri);
    this.changes.fire({ uri, ...compareDocuments(entry.document, undefined), origin: "file" });
  }

  dispose(): void {
    this.entries.clear();
    this.changes.dispose();
  }

  private replace(uri: string, document: AnnotationDocument, isDirty: boolean, origin: ChangeOrigin): void {
    const before = this.entries.get(uri);
    this.entries.set(uri, { document, isDirty });
    this.changes.fire({ uri, ...compareDocuments(before?.document, document), origin });
  }
}
