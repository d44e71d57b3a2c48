import assert from "node:assert/strict";
import * as fc from "fast-check";
import { anchorDocument } from "../../../../src/core/anchor/anchorDocument.js";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument, Unknown } from "../../../../src/core/document/annotationDocument.js";
import { isDecided } from "../../../../src/core/document/decided.js";
import { checkReferences } from "../../../../src/core/sidecar/checkReferences.js";
import { AnnotationStore } from "../../../../src/core/store/annotationStore.js";
import { isSame } from "../../../../src/core/document/compareDocuments.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { setPublished } from "../../../../src/core/store/decisionsAboutArticle.js";
import { mergeEntities, renameEntity, setEntityType } from "../../../../src/core/store/decisionsAboutEntities.js";
import { deleteFindings } from "../../../../src/core/store/decisionsAboutSpans.js";
import { addNote, addStatement, deleteNote, setKind, setPart, setWords } from "../../../../src/core/store/decisionsAboutStatements.js";
import { runs } from "../runs.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";
import { anyDecision, applyDecision } from "./anyDecision.js";

const URI = "file:///bridge.txt";
const DOCUMENT = describeDocument(sampleDocument(), SAMPLE_TEXT);

type Change = (document: AnnotationDocument) => AnnotationDocument;

/** A store in which a person decided, then somebody else through the sidecar. */
function decided(own: readonly Change[], theirs: Change): AnnotationStore {
  const store = new AnnotationStore();
  store.load(URI, DOCUMENT);
  for (const change of own) store.change(URI, change, "mine");
  store.adopt(URI, theirs(present(store)));
  return store;
}

function present(store: AnnotationStore): AnnotationDocument {
  return store.get(URI) ?? assert.fail();
}

function statement(store: AnnotationStore, id = "statement-1"): AnnotationDocument["statements"][number] | undefined {
  return present(store).statements.find((each) => each.id === id);
}

const words = { start: SAMPLE_TEXT.indexOf("the bridge"), end: SAMPLE_TEXT.indexOf(" would open") };
const accept: Change = (document) => setStatus(document, ["statement-1"], "accepted");
const reject: Change = (document) => setStatus(document, ["statement-1"], "rejected");
const note = (id: string): Change => (document) => addNote(document, "statement-1", { id, text: id, created: "2026-01-01T00:00:00Z" });
const add: Change = (document) => addStatement(document, { newId: "new", range: words }, SAMPLE_TEXT);

const elsewhere: Change = (document) => setPart(document, "statement-1", "where", { annotation: "place-2" }, SAMPLE_TEXT);
const person: Change = (document) => setEntityType(document, "place-riga", "person");

suite("a person's own decisions and somebody else's", () => {
  test("what they decided otherwise is not taken back, and what was decided before is", () => {
    const store = decided([(document) => setStatus(document, ["statement-2"], "accepted"), accept], reject);
    assert.equal(store.undo(URI), "mine");
    assert.deepEqual(present(store).statements.map(({ status }) => status), ["rejected", "proposed", "proposed"]);
    assert.equal(store.canUndo(URI), false);
    store.redo(URI);
    assert.deepEqual(present(store).statements.map(({ status }) => status), ["rejected", "accepted", "proposed"]);
    assert.equal(store.canRedo(URI), false);
  });

  test("what was undone before they decided is not made again over it", () => {
    const store = new AnnotationStore();
    store.load(URI, DOCUMENT);
    store.change(URI, accept);
    store.undo(URI);
    store.adopt(URI, reject(present(store)));
    assert.equal(store.canRedo(URI), false);
  });

  test("another part of the same statement: each keeps what they decided", () => {
    const store = decided([(document) => setSpeaker(document, "statement-1", null)], (document) => setKind(document, ["statement-1"], "direct"));
    store.undo(URI);
    assert.deepEqual([statement(store)?.entity, statement(store)?.kind, statement(store)?.status], ["person-kalna", "direct", "accepted"]);
  });

  test("notes are taken back one by one", () => {
    const store = decided([note("mine"), note("also mine")], note("theirs"));
    const notes = (): unknown => statement(store)?.notes?.map(({ id }) => id);
    store.undo(URI);
    assert.deepEqual(notes(), ["mine", "theirs"]);
    store.undo(URI);
    assert.deepEqual(notes(), ["theirs"]);
    store.redo(URI);
    store.change(URI, (document) => deleteNote(document, "statement-1", "mine"));
    store.undo(URI);
    assert.deepEqual(new Set(statement(store)?.notes?.map(({ id }) => id)), new Set(["mine", "theirs"]));
  });

  test("a statement that they changed since stays with its words", () => {
    const store = decided([add], (document) => setKind(document, ["new"], "mixed"));
    const before = present(store);
    assert.equal(store.canUndo(URI), false);
    assert.equal(store.undo(URI), undefined);
    assert.equal(present(store), before);
  });

  test("what they deleted does not come back", () => {
    const store = decided([add, (document) => setKind(document, ["new"], "mixed")], (document) => deleteFindings(document, ["new"]));
    while (store.canUndo(URI)) store.undo(URI);
    while (store.canRedo(URI)) store.redo(URI);
    assert.equal(statement(store, "new"), undefined);
    assert.deepEqual(checkReferences(present(store)), []);
  });

  test("words that they chose stay, those of other statements go back", () => {
    const theirs = { start: words.start, end: words.start + 3 };
    const store = decided(
      [(document) => setWords(document, "statement-1", words, "w1", SAMPLE_TEXT), (document) => setWords(document, "statement-2", { start: 86, end: 92 }, "w2", SAMPLE_TEXT)],
      (document) => setWords(document, "statement-1", theirs, "w3", SAMPLE_TEXT),
    );
    while (store.canUndo(URI)) store.undo(URI);
    const textOf = (id: string): unknown => statement(store, id)?.quote.map((quote) => present(store).annotations.find((each) => each.id === quote)?.text);
    assert.deepEqual([textOf("statement-1"), textOf("statement-2")], [["the"], ['"We are ready,"']]);
  });

  test("names: theirs stays, a merge is taken back around it", () => {
    const store = decided([(document) => mergeEntities(document, "person-kalna", ["place-riga"])], (document) => renameEntity(document, "person-kalna", "Kalna"));
    store.undo(URI);
    assert.deepEqual(present(store).entities.map(({ name }) => name), ["Kalna", "Riga"]);
    assert.equal(present(store).annotations.find(({ id }) => id === "place-1")?.entity, "place-riga");
  });

  test("a place that they said is a person, or that a person's own decision makes one: nothing was said there", () => {
    const undone = decided([elsewhere], (document) => document);
    undone.undo(URI);
    undone.adopt(URI, person(present(undone)));
    undone.redo(URI);
    assert.deepEqual([statement(undone)?.where, checkReferences(present(undone))], [null, []]);
    const ours = decided([person], (document) => document);
    ours.undo(URI);
    ours.adopt(URI, elsewhere(present(ours)));
    ours.redo(URI);
    assert.deepEqual([statement(ours)?.where, checkReferences(present(ours))], [null, []]);
    ours.undo(URI);
    assert.equal(statement(ours)?.where, "place-2", "it is a place again");
  });

  test("the day of the article", () => {
    const store = decided([(document) => setPublished(document, "2020-01-01")], (document) => setPublished(document, "2021-01-01"));
    store.undo(URI);
    assert.deepEqual([present(store).source.published, present(store).source.publishedFrom], ["2021-01-01", "user"]);
  });

  test("whatever both decided, nothing of theirs is touched by any undo and redo", () => {
    const decisions = fc.array(anyDecision(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(decisions, decisions, fc.nat(6), (own, theirs, undone) => {
        const store = new AnnotationStore();
        store.load(URI, DOCUMENT);
        for (const decision of own) store.change(URI, (document) => applyDecision(document, decision, SAMPLE_TEXT));
        for (let count = 0; count < undone; count++) store.undo(URI);
        const before = present(store);
        const after = theirs.reduce((document, decision) => applyDecision(document, decision, SAMPLE_TEXT), before);
        store.adopt(URI, after);
        const check = (): void => {
          assert.deepEqual(lost(before, after, present(store)), []);
          assert.deepEqual(checkReferences(present(store)), []);
        };
        while (store.canUndo(URI)) {
          store.undo(URI);
          check();
        }
        while (store.canRedo(URI)) {
          store.redo(URI);
          check();
        }
      }),
      runs(200),
    );
  });

  test("where the article changed while it was closed, a span goes back to where its old words are now", () => {
    const text = `Correction. ${SAMPLE_TEXT}`;
    for (const old of [SAMPLE_TEXT, undefined]) {
      const store = new AnnotationStore();
      store.load(URI, DOCUMENT);
      store.change(URI, (document) => setWords(document, "statement-1", words, "w1", SAMPLE_TEXT));
      store.relocate(URI, anchorDocument(describeDocument(present(store), SAMPLE_TEXT), text, old).document, text, old);
      store.undo(URI);
      const { annotations } = present(store);
      for (const { start, end, text: expected } of annotations) assert.equal(text.slice(start, end), expected);
      assert.equal(annotations.find(({ id }) => id === "quote-1")?.text, "the bridge would open in June");
    }
  });
});

/** What they decided and is no longer so. */
function lost(before: AnnotationDocument, after: AnnotationDocument, now: AnnotationDocument): string[] {
  const own = new Set(["start", "end", "text", "prefix", "suffix", "confidence", "evidence", "candidates", "orphaned", "notes"]);
  const places = new Set(now.annotations.filter(({ type }) => type === "place").map(({ id }) => id));
  return (["entities", "annotations", "statements"] as const).flatMap((list) => {
    const [old, current] = [before, now].map((document) => new Map<string, Unknown>(document[list].map((item) => [item.id, item])));
    return after[list].flatMap((item) => {
      const was = old?.get(item.id);
      if (!isDecided(item) || was === item) return [];
      const is = current?.get(item.id);
      const fields = Object.keys({ ...was, ...item }).filter((field) => !own.has(field) && !isSame(was?.[field], (item as Unknown)[field]));
      if (fields.length > 0 && !is) return [`${item.id} is gone`];
      // nothing is said at what is no place by now
      const isNowhere = is?.["where"] === null && !places.has(String((item as Unknown)["where"]));
      const isTouched = (field: string): boolean => is !== undefined && !isSame(is[field], (item as Unknown)[field]) && !(field === "where" && isNowhere);
      return fields.filter(isTouched).map((field) => `${item.id}: ${field}`);
    });
  });
}
