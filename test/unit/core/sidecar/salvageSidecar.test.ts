import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { withoutFields } from "../../../../src/core/document/fields.js";
import { parseSidecar } from "../../../../src/core/sidecar/parseSidecar.js";
import { salvageSidecar, type SalvagedSidecar } from "../../../../src/core/sidecar/salvageSidecar.js";
import { serializeSidecar } from "../../../../src/core/sidecar/serializeSidecar.js";
import { setStatus } from "../../../../src/core/store/decisions.js";
import { sampleDocument } from "../sampleDocument.js";

const DECIDED = setStatus(setStatus(sampleDocument(), ["statement-1"], "accepted"), ["statement-2"], "rejected");
const VALID = serializeSidecar(DECIDED);

function repaired(text: string, preferred: "ours" | "theirs" = "ours"): SalvagedSidecar {
  assert.equal(parseSidecar(text).ok, false, "the text is damaged");
  const result = salvageSidecar(text, { file: "bridge.txt", preferred });
  assert.ok(result.ok, result.ok ? "" : result.error.message);
  assert.ok(parseSidecar(serializeSidecar(result.value.document)).ok);
  return result.value;
}

function ids({ entities, annotations, statements }: AnnotationDocument): string[] {
  return [...entities, ...annotations, ...statements].map(({ id }) => id);
}

function statuses({ statements }: AnnotationDocument): (string | undefined)[] {
  return statements.map(({ status }) => status);
}

suite("repairing a sidecar that a hand has broken", () => {
  const whole: [string, string][] = [
    ["a missing comma", VALID.replace('"accepted",\n', '"accepted"\n')],
    ["commas too many", VALID.replace('"accepted",\n', '"accepted",,\n').replace("],\n", "],,\n")],
    ["a missing bracket at the end of a list", VALID.replace('],\n  "annotations"', ',\n  "annotations"')],
    ["missing brackets at the end", VALID.trimEnd().slice(0, -1).trimEnd().slice(0, -1)],
    ["words before and after", `Dear diary,\n${VALID}\nyours`],
    ["a missing format", VALID.replace('  "format": "on-record",\n', "  oops\n")],
    ["a comment", VALID.replace('"entities"', '// my people\n  "entities"')],
  ];
  for (const [name, text] of whole) {
    test(`${name}: nothing is lost`, () => {
      const { document, left } = repaired(text);
      assert.deepEqual(ids(document), ids(DECIDED));
      assert.deepEqual(statuses(document), statuses(DECIDED));
      assert.equal(left, 0);
    });
  }

  test("a value that does not fit goes, its finding stays", () => {
    const { document, fields, left } = repaired(VALID.replace('"status": "rejected"', '"status": "refused"'));
    assert.deepEqual(ids(document), ids(DECIDED));
    assert.deepEqual(statuses(document), ["accepted", undefined, "proposed"]);
    assert.deepEqual([fields, left], [1, 0]);
  });

  test("a finding without what makes it one goes, the others stay", () => {
    const { document, left } = repaired(VALID.replace('"kind": "indirect"', '"kind": "shouted"'));
    assert.deepEqual(statuses(document), ["rejected", "proposed"]);
    assert.equal(left, 1);
  });

  test("of two with one id the decided one stays", () => {
    const { statements } = DECIDED;
    const [first] = sampleDocument().statements;
    assert.ok(first);
    assert.deepEqual(statuses(repaired(serializeSidecar({ ...DECIDED, statements: [first, ...statements] })).document), statuses(DECIDED));
  });

  test("what ends behind the text keeps its words as an orphan", () => {
    const { document } = repaired(VALID.replace(/"length": \d+/u, '"length": 10'));
    assert.deepEqual(ids(document), ids(DECIDED));
    assert.ok(document.annotations.every(({ end, orphaned }) => end <= 10 || orphaned === true));
  });

  test("a lost source gets the article's name", () => {
    const { document } = repaired(VALID.replace(/"source": \{[^}]*\}/u, '"source": 7'));
    assert.equal(document.source.file, "bridge.txt");
    assert.deepEqual(ids(document), ids(DECIDED));
  });

  test("unknown fields stay, names of JavaScript's own objects too", () => {
    const text = VALID.replace('"status": "accepted",\n', '"status": "accepted",\n      "__proto__": { "polluted": true },\n      "reviewer": "ib"\n');
    const [statement] = repaired(text).document.statements;
    assert.equal(statement?.["reviewer"], "ib");
    assert.ok(statement && Object.hasOwn(statement, "__proto__"));
    assert.equal(({} as Record<string, unknown>)["polluted"], undefined);
  });
});

suite("repairing a sidecar that is cut off", () => {
  test("anywhere: what was whole before the cut is read, and never anything else", () => {
    const known = new Map([...DECIDED.entities, ...DECIDED.annotations, ...DECIDED.statements].map((item) => [item.id, item]));
    fc.assert(
      fc.property(fc.nat(VALID.length - 3), (length) => {
        const text = VALID.slice(0, length);
        const result = salvageSidecar(text, { file: "bridge.txt", preferred: "ours" });
        if (!result.ok) return;
        const { entities, annotations, statements } = result.value.document;
        for (const item of [...entities, ...annotations, ...statements]) {
          assert.deepEqual(withoutFields(item, "orphaned"), known.get(item.id));
        }
      }),
    );
  });

  test("before the last statement: all the others are there", () => {
    const { document, left } = repaired(VALID.slice(0, VALID.lastIndexOf('"reason"')));
    assert.deepEqual(statuses(document), ["accepted", "rejected"]);
    assert.deepEqual(document.annotations, DECIDED.annotations);
    assert.equal(left, 1);
  });
});

suite("repairing a sidecar in a merge conflict", () => {
  const BASE = serializeSidecar(sampleDocument());

  /** As git leaves it where both sides changed the same lines; `style` diff3 tells the base too. */
  function conflict(ours: string, theirs: string, style: "merge" | "diff3" = "merge"): string {
    const base = style === "diff3" ? `||||||| 1234567\n      "status": "proposed",\n` : "";
    const at = BASE.lastIndexOf('      "status": "proposed",\n');
    const hunk = `<<<<<<< HEAD\n      "status": "${ours}",\n${base}=======\n      "status": "${theirs}",\n>>>>>>> reviews\n`;
    return BASE.slice(0, at) + hunk + BASE.slice(at + '      "status": "proposed",\n'.length);
  }

  test("where one side alone decided, its decision stands", () => {
    for (const [ours, theirs] of [["accepted", "proposed"], ["proposed", "accepted"]] as const) {
      for (const style of ["merge", "diff3"] as const) {
        const { document, conflicts } = repaired(conflict(ours, theirs, style));
        assert.deepEqual(statuses(document), ["proposed", "proposed", "accepted"]);
        assert.deepEqual(conflicts, []);
      }
    }
  });

  test("where both decided differently, the preferred side's stands, and it is told", () => {
    const text = conflict("accepted", "rejected");
    assert.deepEqual([statuses(repaired(text).document)[2], repaired(text).conflicts], ["accepted", ["statement-3"]]);
    assert.equal(statuses(repaired(text, "theirs").document)[2], "rejected");
  });

  test("Windows line ends do no harm", () => {
    assert.equal(statuses(repaired(conflict("accepted", "proposed").replaceAll("\n", "\r\n")).document)[2], "accepted");
  });

  test("of two texts only the words tell where a finding is", () => {
    const [ours, theirs] = ["a", "b"].map((digit) => BASE.replace('"length"', `"sha256": "${digit.repeat(64)}",\n    "length"`));
    const { document } = repaired(`<<<<<<< HEAD\n${ours ?? ""}=======\n${theirs ?? ""}>>>>>>> reviews\n`);
    assert.equal(document.source.sha256, undefined);
    assert.equal(document.statements.length, 3);
  });

  test("markers out of order are damage like any other", () => {
    const text = VALID.replace('"status": "accepted",\n', '"status": "accepted",\n>>>>>>> reviews\n');
    assert.deepEqual(statuses(repaired(text).document), statuses(DECIDED));
  });
});

suite("what is not repaired", () => {
  const refused: [string, string, string][] = [
    ["a newer version", VALID.replace('"version": 1', '"version": 2'), "newer-version"],
    ["a newer version, broken too", VALID.replace('"version": 1', '"version": 2,,'), "invalid-json"],
    ["another program's file", '{ "markers": [{ "id": "a" }] }', "invalid-document"],
    ["another program's file, broken", '{ "format": "other", "statements": [}', "invalid-json"],
    ["an empty file", "", "invalid-json"],
    ["prose", "dear diary", "invalid-json"],
    ["nothing but a beginning", '{ "format": "on-record", "version": 1,', "invalid-json"],
  ];
  for (const [name, text, code] of refused) {
    test(name, () => {
      const result = salvageSidecar(text, { file: "bridge.txt", preferred: "ours" });
      assert.equal(result.ok ? undefined : result.error.code, code);
    });
  }

  test("a valid sidecar stays as it is", () => {
    assert.deepEqual(salvageSidecar(VALID, { file: "other.txt", preferred: "ours" }), { ok: true, value: { document: DECIDED, left: 0, fields: 0, conflicts: [] } });
  });

  test("whatever the bytes and however a valid file is mutated: a result, and a valid one", () => {
    const mutated = fc.tuple(fc.nat(VALID.length), fc.nat(40), fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("{", "}", "[", "]", '"', ":", ",", "\n<<<<<<< a\n", "\n=======\n", "\n>>>>>>> b\n")));
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(mutated, { maxLength: 6 }).map((edits) => edits.reduce((now, [at, length, words]) => now.slice(0, at) + words + now.slice(at + length), VALID)),
    );
    fc.assert(
      fc.property(text, (damaged) => {
        const result = salvageSidecar(damaged, { file: "bridge.txt", preferred: "ours" });
        if (result.ok) assert.ok(parseSidecar(serializeSidecar(result.value.document)).ok);
      }),
    );
  });

  test("brackets without end neither overflow nor take long", () => {
    for (const text of ['{"format":"on-record","statements":['.repeat(20_000), "[".repeat(500_000), '{"a":'.repeat(200_000), '"'.repeat(500_000)]) {
      assert.equal(salvageSidecar(text, { file: "bridge.txt", preferred: "ours" }).ok, false);
    }
  });
});
