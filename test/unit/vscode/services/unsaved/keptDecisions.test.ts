import assert from "node:assert/strict";
import { Copies } from "../../../../../src/core/anchor/oldText/copies.js";
import { mergeAnalysis } from "../../../../../src/core/sidecar/mergeAnalysis.js";
import { deleteFindings } from "../../../../../src/core/store/decisionsAboutSpans.js";
import { renameEntity } from "../../../../../src/core/store/decisionsAboutEntities.js";
import { setStatus } from "../../../../../src/core/store/decisions.js";
import { describeKept, displacedFile, joinKept, keptFile, parseKept, readHead } from "../../../../../src/vscode/services/unsaved/keptDecisions.js";
import { sampleDocument, SAMPLE_TEXT } from "../../../core/sampleDocument.js";

const ARTICLE = "file:///news/bridge.txt";
const ours = setStatus(sampleDocument(), ["statement-1", "statement-3"], "accepted");
const base = setStatus(sampleDocument(), ["statement-1"], "rejected");
const TEXT = { text: SAMPLE_TEXT, copies: new Copies(SAMPLE_TEXT) };
const bytes = describeKept(ours, base, ARTICLE, TEXT);

suite("decisions in the journal", () => {
  test("are read as they were written, with what the sidecar held of decisions", () => {
    const file = readHead("x.json", bytes);
    assert.equal(file?.article, ARTICLE);
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    assert.equal(file?.sha256, kept.value.document.source.sha256);
    assert.deepEqual(kept.value.document.statements.map(({ status }) => status), ["accepted", "accepted"]);
    assert.deepEqual(kept.value.base?.statements.map(({ id, status }) => [id, status]), [["statement-1", "rejected"]]);
  });

  test("of somebody who was renamed the mentions are kept, so that a new analysis finds nobody of the old name beside them", () => {
    const renamed = renameEntity(sampleDocument(), "person-kalna", "Somebody Else");
    const file = readHead("x.json", describeKept(renamed, undefined, ARTICLE, TEXT));
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    assert.deepEqual(mergeAnalysis(kept.value.document, sampleDocument()).entities.map(({ id, name }) => [id, name]).toSorted(), renamed.entities.map(({ id, name }) => [id, name]).toSorted());
  });

  test("an orphan that was deleted does not come back with the sidecar", () => {
    const lost = sampleDocument({ annotations: sampleDocument().annotations.map((annotation) => (annotation.id === "quote-3" ? { ...annotation, orphaned: true } : annotation)) });
    const file = readHead("x.json", describeKept(deleteFindings(lost, ["statement-3"]), lost, ARTICLE, TEXT));
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    assert.deepEqual(joinKept(kept.value.base, kept.value.document, lost).document.statements.map(({ id }) => id), ["statement-1", "statement-2"]);
  });

  test("without a sidecar there is nothing that they started from", () => {
    const file = readHead("x.json", describeKept(ours, undefined, ARTICLE, TEXT));
    const kept = file && parseKept(file);
    assert.ok(kept?.ok);
    assert.equal(kept.value.base, undefined);
  });

  test("cut off anywhere: nothing, or an error, never half of them", () => {
    const ends = [0, 1, 20, 100, bytes.length / 2, bytes.length / 4];
    for (const end of ends) {
      const file = readHead("x.json", bytes.slice(0, end));
      const kept = file && parseKept(file);
      if (kept?.ok) assert.equal(kept.value.document.statements.length, 2);
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
