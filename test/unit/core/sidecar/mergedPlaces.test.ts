import assert from "node:assert/strict";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { Annotation, AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { mergeWriters, type MergedWriters } from "../../../../src/core/sidecar/mergeWriters.js";
import { AnnotationStore } from "../../../../src/core/store/annotationStore.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { reattach, setSpan } from "../../../../src/core/store/decisionsAboutSpans.js";
import { setWords } from "../../../../src/core/store/decisionsAboutStatements.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";

const analysed = sampleDocument();
const accepted = setStatus(analysed, ["statement-1", "person-2"], "accepted");
const corrected = withWords(accepted, "the bridge would open");

function withWords(document: AnnotationDocument, words: string): AnnotationDocument {
  const start = SAMPLE_TEXT.indexOf(words);
  return setWords(document, "statement-1", { start, end: start + words.length }, "new", SAMPLE_TEXT);
}

function withMention(document: AnnotationDocument, id: string, words: string): AnnotationDocument {
  const start = SAMPLE_TEXT.indexOf(words);
  return setSpan(document, id, { start, end: start + words.length }, "new", SAMPLE_TEXT);
}

function change(document: AnnotationDocument, id: string, fields: Partial<Annotation>): AnnotationDocument {
  return { ...document, annotations: document.annotations.map((annotation) => (annotation.id === id ? { ...annotation, ...fields } : annotation)) };
}

function wordsOf({ document }: MergedWriters, id: string): string | undefined {
  const found = document.annotations.find((annotation) => annotation.id === id);
  assert.ok(!found || found.orphaned === true || SAMPLE_TEXT.slice(found.start, found.end) === found.text);
  return found?.text;
}

suite("words that two writers chose", () => {
  const again = withWords(corrected, "bridge would open in");
  const further = withWords(corrected, "the bridge would");

  test("corrected again by one of them: those stand, whatever the other one decided besides", () => {
    for (const other of [corrected, setStatus(corrected, ["statement-2"], "accepted"), setStatus(corrected, ["statement-1"], "rejected")]) {
      for (const merged of [mergeWriters(corrected, again, other), mergeWriters(corrected, other, again)]) {
        assert.deepEqual(merged.conflicts, []);
        assert.equal(wordsOf(merged, "quote-1"), "bridge would open in");
        assert.deepEqual(merged.document.statements.map(({ status }) => status), other.statements.map(({ status }) => status));
      }
    }
  });

  test("corrected by both, in two ways: they are in conflict, for the first time and later", () => {
    for (const before of [accepted, corrected]) {
      for (const [side, words] of [["ours", "bridge would open in"], ["theirs", "the bridge would"]] as const) {
        const merged = mergeWriters(before, again, further, side);
        assert.deepEqual(merged.conflicts, ["quote-1"]);
        assert.equal(wordsOf(merged, "quote-1"), words);
      }
    }
  });

  test("corrected by both in the same way: no conflict", () => assert.deepEqual(mergeWriters(corrected, again, again).conflicts, []));

  test("a mention that one of them shortened stays so", () => {
    const start = setStatus(analysed, ["person-1"], "accepted");
    const shortened = withMention(start, "person-1", "Ilze");
    for (const merged of [mergeWriters(start, start, shortened), mergeWriters(start, shortened, start)]) {
      assert.deepEqual(merged.conflicts, []);
      assert.equal(wordsOf(merged, "person-1"), "Ilze");
    }
  });

  test("words that an edit of the article changed for both are those of the article", () => {
    const old = change(corrected, "quote-1", { text: "the bridge will open", end: 73 });
    const merged = mergeWriters(old, corrected, setStatus(corrected, ["statement-3"], "rejected"));
    assert.deepEqual([merged.conflicts, wordsOf(merged, "quote-1")], [[], "the bridge would open"]);
  });

  test("what one of them deleted does not come back because its words were edited", () => {
    const old = change(corrected, "quote-1", { text: "the bridge will open" });
    const gone = { ...corrected, annotations: corrected.annotations.filter(({ id }) => id !== "quote-1"), statements: corrected.statements.filter(({ id }) => id !== "statement-1") };
    for (const merged of [mergeWriters(old, gone, corrected), mergeWriters(old, corrected, gone)]) assert.equal(wordsOf(merged, "quote-1"), undefined);
  });

  test("an orphan that one of them gave a place to has it", () => {
    const lost = change(corrected, "quote-1", { orphaned: true, text: "the gate would open" });
    const start = SAMPLE_TEXT.indexOf("the bridge would open");
    const placed = reattach(lost, "quote-1", { start, end: start + 21 }, SAMPLE_TEXT);
    for (const merged of [mergeWriters(lost, lost, placed), mergeWriters(lost, placed, lost)]) {
      assert.deepEqual([merged.conflicts, wordsOf(merged, "quote-1")], [[], "the bridge would open"]);
      assert.equal(merged.document.annotations.find(({ id }) => id === "quote-1")?.orphaned, undefined);
    }
  });

  test("what we took out of the text since is not put back by them", () => {
    const lost = change(corrected, "quote-1", { orphaned: true });
    assert.equal(mergeWriters(corrected, lost, setStatus(corrected, ["statement-2"], "accepted")).document.annotations.find(({ id }) => id === "quote-1")?.orphaned, true);
  });
});

suite("what a file tells of like words elsewhere in the article", () => {
  const written = describeDocument(accepted, SAMPLE_TEXT);
  const theirs = { ...written, annotations: written.annotations.map((annotation) => ({ ...annotation, alike: 7, copies: [1] })) };

  test("is no decision: nothing is in conflict", () => {
    assert.deepEqual(mergeWriters(written, setStatus(accepted, ["statement-2"], "accepted"), theirs).conflicts, []);
  });

  test("is no decision: a person's own can be taken back as before", () => {
    const store = new AnnotationStore();
    store.load("article", analysed);
    store.change("article", (before) => setStatus(before, ["person-2"], "accepted"));
    store.adopt("article", theirs);
    store.undo("article");
    assert.equal(store.get("article")?.annotations.find(({ id }) => id === "person-2")?.status, "proposed");
  });
});
