import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describeDocument } from "../../../../src/core/anchor/describeDocument.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { checkReferences } from "../../../../src/core/sidecar/checkReferences.js";
import { mergeSidecars } from "../../../../src/core/sidecar/mergeSidecars.js";
import { parseSidecar } from "../../../../src/core/sidecar/parseSidecar.js";
import { repairSidecar } from "../../../../src/core/sidecar/repairSidecar.js";
import { serializeSidecar } from "../../../../src/core/sidecar/serializeSidecar.js";
import { setSpeaker, setStatus } from "../../../../src/core/store/decisions.js";
import { mergeEntities, renameEntity } from "../../../../src/core/store/decisionsAboutEntities.js";
import { deleteFindings } from "../../../../src/core/store/decisionsAboutSpans.js";
import { addNote, addStatement, setKind } from "../../../../src/core/store/decisionsAboutStatements.js";
import { runs } from "../runs.js";
import { sampleDocument, SAMPLE_TEXT } from "../sampleDocument.js";
import { anyDecision, applyDecision } from "../store/anyDecision.js";

const BASE = describeDocument(sampleDocument(), SAMPLE_TEXT);
const note = (id: string): { id: string; text: string; created: string } => ({ id, text: `Note ${id}`, created: "2026-01-01T00:00:00Z" });
const words = (text: string): { start: number; end: number } => ({ start: SAMPLE_TEXT.indexOf(text), end: SAMPLE_TEXT.indexOf(text) + text.length });

suite("merge sidecars", () => {
  test("decisions of both sides stand", () => {
    const mine = addNote(setStatus(BASE, ["statement-1"], "accepted"), "statement-2", note("mine"));
    const theirs = addNote(renameEntity(setStatus(BASE, ["statement-2"], "rejected"), "place-riga", "Rīga"), "statement-2", note("theirs"));
    const { document, conflicts } = mergeSidecars(BASE, mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(document.statements.map(({ status }) => status), ["accepted", "rejected", "proposed"]);
    assert.deepEqual(document.statements[1]?.notes?.map(({ id }) => id), ["mine", "theirs"]);
    assert.equal(document.entities[1]?.name, "Rīga");
  });

  test("what both decided differently is told, and mine stands until a person chooses", () => {
    const { document, conflicts } = mergeSidecars(BASE, setStatus(BASE, ["statement-1"], "accepted"), setStatus(BASE, ["statement-1"], "rejected"));
    assert.equal(document.statements[0]?.status, "accepted");
    assert.deepEqual(conflicts, [{ part: "statement", id: "statement-1", field: "status", base: "proposed", mine: "accepted", theirs: "rejected" }]);
  });

  test("who speaks is one question, whatever fields answer it", () => {
    const mine = setSpeaker(BASE, "statement-3", { name: "Anna Ozola", newId: "x" });
    const theirs = setSpeaker(BASE, "statement-3", { entities: ["person-kalna", "place-riga"] });
    const { document, conflicts } = mergeSidecars(BASE, mine, theirs);
    assert.deepEqual(conflicts.map(({ id, field }) => [id, field]), [["speaker-3", "entity"], ["statement-3", "entity"]].slice(conflicts.length === 1 ? 1 : 0));
    assert.deepEqual([document.statements[2]?.entity, document.statements[2]?.entities], ["x", undefined]);
  });

  test("without the common version a decision goes before a proposal, and nothing is deleted", () => {
    const mine = setStatus(BASE, ["statement-1"], "accepted");
    const theirs = setStatus(addStatement(BASE, { newId: "new", range: words("Mayor Ilze Kalna said") }, SAMPLE_TEXT), ["statement-2"], "rejected");
    const { document, conflicts } = mergeSidecars(undefined, mine, theirs);
    assert.deepEqual(conflicts, []);
    assert.deepEqual(Object.fromEntries(document.statements.map(({ id, status }) => [id, status])), { new: "accepted", "statement-1": "accepted", "statement-2": "rejected", "statement-3": "proposed" });
  });

  test("what one side deleted and the other changed stays and is told; what nobody changed goes", () => {
    const base = addStatement(addStatement(BASE, { newId: "one", range: words("Mayor Ilze Kalna said") }, SAMPLE_TEXT), { newId: "two", range: words("told reporters") }, SAMPLE_TEXT);
    const { document, conflicts } = mergeSidecars(base, deleteFindings(base, ["one", "two"]), setKind(base, ["one"], "mixed"));
    assert.deepEqual(document.statements.map(({ id }) => id), ["one", "statement-1", "statement-2", "statement-3"]);
    assert.deepEqual(conflicts.map(({ id, field }) => [id, field]), [["one", ""]]);
    assert.deepEqual(checkReferences(document), []);
  });

  test("an entity that one side merged away stays as long as the other's findings refer to it", () => {
    const base = setSpeaker(BASE, "statement-3", { name: "Anna Ozola", newId: "x" });
    const theirs = setSpeaker(base, "statement-2", { entity: "x" });
    const { document } = mergeSidecars(base, mergeEntities(base, "person-kalna", ["x"]), theirs);
    assert.deepEqual(checkReferences(document), []);
    assert.ok(document.entities.some(({ id, mergedFrom }) => id === "person-kalna" && mergedFrom?.includes("Anna Ozola")));
  });

  test("one side's changes alone are taken as they are, from either side", () => {
    fc.assert(
      fc.property(fc.array(anyDecision(), { maxLength: 6 }), (decisions) => {
        const changed = decided(decisions);
        for (const { document, conflicts } of [mergeSidecars(BASE, changed, BASE), mergeSidecars(BASE, BASE, changed), mergeSidecars(BASE, changed, changed)]) {
          assert.deepEqual(conflicts, []);
          assert.deepEqual(byId(document), byId(changed));
        }
      }),
      runs(150),
    );
  });

  test("whatever both did, the document is whole, no decision is lost, and merging it once more changes nothing", () => {
    fc.assert(
      fc.property(fc.array(anyDecision(), { maxLength: 6 }), fc.array(anyDecision(), { maxLength: 6 }), fc.boolean(), (one, other, isBaseKnown) => {
        const [mine, theirs] = [decided(one), decided(other)];
        const { document, conflicts } = mergeSidecars(isBaseKnown ? BASE : undefined, mine, theirs);
        assert.deepEqual(checkReferences(document).filter(({ severity }) => severity === "error"), []);
        assert.ok(parseSidecar(serializeSidecar(document)).ok);
        const told = new Set(conflicts.map(({ id }) => id));
        const merged = new Map(document.statements.map((statement) => [statement.id, statement]));
        for (const side of [mine, theirs]) {
          for (const { id, status, notes = [] } of side.statements) {
            const known = BASE.statements.find((statement) => statement.id === id);
            if (!known) assert.ok(merged.has(id), `${id} is lost`);
            else if (status !== "proposed" && !told.has(id)) assert.equal(merged.get(id)?.status, status);
            for (const { id: noteId } of notes) assert.ok(merged.get(id)?.notes?.some((each) => each.id === noteId));
          }
        }
        assert.deepEqual(mergeSidecars(document, document, document).document, document);
      }),
      runs(150),
    );
  });
});

suite("sidecars in git", () => {
  test("reviews of neighbouring statements by two people merge by themselves", () => {
    const merged = gitMerge(BASE, setStatus(BASE, ["statement-1", "statement-3"], "accepted"), setStatus(BASE, ["statement-2"], "rejected"));
    assert.deepEqual(merged.status, 0);
    const parsed = parseSidecar(merged.text);
    assert.deepEqual(parsed.ok && parsed.value.statements.map(({ status }) => status), ["accepted", "rejected", "accepted"]);
  });

  test("additions by two people at different places merge by themselves", () => {
    const mine = addStatement(BASE, { newId: "a-1", range: words("Mayor Ilze Kalna said") }, SAMPLE_TEXT);
    const theirs = addStatement(BASE, { newId: "b-1", range: words("told reporters") }, SAMPLE_TEXT);
    const merged = gitMerge(BASE, mine, theirs);
    assert.equal(merged.status, 0);
    const parsed = parseSidecar(merged.text);
    assert.deepEqual(parsed.ok && parsed.value.statements.map(({ id }) => id), ["a-1", "statement-1", "statement-2", "b-1", "statement-3"]);
  });

  test("where git cannot join two answers, the repair joins all else and tells the conflict", () => {
    const mine = addNote(setStatus(BASE, ["statement-1"], "accepted"), "statement-3", note("mine"));
    const theirs = setStatus(BASE, ["statement-1", "statement-2"], "rejected");
    const merged = gitMerge(BASE, mine, theirs);
    assert.notEqual(merged.status, 0);
    const repaired = repairSidecar(merged.text);
    assert.ok(repaired.ok);
    assert.deepEqual(repaired.value.document.statements.map(({ status }) => status), ["accepted", "rejected", "proposed"]);
    assert.equal(repaired.value.document.statements[2]?.notes?.length, 1);
    assert.deepEqual(repaired.value.conflicts.map(({ id, mine: own, theirs: other }) => [id, own, other]), [["statement-1", "accepted", "rejected"]]);
    assert.equal(repaired.value.lost, 0);
  });
});

suite("repair sidecar", () => {
  const text = serializeSidecar(setStatus(BASE, ["statement-1"], "accepted"));

  test("of a file that was cut off all entries before the cut are read", () => {
    const repaired = repairSidecar(text.slice(0, text.indexOf('"id": "statement-3"') + 30));
    assert.ok(repaired.ok);
    assert.deepEqual(repaired.value.document.statements.map(({ id, status }) => [id, status]), [["statement-1", "accepted"], ["statement-2", "proposed"]]);
    assert.equal(repaired.value.document.annotations.length, BASE.annotations.length);
    assert.equal(repaired.value.lost, 1);
  });

  const broken: [string, (whole: string) => string][] = [
    ["a comma that is missing", (whole) => whole.replace('"id": "statement-2",', '"id": "statement-2"')],
    ["a mark that is missing", (whole) => whole.replace('"id": "statement-2",', '"id": "statement-2,')],
    ["a value that the format does not know", (whole) => whole.replace('"id": "statement-2",\n      "kind": "direct"', '"id": "statement-2",\n      "kind": "shouted"')],
    ["a brace that is missing", (whole) => whole.replace(/\n {4}\},\n(?= {4}\{\n {6}"id": "statement-3")/u, ",\n")],
  ];
  for (const [name, change] of broken) {
    test(`${name} costs the entry it is in`, () => {
      const changed = change(text);
      assert.equal(parseSidecar(changed).ok, false);
      const repaired = repairSidecar(changed);
      assert.ok(repaired.ok);
      assert.deepEqual(repaired.value.document.statements.map(({ id }) => id).filter((id) => id !== "statement-3"), ["statement-1"]);
      assert.ok(repaired.value.lost >= 1);
    });
  }

  const refused: [string, string, string][] = [
    ["another program's file", '{"format": "other", "annotations": []}', "invalid-document"],
    ["no text at all", "", "invalid-document"],
    ["a newer version, though it is broken", text.replace('"version": 1', '"version": 2').slice(0, 2000), "newer-version"],
    ["a file of which nothing is left", '{"format": "on-record", "ver', "invalid-json"],
  ];
  for (const [name, given, code] of refused) {
    test(`${name} is refused`, () => {
      const repaired = repairSidecar(given);
      assert.equal(!repaired.ok && repaired.error.code, code);
    });
  }

  test("any bytes, and valid files with any damage, give a valid document or an error", () => {
    const damage = fc.array(fc.tuple(fc.nat(text.length), fc.nat(80), fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("{", "}", "]", '"', "\n<<<<<<< a\n", "\n=======\n", "\n>>>>>>> b\n", "[[[[", "9e999"))), { maxLength: 5 });
    fc.assert(fc.property(fc.string({ maxLength: 200, unit: "binary" }), checkRepair), runs(60));
    fc.assert(
      fc.property(damage, (steps) => {
        checkRepair(steps.reduce((whole, [at, length, words_]) => whole.slice(0, at) + words_ + whole.slice(at + length), text));
      }),
      runs(60),
    );
  });
});

function checkRepair(given: string): void {
  const repaired = repairSidecar(given);
  if (repaired.ok) assert.ok(parseSidecar(serializeSidecar(repaired.value.document)).ok);
}

function decided(decisions: readonly Parameters<typeof applyDecision>[1][]): AnnotationDocument {
  return decisions.reduce((before, decision) => applyDecision(before, decision, SAMPLE_TEXT), BASE);
}

/** A document whose lists are told apart by id alone: entities that one side added may stand in another order. */
function byId({ entities, annotations, statements, ...rest }: AnnotationDocument): unknown {
  return { ...rest, entities: Object.fromEntries(entities.map((item) => [item.id, item])), annotations: Object.fromEntries(annotations.map((item) => [item.id, item])), statements: Object.fromEntries(statements.map((item) => [item.id, item])) };
}

/** What `git merge-file`, with which git merges each file, makes of two versions. */
function gitMerge(base: AnnotationDocument, mine: AnnotationDocument, theirs: AnnotationDocument): { status: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), "on-record-merge-"));
  try {
    const git = (...args: string[]): number | null => spawnSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", ...args], { cwd: folder }).status;
    const file = join(folder, "bridge.txt.annotations.json");
    const commit = (document: AnnotationDocument, message: string): void => {
      writeFileSync(file, serializeSidecar(document));
      git("add", ".");
      git("commit", "-q", "-m", message);
    };
    git("init", "-q", "-b", "main");
    commit(base, "base");
    git("checkout", "-q", "-b", "theirs");
    commit(theirs, "theirs");
    git("checkout", "-q", "main");
    commit(mine, "mine");
    const status = git("merge", "-q", "--no-edit", "theirs");
    return { status, text: readFileSync(file, "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
