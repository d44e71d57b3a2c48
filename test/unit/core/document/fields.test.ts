import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FIELDS, unknownFields, withoutFields, type Part } from "../../../../src/core/document/fields.js";

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly $defs: Readonly<Record<string, { readonly properties?: Readonly<Record<string, unknown>> }>>;
}

suite("fields", () => {
  const schema = JSON.parse(readFileSync("schemas/annotations.schema.json", "utf8")) as Schema;

  for (const part of Object.keys(FIELDS) as Part[]) {
    test(`the schema describes every field of ${part}`, () => {
      const described = Object.keys((part === "document" ? schema : schema.$defs[part])?.properties ?? {});
      assert.deepEqual(FIELDS[part].filter((field) => !described.includes(field)), []);
      // known to readers of the file, handled as unknown fields here
      const extra: Partial<Record<Part, string[]>> = { source: ["text"] };
      assert.deepEqual(described.filter((field) => !(FIELDS[part] as readonly string[]).includes(field)), extra[part] ?? []);
    });
  }

  test("unknown fields are those that no version of this program wrote", () => {
    assert.deepEqual(unknownFields("note", { id: "n", text: "t", created: "c", mood: "good" }), { mood: "good" });
    assert.deepEqual(withoutFields({ a: 1, b: 2 }, "b", "c"), { a: 1 });
  });
});
