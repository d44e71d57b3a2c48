import assert from "node:assert/strict";
import * as fc from "fast-check";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { applyEdits } from "../../../../src/core/document/textEdit.js";
import { checkReferences } from "../../../../src/core/sidecar/checkReferences.js";
import { parseSidecar } from "../../../../src/core/sidecar/parseSidecar.js";
import { serializeSidecar } from "../../../../src/core/sidecar/serializeSidecar.js";
import { AnnotationStore } from "../../../../src/core/store/annotationStore.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { mergeEntities, renameEntity } from "../../../../src/core/store/decisionsAboutEntities.js";
import { setSpan } from "../../../../src/core/store/decisionsAboutSpans.js";
import { setWords } from "../../../../src/core/store/decisionsAboutStatements.js";
import { STEPS_AT_MOST } from "../../../../src/core/store/history.js";
import { runs } from "../runs.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";
import { anyDecision, applyDecision } from "./anyDecision.js";

const URI = "file:///bridge.txt";
const DOCUMENT = describeDocument(sampleDocument(), SAMPLE_TEXT);

suite("history of decisions", () => {
  test("any decisions taken back give the same document, made again the one after them", () => {
    fc.assert(
      fc.property(fc.array(anyDecision(), { minLength: 1, maxLength: 12 }), (decisions) => {
        const store = opened();
        for (const decision of decisions) store.change(URI, (document) => applyDecision(document, decision, SAMPLE_TEXT));
        const after = store.get(URI);
        while (store.canUndo(URI)) store.undo(URI);
        assert.deepEqual(store.get(URI), DOCUMENT);
        assert.equal(store.isDirty(URI), false);
        while (store.canRedo(URI)) store.redo(URI);
        assert.deepEqual(store.get(URI), after);
      }),
      runs(150),
    );
  });

  test("decisions of any kind leave a document that can be saved and read, with all references whole", () => {
    fc.assert(
      fc.property(fc.array(anyDecision(), { minLength: 1, maxLength: 12 }), (decisions) => {
        const document = decisions.reduce((before, decision) => applyDecision(before, decision, SAMPLE_TEXT), DOCUMENT);
        assert.deepEqual(checkReferences(document), []);
        assert.deepEqual(parseSidecar(serializeSidecar(document)), { ok: true, value: document });
        for (const { start, end, text, orphaned } of document.annotations) if (!orphaned) assert.equal(SAMPLE_TEXT.slice(start, end), text);
      }),
      runs(150),
    );
  });

  test("edits and analyses in between stay, and undo moves nothing back", () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: anyDecision() },
      { weight: 2, arbitrary: fc.record({ at: fc.nat(), length: fc.nat(12), words: fc.constantFrom("", "x", "the bridge ", "\n\n") }) },
      { weight: 1, arbitrary: fc.constant("analysis" as const) },
      { weight: 2, arbitrary: fc.constantFrom("undo" as const, "redo" as const) },
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 20 }), (steps) => {
        const store = opened();
        let text = SAMPLE_TEXT;
        for (const each of [...steps, ...steps.map(() => "undo" as const)]) {
          if (each === "undo") store.undo(URI);
          else if (each === "redo") store.redo(URI);
          else if (each === "analysis") store.applyAnalysis(URI, freshAnalysis(text));
          else if ("kind" in each) store.change(URI, (document) => (text === "" ? document : applyDecision(document, each, text)));
          else {
            const start = each.at % (text.length + 1);
            const edit = { start, end: Math.min(text.length, start + each.length), text: each.words };
            text = applyEdits(text, [edit]);
            store.edit(URI, [edit], text);
          }
          const document = store.get(URI);
          assert.ok(document);
          for (const annotation of document.annotations) if (!annotation.orphaned) assert.equal(text.slice(annotation.start, annotation.end), annotation.text, annotation.id);
          assert.deepEqual(checkReferences(document), [], JSON.stringify(steps));
        }
      }),
      runs(150),
    );
  });

  test("undoing after an edit takes back the decision and leaves the words where the edit put them", () => {
    const store = opened();
    store.change(URI, (document) => setStatus(document, ["statement-3"], "accepted"), "Accept");
    store.edit(URI, [{ start: 0, end: 0, text: "Update: " }], `Update: ${SAMPLE_TEXT}`);
    assert.equal(store.undo(URI), "Accept");
    assert.equal(store.get(URI)?.statements[2]?.status, "proposed");
    assert.equal(quote(store.get(URI), "quote-3")?.start, (quote(DOCUMENT, "quote-3")?.start ?? 0) + 8);
  });

  test("a moved span goes back to its old words where they stand by now", () => {
    const store = opened();
    const start = SAMPLE_TEXT.indexOf("We are ready");
    store.change(URI, (document) => setSpan(document, "quote-2", { start, end: start + "We are ready".length }, "new", SAMPLE_TEXT));
    store.edit(URI, [{ start: 0, end: 4, text: "In the capital" }], `In the capital${SAMPLE_TEXT.slice(4)}`);
    assert.equal(quote(store.get(URI), "quote-2")?.text, "We are ready");
    store.undo(URI);
    const back = quote(store.get(URI), "quote-2");
    assert.deepEqual([back?.text, back?.start], ['"We are ready,"', start - 1 + 10]);
  });

  test("a span whose old words were deleted meanwhile comes back as an orphan", () => {
    const store = opened();
    const start = SAMPLE_TEXT.indexOf("Kalna told reporters");
    store.change(URI, (document) => setWords(document, "statement-2", { start, end: start + 20 }, "new", SAMPLE_TEXT));
    store.change(URI, (document) => setSpan(document, "speaker-2", { start: start + 11, end: start + 20 }, "new-2", SAMPLE_TEXT));
    const edit = { start, end: start + 5, text: "" };
    store.edit(URI, [edit], applyEdits(SAMPLE_TEXT, [edit]));
    store.undo(URI);
    const speaker = quote(store.get(URI), "speaker-2");
    assert.deepEqual([speaker?.text, speaker?.orphaned], ["Kalna", true]);
  });

  test("a span that goes back after a new analysis leaves nothing rejected behind", () => {
    const store = opened();
    const start = SAMPLE_TEXT.indexOf("told reporters");
    store.change(URI, (document) => setSpan(document, "role-1", { start, end: start + 4 }, "new", SAMPLE_TEXT));
    store.applyAnalysis(URI, freshAnalysis(SAMPLE_TEXT));
    store.undo(URI);
    store.applyAnalysis(URI, freshAnalysis(SAMPLE_TEXT));
    const { annotations = [] } = store.get(URI) ?? {};
    assert.deepEqual(annotations.filter(({ status }) => status === "rejected"), []);
    assert.deepEqual(annotations.filter(({ type }) => type === "role").map(({ text }) => text), ["Mayor"]);
  });

  test("undoing a merge after a new analysis parts the two again", () => {
    const store = opened();
    store.change(URI, (document) => setSpeaker(document, "statement-3", { name: "Anna Ozola", newId: "person-x" }));
    store.change(URI, (document) => mergeEntities(document, "person-kalna", ["person-x"]));
    store.applyAnalysis(URI, freshAnalysis(SAMPLE_TEXT));
    assert.equal(store.get(URI)?.statements[2]?.entity, "person-kalna");
    store.undo(URI);
    assert.equal(store.get(URI)?.statements[2]?.entity, "person-x");
    assert.ok(store.get(URI)?.entities.some(({ id, name }) => id === "person-x" && name === "Anna Ozola"));
  });

  test("saved state follows: undoing past it is unsaved, redoing back to it is saved, another decision is not", () => {
    const store = opened();
    const accept = (id: string): void => void store.change(URI, (document) => setStatus(document, [id], "accepted"));
    accept("statement-1");
    store.markSaved(URI);
    assert.equal(store.isDirty(URI), false);
    store.undo(URI);
    assert.equal(store.isDirty(URI), true);
    store.redo(URI);
    assert.equal(store.isDirty(URI), false);
    store.undo(URI);
    accept("statement-2");
    assert.equal(store.canRedo(URI), false);
    store.undo(URI);
    assert.equal(store.isDirty(URI), true, "the file still holds the first decision");
  });

  test("each step has its label; there is nothing to undo at first, after loading and for articles that are not known", () => {
    const store = opened();
    assert.deepEqual([store.canUndo(URI), store.canRedo(URI), store.undo(URI), store.undo("file:///other")], [false, false, undefined, undefined]);
    store.change(URI, (document) => renameEntity(document, "person-kalna", "I. Kalna"), "Rename Ilze Kalna");
    assert.deepEqual([store.undoLabel(URI), store.redoLabel(URI)], ["Rename Ilze Kalna", undefined]);
    store.undo(URI);
    assert.deepEqual([store.undoLabel(URI), store.redoLabel(URI)], [undefined, "Rename Ilze Kalna"]);
    store.load(URI, DOCUMENT);
    assert.equal(store.canRedo(URI), false);
  });

  test("a person's own decisions can still be taken back after the sidecar was taken over from elsewhere", () => {
    const store = opened();
    store.change(URI, (document) => setStatus(document, ["statement-1"], "accepted"));
    store.adopt(URI, setStatus(store.get(URI) ?? DOCUMENT, ["statement-2"], "rejected"));
    store.undo(URI);
    assert.deepEqual(store.get(URI)?.statements.map(({ status }) => status), ["proposed", "rejected", "proposed"]);
  });

  test("hundreds of steps are kept, and no more than that", () => {
    const store = opened();
    for (let count = 0; count < STEPS_AT_MOST + 10; count++) store.change(URI, (document) => renameEntity(document, "person-kalna", `Name ${count}`));
    let steps = 0;
    while (store.undo(URI) !== undefined) steps++;
    assert.equal(steps, STEPS_AT_MOST);
    assert.ok(steps >= 200);
    assert.equal(store.isDirty(URI), true);
  });
});

function opened(): AnnotationStore {
  const store = new AnnotationStore();
  store.load(URI, DOCUMENT);
  return store;
}

/** What an analysis would find in a text of which words may be gone. */
function freshAnalysis(text: string): AnnotationDocument {
  const annotations = DOCUMENT.annotations.flatMap((annotation) => {
    const start = text.indexOf(annotation.text);
    return start < 0 ? [] : [{ ...annotation, start, end: start + annotation.text.length }];
  });
  const known = new Set(annotations.map(({ id }) => id));
  const statements = DOCUMENT.statements
    .filter(({ quote: [id] }) => known.has(id ?? ""))
    .map((statement) => ({ ...statement, ...Object.fromEntries((["cue", "speaker", "when", "where"] as const).map((part) => [part, known.has(statement[part] ?? "") ? statement[part] : null])) }));
  const entities = DOCUMENT.entities.map(({ roles, ...entity }) => (roles?.every(({ annotation }) => known.has(annotation ?? "")) ? { ...entity, roles } : entity));
  const { publishedAnnotation, ...source } = DOCUMENT.source;
  return { ...DOCUMENT, source: { ...source, ...(known.has(publishedAnnotation ?? "") ? { publishedAnnotation } : {}), length: text.length }, entities, annotations, statements };
}

function quote(document: AnnotationDocument | undefined, id: string): AnnotationDocument["annotations"][number] | undefined {
  return document?.annotations.find((annotation) => annotation.id === id);
}
