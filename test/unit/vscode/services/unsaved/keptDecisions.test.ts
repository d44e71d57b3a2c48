import assert from "node:assert/strict";
import { mergeWriters } from "../../../../../src/core/sidecar/mergeWriters.js";
import { deleteFindings } from "../../../../../src/core/store/decisionsAboutSpans.js";
import { setStatus } from "../../../../../src/core/store/decisions.js";
import { describeKept, displacedFile, keptFile, parseKept, readHead } from "../../../../../src/vscode/services/unsaved/keptDecisions.js";
import { sampleDocument, SAMPLE_TEXT } from "../../../core/sampleDocument.js";

const ARTICLE = "file:///news/bridge.txt";
const ours = setStatus(sampleDocument(), ["statement-1", "statement-3"], "accepted");
const base = setStatus(sampleDocument(), ["statement-1"], "rejected");
const bytes = describeKept(ours, base, ARTICLE, SAMPLE_TEXT);

suite("decisions in the journal", () => {
  test("are read as they were written, with what the sidecar held of decisions", () => {
    const file = readHead("x.json", bytes);
    assert.equal(file?.article, ARTICLE);
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    assert.equal(file?.sha256, kept.value.document.source.sha256);
    assert.deepEqual(kept.value.document.statements.map(({ status }) => status), ["accepted", "proposed", "accepted"]);
    assert.deepEqual(kept.value.base?.statements.map(({ id, status }) => [id, status]), [["statement-1", "rejected"]]);
  });

  test("an orphan that was deleted does not come back with the sidecar", () => {
    const lost = sampleDocument({ annotations: sampleDocument().annotations.map((annotation) => (annotation.id === "quote-3" ? { ...annotation, orphaned: true } : annotation)) });
    const file = readHead("x.json", describeKept(deleteFindings(lost, ["statement-3"]), lost, ARTICLE, SAMPLE_TEXT));
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    assert.deepEqual(mergeWriters(kept.value.base, kept.value.document, lost).document.statements.map(({ id }) => id), ["statement-1", "statement-2"]);
  });

  test("without a sidecar there is nothing that they started from", () => {
    const file = readHead("x.json", describeKept(ours, undefined, ARTICLE, SAMPLE_TEXT));
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    assert.equal(kept.value.base, undefined);
  });

  test("cut off anywhere: nothing, or an error, never half of them", () => {
    const ends = [0, 1, 20, 100, bytes.length / 2, bytes.length / 4];
    for (const end of ends) {
      const file = readHead("x.json", bytes.slice(0, end));
      const kept = file && parseKept(file);
      if (kept?.ok) assert.equal(kept.value.document.statements.length, ours.statements.length);
    }
    assert.equal(readHead("x.json", new TextEncoder().encode('{"other": 1}\n')), undefined);
  });

  test("of an article that gave way to another one have a file of their own, one for each text", () => {
    const file = readHead("x.json", bytes);
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    const other = { ...kept.value, document: { ...kept.value.document, source: { ...kept.value.document.source, sha256: "0".repeat(64) } } };
    assert.equal(new Set([keptFile(ARTICLE), displacedFile(kept.value), displacedFile(other)]).size, 3);
  });
});
