import assert from "node:assert/strict";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { Status } from "../../../../src/core/document/annotationDocument.js";
import { AnnotationStore } from "../../../../src/core/store/annotationStore.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

const URI = "file:///bridge.txt";

/** An article with two decisions, of which the second was undone, saved and closed. */
function closedArticle(): AnnotationStore {
  const store = new AnnotationStore();
  store.load(URI, describeDocument(sampleDocument(), SAMPLE_TEXT));
  decide(store, "statement-2", "accepted");
  decide(store, "statement-3", "rejected");
  store.undo(URI);
  store.markSaved(URI);
  store.close(URI, SAMPLE_TEXT);
  return store;
}

function decide(store: AnnotationStore, id: string, status: Status): void {
  store.change(URI, (document) => setStatus(document, [id], status), `${status} ${id}`);
}

/** As the sidecar of that article says. */
function saved(statement3: Status = "proposed"): ReturnType<typeof sampleDocument> {
  return describeDocument(setStatus(setStatus(sampleDocument(), ["statement-2"], "accepted"), ["statement-3"], statement3), SAMPLE_TEXT);
}

function open(store: AnnotationStore, uri = URI, text = SAMPLE_TEXT, document = saved()): void {
  store.load(uri, document);
  store.reopen(uri, text);
}

function statuses(store: AnnotationStore, uri = URI): (Status | undefined)[] {
  return (store.get(uri)?.statements ?? []).map(({ status }) => status);
}

suite("what can be undone on a closed article", () => {
  test("can be undone and redone once it is open again, and counts as unsaved then", () => {
    const store = closedArticle();
    assert.equal(store.get(URI), undefined);
    open(store);
    assert.equal(store.isDirty(URI), false);
    assert.equal(store.redo(URI), "rejected statement-3");
    assert.deepEqual(statuses(store), ["proposed", "accepted", "rejected"]);
    store.undo(URI);
    assert.equal(store.isDirty(URI), false);
    assert.equal(store.undo(URI), "accepted statement-2");
    assert.deepEqual(statuses(store), ["proposed", "proposed", "proposed"]);
    assert.equal(store.isDirty(URI), true);
  });

  test("follows a rename, and two that change places", () => {
    const store = closedArticle();
    const other = "file:///other.txt";
    store.load(other, describeDocument(sampleDocument(), SAMPLE_TEXT));
    store.change(other, (document) => setStatus(document, ["statement-1"], "rejected"), "of the other");
    store.markSaved(other);
    store.close(other, SAMPLE_TEXT);
    store.renameClosed((uri) => (uri === URI ? other : URI));
    open(store, other);
    open(store, URI, SAMPLE_TEXT, describeDocument(setStatus(sampleDocument(), ["statement-1"], "rejected"), SAMPLE_TEXT));
    assert.deepEqual([store.undoLabel(other), store.undoLabel(URI)], ["accepted statement-2", "of the other"]);
  });

  test("stays closed in another text, and without one", () => {
    const store = closedArticle();
    open(store, URI, `Update. ${SAMPLE_TEXT}`);
    assert.equal(store.canUndo(URI), false);
    const forgotten = closedArticle();
    open(forgotten);
    forgotten.close(URI);
    open(forgotten);
    assert.equal(forgotten.canUndo(URI), false);
  });

  test("does not come between where something was decided since", () => {
    const store = closedArticle();
    store.load(URI, saved());
    decide(store, "statement-1", "rejected");
    store.reopen(URI, SAMPLE_TEXT);
    assert.equal(store.undo(URI), "rejected statement-1");
    assert.equal(store.canUndo(URI), false);
  });

  test("leaves alone what somebody else decided in the sidecar meanwhile", () => {
    const store = closedArticle();
    open(store, URI, SAMPLE_TEXT, saved("accepted"));
    assert.equal(store.canRedo(URI), false);
    store.undo(URI);
    assert.deepEqual(statuses(store), ["proposed", "proposed", "accepted"]);
  });

  test("is kept of the last 50 articles", () => {
    const store = new AnnotationStore();
    const uris = Array.from({ length: 51 }, (_, number) => `file:///${number}.txt`);
    for (const uri of uris) {
      store.load(uri, describeDocument(sampleDocument(), SAMPLE_TEXT));
      store.change(uri, (document) => setStatus(document, ["statement-2"], "accepted"));
      store.markSaved(uri);
      store.close(uri, SAMPLE_TEXT);
    }
    for (const uri of uris) open(store, uri);
    assert.deepEqual(uris.filter((uri) => !store.canUndo(uri)), ["file:///0.txt"]);
  });
});
