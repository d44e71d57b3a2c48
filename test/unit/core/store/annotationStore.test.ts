import assert from "node:assert/strict";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import { AnnotationStore, type StoreChange } from "../../../../src/core/store/annotationStore.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { applyEdits } from "../../../../src/core/document/textEdit.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

const URI = "file:///bridge.txt";

suite("annotation store", () => {
  test("loading tells every id as added, closing as removed", () => {
    const store = new AnnotationStore();
    const changes: StoreChange[] = [];
    store.onDidChange((change) => changes.push(change));
    store.load(URI, sampleDocument());
    store.close(URI);
    const ids = [...sampleDocument().entities, ...sampleDocument().annotations, ...sampleDocument().statements].map(({ id }) => id);
    assert.deepEqual(changes, [
      { uri: URI, added: ids, updated: [], removed: [], origin: "file" },
      { uri: URI, added: [], updated: [], removed: ids, origin: "file" },
    ]);
    assert.equal(store.get(URI), undefined);
  });

  test("a decision marks the article unsaved until it is saved, an analysis does not", () => {
    const { store, changes } = opened();
    store.applyAnalysis(URI, sampleDocument());
    assert.equal(store.isDirty(URI), false);
    store.change(URI, (document) => setStatus(document, ["statement-2"], "accepted"));
    assert.equal(store.isDirty(URI), true);
    assert.deepEqual(changes.at(-1), { uri: URI, added: [], updated: ["statement-2"], removed: [], origin: "person" });
    store.applyAnalysis(URI, sampleDocument());
    assert.equal(store.isDirty(URI), true);
    assert.equal(store.get(URI)?.statements[1]?.status, "accepted");
    store.markSaved(URI);
    assert.equal(store.isDirty(URI), false);
  });

  test("a decision that changes nothing tells nothing", () => {
    const { store, changes } = opened();
    store.change(URI, (document) => setStatus(document, ["statement-2"], "proposed"));
    store.change("file:///other.txt", (document) => setStatus(document, ["statement-2"], "accepted"));
    assert.deepEqual(changes, []);
    assert.equal(store.isDirty(URI), false);
  });

  test("an edit moves what follows and names what it touched", () => {
    const { store, changes } = opened();
    const at = SAMPLE_TEXT.indexOf("ready");
    const edits = [{ start: at, end: at + 5, text: "quite ready" }];
    const text = applyEdits(SAMPLE_TEXT, edits);
    store.edit(URI, edits, text);
    assert.deepEqual(changes, [{ uri: URI, added: [], updated: ["quote-2"], removed: [], origin: "edit" }]);
    for (const { start, end, text: words } of store.get(URI)?.annotations ?? []) assert.equal(text.slice(start, end), words);
    assert.equal(store.get(URI)?.source.length, text.length);
  });

  test("deleted words take their proposals along, decisions become orphans", () => {
    const { store, changes } = opened();
    store.change(URI, (document) => setStatus(document, ["statement-3"], "accepted"));
    const start = SAMPLE_TEXT.indexOf('"We are');
    const edits = [{ start, end: SAMPLE_TEXT.length, text: "" }];
    store.edit(URI, edits, applyEdits(SAMPLE_TEXT, edits));
    const document = store.get(URI);
    assert.deepEqual(changes.at(-1)?.removed.toSorted(), ["cue-2", "person-2", "place-2", "quote-2", "speaker-2", "statement-2"]);
    assert.deepEqual(document?.statements.map(({ id }) => id), ["statement-1", "statement-3"]);
    assert.deepEqual(document?.annotations.filter(({ orphaned }) => orphaned).map(({ id }) => id), ["quote-3", "speaker-3", "cue-3"]);
    assert.equal(document?.annotations.find(({ id }) => id === "quote-3")?.text, '"Nothing can stop us now,"');
  });

  test("what the sidecar held of words that another program took out stays as an orphan through every analysis", () => {
    const { store } = opened();
    const start = SAMPLE_TEXT.indexOf('"Nothing');
    const edits = [{ start, end: SAMPLE_TEXT.length, text: "" }];
    const text = applyEdits(SAMPLE_TEXT, edits);
    const lost = store.edit(URI, edits, text, SAMPLE_TEXT, new Set(sampleDocument().annotations.map(({ id }) => id)));
    assert.deepEqual(lost, ["statement-3"]);
    const rest = sampleDocument().annotations.filter(({ end }) => end <= text.length);
    store.applyAnalysis(URI, sampleDocument({ annotations: rest, statements: sampleDocument().statements.slice(0, 2) }));
    assert.deepEqual(store.get(URI)?.statements.map(({ id, status }) => [id, status]), [["statement-1", "proposed"], ["statement-2", "proposed"], ["statement-3", "proposed"]]);
    assert.deepEqual(store.get(URI)?.annotations.filter(({ orphaned }) => orphaned).map(({ id }) => id), ["quote-3", "speaker-3", "cue-3"]);
    assert.equal(store.isDirty(URI), false);
    store.dropOrphans(URI, lost);
    assert.deepEqual(store.get(URI)?.statements.map(({ id }) => id), ["statement-1", "statement-2"]);
    assert.ok(store.get(URI)?.annotations.every(({ orphaned }) => !orphaned));
    assert.deepEqual([store.isDirty(URI), store.canUndo(URI)], [false, false]);
  });

  test("a decision whose words were cut comes back with them, by undo or elsewhere", () => {
    const { store, changes } = opened();
    store.load(URI, describeDocument(setStatus(sampleDocument(), ["statement-3"], "accepted"), SAMPLE_TEXT));
    const start = SAMPLE_TEXT.indexOf('"We are');
    const cut = SAMPLE_TEXT.slice(start);
    store.edit(URI, [{ start, end: SAMPLE_TEXT.length, text: "" }], SAMPLE_TEXT.slice(0, start));
    const pasted = cut + SAMPLE_TEXT.slice(0, start);
    store.edit(URI, [{ start: 0, end: 0, text: cut }], pasted);
    assert.deepEqual(changes.at(-1)?.updated.toSorted(), ["cue-3", "quote-3", "speaker-3"]);
    for (const { start: from, end, text, orphaned } of store.get(URI)?.annotations ?? []) {
      assert.equal(orphaned, undefined);
      assert.equal(pasted.slice(from, end), text);
    }
  });

  test("other words in the place of an orphan do not bring it back", () => {
    const { store } = opened();
    store.load(URI, describeDocument(setStatus(sampleDocument(), ["statement-3"], "accepted"), SAMPLE_TEXT));
    const start = SAMPLE_TEXT.indexOf('"Nothing');
    store.edit(URI, [{ start, end: SAMPLE_TEXT.length, text: "" }], SAMPLE_TEXT.slice(0, start));
    const typed = "The council votes on Friday, and she left it at that.";
    store.edit(URI, [{ start, end: start, text: typed }], SAMPLE_TEXT.slice(0, start) + typed);
    assert.deepEqual(store.get(URI)?.annotations.filter(({ orphaned }) => orphaned).map(({ id }) => id), ["quote-3", "speaker-3", "cue-3"]);
  });

  test("naming a speaker accepts the statement and keeps the former speaker as candidate", () => {
    const { store } = opened();
    store.change(URI, (document) => setSpeaker(document, "statement-3", { name: "Anna Ozola", newId: "person-x" }));
    const document = store.get(URI);
    const statement = document?.statements[2];
    assert.equal(statement?.entity, "person-x");
    assert.equal(statement?.reason, "person");
    assert.equal(statement?.status, "accepted");
    assert.deepEqual(statement?.candidates, [{ entity: "person-kalna", confidence: 0.9 }]);
    assert.equal(document?.annotations.find(({ id }) => id === "speaker-3")?.entity, "person-x");
    assert.deepEqual(document?.entities.at(-1), { id: "person-x", type: "person", name: "Anna Ozola", origin: "user" });
  });

  test("a speaker that is no entity of the article is refused", () => {
    const document = sampleDocument();
    assert.equal(setSpeaker(document, "statement-3", { entity: "person-nobody" }), document);
    assert.equal(setSpeaker(document, "statement-nothing", null), document);
  });
});

suite("an article that is moved, or whose sidecar is lost", () => {
  test("annotations, history and what is unsaved go along under the new name", () => {
    const { store, changes } = opened();
    store.change(URI, (document) => setStatus(document, ["statement-1"], "accepted"), "Accept");
    const decided = store.get(URI);
    changes.length = 0;
    store.rename(URI, "file:///moved.txt");
    assert.equal(store.get(URI), undefined);
    assert.equal(store.get("file:///moved.txt"), decided);
    assert.equal(store.isDirty("file:///moved.txt"), true);
    assert.deepEqual(changes.map(({ uri, removed, added }) => [uri, removed.length > 0, added.length > 0]), [[URI, true, false], ["file:///moved.txt", false, true]]);
    assert.equal(store.undo("file:///moved.txt"), "Accept");
    assert.equal(store.isDirty("file:///moved.txt"), false);
  });

  test("moving an unknown article, or one onto itself, changes nothing", () => {
    const { store, changes } = opened();
    store.rename("file:///unknown.txt", URI);
    store.rename(URI, URI);
    assert.equal(store.uris().length, 1);
    assert.deepEqual(changes, []);
  });

  test("without its sidecar nothing is saved, whatever is undone, until it is saved again", () => {
    const { store, changes } = opened();
    store.change(URI, (document) => setStatus(document, ["statement-1"], "accepted"), "Accept");
    store.markSaved(URI);
    changes.length = 0;
    store.markUnsaved(URI);
    assert.equal(store.isDirty(URI), true);
    assert.equal(changes.length, 1);
    store.markUnsaved(URI);
    assert.equal(changes.length, 1);
    store.undo(URI);
    assert.equal(store.isDirty(URI), true);
    store.markSaved(URI);
    assert.equal(store.isDirty(URI), false);
  });

  test("losing its sidecar while more is unsaved leaves nothing saved, either, once that is taken back", () => {
    const { store } = opened();
    store.change(URI, (document) => setStatus(document, ["statement-1"], "accepted"));
    store.markSaved(URI);
    store.change(URI, (document) => setStatus(document, ["statement-2"], "accepted"));
    store.markUnsaved(URI);
    store.undo(URI);
    assert.equal(store.isDirty(URI), true);
  });
});

function opened(): { store: AnnotationStore; changes: StoreChange[] } {
  const store = new AnnotationStore();
  store.load(URI, sampleDocument());
  const changes: StoreChange[] = [];
  store.onDidChange((change) => changes.push(change));
  return { store, changes };
}
