import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import type { ErrorCode } from "../../../../src/core/common/errors.js";
import type { AnnotationDocument } from "../../../../src/core/document/annotationDocument.js";
import { checkReferences } from "../../../../src/core/sidecar/checkReferences.js";
import { findSyntaxFault, nestingDepth } from "../../../../src/core/sidecar/jsonSyntax.js";
import { parseSidecar } from "../../../../src/core/sidecar/parseSidecar.js";
import { serializeLine, serializeSidecar } from "../../../../src/core/sidecar/serializeSidecar.js";
import { sampleDocument } from "../sampleDocument.js";

const VALID = serializeSidecar(sampleDocument());

suite("parse sidecar", () => {
  test("a written document is read again as it was", () => {
    assert.deepEqual(parseSidecar(VALID), { ok: true, value: sampleDocument() });
    assert.deepEqual(parseSidecar(serializeLine(sampleDocument())), { ok: true, value: sampleDocument() });
  });

  test("a byte order mark and Windows line ends do no harm", () => {
    assert.deepEqual(parseSidecar(`\uFEFF${VALID.replaceAll("\n", "\r\n")}`), { ok: true, value: sampleDocument() });
  });

  const minimal = { format: "on-record", version: 1, source: { id: "x", length: 0 }, entities: [], annotations: [], statements: [] };

  test("only what the format requires is required", () => {
    assert.deepEqual(parseSidecar(JSON.stringify(minimal)), { ok: true, value: minimal });
  });

  const refused: [string, string, ErrorCode, RegExp][] = [
    ["an empty file", "", "invalid-json", /empty/u],
    ["white space alone", " \n\n", "invalid-json", /empty/u],
    ["a merge conflict", VALID.replace('"kind": "city"', '"kind":\n<<<<<<< HEAD\n"city"\n=======\n"region"\n>>>>>>> theirs'), "conflict-markers", /line 34/u],
    ["a file that ends in the middle of a list", VALID.slice(0, VALID.indexOf('"annotations"')), "invalid-json", /cut off at line 41, column 3: expected a property name/u],
    ["a file that ends in the middle of a word", VALID.slice(0, VALID.indexOf("RIGA") + 2), "invalid-json", /cut off/u],
    ["a missing comma", VALID.replace("1,\n", "1\n"), "invalid-json", /line 4, column 3: expected a comma or \}/u],
    ["a trailing comma", VALID.replace('"LV",\n', '"LV",,\n'), "invalid-json", /line 35, column 23: expected a property name/u],
    ["two documents", VALID + VALID, "invalid-json", /expected the end of the file/u],
    ["something that is no JSON", "dear diary", "invalid-json", /line 1, column 1: expected a value/u],
    ["a JSON value that is no object", "[1, 2]", "invalid-document", /no annotations file/u],
    ["null", "null", "invalid-document", /no annotations file/u],
    ["somebody else's JSON", '{"format": "other"}', "invalid-document", /no annotations file/u],
    ["a newer version", JSON.stringify({ ...minimal, version: 2, entities: "new" }), "newer-version", /version 2/u],
    ["a version that is none", JSON.stringify({ ...minimal, version: "1" }), "invalid-document", /\/version/u],
    ["no source", JSON.stringify({ ...minimal, source: undefined }), "invalid-document", /source/u],
    ["a source without file and id", JSON.stringify({ ...minimal, source: { length: 3 } }), "invalid-document", /\/source/u],
    ["an unknown type", VALID.replace('"type": "place"', '"type": "planet"'), "invalid-document", /\/entities\/1\/type/u],
    ["an offset that is no integer", VALID.replace('"start": 0,', '"start": 0.5,'), "invalid-document", /\/annotations\/0\/start must be integer/u],
    ["a statement without quotes", VALID.replace(/"quote": \[[^\]]*\]/u, '"quote": []'), "invalid-document", /\/statements\/0\/quote/u],
    ["an id that stands twice", VALID.replace('"id": "place-2"', '"id": "place-1"'), "invalid-document", /"place-1" stands twice/u],
    ["a range outside the text", VALID.replace('"end": 4,', '"end": 4444,'), "invalid-document", /ends at 4444/u],
    ["a range that ends before it starts", VALID.replace('"start": 6,', '"start": 600,'), "invalid-document", /ends before it starts/u],
    ["a statement whose quotes are gone", VALID.replace('"id": "quote-1"', '"id": "quote-x"'), "invalid-document", /No quote of statement "statement-1"/u],
    ["too deep a nesting", `{"x":${"[".repeat(5000)}${"]".repeat(5000)}}`, "too-large", /deeper/u],
  ];
  for (const [name, text, code, message] of refused) {
    test(`${name} is refused`, () => {
      const result = parseSidecar(text);
      assert.equal(result.ok, false);
      assert.equal(result.error.code, code, result.error.message);
      assert.match(result.error.message, message);
    });
  }

  test("what refers to nothing is told, but does not keep the file from being opened", () => {
    const result = parseSidecar(VALID.replace('"id": "cue-1"', '"id": "cue-x"').replace('"id": "person-kalna"', '"id": "person-x"'));
    assert.equal(result.ok, true);
    const messages = checkReferences(result.value).map(({ severity, message }) => `${severity}: ${message}`);
    assert.ok(messages.includes('warning: statement "statement-1" refers to annotation "cue-1", which is not there'));
    assert.ok(messages.includes('warning: annotation "person-1" refers to entity "person-kalna", which is not there'));
    assert.deepEqual(checkReferences(sampleDocument()), []);
  });

  test("an orphan may lie outside the text", () => {
    const document = sampleDocument();
    const orphaned = document.annotations.map((annotation) => ({ ...annotation, orphaned: true }));
    assert.equal(parseSidecar(serializeSidecar({ ...document, source: { ...document.source, length: 3 }, annotations: orphaned })).ok, true);
  });

  test("any text gives a document or an error", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.json()), (text) => assert.equal(typeof parseSidecar(text).ok, "boolean")));
  });

  test("a valid file with some bytes changed gives a document or an error", () => {
    const changes = fc.array(fc.tuple(fc.nat(VALID.length - 1), fc.nat(40), fc.string({ unit: "binary", maxLength: 10 })), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(changes, (edits) => {
        let text = VALID;
        for (const [at, length, inserted] of edits) text = text.slice(0, at) + inserted + text.slice(at + length);
        const result = parseSidecar(text);
        if (!result.ok) assert.match(result.error.message, /\.$/u);
      }),
      { numRuns: 500 },
    );
  });

  test("any cut of a valid file is told as cut off or as no JSON with its place", () => {
    for (let length = 1; length < VALID.length - 1; length += 37) {
      const result = parseSidecar(VALID.slice(0, length));
      assert.equal(result.ok, false);
      assert.equal(result.error.data["isTruncated"], true, `${length}: ${result.error.message}`);
    }
  });

  test("the place of a fault agrees with the engine's own reader: a text has one exactly if it is no JSON", () => {
    const almost = fc.json().chain((json) => fc.tuple(fc.nat(json.length), fc.nat(2), fc.string({ maxLength: 2 })).map(([at, length, inserted]) => json.slice(0, at) + inserted + json.slice(at + length)));
    fc.assert(
      fc.property(fc.oneof(almost, fc.string()), (text) => assert.equal(findSyntaxFault(text) === undefined, isJson(text), text)),
      { numRuns: 2000 },
    );
  });

  test("depth counts brackets outside of strings", () => {
    assert.equal(nestingDepth('{"a[[[": [1, {"b\\"{": 2}]}'), 3);
    assert.equal(nestingDepth('"[["'), 0);
  });

  test("the compiled validator is that of the shipped schema", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/compileSchema.mjs", "--check"], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });
});

suite("serialize sidecar", () => {
  test("the order of fields in memory does not count", () => {
    assert.equal(serializeSidecar(reversed(sampleDocument()) as AnnotationDocument), VALID);
  });

  test("unknown fields are kept at every level", () => {
    const document = sampleDocument();
    const extra = { "x-note": { deep: [1, { two: null }] }, __proto: "p" };
    const more: AnnotationDocument = {
      ...document,
      ...extra,
      source: { ...document.source, ...extra },
      entities: document.entities.map((entity) => ({ ...entity, ...extra, roles: [{ text: "r", ...extra }], alternatives: [{ name: "n", ...extra }] })),
      annotations: document.annotations.map((annotation) => ({ ...annotation, ...extra })),
      statements: document.statements.map((statement) => ({
        ...statement,
        ...extra,
        evidence: ["cue-1", { start: 0, end: 1, text: "x", ...extra }],
        candidates: [{ entity: "person-kalna", confidence: 0.1, ...extra }],
        notes: [{ id: "n", text: "t", created: "2022-05-03T00:00:00Z", ...extra }],
      })),
    };
    assert.deepEqual(parseSidecar(serializeSidecar(more)), { ok: true, value: more });
  });

  test("accepting a statement changes one line", () => {
    const accepted = sampleDocument({ statements: sampleDocument().statements.map((statement, index) => (index === 1 ? { ...statement, status: "accepted" } : statement)) });
    const before = VALID.split("\n");
    const after = serializeSidecar(accepted).split("\n");
    assert.equal(after.length, before.length);
    assert.deepEqual(after.filter((line, index) => line !== before[index]), ['      "status": "accepted",']);
  });

  test("lone surrogates survive", () => {
    const document = sampleDocument({ generator: "x\uD83D" });
    assert.deepEqual(parseSidecar(serializeSidecar(document)), { ok: true, value: document });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}
