import type * as vscode from "vscode";
import { mergeWriters } from "../../../core/sidecar/mergeWriters.js";
import type { AnnotationStore } from "../../../core/store/annotationStore.js";
import { countUnsaved } from "../../../core/store/unsavedDecisions.js";
import { isNowhereIn, type Journal } from "./journal.js";
import type { SidecarFiles } from "../sidecars/sidecarFiles.js";
import { inText } from "../sidecars/storedText.js";

/**
 * Brings back what is known of an article that is opened: what this window did not save of it, else what its sidecar says, joined with
 * what an earlier window did not save.
 */
export class Reopening {
  constructor(
    private readonly store: AnnotationStore,
    private readonly sidecars: SidecarFiles,
    private readonly journal: Journal,
  ) {}

  /** Puts what is known of an article into the store, in the offsets of its present text; nothing where it is no longer wanted by then. */
  async takeUp(article: vscode.TextDocument, isWanted: () => boolean): Promise<void> {
    const { store, sidecars, journal } = this;
    const key = article.uri.toString();
    const unsaved = store.get(key);
    const closedText = journal.takeClosedText(key);
    if (unsaved) {
      // the file may have changed meanwhile
      const text = article.getText();
      const found = inText(unsaved, text, closedText);
      if (!article.isUntitled || !isNowhereIn(found)) {
        store.relocate(key, found, text, closedText);
        await this.join(article, isWanted);
        return;
      }
      store.close(key);
      await journal.setAside(key);
    }
    const kept = await sidecars.load(article);
    const text = article.getText();
    const restored = await journal.restore(article, text, kept);
    const known = restored?.document ?? kept;
    if (!isWanted()) return;
    // someone may have typed meanwhile
    if (known && !store.get(key)) store.load(key, inText(known, article.getText(), text));
    if (!restored) {
      store.reopen(key, article.getText());
      return;
    }
    store.markUnsaved(key);
    if (restored.isContested) sidecars.startFrom(article.uri, restored.base);
    journal.announce(article.uri, restored);
  }

  /** Adds to what is not saved what somebody else wrote into the sidecar meanwhile; where both decided differently, whoever saves is asked. */
  private async join(article: vscode.TextDocument, isWanted: () => boolean): Promise<void> {
    const { store, sidecars } = this;
    const key = article.uri.toString();
    const changed = await sidecars.loadChanged(article);
    const ours = store.get(key);
    if (!changed || !ours || !isWanted()) return;
    const { document, conflicts } = mergeWriters(changed.base, ours, changed.theirs);
    if (conflicts.length > 0) return;
    store.adopt(key, document);
    if (countUnsaved(changed.theirs, document) === 0) store.markSaved(key);
    changed.accept();
  }
}
